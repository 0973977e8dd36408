import json
import math
import re
from itertools import pairwise

import pytest

from nlp_events.report.outlines import OUTLINES, SCALE, outlines, project, rings


def test_the_middle_and_the_borders_of_the_map():
    assert project(0, 0) == (0, 0)
    assert project(180, 0)[0] == pytest.approx(5007, abs=1)
    assert project(0, 90)[1] == pytest.approx(-project(0, -90)[1]) == pytest.approx(-0.4867 * 5007, abs=1)


@pytest.mark.parametrize("place", [(0, 0), (2.35, 48.86), (-3, -30), (140, 70), (-120, 15)])
def test_areas_stay_true(place):
    """Equal Earth: a square degree covers the same share of the map wherever it is, but for its height on the globe."""
    longitude, latitude = place
    step = 1e-4
    east = project(longitude + step, latitude)[0] - project(longitude, latitude)[0]
    north = project(longitude, latitude)[1] - project(longitude, latitude + step)[1]
    cell = math.radians(step) ** 2 * math.cos(math.radians(latitude))
    assert east * north / cell == pytest.approx(SCALE**2, rel=1e-3)


def test_shipped_outlines_are_paths_inside_the_map():
    world = json.loads(OUTLINES.read_text(encoding="utf-8"))
    left, top, width, height = world["bounds"]
    assert {"FR", "ML", "CD", "TD", "SY", "TR", "XK"} < set(world["countries"])
    assert "Natural Earth" in world["credit"]
    for path in world["countries"].values():
        assert re.fullmatch(r"(?:M-?\d+,-?\d+l(?:-?\d+,-?\d+ ?)+z)+", path)
        for x, y in re.findall(r"M(-?\d+),(-?\d+)", path):
            assert left - 5 <= int(x) <= left + width + 5
            assert top - 200 <= int(y) <= top + height


def square(west):
    """A topology of one square country, ten degrees wide, whose western border is given."""
    corners = [(west, 0), (west + 10, 0), (west + 10, 10), (west + 5, 10.01), (west, 10), (west, 0)]
    corners = [((x + 180) % 360 - 180, y) for x, y in corners]
    steps = [corners[0], *((b[0] - a[0], b[1] - a[1]) for a, b in pairwise(corners))]
    country = {"type": "Polygon", "id": "001", "arcs": [[0]], "properties": {"name": "Square"}}
    transform = {"scale": [1, 1], "translate": [0, 0]}
    return {"transform": transform, "arcs": [steps], "objects": {"countries": {"geometries": [country]}}}


def test_points_close_to_a_line_go_and_codes_come():
    made = outlines(square(20), {"001": "SQ"})
    assert list(made["countries"]) == ["SQ"]
    assert made["countries"]["SQ"].count(" ") == 3
    assert list(outlines(square(20), {})["countries"]) == ["Square"]


def test_a_country_across_the_date_line_stays_in_one_piece():
    steps = re.findall(r"(-?\d+),", outlines(square(175), {})["countries"]["Square"])[1:]
    assert max(abs(int(step)) for step in steps) < 400


def test_outlines_are_given_as_closed_lines():
    lines = list(rings())
    world = json.loads(OUTLINES.read_text(encoding="utf-8"))
    assert len(lines) == sum(path.count("M") for path in world["countries"].values())
    x, y = project(2.35, 48.86)
    assert any(min(a for a, _ in ring) < x < max(a for a, _ in ring) for ring in lines)
    assert min(abs(b - y) for ring in lines for a, b in ring if abs(a - x) < 30) < 60
