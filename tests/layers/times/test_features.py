"""The facts from which a figure's date is chosen."""

from __future__ import annotations

import pytest

from nlp_events.layers.dates.rules import find_dates
from nlp_events.layers.discourse.rules import find_discourse
from nlp_events.layers.times.features import DateFacts, Figure
from nlp_events.layers.times.rules import Cues
from nlp_events.text.discourse import Discourse
from nlp_events.text.folding import fold
from nlp_events.text.sentences import split_sentences

TEXT = (
    "GAO, 16 mai 2019 – Une mine a tué douze soldats lundi à Gao, a annoncé mardi l'armée.\n"
    "Depuis le 2 janvier, les mines ont fait 60 morts."
)


def figure(text: str, words: str, **changes: object) -> Figure:
    start = text.index(words)
    values: dict[str, object] = {
        "start": start, "end": start + len(words), "trigger": (start, start + len(words)),
        "sentence": next(one for one in split_sentences(text) if one[0] <= start < one[1]), "impact": "killed",
        "certainty": "asserted", "flow": None, "zone": "body", "is_part": False, "number": 12, "head": None,
    }  # fmt: skip
    return Figure(**(values | changes))  # type: ignore[arg-type]


def facts_of(text: str, published: str | None) -> DateFacts:
    dates, folded, sentences = find_dates(text, published=published), fold(text), split_sentences(text)
    discourse = find_discourse(folded, sentences, dates=[(one["start"], one["end"]) for one in dates])
    cues = Cues(folded, Discourse(discourse))
    return DateFacts(cues, [(one, "body") for one in dates], sentences, published)


def told(
    text: str, words: str, published: str | None = "2019-05-16", **changes: object
) -> dict[tuple[object, str], set[str]]:
    """The facts of each candidate by its date and form."""
    facts = facts_of(text, published)
    own = figure(text, words, **changes)
    candidates = list(facts.candidates(own, 2_000, 1_000))
    return {
        (one.written, one.form): set(found) for one, found in zip(candidates, facts.facts(own, candidates), strict=True)
    }


def test_every_date_is_a_candidate_in_each_of_its_forms() -> None:
    assert list(told(TEXT, "douze soldats")) == [
        ("2019-05-16", "told"), ("2019-05-16/..", "opened"), ("2019-05-13", "told"), ("2019-05-13/..", "opened"),
        ("2019-01-02/..", "told"), ("2019-01-02", "closed"),
        ("2019-05-16", "published"), (None, "none"),
    ]  # fmt: skip


def test_a_day_on_which_somebody_spoke_is_no_candidate() -> None:
    assert ("2019-05-14", "told") not in told(TEXT, "douze soldats")


def test_a_day_on_which_somebody_counted_is_one_and_marked() -> None:
    text = "Le bilan du séisme de lundi s'est alourdi mardi à 40 morts."
    assert {"said", "at=own before said"} <= told(text, "40 morts")[("2019-05-14", "told")]
    assert "said" not in told(text, "40 morts")[("2019-05-13", "told")]


def test_without_publication_there_is_no_such_day() -> None:
    forms = [form for _, form in told(TEXT, "douze soldats", None)]
    assert "published" not in forms
    assert forms[-1] == "none"


@pytest.mark.parametrize(
    ("words", "date", "expected"),
    [
        ("douze soldats", ("2019-05-16", "told"), {"dateline", "age=zero", "at=own before"}),
        (
            "douze soldats",
            ("2019-05-13", "told"),
            {"at=own after", "after rank=0", "first story", "first day", "age=days"},
        ),
        ("douze soldats", ("2019-05-13/..", "opened"), {"opened", "opened impact=killed", "opened at=own after"}),
        ("60 morts", ("2019-01-02/..", "told"), {"shape=since", "at=own before", "before rank=0", "alone in sentence"}),
        ("60 morts", ("2019-05-13", "told"), {"apart=-1", "lines=-1", "last told before"}),
        ("60 morts", (None, "none"), {"none", "none own dates", "none impact=killed"}),
    ],
)
def test_how_a_date_stands_to_a_figure(words: str, date: tuple[str | None, str], expected: set[str]) -> None:
    assert expected <= told(TEXT, words)[date]


def test_the_line_above_a_list_is_its_head() -> None:
    text = "Bilan du 3 mars 2019 :\n- Sindh : 29 morts"
    assert "of the head" in told(text, "29 morts", head=(0, 22))[("2019-03-03", "told")]
    assert "none head" in told(text, "29 morts", head=(0, 22))[(None, "none")]


def test_a_date_out_of_reach_is_no_candidate() -> None:
    text = "Le 3 mars 2019, rien. " + "Le vent soufflait. " * 100 + "Neuf morts à Gao."
    found = facts_of(text, None)
    own = figure(text, "Neuf morts")
    assert [one.form for one in found.candidates(own, 100, 0)] == ["none"]
    assert len(list(found.candidates(own, 100, 50))) == 3
