"""The columns of IDMC's GIDD (disaggregated data), with three of its figure export (Helix).

Of records a row is a figure. Of incidents it is a happening, with one of its figures: of flows before stocks, of
displaced before evacuated before homeless, of persons before households, the first with a best toll. «Figure term»,
«Quantifier» and «Source excerpt» are Helix's. Households stay households: «Total figures» is filled in for persons
alone, as the size of a household is IDMC's to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from nlp_events.text.days import Days, days_of
from nlp_events.values import (
    ArticleResult,
    Cause,
    Event,
    Flow,
    Impact,
    Incident,
    IncidentImpact,
    Modifier,
    PlacePrecision,
    PlaceRole,
    SourceType,
    Unit,
)
from nlp_events.writers.incident_rows import sources_of
from nlp_events.writers.layouts.cases import best_reading, case_of
from nlp_events.writers.layouts.countries import Country, country_of
from nlp_events.writers.layouts.happenings import CONFLICT, iso, number_of, span_of

ROW = "a figure of people displaced, evacuated or made homeless; of incidents, a happening with one of them"
LOST = "all other impacts (refugees and returns too), certainty, links between figures, upper bounds of ranges"
NEEDS = ("ISO3", "Year", "Reported figures")
"""Columns without which there is no row."""
COLUMNS = (
    "ID", "ISO3", "Country", "Geographical region", "Figure cause", "Year", "Figure category", "Figure term",
    "Figure unit", "Quantifier", "Reported figures", "Household size", "Total figures", "Hazard category",
    "Hazard sub category", "Hazard type", "Hazard sub type", "Start date", "Start date accuracy", "End date",
    "End date accuracy", "Stock date", "Stock date accuracy", "Stock reporting date", "Publishers", "Sources",
    "Sources type", "Source excerpt", "Event ID", "Event name", "Event cause", "Event main trigger", "Event start date",
    "Event end date", "Event start date accuracy", "Event end date accuracy", "Is housing destruction", "Violence type",
    "Event codes", "Locations name", "Locations coordinates", "Locations accuracy", "Locations type",
    "Displacement occurred",
)  # fmt: skip
_TERMS = {"displaced": "Displaced", "evacuated": "Evacuated", "homeless": "Homeless"}
_CATEGORIES = {"flow": "Internal Displacements", "stock": "IDPs"}
_QUANTIFIERS = {"exact": "Exact", "approx": "Approximately", "range": "Approximately", "vague": "Approximately",
                "at_least": "More than or equal", "at_most": "Less than or equal"}  # fmt: skip
_UNITS = {"person": "Person", "household": "Household"}
_HAZARDS = {
    "flood": ("Weather related", "Flood"),
    "storm": ("Weather related", "Storm"),
    "drought": ("Weather related", "Drought"),
    "heat_or_cold": ("Weather related", "Extreme temperature"),
    "earthquake": ("Geophysical", "Earthquake"),
    "volcano": ("Geophysical", "Volcanic activity"),
    "landslide": (None, "Mass movement"),
    "fire": (None, None),
}
"""Cause → hazard category and type; a landslide may be of either category, a fire may be no wildfire."""
_ACCURACY = ((1, "Day"), (7, "Week"), (31, "Month"), (366, "Year"))
_PLACE_ACCURACY = {"settlement": "Town/Village (ADM3/POINT)", "region": "State/Region/Province (ADM1)",
                   "country": "Country/territory (ADM0)"}  # fmt: skip
_ROLES = {"origin": "Origin", "event": "Origin", "destination": "Destination"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Figure:
    """A figure as a row shows it; ``of`` are the columns of its happening that records do not know."""

    key: str | None
    incident_id: str
    cause: Cause | None
    impact: Impact
    unit: Unit
    flow: Flow | None
    modifier: Modifier | None
    number: int | None
    sources: str | None
    source_type: SourceType | None
    excerpt: str | None
    days: Days
    country: Country
    place: str | None
    latitude: float | None
    longitude: float | None
    precision: PlacePrecision | None
    role: PlaceRole | None
    of: dict[str, Any]


def record_rows(results: Iterable[ArticleResult]) -> Iterator[dict[str, Any]]:
    """The rows of the figures of displacement in records."""
    for result in results:
        for event in result.events:
            if event.impact in _TERMS:
                yield _row(_of_record(event))


def incident_rows(incidents: Iterable[Incident]) -> Iterator[dict[str, Any]]:
    """The rows of the incidents that displaced people; running totals are none."""
    for incident in incidents:
        if incident.scope != "cumulative" and (told := [one for one in incident.impacts if one.impact in _TERMS]):
            yield _row(_of_incident(incident, min(told, key=_weight)))


def _weight(impact: IncidentImpact) -> tuple[bool, bool, int, bool]:
    return impact.best is None, impact.flow == "stock", list(_TERMS).index(impact.impact), impact.unit == "household"


def _of_record(event: Event) -> _Figure:
    return _Figure(
        key=event.event_id, incident_id=event.incident_id, cause=event.cause, impact=event.impact, unit=event.unit,
        flow=event.flow, modifier=event.modifier, number=number_of(event),
        sources=event.source_canonical or event.source, source_type=event.source_type, excerpt=event.sentence,
        days=days_of(event.date), country=country_of(event.country), place=event.place_canonical or event.place,
        latitude=event.latitude, longitude=event.longitude, precision=event.place_precision, role=event.place_role,
        of={},
    )  # fmt: skip


def _of_incident(incident: Incident, impact: IncidentImpact) -> _Figure:
    case, reading = case_of(incident), best_reading(impact)
    first, last = case.days
    stock = impact.flow == "stock" and reading is not None and reading.as_of is not None
    accuracy = _accuracy(case.days)
    return _Figure(
        key=impact.best_event_id, incident_id=incident.incident_id, cause=incident.cause, impact=impact.impact,
        unit=impact.unit, flow=impact.flow, modifier=reading.modifier if reading else None, number=impact.best,
        sources="; ".join(sources_of(incident)), source_type=reading.source_type if reading else None,
        excerpt=reading.text if reading else None, days=days_of(reading.as_of) if stock and reading else case.days,
        country=case.country, place=case.place, latitude=case.latitude, longitude=case.longitude,
        precision=case.precision, role=None,
        of={
            "Stock reporting date": reading.as_of if stock and reading else None, "Event name": incident.title,
            "Event start date": iso(first), "Event end date": iso(last), "Event start date accuracy": accuracy,
            "Event end date accuracy": accuracy,
        },
    )  # fmt: skip


def _row(figure: _Figure) -> dict[str, Any]:
    return _what(figure) | _when(figure) | _where(figure) | figure.of


def _what(figure: _Figure) -> dict[str, Any]:
    hazard, kind = _HAZARDS.get(figure.cause or "", (None, None))
    cause = "Conflict" if figure.cause in CONFLICT else "Disaster" if figure.cause in _HAZARDS else "Other"
    return {
        "ID": figure.key,
        "Figure cause": cause if figure.cause else None,
        "Figure category": _CATEGORIES.get(figure.flow or ""),
        "Figure term": _TERMS[figure.impact],
        "Figure unit": _UNITS[figure.unit],
        "Quantifier": _QUANTIFIERS[figure.modifier] if figure.modifier else None,
        "Reported figures": figure.number,
        "Total figures": figure.number if figure.unit == "person" else None,
        "Hazard category": hazard,
        "Hazard type": kind,
        "Sources": figure.sources,
        "Sources type": figure.source_type,
        "Source excerpt": figure.excerpt,
        "Event ID": figure.incident_id,
    }


def _accuracy(days: Days) -> str | None:
    return next((name for most, name in _ACCURACY if (span_of(days) or 999) <= most), None)


def _when(figure: _Figure) -> dict[str, Any]:
    first, last = figure.days
    accuracy = _accuracy(figure.days)
    day = last or first
    year = {"Year": day.year if day else None}
    if figure.flow == "stock":
        return year | {"Stock date": iso(day), "Stock date accuracy": accuracy}
    return year | {
        "Start date": iso(first),
        "Start date accuracy": accuracy,
        "End date": iso(last),
        "End date accuracy": accuracy,
    }


def _where(figure: _Figure) -> dict[str, Any]:
    known = figure.latitude is not None and figure.longitude is not None
    return {
        "ISO3": figure.country.iso3,
        "Country": figure.country.name,
        "Locations name": figure.place,
        "Locations coordinates": f"{figure.latitude}, {figure.longitude}" if known else None,
        "Locations accuracy": _PLACE_ACCURACY.get(figure.precision or ""),
        "Locations type": _ROLES.get(figure.role or ""),
    }
