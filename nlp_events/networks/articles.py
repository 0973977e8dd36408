"""A network that reads an article from end to end, and says which candidate is the place or the date of a figure.

Facts tell how a candidate stands to a figure; what the words around both say, in their order, they do not. Gated
convolutions over all tokens give each a vector that knows some words on either side. Those of the figure, of the word
that says what happened and of the candidate are weighed against one another. ``models/train_articles.py`` makes the
weights.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Literal, NamedTuple

import numpy

from nlp_events.networks.arithmetic import Bools, Floats, Integers, Tokens, gated, logarithms, means_of, product
from nlp_events.networks.files import read_arrays, save_arrays
from nlp_events.networks.words import VECTORS, WordRows, embedded

Slot = Literal["place", "date"]
SLOTS: tuple[Slot, ...] = ("place", "date")
"""What is asked of a figure."""
FLAGS = 10
"""Of a token: it is there, part of a figure, of a word that says what happened, of a place, of an organisation, of a
person, of a date, the first of its sentence, in the first line, and how far on it stands."""
APART = (1, 2, 4)
"""How far the tokens are that each convolution reads beside one."""
GAP = sum(APART) + 1
"""Empty tokens between two articles that are read together, over which no convolution reaches."""
BLOCK = 4_096
"""Tokens that are read at a time: those of a long text would fill the memory."""
AT_ONCE = 256
"""Figures that are answered at a time, for the same reason."""
STEPS, PER_OCTAVE = 10, 1.2
"""Steps in which the distance of a candidate is told on either side, and how many make it twice as far."""
DISTANCES, NEAREST, ALIKE = 2 * STEPS + 2, 9, 5
"""Rows of the tables of distances, of places among the nearest, and of how many candidates are one and the same; the
first row of each is of a candidate that stands nowhere, or of none."""
NOWHERE = (0, 0)
"""The tokens of a candidate that stands nowhere: «none», the day of publication."""


class Asked(NamedTuple):
    """A figure and the candidates for one of its slots."""

    figure: Tokens
    trigger: Tokens
    spans: Sequence[Tokens]
    """Where each candidate stands."""
    facts: Sequence[Sequence[str]]
    """What holds of each."""
    groups: Sequence[Hashable]
    """Which candidates are one and the same thing."""


class Columns(NamedTuple):
    """Candidates by the rows that they have in the tables of a network."""

    distance: Integers
    nearest: Integers
    alike: Integers
    facts: Sequence[Sequence[int]]


def columns_of(questions: Sequence[Asked], numbers: Mapping[str, int]) -> Columns:
    """What a network reads of candidates beside the words.

    Args:
        questions: figures with their candidates, one behind the other.
        numbers: the row of each fact that the network knows.
    """
    spans = numpy.array([span for asked in questions for span in asked.spans], dtype="int64").reshape(-1, 2)
    sizes = [len(asked.spans) for asked in questions]
    owners = numpy.repeat(numpy.arange(len(questions)), sizes)
    there = spans[:, 1] > 0
    apart = spans[:, 0] - numpy.array([asked.figure[0] for asked in questions], dtype="int64")[owners]
    steps = numpy.minimum(STEPS, numpy.log2(numpy.abs(apart) + 1) * PER_OCTAVE)
    distance = numpy.trunc(numpy.sign(apart) * steps).astype("int64") + STEPS + 1
    order = numpy.lexsort((numpy.abs(apart), ~there, owners))
    nearest = numpy.empty(len(spans), dtype="int64")
    begins = numpy.cumsum([0, *sizes[:-1]])
    nearest[order] = numpy.minimum(numpy.arange(len(spans)) - begins[owners] + 1, NEAREST - 1)
    return Columns(
        numpy.where(there, distance, 0),
        numpy.where(there, nearest, 0),
        numpy.array([count for asked in questions for count in _alike(asked.groups)], dtype="int64"),
        # In any order: they become ones in a row of a matrix.
        [[numbers[fact] for fact in numbers.keys() & own] for asked in questions for own in asked.facts],
    )


def _alike(groups: Sequence[Hashable]) -> list[int]:
    counts = Counter(groups)
    return [min(counts[group], ALIKE - 1) for group in groups]


@dataclass(frozen=True)
class ArticleNetwork:
    """The weights of the network, and its answers.

    ``weights`` are its arrays by their names, see ``models/train_articles.py``; those of a slot begin with its name.
    ``facts`` are the facts that it knows of the candidates for each slot, in the order of the rows of their table.
    """

    weights: Mapping[str, Floats]
    facts: Mapping[Slot, Sequence[str]]

    @property
    def width(self) -> int:
        """Numbers in the vector of a token."""
        return int(self.weights["hashed"].shape[1])

    def states(self, rows: WordRows, flags: Floats, wanted: Bools) -> Floats:
        """The vectors of some tokens of an article, or of several with ``GAP`` between them.

        A token hangs on few others: those alone are read, a third of an article.

        Args:
            rows: the tokens.
            flags: (tokens, ``FLAGS``) what each is.
            wanted: (tokens) which are asked for.

        Returns:
            (tokens, width), of those that are not asked for anything.
        """
        there, needed = flags[:, 0] > 0, [wanted]
        for apart in reversed(APART):
            needed.insert(0, _with_neighbours(needed[0], apart) & there)
        at = numpy.flatnonzero(needed[0])
        read = embedded(self.weights, rows.words[at], rows.hashes[at])
        read += product(flags[at], self.weights["flags"])
        states = numpy.zeros((len(wanted), read.shape[1]), dtype="float32")
        states[at] = read
        for halved, apart, asked in zip(self._halved, APART, needed[1:], strict=True):
            states = _convolved(states, halved, apart, numpy.flatnonzero(asked))
        return states

    @cached_property
    def _halved(self) -> list[Floats]:
        """The weights of each convolution as ``gated`` takes them."""
        return [self.weights[f"convolution {layer}"] * numpy.float32(0.5) for layer in range(len(APART))]

    @cached_property
    def _numbers(self) -> Mapping[Slot, Mapping[str, int]]:
        return {slot: {fact: number for number, fact in enumerate(self.facts[slot])} for slot in SLOTS}

    def likely(self, slot: Slot, states: Floats, questions: Sequence[Asked]) -> list[list[float]]:
        """For each figure how probable each of its candidates is, as a logarithm.

        Args:
            slot: what is asked.
            states: what ``states`` gives of the article.
            questions: its figures with their candidates, one at least each.
        """
        parts = (questions[begin : begin + AT_ONCE] for begin in range(0, len(questions), AT_ONCE))
        return [answer for part in parts for answer in self._likely(slot, states, part)]

    def _likely(self, slot: Slot, states: Floats, questions: Sequence[Asked]) -> list[list[float]]:
        owners = numpy.repeat(numpy.arange(len(questions)), [len(asked.spans) for asked in questions])
        beside = self._beside(slot, columns_of(questions, self._numbers[slot]))
        told = [[asked.figure for asked in questions], [asked.trigger for asked in questions]]
        figures = numpy.concatenate([means_of(states, spans) for spans in told], axis=1)
        spans = {span: None for asked in questions for span in asked.spans}
        numbers = {span: number for number, span in enumerate(spans)}
        at = numpy.array([numbers[span] for asked in questions for span in asked.spans])
        candidates = means_of(states, [*spans])
        hidden = beside[:, :-1] + self._product(slot, "figure", figures)[owners]
        hidden += self._product(slot, "candidate", candidates)[at]
        scores = product(numpy.maximum(hidden, 0), self.weights[f"{slot} answer"])[:, 0] + beside[:, -1]
        one = self._product(slot, "figure pair", figures)[owners]
        other = self._product(slot, "candidate pair", candidates)[at]
        scores += numpy.einsum("ij,ij->i", one, other) / numpy.float32(math.sqrt(one.shape[1]))
        bounds = numpy.cumsum([len(asked.spans) for asked in questions])[:-1]
        return [logarithms(part).tolist() for part in numpy.split(scores, bounds)]

    def _product(self, slot: Slot, name: str, rows: Floats) -> Floats:
        return product(rows, self.weights[f"{slot} {name}"])

    def _beside(self, slot: Slot, columns: Columns) -> Floats:
        """What candidates are worth beside the words: (candidates, hidden + 1), the last column of their scores."""
        own = self.weights
        held = numpy.zeros((len(columns.facts), len(self.facts[slot])), dtype="float32")
        counts = [len(facts) for facts in columns.facts]
        held[numpy.repeat(numpy.arange(len(counts)), counts), list(chain.from_iterable(columns.facts))] = 1
        told = self._product(slot, "facts", held)
        told += own[f"{slot} distance"][columns.distance]
        told += own[f"{slot} nearest"][columns.nearest]
        told += own[f"{slot} alike"][columns.alike]
        return told


def _with_neighbours(tokens: Bools, apart: int) -> Bools:
    """Some tokens, and those that stand so far from one of them."""
    found: Bools = tokens.copy()
    found[apart:] |= tokens[:-apart]
    found[:-apart] |= tokens[apart:]
    return found


def _convolved(states: Floats, halved: Floats, apart: int, tokens: Integers) -> Floats:
    """The convolution of some tokens, with the others as they were."""
    padded = numpy.pad(states, ((apart, apart), (0, 0)))
    read: Floats = states.copy()
    for begin in range(0, len(tokens), BLOCK):
        at = tokens[begin : begin + BLOCK]
        window = numpy.concatenate([padded[at], states[at], padded[at + 2 * apart]], axis=1)
        read[at] = gated(window, states[at], halved)
    return read


def read_articles(path: Path) -> ArticleNetwork:
    """The network that a file holds; raises ResourceError where it is missing or damaged."""
    arrays, names = read_arrays(path, {"static": VECTORS[0]}, [f"{slot} known" for slot in SLOTS])
    return ArticleNetwork(arrays, {slot: names[f"{slot} known"] for slot in SLOTS})


def save_articles(network: ArticleNetwork, path: Path) -> None:
    """Write a network in half precision, the same bytes for the same weights."""
    save_arrays(network.weights, path, {f"{slot} known": network.facts[slot] for slot in SLOTS})
