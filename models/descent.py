"""What the scripts that make networks share: static vectors, the convolution, the way down to the least loss."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Protocol

import jax
import numpy
import optax
from jax import numpy as jnp
from spacy.language import Language

from nlp_events.networks.arithmetic import SMALLEST

LENGTH = 3.0
DECAY = 0.02
SEED = 2026
"""Of all chance."""
Parameters = dict[str, Any]


class Rows(Protocol):
    """Examples, one row each."""

    def part(self, rows: Any) -> Any:
        """What a network and its loss are given of some of them."""


def arguments(about: str | None) -> tuple[Path, Path]:
    """What every script is given: the file of annotated Wikinews, and the folder for networks, which is made."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wild", type=Path)
    parser.add_argument("output", type=Path)
    chosen = parser.parse_args()
    chosen.output.mkdir(parents=True, exist_ok=True)
    return chosen.wild, chosen.output


def passes_over(every: Rows, rows: Any, size: int, passes: int) -> Iterator[Iterator[Any]]:
    """Passes over some of the examples, each in an order of chance and in parts of one size."""
    order = numpy.random.default_rng(SEED)

    def parts() -> Iterator[Any]:
        mixed = order.permutation(rows)
        for begin in range(0, len(mixed) - size + 1, size):
            yield every.part(mixed[begin : begin + size])

    return (parts() for _ in range(passes))


def static_vectors(nlp: Language) -> Any:
    """The static vectors of the vocabulary, drawn to one length, that frequent words do not outweigh others."""
    rows = numpy.asarray(nlp.vocab.vectors.data, dtype="float32")
    return rows * (LENGTH / (numpy.sqrt((rows * rows).sum(axis=1, keepdims=True)) + 1e-6))


def convolved(rows: Any, weights: Any, apart: int = 1) -> Any:
    """As that of ``nlp_events.networks.arithmetic``, of whole weights."""
    padded = jnp.pad(rows, ((0, 0), (apart, apart), (0, 0)))
    pieces = jnp.concatenate([padded[:, : -2 * apart], rows, padded[:, 2 * apart :]], -1) @ weights
    value, gate = jnp.split(pieces, 2, -1)
    added = rows + value * jax.nn.sigmoid(gate)
    added = added - added.mean(-1, keepdims=True)
    return added / jnp.sqrt((added * added).mean(-1, keepdims=True) + SMALLEST)


def descended(
    own: Parameters,
    loss: Callable[[Parameters, Any, Any], Any],
    passes: Iterable[Iterable[Any]],
    rate: Any,
    kept: float,
) -> Parameters:
    """The running mean of the weights on their way down, which is better than the last ones.

    Args:
        own: the weights to begin with.
        loss: of weights, a part of the examples, and a key of chance.
        passes: for each pass over the examples their parts, all of one shape.
        rate: how far a step goes, by the number of the step.
        kept: of the running mean at each step.
    """
    change = optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(rate, weight_decay=DECAY))

    @jax.jit
    def step(own: Parameters, state: Any, part: Any, key: Any) -> tuple[Parameters, Any, Any]:
        value, slopes = jax.value_and_grad(loss)(own, part, key)
        updates, state = change.update(slopes, state, own)
        return optax.apply_updates(own, updates), state, value

    @jax.jit
    def averaged(mean: Parameters, own: Parameters, share: float) -> Parameters:
        return jax.tree.map(lambda one, other: one * share + other * (1 - share), mean, own)

    key, state, mean, steps = jax.random.PRNGKey(SEED), change.init(own), own, 0
    for number, parts in enumerate(passes, start=1):
        losses = []
        for part in parts:
            key, own_key = jax.random.split(key)
            own, state, value = step(own, state, part, own_key)
            losses.append(float(value))
            steps += 1
            mean = averaged(mean, own, min(kept, (1 + steps) / (10 + steps)))
        print(f"  pass {number}: {numpy.mean(losses):.4f}", flush=True)
    return {name: numpy.asarray(value) for name, value in mean.items()}
