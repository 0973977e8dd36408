"""CSV with HXL hashtags (HXL 1.1) under its column names: a row a record, or an incident.

The figure of a record stands twice: as bounds, and in the column of its impact, as the lower bound or, without one, the
upper. An incident has its best toll of persons in each of these columns, and in ``best_rules`` what chose them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, get_args

from nlp_events.text.days import days_of
from nlp_events.values import ArticleResult, Event, Impact, Incident
from nlp_events.writers.incident_rows import happening_of
from nlp_events.writers.layouts.cases import case_of
from nlp_events.writers.layouts.countries import country_of
from nlp_events.writers.layouts.happenings import iso, number_of
from nlp_events.writers.layouts.whereabouts import admin1_of

ROW = "a record, or an incident"
NEEDS: tuple[str, ...] = ()
LOST = (
    "triggers, links between records, offsets, entities, articles without a record; an unknown year leaves dates empty"
)

_TAGS = {
    "doc_id": "#meta+doc+id",
    "title": "#meta+doc+title",
    "published": "#date+reported",
    "event_id": "#meta+figure+id",
    "incident_id": "#event+id",
    "cause": "#event+type",
    "country": "#country+name",
    "iso3": "#country+code+v_iso3",
    "admin1": "#adm1+name",
    "place": "#loc+name",
    "latitude": "#geo+lat",
    "longitude": "#geo+lon",
    "first_day": "#date+start",
    "last_day": "#date+end",
    **{impact: f"#affected+{impact}" for impact in get_args(Impact)},
    "min": "#affected+num+min",
    "max": "#affected+num+max",
    "modifier": "#affected+num+type",
    "unit": "#affected+unit",
    "flow": "#affected+flow+type",
    "who": "#affected+group+name",
    "who_category": "#affected+group+type",
    "certainty": "#status+certainty",
    "scope": "#status+scope",
    "source": "#meta+source",
    "source_type": "#meta+source+type",
    "sentence": "#description+excerpt",
    "confidence": "#meta+confidence",
    "place_confidence": "#meta+confidence+loc",
    "date_confidence": "#meta+confidence+date",
    "best_rules": "#meta+rule",
    "voices": "#meta+article+num",
}
"""Column → hashtag."""

_SAME = ("event_id", "incident_id", "cause", "latitude", "longitude", "min", "max", "modifier", "unit", "flow", "who",
         "who_category", "certainty", "scope", "source_type", "sentence",
         "confidence", "place_confidence", "date_confidence")  # fmt: skip
COLUMNS = tuple(_TAGS)
UNDER = (tuple(_TAGS.values()),)
"""The row of hashtags."""


def record_rows(results: Iterable[ArticleResult]) -> Iterator[dict[str, Any]]:
    """The rows of records."""
    for result in results:
        for event in result.events:
            yield _row(result, event)


def incident_rows(incidents: Iterable[Incident]) -> Iterator[dict[str, Any]]:
    """The rows of incidents, running totals too: ``scope`` tells them apart."""
    for incident in incidents:
        case = case_of(incident)
        first, last = case.days
        yield happening_of(incident) | {
            "doc_id": case.articles,
            "published": case.published,
            "country": case.country.name,
            "iso3": case.country.iso3,
            "admin1": case.admin1,
            "first_day": iso(first),
            "last_day": iso(last),
            "source": "; ".join(case.sources),
            "sentence": case.notes,
        }


def _row(result: ArticleResult, event: Event) -> dict[str, Any]:
    first, last = days_of(event.date)
    country = country_of(event.country)
    place = event.place_canonical or event.place
    article = {"doc_id": result.doc_id, "title": result.title, "published": result.published}
    found = {
        "country": country.name,
        "iso3": country.iso3,
        "admin1": admin1_of(place, event.country, event.place_precision, (event.latitude, event.longitude)),
        "place": place,
        "first_day": iso(first),
        "last_day": iso(last),
        event.impact: number_of(event),
        "source": event.source_canonical or event.source,
    }
    return article | {name: getattr(event, name) for name in _SAME} | found
