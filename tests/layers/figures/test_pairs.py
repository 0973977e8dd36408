"""Numbers that a list pairs with names, as the rules read them before any decision."""

from __future__ import annotations

import pytest

from nlp_events.layers.figures.rules import find_figures
from nlp_events.layers.quantities.rules import find_quantities

Row = tuple[str, str, str | None]


def read(text: str) -> list[Row]:
    """(number, impact, the figure it is a part of) of each figure of a text."""
    readings, _ = find_figures(text, find_quantities(text)[0])

    def written(item: object) -> str:
        return text[item.start : item.end]  # type: ignore[attr-defined]

    return [(written(one.item), one.impact, written(one.whole.item) if one.whole else None) for one in readings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "La pluie a fait 22 morts. Les victimes se répartissent entre Kati (12), Sikasso (7) et Ségou (3).",
            [
                ("22 morts", "killed", None), ("12", "killed", "22 morts"), ("7", "killed", "22 morts"),
                ("3", "killed", "22 morts"),
            ],
        ),
        (
            "La crue a tué 31 personnes. Par région : Maradi, 14 ; Zinder, 9 ; Tahoua, 8.",
            [
                ("31 personnes", "killed", None), ("14", "killed", "31 personnes"), ("9", "killed", "31 personnes"),
                ("8", "killed", "31 personnes"),
            ],
        ),
        # Those of whom the words before the list speak, not the last ones told.
        (
            "Le choc a fait deux morts et 9 blessés. Les défunts étaient de Thiès (1) et de Mbour (1).",
            [
                ("deux morts", "killed", None), ("9 blessés", "injured", None), ("1", "killed", "deux morts"),
                ("1", "killed", "deux morts"),
            ],
        ),
        # Nobody has told a total.
        (
            "Des morts sont signalés à Bria (12), Bambari (7) et Bangassou (2).",
            [("12", "killed", None), ("7", "killed", None), ("2", "killed", None)],
        ),
        # The first pair says what is counted, and holds none of the others.
        (
            "Trois villes sont touchées : Bria (12 morts), Bambari (7) et Bangassou (2).",
            [("12 morts", "killed", None), ("7", "killed", None), ("2", "killed", None)],
        ),
        # More than the total: they are none of its parts.
        (
            "L'attaque a fait 9 morts : Bria (12) et Bambari (7).",
            [("9 morts", "killed", None), ("12", "killed", None), ("7", "killed", None)],
        ),
        # Two kinds in each bracket, each of its own total.
        (
            "On compte 14 morts et 33 blessés, entre Antalaha (8 morts, 20 blessés) et Sambava (6 morts, 13 blessés).",
            [
                ("14 morts", "killed", None), ("33 blessés", "injured", None),
                ("8 morts", "killed", "14 morts"), ("20 blessés", "injured", "33 blessés"),
                ("6 morts", "killed", "14 morts"), ("13 blessés", "injured", "33 blessés"),
            ],
        ),
    ],
)  # fmt: skip
def test_the_numbers_of_a_list_share_out_a_figure(text: str, expected: list[Row]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "L'attaque a fait 12 morts. Le scrutin donne trois élus : Vert (12), Union (7) et Progrès (3).",
        "Les combats ont fait 12 morts, selon Reuters (2016).",
        "L'équipe a marqué par Diallo (12), Traoré (7) et Keita (3).",
    ],
)
def test_other_lists_count_nobody(text: str) -> None:
    assert [one for one in read(text) if one[0].isdigit()] == []
