"""Figures that no rule reads, found by the words around a number."""

from __future__ import annotations

from typing import Any

import numpy
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from nlp_events.decisions import Scorer
from nlp_events.extensions import FIGURES, values_of
from nlp_events.layers.figures.finder import ALONE, DECISION, LIKELY, SURE, Find, Finder
from nlp_events.layers.figures.finding import IMPACTS, CountFacts, OtherFigures, trigger_of
from nlp_events.layers.figures.items import Item
from nlp_events.layers.figures.lexicon import load_lexicon
from nlp_events.layers.figures.rules import Count, read_figures
from nlp_events.layers.figures.value import value_of
from nlp_events.layers.quantities.rules import find_quantities
from nlp_events.text.folding import fold

TEXT = "Le bus a fini dans le lac. Sur la route, 12 villageois y ont laissé leur jeunesse."


def counts(text: str = TEXT) -> list[Count]:
    return read_figures(text, find_quantities(text)[0]).counts


def facts_of(words: str, text: str = TEXT, figures: Any = ()) -> list[str]:
    found = counts(text)
    own = next(one for one in found if text[one.item.start : one.item.end] == words)
    return CountFacts(fold(text), found, figures, ["topic>=0"], load_lexicon().nouns).of(own)


def test_the_whole_of_which_a_count_is_a_part_is_no_count() -> None:
    text = "Quatre des six suspects ont été écroués."
    assert [text[one.item.start : one.item.end] for one in counts(text)] == ["Quatre"]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Deux inconnus ont enlevé le maire de Gao.", False),
        ("Trois hommes armés auraient tué le gardien.", False),
        ("Deux inconnus ont été enlevés à Gao.", True),
        ("Deux inconnus ont péri à Gao.", True),
        ("Deux inconnus ont évacué leur maison.", True),
    ],
)
def test_those_who_do_it_to_others_are_no_count(text: str, counted: bool) -> None:
    own = [text[one.item.start : one.item.end].split()[0] for one in counts(text)]
    assert (text.split()[0] in own) is counted


def test_numbers_that_rules_refuse_are_left_out() -> None:
    text = "Une bombe a tué 12 soldats. Quelque 40 villageois se taisent. Trois arbres ont été tués."
    assert [text[one.item.start : one.item.end] for one in counts(text)] == ["12 soldats", "Quelque 40 villageois"]


@pytest.mark.parametrize(
    "fact",
    ["size=few", "modifier=exact", "item=people", "category=civilian", "noun=villag", "last=-", "figures=0",
     "numbers=1", "near=laissé", "before 0=route", "behind=villag", "behind 0=villag",
     "kind 0=people", "opening=sur", "earlier=lac",
     "topic>=0"],
)  # fmt: skip
def test_what_holds_of_a_number(fact: str) -> None:
    assert fact in facts_of("12 villageois")


def test_what_is_told_of_others_is_a_fact_and_of_itself_none() -> None:
    start = TEXT.index("12")
    own = {"start": start, "end": start + 13, "impact": "killed"}
    other = {"start": 0, "end": 6, "impact": "injured"}
    facts = facts_of("12 villageois", figures=[other, own])
    assert {"article=injured", "last=injured", "figures=1"} <= set(facts)
    assert not {"article=killed", "beside=killed", "beside=injured"} & set(facts)


def test_the_word_that_speaks_most_for_it_is_the_trigger() -> None:
    (count,) = counts()
    scorer = Scorer(weights={"near=jeunes of=killed": 1.0, "near=laissé of=killed": 0.5, "behind=ont of=killed": 3.0})
    assert TEXT[slice(*trigger_of(fold(TEXT), count, "killed", scorer))] == "jeunesse"


@pytest.fixture
def finder() -> Finder:
    found = Finder(load_lexicon())
    found.counts = Scorer(weights={"near=laissé": 3.0}, offset=-1.0)
    found.impacts = Scorer(weights={"near=jeunes of=killed": 5.0})
    return found


