"""Persons whom no numeral counts: brought in by an article or a possessive, neither named nor counted before."""

from __future__ import annotations

import pytest

from nlp_events.layers.figures.brought_in import RULE, brought_in
from nlp_events.layers.figures.lexicon import load_lexicon
from nlp_events.layers.figures.rules import read_figures
from nlp_events.layers.quantities.rules import find_quantities
from nlp_events.text.folding import fold

LEXICON = load_lexicon()


def ones(text: str) -> list[str]:
    return [text[one["start"] :][:14] for one in brought_in(text, fold(text), LEXICON)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le conducteur a été tué.", ["Le conducteur "]),
        ("L'instituteur a été enlevé.", ["L'instituteur "]),
        ("La mort du gardien a ému.", ["du gardien a é"]),
        ("Sa fille a été blessée.", ["Sa fille a été"]),
        ("La fille a été blessée.", []),
        ("Le suspect a été tué.", []),
        ("Le ministre a été tué.", []),
        ("Les conducteurs ont été tués.", []),
        ("Le chauffeur Issa Traoré a été tué.", []),
        ("Sa fille, Awa, a été blessée.", []),
        ("Le cycliste belge Jan Peeters est mort.", []),
        ("Le conducteur du car a été tué.", ["Le conducteur "]),
        ("Un chauffeur a été agressé. Le chauffeur est mort.", []),
        ("Deux motards ont fui. Le motard a été tué.", []),
        ("Le camion a versé. Le chauffeur est mort.", ["Le chauffeur e"]),
        ("Le motard est mort. Un motard a fui. Le motard a été vu.", ["Le motard est "]),
    ],
)
def test_who_is_brought_in(text: str, expected: list[str]) -> None:
    assert ones(text) == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Le conducteur a été tué sur le coup.", [("Le conducteur", "killed")]),
        ("L'accident a coûté la vie au chauffeur.", [("chauffeur", "killed")]),
        ("La collision a causé la mort du motard.", [("motard", "killed")]),
        ("Huit blessés, dont le proviseur, sont soignés.", [("Huit blessés", "injured"), ("le proviseur", "injured")]),
        ("Des hommes armés ont enlevé son frère.", [("son frère", "abducted")]),
        ("Le conducteur a tué deux piétons.", [("deux piétons", "killed")]),
        ("Le berger a perdu douze brebis.", []),
    ],
)
def test_what_happened_to_them(text: str, told: list[tuple[str, str]]) -> None:
    readings = read_figures(text, find_quantities(text)[0]).readings
    assert [(text[one.item.start : one.item.end], one.impact) for one in readings] == told
    single = [one.quantity for one in readings if one.quantity["rule"] == RULE]
    assert all((one["min"], one["max"], one["modifier"]) == (1, 1, "exact") for one in single)
