"""A batch of articles in this process: what it does to the process around it."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from nlp_events.values import Article
from nlp_events.work import ALONE, Work

SHORT = Article(doc_id="court", text="Douze personnes sont mortes lundi à Gao, selon le maire.")
LONG = Article(doc_id="long", text="La pluie est tombée toute la nuit sur la ville de Gao. " * (ALONE // 50))


@Language.component("seen_by_test_of_work")
def _look(doc: Doc) -> Doc:
    SEEN.append(gc.isenabled())
    return doc


SEEN: list[bool] = []


@pytest.fixture
def work() -> Iterator[Work]:
    nlp = spacy.blank("fr")
    nlp.add_pipe("seen_by_test_of_work")
    SEEN.clear()
    yield Work(nlp, 1_000_000, None)
    gc.enable()


def test_no_garbage_is_looked_for_in_the_middle_of_a_batch(work: Work) -> None:
    work([SHORT, SHORT])
    assert SEEN == [False, False]
    assert gc.isenabled()


def test_it_is_looked_for_beside_a_long_text(work: Work) -> None:
    work([SHORT, LONG])
    assert SEEN == [True, True]


def test_who_has_turned_it_off_keeps_it_off(work: Work) -> None:
    gc.disable()
    work([SHORT])
    assert not gc.isenabled()
