"""Happenings of one article that its figures show to be one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import product

from nlp_events.merging.figures import counts, number_of
from nlp_events.merging.rows import Row
from nlp_events.text.days import days_meet, days_of
from nlp_events.values import Cause

_TELLING = 4
"""The number from which on an equal one is no chance."""


def united(groups: Iterable[list[Row]], wide: Collection[Cause]) -> list[list[Row]]:
    """The records of each happening, where those are one that tell the same toll, or one disaster of a whole land.

    «Dix-neuf morts» of the headline and of the lead are one toll, wherever their words place it; floods of the same
    days that an article tells of in two places are one flood.

    Args:
        groups: the records of each happening of an article that is no list.
        wide: the causes that strike many places at once.
    """
    found: list[list[Row]] = []
    for events in groups:
        same = next((own for own in found if _is_one(own, events, wide)), None)
        if same is None:
            found.append(list(events))
        else:
            same += events
    return found


def _is_one(ours: Sequence[Row], theirs: Sequence[Row], wide: Collection[Cause]) -> bool:
    pairs = [(one, other) for one, other in product(ours, theirs) if _are_news(one, other)]
    if not pairs or not all(days_meet(days_of(one["date"]), days_of(other["date"])) for one, other in pairs):
        return False
    return any(_is_same_toll(*pair) or _is_same_disaster(*pair, wide) for pair in pairs)


def _are_news(one: Row, other: Row) -> bool:
    return all(event["scope"] == "event" and counts(event) for event in (one, other))


def _is_same_disaster(one: Row, other: Row, wide: Collection[Cause]) -> bool:
    """Whether it strikes many places at once, and both are of days that are told, or of one country."""
    near = (one["date"] and other["date"]) or (one["country"] and one["country"] == other["country"])
    return bool(near) and one["cause"] == other["cause"] and one["cause"] in wide


def _is_same_toll(one: Row, other: Row) -> bool:
    same = all(one[slot] == other[slot] for slot in ("impact", "unit", "min", "max"))
    return same and one["min"] is not None and number_of(one) >= _TELLING
