"""Where a word stands, its forms, and what it does there."""

from __future__ import annotations

import pytest

from nlp_events.report.word_places import WordPlace, places_of


def found(word: str, file: str) -> WordPlace:
    return next(place for place in places_of(word) if place.file == file)


@pytest.mark.parametrize(
    ("word", "file", "entry", "form", "does"),
    [
        ("orpailleur", "layers/figures.yaml", "orpailleur", "orpailleurs", "is one of «civilian»"),
        ("soulignait", "words/verbs.yaml", "souligner", "soulignent", "is one of «saying»"),
        ("tuées", "layers/figures.yaml", "tué", "tués", "says that people are killed, as its counted"),
    ],
)
def test_any_form_leads_to_the_word_with_all_its_forms(word: str, file: str, entry: str, form: str, does: str) -> None:
    place = found(word, file)
    assert (place.entry, place.does) == (entry, does)
    assert form in place.forms


def test_a_name_leads_to_its_line_of_a_table() -> None:
    place = found("HCR", "organisations")
    assert place.entry == "Haut-Commissariat des Nations unies pour les réfugiés"


@pytest.mark.parametrize(("word", "line"), [("cireurs", "words/persons.txt: cireurs: names people")])
def test_a_noun_for_people_is_told(word: str, line: str) -> None:
    assert line in map(str, places_of(word))


def test_a_word_that_stands_nowhere_has_no_place() -> None:
    assert list(places_of("claironnerait")) == []
