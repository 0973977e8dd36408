"""The pieces of the date grammar by themselves: numbers, the calendar, the trie, the tense."""

from __future__ import annotations

import re
from datetime import date

import pytest

from nlp_events.layers.dates import calendar
from nlp_events.layers.dates.context import Tense
from nlp_events.layers.dates.model import load_dates
from nlp_events.layers.dates.numbers import longest_number, number_value, roman_value
from nlp_events.words.trie import trie_source

RESOURCES = load_dates()


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ([2, 1000, 10, 7], 2017),
        ([1000, 9, 100, 4, 20, 10, 8], 1998),
        ([20, None, 1], 21),
        ([60, 15], 75),
        ([60, None, 11], 71),
        ([90, 3], 93),
        ([1000], 1000),
        ([2, 3], None),
        ([20, None], None),
        ([20, 20], None),
        ([10, None, 1], 11),
    ],
)
def test_number_words(words: list[int | None], number: int | None) -> None:
    assert number_value(words) == number


@pytest.mark.parametrize(
    ("text", "expected"),
    [("vingt - et", (1, 20)), ("vingt et un", (3, 21)), ("deux trois", (1, 2)), ("mai", (0, 0)), ("- deux", (0, 0))],
)
def test_the_longest_number_is_taken(text: str, expected: tuple[int, int]) -> None:
    assert longest_number(text.split(), RESOURCES.numbers, RESOURCES.number_link) == expected


@pytest.mark.parametrize(
    ("text", "number"),
    [("xxe", 20), ("xixe", 19), ("ive", 4), ("ier", 1), ("xxixème", 29), ("e", None), ("mixe", None)],
)
def test_roman_ordinals(text: str, number: int | None) -> None:
    assert roman_value(text, RESOURCES.ordinal_endings) == number


@pytest.mark.parametrize(
    ("month", "day", "direction", "expected"),
    [
        (10, 17, 0, date(2016, 10, 17)),
        (1, 8, 0, date(2017, 1, 8)),
        (1, 8, -1, date(2016, 1, 8)),
        (10, 17, 1, date(2017, 10, 17)),
        (2, 29, 0, date(2016, 2, 29)),
        (2, 29, 1, date(2020, 2, 29)),
        (2, 30, 0, None),
    ],
)
def test_nearest(month: int, day: int, direction: int, expected: date | None) -> None:
    assert calendar.nearest(month, day, date(2016, 11, 3), direction) == expected


@pytest.mark.parametrize(
    ("unit", "shift", "first", "last"),
    [
        ("week", 0, "2016-10-31", "2016-11-06"),
        ("weekend", -1, "2016-10-29", "2016-10-30"),
        ("month", -1, "2016-10-01", "2016-10-31"),
        ("quarter", 0, "2016-10-01", "2016-12-31"),
        ("half", -1, "2016-01-01", "2016-06-30"),
        ("year", 1, "2017-01-01", "2017-12-31"),
        ("decade", 0, "2010-01-01", "2019-12-31"),
    ],
)
def test_periods(unit: str, shift: int, first: str, last: str) -> None:
    reading = calendar.period(unit, date(2016, 11, 3), shift)
    assert reading is not None
    assert (str(reading.first_day), str(reading.last_day)) == (first, last)


def test_the_calendar_ends() -> None:
    assert calendar.move(date(9990, 1, 1), "year", 9000) is None
    assert calendar.move(date(1, 1, 1), "day", -1) is None
    assert calendar.period("century", date(9990, 1, 1), 1) is None


def test_a_trie_matches_the_longest_of_its_words() -> None:
    words = ["mi", "mi-mars", "mars", "l'", "aujourd'hui", "il y a"]
    pattern = re.compile(trie_source(words))
    assert all(pattern.fullmatch(word) for word in words)
    assert pattern.match("mi-mars")[0] == "mi-mars"  # type: ignore[index]
    assert pattern.fullmatch("il  y a")
    assert not pattern.fullmatch("mar")


@pytest.mark.parametrize(
    ("sentence", "tense"),
    [
        ("le procès s'ouvrira lundi.", 1),
        ("il doit être jugé lundi.", 1),
        ("un obus est tombé lundi.", -1),
        ("ils pourraient s'être noyés lundi.", -1),
        ("ils pourraient avoir fui lundi.", -1),
        ("le procès doit avoir lieu lundi.", 1),
        ("il a été tué. le procès s'ouvrira lundi.", 1),
        ("le procès s'ouvrira demain. il a été tué lundi.", -1),
        ("l'attaque de lundi sera commémorée.", -1),
        ("concert lundi.", 0),
    ],
)
def test_tense(sentence: str, tense: int) -> None:
    start = sentence.index("lundi")
    assert Tense(sentence, RESOURCES)(start, start + len("lundi")) == tense
