"""Numbers beside a trigger that count no people."""

from __future__ import annotations

import pytest

from nlp_events.layers.figures.rules import find_figures
from nlp_events.layers.quantities.rules import find_quantities


@pytest.mark.parametrize(
    ("text", "number", "trigger"),
    [
        ("Trois arbres ont été abattus par le vent.", "Trois arbres", "killed-verb"),
        ("Le feu a détruit 12 hangars et blessé deux bergers.", None, None),
        ("La commune compte 300 puits.", None, None),
    ],
)
def test_a_thing(text: str, number: str | None, trigger: str | None) -> None:
    refusals = [one for one in find_figures(text, find_quantities(text)[0])[1] if one["reason"] == "no_person"]
    found = [(text[one["start"] : one["end"]], one["rule"]) for one in refusals]
    assert found == ([(number, trigger)] if number else [])
