"""Make the network that reads the words around a number: ``python models/train_context.py WILD.jsonl FOLDER``.

Reads what ``train_decisions.py`` reads, and writes ``context.npz`` to FOLDER, made of all articles, and
``context-0.npz`` … ``context-4.npz``, each made without the articles of one fold, which ``train_decisions.py`` needs:
no other weights are made of answers to what the network has seen. Needs ``pip install jax optax``; what comes out is
read with numpy alone. Fixed seed, one process: about two minutes of two cores for each of the six.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import jax
import numpy
import optax
from decision_cases import PRESS, kind_of
from descent import SEED, Parameters, arguments, convolved, descended, passes_over, static_vectors
from jax import numpy as jnp
from spacy.language import Language
from train_decisions import sources

from nlp_events.layers.figures import network as form
from nlp_events.layers.figures.context import Context, windows_of
from nlp_events.layers.figures.finding import IMPACTS
from nlp_events.layers.figures.network import Network, save_network
from nlp_events.learning.articles import FOLDS, Annotated, annotated, component
from nlp_events.learning.cases import judged_counts
from nlp_events.networks.words import BUCKETS, VECTORS
from nlp_events.pipeline import load

WIDTH = 64
EPOCHS = 10
BATCH = 128
RATE = 2e-3
DROPPED_WORDS, DROPPED_FEATURES = 0.25, 0.3
KEPT = 0.998
"""Of the running mean of the weights at each step: the mean is what is written, and better than the last weights."""
WEIGHTS = {"wild": 2.0, "corpus": 0.7, PRESS: 2.1, "gold": 0.5}
"""What a number of an article of each kind weighs."""


class Examples(NamedTuple):
    """Numbers with what is annotated of them, one row each."""

    words: Any
    """(numbers, span) row of the table of static vectors, -1 for none."""
    hashes: Any
    flags: Any
    answers: Any
    """(numbers) 0 for no figure, else 1 + the place of the impact."""
    weights: Any
    folds: Any

    def part(self, rows: Any) -> tuple[Any, ...]:
        """What the network and its loss are given of some rows."""
        return tuple(one[rows] for one in self[:5])


def examples(articles: Sequence[Annotated], nlp: Language) -> Examples:
    """The numbers of articles."""
    parts: list[tuple[Any, ...]] = []
    for article in articles:
        told = list(judged_counts(article, nlp))
        if not told:
            continue
        windows = windows_of([(article.restored(nlp), [count for count, *_ in told])])
        answers = [0 if impact is None else 1 + IMPACTS.index(impact) for *_, impact in told]
        weights = numpy.full(len(told), WEIGHTS[kind_of(article)], "float32")
        words, hashes = windows.words[windows.places], windows.hashes[windows.places]
        parts.append((words, hashes, windows.flags, answers, weights, numpy.full(len(told), article.fold)))
    return Examples(*(numpy.concatenate(part) for part in zip(*parts, strict=True)))


def beginning(key: Any) -> Parameters:
    """Weights before any training."""
    keys: Iterator[Any] = iter(jax.random.split(key, 12))

    def drawn(*shape: int) -> Any:
        return jax.random.normal(next(keys), shape) / numpy.sqrt(numpy.prod(shape[:-1]))

    layers = {f"convolution {layer}": drawn(3 * WIDTH, 2 * WIDTH) for layer in range(form.CONVOLUTIONS)}
    return layers | {
        "static": drawn(VECTORS[1], WIDTH),
        "hashed": jax.random.normal(next(keys), (BUCKETS, WIDTH)) * 0.05,
        "flags": drawn(form.FLAGS, WIDTH),
        "places": jax.random.normal(next(keys), (form.SPAN, WIDTH)) * 0.1,
        "attention": drawn(WIDTH, 1),
        "answers": drawn(3 * WIDTH, 1 + len(IMPACTS)),
        "bias": jnp.zeros(1 + len(IMPACTS)),
    }


def scores(own: Parameters, vectors: Any, part: tuple[Any, Any, Any], key: Any) -> Any:
    """What ``Network`` computes before its last step, with some of the words and features dropped."""
    words, hashes, flags = part
    first, second = jax.random.split(key)
    there = flags[:, :, :1]
    static = vectors[words] * (words >= 0)[:, :, None]
    rows = static @ own["static"] + own["hashed"][hashes].sum(2) + flags @ own["flags"] + own["places"]
    rows = rows * jax.random.bernoulli(first, 1 - DROPPED_WORDS, (*rows.shape[:2], 1)) / (1 - DROPPED_WORDS) * there
    for layer in range(form.CONVOLUTIONS):
        rows = convolved(rows, own[f"convolution {layer}"]) * there
    shares = jax.nn.softmax(jnp.where(there > 0, rows @ own["attention"], -1e9), axis=1)
    greatest = jnp.max(jnp.where(flags[:, :, 2:3] > 0, rows, -9), axis=1)
    pooled = jnp.concatenate([rows[:, form.BEFORE], (rows * shares).sum(1), greatest], axis=-1)
    pooled = pooled * jax.random.bernoulli(second, 1 - DROPPED_FEATURES, pooled.shape) / (1 - DROPPED_FEATURES)
    return pooled @ own["answers"] + own["bias"]


def trained(every: Examples, rows: Any, vectors: Any) -> Network:
    """A network made of some of the numbers."""
    table = jnp.array(vectors)

    def loss(own: Parameters, part: tuple[Any, ...], key: Any) -> Any:
        *shown, answers, weights = part
        told = scores(own, table, (shown[0], shown[1], shown[2]), key)
        return (optax.softmax_cross_entropy_with_integer_labels(told, answers) * weights).mean()

    rate = optax.cosine_decay_schedule(RATE, len(rows) // BATCH * EPOCHS)
    passes = passes_over(every, rows, BATCH, EPOCHS)
    made = descended(beginning(jax.random.PRNGKey(SEED)), loss, passes, rate, KEPT)
    # What is read of a word's vector hangs on the word alone: it is computed here, for all words.
    return Network(made | {"static": vectors @ made["static"]})


def main() -> None:
    """Read, train six times, write."""
    wild, output = arguments(__doc__)
    nlp = load()
    component(nlp, "nlp_events_figures").context = Context(None)
    articles = [one for source, rows in sources(wild).items() for one in annotated(source, rows, nlp)]
    every, vectors = examples(articles, nlp), static_vectors(nlp)
    print(f"{len(every.answers)} numbers, {int((every.answers > 0).sum())} of them figures")
    for fold in (*range(FOLDS), None):
        rows = numpy.flatnonzero(every.folds != (-1 if fold is None else fold))
        network = trained(every, rows, vectors)
        save_network(network, output / ("context.npz" if fold is None else f"context-{fold}.npz"))


if __name__ == "__main__":
    main()
