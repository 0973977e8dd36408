"""Make the network that tells causes: ``python models/train_causes.py WILD.jsonl FOLDER``.

Reads what ``train_decisions.py`` reads, and writes ``causes.npz`` to FOLDER, made of all articles, and
``causes-0.npz`` … ``causes-4.npz``, each made without the articles of one fold, which ``train_decisions.py`` needs.
Needs ``pip install jax optax``; what comes out is read with numpy alone. Fixed seed, one process: three minutes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import jax
import numpy
import optax
from decision_cases import QUESTIONS
from descent import SEED, Parameters, arguments, descended, passes_over, static_vectors
from jax import numpy as jnp
from spacy.language import Language
from spacy.tokens import Doc
from train_decisions import sources

from nlp_events.layers.causes import network as form
from nlp_events.layers.causes.features import Asked
from nlp_events.layers.causes.network import NONE, CauseNetwork, save_causes
from nlp_events.layers.causes.reading import CauseReader, reading_of
from nlp_events.learning.articles import FOLDS, Annotated, annotated, component
from nlp_events.learning.cases import cause_cases
from nlp_events.networks.arithmetic import means_of
from nlp_events.networks.words import VECTORS
from nlp_events.pipeline import load

WIDTH, HIDDEN = 64, 64
EPOCHS = 15
BATCH = 128
RATE = 2e-3
DROPPED_STRETCHES, DROPPED_WORDS, DROPPED_HIDDEN = 0.15, 0.3, 0.3
KEPT = 0.995
"""Of the running mean of the weights at each step."""


class Recorder(CauseReader):
    """Says of all causes the same, and keeps what it was asked."""

    def __init__(self) -> None:
        super().__init__(None)
        self.kept: dict[int, tuple[list[float], Doc, Asked]] = {}
        """By the identity of what it said, which a case has too and which is kept so that it lives."""

    def likely(self, doc: Doc, asked: Sequence[Asked]) -> list[list[float] | None]:
        """Nothing of any cause."""
        told: list[list[float] | None] = []
        for one in asked:
            said = [0.0] * len(one.causes)
            self.kept[id(said)] = said, doc, one
            told.append(said)
        return told


class Example(NamedTuple):
    """An annotated figure: the mean vectors of its stretches, what holds of it, and which causes are right."""

    means: Any
    facts: Sequence[str]
    right: Sequence[str]
    weight: float
    fold: int


class Rows(NamedTuple):
    """Examples one below the other."""

    means: Any
    """(figures, stretches, vector)"""
    held: Any
    """(figures, facts) which facts hold."""
    right: Any
    """(figures, answers) which answers are."""
    weights: Any
    folds: Any

    def part(self, rows: Any) -> tuple[Any, ...]:
        """What the network and its loss are given of some rows."""
        return tuple(one[rows] for one in self[:4])


def examples(article: Annotated, nlp: Language, vectors: Any) -> Iterator[Example]:
    """The annotated figures of an article whose cause is in question."""
    recorder = component(nlp, "nlp_events_causes").reader = Recorder()
    for case in cause_cases(article, nlp):
        _, doc, asked = recorder.kept[id(case.likely)]
        right = [cause or NONE for cause, one in zip(asked.causes, case.right, strict=True) if one]
        if right:
            reading = reading_of(doc, [asked])
            means = means_of(vectors[reading.words], reading.spans)
            yield Example(means, asked.facts, right, QUESTIONS["causes"].weight(article), article.fold)


def rows_of(every: Sequence[Example], causes: Sequence[str], facts: Sequence[str]) -> Rows:
    """Examples as numbers."""
    held, right = (numpy.zeros((len(every), len(names)), "float32") for names in (facts, causes))
    for row, one in enumerate(every):
        held[row, [facts.index(fact) for fact in one.facts]] = 1
        right[row, [causes.index(cause) for cause in one.right]] = 1
    means = numpy.stack([one.means for one in every])
    weights = numpy.array([one.weight for one in every], "float32")
    return Rows(means, held, right, weights, numpy.array([one.fold for one in every]))


def beginning(key: Any, facts: int, answers: int) -> Parameters:
    """Weights before any training."""
    keys = iter(jax.random.split(key, 4))

    def drawn(*shape: int, by: int) -> Any:
        return jax.random.normal(next(keys), shape) / numpy.sqrt(by)

    return {
        "static": drawn(VECTORS[1], WIDTH, by=VECTORS[1]),
        "stretches": drawn(form.STRETCHES * WIDTH, HIDDEN, by=400),
        "facts": drawn(facts, HIDDEN, by=400),
        "hidden bias": jnp.zeros(HIDDEN),
        "answers": drawn(HIDDEN, answers, by=HIDDEN),
        "bias": jnp.zeros(answers),
    }


def scores(own: Parameters, means: Any, held: Any, key: Any) -> Any:
    """What ``CauseNetwork`` computes before its last step, with some of what it reads dropped."""
    keys = iter(jax.random.split(key, 3))

    def thinned(rows: Any, share: float, shape: tuple[int, ...] | None = None) -> Any:
        return rows * jax.random.bernoulli(next(keys), 1 - share, shape or rows.shape) / (1 - share)

    means = thinned(means, DROPPED_STRETCHES, (*means.shape[:2], 1))
    read = thinned((means @ own["static"]).reshape(len(means), -1), DROPPED_WORDS)
    hidden = jax.nn.relu(read @ own["stretches"] + held @ own["facts"] + own["hidden bias"])
    return thinned(hidden, DROPPED_HIDDEN) @ own["answers"] + own["bias"]


def trained(every: Rows, rows: Any, vectors: Any, causes: Sequence[str], facts: Sequence[str]) -> CauseNetwork:
    """A network made of some of the figures."""

    def loss(own: Parameters, part: tuple[Any, ...], key: Any) -> Any:
        means, held, right, weights = part
        told = jax.nn.log_softmax(scores(own, means, held, key))
        return -(jax.nn.logsumexp(jnp.where(right > 0, told, -1e9), axis=-1) * weights).mean()

    rate = optax.cosine_decay_schedule(RATE, len(rows) // BATCH * EPOCHS)
    passes = passes_over(every, rows, BATCH, EPOCHS)
    made = descended(beginning(jax.random.PRNGKey(SEED), len(facts), len(causes)), loss, passes, rate, KEPT)
    # What is read of a word's vector hangs on the word alone: it is computed here, for all words.
    return CauseNetwork(made | {"static": vectors @ made["static"]}, causes, facts)


def main() -> None:
    """Read, train six times, write."""
    wild, output = arguments(__doc__)
    nlp = load()
    vectors = static_vectors(nlp)
    articles = [one for source, rows in sources(wild).items() for one in annotated(source, rows, nlp)]
    told = [one for article in articles for one in examples(article, nlp, vectors)]
    causes = sorted({cause for one in told for cause in one.right} | {NONE})
    facts = sorted({fact for one in told for fact in one.facts})
    every = rows_of(told, causes, facts)
    print(f"{len(told)} figures, {len(causes)} answers")
    for fold in (*range(FOLDS), None):
        rows = numpy.flatnonzero(every.folds != (-1 if fold is None else fold))
        network = trained(every, rows, vectors, causes, facts)
        save_causes(network, output / ("causes.npz" if fold is None else f"causes-{fold}.npz"))


if __name__ == "__main__":
    main()
