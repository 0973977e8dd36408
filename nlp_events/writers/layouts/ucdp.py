"""The columns of UCDP GED (version 24): a row a happening of political violence with at least one death.

``best`` is the newest toll, else the first that is told, ``low`` and ``high`` the least and most of those that stand,
never a sum. ``deaths_civilians`` are those among the people of ``best``, ``deaths_unknown`` the rest of them. Empty:
conflict, dyad and sides with their ids, type of violence, administrative units: articles are not coded for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from nlp_events.values import ArticleResult, Event
from nlp_events.writers.delimited import write_table
from nlp_events.writers.layouts.happenings import CONFLICT, Happening, happenings_of, iso, number_of, span_of

ROW = "a happening of political violence with at least one death"
LOST = "happenings without a death, disasters, running totals, all impacts but deaths, certainty, modifiers"
COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date",
    "source_headline", "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity",
    "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high",
    "low", "gwnoa", "gwnob",
)  # fmt: skip
_DATE_PRECISION = ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5))
"""Most days of an interval → UCDP's code: day, 2–6 days, week, month, year."""
_WHERE_PRECISION = {"settlement": 1, "region": 4, "country": 6}
_CIVILIANS = ("civilian", "child", "woman", "aid_worker", "journalist", "migrant")


def write(results: Iterable[ArticleResult], path: Path) -> None:
    """Write the layout."""
    write_table(path, COLUMNS, _rows(results))


def _rows(results: Iterable[ArticleResult]) -> Iterator[dict[str, Any]]:
    for happening in happenings_of(results, CONFLICT):
        best = happening.best_figure("killed")
        if best is not None and number_of(best):
            yield _source(happening) | _where(happening) | _when(happening) | _deaths(happening, best)


def _source(happening: Happening) -> dict[str, Any]:
    return {
        "id": happening.first_event.incident_id,
        "number_of_sources": len(happening.sources) or None,
        "source_article": happening.result.doc_id,
        "source_date": happening.result.published,
        "source_headline": happening.result.title,
        "source_original": "; ".join(happening.sources),
    }


def _where(happening: Happening) -> dict[str, Any]:
    event = happening.first_event
    known = event.latitude is not None and event.longitude is not None
    return {
        "where_prec": _WHERE_PRECISION.get(event.place_precision or ""),
        "where_coordinates": event.place_canonical,
        "where_description": event.place,
        "latitude": event.latitude,
        "longitude": event.longitude,
        "geom_wkt": f"POINT ({event.longitude} {event.latitude})" if known else None,
        "country": happening.country.name,
    }


def _when(happening: Happening) -> dict[str, Any]:
    first, last = happening.days
    span = span_of((first, last)) or 0
    return {
        "year": first.year if first else None,
        "date_prec": next((code for most, code in _DATE_PRECISION if 0 < span <= most), None),
        "date_start": iso(first),
        "date_end": iso(last),
    }


def _deaths(happening: Happening, best: Event) -> dict[str, Any]:
    figures = happening.standing("killed")
    number = number_of(best) or 0
    lows = [low for event in figures if (low := number_of(event)) is not None]
    civilians = _civilians(happening, best)
    return {
        "best": number,
        "low": min(lows),
        "high": max([*lows, *(event.max for event in figures if event.max is not None)]),
        "deaths_civilians": civilians,
        "deaths_unknown": number - (civilians or 0),
    }


def _civilians(happening: Happening, best: Event) -> int | None:
    """How many of a toll's people are told to be civilians: all, or its largest civilian part; None where untold."""
    if best.who_category in _CIVILIANS:
        return number_of(best)
    parts = [event for event in happening.events if event.part_of == best.event_id and event.who_category in _CIVILIANS]
    told = [part for event in parts if (part := number_of(event)) is not None]
    return min(max(told), number_of(best) or 0) if told else None
