"""Capitals lose their accents."""

from __future__ import annotations

import pytest

from nlp_events.layers.figures.rules import find_figures
from nlp_events.layers.quantities.rules import find_quantities


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("12 TUES ET 30 BLESSES DANS UN ATTENTAT A GAO", [(12, "killed"), (30, "injured")]),
        ("BOMBE A GAO : DOUZE TUÉS", [(12, "killed")]),
        ("PLUS DE 300 EVACUES APRES LA CRUE", [(300, "evacuated")]),
        ("DOUZE BERGERS ONT ETE TUES PRES DE GAO", [(12, "killed")]),
        ("UNE BOMBE TUE DOUZE BERGERS", [(12, "killed")]),
        ("Douze bergers tues lundi", []),
        ("TU TUES LE TEMPS 12 FOIS", []),
    ],
)
def test_a_headline(text: str, found: list[tuple[int, str]]) -> None:
    readings = find_figures(text, find_quantities(text)[0])[0]
    assert [(reading.quantity["min"], reading.impact) for reading in readings] == found
