"""Shares with a verb of their own, nobody of them, those who were there, and numbers set right."""

from __future__ import annotations

import pytest

from nlp_events.layers.figures.rules import find_figures
from nlp_events.layers.quantities.rules import find_quantities


def counted(text: str) -> list[tuple[str, str, int | None, bool]]:
    """(impact, words, least, whether it is denied) of each figure."""
    figures = find_figures(text, find_quantities(text)[0])[0]
    return [(one.impact, text[one.item.start : one.item.end], one.quantity["min"], one.denied) for one in figures]


@pytest.mark.parametrize(
    "text",
    [
        "Aucun des blessés n'est en danger.",
        "Aucun de ces blessés n'a pu parler.",
        "Le village compte 300 habitants, dont la moitié ont fui.",
        "Le bourg compte 4 000 personnes, dont la plupart ont été déplacées.",
    ],
)
def test_nobody_is_counted(text: str) -> None:
    assert counted(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aucun des passagers n'a été blessé.", [("injured", "Aucun des passagers", 0, False)]),
        ("Aucun blessé n'est à déplorer.", [("injured", "Aucun blessé", 0, False)]),
        (
            "300 villageois, dont la moitié d'enfants, ont été tués.",
            [("killed", "300 villageois", 300, False)],
        ),
        ("Aucun des 80 passagers n'a survécu.", [("killed", "80 passagers", 80, False)]),
        (
            "L'avion transportait 55 passagers et sept stewards. Il n'y a aucun survivant.",
            [("killed", "55 passagers", 55, False), ("killed", "sept stewards", 7, False)],
        ),
        ("Le car transportait 30 élèves. " + "La route est fermée. " * 9 + "Aucun n'a survécu.", []),
        ("Le bac a sombré avec 12 pêcheurs. Deux ont survécu.", [("rescued", "Deux", 2, False)]),
        (
            "Douze ouvriers sont morts ; ils étaient quinze dans la mine.",
            [("killed", "Douze ouvriers", 12, False)],
        ),
        (
            "Douze ouvriers sont morts. Ils étaient quinze à travailler au fond.",
            [("killed", "Douze ouvriers", 12, False)],
        ),
        (
            "Dix ouvriers sont morts. Ils étaient huit dans le premier bilan.",
            [("killed", "Dix ouvriers", 10, False), ("killed", "huit", 8, False)],
        ),
        (
            "Les raids ont fait respectivement 8, 5 et 13 morts à Gao, à Ber et à Kidal.",
            [("killed", "8", 8, False), ("killed", "5", 5, False), ("killed", "13 morts", 13, False)],
        ),
        (
            "Huit soldats et 13 civils sont morts.",
            [("killed", "Huit soldats", 8, False), ("killed", "13 civils", 13, False)],
        ),
        (
            "L'incendie n'a pas fait douze morts, mais neuf, a rectifié la préfecture.",
            [("killed", "douze morts", 12, True), ("killed", "neuf", 9, False)],
        ),
        (
            "Le bilan n'est pas de 52 morts mais de 50.",
            [("killed", "52 morts", 52, True), ("killed", "50", 50, False)],
        ),
    ],
)
def test_who_is_counted(text: str, expected: list[tuple[str, str, int, bool]]) -> None:
    assert [one for one in counted(text) if one[2] is not None] == expected
