"""The date component: alone in a blank pipeline, anchored by the article or by a dateline."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from nlp_events.errors import ResourceError
from nlp_events.extensions import DATES
from nlp_events.words.store import Words

ARTICLE = {"doc_id": "a", "title": None, "published": "2016-11-03"}


@pytest.fixture(scope="module")
def blank() -> Language:
    nlp = spacy.blank("fr")
    nlp.add_pipe("nlp_events_dates")
    return nlp


def read(blank: Language, text: str, article: dict[str, str | None] | None = None) -> Doc:
    doc = blank.make_doc(text)
    doc._.article = article
    return blank(doc)


def values(doc: Doc) -> list[tuple[str, str]]:
    return [(span.text, span._.date_value["value"]) for span in doc.spans[DATES]]


def test_a_blank_pipeline_is_enough(blank: Language) -> None:
    doc = blank("Depuis le 17 octobre 2016, 20 000 personnes ont fui.")
    assert values(doc) == [("Depuis le 17 octobre 2016", "2016-10-17/..")]


def test_the_article_anchors(blank: Language) -> None:
    doc = read(blank, "Douze civils ont été tués lundi soir à Gao.", ARTICLE)
    assert values(doc) == [("lundi soir", "2016-10-31")]
    assert doc.spans[DATES][0]._.date_value["anchor"] == "2016-11-03"


@pytest.mark.parametrize("article", [None, {"doc_id": None, "title": None, "published": None}])
def test_a_dateline_anchors_when_nothing_else_does(blank: Language, article: dict[str, None] | None) -> None:
    doc = read(blank, "Un marché visé\n\n3 novembre 2016 . – Lundi, douze civils ont été tués.", article)
    assert values(doc) == [("3 novembre 2016", "2016-11-03"), ("Lundi", "2016-10-31")]


def test_without_an_anchor_a_weekday_stays_unknown(blank: Language) -> None:
    assert values(blank("Douze civils ont été tués lundi.")) == [("lundi", "XXXX-XX-XX")]


def test_spans_are_widened_to_tokens_and_the_value_keeps_its_place(blank: Language) -> None:
    doc = read(blank, "Le rapport(17/10/2016)est paru.", ARTICLE)
    (span,) = doc.spans[DATES]
    value = span._.date_value
    assert doc.text[value["start"] : value["end"]] == "17/10/2016"
    assert span.start_char <= value["start"] < value["end"] <= span.end_char


@pytest.mark.parametrize("text", ["", " ", "\n\n", "Aucune date ici."])
def test_nothing_to_find(blank: Language, text: str) -> None:
    assert list(blank(text).spans[DATES]) == []


def test_a_doc_with_dates_can_be_stored(blank: Language) -> None:
    doc = read(blank, "Il est mort le 17 octobre.", ARTICLE)
    stored = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (again,) = DocBin().from_bytes(stored).get_docs(blank.vocab)
    assert [span._.date_value for span in again.spans[DATES]] == [span._.date_value for span in doc.spans[DATES]]


def test_resources_can_be_configured(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="no such folder"):
        Words(tmp_path / "missing")
    nlp = spacy.blank("fr")
    nlp.add_pipe("nlp_events_dates", config={"words": str(tmp_path)})
    assert values(nlp("Le 17 octobre 2016")) == [("17 octobre 2016", "2016-10-17")]


def test_the_pipeline_analysis_has_no_problem(blank: Language) -> None:
    assert not blank.analyze_pipes()["problems"]["nlp_events_dates"]
