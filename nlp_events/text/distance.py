"""Distance between two places."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

EARTH_KM = 6371.0
Point = tuple[float | None, float | None]


def kilometres(first: Point, second: Point) -> float | None:
    """Great-circle distance of two (latitude, longitude) in WGS 84 degrees; None where one is unknown."""
    if first[0] is None or first[1] is None or second[0] is None or second[1] is None:
        return None
    latitudes = radians(first[0]), radians(second[0])
    half_latitude = (latitudes[1] - latitudes[0]) / 2
    half_longitude = radians(second[1] - first[1]) / 2
    chord = sin(half_latitude) ** 2 + cos(latitudes[0]) * cos(latitudes[1]) * sin(half_longitude) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(chord)))
