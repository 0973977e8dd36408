"""Readings of one impact, one beside another: their numbers and days, and whether they can both be right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from nlp_events.merging.model import BestRules
from nlp_events.values import Reading

Deaths = Sequence[tuple[int, int]]
"""Days, and the dead that were told on each."""
UNKNOWN = 0
"""How a day that is not known compares: before all that are."""
STRICT = ("exact", "range")


def number_of(reading: Reading) -> int:
    """The least of a reading, its most where it has no least."""
    return (reading.min if reading.min is not None else reading.max) or 0


def day_of(reading: Reading) -> int:
    """The day it was published, counted from the year 1; ``UNKNOWN`` without one."""
    return date.fromisoformat(reading.as_of).toordinal() if reading.as_of else UNKNOWN


def stands(reading: Reading) -> bool:
    """Whether a reading is one that its source holds to: not a part, not replaced, not doubted."""
    return reading.certainty == "asserted" and not reading.part and not reading.superseded


def is_near(first: int, second: int, rules: BestRules) -> bool:
    """Whether one of two numbers may be the other, rounded or counted anew."""
    return abs(first - second) <= rules.rounding * max(first, second)


def restates(loose: Reading, other: Reading, rules: BestRules) -> bool:
    """Whether a loose reading only rounds what a strict one says exactly, by a source as good."""
    if rules.rank(other.source_type) < rules.rank(loose.source_type):
        return False
    return not disjoint(loose, other, rules)


def disjoint(first: Reading, second: Reading, rules: BestRules) -> bool:
    """Whether two readings cannot both be right."""
    (low, high), (other_low, other_high) = _bounds(first, rules), _bounds(second, rules)
    return low > other_high or other_low > high


def have_died(best: Reading, higher: Sequence[Reading], deaths: Deaths) -> bool:
    """Whether as many as are no longer told of as injured have died since, by what was told of the dead."""
    since = max(map(day_of, higher))
    fallen = max(number_of(one) for one in higher if day_of(one) == since) - number_of(best)
    before = max((number for day, number in deaths if day <= since), default=0)
    return fallen <= max((number for day, number in deaths if since < day <= day_of(best)), default=0) - before


def placed_by_deaths(killed: Iterable[Reading]) -> dict[str, str]:
    """Articles without a day → the day of those whose toll of the dead they tell, after all where they tell more."""
    told = [one for one in killed if stands(one) and one.scope == "event" and not one.repeated]
    dated = {number_of(one): day_of(one) for one in sorted(told, key=day_of) if one.as_of}
    most: dict[str, int] = {}
    for one in told:
        if not one.as_of:
            most[one.doc_id] = max(number_of(one), most.get(one.doc_id, 0))
    if not dated:
        return {}
    days = {doc_id: dated.get(number) for doc_id, number in most.items()}
    days |= {doc_id: max(dated.values()) + 1 for doc_id, number in most.items() if number > max(dated)}
    return {doc_id: date.fromordinal(day).isoformat() for doc_id, day in days.items() if day}


def _bounds(reading: Reading, rules: BestRules) -> tuple[float, float]:
    low = reading.min if reading.min is not None else 0
    high = reading.max if reading.max is not None else float("inf")
    if reading.modifier == "approx":
        return low * (1 - rules.rounding), high * (1 + rules.rounding)
    return low, high
