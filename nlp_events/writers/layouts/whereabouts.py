"""What kind of place a happening's place is, and in which region it lies, as far as the gazetteer knows."""

from __future__ import annotations

from functools import lru_cache

from nlp_events.gazetteer import Gazetteer
from nlp_events.values import PlacePrecision


@lru_cache(maxsize=1)
def _gazetteer() -> Gazetteer:
    return Gazetteer()


def precision_of(place: str | None, country: str | None, latitude: float | None) -> PlacePrecision | None:
    """What the point of a place is a point of, by its name and country.

    Args:
        place: its name, None where only the country is known.
        country: ISO 3166-1 alpha-2.
        latitude: of its point, None without one.

    Returns:
        «country» for a country alone and for a place that has but its country's point; None where nothing is known.
    """
    if place is None:
        return "country" if country else None
    found = _gazetteer().lookup(place, context_countries=[country] if country else [])
    if found is not None and (country is None or found.country in (country, None)):
        return found.precision
    return "country" if latitude is not None and country else None


def admin1_of(place: str | None, country: str | None, precision: PlacePrecision | None) -> str | None:
    """The first-level region that a place is or lies in; None where that is not known."""
    if place is None or country is None:
        return None
    return place if precision == "region" else None
