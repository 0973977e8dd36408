"""The columns of IDMC's GIDD (disaggregated data), with three of its figure export (Helix): a row a figure.

«Figure term», «Quantifier» and «Source excerpt» are Helix's. Households stay households: «Total figures» is filled in
for persons alone, as the size of a household is IDMC's to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from nlp_events.text.days import days_of
from nlp_events.values import ArticleResult, Event
from nlp_events.writers.delimited import write_table
from nlp_events.writers.layouts.countries import country_of
from nlp_events.writers.layouts.happenings import CONFLICT, Happening, iso, number_of, span_of

ROW = "a figure of people displaced, evacuated or made homeless"
LOST = "all other impacts (refugees and returns too), certainty, links between figures, upper bounds of ranges"
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


def write(results: Iterable[ArticleResult], path: Path) -> None:
    """Write the layout."""
    write_table(path, COLUMNS, _rows(results))


def _rows(results: Iterable[ArticleResult]) -> Iterator[dict[str, Any]]:
    for result in results:
        for event in result.events:
            if event.impact in _TERMS:
                yield _figure(event) | _when(event) | _where(Happening(result, (event,)))


def _figure(event: Event) -> dict[str, Any]:
    hazard, kind = _HAZARDS.get(event.cause or "", (None, None))
    cause = "Conflict" if event.cause in CONFLICT else "Disaster" if event.cause in _HAZARDS else "Other"
    return {
        "ID": event.event_id,
        "Figure cause": cause if event.cause else None,
        "Figure category": _CATEGORIES.get(event.flow or ""),
        "Figure term": _TERMS[event.impact],
        "Figure unit": _UNITS[event.unit],
        "Quantifier": _QUANTIFIERS[event.modifier],
        "Reported figures": number_of(event),
        "Total figures": number_of(event) if event.unit == "person" else None,
        "Hazard category": hazard,
        "Hazard type": kind,
        "Sources": event.source_canonical or event.source,
        "Sources type": event.source_type,
        "Source excerpt": event.sentence,
        "Event ID": event.incident_id,
    }


def _when(event: Event) -> dict[str, Any]:
    first, last = days_of(event.date)
    accuracy = next((name for most, name in _ACCURACY if (span_of((first, last)) or 999) <= most), None)
    year = {"Year": (last or first).year if last or first else None}  # type: ignore[union-attr]
    if event.flow == "stock":
        return year | {"Stock date": iso(last or first), "Stock date accuracy": accuracy}
    return year | {
        "Start date": iso(first),
        "Start date accuracy": accuracy,
        "End date": iso(last),
        "End date accuracy": accuracy,
    }


def _where(figure: Happening) -> dict[str, Any]:
    event = figure.first_event
    country = country_of(event.country)
    known = event.latitude is not None and event.longitude is not None
    return {
        "ISO3": country.iso3,
        "Country": country.name,
        "Locations name": figure.place,
        "Locations coordinates": f"{event.latitude}, {event.longitude}" if known else None,
        "Locations accuracy": _PLACE_ACCURACY.get(event.place_precision or ""),
        "Locations type": _ROLES.get(event.place_role or ""),
    }
