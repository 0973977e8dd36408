"""Proposed figures that are too improbable are refused, and nothing hangs on them any more."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from nlp_events.decisions import Scorer

TEXT = "Un raid a fait 12 morts, dont trois enfants. Six bergers ont été enlevés."


@pytest.fixture
def reading() -> Language:
    """Only what figures need: no model."""
    pipeline = spacy.blank("fr")
    for part in ("zones", "quantities", "figures"):
        pipeline.add_pipe(f"nlp_events_{part}")
    return pipeline


def read(pipeline: Language, *, weights: dict[str, float] | None = None) -> Doc:
    """The text, with these weights in the place of the shipped ones."""
    if weights is not None:
        component: Any = pipeline.get_pipe("nlp_events_figures")
        component.scorer = Scorer(weights=weights)
    return pipeline(TEXT)


def figures(doc: Doc) -> dict[int, Any]:
    return {span._.figure["min"]: span._.figure for span in doc.spans["nlp_events_figures"]}


def improbable(doc: Doc) -> list[tuple[str, str]]:
    refusals = [span._.refusal for span in doc.spans["nlp_events_refusals"]]
    told = [one for one in refusals if one["reason"] == "improbable"]
    return [(doc.text[one["start"] : one["end"]], one["rule"]) for one in told]


def test_what_the_shipped_weights_find_probable_is_kept(reading: Language) -> None:
    doc = read(reading)
    assert set(figures(doc)) == {12, 3, 6}
    assert improbable(doc) == []


def test_an_improbable_figure_is_refused_with_its_rule(reading: Language) -> None:
    doc = read(reading, weights={"impact=abducted": -9.0})
    assert set(figures(doc)) == {12, 3}
    assert improbable(doc) == [("Six bergers", "passive/abducted-verb")]


def test_no_figure_is_part_of_one_that_was_refused(reading: Language) -> None:
    doc = read(reading, weights={"size=few impact=killed": -9.0, "who=enfant": 20.0})
    part = figures(doc)[3]
    assert set(figures(doc)) == {3, 6}
    assert part["part_of"] is None
    assert "part_of" not in part["evidence"]


def test_a_figure_keeps_its_links_to_those_that_are_kept(reading: Language) -> None:
    found = figures(read(reading, weights={"impact=abducted": -9.0}))
    assert found[3]["part_of"] == found[12]["key"]
    assert "part_of" in found[3]["evidence"]


def test_a_figure_refused_for_its_impact_may_be_found_with_another(reading: Language) -> None:
    component: Any = reading.get_pipe("nlp_events_figures")
    component.finder.counts = Scorer(weights={"near=enlevé": 9.0})
    component.finder.impacts = Scorer(weights={"near=enlevé of=detained": 9.0})
    doc = read(reading, weights={"impact=abducted": -9.0})
    assert figures(doc)[6]["impact"] == "detained"
    assert improbable(doc) == []


FOUND = "Sur la route, 12 couples se taisent."


def found(pipeline: Language, *, least: float | None) -> Doc:
    """A sentence of which no rule makes a figure, its number with weights that find one, sure to 0.87."""
    component: Any = pipeline.get_pipe("nlp_events_figures")
    component.min_confidence = least
    component.finder.counts = Scorer(weights={"near=taisen": 9.0})
    component.finder.impacts = Scorer(weights={"near=taisen of=killed": 4.4})
    return pipeline(FOUND)


def test_a_number_that_no_rule_reads_is_found_and_counts_as_one_that_is_read(reading: Language) -> None:
    ((number, figure),) = figures(found(reading, least=None)).items()
    assert (number, figure["impact"], figure["confidence"]) == (24, "killed", 0.87)


def test_one_that_is_less_sure_than_was_asked_for_is_not_improbable(reading: Language) -> None:
    doc = found(reading, least=0.9)
    refusals = [span._.refusal for span in doc.spans["nlp_events_refusals"]]
    assert figures(doc) == {}
    assert [(doc.text[one["start"] : one["end"]], one["reason"]) for one in refusals] == [
        ("12 couples", "below_confidence")
    ]
