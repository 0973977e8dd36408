"""The context of words: the layers of the recogniser's ``MaxoutWindowEncoder``, with the numbers laid out for speed.

Each layer reads a word with its two neighbours, keeps the greatest of three pieces, normalises, and adds what it read.
See ``maxout`` for the layout.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy

from nlp_events.pipes.recogniser.maxout import Floats, greatest

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

    def __call__(self, documents: Sequence[Floats]) -> Floats:
        """The vectors in context of the words of some documents, in one array.

        Args:
            documents: (words, width) the vectors of each document's words.
        """
        lengths = [len(words) for words in documents]
        # As spaCy does it: nothing from one document reaches the next across that many rows.
        rows = numpy.zeros((sum(lengths) + self._padding * (len(lengths) + 1), documents[0].shape[1]), dtype="float32")
        own = numpy.zeros(len(rows), dtype=bool)
        begin = self._padding
        for words, length in zip(documents, lengths, strict=True):
            rows[begin : begin + length] = words
            own[begin : begin + length] = True
            begin += length + self._padding
        for layer in self._layers:
            rows = _next(rows, layer)
        return rows[own]


def _layer(maxout_and_norm: Any) -> _Layer:
    maxout, norm = maxout_and_norm.layers
    units, pieces, width = (maxout.get_dim(name) for name in ("nO", "nP", "nI"))
    by_piece = maxout.get_param("W").transpose(1, 0, 2).reshape(pieces * units, width)
    bias = maxout.get_param("b").reshape(units, pieces).T.reshape(-1)
    return _Layer(numpy.ascontiguousarray(by_piece.T), bias.copy(), norm.get_param("G"), norm.get_param("b"))


def _next(rows: Floats, layer: _Layer) -> Floats:
    width = rows.shape[1]
    window = numpy.zeros((len(rows), 3 * width), dtype="float32")
    window[1:, :width] = rows[:-1]
    window[:, width : 2 * width] = rows
    window[:-1, 2 * width :] = rows[1:]
    pieces = window @ layer.weights
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
