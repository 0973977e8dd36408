"""Fractions and negative numbers: sentences with the span and its value inline."""

from __future__ import annotations

import pytest

from nlp_events.layers.figures.rules import find_figures
from nlp_events.layers.quantities.rules import find_quantities

Row = tuple[str, str, float | None, float | None, str]

FRACTIONS: list[Row] = [
    ("Les deux tiers de la ville sont détruits.", "deux tiers", 2 / 3, 2 / 3, "exact"),
    ("Un tiers des habitants a voté.", "Un tiers", 1 / 3, 1 / 3, "exact"),
    ("Le budget recule d'un tiers.", "un tiers", 1 / 3, 1 / 3, "exact"),
    ("La moitié des maisons est à terre.", "La moitié", 0.5, 0.5, "exact"),
    ("Un cinquième des habitants a voté.", "Un cinquième", 0.2, 0.2, "exact"),
    ("Les trois quarts du pays sont privés d'eau.", "trois quarts", 0.75, 0.75, "exact"),
    ("Les sept dixièmes des puits sont à sec.", "sept dixièmes", 0.7, 0.7, "exact"),
    ("Elle gagne avec deux centièmes d'avance.", "deux centièmes", 0.02, 0.02, "exact"),
    ("Un enfant sur trois a faim.", "Un enfant sur trois", 1 / 3, 1 / 3, "exact"),
    ("Près de quatre foyers sur dix ont faim.", "Près de quatre foyers sur dix", 0.4, 0.4, "approx"),
    ("Deux ou trois puits sur dix sont à sec.", "Deux ou trois puits sur dix", 0.2, 0.3, "range"),
    ("Le risque est de un sur vingt-cinq.", "un sur vingt-cinq", 0.04, 0.04, "exact"),
    ("Il reste 3/4 des vivres.", "3/4", 0.75, 0.75, "exact"),
    ("Il faut 2 1/2 sacs.", "2 1/2", 2.5, 2.5, "exact"),
    ("Il faut 1 et 3/4 de sac.", "1 et 3/4", 1.75, 1.75, "exact"),
    ("Il reste ½ ration.", "½", 0.5, 0.5, "exact"),
    ("Plus de la moitié des élus sont absents.", "Plus de la moitié", 0.5, None, "at_least"),
    ("Plus des deux tiers des élus sont absents.", "Plus des deux tiers", 2 / 3, None, "at_least"),
    ("Près du quart des élus sont absents.", "Près du quart", 0.25, 0.25, "approx"),
    ("Moins d'un tiers des élus sont absents.", "Moins d'un tiers", None, 1 / 3, "at_most"),
    ("Au moins un quart des élus sont absents.", "Au moins un quart", 0.25, None, "at_least"),
]  # fmt: skip

NUMBERS: list[Row] = [
    ("Un quart de million de Maliens ont fui.", "Un quart de million", 250_000, 250_000, "exact"),
    ("Près de trois quarts de million de Maliens ont fui.", "Près de trois quarts de million", 75e4, 75e4, "approx"),
    ("Cinq millions et un tiers", "Cinq millions et un tiers", 5_333_333.333333, 5_333_333.333333, "exact"),
    ("Le solde est de cent et trois quarts.", "cent et trois quarts", 100.75, 100.75, "exact"),
    ("Le solde est négatif douze.", "négatif douze", -12, -12, "exact"),
    ("Il fait moins huit.", "moins huit", -8, -8, "exact"),
    ("Moins vingt-cinq", "Moins vingt-cinq", -25, -25, "exact"),
    ("- 3 500", "- 3 500", -3500, -3500, "exact"),
    ("Le solde est de négatif un.", "négatif un", -1, -1, "exact"),
    ("Il en reste moins que prévu, huit.", "huit", 8, 8, "exact"),
    ("Le test est négatif, 12 soldats sont sortis.", "12", 12, 12, "exact"),
    ("Le seuil est plus grand que 30.", "plus grand que 30", 30, None, "at_least"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "span", "low", "high", "modifier"), FRACTIONS)
def test_fractions(text: str, span: str, low: float | None, high: float | None, modifier: str) -> None:
    (value,) = find_quantities(text)[0]
    assert (text[value["start"] : value["end"]], value["modifier"], value["kind"]) == (span, modifier, "fraction")
    assert (value["min"], value["max"]) == (pytest.approx(low), pytest.approx(high))


@pytest.mark.parametrize(("text", "span", "low", "high", "modifier"), NUMBERS)
def test_numbers(text: str, span: str, low: float | None, high: float | None, modifier: str) -> None:
    (value,) = find_quantities(text)[0]
    assert (text[value["start"] : value["end"]], value["modifier"], value["kind"]) == (span, modifier, "number")
    assert (value["min"], value["max"]) == (pytest.approx(low), pytest.approx(high))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Il a attendu trois quarts d'heure.", "fraction"),
        ("Le quart de finale est reporté.", "fraction"),
        ("Un numéro joignable 24/24.", "fraction"),
        ("La route a rouvert le 3/4.", "fraction"),
        ("Rendez-vous en 11/2016.", "fraction"),
        ("Les quatre-vingtièmes rencontres sont closes.", "rank"),
        ("Les vingt-cinquièmes rencontres sont closes.", "rank"),
        ("Les deux cinquièmes places sont prises.", "rank"),
        ("Un tiers à trente pour cent.", "percent"),
    ],
)
def test_no_fraction(text: str, reason: str) -> None:
    quantities, refusals = find_quantities(text)
    assert reason in [refusal["reason"] for refusal in refusals]
    assert [value["rule"] for value in quantities if value["start"] and value["kind"] == "fraction"] == []


def test_what_follows_the_whole_makes_it_no_share() -> None:
    quantities, refusals = find_quantities("Un débat sur trois projets est prévu.")
    assert quantities == []
    assert [refusal["reason"] for refusal in refusals] == ["fraction", "fraction"]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Un tiers des 300 passagers sont morts.", [300]),
        ("La moitié des 40 mineurs sont morts.", [40]),
        ("Un soldat sur trois est mort.", []),
        ("Douze mineurs sur 27 sont morts.", [12]),
        ("Les deux tiers de la ville brûlent, 12 habitants sont morts.", [12]),
        ("Je vois cinq camions sur trois.", [5, 3]),
    ],
)
def test_a_fraction_leaves_the_numbers_beside_it(text: str, counts: list[int]) -> None:
    values = find_quantities(text)[0]
    assert [value["min"] for value in values if value["kind"] != "fraction"] == counts


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("La moitié des otages ont été tués.", []),
        ("Un tiers des soldats sont morts.", []),
        ("Un civil sur trois est mort.", []),
        ("Les deux tiers de la ville brûlent, 12 habitants sont morts.", [12]),
    ],
)
def test_a_fraction_is_no_figure(text: str, killed: list[int]) -> None:
    readings, _ = find_figures(text, find_quantities(text)[0])
    assert [reading.quantity["min"] for reading in readings] == killed
