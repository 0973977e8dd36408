"""Where a stretch stands seen from another, and the words before it."""

from __future__ import annotations

import pytest

from nlp_events.text.folding import fold
from nlp_events.text.layout import Layout, between, step
from nlp_events.text.sentences import split_sentences

WRITTEN = (
    "Deux morts à Gao\n"
    "Un obus est tombé lundi. Le préfet parle. Il y a neuf blessés.\n"
    "La ville est calme.\n"
    "Plus loin, rien."
)
TEXT = fold(WRITTEN)


@pytest.fixture
def layout() -> Layout:
    return Layout(TEXT, split_sentences(WRITTEN))


@pytest.mark.parametrize(
    ("words", "title", "expected"),
    [
        ("gao", True, "title"),
        ("gao", False, "lead before"),
        ("préfet", False, "par -1"),
        ("lundi", False, "par -2"),
        ("la ville", False, "after"),
        ("plus loin", False, "after"),
    ],
)
def test_where_a_stretch_stands_seen_from_a_figure(layout: Layout, words: str, title: bool, expected: str) -> None:
    assert layout.elsewhere(TEXT.index(words), TEXT.index("neuf"), title=title) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("gao", ["word=à", "behind=morts"]),
        ("lundi", ["word=tombé", "behind=obus"]),
        ("un obus", ["word=-"]),
        ("deux", ["word=-"]),
        ("morts", ["word=deux"]),
    ],
)
def test_the_words_before(layout: Layout, words: str, expected: list[str]) -> None:
    assert layout.words_before(TEXT.index(words)) == expected


def test_a_stretch_before_every_sentence_is_in_none() -> None:
    assert Layout("  rien.", [(2, 7)]).sentence(0) == -1


@pytest.mark.parametrize(
    ("apart", "expected"), [(0, "0"), (1, "1"), (-1, "-1"), (4, "3"), (-7, "-5"), (9, "8"), (99, "15")]
)
def test_distances_in_steps(apart: int, expected: str) -> None:
    assert step(apart) == expected


@pytest.mark.parametrize(
    ("stretch", "expected"),
    [
        ("", ["after commas=0", "after far=0"]),
        (", selon l'armée, mardi, à ", ["after commas=3", "after far=1"]),
        (" ; " + "x" * 200, ["after commas=0", "after far=6", "after break"]),
        (" : ", ["after commas=0", "after far=0", "after break"]),
    ],
)
def test_what_stands_between(stretch: str, expected: list[str]) -> None:
    assert between(stretch, "after") == expected
