"""CSV with HXL hashtags (HXL 1.1) under its column names: a row a record.

The figure stands twice: as bounds, and in the column of its impact, as the lower bound or, without one, the upper.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, get_args

from nlp_events.text.days import days_of
from nlp_events.values import ArticleResult, Event, Impact
from nlp_events.writers.delimited import write_table
from nlp_events.writers.layouts.countries import country_of
from nlp_events.writers.layouts.happenings import iso, number_of

ROW = "a record"
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
}
"""Column → hashtag."""

_SAME = ("event_id", "incident_id", "cause", "latitude", "longitude", "min", "max", "modifier", "unit", "flow", "who",
         "who_category", "certainty", "scope", "source_type", "sentence",
         "confidence", "place_confidence", "date_confidence")  # fmt: skip


def write(results: Iterable[ArticleResult], path: Path) -> None:
    """Write the layout."""
    write_table(path, list(_TAGS), _rows(results), list(_TAGS.values()))


def _rows(results: Iterable[ArticleResult]) -> Iterator[dict[str, Any]]:
    for result in results:
        for event in result.events:
            yield _row(result, event)


def _row(result: ArticleResult, event: Event) -> dict[str, Any]:
    first, last = days_of(event.date)
    country = country_of(event.country)
    article = {"doc_id": result.doc_id, "title": result.title, "published": result.published}
    found = {
        "country": country.name,
        "iso3": country.iso3,
        "place": event.place_canonical or event.place,
        "first_day": iso(first),
        "last_day": iso(last),
        event.impact: number_of(event),
        "source": event.source_canonical or event.source,
    }
    return article | {name: getattr(event, name) for name in _SAME} | found
