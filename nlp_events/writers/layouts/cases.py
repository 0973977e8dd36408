"""One happening as layouts see it, whether one article tells of it or many: where, when, and one toll an impact."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import get_args

from nlp_events.text.days import Days, days_of
from nlp_events.values import (
    ArticleResult,
    Cause,
    Impact,
    Incident,
    IncidentImpact,
    PlacePrecision,
    Reading,
    actor_told,
)
from nlp_events.writers.incident_rows import sources_of
from nlp_events.writers.layouts.countries import Country, country_of
from nlp_events.writers.layouts.happenings import (
    Happening,
    happenings_of,
    number_of,
    vague_number,
    vague_number_of,
)
from nlp_events.writers.layouts.sides import CIVILIANS, Sides, sides_of, sides_of_incident
from nlp_events.writers.layouts.whereabouts import admin1_of, precision_of

_IMPACTS: tuple[Impact, ...] = get_args(Impact)


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """What is known of one impact on persons: the best number, its bounds, and how ACLED would read it."""

    best: int
    low: int
    high: int
    conservative: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A happening. ``days`` are its first and last, ``start`` and ``end`` the same as far as they are told.

    ``notes`` are the sentences, or the tolls with their rules; ``sides`` as far as articles tell them; ``civilians`` is
    how many of the dead are told to be.
    """

    incident_id: str
    cause: Cause | None
    country: Country
    place: str | None
    written_place: str | None
    latitude: float | None
    longitude: float | None
    precision: PlacePrecision | None
    admin1: str | None
    days: Days
    start: str
    end: str
    impacts: frozenset[Impact]
    tolls: Mapping[Impact, Toll]
    civilians: int | None
    sources: list[str]
    articles: str
    title: str | None
    published: str | None
    notes: str
    sides: Sides = field(default_factory=Sides)

    def best(self, impact: Impact) -> int | None:
        """The best number of an impact, None where none is told."""
        return self.tolls[impact].best if impact in self.tolls else None


def cases_of_results(results: Iterable[ArticleResult], causes: Collection[str]) -> Iterator[Case]:
    """The happenings that single articles tell of, which may be the same ones; running totals are none."""
    return map(_of_happening, happenings_of(results, causes))


def cases_of_incidents(incidents: Iterable[Incident], causes: Collection[str]) -> Iterator[Case]:
    """The happenings that articles together tell of; running totals are none."""
    for incident in incidents:
        if incident.scope != "cumulative" and incident.cause in causes:
            yield case_of(incident)


def case_of(incident: Incident) -> Case:
    """The case of an incident: its best toll of each impact, by the rule that ``best_rule`` names."""
    told = {one.impact: one for one in incident.impacts if one.unit == "person" and one.best is not None}
    killed = best_reading(told["killed"]) if "killed" in told else None
    first, last = incident.first or "", incident.last or ""
    start, end = _as_told(first, last)
    precision = precision_of(incident.place, incident.country, incident.latitude)
    return Case(
        incident_id=incident.incident_id,
        cause=incident.cause,
        country=country_of(incident.country),
        place=incident.place,
        written_place=incident.place,
        latitude=incident.latitude,
        longitude=incident.longitude,
        precision=precision,
        admin1=admin1_of(incident.place, incident.country, precision, (incident.latitude, incident.longitude)),
        days=(days_of(first)[0], days_of(last)[0]),
        start=start,
        end=end,
        impacts=frozenset(one.impact for one in incident.impacts),
        tolls={impact: _toll_of(one) for impact, one in told.items()},
        civilians=_civilians(told["killed"], killed) if killed else None,
        sources=sources_of(incident),
        articles="; ".join(article.doc_id for article in incident.articles),
        title=incident.title,
        published=killed.as_of if killed else next((one.published for one in incident.articles if one.published), None),
        notes=" | ".join((incident.title, *map(_note, told.values()), *_actors(incident))),
        sides=sides_of_incident(incident),
    )


def best_reading(impact: IncidentImpact) -> Reading | None:
    """The reading whose number is the best one."""
    return next((one for one in impact.history if one.event_id == impact.best_event_id), None)


