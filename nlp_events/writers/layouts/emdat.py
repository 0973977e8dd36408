"""The columns of EM-DAT's public table (2024): a row a disaster and country.

«Total Deaths» are dead and missing, «Total Affected» injured, affected and homeless: these sums are EM-DAT's own rules,
over different people; no two figures of the same people are ever added. «No. Affected» is the first of affected,
displaced, evacuated that is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from nlp_events.text.days import days_of
from nlp_events.values import ArticleResult, Incident
from nlp_events.writers.layouts.cases import Case, cases_of_incidents, cases_of_results

ROW = "a disaster or accident"
LOST = "conflicts and attacks, running totals, bounds, certainty, sources, dead apart from missing, households"
NEEDS = ("ISO", "Start Year")
"""Columns without which there is no row."""
COLUMNS = (
    "DisNo.", "Historic", "Classification Key", "Disaster Group", "Disaster Subgroup", "Disaster Type",
    "Disaster Subtype", "External IDs", "Event Name", "ISO", "Country", "Subregion", "Region", "Location", "Origin",
    "Associated Types", "OFDA/BHA Response", "Appeal", "Declaration", "AID Contribution ('000 US$)", "Magnitude",
    "Magnitude Scale", "Latitude", "Longitude", "River Basin", "Start Year", "Start Month", "Start Day", "End Year",
    "End Month", "End Day", "Total Deaths", "No. Injured", "No. Affected", "No. Homeless", "Total Affected",
    "Reconstruction Costs ('000 US$)", "Reconstruction Costs, Adjusted ('000 US$)", "Insured Damage ('000 US$)",
    "Insured Damage, Adjusted ('000 US$)", "Total Damage ('000 US$)", "Total Damage, Adjusted ('000 US$)", "CPI",
    "Admin Units", "Entry Date", "Last Update",
)  # fmt: skip
_NATURAL, _TECHNOLOGICAL = "Natural", "Technological"
_CLASSES = {
    "flood": (_NATURAL, "Hydrological", "Flood", None),
    "storm": (_NATURAL, "Meteorological", "Storm", None),
    "heat_or_cold": (_NATURAL, "Meteorological", "Extreme temperature", None),
    "drought": (_NATURAL, "Climatological", "Drought", None),
    "earthquake": (_NATURAL, "Geophysical", "Earthquake", None),
    "volcano": (_NATURAL, "Geophysical", "Volcanic activity", None),
    "landslide": (_NATURAL, None, None, None),
    "epidemic": (_NATURAL, "Biological", "Epidemic", None),
    "fire": (None, None, None, None),
    "transport_accident": (_TECHNOLOGICAL, "Transport", None, None),
    "shipwreck": (_TECHNOLOGICAL, "Transport", "Water", None),
    "industrial_accident": (_TECHNOLOGICAL, "Industrial accident", None, None),
}
"""Cause → group, subgroup, type, subtype; None where a news cause is wider than one class."""


def record_rows(results: Iterable[ArticleResult]) -> Iterator[dict[str, Any]]:
    """The rows of the happenings of single articles."""
    return map(_row, cases_of_results(results, _CLASSES))


def incident_rows(incidents: Iterable[Incident]) -> Iterator[dict[str, Any]]:
    """The rows of incidents."""
    return map(_row, cases_of_incidents(incidents, _CLASSES))


def _row(case: Case) -> dict[str, Any]:
    names = ("Disaster Group", "Disaster Subgroup", "Disaster Type", "Disaster Subtype")
    return {
        **dict(zip(names, _CLASSES[case.cause or ""], strict=True)),
        **_people(case),
        "DisNo.": case.incident_id,
        "ISO": case.country.iso3,
        "Country": case.country.name,
        "Location": ", ".join(dict.fromkeys(name for name in (case.place, case.admin1) if name)) or None,
        "Latitude": case.latitude,
        "Longitude": case.longitude,
        **_day("Start", case.start),
        **_day("End", case.end),
    }


def _day(side: str, written: str) -> dict[str, Any]:
    """Year, month and day as far as a date tells them."""
    day = days_of(written)[0]
    if day is None:
        return {}
    parts = {f"{side} Year": day.year, f"{side} Month": day.month, f"{side} Day": day.day}
    return dict(list(parts.items())[: written.count("-") + 1])


def _people(case: Case) -> dict[str, Any]:
    told = [case.best(impact) for impact in ("affected", "displaced", "evacuated")]
    injured, homeless = case.best("injured"), case.best("homeless")
    affected = next((number for number in told if number is not None), None)
    return {
        "Total Deaths": _sum(case.best("killed"), case.best("missing")),
        "No. Injured": injured,
        "No. Affected": affected,
        "No. Homeless": homeless,
        "Total Affected": _sum(injured, affected, homeless),
    }


def _sum(*numbers: int | None) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if known else None
