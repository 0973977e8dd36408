"""The steps that networks are computed in, on rows of numbers in single precision."""

from __future__ import annotations

from typing import Any

import numpy
from numpy.typing import NDArray
from thinc.api import NumpyOps

Floats = NDArray[numpy.float32]
Integers = NDArray[numpy.int64]
Bools = NDArray[numpy.bool_]

SMALLEST = 1e-4
"""What is added to a variance, which may be zero."""
_OPS: Any = NumpyOps(use_blis=True)


def product(rows: Floats, weights: Floats) -> Floats:
    """``rows @ weights`` by the library that spaCy multiplies with: of one thread.

    numpy's gives each small product to all cores, whose threads then wait in a loop for the next and slow down all
    else: an article took half as long again.
    """
    flat = _OPS.gemm(numpy.ascontiguousarray(rows.reshape(-1, rows.shape[-1])), weights)
    told: Floats = flat.reshape(*rows.shape[:-1], weights.shape[1])
    return told


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
