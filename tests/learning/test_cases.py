"""Annotated articles as cases: which candidates are right, and what is no case."""

from __future__ import annotations

from typing import Any

import pytest
from spacy.language import Language

from nlp_events.decisions.fitting import Case
from nlp_events.learning.articles import FOLDS, Annotated, annotated, fold_of
from nlp_events.learning.cases import (
    date_cases,
    figure_cases,
    place_cases,
    source_cases,
    topic_cases,
    update_cases,
)
from tests.learning.made import MONDAY, PUBLISHED, gold


@pytest.fixture
def row() -> dict[str, Any]:
    """«Au moins 13 villageois … à Gossi, dans la région de Tombouctou …», with 40 injured."""
    return gold(wide=True)[0]


def run(row: dict[str, Any], nlp: Language) -> Annotated:
    return annotated("own", [row], nlp)[0]


def test_every_figure_of_a_complete_annotation_is_one_or_none(row: dict[str, Any], nlp: Language) -> None:
    del row["events"][1]
    assert [case.right[0] for case in figure_cases(run(row, nlp), nlp)] == [True, False]


def test_of_judged_records_only_those_judged_are_cases(row: dict[str, Any], nlp: Language) -> None:
    injured = row["events"].pop()
    assert [case.right[0] for case in figure_cases(run(row | {"wrong": []}, nlp), nlp)] == [True]
    assert [case.right[0] for case in figure_cases(run(row | {"wrong": [injured]}, nlp), nlp)] == [True, False]
    other = injured | {"impact": "killed"}
    assert [case.right[0] for case in figure_cases(run(row | {"wrong": [other]}, nlp), nlp)] == [True]


def test_the_names_of_the_annotated_place_are_right(row: dict[str, Any], nlp: Language) -> None:
    cases = list(place_cases(run(row, nlp), nlp))
    assert len(cases) == 2
    for case in cases:
        assert case.groups is not None
        assert {name for name, right in zip(case.groups, case.right, strict=True) if right} == {"Tombouctou"}
        assert {"Gossi", None} < set(case.groups)


def test_no_place_may_be_right(row: dict[str, Any], nlp: Language) -> None:
    row["events"][0]["place"] = None
    case = next(place_cases(run(row, nlp), nlp))
    assert [at for at, right in enumerate(case.right) if right] == [len(case.right) - 1]


@pytest.mark.parametrize(("source", "right"), [("la préfecture", "préfecture"), (None, None)])
def test_who_is_annotated_as_the_source_is_right(
    row: dict[str, Any], nlp: Language, source: str | None, right: str | None
) -> None:
    row["events"][0]["source"] = source
    (case,) = source_cases(run(row, nlp), nlp)
    assert case.groups is not None
    assert len(case.candidates) == len(case.right) == len(case.groups)
    assert {name for name, told in zip(case.groups, case.right, strict=True) if told} == {right}
    assert {"préfecture", None} <= set(case.groups)


def test_a_slot_that_is_not_annotated_is_no_case(row: dict[str, Any], nlp: Language) -> None:
    cases = list(date_cases(run(row, nlp), nlp))
    assert len(cases) == 1
    assert cases[0].groups is not None
    assert {date for date, right in zip(cases[0].groups, cases[0].right, strict=True) if right} == {MONDAY}
    assert {PUBLISHED, None} < set(cases[0].groups)


@pytest.mark.parametrize("change", [{"min": 14}, {"impact": "injured"}, {"unit": "household"}])
def test_a_figure_that_was_read_otherwise_has_no_place(
    row: dict[str, Any], nlp: Language, change: dict[str, Any]
) -> None:
    row["events"][0] |= change
    assert len(list(place_cases(run(row, nlp), nlp))) == 1


def test_an_article_with_figures_is_of_the_topic(row: dict[str, Any], nlp: Language) -> None:
    (case,) = topic_cases(run(row, nlp), nlp)
    assert case.right == [True, False]
    assert "word=villag" in case.candidates[0]


def test_folds_are_told_by_names_alone() -> None:
    assert [fold_of(name) for name in ("a.txt", "b.txt", "a.txt")] == [fold_of("a.txt"), fold_of("b.txt")] * 1 + [
        fold_of("a.txt")
    ]
    assert {fold_of(f"{number}.txt") for number in range(99)} == set(range(FOLDS))


UPDATED = "Gao : 31 morts\n\nLe maire de Gao avait d'abord annoncé 12 morts. Ils sont désormais 31 morts.\n"


def updated(nlp: Language, supersedes: str | None) -> list[Case]:
    figures = [("old", "12 morts", 12, None), ("new", "31 morts", 31, supersedes)]
    events = [
        {"id": name, "event_id": name, "start": UPDATED.rindex(words), "end": UPDATED.rindex(words) + len(words),
         "impact": "killed", "min": number, "max": number, "unit": "person", "supersedes": older}
        for name, words, number, older in figures
    ]  # fmt: skip
    row = {"doc_id": "u.txt", "published": PUBLISHED, "text": UPDATED, "events": events}
    return list(update_cases(run(row, nlp), nlp))


def test_the_older_figure_is_right_of_the_nearest_telling(nlp: Language) -> None:
    headline, old, new = updated(nlp, "old")
    assert (headline.groups, old.groups, new.groups) == ([12, None], [31, 31, None], [12, None])
    # The headline may be tied as well as not.
    assert (headline.right, old.right, new.right) == ([True, True], [False, False, True], [True, False])


def test_no_older_figure_may_be_right(nlp: Language) -> None:
    assert [case.right for case in updated(nlp, None)] == [[False, True], [False, False, True], [False, True]]
