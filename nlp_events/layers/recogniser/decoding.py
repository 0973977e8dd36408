"""What spaCy's greedy entity parser decides, for all words of a batch at once.

Its state is three words: the next one and, inside an entity, the entity's first word and the one before the next. So
outside an entity a decision hangs on one word alone, and inside on that and the entity's first word: neither on what
was decided before. All words can be scored as if outside, all entities that begin be followed to their ends together,
and what is left is to walk over the beginnings. Same entities as ``EntityRecognizer.predict``; a test compares them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy
from numpy.typing import NDArray

from nlp_events.layers.recogniser.maxout import Floats, greatest

Flags = NDArray[numpy.bool_]
Integers = NDArray[numpy.int64]
Entity = tuple[int, int, str]
"""First token, end (exclusive) and label."""


class Decoder:
    """Decodes with the weights of a recogniser's model.

    Args:
        lower: its «lower» layer, which reads the three words of a state.
        upper: its «upper» layer, which scores the moves.
        moves: the names of the moves in the order of the scores: «B-PER» … «O».
    """

    def __init__(self, lower: Any, upper: Any, moves: Sequence[str]) -> None:
        units, pieces = lower.get_dim("nO"), lower.get_dim("nP")
        weights = lower.get_param("W").transpose(0, 2, 1, 3).reshape(3, pieces * units, lower.get_dim("nI"))
        padding = lower.get_param("pad").reshape(3, units, pieces).transpose(0, 2, 1).reshape(3, pieces * units)
        bias = lower.get_param("b").reshape(units, pieces).T.reshape(-1)
        self._units = units
        self._next, self._first, self._last = (numpy.ascontiguousarray(part.T) for part in weights)
        self._outside_bias = bias + padding[1] + padding[2]
        self._bias = bias
        self._scores, self._scores_bias = numpy.ascontiguousarray(upper.get_param("W").T), upper.get_param("b")
        self._labels = [name[2:] for name in moves]
        index = {name: place for place, name in enumerate(moves)}
        self._is_begin = numpy.array([name.startswith("B-") for name in moves])
        self._is_unit = numpy.array([name.startswith("U-") and len(name) > 2 for name in moves])
        self._never = ~(self._is_begin | self._is_unit | (numpy.arange(len(moves)) == index["O"]))
        self._inside = numpy.array([index.get(f"I-{label}", 0) for label in self._labels])
        self._end = numpy.array([index.get(f"L-{label}", 0) for label in self._labels])

    def __call__(self, words: Floats, open_ended: Flags, blank: Flags) -> list[Entity]:
        """The entities of a run of words, which may be of several documents.

        Args:
            words: (words, width) their vectors in context.
            open_ended: (words) whether an entity may go on after each: false for the last of a sentence or document.
            blank: (words) whether each is white space, with which no entity begins.

        Returns:
            Entities in text order.
        """
        coming = words @ self._next
        scores = self._scored(coming + self._outside_bias)
        scores[:, self._never] = -numpy.inf
        scores[numpy.ix_(~open_ended | blank, self._is_begin)] = -numpy.inf
        scores[numpy.ix_(blank, self._is_unit)] = -numpy.inf
        moves = scores.argmax(axis=1)
        begins = numpy.flatnonzero(self._is_begin[moves])
        ends = dict(zip(begins.tolist(), self._ends(words, coming, begins, moves[begins], open_ended), strict=True))
        return list(self._walked(moves, ends))

    def _ends(self, words: Floats, coming: Floats, begins: Integers, moves: Integers, open_ended: Flags) -> list[int]:
        """Where the entity that each beginning opens would end, exclusive."""
        ends = begins + 1
        first, inside, end = words[begins] @ self._first + self._bias, self._inside[moves], self._end[moves]
        going = numpy.arange(len(begins))
        while len(going):
            at = ends[going]
            scores = self._scored(coming[at] + first[going] + words[at - 1] @ self._last)
            rows = numpy.arange(len(going))
            on = scores[rows, inside[going]] >= scores[rows, end[going]]
            ends[going] += 1
            going = going[on & open_ended[at]]
        return [int(place) for place in ends]

    def _scored(self, hidden: Floats) -> Floats:
        scores: Floats = greatest(hidden, self._units) @ self._scores + self._scores_bias
        return scores

    def _walked(self, moves: Integers, ends: dict[int, int]) -> Iterator[Entity]:
        """Beginnings and single words from left to right, those inside an entity passed over."""
        free = 0
        for place in numpy.flatnonzero(self._is_begin[moves] | self._is_unit[moves]).tolist():
            if place >= free:
                free = ends.get(place, place + 1)
                yield place, free, self._labels[moves[place]]
