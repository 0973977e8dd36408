"""What the words around a number, in their order, say of it: facts among others for the linear decisions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
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
    VECTORS,
    Floats,
    Hashes,
    Network,
    Windows,
    read_network,
)
from nlp_events.layers.figures.rules import Count
from nlp_events.values import Impact

Answer = Floats | None
"""Of a number: how probable it is that it is no figure, and of each impact; None where nothing is known."""
Numbers = Sequence[tuple[Count, Answer]]
"""The numbers of an article that may count people, with what the network says of each."""
_COLUMNS = (NORM, SUFFIX, SHAPE)
_STEPS = tuple(step / 2 for step in range(-8, 9))
"""Log-odds from which a fact holds that tells of an answer."""


def windows_of(doc: Doc, counts: Sequence[Count]) -> Windows:
    """The tokens around the numbers of a Doc that may count people.

    Args:
        doc: the Doc.
        counts: its numbers, one at least.
    """
    table: Hashes = doc.to_array([IDX, ORTH, *_COLUMNS]).astype("uint64")
    starts = table[:, 0].astype("int64")
    inside = numpy.zeros((len(counts), 2), dtype="int64")
    for row, count in enumerate(counts):
        first = int(numpy.searchsorted(starts, count.item.start, side="right")) - 1
        inside[row] = first, max(first + 1, int(numpy.searchsorted(starts, count.item.end)))
    counted = numpy.zeros(len(starts), dtype=bool)
    for first, last in inside:
        counted[first:last] = True
    at = inside[:, :1] + numpy.arange(-BEFORE, BEHIND + 1)
    there = (at >= 0) & (at < len(starts))
    place = numpy.where(there, at, 0)
    sentences = numpy.array([count.sentence for count in counts])
    offset = starts[place]
    flags = (
        numpy.ones_like(there),
        (at >= inside[:, :1]) & (at < inside[:, 1:]),
        (offset >= sentences[:, :1]) & (offset < sentences[:, 1:]),
        counted[place],
    )
    return Windows(
        words=numpy.where(there, table[place, 1], numpy.uint64(0)),
        hashes=(table[place, 2:] % numpy.uint64(BUCKETS)).astype("int64"),
        flags=numpy.stack([flag & there for flag in flags], axis=-1).astype("float32"),
    )


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
        return list(zip(counts, self.network()(windows_of(doc, counts), vectors), strict=True))


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


def _steps(name: str, probability: float) -> Iterator[str]:
    """The steps of log-odds that are reached, from zero either way: no answer at all is one that leaves it open."""
    bounded = min(max(float(probability), 1e-6), 1 - 1e-6)
    odds = numpy.log(bounded / (1 - bounded))
    yield from (f"{name}>={step:g}" for step in _STEPS if 0 <= step <= odds)
    yield from (f"{name}<{step:g}" for step in _STEPS if odds < step <= 0)
