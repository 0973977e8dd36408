"""What each article says of an impact in the end, where it tells several figures of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import combinations

from nlp_events.merging.model import BestRules
from nlp_events.merging.readings import STRICT, day_of, is_near, number_of, restates, stands
from nlp_events.values import Reading

_MOST_PARTS = 12
"""Parts of an article that are added up."""


def statements_of(
    readings: Sequence[Reading], headline: Collection[str], rules: BestRules, voices: Sequence[Reading] = ()
) -> list[Reading]:
    """Readings without those that their article holds to be less than its toll: parts that no wording ties to it.

    An article's toll is the one that it calls final; else the one that others of it add up to; else the one of its
    headline or that it calls revised, unless a larger one is told by other articles too; else, long after, one that is
    a little more than they told; else, of those that others tell too, or that parts of the article add up to, or of
    all, the largest of the most authoritative source. It has none where its figures add up to the toll that others
    tell: «un gardien, deux cultivateurs» of three who are missing.

    Args:
        readings: those of one impact.
        headline: event ids of those that stand in a headline.
        rules: whom to believe.
        voices: those that only look back too: they tell which figures of an article are of this happening.
    """
    by_article: dict[str, list[Reading]] = {}
    for one in readings:
        if stands(one) and one.scope == "event":
            by_article.setdefault(one.doc_id, []).append(one)
    left_out: set[str] = set()
    for told in by_article.values():
        if len(told) > 1:
            toll = None if _adds_up(told, readings, rules) else _toll_of(told, headline, readings, rules, voices)
            left_out |= {one.event_id for one in told if one is not toll}
    return [one for one in readings if one.event_id not in left_out]


def _adds_up(told: Sequence[Reading], readings: Iterable[Reading], rules: BestRules) -> bool:
    """Whether the figures of an article are the parts of a toll that other articles have told.

    One that is nearly all of it is no part, but that toll counted anew: «56, deux ayant été comptés deux fois».
    """
    if any(one.modifier not in STRICT or one.toll for one in told):
        return False
    numbers = {number_of(one) for one in told}
    total = sum(number_of(one) for one in told)
    if is_near(max(numbers), total, rules):
        return False
    others = [one for one in readings if one.doc_id != told[0].doc_id and stands(one) and one.scope == "event"]
    earlier = {number_of(one) for one in others if day_of(one) <= day_of(told[0]) and one.modifier in STRICT}
    return total in earlier and numbers.isdisjoint(earlier)


def _toll_of(
    told: Sequence[Reading],
    headline: Collection[str],
    readings: Sequence[Reading],
    rules: BestRules,
    voices: Sequence[Reading],
) -> Reading:
    others = [one for one in readings if one.doc_id != told[0].doc_id and stands(one) and one.scope == "event"]
    strict = [one for one in told if one.modifier in STRICT]
    firm = [one for one in told if one.modifier in STRICT or not any(restates(one, other, rules) for other in strict)]
    most = max(rules.rank(one.source_type) for one in firm)
    firm = [one for one in firm if rules.rank(one.source_type) == most]
    called = [one for one in firm if one.toll == "final"] or _wholes(firm)
    if called:
        return _largest(called)
    chosen = _called(firm, headline)
    if chosen:
        return _confirmed(_largest(chosen), firm, others, rules)
    known = {number_of(one) for one in (*readings, *voices) if one.doc_id != told[0].doc_id and stands(one)}
    again = [one for one in firm if number_of(one) in known]
    parts = [one for one in voices if one.doc_id == told[0].doc_id and one.part and one.certainty == "asserted"]
    return _risen(again, firm, [*others, *voices], rules) or _largest(again or _with_parts(firm, parts) or firm)


def _risen(
    again: Sequence[Reading], firm: Sequence[Reading], others: Sequence[Reading], rules: BestRules
) -> Reading | None:
    """What an article of long after tells as the toll beside the one that was known then: who has died since."""
    others = [one for one in others if one.doc_id != firm[0].doc_id and stands(one)]
    newest = max(map(day_of, others), default=None)
    if not again or newest is None or day_of(firm[0]) <= newest + rules.since_days:
        return None
    number = number_of(_largest(again))
    risen = [one for one in firm if number < number_of(one) <= (1 + rules.since) * number]
    return _largest(risen) if risen else None


def _called(firm: Sequence[Reading], headline: Collection[str]) -> list[Reading]:
    """The readings that are called revised, else those of the headline: «un bébé parmi les morts» is none of them."""
    least = number_of(_largest(firm)) / 2
    revised = [
        one for one in firm if one.toll == "revised_down" or (one.toll == "revised_up" and number_of(one) >= least)
    ]
    return revised or [one for one in firm if one.event_id in headline and number_of(one) >= least]


def _with_parts(firm: Sequence[Reading], parts: Sequence[Reading]) -> list[Reading]:
    """The readings that two parts of them, or three, add up to: «douze, dont neuf en France et trois en Belgique»."""
    told = (number_of(part) for part in parts if not part.superseded)
    numbers = sorted((number for number in told if number), reverse=True)[:_MOST_PARTS]
    sums = {sum(some) for count in (2, 3) for some in combinations(numbers, count)}
    least = number_of(_largest(firm)) / 2
    return [one for one in firm if number_of(one) in sums and number_of(one) >= least]


def _wholes(told: Sequence[Reading]) -> list[Reading]:
    """The readings that two others add up to: «610 en Syrie et 134 au Liban, soit 744»."""
    numbers = [number for number in map(number_of, told) if number]
    sums = {first + second for first, second in combinations(numbers, 2)}
    return [one for one in told if number_of(one) in sums]


def _confirmed(chosen: Reading, firm: Sequence[Reading], others: Sequence[Reading], rules: BestRules) -> Reading:
    """The chosen reading, or the whole that it is of: a larger one that articles of that day or later tell too."""
    day, number = day_of(chosen), number_of(chosen)
    larger = [
        one
        for one in firm
        if number_of(one) > number
        and any(is_near(number_of(one), number_of(other), rules) for other in others if day_of(other) >= day)
    ]
    return _largest(larger) if larger else chosen


def _largest(readings: Sequence[Reading]) -> Reading:
    return max(readings, key=lambda one: (number_of(one), one.event_id))
