"""What the words around a number, in their order, say of it: facts among others for the linear decisions."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import Any

import numpy
from spacy.attrs import IDX, NORM, ORTH, SHAPE, SUFFIX
from spacy.tokens import Doc

from nlp_events.decisions.scorer import SHIPPED
from nlp_events.layers.figures.finding import IMPACTS
from nlp_events.layers.figures.network import (
    BEFORE,
    BEHIND,
    BUCKETS,
    FLAGS,
    VECTORS,
    Floats,
    Integers,
    Network,
    Windows,
    read_network,
)
from nlp_events.layers.figures.rules import Count
from nlp_events.values import Impact
from nlp_events.vector_rows import VectorRows

Answer = Floats | None
"""Of a number: how probable it is that it is no figure, and of each impact; None where nothing is known."""
Numbers = Sequence[tuple[Count, Answer]]
"""The numbers of an article that may count people, with what the network says of each."""
_COLUMNS = (NORM, SUFFIX, SHAPE)
_AROUND = numpy.arange(-BEFORE, BEHIND + 1)
_STEPS = tuple(step / 2 for step in range(-8, 9))
"""Log-odds from which a fact holds that tells of an answer."""


def windows_of(doc: Doc, counts: Sequence[Count]) -> Windows:
    """The tokens around the numbers of a Doc that may count people.

    Args:
        doc: the Doc.
        counts: its numbers, one at least.
    """
    table = doc.to_array([IDX, ORTH, *_COLUMNS]).astype("uint64")
    starts: Integers = table[:, 0].astype("int64")
    spans = numpy.array([(count.item.start, count.item.end, *count.sentence) for count in counts])
    first = numpy.searchsorted(starts, spans[:, :1], side="right") - 1
    last = numpy.maximum(first + 1, numpy.searchsorted(starts, spans[:, 1:2]))
    counted = numpy.zeros(len(starts), dtype=bool)
    for begin, end in zip(first[:, 0], last[:, 0], strict=True):
        counted[begin:end] = True
    at = first + _AROUND
    there = (at >= 0) & (at < len(starts))
    places = numpy.where(there, at, 0)
    offset = starts[places]
    flags = numpy.empty((*places.shape, FLAGS), dtype="float32")
    flags[:, :, 0] = 1
    flags[:, :, 1] = (at >= first) & (at < last)
    flags[:, :, 2] = (offset >= spans[:, 2:3]) & (offset < spans[:, 3:])
    flags[:, :, 3] = counted[places]
    flags *= there[:, :, None]
    words = rows_of(doc.vocab.vectors, table[:, 1])
    return Windows(words, (table[:, 2:] % BUCKETS).astype("int64"), places, flags)


def rows_of(vectors: Any, words: Any) -> Integers:
    """The rows of the static vectors of words, by their hashes; -1 for a word that has none."""
    known = vectors.key2row
    rows: Integers = known.rows(words) if isinstance(known, VectorRows) else vectors.find(keys=words)
    return rows


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

    def answered(self, doc: Doc, counts: Sequence[Count]) -> list[tuple[Count, Answer]]:
        """Each number with what ``Network`` gives, or None in a vocabulary without the vectors it was made on."""
        vectors: Any = doc.vocab.vectors
        if not counts or self.network is None or tuple(vectors.shape) != VECTORS:
            return [(count, None) for count in counts]
        return list(zip(counts, self.network()(windows_of(doc, counts)), strict=True))


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
