"""What the words around a number, in their order, say of it: facts among others for the linear decisions."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import groupby
from typing import NamedTuple

import numpy
from spacy.tokens import Doc

from nlp_events.decisions.scorer import SHIPPED
from nlp_events.extensions import text_of
from nlp_events.layers.figures.finding import IMPACTS
from nlp_events.layers.figures.network import (
    BEFORE,
    BEHIND,
    FLAGS,
    Network,
    Windows,
    read_network,
)
from nlp_events.layers.figures.rules import Count
from nlp_events.networks.arithmetic import Floats, Integers
from nlp_events.networks.words import WordRows, knows_words_of, word_rows
from nlp_events.values import Impact

Answer = Floats | None
"""Of a number: how probable it is that it is no figure, and of each impact; None where nothing is known."""
Numbers = Sequence[tuple[Count, Answer]]
"""The numbers of an article that may count people, with what the network says of each."""
_AROUND = numpy.arange(-BEFORE, BEHIND + 1)
_STEPS = tuple(step / 2 for step in range(-8, 9))
"""Log-odds from which a fact holds that tells of an answer."""


class _Row(NamedTuple):
    """Docs laid end to end, so that those of a batch are looked at together."""

    rows: WordRows
    spans: Integers
    """(numbers, 4) where each number begins and ends, and its sentence."""
    limits: Integers
    """(numbers, 2) the first token of each number's Doc, and the first behind it."""


def _laid_out(asked: Sequence[tuple[Doc, Sequence[Count]]]) -> _Row:
    tables = [word_rows(doc) for doc, _ in asked]
    # One character more than a Doc has: none of its numbers ends where the next begins.
    begins = _sums([len(text_of(doc)) + 1 for doc, _ in asked])
    limits = _sums([len(table.starts) for table in tables])
    owners = numpy.repeat(numpy.arange(len(asked)), [len(counts) for _, counts in asked])
    spans = [(count.item.start, count.item.end, *count.sentence) for _, counts in asked for count in counts]
    starts, words, hashes = (numpy.concatenate(parts) for parts in zip(*tables, strict=True))
    return _Row(
        WordRows(starts + numpy.repeat(begins[:-1], numpy.diff(limits)), words, hashes),
        numpy.array(spans) + begins[owners, None],
        numpy.stack([limits[owners], limits[owners + 1]], axis=1),
    )


def _sums(lengths: Sequence[int]) -> Integers:
    """Where each of so many begins when one stands behind the other, and where the last ends."""
    return numpy.concatenate([[0], numpy.cumsum(lengths, dtype="int64")])


def windows_of(asked: Sequence[tuple[Doc, Sequence[Count]]]) -> Windows:
    """The tokens around the numbers of Docs that may count people.

    Args:
        asked: Docs of one vocabulary, each with numbers of it, one at least.
    """
    (starts, words, hashes), spans, limits = _laid_out(asked)
    first = numpy.searchsorted(starts, spans[:, :1], side="right") - 1
    last = numpy.maximum(first + 1, numpy.searchsorted(starts, spans[:, 1:2]))
    counted = numpy.zeros(len(starts), dtype=bool)
    for begin, end in zip(first[:, 0], last[:, 0], strict=True):
        counted[begin:end] = True
    at = first + _AROUND
    there = (at >= limits[:, :1]) & (at < limits[:, 1:])
    places = numpy.where(there, at, first)
    offset = starts[places]
    flags = numpy.empty((*places.shape, FLAGS), dtype="float32")
    flags[:, :, 0] = 1
    flags[:, :, 1] = (at >= first) & (at < last)
    flags[:, :, 2] = (offset >= spans[:, 2:3]) & (offset < spans[:, 3:])
    flags[:, :, 3] = counted[places]
    flags *= there[:, :, None]
    return Windows(words, hashes, places, flags)


@lru_cache(maxsize=1)
def shipped_network() -> Network:
    """The network that is shipped.

    Raises:
        ResourceError: its file is missing or damaged.
    """
    return read_network(SHIPPED / "context.npz")


class Context:
    """What the network says of the numbers of a Doc.

    Args:
        network: gives the weights when first asked; None to say nothing.
    """

    def __init__(self, network: Callable[[], Network] | None = shipped_network) -> None:
        self.network = network

    def answered(self, asked: Sequence[tuple[Doc, Sequence[Count]]]) -> list[list[tuple[Count, Answer]]]:
        """Each number with what ``Network`` gives, or None in a vocabulary without the vectors it was made on.

        Args:
            asked: Docs, each with numbers of it; what is said of a number does not hang on the other Docs.
        """
        answers = self._answers([(doc, counts) for doc, counts in asked if counts and self._reads(doc)])
        return [[(count, next(answers) if self._reads(doc) else None) for count in counts] for doc, counts in asked]

    def _reads(self, doc: Doc) -> bool:
        return self.network is not None and knows_words_of(doc)

    def _answers(self, asked: Sequence[tuple[Doc, Sequence[Count]]]) -> Iterator[Floats]:
        network = self.network
        if network is not None:
            for _, own in groupby(asked, key=lambda one: one[0].vocab):
                yield from network()(windows_of(list(own)))


def count_facts(answer: Answer) -> list[str]:
    """What the network says of a number, as facts by which it is a figure or none."""
    return [] if answer is None else [*_steps("context", 1 - answer[0])]


def impact_facts(answer: Answer) -> list[list[str]]:
    """For each impact what the network says of it, as facts by which it is chosen."""
    if answer is None:
        return [[] for _ in IMPACTS]
    return [[*_steps("context value", share)] for share in answer[1:] / max(float(answer[1:].sum()), 1e-6)]


def figure_facts(answer: Answer, impact: Impact) -> list[str]:
    """What the network says of a figure that a rule read, as facts by which it is accepted or refused."""
    if answer is None:
        return []
    own = 1 + IMPACTS.index(impact)
    best = int(answer.argmax())
    told = "own" if best == own else IMPACTS[best - 1] if best else "none"
    return [*count_facts(answer), *_steps("context own", answer[own]), f"context={told}", f"context={told} of {impact}"]


def _steps(name: str, probability: float) -> Sequence[str]:
    """The steps of log-odds that are reached, from zero either way: no answer at all is one that leaves it open."""
    bounded = min(max(float(probability), 1e-6), 1 - 1e-6)
    return _facts(name)[bisect_right(_STEPS, math.log(bounded / (1 - bounded)))]


@cache
def _facts(name: str) -> Sequence[Sequence[str]]:
    """The facts that hold where none of the steps is reached, where one is, where two are, and so on."""
    return [
        [
            *(f"{name}>={step:g}" for step in _STEPS[:reached] if step >= 0),
            *(f"{name}<{step:g}" for step in _STEPS[reached:] if step <= 0),
        ]
        for reached in range(len(_STEPS) + 1)
    ]
