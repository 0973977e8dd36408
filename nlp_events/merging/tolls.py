"""Of all readings of an impact, the best one, the least and the most, and those that cannot all be right."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import get_args

from nlp_events.merging.model import BestRules
from nlp_events.values import BestRule, Flow, Impact, IncidentImpact, Reading, Unit

# How a day that is not known compares: before all that are.
_UNKNOWN = 0
_STRICT = ("exact", "range")
Choice = tuple[BestRule, Reading | None]


def impacts_of(
    readings: Iterable[tuple[Impact, Unit, Reading]], rules: BestRules, aside: Collection[str] = ()
) -> tuple[IncidentImpact, ...]:
    """The impacts of an incident, each with its history.

    Args:
        readings: every reading with the impact and unit it counts.
        rules: whom to believe.
        aside: event ids of readings that stand in an article on something else: believed where no other is told.

    Returns:
        One impact for each kind, unit, and stock or flow of displacement, in the order of the contract.
    """
    kinds: dict[tuple[Impact, Unit, bool], list[Reading]] = {}
    for impact, unit, reading in readings:
        kinds.setdefault((impact, unit, reading.flow == "stock"), []).append(reading)
    order = get_args(Impact)
    names = sorted(kinds, key=lambda kind: (order.index(kind[0]), kind[1], kind[2]))
    return tuple(_impact(kind, kinds[kind], rules, frozenset(aside)) for kind in names)


def number_of(reading: Reading) -> int:
    """The least of a reading, its most where it has no least."""
    return (reading.min if reading.min is not None else reading.max) or 0


def _impact(
    kind: tuple[Impact, Unit, bool], readings: list[Reading], rules: BestRules, aside: frozenset[str]
) -> IncidentImpact:
    impact, unit, _ = kind
    history = tuple(sorted(readings, key=lambda one: (_day(one), one.doc_id, one.event_id)))
    voices = _unrevised([_held(one, impact) for one in history if not one.repeated])
    own = [one for one in voices if one.event_id not in aside]
    heard = own if any(_stands(one) and one.scope == "event" for one in own) else voices
    rule, best = _best(heard, rules, rising=impact in rules.rising)
    known = _known_since(best, heard, voices, rules)
    if known is not None:
        rule, best = "latest_authoritative", known
    current = _current(heard, rules)
    ends = [one.max if one.max is not None else one.min for one in current]
    return IncidentImpact(
        impact=impact,
        unit=unit,
        flow=_flow(history),
        low=min(map(number_of, current), default=None),
        high=max(end or 0 for end in ends) if any(one.max is not None for one in current) else None,
        best=number_of(best) if best else None,
        best_rule=rule,
        best_event_id=best.event_id if best else None,
        conflict=_conflict(heard, best, rules),
        history=history,
    )


def _held(reading: Reading, impact: Impact) -> Reading:
    """A reading as it counts: who is feared dead is missing for certain."""
    if impact == "missing" and reading.certainty == "unconfirmed":
        return replace(reading, certainty="asserted")
    return reading


def _flow(history: Sequence[Reading]) -> Flow | None:
    return next((one.flow for one in history if one.flow), None)


def _day(reading: Reading) -> int:
    return date.fromisoformat(reading.as_of).toordinal() if reading.as_of else _UNKNOWN


def _unrevised(readings: list[Reading]) -> list[Reading]:
    """Without the higher readings that a later revision has taken back."""
    revisions = [one for one in readings if one.toll == "revised_down" and _stands(one)]

    def taken_back(one: Reading) -> bool:
        return any(
            number_of(one) > number_of(revision) and _day(one) <= _day(revision) and one.doc_id != revision.doc_id
            for revision in revisions
        )

    return [one for one in readings if not taken_back(one)]


def _stands(reading: Reading) -> bool:
    """Whether a reading is one that its source holds to: not a part, not replaced, not doubted."""
    return reading.certainty == "asserted" and not reading.part and not reading.superseded


def _best(voices: list[Reading], rules: BestRules, *, rising: bool) -> Choice:
    """The reading to believe, and the rule that says so (see ``IncidentImpact``)."""
    asserted = [one for one in voices if _stands(one)]
    # A running total is none of the happening's own, unless nothing else is told.
    told = [one for one in asserted if one.scope == "event"] or [one for one in asserted if one.scope == "cumulative"]
    if told:
        return _of_told(told, rules, rising=rising)
    if asserted:
        return "background", _top(asserted, rules)
    parts = [one for one in voices if one.part and one.certainty == "asserted"]
    if parts:
        return "largest_part", max(parts, key=lambda one: (number_of(one), _day(one), one.event_id))
    return "none", None


def _of_told(told: list[Reading], rules: BestRules, *, rising: bool) -> Choice:
    strict = [one for one in told if one.modifier in _STRICT]
    candidates = [
        one for one in told if one.modifier in _STRICT or not any(_restates(one, other, rules) for other in strict)
    ]
    firm = [one for one in candidates if one.modifier not in ("vague", "at_most")]
    if not firm:
        return "approximate", _top(candidates or told, rules)
    final = [one for one in firm if one.toll == "final"]
    if final:
        return "final", _top(final, rules)
    best = _counted(_top(firm, rules), firm, rules)
    if rising and best.toll != "revised_down":
        higher = [
            one
            for one in firm
            if number_of(one) > number_of(best)
            and one.doc_id != best.doc_id
            and rules.rank(one.source_type) >= rules.rank(best.source_type)
        ]
        if higher and not _corrected(best, firm, higher, rules):
            return "not_fallen", _top(higher, rules)
    return ("approximate" if best.modifier == "approx" else "latest_authoritative"), best


def _known_since(best: Reading | None, heard: list[Reading], voices: list[Reading], rules: BestRules) -> Reading | None:
    """What an article that looks back long after tells as the toll in the end: who died since, who was found.

    It must be near the best of those who told the news, so that it is no part of it and no war's, and newer than all.
    """
    told = [one for one in heard if _stands(one) and one.scope == "event"]
    if best not in told or best is None or best.toll == "final":
        return None
    newest, number = max(map(_day, told)), number_of(best)
    since = [
        one
        for one in voices
        if _stands(one)
        and one.modifier == "exact"
        and one.scope != "cumulative"
        and _day(one) > newest + (rules.fresh_days if one.scope == "event" else rules.since_days)
        and rules.rank(one.source_type) >= rules.rank(best.source_type)
        and (1 - rules.rounding) * number <= number_of(one) <= (1 + rules.since) * number
    ]
    return _top(since, rules) if since else None


def _counted(best: Reading, firm: Sequence[Reading], rules: BestRules) -> Reading:
    """The count that a first bound of the same days turned out to be: 32 where «at least 34» was said."""
    if best.modifier != "at_least":
        return best
    exact = [
        one
        for one in firm
        if one.modifier == "exact"
        and _day(one) >= _day(best)
        and number_of(one) >= (1 - rules.rounding) * number_of(best)
    ]
    return _top(exact, rules) if exact else best


def _corrected(best: Reading, firm: Sequence[Reading], higher: Sequence[Reading], rules: BestRules) -> bool:
    """Whether a lower toll corrects the higher ones: it is near them, or later articles go on telling it."""
    most = max(map(number_of, higher))
    if number_of(best) >= (1 - rules.rounding) * most:
        return True
    latest = max(map(_day, higher))
    again = {one.doc_id for one in firm if number_of(one) == number_of(best) and _day(one) > latest}
    return len(again) > 1


def _top(readings: list[Reading], rules: BestRules) -> Reading:
    """Of the newest readings that of the most authoritative source; of several the latest, then the highest."""
    newest = max(map(_day, readings))
    fresh = [one for one in readings if _day(one) >= newest - rules.fresh_days]

    articles: dict[int, set[str]] = {}
    for one in readings:
        articles.setdefault(number_of(one), set()).add(one.doc_id)

    def stated(one: Reading) -> bool:
        """Whether it is called a toll that has changed, or told in another article too."""
        return len(articles[number_of(one)]) > 1 or one.toll in ("revised_up", "revised_down", "final")

    return max(
        fresh, key=lambda one: (rules.rank(one.source_type), _day(one), stated(one), number_of(one), one.event_id)
    )


def _restates(loose: Reading, other: Reading, rules: BestRules) -> bool:
    """Whether a loose reading only rounds what a strict one says exactly, by a source as good."""
    if rules.rank(other.source_type) < rules.rank(loose.source_type):
        return False
    return not _disjoint(loose, other, rules)


def _disjoint(first: Reading, second: Reading, rules: BestRules) -> bool:
    """Whether two readings cannot both be right."""
    (low, high), (other_low, other_high) = _bounds(first, rules), _bounds(second, rules)
    return low > other_high or other_low > high


def _bounds(reading: Reading, rules: BestRules) -> tuple[float, float]:
    low = reading.min if reading.min is not None else 0
    high = reading.max if reading.max is not None else float("inf")
    if reading.modifier == "approx":
        return low * (1 - rules.rounding), high * (1 + rules.rounding)
    return low, high


def _current(voices: list[Reading], rules: BestRules) -> list[Reading]:
    """The newest reading of each source, of the last days; parts only where nothing else is told."""
    told = [one for one in voices if one.certainty in ("asserted", "unconfirmed") and not one.superseded]
    whole = [one for one in told if not one.part] or told
    events = [one for one in whole if one.scope != "background"] or whole
    if not events:
        return []
    newest = max(map(_day, events))
    sources: dict[str, Reading] = {}
    for one in sorted(events, key=lambda one: (_day(one), number_of(one), one.event_id)):
        if _day(one) >= newest - rules.fresh_days:
            sources[_source(one)] = one
    return list(sources.values())


def _source(reading: Reading) -> str:
    return reading.source or ""


def _conflict(voices: list[Reading], best: Reading | None, rules: BestRules) -> tuple[str, ...]:
    """Readings that contradict each other in one article, or the best one though they are as new or higher."""
    firm = [one for one in voices if _stands(one) and one.toll != "provisional" and one.scope == "event"]
    found = set()
    by_article: dict[str, list[Reading]] = {}
    for one in firm:
        by_article.setdefault(one.doc_id, []).append(one)
    pairs = [pair for article in by_article.values() for pair in combinations(article, 2) if _both_named(*pair)]
    if best is not None:
        same = [one for one in firm if (one.min, one.max) == (best.min, best.max)]
        newer = _day(best) - rules.fresh_days
        pairs += [
            (best, one)
            for one in firm
            if number_of(one) > number_of(best) and _day(one) >= newer and _both_named(best, one)
        ]
        named = _by_day(one for one in firm if one.source is not None)
        same = [one for one in same if one.source is not None]
        pairs += [(one, other) for one in same for other in named[_day(one)]]
    for first, second in pairs:
        if first.source != second.source and _same_people(first, second) and _disjoint(first, second, rules):
            found |= {first.event_id, second.event_id}
    return tuple(sorted(found))


def _by_day(readings: Iterable[Reading]) -> dict[int, list[Reading]]:
    days: dict[int, list[Reading]] = {}
    for one in readings:
        days.setdefault(_day(one), []).append(one)
    return days


def _both_named(first: Reading, second: Reading) -> bool:
    return first.source is not None and second.source is not None


def _same_people(first: Reading, second: Reading) -> bool:
    """Whether two readings may count the same people: twelve soldiers and thirty rebels contradict nobody."""
    known = {first.who_category, second.who_category} - {None, "other", "civilian"}
    return len(known) < 2
