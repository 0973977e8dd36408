"""Where sentences begin on a document: by the text, on tokens, and left alone where it was parsed."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from nlp_events.layers.sentences.component import Sentences

VOCAB = spacy.blank("fr").vocab


@pytest.mark.parametrize(
    ("words", "begin"),
    [
        (["Deux", "morts", ".", "Il", "pleut", "."], [0, 3]),
        (["Deux", "morts", ",", "trois", "blessés"], [0]),
        (["Crue", "\n", "Il", "pleut", "."], [0, 2]),
        ([" ", "Il", "pleut", "."], [0, 1]),
        (["Un"], [0]),
    ],
)
def test_sentences_begin_where_the_text_says(words: list[str], begin: list[int]) -> None:
    doc = Sentences()(Doc(VOCAB, words=words))
    assert [token.i for token in doc if token.is_sent_start] == begin
    assert [token.is_sent_start for token in doc if token.i not in begin] == [False] * (len(words) - len(begin))


def test_an_empty_document() -> None:
    assert len(Sentences()(Doc(VOCAB, words=[]))) == 0


def test_a_parsed_document_keeps_its_sentences() -> None:
    doc = Doc(VOCAB, words=["Fin", ".", "Il", "pleut"], heads=[0, 0, 0, 0], deps=["ROOT", "punct", "dep", "dep"])
    assert len(list(Sentences()(doc).sents)) == 1
