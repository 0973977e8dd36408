"""A small network of convolutions over the words around a number, read with numpy.

Linear weights over single words know neither the order of words nor those that no annotated text had; the network has
both, from the static vectors of ``fr_core_news_md``. ``models/train_context.py`` makes its weights.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import BadZipFile

import numpy
from numpy.typing import NDArray
from thinc.api import NumpyOps

from nlp_events.errors import ResourceError

Floats = NDArray[numpy.float32]
Integers = NDArray[numpy.int64]

BEFORE, BEHIND = 24, 24
"""Tokens before the first one of a number and behind it that are read."""
SPAN = BEFORE + 1 + BEHIND
BUCKETS = 4_096
"""Rows of the table that the norm, the suffix and the shape of a word share."""
FLAGS = 4
"""Of a token: it is there, part of the number, in its sentence, part of any number that may count people."""
VECTORS = (20_000, 300)
"""Rows and width of the table of static vectors that the weights were made on, those of ``fr_core_news_md``."""
CONVOLUTIONS = 2
AT_ONCE = 24
"""Numbers that are answered at a time, each of which takes 100 KB: many more no longer fit the processor's cache, and
take longer (measured on 470 numbers: 256 at a time half as long again; from 16 to 48 the same)."""
SMALLEST = 1e-4
"""What is added to a variance, which may be zero."""
_OPS: Any = NumpyOps(use_blis=True)
INSTALL = "Make it again with models/train_context.py, or install the package anew."


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
        rows, table = windows.words[used], self.weights["hashed"]
        words: Floats = self.weights["static"][rows]
        words[rows < 0] = 0
        norm, suffix, shape = windows.hashes[used].T
        words += table[norm] + table[suffix] + table[shape]
        around: Floats = words[at.reshape(-1, SPAN)]
        return around

    @cached_property
    def _halved(self) -> list[Floats]:
        """The weights of each convolution, by two: σ(2x)·2y is (1 + tanh x)·y, which spares halving for each word."""
        return [self.weights[f"convolution {layer}"] * numpy.float32(0.5) for layer in range(CONVOLUTIONS)]

    def _answers(self, rows: Floats, flags: Floats) -> Floats:
        """What is said of some numbers; ``rows`` are the words around each, and are written over."""
        own, there = self.weights, flags[:, :, :1]
        rows += _product(flags, own["flags"])
        rows += own["places"]
        rows *= there
        for halved in self._halved:
            rows = _convolved(rows, halved)
            rows *= there
        pooled = numpy.concatenate(
            [rows[:, BEFORE], self._attended(rows, there), _greatest(rows, flags[:, :, 2:3])], axis=1
        )
        return _softmax(_product(pooled, own["answers"]) + own["bias"])

    def _attended(self, rows: Floats, there: Floats) -> Floats:
        """The mean of the words, each by what it is worth."""
        worth = numpy.where(there > 0, _product(rows, self.weights["attention"]), -numpy.inf)
        mean: Floats = (rows * _softmax(worth, axis=1)).sum(axis=1)
        return mean


def _convolved(rows: Floats, halved: Floats) -> Floats:
    """A gated convolution over a token and its two neighbours, added to what it read, each token normalised."""
    numbers, span, width = rows.shape
    window = numpy.zeros((numbers, span, 3 * width), dtype="float32")
    window[:, 1:, :width] = rows[:, :-1]
    window[:, :, width : 2 * width] = rows
    window[:, :-1, 2 * width :] = rows[:, 1:]
    pieces = _product(window.reshape(-1, 3 * width), halved)
    added: Floats = numpy.tanh(pieces[:, width:])
    added += 1
    added *= pieces[:, :width]
    added += rows.reshape(-1, width)
    added -= added.mean(axis=1, keepdims=True)
    variance = numpy.einsum("ij,ij->i", added, added) / numpy.float32(width)
    added *= (1 / numpy.sqrt(variance + numpy.float32(SMALLEST)))[:, None]
    return added.reshape(numbers, span, width)


def _product(rows: Floats, weights: Floats) -> Floats:
    """``rows @ weights`` by the library that spaCy multiplies with: of one thread.

    numpy's gives each small product to all cores, whose threads then wait in a loop for the next and slow down all
    else: an article took half as long again.
    """
    flat = _OPS.gemm(numpy.ascontiguousarray(rows.reshape(-1, rows.shape[-1])), weights)
    product: Floats = flat.reshape(*rows.shape[:-1], weights.shape[1])
    return product


def _greatest(rows: Floats, chosen: Floats) -> Floats:
    greatest: Floats = numpy.where(chosen > 0, rows, numpy.float32(-9)).max(axis=1)
    return greatest


def _softmax(scores: Floats, axis: int = -1) -> Floats:
    powers = numpy.exp(scores - scores.max(axis=axis, keepdims=True))
    shares: Floats = powers / powers.sum(axis=axis, keepdims=True)
    return shares


def read_network(path: Path) -> Network:
    """The network that a file holds; raises ResourceError where it is missing or damaged."""
    try:
        with path.open("rb") as file, numpy.load(file, allow_pickle=False) as arrays:
            weights = {name: arrays[name].astype("float32") for name in arrays.files}
        if weights["static"].shape[0] != VECTORS[0] or weights["places"].shape[0] != SPAN:
            raise ValueError("it is of another form")
    except (OSError, ValueError, KeyError, EOFError, BadZipFile) as error:
        raise ResourceError(str(path), "weights", f"holds no network ({error}).", INSTALL) from error
    return Network(weights)


def save_network(network: Network, path: Path) -> None:
    """Write a network in half precision, the same bytes for the same weights."""
    arrays: dict[str, Any] = {name: network.weights[name].astype("float16") for name in sorted(network.weights)}
    numpy.savez_compressed(path, **arrays)
