"""What holds for every text: offsets, order, intervals, determinism, no exception."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp_events.layers.dates.rules import finder_of

FINDER = finder_of()
LEXICON = FINDER.grammar.lexicon
WORDS = sorted({*LEXICON.words, *LEXICON.numbers, *LEXICON.ordinals})
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.integers(0, 40).map(str),
    st.integers(0, 99999).map(str),
    st.sampled_from(
        ["1er", "2e", "XXe", "14h30", "12/05/2016", "30/02", "2014-2015", "13-15", "1 200", "1990s", "\n", "."]
    ),
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=14).map(" ".join))
PUBLISHED = st.one_of(st.none(), st.dates(date(1, 1, 1), date(9999, 12, 31)).map(date.isoformat))
VALUE = re.compile(r"(?:[\dX]{4})(?:-[\dX]{2}){0,2}|\.\.")


@settings(max_examples=400, deadline=None)
@given(TEXTS, PUBLISHED)
def test_invariants(text: str, published: str | None) -> None:
    found = FINDER.find(text, published)
    reached = 0
    for value in found:
        assert reached <= value["start"] < value["end"] <= len(text)
        reached = value["end"]
        first, last = value["first"], value["last"]
        assert first is None or last is None or first <= last
        assert all(VALUE.fullmatch(part) for part in value["value"].split("/"))
        assert value["value"] != "../.."
        assert value["rule"]
    assert FINDER.find(text, published) == found


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=10).map(" ".join))
def test_capitals_do_not_matter(text: str) -> None:
    lower, upper = FINDER.find(text, "2016-11-03"), FINDER.find(text.upper(), "2016-11-03")
    assert [value["value"] for value in lower] == [value["value"] for value in upper]


@settings(max_examples=100, deadline=None)
@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_written_day_is_read_back(day: date) -> None:
    months = {number: word for word, number in reversed(FINDER.resources.words["month"].items())}
    for text in (
        f"le {day.day} {months[day.month]} {day.year}",
        day.isoformat(),
        f"le {day.day}/{day.month}/{day.year}",
    ):
        (value,) = FINDER.find(text, None)
        assert (value["value"], value["first"], value["last"]) == (day.isoformat(),) * 3


@pytest.mark.parametrize(
    "unit", ["1", "1.", "12 ", "mars ", "le ", "l'", "du 3 au ", "lundi ", "week    ", "deux mille ", "\n"]
)
def test_long_monotone_texts_are_read(unit: str) -> None:
    FINDER.find(unit * (20_000 // len(unit)), "2016-11-03")


def test_a_run_of_hundreds_of_date_words_is_passed_over() -> None:
    row = "mardi " * 500
    assert [value["value"] for value in FINDER.find(f"{row}\nLe 12 mai 2015, {row}le pont a cédé hier.", None)] == [
        "XXXX-XX-XX"
    ]
    listed = "".join(f"le {day} mai 2015, " for day in range(1, 31))
    assert len(FINDER.find(listed, None)) == 30
