"""Which name a list pairs with which figure, on figures made by hand."""

from __future__ import annotations

import re
from typing import Any

import pytest

from nlp_events.layers.places.pairs import bracketed_names, pairings, shared_out
from nlp_events.layers.places.rules import Name
from nlp_events.text.folding import fold

NUMBER = re.compile(r"\d+(?: morts| blessés)?")
NAME = re.compile(r"Kati|Sikasso|Ségou|Gao")


def figures(text: str) -> list[Any]:
    """Every number of a text as a figure of its sentence."""
    found = []
    for start, end in [match.span() for match in re.finditer(r"[^.]+\.", text)]:
        for match in NUMBER.finditer(text, start, end):
            impact = "injured" if "bless" in match.group() else "killed"
            found.append(
                {
                    "key": match.group(), "start": match.start(), "end": match.end(), "sentence_start": start,
                    "sentence_end": end, "impact": impact, "part_of": None,
                }
            )  # fmt: skip
    return found


def names(text: str) -> list[Name]:
    return [
        Name(
            start=match.start(), end=match.end(), canonical=match.group(), country="ML", latitude=None, longitude=None,
            precision="settlement", zone="body", role="plain",
        )
        for match in NAME.finditer(text)
    ]  # fmt: skip


def paired(text: str) -> dict[str, tuple[str, str]]:
    """Figure → the name it is paired with, and what leads to the list."""
    found = pairings(fold(text), figures(text), names(text))
    return {key: (NAME.match(text, one.start).group(), one.lead) for key, one in found.items()}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Les morts : Kati (12), Sikasso (7).", {"12": ("Kati", "-"), "7": ("Sikasso", "-")}),
        ("Par cercle : Kati, 12 ; Ségou, 7.", {"12": ("Kati", "-"), "7": ("Ségou", "-")}),
        ("Par cercle : Kati : 12 ; Ségou : 7.", {"12": ("Kati", "-"), "7": ("Ségou", "-")}),
        (
            "Entre Kati (8 morts, 20 blessés) et Ségou (6 morts).",
            {"8 morts": ("Kati", "-"), "20 blessés": ("Kati", "-"), "6 morts": ("Ségou", "-")},
        ),
        ("Les défunts venaient de Kati (12) et Sikasso (7).", {"12": ("Kati", "origin"), "7": ("Sikasso", "origin")}),
        ("Les hôpitaux de Kati (12) et Ségou (7).", {"12": ("Kati", "care"), "7": ("Ségou", "care")}),
        (
            "Il y a respectivement 12, 7 et 3 morts à Kati, Sikasso et Ségou.",
            {"12": ("Kati", "-"), "7": ("Sikasso", "-"), "3 morts": ("Ségou", "-")},
        ),
        # One pair makes no list, nor do as many names that nobody has put in order.
        ("L'attaque de Kati (12).", {}),
        ("Il y a 12, 7 et 3 morts à Kati, Sikasso et Ségou.", {}),
        ("Il y a respectivement 12 et 7 morts à Kati, Sikasso et Ségou.", {}),
        # A bracket that has closed holds nothing.
        ("À Kati (Mali) on compte 12 morts et à Gao (Mali) 7.", {}),
    ],
)
def test_a_list_pairs_figures_with_names(text: str, expected: dict[str, tuple[str, str]]) -> None:
    assert paired(text) == expected


def test_a_figure_is_shared_out_among_the_names_of_its_parts() -> None:
    text = "Il y a 19 morts : Kati (12), Sikasso (7)."
    found = figures(text)
    for part in found[1:]:
        part["part_of"] = found[0]["key"]
    shared = shared_out(found, pairings(fold(text), found, names(text)))
    assert shared == {"19 morts": {text.index("Kati"), text.index("Sikasso")}}


def test_names_before_brackets_are_found_whoever_knows_them() -> None:
    text = "Les morts : Ouro Sogui (12), Bria (7) et des femmes (3)."
    spans = bracketed_names(text, figures(text))
    assert {text[start:end] for start, end in spans} == {"Ouro Sogui", "Bria"}
    assert bracketed_names("Les morts de Bria (12).", figures("Les morts de Bria (12).")) == set()


class Copied(str):
    """A text that keeps how many characters were copied out of it."""

    __slots__ = ("count",)
    count: int

    def __getitem__(self, at: Any) -> str:
        piece = super().__getitem__(at)
        self.count += len(piece)
        return piece


def test_a_figure_costs_the_same_wherever_it_stands() -> None:
    texts = ["Les morts : Kati (12), Sikasso (7). À Gao on compte 3 morts et 4 blessés. " * count for count in (5, 50)]
    costs = []
    for text in texts:
        copied = Copied(text)
        copied.count = 0
        assert pairings(copied, figures(text), names(text))
        bracketed_names(copied, figures(text))
        costs.append(copied.count)
    assert costs[1] <= 20 * costs[0]  # ten times the text; a hundred times where each is read from the beginning
