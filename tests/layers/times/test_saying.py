"""One list of verbs of saying: its day is never that of the happening, its subject is the source."""

from __future__ import annotations

import pytest
from spacy.language import Language

from nlp_events.pipeline import process
from nlp_events.values import Article, Event
from nlp_events.words.store import SHIPPED

CLASSES = SHIPPED.classes
# A person may be the subject of each, in the form that follows «a».
SAID = CLASSES["saying.participle.masculine"]
SAYS = [form for form in CLASSES["saying.present"] if form.endswith("e")]
OWNED_UP = CLASSES["confessing.participle.masculine"]


def events(nlp: Language, texts: dict[str, str]) -> dict[str, Event]:
    articles = [Article(doc_id=verb, text=text, published="2021-03-11") for verb, text in texts.items()]
    found = {result.doc_id: result.events for result in process(articles, nlp)}
    assert {verb: len(events) for verb, events in found.items()} == dict.fromkeys(texts, 1)
    return {verb: event for verb, (event,) in found.items()}


@pytest.mark.parametrize(
    ("sentence", "verbs"),
    [
        ("Une explosion a tué douze personnes à Gao, a {} lundi le gouverneur de la région.", SAID),
        ("Le gouverneur de la région a {} lundi que douze personnes avaient été tuées à Gao.", SAID),
        ("Une explosion a tué douze personnes à Gao, {} lundi le gouverneur de la région.", SAYS),
        ("Lundi, le gouverneur a {} que douze personnes avaient été tuées à Gao.", SAID),
        ("Le gouverneur a également {} lundi soir à la presse que douze personnes étaient mortes à Gao.", SAID),
    ],
)
def test_a_day_of_speaking_is_no_day_of_death(nlp: Language, sentence: str, verbs: tuple[str, ...]) -> None:
    found = events(nlp, {verb: sentence.format(verb) for verb in verbs})
    assert {verb: event.date for verb, event in found.items() if event.date == "2021-03-08"} == {}
    speakers = {verb: (event.source or "").lower() for verb, event in found.items()}
    assert {verb: name for verb, name in speakers.items() if not name.startswith("le gouverneur")} == {}


def test_the_day_told_before_stands_beside_a_day_of_speaking(nlp: Language) -> None:
    sentence = "Une explosion a tué douze personnes mardi à Gao. «C'est un drame», a {} mercredi le gouverneur."
    found = events(nlp, {verb: sentence.format(verb) for verb in SAID})
    assert {verb: event.date for verb, event in found.items() if event.date != "2021-03-09"} == {}


def test_who_confesses_dates_no_deed(nlp: Language) -> None:
    found = events(nlp, {verb: f"Un gardien a {verb} lundi avoir tué deux voisins à Brest." for verb in OWNED_UP})
    assert {event.date == "2021-03-08" for event in found.values()} == {False}
