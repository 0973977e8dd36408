"""From placed tellings to incidents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from nlp_events.merging.actors import actors_of, means_of
from nlp_events.merging.model import MergingResources
from nlp_events.merging.profiles import Profile
from nlp_events.merging.stored_form import Stored
from nlp_events.merging.tellings import Counted, Place, Telling
from nlp_events.merging.tolls import impacts_of
from nlp_events.values import Incident, IncidentArticle

Output = tuple[Any, ...]
_Told = tuple[Telling, Sequence[Counted]]
ITEMS = 3
"""Happenings that an article tells of which is a list of news."""


def incidents_of(rows: Iterable[Output], rules: MergingResources) -> Iterator[Incident]:
    """Put the rows of a store's ``output`` together, one incident after the other."""
    for incident_id, members in groupby(rows, key=lambda row: row[0]):
        told = [_Row(row, Stored(row[-1])) for row in members]
        if any(one.kept.has_readings for one in told):
            yield _incident(str(incident_id), told, rules)


def _incident(incident_id: str, told: list[_Row], rules: MergingResources) -> Incident:
    profile = Profile(incident_id, 0, "background")
    tellings = [one.kept.telling() for one in told]
    counted = [one.kept.readings(repeated=one.copy_of is not None) for one in told]
    mentions = _mentions(tellings)
    headline = {event_id for telling in tellings for event_id in telling.headline}
    for one, telling in zip(told, tellings, strict=True):
        if (one.copy_of is None or len(told) == 1) and telling.doc_id not in mentions:
            profile.add_slots(telling)
    every = [_article(list(group)) for _, group in groupby(told, key=lambda one: one.doc_id)]
    articles = tuple(one for one in every if one.doc_id not in mentions)
    place = _place(profile)
    first, last = _days(profile, rules)
    readings = [one for own in counted for one in own]
    aside = _aside(list(zip(tellings, counted, strict=True)), profile, rules)
    impacts = impacts_of(readings, rules.best, aside, headline)
    return Incident(
        incident_id=incident_id,
        title=_title(articles, place, first),
        place=(place.name or None) if place else None,
        country=place.country if place else None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        first=first,
        last=last,
        cause=profile.cause,
        scope=profile.scope,
        impacts=impacts,
        articles=articles,
        mentioned=tuple(one for one in every if one.doc_id in mentions),
        actors=actors_of(impacts),
        means=means_of(impacts),
    )


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a store's ``output``, and what it keeps of a telling."""

    stored: Output
    kept: Stored

    @property
    def doc_id(self) -> str:
        """The article."""
        return str(self.stored[1])

    @property
    def copy_of(self) -> str | None:
        """The article that it copies."""
        return None if self.stored[4] is None else str(self.stored[4])


def _mentions(tellings: list[Telling]) -> set[str]:
    """The articles that only mention the incident: it is not what they are about, nor one of the items of a list.

    Where all only mention it, none does: it is known from them alone.
    """
    about = {one.doc_id for one in tellings if one.own_news or _is_item(one)}
    return {one.doc_id for one in tellings} - about if about else set()


def _is_item(telling: Telling) -> bool:
    """Whether a telling is one of several pieces of news, as in a round-up, and no look back."""
    return telling.items >= ITEMS and telling.scope == "event"


def _aside(told: Sequence[_Told], profile: Profile, rules: MergingResources) -> set[str]:
    """The event ids of readings that are beside what their articles are about.

    What an article of these days tells besides is none, where its news counts nobody of that impact: it was told apart
    there, and is of that news all the same.
    """
    news = {
        (telling.doc_id, impact, unit)
        for telling, readings in told
        if telling.own_news or _is_item(telling)
        for impact, unit, _ in readings
    }
    about = {telling.doc_id for telling, _ in told if telling.own_news}
    return {
        reading.event_id
        for telling, readings in told
        if not (telling.own_news or _is_item(telling))
        for impact, unit, reading in readings
        if (telling.doc_id, impact, unit) in news
        or telling.doc_id not in about
        or not _is_of_these_days(telling, profile, rules)
    }


def _is_of_these_days(telling: Telling, profile: Profile, rules: MergingResources) -> bool:
    if telling.scope != "event" or telling.published is None or profile.span is None:
        return False
    return telling.published - profile.span[1] <= rules.best.since_days


def _days(profile: Profile, rules: MergingResources) -> tuple[str | None, str | None]:
    """The days that are told: from the first to the last where the cause lasts, else those most articles give."""
    lasts = rules.time.days(profile.cause) > rules.time.days(None)
    span = profile.extent if lasts else profile.span
    if span is None or span[2] in ("guessed", "before"):
        return None, None
    return date.fromordinal(span[0]).isoformat(), date.fromordinal(span[1]).isoformat()


def _article(rows: list[_Row]) -> IncidentArticle:
    """One article: its first telling says why it is here."""
    _, doc_id, published, title, copy_of, _, score, reason, _ = rows[0].stored
    return IncidentArticle(
        doc_id=doc_id,
        published=published,
        title=title,
        tellings=tuple(dict.fromkeys(own for row in rows if row.kept.has_readings for own in row.kept.own_ids())),
        copy_of=copy_of,
        score=score,
        merge_reason=reason,
    )


def _place(profile: Profile) -> Place | None:
    """The place with most votes of articles; of several, the one named first."""
    return max(profile.places, key=lambda place: profile.places[place], default=None)


def _title(articles: tuple[IncidentArticle, ...], place: Place | None, first: str | None) -> str:
    """The title of the first article that has one; else the place and the day."""
    title = next((article.title for article in articles if article.title), None)
    return title or ", ".join(part for part in (place.name if place else None, first) if part) or articles[0].doc_id
