"""The facts from which the older figure is chosen that one replaces."""

from __future__ import annotations

from typing import Any

import pytest

from nlp_events.layers.links.older import Updates
from nlp_events.text.folding import fold

FIRST, SECOND = "Le maire avait d'abord annoncé 12 morts.", "Ils sont désormais 31 morts et 9 blessés."
TEXT = f"{FIRST} {SECOND} À Kolda, 40 morts ont été comptés."


def figure(words: str, number: int, **changes: Any) -> Any:
    start = TEXT.index(words)
    starts = (0, TEXT.index(SECOND), TEXT.index("À Kolda"), len(TEXT) + 1)
    first = max(one for one in starts if one <= start)
    values = {
        "key": words, "start": start, "end": start + len(words), "sentence_start": first,
        "sentence_end": starts[starts.index(first) + 1] - 1, "min": number, "max": number, "impact": "killed",
        "zone": "body", "part_of": None, "supersedes": None, "scope": "event", "unit": "person", "country": None,
        "date": None, "place_canonical": None, "source_canonical": None, "certainty": "asserted", "cause": None,
        "who_category": None, "who": "morts", "modifier": "exact", "toll": None,
    }  # fmt: skip
    return values | changes


FIGURES = [
    figure("12 morts", 12),
    figure("31 morts", 31, supersedes="12 morts"),
    figure("9 blessés", 9, impact="injured", who="blessés"),
    figure("40 morts", 40),
]


def facts_of(new: int, old: str | None, figures: Any = FIGURES) -> set[str]:
    question = Updates(fold(TEXT), figures).question(new)
    return set(question.facts[list(question.keys).index(old)])


def changed(index: int, **changes: Any) -> list[Any]:
    return [one | changes if place == index else one for place, one in enumerate(FIGURES)]


def test_figures_of_one_kind_are_in_question_and_none() -> None:
    updates = Updates(fold(TEXT), FIGURES)
    assert updates.question(1).keys == ["12 morts", "40 morts", None]
    assert updates.question(1).numbers == [12, 40, None]
    assert updates.question(2).keys == [None]


@pytest.mark.parametrize(
    "changes",
    [
        {"zone": "related"}, {"scope": "background"}, {"unit": "household"}, {"impact": "injured"},
        {"min": 31, "max": 31},
    ],
)  # fmt: skip
def test_what_is_of_another_kind_is_not_replaced(changes: dict[str, Any]) -> None:
    assert Updates(fold(TEXT), changed(0, **changes)).question(1).keys == ["40 morts", None]


@pytest.mark.parametrize(
    "changes", [{"part_of": "40 morts"}, {"modifier": "vague"}, {"certainty": "possible"}, {"certainty": "denied"}]
)
def test_a_part_and_what_is_not_told_as_so_replaces_nothing(changes: dict[str, Any]) -> None:
    assert Updates(fold(TEXT), changed(1, **changes)).question(1).keys == [None]


def test_countries_may_not_differ() -> None:
    figures = [one | {"country": country} for one, country in zip(FIGURES, ("ML", "ML", "ML", "SN"), strict=True)]
    assert Updates(fold(TEXT), figures).question(1).keys == ["12 morts", None]


@pytest.mark.parametrize(
    ("new", "old", "expected"),
    [
        (1, "12 morts", {"ruled=True", "before next", "before next rank=0", "up", "ratio=more", "old earlier",
                         "new newer", "old led=~ncé", "new led=ils-sont-~ais", "same noun=True",
                         "before between=désorm"}),
        (1, "40 morts", {"ruled=False", "other ruled=True", "after next", "ratio=double", "new newer"}),
        (3, "12 morts", {"old replaced=True", "before far", "before far rank=1"}),
        (1, None, {"none", "none ruled=True", "none olds=2", "none impact=killed"}),
    ],
)  # fmt: skip
def test_what_holds_of_an_older_figure(new: int, old: str | None, expected: set[str]) -> None:
    assert expected <= facts_of(new, old)


def test_what_is_tied_in_the_same_sentences_is_told() -> None:
    figures = [*FIGURES, figure("12 morts", 5, key="5", impact="injured")]
    figures.sort(key=lambda one: one["start"])
    assert "sibling" in facts_of(3, "5", figures)
    assert "sibling" not in facts_of(2, "12 morts", figures)


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (("2019-03-01", "2019-03-02"), "date=later"), (("2019-03-02", "2019-03-01"), "date=earlier"),
        (("2019-03-02", "2019-03-02"), "date=True"), ((None, "2019-03-02"), "date=new"), ((None, None), "date=neither"),
    ],
)  # fmt: skip
def test_days_are_compared(dates: tuple[str | None, str | None], expected: str) -> None:
    figures = [FIGURES[0] | {"date": dates[0]}, FIGURES[1] | {"date": dates[1]}, *FIGURES[2:]]
    assert expected in facts_of(1, "12 morts", figures)
