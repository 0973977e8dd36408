"""The columns of UCDP GED (version 24): a row a happening of political violence with at least one death.

``best`` is the best toll of an incident; of a single article the newest, else the first that is told. ``low`` and
``high`` are the least and most of those that stand, never a sum. ``deaths_civilians`` are those among the people of
``best``, ``deaths_unknown`` the rest of them. Sides and type of violence are filled where
articles tell who did it and who was hit, and they are a state or organised groups: 1 a state and a group, 2 two groups,
3 either against civilians. Empty: conflict and dyad, all ids, second administrative units: articles are not coded for
them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from nlp_events.values import ArticleResult, Incident
from nlp_events.writers.layouts.cases import Case, Toll, cases_of_incidents, cases_of_results
from nlp_events.writers.layouts.happenings import CONFLICT, iso, span_of
from nlp_events.writers.layouts.sides import Kind, Sides

ROW = "a happening of political violence with at least one death"
LOST = "happenings without a death, disasters, running totals, all impacts but deaths, certainty, modifiers"
NEEDS = ("best", "date_start", "country", "latitude", "longitude")
"""Columns without which there is no row."""
COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date",
    "source_headline", "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity",
    "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high",
    "low", "gwnoa", "gwnob",
)  # fmt: skip
_TYPES: dict[tuple[Kind, Kind], int] = {
    ("state", "group"): 1, ("group", "state"): 1, ("group", "group"): 2, ("state", "civilians"): 3,
    ("group", "civilians"): 3,
}  # fmt: skip
"""Kinds of who did it and of who was hit → UCDP's type of violence."""
_DATE_PRECISION = ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5))
"""Most days of an interval → UCDP's code: day, 2–6 days, week, month, year."""
_WHERE_PRECISION = {"settlement": 1, "region": 4, "country": 6}


def record_rows(results: Iterable[ArticleResult]) -> Iterator[dict[str, Any]]:
    """The rows of the happenings of single articles."""
    return map(_row, cases_of_results(results, CONFLICT))


def incident_rows(incidents: Iterable[Incident]) -> Iterator[dict[str, Any]]:
    """The rows of incidents."""
    return map(_row, cases_of_incidents(incidents, CONFLICT))


def _row(case: Case) -> dict[str, Any]:
    killed = case.tolls.get("killed")
    return (
        _source(case)
        | _sides(case.sides)
        | _where(case)
        | _when(case)
        | (_deaths(case, killed) if killed and killed.best else {})
    )


def _source(case: Case) -> dict[str, Any]:
    return {
        "id": case.incident_id,
        "number_of_sources": len(case.sources) or None,
        "source_article": case.articles,
        "source_date": case.published,
        "source_headline": case.title,
        "source_original": "; ".join(case.sources),
    }


def _sides(sides: Sides) -> dict[str, Any]:
    """Both sides and the type of violence: of a state and a group the state is side a."""
    actor, hit = sides.actor, sides.hit
    if actor is None or hit is None:
        return {}
    kinds = actor.kind, hit.kind
    type_ = _TYPES.get(kinds)
    first, second = (hit, actor) if kinds == ("group", "state") else (actor, hit)
    return {"type_of_violence": type_, "side_a": first.name, "side_b": second.name} if type_ is not None else {}


def _where(case: Case) -> dict[str, Any]:
    known = case.latitude is not None and case.longitude is not None
    return {
        "where_prec": _WHERE_PRECISION.get(case.precision or ""),
        "where_coordinates": case.place,
        "where_description": case.written_place,
        "adm_1": case.admin1,
        "latitude": case.latitude,
        "longitude": case.longitude,
        "geom_wkt": f"POINT ({case.longitude} {case.latitude})" if known else None,
        "country": case.country.name,
    }


def _when(case: Case) -> dict[str, Any]:
    first, last = case.days
    span = span_of(case.days) or 0
    return {
        "year": first.year if first else None,
        "date_prec": next((code for most, code in _DATE_PRECISION if 0 < span <= most), None),
        "date_start": iso(first),
        "date_end": iso(last),
    }


def _deaths(case: Case, killed: Toll) -> dict[str, Any]:
    return {
        "best": killed.best,
        "low": killed.low,
        "high": killed.high,
        "deaths_civilians": case.civilians,
        "deaths_unknown": killed.best - (case.civilians or 0),
    }
