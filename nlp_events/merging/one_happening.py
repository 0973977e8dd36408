"""Happenings of one article that its figures show to be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations, product

from nlp_events.merging.figures import counts, number_of
from nlp_events.merging.rows import Row
from nlp_events.text.days import days_meet, days_of

_TELLING = 4
"""The number from which on an equal one is no chance."""
_SAME = ("impact", "unit", "min", "max")


def united(groups: Sequence[list[Row]]) -> list[list[Row]]:
    """The records of each happening, where those are one that tell the same toll of the same days, in any order.

    «Dix-neuf morts» of the headline and of the lead are one toll, wherever in a land their words place it.

    Args:
        groups: the records of each happening of an article that is no list.
    """
    first = list(range(len(groups)))
    for one, other in sorted(_of_one_toll(groups)):
        if not _are_apart(groups[one], groups[other]):
            kept, gone = sorted((first[one], first[other]))
            first = [kept if number == gone else number for number in first]
    found: dict[int, list[Row]] = defaultdict(list)
    for number, events in zip(first, groups, strict=True):
        found[number] += events
    return list(found.values())


def _of_one_toll(groups: Sequence[list[Row]]) -> set[tuple[int, int]]:
    """The happenings that tell one toll, two by two, the first one first."""
    tellers: dict[tuple[object, ...], list[tuple[int, Row]]] = defaultdict(list)
    for number, events in enumerate(groups):
        for event in events:
            if _is_news(event) and event["date"] and event["min"] is not None and number_of(event) >= _TELLING:
                tellers[tuple(event[slot] for slot in _SAME)].append((number, event))
    return {
        (one, other)
        for own in tellers.values()
        for (one, ours), (other, theirs) in combinations(own, 2)
        if one != other and all(_may_be_same(ours[slot], theirs[slot]) for slot in ("cause", "country"))
    }


def _are_apart(ours: Sequence[Row], theirs: Sequence[Row]) -> bool:
    """Whether news of the one and of the other are of other days."""
    days = [[days_of(event["date"]) for event in events if _is_news(event)] for events in (ours, theirs)]
    return not all(days_meet(one, other) for one, other in product(*days))


def _is_news(event: Row) -> bool:
    return bool(event["scope"] == "event" and counts(event))


def _may_be_same(one: str | None, other: str | None) -> bool:
    return one == other or None in (one, other)
