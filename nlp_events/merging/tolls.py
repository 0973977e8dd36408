"""Of all readings of an impact, the best one, the least and the most, and those that cannot all be right."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, get_args

from nlp_events.merging.conflicts import conflict_of
from nlp_events.merging.known_parts import known_parts
from nlp_events.merging.model import BestRules
from nlp_events.merging.people_there import Kind, people_there, without_people_there
from nlp_events.merging.readings import STRICT, Deaths, day_of, have_died, number_of, placed_by_deaths, restates, stands
from nlp_events.merging.statements import statements_of
from nlp_events.values import BestRule, Flow, Impact, IncidentImpact, Reading, Unit

_KILLED: Kind = ("killed", "person", False)
_HURT: tuple[Impact, ...] = ("killed", "injured")
_FARTHER = 1.5
"""Times a revised number, up to which a revision takes back what other articles told."""
Choice = tuple[BestRule, Reading | None]


def impacts_of(
    readings: Iterable[tuple[Impact, Unit, Reading]],
    rules: BestRules,
    aside: Collection[str] = (),
    headline: Collection[str] = (),
) -> tuple[IncidentImpact, ...]:
    """The impacts of an incident, each with its history.

    Args:
        readings: every reading with the impact and unit it counts.
        rules: whom to believe.
        aside: event ids of readings that stand in an article on something else: believed where no other is told.
        headline: event ids of readings that stand in their article's headline.

    Returns:
        One impact for each kind, unit, and stock or flow of displacement, in the order of the contract.
    """
    kinds: dict[Kind, list[Reading]] = {}
    for impact, unit, reading in readings:
        kinds.setdefault((impact, unit, reading.flow == "stock"), []).append(reading)
    order = get_args(Impact)
    names = sorted(kinds, key=lambda kind: (order.index(kind[0]), kind[1], kind[2]))
    killed, there = kinds.get(_KILLED, ()), people_there(kinds)
    deaths = _deaths(one for one in killed if one.event_id not in there)
    standing = _Standing(frozenset(aside), frozenset(headline), there, placed_by_deaths(killed), deaths)
    return tuple(_impact(kind, kinds[kind], rules, standing) for kind in names)


def _deaths(readings: Iterable[Reading]) -> list[tuple[int, int]]:
    """What was told of the dead: days with numbers."""
    return sorted((day_of(one), number_of(one)) for one in readings if stands(one) and one.scope == "event")


class _Standing(NamedTuple):
    """What else is known of readings.

    Event ids of those aside, of those in a headline, and of those of all who were there with that of the dead among
    them; the day of articles that have none; what was told of the dead.
    """

    aside: frozenset[str]
    headline: frozenset[str]
    there: Mapping[str, str]
    placed: Mapping[str, str]
    deaths: Deaths


def _impact(kind: Kind, readings: list[Reading], rules: BestRules, standing: _Standing) -> IncidentImpact:
    impact, unit, _ = kind
    history = tuple(sorted(readings, key=lambda one: (day_of(one), one.doc_id, one.event_id)))
    voices = [
        _held(replace(one, as_of=one.as_of or standing.placed.get(one.doc_id)), impact)
        for one in history
        if not one.repeated
    ]
    voices = _unrevised(without_people_there(voices, standing.there))
    parts = known_parts(voices, rules)
    voices = [replace(one, part=True) if one.event_id in parts else one for one in voices]
    own = [one for one in voices if one.event_id not in standing.aside]
    heard = own if any(stands(one) and one.scope == "event" for one in own) else voices
    told = statements_of(heard, standing.headline, rules, voices)
    died = standing.deaths if impact == "injured" else ()
    rule, best = _best(told, rules, died, impact)
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
        conflict=conflict_of(heard, best, rules, died),
        history=history,
    )


def _held(reading: Reading, impact: Impact) -> Reading:
    """A reading as it counts: who is feared dead is missing for certain."""
    if impact == "missing" and reading.certainty == "unconfirmed":
        return replace(reading, certainty="asserted")
    return reading


def _flow(history: Sequence[Reading]) -> Flow | None:
    return next((one.flow for one in history if one.flow), None)


def _unrevised(readings: list[Reading]) -> list[Reading]:
    """Without the higher readings that a later revision has taken back.

    Where its article tells what was revised, that is taken back, and what is near it: of a disaster that several
    articles told to be larger by far, the toll of one land was revised, and such a part is left out itself.
    """
    told = [one for one in readings if stands(one) and one.scope == "event"]
    revisions = [(one, _revised(one, readings)) for one in readings if one.toll == "revised_down" and stands(one)]
    parts = {one.event_id for one, most in revisions if _is_part(one, most, told)}

    def taken_back(one: Reading) -> bool:
        return any(
            number_of(revision) < number_of(one) <= most
            and day_of(one) <= day_of(revision)
            and one.doc_id != revision.doc_id
            for revision, most in revisions
        )

    return [one for one in readings if one.event_id not in parts and not taken_back(one)]


def _is_part(revision: Reading, most: float, told: Iterable[Reading]) -> bool:
    """Whether several articles had told of more before than was revised."""
    before = {one.doc_id for one in told if number_of(one) > most and day_of(one) <= day_of(revision)}
    return len(before - {revision.doc_id}) > 1


def _revised(revision: Reading, readings: Iterable[Reading]) -> float:
    """Up to which number a revision takes back what was told before."""
    earlier = [number_of(one) for one in readings if one.doc_id == revision.doc_id and one.superseded]
    higher = [number for number in earlier if number > number_of(revision)]
    return _FARTHER * max(higher) if higher else float("inf")


def _best(voices: list[Reading], rules: BestRules, deaths: Deaths, impact: Impact) -> Choice:
    """The reading to believe, and the rule that says so (see ``IncidentImpact``)."""
    asserted = [one for one in voices if stands(one)]
    # A running total is none of the happening's own, unless nothing else is told.
    told = [one for one in asserted if one.scope == "event"] or [one for one in asserted if one.scope == "cumulative"]
    if told:
        return _of_told(told, rules, deaths, impact)
    if asserted:
        return "background", _top(asserted, rules)
    parts = [one for one in voices if one.part and one.certainty == "asserted"]
    if parts:
        return "largest_part", max(parts, key=lambda one: (number_of(one), day_of(one), one.event_id))
    return "none", None


def _of_told(told: list[Reading], rules: BestRules, deaths: Deaths, impact: Impact) -> Choice:
    strict = [one for one in told if one.modifier in STRICT]
    candidates = [
        one for one in told if one.modifier in STRICT or not any(restates(one, other, rules) for other in strict)
    ]
    firm = [one for one in candidates if one.modifier not in ("vague", "at_most")]
    if not firm:
        return "approximate", _top(candidates or told, rules)
    final = [one for one in firm if one.toll == "final"]
    if final:
        return "final", _top(final, rules)
    best = _counted(_top(firm, rules), firm, rules)
    if impact in rules.rising and best.toll != "revised_down":
        higher = [
            one
            for one in firm
            if number_of(one) > number_of(best)
            and one.doc_id != best.doc_id
            and rules.rank(one.source_type) >= rules.rank(best.source_type)
        ]
        corrected = higher and (
            _corrected(best, firm, higher, rules)
            or have_died(best, higher, deaths)
            or (impact in _HURT and _known_better(best, higher, rules))
        )
        if higher and not corrected:
            return "not_fallen", _top(higher, rules)
    return ("approximate" if best.modifier == "approx" else "latest_authoritative"), best


def _known_since(best: Reading | None, heard: list[Reading], voices: list[Reading], rules: BestRules) -> Reading | None:
    """What an article that looks back long after tells as the toll in the end: who died since, who was found.

    It must be near the best of those who told the news, so that it is no part of it and no war's, and newer than all.
    """
    told = [one for one in heard if stands(one) and one.scope == "event"]
    if best not in told or best is None or best.toll == "final":
        return None
    newest, number = max(map(day_of, told)), number_of(best)
    since = [
        one
        for one in voices
        if stands(one)
        and one.modifier == "exact"
        and one.scope != "cumulative"
        and day_of(one) > newest + (rules.fresh_days if one.scope == "event" else rules.since_days)
        and rules.rank(one.source_type) >= rules.rank(best.source_type)
        and (1 - rules.rounding) * number <= number_of(one) <= (1 + rules.since) * number
        and not _confirms(one, number, voices)
    ]
    return _top(since, rules) if since else None


def _confirms(one: Reading, number: int, voices: Iterable[Reading]) -> bool:
    """Whether an article tells a toll beside a reading, or the rest of it: «six policiers et une vendeuse» of seven."""
    beside = [number_of(other) for other in voices if other.doc_id == one.doc_id and stands(other)]
    return number in beside or (number_of(one) < number and number - number_of(one) in beside)


def _counted(best: Reading, firm: Sequence[Reading], rules: BestRules) -> Reading:
    """The count that a first bound of the same days turned out to be: 32 where «at least 34» was said."""
    if best.modifier != "at_least":
        return best
    exact = [
        one
        for one in firm
        if one.modifier == "exact"
        and day_of(one) >= day_of(best)
        and number_of(one) >= (1 - rules.rounding) * number_of(best)
    ]
    return _top(exact, rules) if exact else best


def _corrected(best: Reading, firm: Sequence[Reading], higher: Sequence[Reading], rules: BestRules) -> bool:
    """Whether a lower toll corrects the higher ones: it is near them, or later articles go on telling it."""
    most = max(map(number_of, higher))
    if number_of(best) >= (1 - rules.rounding) * most:
        return True
    latest = max(map(day_of, higher))
    again = {one.doc_id for one in firm if number_of(one) == number_of(best) and day_of(one) > latest}
    return len(again) > 1


def _known_better(best: Reading, higher: Sequence[Reading], rules: BestRules) -> bool:
    """Whether a lower toll of the hurt is one of long after: of those counted wrongly, or mere bounds of first days."""
    if day_of(best) <= max(map(day_of, higher)) + rules.since_days:
        return False
    bounds = all(one.modifier == "at_least" for one in higher)
    return bounds or number_of(best) >= (1 - rules.since) * max(map(number_of, higher))


def _top(readings: list[Reading], rules: BestRules) -> Reading:
    """Of the newest readings that of the most authoritative source; of several the latest, then the highest."""
    newest = max(map(day_of, readings))
    fresh = [one for one in readings if day_of(one) >= newest - rules.fresh_days]

    articles: dict[int, set[str]] = {}
    for one in readings:
        articles.setdefault(number_of(one), set()).add(one.doc_id)

    def stated(one: Reading) -> bool:
        """Whether it is called a toll that has changed, or told in another article too."""
        return len(articles[number_of(one)]) > 1 or one.toll in ("revised_up", "revised_down", "final")

    return max(
        fresh, key=lambda one: (rules.rank(one.source_type), day_of(one), stated(one), number_of(one), one.event_id)
    )


def _current(voices: list[Reading], rules: BestRules) -> list[Reading]:
    """The newest reading of each source, of the last days; parts only where nothing else is told."""
    told = [one for one in voices if one.certainty in ("asserted", "unconfirmed") and not one.superseded]
    whole = [one for one in told if not one.part] or told
    events = [one for one in whole if one.scope != "background"] or whole
    if not events:
        return []
    newest = max(map(day_of, events))
    sources: dict[str, Reading] = {}
    for one in sorted(events, key=lambda one: (day_of(one), number_of(one), one.event_id)):
        if day_of(one) >= newest - rules.fresh_days:
            sources[_source(one)] = one
    return list(sources.values())


def _source(reading: Reading) -> str:
    return reading.source or ""
