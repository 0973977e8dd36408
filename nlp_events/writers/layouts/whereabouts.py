"""What kind of place a happening's place is, and in which region it lies, as far as the gazetteer knows."""

from __future__ import annotations

from functools import lru_cache

from nlp_events.gazetteer import Gazetteer
from nlp_events.gazetteer.regions import region_at, region_named
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


def admin1_of(
    place: str | None, country: str | None, precision: PlacePrecision | None, point: tuple[float | None, float | None]
) -> str | None:
    """The first-level region that a place is or lies in, by its name in GeoNames; None where that is not known.

    Args:
        place: its name.
        country: ISO 3166-1 alpha-2.
        precision: what kind of place it is; what is wider than a region lies in none.
        point: latitude and longitude; that of a settlement tells its region, that of a region the middle of it.
    """
    latitude, longitude = point
    if country is None or place is None:
        return None
    if precision == "region":
        return region_named(country, place)
    if precision != "settlement" or latitude is None or longitude is None:
        return None
    return region_at(country, latitude, longitude)
