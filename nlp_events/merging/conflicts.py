"""Readings of an incident's impact that cannot all be right."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from nlp_events.merging.model import BestRules
from nlp_events.merging.readings import Deaths, day_of, disjoint, have_died, number_of, stands
from nlp_events.values import Reading

SOME = 4
"""Times as many, from which on a number counts others than the smaller one besides."""


def conflict_of(voices: list[Reading], best: Reading | None, rules: BestRules, deaths: Deaths = ()) -> tuple[str, ...]:
    """Readings that contradict each other in one article, or the best one though they are as new or higher.

    Args:
        voices: the readings of one impact.
        best: the one that is believed.
        rules: whom to believe.
        deaths: what was told of the dead, where those who died are no longer among the readings.
    """
    firm = [one for one in voices if stands(one) and one.toll != "provisional" and one.scope == "event"]
    found = set()
    by_article: dict[str, list[Reading]] = {}
    for one in firm:
        by_article.setdefault(one.doc_id, []).append(one)
    pairs = [pair for article in by_article.values() for pair in combinations(article, 2) if _both_named(*pair)]
    if best is not None:
        same = [one for one in firm if (one.min, one.max) == (best.min, best.max)]
        newer = day_of(best) - rules.fresh_days
        pairs += [
            (best, one)
            for one in firm
            if number_of(one) > number_of(best)
            and day_of(one) >= newer
            and _both_named(best, one)
            and not (day_of(one) < day_of(best) and have_died(best, [one], deaths))
        ]
        named = _by_day(one for one in firm if one.source is not None)
        same = [one for one in same if one.source is not None]
        pairs += [(one, other) for one in same for other in named[day_of(one)]]
    for first, second in pairs:
        if first.source == second.source or _is_share(first, second, voices) or _is_boast(first) or _is_boast(second):
            continue
        if _same_people(first, second) and disjoint(first, second, rules):
            found |= {first.event_id, second.event_id}
    return tuple(sorted(found))


def _is_boast(reading: Reading) -> bool:
    """Whether those who did it tell how many they have killed: they are no party of what is known of it."""
    return reading.actor_status == "claimed" and reading.source is not None and reading.source == reading.actor


def _by_day(readings: Iterable[Reading]) -> dict[int, list[Reading]]:
    days: dict[int, list[Reading]] = {}
    for one in readings:
        days.setdefault(day_of(one), []).append(one)
    return days


def _is_share(first: Reading, second: Reading, voices: Iterable[Reading]) -> bool:
    """Whether one of two figures of an article is a part of the other: a third is the rest («15 ici, 4 là-bas»)."""
    rest = abs(number_of(first) - number_of(second))
    same = first.doc_id == second.doc_id and rest > 0
    others = (one for one in voices if one.doc_id == first.doc_id and not one.superseded)
    return same and any(number_of(one) == rest for one in others)


def _both_named(first: Reading, second: Reading) -> bool:
    return first.source is not None and second.source is not None


def _same_people(first: Reading, second: Reading) -> bool:
    """Whether two readings may count the same people.

    Twelve soldiers and thirty rebels contradict nobody, nor do two of fifty: they are some of them.
    """
    known = {first.who_category, second.who_category} - {None, "other", "civilian"}
    fewer, more = sorted(map(number_of, (first, second)))
    return len(known) < 2 and SOME * fewer >= more
