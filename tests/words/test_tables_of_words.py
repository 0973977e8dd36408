"""The classes of words that patterns name, and the tables that give the same words a value, agree."""

from __future__ import annotations

from pathlib import Path

import pytest

from nlp_events.errors import ResourceError
from nlp_events.layers.dates.model import load_dates
from nlp_events.layers.quantities.model import load_numerals
from nlp_events.words.store import SHIPPED, Words

CLASSES = SHIPPED.classes
DATES = load_dates()
NUMERALS = load_numerals()


def test_months_stand_in_their_order() -> None:
    assert {month: DATES.words["month"][month] for month in CLASSES["month"]} == {
        month: number for number, month in enumerate(CLASSES["month"], start=1)
    }


def test_days_of_the_week_stand_in_their_order() -> None:
    known = DATES.words["weekday"]
    assert {day: known[day] for day in CLASSES["weekday"]} == {
        day: number for number, day in enumerate(CLASSES["weekday"], start=1)
    }
    # A last letter that a scanner has misread: «lundl».
    assert {f"{slip[:-1]}i": known[slip] for slip in known.keys() - set(CLASSES["weekday"])}.items() <= known.items()


@pytest.mark.parametrize("short", CLASSES["month_short"])
def test_a_month_cut_short_begins_as_it_does_in_full(short: str) -> None:
    number = DATES.words["month"][short]
    # «jul» and «jun» leave out a vowel or two; all begin with two letters of the month
    assert CLASSES["month"][number - 1].startswith(short[:2])
    assert short in DATES.abbreviations


@pytest.mark.parametrize("word", CLASSES["number_word"])
def test_a_number_has_the_same_value_in_dates_and_quantities(word: str) -> None:
    values = NUMERALS.units | NUMERALS.teens | NUMERALS.tens | {"cent": 100, "mille": 1000}
    assert DATES.numbers[word] == values[word]


def test_every_number_of_the_grammar_is_a_number_word() -> None:
    grammar = {*NUMERALS.units, *NUMERALS.teens, *NUMERALS.tens, *NUMERALS.hundreds, *NUMERALS.thousands}
    words = {number for number in DATES.numbers if not number[-1].isdigit()}  # «l5» is a misread «15»
    assert words <= grammar | {"zéro"}
    plain = {*NUMERALS.teens, "vingt", "trente", "quarante", "cinquante", "soixante", "cent", "mille"}
    assert plain <= set(CLASSES["number_word"]) <= grammar


def test_about_numbers_are_collectives() -> None:
    assert set(CLASSES["about_number"]) <= set(NUMERALS.collectives)


def test_a_list_of_words_may_name_a_class() -> None:
    after = {rule.id: rule.words for rule in NUMERALS.after}
    assert after["after_month_word"] == CLASSES["month"]
    assert {"janv", "janv.", "mai"} <= set(after["after_month"])
    assert set(CLASSES["month"]) <= set(NUMERALS.years.before)


def test_a_list_of_words_that_names_no_class_is_refused(tmp_path: Path) -> None:
    rule = "after: [{id: after_moth, reason: date, words: [<moth>], examples: [a]}]"
    (tmp_path / "quantities.yaml").write_text(rule, encoding="utf-8")
    with pytest.raises(ResourceError, match="no class and no part is named «<moth>»"):
        load_numerals(Words(tmp_path))
