"""The columns of ACLED (as of March 2023): a row a happening of political violence.

``fatalities`` is ACLED's conservative reading: the lowest toll that stands, «des dizaines» as 10, «des centaines» as
100, never a sum; empty where no dead are told. Empty throughout: actors, interaction, event types (but abductions), as
articles are not coded for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from nlp_events.values import ArticleResult
from nlp_events.writers.delimited import write_table
from nlp_events.writers.layouts.happenings import CONFLICT, Happening, happenings_of, iso, span_of, vague_number_of

ROW = "a happening of political violence"
LOST = (
    "disasters and accidents, running totals, all impacts but deaths, bounds, certainty; "
    "dates known to a month at best keep it, wider ones are empty"
)
COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso",
    "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source",
    "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
_TIME_PRECISION = ((1, 1), (7, 2), (31, 3))
"""Most days of an interval → ACLED's code: day, week, month."""
_GEO_PRECISION = {"settlement": 1, "region": 3, "country": 3}


def write(results: Iterable[ArticleResult], path: Path) -> None:
    """Write the layout."""
    write_table(path, COLUMNS, _rows(results))


def _rows(results: Iterable[ArticleResult]) -> Iterator[dict[str, Any]]:
    for happening in happenings_of(results, CONFLICT):
        days = happening.days
        span = span_of(days) or 0
        precision = next((code for most, code in _TIME_PRECISION if 0 < span <= most), None)
        day = days[0] if precision else None
        yield (
            _where(happening)
            | _what(happening)
            | {
                "event_id_cnty": happening.first_event.incident_id,
                "event_date": iso(day),
                "year": day.year if day else None,
                "time_precision": precision,
            }
        )


def _where(happening: Happening) -> dict[str, Any]:
    event = happening.first_event
    return {
        "iso": happening.country.numeric,
        "country": happening.country.name,
        "location": happening.place,
        "latitude": event.latitude,
        "longitude": event.longitude,
        "geo_precision": _GEO_PRECISION.get(event.place_precision or ""),
    }


def _what(happening: Happening) -> dict[str, Any]:
    abduction = any(event.impact == "abducted" for event in happening.events)
    tolls = [number for event in happening.standing("killed") if (number := vague_number_of(event)) is not None]
    return {
        "disorder_type": None if happening.first_event.cause == "unrest" else "Political violence",
        "event_type": "Violence against civilians" if abduction else None,
        "sub_event_type": "Abduction/forced disappearance" if abduction else None,
        "source": "; ".join(happening.sources),
        "notes": happening.sentences,
        "fatalities": min(tolls, default=None),
    }
