"""The pipeline that is loaded without spaCy's French module is the one that spaCy loads."""

import subprocess
import sys

import numpy
import pytest
import spacy
from spacy.tokenizer import Tokenizer

from nlp_events.french import load_standard
from nlp_events.pipeline import STANDARD, UNUSED

TEXT = (
    "M. Touré s'est enfui aujourd'hui, dit-on : l'ex-premier-ministre l'a-t-elle vu ?\n\nL'arrière-garde (p. ex. à "
    "Saint-Jean-de-l'Île, J.-C. Ba) a tué 12 325 anti-balaka le 1er mars… https://gao.example/a?q=1 « États-Unis »"
)
FLAGS = ("norm_", "shape_", "prefix_", "suffix_", "lower_", "like_num", "is_stop", "like_url", "is_oov", "rank")


@pytest.fixture(scope="module")
def stock():
    return spacy.load(STANDARD, exclude=list(UNUSED))


@pytest.fixture(scope="module")
def ours():
    return load_standard(STANDARD, UNUSED)


def test_same_tokens_with_the_same_attributes(stock, ours):
    def told(nlp):
        return [(token.text, token.whitespace_, *(getattr(token, name) for name in FLAGS)) for token in nlp(TEXT)]

    assert told(ours) == told(stock)


def test_same_vectors_strings_names_and_settings(stock, ours):
    assert numpy.array_equal(ours.vocab.vectors.data, stock.vocab.vectors.data)
    assert ours.vocab.vectors.key2row == stock.vocab.vectors.key2row
    ours.complete()
    assert set(ours.vocab.strings) >= set(stock.vocab.strings)
    assert (ours.lang, ours.meta, ours.config.to_str()) == (stock.lang, stock.meta, stock.config.to_str())
    assert ours.component_names == stock.component_names
    assert ours.disabled == stock.disabled


def test_same_entities(stock, ours):
    def told(nlp):
        return [(ent.start, ent.end, ent.label_) for ent in nlp(TEXT).ents]

    assert told(ours) == told(stock) != []


def test_the_words_of_the_vectors_are_read_when_they_are_needed(stock, tmp_path):
    ours = load_standard(STANDARD, UNUSED)
    assert len(ours.vocab.strings) < 5_000
    vector = ours.vocab["Bamako"].vector
    assert vector.any()
    assert numpy.array_equal(vector, stock.vocab["Bamako"].vector)
    ours.to_disk(tmp_path / "saved", exclude=["ner", "tok2vec", "senter"])
    assert len(ours.vocab.strings) > 400_000
    again = load_standard(STANDARD, UNUSED)
    size = len(again.vocab.strings)
    assert len(again.to_bytes(exclude=["ner", "tok2vec", "senter"])) > 10_000_000
    assert len(again.vocab.strings) > size


def test_saved_it_is_one_that_spacy_loads(ours, stock, tmp_path):
    ours.to_disk(tmp_path / "saved")
    loaded = spacy.load(tmp_path / "saved")
    assert type(loaded.tokenizer) is Tokenizer
    assert [token.text for token in loaded(TEXT)] == [token.text for token in stock(TEXT)]


@pytest.mark.parametrize("name", ["no_such_pipeline", "no.such.pipeline", "./folder", "/folder", "json", "os"])
def test_what_is_no_installed_pipeline_is_left_to_spacy(name):
    assert load_standard(name, UNUSED) is None


def test_with_spacys_own_lemmatizer_it_is_left_to_spacy():
    assert load_standard(STANDARD, [name for name in UNUSED if name != "lemmatizer"]) is None


def test_noun_chunks_ask_for_a_parser_as_spacys_do(ours):
    with pytest.raises(ValueError, match="E029"):
        list(ours(TEXT).noun_chunks)


def test_spacys_french_is_neither_imported_nor_changed():
    code = """
import sys, nlp_events
nlp = nlp_events.load()
assert "spacy.lang.fr" not in sys.modules and "spacy.lang.fr.lex_attrs" not in sys.modules
import spacy, spacy.lang.fr.tokenizer_exceptions as exceptions
plain = spacy.blank("fr")
assert type(plain) is spacy.lang.fr.French is spacy.util.get_lang_class("fr") is not type(nlp)
assert len(exceptions.TOKEN_MATCH.__self__.pattern) > 1_000_000
assert plain.tokenizer.token_match == exceptions.TOKEN_MATCH
"""
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603
