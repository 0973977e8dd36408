"""The network that tells causes: its arithmetic, what it reads of a text, its file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy
import pytest
from spacy.language import Language

from nlp_events.errors import ResourceError
from nlp_events.layers.causes.component import Causes
from nlp_events.layers.causes.features import Asked
from nlp_events.layers.causes.network import (
    NONE,
    STRETCHES,
    CauseNetwork,
    Reading,
    read_causes,
    save_causes,
)
from nlp_events.layers.causes.reading import CauseReader, reading_of, shipped_causes
from nlp_events.networks.words import VECTORS
from tests.layers.causes.test_component import document

WIDTH, HIDDEN = 3, 4
CAUSES, FACTS = (NONE, "attack", "flood"), ("impact=killed", "told=flood")
CHANCE = numpy.random.default_rng(5)


def drawn(*shape: int) -> Any:
    return CHANCE.normal(size=shape).astype("float32") / 2


def network() -> CauseNetwork:
    """One with weights by chance."""
    weights = {
        "static": drawn(VECTORS[0], WIDTH), "stretches": drawn(STRETCHES * WIDTH, HIDDEN),
        "facts": drawn(len(FACTS), HIDDEN), "hidden bias": drawn(HIDDEN), "answers": drawn(HIDDEN, len(CAUSES)),
        "bias": drawn(len(CAUSES)),
    }  # fmt: skip
    return CauseNetwork(weights, CAUSES, FACTS)


SPANS = [(0, 2), (0, 0), (1, 4), (2, 2), (3, 5), (0, 5), (0, 2), (4, 5)]
READING = Reading(numpy.array([7, 11, 19, 4, 30]), [*SPANS, *reversed(SPANS)])


def by_hand(own: CauseNetwork, spans: list[tuple[int, int]], facts: list[str]) -> list[float]:
    """The same answer stretch by stretch."""
    weights = own.weights
    hidden = weights["hidden bias"] + sum((weights["facts"][FACTS.index(fact)] for fact in facts), numpy.zeros(HIDDEN))
    for number, (begin, end) in enumerate(spans):
        rows = [weights["static"][word] for word in READING.words[begin:end]]
        part = weights["stretches"][number * WIDTH : (number + 1) * WIDTH]
        hidden = hidden + (sum(rows) / len(rows) if rows else numpy.zeros(WIDTH)) @ part
    powers = numpy.exp(numpy.maximum(hidden, 0) @ weights["answers"] + weights["bias"])
    return [float(one) for one in numpy.log(powers / powers.sum())]


def test_the_arrays_give_what_the_stretches_one_by_one_give() -> None:
    own, facts = network(), [["impact=killed"], ["told=flood", "impact=killed"]]
    told = own.likely(READING, facts)
    assert told[0].tolist() == pytest.approx(by_hand(own, SPANS, facts[0]), abs=1e-5)
    assert told[1].tolist() == pytest.approx(by_hand(own, SPANS[::-1], facts[1]), abs=1e-5)


def test_a_figure_is_answered_alone_as_among_others() -> None:
    own = network()
    alone = own.likely(Reading(READING.words, READING.spans[STRETCHES:]), [["told=flood"]])
    assert alone[0].tolist() == own.likely(READING, [[], ["told=flood"]])[1].tolist()


def test_a_fact_that_it_does_not_know_says_nothing() -> None:
    own = network()
    assert own.likely(READING, [["impact=new"], []])[0].tolist() == own.likely(READING, [[], []])[0].tolist()


def test_the_words_that_are_read_are_those_that_say_what_a_text_is_about(nlp: Language) -> None:
    doc = nlp.make_doc("Le 3 mai, la crue a tout emporté.")
    stretches = [(0, len(doc.text)), (0, 9), (13, 17), *[(0, 0)] * (STRETCHES - 3)]
    reading = reading_of(doc, [Asked(stretches, [], [None])])
    told = {nlp.vocab.vectors.find(key=doc.vocab.strings[word]): word for word in ("mai", "crue", "tout", "emporté")}
    assert [told[row] for row in reading.words.tolist()] == ["mai", "crue", "tout", "emporté"]
    assert reading.spans[:4] == [(0, 4), (0, 1), (1, 2), (0, 0)]


def test_answers_are_those_of_the_causes_in_question(nlp: Language) -> None:
    own = network()
    doc = nlp.make_doc("La crue a tout emporté.")
    asked = Asked([(0, len(doc.text))] * STRETCHES, [], ["flood", None, "volcano"])
    [told] = CauseReader(lambda: own).likely(doc, [asked])
    row = own.likely(reading_of(doc, [asked]), [[]])[0].tolist()
    assert told == pytest.approx([row[2], row[0], min(row)])


def test_without_the_vectors_it_was_made_on_nothing_is_said(blank: Language) -> None:
    doc = blank.make_doc("La crue a tout emporté.")
    assert CauseReader().likely(doc, [Asked([(0, 4)] * STRETCHES, [], ["flood", None])]) == [None]


def test_figures_of_a_long_text_are_asked_in_pieces(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    doc = nlp("À Lens, la crue a fait 4 morts et 9 blessés. À Arras, 3 personnes ont péri dans un incendie.")
    causes: Causes = nlp.get_pipe("nlp_events_causes")  # type: ignore[assignment]
    whole = [question.likely for question in causes.questions(doc)]
    monkeypatch.setattr("nlp_events.layers.causes.component.PIECE", 2)
    assert [question.likely for question in causes.questions(doc)] == whole
    assert len(whole) == 3
    assert all(whole)


def test_words_that_no_rule_knows_tell_the_cause_by_their_neighbours(nlp: Language) -> None:
    reader, heads = CauseReader(), ("Séisme", "Inondations")
    texts = [f"{head} en Italie\n\nSix personnes sont mortes à Rieti." for head in heads]
    told = []
    for text in texts:
        doc = nlp.make_doc(text)
        title, body = (0, text.index("\n")), (text.index("Six"), len(text))
        stretches = [body, body, (0, body[0]), (0, 0), title, body, (0, len(text)), (text.index("mortes"), len(text))]
        [one] = reader.likely(doc, [Asked(stretches, ["impact=killed"], ["earthquake", "flood"])])
        assert one is not None
        told.append(one[0] - one[1])
    assert told[0] > told[1] + 1


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    own, path = network(), tmp_path / "causes.npz"
    save_causes(own, path)
    again = read_causes(path)
    assert (again.causes, again.facts) == (list(CAUSES), list(FACTS))
    assert again.likely(READING, [[], []]) == pytest.approx(own.likely(READING, [[], []]), abs=1e-2)


@pytest.mark.parametrize("content", [None, b"no network"])
def test_a_missing_or_damaged_file_is_named(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "causes.npz"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ResourceError, match=r"causes\.npz"):
        read_causes(path)


def test_the_shipped_network_knows_every_cause_of_the_contract(blank: Language) -> None:
    doc = document(blank, "Six morts.", "Six morts.")
    asked = next(iter(Causes().questions(doc))).causes
    assert {cause or NONE for cause in asked} <= set(shipped_causes().causes)


@pytest.mark.parametrize("text", ["Six morts à Gao.", "Le conseil a siégé. Six morts."])
def test_a_text_of_a_sentence_or_two_without_a_word_of_a_cause_has_none(nlp: Language, text: str) -> None:
    assert [event.cause for event in nlp(text)._.events] == [None]
