"""The columns of ACLED (as of March 2023): a row a happening of political violence whose day and country are known.

``fatalities`` is the best toll of an incident; of a single article the lowest that stands, as ACLED reads reports. «des
dizaines» is 10, «des centaines» 100, never a sum; 0 where no dead are told, as ACLED codes it. ``actor1`` is who
did it, ``actor2`` who was hit, as articles tell it and not where the actor denies it; of an incident ``actor1`` leads
its actors, and who is named instead stands in ``notes``. ``inter`` are ACLED's codes, 3 for gangs and for armed men
nobody has identified. Empty: event types but abductions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from nlp_events.values import ArticleResult, Incident
from nlp_events.writers.layouts.cases import Case, cases_of_incidents, cases_of_results
from nlp_events.writers.layouts.happenings import CONFLICT, iso, span_of
from nlp_events.writers.layouts.sides import Kind, Sides

ROW = "a happening of political violence"
LOST = "disasters and accidents, running totals, all impacts but deaths, bounds, certainty"
NEEDS = ("event_date", "country")
"""Columns without which there is no row; a day that is known to a year only is none."""
COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso",
    "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source",
    "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
_INTER: dict[Kind, int] = {"state": 1, "group": 2, "militia": 3, "crowd": 5, "civilians": 7}
"""Kind of a side → ACLED's code."""
_TIME_PRECISION = ((1, 1), (7, 2), (31, 3))
"""Most days of an interval → ACLED's code: day, week, month."""
_GEO_PRECISION = {"settlement": 1, "region": 3, "country": 3}


def record_rows(results: Iterable[ArticleResult]) -> Iterator[dict[str, Any]]:
    """The rows of the happenings of single articles."""
    return map(_row, cases_of_results(results, CONFLICT))


def incident_rows(incidents: Iterable[Incident]) -> Iterator[dict[str, Any]]:
    """The rows of incidents."""
    return map(_row, cases_of_incidents(incidents, CONFLICT))


def _row(case: Case) -> dict[str, Any]:
    span = span_of(case.days) or 0
    precision = next((code for most, code in _TIME_PRECISION if 0 < span <= most), None)
    day = case.days[0] if precision else None
    return {
        "event_id_cnty": case.incident_id,
        "event_date": iso(day),
        "year": day.year if day else None,
        "time_precision": precision,
        **_where(case),
        **_what(case),
        **_who(case.sides),
    }


def _where(case: Case) -> dict[str, Any]:
    return {
        "iso": case.country.numeric,
        "country": case.country.name,
        "admin1": case.admin1,
        "location": case.place,
        "latitude": case.latitude,
        "longitude": case.longitude,
        "geo_precision": _GEO_PRECISION.get(case.precision or ""),
    }


def _who(sides: Sides) -> dict[str, Any]:
    actor, hit = sides.actor, sides.hit
    codes = [_INTER[side.kind] for side in (actor, hit) if side is not None]
    return {
        "actor1": actor.name if actor else None,
        "assoc_actor_1": "; ".join(one.name for one in sides.others) or None,
        "inter1": _INTER[actor.kind] if actor else None,
        "actor2": hit.name if hit else None,
        "inter2": _INTER[hit.kind] if hit else None,
        "interaction": "".join(map(str, sorted(codes))) if actor and hit else None,
        "civilian_targeting": "Civilian targeting" if actor and hit and hit.kind == "civilians" else None,
    }


def _what(case: Case) -> dict[str, Any]:
    abduction = "abducted" in case.impacts
    killed = case.tolls.get("killed")
    return {
        "disorder_type": None if case.cause == "unrest" else "Political violence",
        "event_type": "Violence against civilians" if abduction else None,
        "sub_event_type": "Abduction/forced disappearance" if abduction else None,
        "source": "; ".join(case.sources),
        "notes": case.notes,
        "fatalities": killed.conservative if killed else 0,
    }