def test_a_number_that_is_probable_is_a_figure(finder: Finder) -> None:
    (found,) = finder.found(fold(TEXT), [(one, None) for one in counts()], [], 0.0)
    figure = value_of(finder.told(found, fold(TEXT), "body"), TEXT, load_lexicon(), found.confidence)
    told = figure["impact"], figure["min"], figure["who"], figure["who_category"], figure["trigger"], figure["rule"]
    assert told == ("killed", 12, "villageois", "civilian", "jeunesse", DECISION)
    assert figure["evidence"]["trigger"]["rule"] == DECISION
    assert SURE <= (figure["confidence"] or 0) < 1


def test_an_improbable_one_is_not_even_asked_about(finder: Finder) -> None:
    finder.counts = Scorer(weights={}, offset=-1.0)
    assert finder.counts.probability([]) < LIKELY
    assert list(finder.found(fold(TEXT), [(one, None) for one in counts()], [], 0.0)) == []


@pytest.mark.parametrize(("none", "told"), [(0.99, 0), (0.5, 1)])
def test_one_that_the_network_finds_no_trace_in_is_not_looked_at(finder: Finder, none: float, told: int) -> None:
    answer = numpy.full(1 + len(IMPACTS), (1 - none) / len(IMPACTS), dtype="float32")
    answer[0] = none
    assert len(list(finder.found(fold(TEXT), [(one, answer) for one in counts()], [], 0.0))) == told


def test_what_a_figure_holds_is_not_found_again(finder: Finder) -> None:
    start = TEXT.index("12")
    own: Any = {"start": start, "end": start + 13, "impact": "killed"}
    assert list(finder.found(fold(TEXT), [(one, None) for one in counts()], [own], 0.0)) == []


INTERVALS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), max_size=8)


@given(INTERVALS, st.integers(0, 30), st.integers(1, 8))
def test_figures_that_share_characters_with_a_number_are_found_without_looking_at_all(
    intervals: list[tuple[int, int]], start: int, length: int
) -> None:
    figures: Any = [{"start": at, "end": at + long, "impact": "killed"} for at, long in sorted(intervals)]
    item = Item("bare", start, start + length)
    over = [at for at, one in enumerate(figures) if one["start"] < item.end and start < one["end"]]
    assert sorted(OtherFigures(figures).over(item)) == over


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Dix", ["article=injured", "article=killed", "beside=injured", "last=-", "figures=2", "numbers=2"]),
        ("trois", ["article=killed", "beside=killed", "last=killed", "figures=2", "numbers=2"]),
        ("quatre", ["article=injured", "article=killed", "last=injured", "figures=2", "numbers=1"]),
    ],
)
def test_a_number_is_told_what_is_said_of_the_others(words: str, told: list[str]) -> None:
    text = "Dix ont péri, trois ont été blessés. La nuit, quatre sont morts."
    own = {"Dix": "killed", "trois": "injured", "quatre": "killed"}
    figures: Any = [
        {"start": text.index(one), "end": text.index(one) + len(one), "impact": impact} for one, impact in own.items()
    ]
    count = next(one for one in counts(text) if text.startswith(words, one.item.start))
    assert [*CountFacts(fold(text), counts(text), figures, [], load_lexicon().nouns)._beside(count)] == told


@pytest.mark.parametrize(
    ("text", "probability", "written"),
    [
        ("Neuf villageois y ont laissé leur jeunesse.", ALONE - 0.05, False),
        ("Neuf villageois y ont laissé leur jeunesse.", ALONE, True),
        ("Deux bergers ont été tués. Neuf villageois y ont laissé leur jeunesse.", ALONE - 0.05, True),
        ("Deux bergers ont été tués. Neuf villageois y ont laissé leur jeunesse.", SURE - 0.05, False),
    ],
)
def test_where_no_rule_reads_a_figure_a_number_has_to_be_surer(
    monkeypatch: pytest.MonkeyPatch, text: str, probability: float, written: bool
) -> None:
    nlp = spacy.blank("fr")
    for part in ("zones", "quantities", "figures"):
        nlp.add_pipe(f"nlp_events_{part}")
    figures: Any = nlp.get_pipe("nlp_events_figures")
    one = next(one for one in counts(text) if text[one.item.start :].startswith("Neuf"))
    monkeypatch.setattr(figures.finder, "found", lambda *_: iter([Find(one, "killed", probability)]))
    doc = nlp(text)
    own = [figure for figure in values_of(doc, FIGURES) if figure["rule"] == DECISION]
    assert [figure["min"] for figure in own] == ([9] if written else [])
