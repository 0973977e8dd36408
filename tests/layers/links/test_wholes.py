"""The facts from which the whole of a figure is chosen."""

from __future__ import annotations

from typing import Any

import pytest

from nlp_events.layers.links.wholes import question_of
from nlp_events.text.folding import fold

TEXT = "Une crue a fait 30 morts (dont 12 enfants), et 9 blessés. À Kolda, 40 familles attendent."


def figure(words: str, number: int, **changes: Any) -> Any:
    start = TEXT.index(words)
    first = 0 if start < TEXT.index("À Kolda") else TEXT.index("À Kolda")
    values = {
        "key": words, "start": start, "end": start + len(words), "sentence_start": first,
        "sentence_end": TEXT.index("À Kolda") - 1 if not first else len(TEXT), "min": number, "max": number,
        "impact": "killed", "zone": "body", "part_of": None, "supersedes": None, "scope": "event", "unit": "person",
        "country": None, "date": None, "place_canonical": None, "source": None, "certainty": "asserted",
        "who_category": None, "who": None, "modifier": "exact",
    }  # fmt: skip
    return values | changes


FIGURES = [
    figure("30 morts", 30),
    figure("12 enfants", 12, part_of="30 morts", who="enfants"),
    figure("9 blessés", 9, impact="injured"),
    figure("40 familles", 40, impact="affected"),
]


def facts_of(part: int, whole: str | None, figures: Any = FIGURES) -> set[str]:
    question = question_of(fold(TEXT), figures, part)
    return set(question.facts[list(question.keys).index(whole)])


def test_only_larger_figures_nearby_are_in_question_and_none() -> None:
    assert question_of(fold(TEXT), FIGURES, 1).keys == ["30 morts", "40 familles", None]
    assert question_of(fold(TEXT), FIGURES, 3).keys == [None]


def test_other_articles_hold_nothing() -> None:
    figures = [figure("30 morts", 30, zone="related"), *FIGURES[1:]]
    assert question_of(fold(TEXT), figures, 1).keys == ["40 familles", None]


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        (1, "30 morts", {"before rank=1", "before same", "ruled=True", "impacts=killed>killed", "alike=True",
                         "ratio=tenth", "bracket=True", "last=dont", "between=dont", "noun=enfant"}),
        (2, "30 morts", {"before rank=2", "impacts=killed>injured", "sibling", "same sibling alike=False",
                         "bracket=False", "commas=1"}),
        (2, "40 familles", {"after rank=1", "after far", "far impacts=affected>injured"}),
        (1, None, {"none", "none ruled=True", "none wholes=2", "none word=dont"}),
    ],
)  # fmt: skip
def test_what_holds_of_a_whole(part: int, whole: str | None, expected: set[str]) -> None:
    assert expected <= facts_of(part, whole)


def test_a_toll_that_is_replaced_is_told_as_such() -> None:
    figures = [FIGURES[0], figure("12 enfants", 12, supersedes="30 morts")]
    assert "updates" in facts_of(1, "30 morts", figures)
