"""Quantities that are no numerals, and a range that is two numbers."""

from __future__ import annotations

from typing import Any

import pytest

from nlp_events.layers.figures.completing import completed
from nlp_events.layers.figures.lexicon import load_lexicon
from nlp_events.layers.quantities.rules import find_quantities
from nlp_events.text.folding import fold

LEXICON = load_lexicon()


def slots(text: str) -> list[tuple[str, str, Any, Any, str, str]]:
    folded = fold(text)
    return [
        (text[one["start"] : one["end"]], text[one["number_start"] : one["number_end"]], one["min"], one["max"],
         one["modifier"], one["kind"])
        for one in completed(text, folded, find_quantities(text)[0], LEXICON)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("L'un des gardiens est mort.", [("L'un", "L'un", 1, 1, "exact", "number")]),
        ("La crue n'a pas fait de victime.", [("pas fait de ", "pas fait de ", 0, 0, "exact", "zero")]),
        ("Le bilan est passé de 12 à 19 morts.", [("12", "12", 12, 12, "exact", "number"),
                                                  ("19", "19", 19, 19, "exact", "number")]),
        ("De 12 à 19 personnes sont mortes.", [("12 à 19", "12 à 19", 12, 19, "range", "range")]),
        ("Le bilan est passé entre 12 et 19 morts.", [("entre 12 et 19", "entre 12 et 19", 12, 19, "range", "range")]),
        ("Le bilan a été revu. " + "Le temps passe. " * 12 + "De 12 à 19 morts.",
         [("12 à 19", "12 à 19", 12, 19, "range", "range")]),
        ("Les deux tiers des 40 élus sont morts.", [("40", "40", 40, 40, "exact", "number")]),
    ],
)  # fmt: skip
def test_completed(text: str, quantities: list[tuple[str, str, Any, Any, str, str]]) -> None:
    assert slots(text) == quantities


def test_the_order_is_that_of_the_text() -> None:
    found = slots("Neuf civils sont morts, l'un des gardes est blessé, trois autres ont fui.")
    assert [one[0] for one in found] == ["Neuf", "l'un", "trois"]
