"""Why places and dates are what they are, asked of the pipeline itself."""

import pytest
import spacy

from nlp_events.pipeline import process
from nlp_events.report.choices import choices_of
from nlp_events.values import Article

TEXT = (
    "Mali : 14 morts dans une attaque à Boulkessi\n\n"
    "Au moins 14 villageois ont été tués lundi à Boulkessi, a annoncé mardi le gouverneur de Mopti.\n"
    "Parmi les morts figurent trois enfants. Deux soldats ont été blessés à Hombori.\n"
)


@pytest.fixture
def article():
    return Article(doc_id="a", text=TEXT, published="2021-06-09")


@pytest.fixture
def result(nlp, article):
    return next(process([article], nlp))


def test_what_records_hold_is_what_was_chosen(nlp, article, result):
    choices = choices_of(article, nlp)
    records = {event.event_id: event for event in result.events}
    assert len(records) == 3
    for event in result.events:
        for slot in ("place", "date"):
            told = choices.of(event, slot, records)
            assert told is not None
            assert (told.chosen, told.confidence) == (getattr(event, slot), getattr(event, f"{slot}_confidence"))


def test_the_choice_of_a_whole_is_that_of_its_part(nlp, article, result):
    choices = choices_of(article, nlp)
    records = {event.event_id: event for event in result.events}
    part = next(event for event in result.events if event.min == 3)
    assert part.part_of is not None
    assert (part.place, choices.of(part, "place", records).chosen) == ("Boulkessi", "Boulkessi")


def test_terms_and_the_second_are_told(nlp, article, result):
    choices = choices_of(article, nlp)
    wounded = next(event for event in result.events if event.impact == "injured")
    told = choices.of(wounded, "place", {})
    assert (told.chosen, told.second) == ("Hombori", "Boulkessi")
    assert told.behind < 0
    assert all(isinstance(weight, float) for _, weight in told.terms)
    assert len(told.terms) > 0


def test_long_runs_of_blanks_change_nothing(nlp, article):
    wide = Article(doc_id="a", text=TEXT.replace("Au moins", "Au moins" + " " * 30), published="2021-06-09")
    (narrow,), (spread,) = process([article], nlp), process([wide], nlp)
    for slot in ("place", "date"):
        told = []
        for given, found in ((article, narrow), (wide, spread)):
            choices, records = choices_of(given, nlp), {one.event_id: one for one in found.events}
            told.append([choices.of(event, slot, records) for event in found.events])
        assert told[0] == told[1]


def test_the_pipeline_as_one_component_is_asked_too(nlp, article, result):
    whole = spacy.blank("fr")
    whole.add_pipe("ner")
    whole.initialize()
    whole.add_pipe("nlp_events")
    assert set(choices_of(article, whole).place) >= {(event.start, event.end) for event in result.events}


def test_a_pipeline_that_chooses_nothing_tells_nothing(fragile_nlp, article, result):
    assert choices_of(article, fragile_nlp).of(result.events[0], "place", {}) is None
