"""What articles say of an incident, in the order in which it was said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from nlp_events.merging.readings import number_of
from nlp_events.values import ArticleResult, Event, Incident, IncidentArticle, IncidentImpact, Reading, WhoCategory

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ANYBODY = (None, "other", "civilian")
_UNDATED = "9999-99-99"


@dataclass(frozen=True, slots=True)
class Statement:
    """What an article says of one impact; without impact and reading an article that tells no figure."""

    day: str | None
    article: IncidentArticle
    mentioned: bool
    impact: IncidentImpact | None = None
    reading: Reading | None = None


@dataclass(frozen=True, slots=True)
class _Place:
    """An article of an incident and its place among the others."""

    number: int
    article: IncidentArticle
    mentioned: bool


def toll_days(records: Iterable[ArticleResult | Event | Mapping[str, Any]]) -> dict[str, str]:
    """The days that texts tell their tolls of: «au 23 novembre, 4 000 personnes vivaient dans des camps».

    Args:
        records: results, records, or rows of a file that ``nlp-events extract`` wrote.

    Returns:
        Event id → ISO day, of those who are displaced at a date, where the text tells the day.
    """
    dated = (each for one in records for each in _dated(one))
    # The date of another record is the day of the happening, and says nothing of when its figure was counted.
    return {event_id: day for event_id, flow, day in dated if flow == "stock" and day and _DAY.fullmatch(day)}


def statements_of(incident: Incident, days: Mapping[str, str]) -> list[Statement]:
    """What the articles of an incident say, by day, article and impact; what has no day comes last.

    Within an article stands first what it replaces, then what it holds to, then parts, fears and denials.
    """
    places = _places(incident)
    keyed = [*_figures(incident, places, days), *_without(incident, places)]
    return [statement for _, statement in sorted(keyed, key=lambda one: one[0])]


def side_of(reading: Reading) -> WhoCategory | None:
    """Whose toll it is, where that tells people apart: of soldiers, of children."""
    return None if reading.who_category in _ANYBODY else reading.who_category


def _dated(one: ArticleResult | Event | Mapping[str, Any]) -> Iterator[tuple[str, str | None, str | None]]:
    if isinstance(one, Event):
        yield one.event_id, one.flow, one.date
    elif isinstance(one, ArticleResult):
        yield from ((event.event_id, event.flow, event.date) for event in one.events)
    else:
        yield from ((each["event_id"], each["flow"], each["date"]) for each in one.get("events", [one]))


def _places(incident: Incident) -> dict[str, _Place]:
    """The articles by ``doc_id``, in the order of publication; those of no known day last."""
    every = [(one, False) for one in incident.articles] + [(one, True) for one in incident.mentioned]
    every.sort(key=lambda one: one[0].published or _UNDATED)
    return {one.doc_id: _Place(number, one, mentioned) for number, (one, mentioned) in enumerate(every)}


_Keyed = tuple[tuple[Any, ...], Statement]


def _figures(incident: Incident, places: Mapping[str, _Place], days: Mapping[str, str]) -> Iterator[_Keyed]:
    for number, impact in enumerate(incident.impacts):
        for at, one in enumerate(impact.history):
            place = places.get(one.doc_id) or _unlisted(one, len(places))
            day = _day(one, days)
            key = (day or _UNDATED, place.number, one.doc_id, number, *_within(one, impact), at)
            yield key, Statement(day, place.article, place.mentioned, impact, one)


def _without(incident: Incident, places: Mapping[str, _Place]) -> Iterator[_Keyed]:
    told = {one.doc_id for impact in incident.impacts for one in impact.history}
    for place in places.values():
        if place.article.doc_id not in told:
            day = place.article.published
            yield (day or _UNDATED, place.number), Statement(day, place.article, place.mentioned)


def _day(reading: Reading, days: Mapping[str, str]) -> str | None:
    """The day that the text tells, unless it is still to come when the article is published."""
    told = days.get(reading.event_id)
    if told is None or (reading.as_of is not None and told > reading.as_of):
        return reading.as_of
    return told


def _unlisted(reading: Reading, number: int) -> _Place:
    """The place of an article that an incident has a reading of, and does not list."""
    known = IncidentArticle(
        doc_id=reading.doc_id, published=reading.as_of, title=None, tellings=(), copy_of=None, score=None,
        merge_reason="",
    )  # fmt: skip
    return _Place(number, known, mentioned=False)


def _within(reading: Reading, impact: IncidentImpact) -> tuple[Any, ...]:
    """The place of a reading in its article: what the article holds to most comes first of what stands."""
    stands = reading.certainty in ("asserted", "unconfirmed")
    best = reading.event_id == impact.best_event_id
    rank = 4 if reading.certainty == "denied" else 3 if not stands else 2 if reading.part else 1
    return (not reading.superseded, rank, not best, reading.scope != "event", -number_of(reading))
