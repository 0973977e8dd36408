"""The component before a parser and without one."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, DocBin

from nlp_events.extensions import ZONES, register
from nlp_events.layers.zones.component import Zones

register()

PAGE = """Chili : un glacier menace Villa Santa Lucía

Les autorités ont évacué 200 habitants. Deux routes sont coupées.
Lire aussi
Pérou : 12 morts à Cusco"""


@pytest.fixture(scope="module")
def component() -> Zones:
    return Zones()


@pytest.fixture(scope="module")
def nlp() -> spacy.language.Language:
    return spacy.blank("fr")


def test_spans_carry_their_zone(nlp: spacy.language.Language, component: Zones) -> None:
    doc = component(nlp(PAGE))
    assert [span._.zone["zone"] for span in doc.spans[ZONES]] == ["title", "body", "related", "related"]
    assert doc.spans[ZONES][1].text == "Les autorités ont évacué 200 habitants. Deux routes sont coupées."


def test_a_line_end_inside_a_token_breaks_nothing(nlp: spacy.language.Language, component: Zones) -> None:
    doc = component(Doc(nlp.vocab, words=["Bilan\nlourd", "\n\n", "Suite", "."]))
    assert len(doc.spans[ZONES]) >= 1


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\r\n \n"])
def test_an_empty_text_has_no_zone(text: str, nlp: spacy.language.Language, component: Zones) -> None:
    assert list(component(nlp(text)).spans[ZONES]) == []


def test_the_layer_survives_a_doc_bin(nlp: spacy.language.Language, component: Zones) -> None:
    doc = component(nlp(PAGE))
    (back,) = DocBin(store_user_data=True, docs=[doc]).get_docs(nlp.vocab)
    assert [span._.zone for span in back.spans[ZONES]] == [span._.zone for span in doc.spans[ZONES]]


def test_the_component_can_be_pickled(nlp: spacy.language.Language, component: Zones) -> None:
    import pickle

    doc = pickle.loads(pickle.dumps(component))(nlp(PAGE))  # noqa: S301
    assert doc.spans[ZONES][0]._.zone["zone"] == "title"
