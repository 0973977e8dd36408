"""The steps that networks are computed in, on rows of numbers in single precision."""

from __future__ import annotations

from collections.abc import Sequence

import numpy
from numpy.typing import NDArray

Floats = NDArray[numpy.float32]
Integers = NDArray[numpy.int64]
Bools = NDArray[numpy.bool_]
Tokens = tuple[int, int]
"""First token, and the first behind."""

SMALLEST = 1e-4
"""What is added to a variance, which may be zero."""
_ROWS = 8
"""Rows that are multiplied at a time: few enough to go the same way through the loops of every processor."""


def product(rows: Floats, weights: Floats) -> Floats:
    """``rows @ weights`` on one thread, of each row the same to the last bit whatever rows stand beside it.

    numpy's OpenBLAS gives large products to all cores, whose threads then wait in a loop for the next and slow down all
    else: an article took half as long again. Those of up to 2¹⁸ multiplications, as eight rows have with our weights,
    it leaves to the thread that asks, in half the time of the one-threaded library that spaCy multiplies with. Its
    loops over more rows sum up some in another order than their neighbours; zeros fill up the last eight.
    """
    flat = rows.reshape(-1, rows.shape[-1])
    told: Floats = numpy.empty((len(flat), weights.shape[1]), dtype="float32")
    whole = len(flat) // _ROWS * _ROWS
    blocks, answers = (one[:whole].reshape(-1, _ROWS, one.shape[1]) for one in (flat, told))
    numpy.matmul(blocks, weights, out=answers)
    if whole < len(flat):
        last = numpy.zeros((_ROWS, flat.shape[1]), dtype="float32")
        last[: len(flat) - whole] = flat[whole:]
        told[whole:] = (last @ weights)[: len(flat) - whole]
    return told.reshape(*rows.shape[:-1], weights.shape[1])


def convolved(rows: Floats, halved: Floats) -> Floats:
    """A gated convolution over a token and its two neighbours.

    Args:
        rows: (texts, tokens, width)
        halved: what ``gated`` takes.
    """
    texts, tokens, width = rows.shape
    window = numpy.zeros((texts, tokens, 3 * width), dtype="float32")
    window[:, 1:, :width] = rows[:, :-1]
    window[:, :, width : 2 * width] = rows
    window[:, :-1, 2 * width :] = rows[:, 1:]
    return gated(window.reshape(-1, 3 * width), rows.reshape(-1, width), halved).reshape(texts, tokens, width)


def gated(window: Floats, rows: Floats, halved: Floats) -> Floats:
    """What a convolution makes of the tokens beside others, added to what it read, each token normalised.

    Args:
        window: (tokens, 3 width) for each the one before it, itself and the one behind.
        rows: (tokens, width) each itself.
        halved: (3 width, 2 width) half of its weights: σ(2x)·2y is (1 + tanh x)·y, which spares halving for each token.
    """
    width = rows.shape[1]
    pieces = product(window, halved)
    added: Floats = numpy.tanh(pieces[:, width:])
    added += 1
    added *= pieces[:, :width]
    added += rows
    added -= added.mean(axis=1, keepdims=True)
    variance = numpy.einsum("ij,ij->i", added, added) / numpy.float32(width)
    added *= (1 / numpy.sqrt(variance + numpy.float32(SMALLEST)))[:, None]
    return added


def softmax(scores: Floats, axis: int = -1) -> Floats:
    """Shares of one that grow with the power of the scores."""
    powers = numpy.exp(scores - scores.max(axis=axis, keepdims=True))
    shares: Floats = powers / powers.sum(axis=axis, keepdims=True)
    return shares


def logarithms(scores: Floats) -> Floats:
    """The logarithms of the shares that ``softmax`` gives, along the last axis."""
    away = scores - scores.max(axis=-1, keepdims=True)
    told: Floats = away - numpy.log(numpy.exp(away).sum(axis=-1, keepdims=True))
    return told


def means_of(states: Floats, spans: Sequence[Tokens]) -> Floats:
    """The mean of the vectors of each span, zero for one that stands nowhere."""
    begins, ends = numpy.array(spans, dtype="int64").reshape(-1, 2).T
    there = ends > begins
    lengths = (ends - begins)[there]
    means: Floats = numpy.zeros((len(spans), states.shape[1]), dtype="float32")
    if len(lengths):
        firsts = numpy.cumsum(lengths) - lengths
        tokens = numpy.arange(lengths.sum()) + numpy.repeat(begins[there] - firsts, lengths)
        means[there] = numpy.add.reduceat(states[tokens], firsts) / lengths[:, None].astype("float32")
    return means
