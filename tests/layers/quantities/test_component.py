"""The component in a blank pipeline."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, DocBin

from nlp_events.extensions import QUANTITIES, REFUSALS, register
from nlp_events.layers.quantities.component import Quantities

register()


@pytest.fixture(scope="module")
def component() -> Quantities:
    return Quantities()


@pytest.fixture(scope="module")
def nlp() -> spacy.language.Language:
    return spacy.blank("fr")


def test_spans_carry_their_value(nlp: spacy.language.Language, component: Quantities) -> None:
    doc = component(nlp("Au moins 3 500 habitants ont quitté Mopti le 3 mai."))
    (span,) = doc.spans[QUANTITIES]
    assert span.text == "Au moins 3 500"
    assert span._.quantity["min"] == 3500
    assert span._.quantity["max"] is None
    (refused,) = doc.spans[REFUSALS]
    assert refused.text == "3 mai"
    assert refused._.refusal["reason"] == "date"


def test_a_quantity_inside_a_token_keeps_its_exact_offsets(nlp: spacy.language.Language, component: Quantities) -> None:
    doc = component(Doc(nlp.vocab, words=["(12", "blessés)"]))
    (span,) = doc.spans[QUANTITIES]
    assert span.text == "(12"
    assert (span._.quantity["start"], span._.quantity["end"]) == (1, 3)


def test_two_quantities_in_one_token_give_one_span(nlp: spacy.language.Language, component: Quantities) -> None:
    doc = component(Doc(nlp.vocab, words=["12;13", "blessés"]))
    assert len(doc.spans[QUANTITIES]) == 1


@pytest.mark.parametrize("text", ["", " ", "\n\n", "Rien à signaler."])
def test_a_text_without_number_has_empty_groups(text: str, nlp: spacy.language.Language, component: Quantities) -> None:
    doc = component(nlp(text))
    assert list(doc.spans[QUANTITIES]) == []
    assert list(doc.spans[REFUSALS]) == []


def test_the_layer_survives_a_doc_bin(nlp: spacy.language.Language, component: Quantities) -> None:
    doc = component(nlp("Une trentaine de villageois ont fui en 2016."))
    (back,) = DocBin(store_user_data=True, docs=[doc]).get_docs(nlp.vocab)
    assert back.spans[QUANTITIES][0]._.quantity == doc.spans[QUANTITIES][0]._.quantity
    assert back.spans[REFUSALS][0]._.refusal["reason"] == "year"


def test_the_component_can_be_pickled(nlp: spacy.language.Language, component: Quantities) -> None:
    import pickle

    doc = pickle.loads(pickle.dumps(component))(nlp("Douze mineurs sont morts."))  # noqa: S301
    assert doc.spans[QUANTITIES][0]._.quantity["min"] == 12
