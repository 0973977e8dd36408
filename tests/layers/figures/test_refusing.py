"""Where each kind of veto looks, and for which figures, with vetoes made by hand."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from nlp_events.layers.figures.model import Veto
from nlp_events.layers.figures.refusing import Vetoes, veto_table


def sport(**veto: Any) -> Veto:
    """A veto: «sport» in its place."""
    given = {"id": "sport", "pattern": "sport", "where": "sentence", "examples": ("sport, 12 morts",), **veto}
    return Veto(**given)


def reading(text: str, sentence: tuple[int, int] | None = None) -> Any:
    """A figure «12 morts» of a text, which is one sentence."""
    start = text.index("12 morts")
    quantity = {"number_start": start, "kind": "number"}
    return SimpleNamespace(
        sentence=sentence or (0, len(text)), impact="killed", quantity=quantity,
        item=SimpleNamespace(start=start, end=start + 8),
    )  # fmt: skip


def refused(text: str, sentence: tuple[int, int] | None = None, **veto: Any) -> bool:
    found = Vetoes(text, veto_table([sport(**veto)])).of(reading(text, sentence))
    assert found in (None, "sport")
    return found is not None


@pytest.mark.parametrize(
    ("where", "text", "yes"),
    [
        ("sentence", "sport, 12 morts", True),
        ("sentence", "12 morts, sport", True),
        ("sentence", "sport ; 12 morts", False),
        ("sentence", "12 morts ; sport", False),
        ("sentence", "a ; sport, 12 morts ; b", True),
        ("sentence", "a ; 12 morts, sport", True),
        ("before", "sport 12 morts", True),
        ("before", "12 morts sport", False),
        ("before", "sport ; 12 morts", True),
        ("before", "sport" + "." * 55 + "12 morts", True),
        ("before", "sport" + "." * 56 + "12 morts", False),
        ("after", "12 morts sport", True),
        ("after", "sport 12 morts", False),
        ("after", "12 morts" + "." * 55 + "sport", True),
        ("after", "12 morts" + "." * 56 + "sport", False),
        ("document", "12 morts ; sport", True),
        ("document", "12 morts", False),
    ],
)
def test_each_veto_looks_in_its_place(where: str, text: str, yes: bool) -> None:
    assert refused(text, where=where) is yes


@pytest.mark.parametrize(
    ("where", "yes"), [("sentence", False), ("before", False), ("after", False), ("document", True)]
)
@pytest.mark.parametrize("text", ["sport. 12 morts.", "12 morts. sport."])
def test_other_sentences_matter_to_the_document_alone(where: str, yes: bool, text: str) -> None:
    at = text.index("12")
    assert refused(text, (at, at + 9), where=where) is yes


@pytest.mark.parametrize(
    ("veto", "yes"),
    [
        ({"impacts": ("killed",)}, True),
        ({"impacts": ("injured",)}, False),
        ({"kinds": ("number",)}, True),
        ({"kinds": ("zero",)}, False),
    ],
)
def test_a_veto_is_for_some_figures(veto: dict[str, Any], yes: bool) -> None:
    assert refused("sport, 12 morts", **veto) is yes


@pytest.mark.parametrize(
    ("text", "veto"),
    [
        ("sport, jeu : 12 morts", "sport"),
        ("jeu : 12 morts", "jeu"),
        ("jeu : 12 morts, sport", "sport"),
        ("12 morts, jeu", None),
        ("12 morts ; film", "film"),
    ],
)
def test_the_first_veto_that_fits_is_told(text: str, veto: str | None) -> None:
    game = sport(id="jeu", pattern=r"\bjeu\b", where="before")
    table = veto_table([sport(), game, sport(id="film", pattern="film", where="document")])
    assert Vetoes(text, table).of(reading(text)) == veto
