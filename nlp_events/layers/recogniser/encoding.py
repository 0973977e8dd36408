"""The context of words: the layers of the recogniser's ``MaxoutWindowEncoder``, with the numbers laid out for speed.

Each layer reads a word with its two neighbours, keeps the greatest of three pieces, normalises, and adds what it read.
See ``maxout`` for the layout.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy

from nlp_events.layers.recogniser.embedding import Places, Words
from nlp_events.layers.recogniser.maxout import Floats, greatest

_SMALLEST = numpy.float32(1e-8)
"""What thinc's layer normalisation adds to a variance, which may be zero."""


class _Layer(NamedTuple):
    weights: Floats
    bias: Floats
    gain: Floats
    shift: Floats


class Encoder:
    """Computes vectors in context.

    Args:
        encode: the second layer of the recogniser's ``Tok2Vec``, with a window of one word on each side.
    """

    def __init__(self, encode: Any) -> None:
        self._padding: int = encode.attrs["pad"]
        self._layers = [_layer(residual.layers[0].layers[1].layers[0]) for residual in encode.layers[0].layers]

    @property
    def reading(self) -> Floats:
        """(width, 3 × pieces) how the first layer reads one word, as the word before, the word itself and the next."""
        before, own, after = numpy.split(self._layers[0].weights, 3)
        return numpy.hstack((before, own, after))

    def __call__(self, words: Words, lengths: Sequence[int]) -> Floats:
        """The vectors in context of the words of some documents, in one array.

        Args:
            words: what ``WordEmbedding`` made of the documents.
            lengths: how many tokens each document has.

        Returns:
            (tokens, width)
        """
        # As spaCy does it: nothing from one document reaches the next across that many rows.
        gap = numpy.zeros(self._padding, dtype="int64")
        pieces = [gap]
        for places in numpy.split(words.places, numpy.cumsum(lengths)[:-1]):
            pieces += [places, gap]
        places = numpy.concatenate(pieces)
        first, *others = self._layers
        rows = _added(words.vectors[places], _read(words.read, places), first)
        for layer in others:
            rows = _added(rows, _window(rows) @ layer.weights, layer)
        return rows[places > 0]


def _layer(maxout_and_norm: Any) -> _Layer:
    maxout, norm = maxout_and_norm.layers
    units, pieces, width = (maxout.get_dim(name) for name in ("nO", "nP", "nI"))
    by_piece = maxout.get_param("W").transpose(1, 0, 2).reshape(pieces * units, width)
    bias = maxout.get_param("b").reshape(units, pieces).T.reshape(-1)
    return _Layer(numpy.ascontiguousarray(by_piece.T), bias.copy(), norm.get_param("G"), norm.get_param("b"))


def _read(read: Floats, places: Places) -> Floats:
    """What the first layer reads at each place, added up of what it reads of the three words there."""
    size = read.shape[1] // 3
    found: Floats = read[places, size : 2 * size]
    found[1:] += read[places[:-1], :size]
    found[:-1] += read[places[1:], 2 * size :]
    return found


def _window(rows: Floats) -> Floats:
    """Each row with the one before it and the one after it."""
    width = rows.shape[1]
    window = numpy.zeros((len(rows), 3 * width), dtype="float32")
    window[1:, :width] = rows[:-1]
    window[:, width : 2 * width] = rows
    window[:-1, 2 * width :] = rows[1:]
    return window


def _added(rows: Floats, pieces: Floats, layer: _Layer) -> Floats:
    """What a layer makes of its pieces, added to the rows it read; ``pieces`` is written over."""
    pieces += layer.bias
    units = len(layer.gain)
    read = greatest(pieces, units)
    read -= read.mean(axis=1, keepdims=True)
    variance = numpy.einsum("ij,ij->i", read, read) / numpy.float32(units)
    read *= (1 / numpy.sqrt(variance + _SMALLEST))[:, None]
    read *= layer.gain
    read += layer.shift
    read += rows
    return read
