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
    for one, other in _alike(groups):
        if _is_one(groups[one], groups[other]):
            kept, gone = sorted((first[one], first[other]))
            first = [kept if number == gone else number for number in first]
    found: dict[int, list[Row]] = defaultdict(list)
    for number, events in zip(first, groups, strict=True):
        found[number] += events
    return list(found.values())


def _alike(groups: Sequence[list[Row]]) -> list[tuple[int, int]]:
    """The happenings that tell one toll, two by two."""
    tellers: dict[tuple[object, ...], dict[int, None]] = defaultdict(dict)
    for number, events in enumerate(groups):
        for event in events:
            if _is_news(event) and event["date"] and event["min"] is not None and number_of(event) >= _TELLING:
                tellers[tuple(event[slot] for slot in _SAME)][number] = None
    return sorted({pair for numbers in tellers.values() for pair in combinations(sorted(numbers), 2)})


def _is_one(ours: Sequence[Row], theirs: Sequence[Row]) -> bool:
    pairs = [(one, other) for one, other in product(ours, theirs) if _is_news(one) and _is_news(other)]
    apart = any(not days_meet(days_of(one["date"]), days_of(other["date"])) for one, other in pairs)
    return not apart and any(_is_same_toll(*pair) for pair in pairs)


def _is_news(event: Row) -> bool:
    return bool(event["scope"] == "event" and counts(event))


def _is_same_toll(one: Row, other: Row) -> bool:
    same = all(one[slot] == other[slot] for slot in _SAME)
    told = one["date"] and other["date"] and one["min"] is not None
    kin = all(_may_be_same(one[slot], other[slot]) for slot in ("cause", "country"))
    return bool(same and told and kin) and number_of(one) >= _TELLING


def _may_be_same(one: str | None, other: str | None) -> bool:
    return one == other or None in (one, other)