def _of_happening(happening: Happening) -> Case:
    event, article = happening.first_event, happening.result
    first, _, last = (event.date or "").partition("/")
    precision = event.place_precision
    tolls = {impact: toll for impact in _IMPACTS if (toll := _toll(happening, impact)) is not None}
    return Case(
        incident_id=event.incident_id,
        cause=event.cause,
        country=happening.country,
        place=happening.place,
        written_place=event.place,
        latitude=event.latitude,
        longitude=event.longitude,
        precision=precision,
        admin1=admin1_of(happening.place, event.country, precision, (event.latitude, event.longitude)),
        days=happening.days,
        start=first,
        end=last or first,
        impacts=frozenset(one.impact for one in happening.events),
        tolls=tolls,
        civilians=_civilians_of(happening),
        sources=happening.sources,
        articles=article.doc_id,
        title=article.title,
        published=article.published,
        notes=happening.sentences,
        sides=sides_of(happening.events),
    )


def _toll(happening: Happening, impact: Impact) -> Toll | None:
    """Of the figures that stand the newest, else the first that is told, with the least and the most of all."""
    figures, best = happening.standing(impact), happening.best(impact)
    lows = [low for event in figures if (low := number_of(event)) is not None]
    if best is None:
        return None
    cautious = [low for event in figures if (low := vague_number_of(event)) is not None]
    highs = [event.max for event in figures if event.max is not None]
    return Toll(best=best, low=min(lows), high=max([*lows, *highs]), conservative=min(cautious))


def _toll_of(impact: IncidentImpact) -> Toll:
    """The toll of an incident's impact, whose best number is known."""
    best, reading = impact.best or 0, best_reading(impact)
    low = best if impact.low is None else min(impact.low, best)
    high = max(best, low, impact.high or 0)
    cautious = best if reading is None else vague_number(best, reading.modifier)
    return Toll(best=best, low=low, high=high, conservative=cautious)


def _civilians_of(happening: Happening) -> int | None:
    """How many of the dead are told to be civilians: all, or the largest civilian part; None where untold."""
    best = happening.best_figure("killed")
    if best is None or best.who_category in CIVILIANS:
        return number_of(best) if best else None
    parts = [one for one in happening.events if one.part_of == best.event_id and one.who_category in CIVILIANS]
    told = [part for one in parts if (part := number_of(one)) is not None]
    return min(max(told), number_of(best) or 0) if told else None


def _civilians(killed: IncidentImpact, best: Reading) -> int | None:
    """The same of an incident, among the parts that the article of the best toll tells of."""
    if best.who_category in CIVILIANS:
        return killed.best
    parts = [one for one in killed.history if one.part and one.doc_id == best.doc_id and one.who_category in CIVILIANS]
    told = [part for one in parts if (part := one.max if one.min is None else one.min) is not None]
    return min(max(told), killed.best or 0) if told else None


def _note(impact: IncidentImpact) -> str:
    """«killed: 23 (latest_authoritative: «23 soldats», l'armée malienne, 2019-05-14)»."""
    reading = best_reading(impact)
    said = (f"«{reading.text}»", reading.source, reading.as_of) if reading else ()
    return f"{impact.impact}: {impact.best} ({impact.best_rule}: {', '.join(one for one in said if one)})"


def _actors(incident: Incident) -> list[str]:
    """«actors: Al-Chabab (claimed); Armée malienne (denied)», where any are told."""
    return [f"actors: {'; '.join(map(actor_told, incident.actors))}"] if incident.actors else []


def _as_told(first: str, last: str) -> tuple[str, str]:
    """Both days, or twice a whole month or year by its own name: who tells of a month tells no days."""
    start, end = days_of(first)[0], days_of(last)[0]
    if not start or not end or start.day != 1 or start.year != end.year:
        return first, last
    if end == date(end.year, end.month, monthrange(end.year, end.month)[1]):
        if start.month == end.month:
            return first[:7], first[:7]
        if (start.month, end.month) == (1, 12):
            return first[:4], first[:4]
    return first, last
