"""Patterns that name classes of words and parts of their file."""

from __future__ import annotations

import re

import pytest

from nlp_events.words.patterns import Names, PatternError

NAMES = Names(
    classes={"weekday": ("lundi", "mardi"), "saying.past": ("dit", "dit-on", "fit savoir")},
    parts={"day": "(?:ce )?<weekday>", "one": ["a", "b <day>"], "round": "x<round>", "deep": "<one>"},
)


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (r"\b<weekday>\b", "il viendra mardi", "mardi"),
        (r"<day> soir", "vers ce lundi soir", "ce lundi soir"),
        (["jamais", "<day>"], "un mardi", "mardi"),
        ("<deep>$", "b ce lundi", "b ce lundi"),
        ("<saying.past>", "elle fit savoir", "fit savoir"),
        ("<saying.past>", "dit-on", "dit-on"),
        (r"(?P<weekday>l\w+)(?<=di)(?<!x)", "lundi", "lundi"),
    ],
)
def test_names_stand_for_words_and_patterns(pattern: str | list[str], text: str, found: str) -> None:
    match = re.search(NAMES.expanded(pattern), text)
    assert match is not None
    assert match.group() == found


@pytest.mark.parametrize(
    ("pattern", "message"),
    [("<saying.future>", "no class and no part is named «<saying.future>»"), ("<round>", "goes in a circle")],
)
def test_what_cannot_be_expanded_is_told(pattern: str, message: str) -> None:
    with pytest.raises(PatternError, match=message):
        NAMES.expanded(pattern)


def test_a_list_of_words_names_classes() -> None:
    assert [*NAMES.words("<weekday>"), *NAMES.words("hier")] == ["lundi", "mardi", "hier"]


def test_a_class_that_a_list_names_must_be_there() -> None:
    with pytest.raises(PatternError, match="no class and no part is named «<month>»"):
        NAMES.words("<month>")
