"""What is read and answered for a batch at once is what each of its documents gives alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from nlp_events.extensions import FIGURES, REFUSALS
from nlp_events.layers.figures import component as figures_component
from nlp_events.layers.figures import network as made
from nlp_events.layers.figures.context import shipped_network, windows_of
from nlp_events.narrowing import view_of

TEXTS = [
    "Une crue a fait neuf morts et trente blessés à Ségou, dont deux pêcheurs, selon la mairie.",
    "Il pleut sur la ville.",
    "Le bus s'est couché. Bilan : quatre voyageurs   \t      au cimetière, un rescapé.",
    "« Sept hommes manquent », disait un ancien ; puis la pirogue a chaviré et deux fillettes se sont noyées.",
    "Trois cents familles ont fui Tillabéri mardi. " + "Le marché reste ouvert. " * 12 + "Deux bergers ont été tués.",
]


@pytest.fixture(scope="module")
def blank() -> Language:
    """Only what figures need: no model, no vectors."""
    pipeline = spacy.blank("fr")
    for part in ("sentences", "zones", "quantities", "figures"):
        pipeline.add_pipe(f"nlp_events_{part}")
    return pipeline


def values(doc: Doc) -> tuple[list[Any], list[Any]]:
    """What the layer has written on a Doc."""
    figures = [(span.start, span.end, span._.figure) for span in doc.spans[FIGURES]]
    return figures, [(span.start, span.end, span._.refusal) for span in doc.spans[REFUSALS]]


@pytest.mark.parametrize("batch_size", [1, 2, 3, 5])
def test_a_document_says_the_same_in_every_batch(nlp: Language, batch_size: int) -> None:
    alone = [values(nlp(text)) for text in TEXTS]
    assert [view_of(nlp.make_doc(text)) is not None for text in TEXTS] == [False, False, True, False, False]
    assert [len(figures) for figures, _ in alone] == [3, 0, 1, 1, 2]
    assert [values(doc) for doc in nlp.pipe(TEXTS, batch_size=batch_size)] == alone
    backwards = [values(doc) for doc in nlp.pipe(TEXTS[::-1], batch_size=batch_size)]
    assert backwards[::-1] == alone


def test_the_network_is_asked_once_a_batch(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    network = made.Network.__call__

    def counted(self: made.Network, windows: made.Windows) -> Any:
        asked.append(len(windows.places))
        return network(self, windows)

    monkeypatch.setattr(made.Network, "__call__", counted)
    list(nlp.pipe([TEXTS[0], TEXTS[1], TEXTS[4]], batch_size=3))
    assert len(asked) == 1
    list(nlp.pipe([TEXTS[0], TEXTS[1], TEXTS[4]], batch_size=1))
    assert sum(asked[1:]) == asked[0]
    assert len(asked) == 3


def test_a_number_has_the_same_answer_to_the_last_bit_among_any_others(nlp: Language) -> None:
    component: Any = nlp.get_pipe("nlp_events_figures")
    docs = [nlp(text) for text in (TEXTS[0], TEXTS[3], TEXTS[4])]
    asked = [(doc, [count for count, *_ in component.counts(doc)]) for doc in docs] * 9
    together = shipped_network()(windows_of(asked))
    alone = numpy.concatenate([shipped_network()(windows_of([one])) for one in asked])
    assert len(together) > made.AT_ONCE
    assert numpy.array_equal(together, alone)


def test_a_window_ends_where_its_document_does(blank: Language) -> None:
    component: Any = blank.get_pipe("nlp_events_figures")
    docs = [blank(text) for text in (TEXTS[0], TEXTS[4], TEXTS[3])]
    asked = [(doc, [count for count, *_ in component.counts(doc)]) for doc in docs]
    together, first = windows_of(asked), 0
    for one in asked:
        alone = windows_of([one])
        last = first + len(alone.places)
        assert numpy.array_equal(together.flags[first:last], alone.flags)
        there = alone.flags[:, :, 0] > 0
        hashes = together.hashes[together.places[first:last]]
        assert numpy.array_equal(hashes[there], alone.hashes[alone.places][there])
        first = last
    assert first == len(together.places)


@pytest.fixture
def failing(blank: Language, monkeypatch: pytest.MonkeyPatch) -> Iterator[Language]:
    """A pipeline whose rules fail on a text that speaks of rain."""
    read = figures_component.read_figures

    def fragile(text: str, *others: Any) -> Any:
        if "pleut" in text:
            raise RuntimeError("it rains")
        return read(text, *others)

    monkeypatch.setattr(figures_component, "read_figures", fragile)
    yield blank
    blank.set_error_handler(spacy.util.raise_error)


def test_a_document_that_fails_is_named_alone(failing: Language) -> None:
    with pytest.raises(RuntimeError, match="it rains"):
        list(failing.pipe(TEXTS))
    told: list[tuple[str, list[str]]] = []
    failing.set_error_handler(lambda name, component, docs, error: told.append((name, [doc.text for doc in docs])))
    assert [doc.text for doc in failing.pipe(TEXTS)] == [TEXTS[0], *TEXTS[2:]]
    assert told == [("Figures", [TEXTS[1]])]


def test_what_one_pipeline_foresaw_is_nothing_to_another(blank: Language) -> None:
    first: Any = blank.get_pipe("nlp_events_figures")
    second: Any = blank.create_pipe("nlp_events_figures")
    second.min_confidence = 1.0
    doc = blank(TEXTS[0])
    assert len(doc.spans[FIGURES]) == 3
    first.foresee([doc])
    second(doc)
    assert len(doc.spans[FIGURES]) == 0
    assert doc not in figures_component._FORESEEN
