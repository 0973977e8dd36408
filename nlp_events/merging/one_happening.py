"""Happenings of one article that its figures show to be one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product

from nlp_events.merging.figures import counts, number_of
from nlp_events.merging.rows import Row
from nlp_events.text.days import days_meet, days_of

_TELLING = 4
"""The number from which on an equal one is no chance."""


def united(groups: Iterable[list[Row]]) -> list[list[Row]]:
    """The records of each happening, where those are one that tell the same toll of the same days.

    «Dix-neuf morts» of the headline and of the lead are one toll, wherever their words place it.

    Args:
        groups: the records of each happening of an article that is no list.
    """
    found: list[list[Row]] = []
    for events in groups:
        same = next((own for own in found if _is_one(own, events)), None)
        if same is None:
            found.append(list(events))
        else:
            same += events
    return found


def _is_one(ours: Sequence[Row], theirs: Sequence[Row]) -> bool:
    pairs = [(one, other) for one, other in product(ours, theirs) if _are_news(one, other)]
    apart = any(not days_meet(days_of(one["date"]), days_of(other["date"])) for one, other in pairs)
    return not apart and any(_is_same_toll(*pair) for pair in pairs)


def _are_news(one: Row, other: Row) -> bool:
    return all(event["scope"] == "event" and counts(event) for event in (one, other))


def _is_same_toll(one: Row, other: Row) -> bool:
    same = all(one[slot] == other[slot] for slot in ("impact", "unit", "min", "max"))
    told = one["date"] and other["date"] and one["min"] is not None
    kin = one["cause"] == other["cause"] or None in (one["cause"], other["cause"])
    return bool(same and told and kin) and number_of(one) >= _TELLING
