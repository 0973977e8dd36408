"""Make the network that reads whole articles: ``python models/train_articles.py WILD.jsonl FOLDER``.

It says which name is the place of a figure, and which date its date. Reads what ``train_decisions.py`` reads, and
writes ``articles.npz`` to FOLDER, made of all articles, and ``articles-0.npz`` … ``articles-4.npz``, each made without
the articles of one fold, which ``train_decisions.py`` needs. Needs ``pip install jax optax``; what comes out is read
with numpy alone. Fixed seed, one process: about a minute of two cores for each of the six.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import jax
import numpy
import optax
from decision_cases import PRESS, kind_of
from descent import SEED, Parameters, arguments, convolved, descended, static_vectors
from jax import numpy as jnp
from spacy.language import Language
from spacy.tokens import Doc
from train_decisions import sources

from nlp_events.decisions.fitting import Case
from nlp_events.learning.articles import FOLDS, Annotated, annotated, component
from nlp_events.learning.cases import date_cases, place_cases
from nlp_events.networks import articles as form
from nlp_events.networks.articles import GAP, SLOTS, ArticleNetwork, Asked, Slot, columns_of, save_articles
from nlp_events.networks.reader import ArticleReader, Candidates
from nlp_events.networks.words import BUCKETS, VECTORS, WordRows
from nlp_events.pipeline import load

WIDTH, HIDDEN, PAIR = 64, 64, 32
EPOCHS = 12
RATE = 2e-3
DROPPED_WORDS, DROPPED_STATES, DROPPED_HIDDEN, DROPPED_FACTS = 0.25, 0.2, 0.3, 0.2
KEPT = 0.995
"""Of the running mean of the weights at each step."""
WEIGHTS = {"wild": 2.0, "corpus": 0.5, PRESS: 0.5, "gold": 1.0}
"""What a figure of an article of each kind weighs."""
TOKENS, FIGURES, CANDIDATES = 2_048, 128, 1_536
"""Articles are laid end to end until a part has so many of one of these."""
LEAST = 50
"""Candidates of which a fact has to hold to be known."""
BEFORE = ("behind=", "word=")
"""Beginnings of facts that tell words, which the network reads itself."""
COMPONENTS = ("nlp_events_times", "nlp_events_places")
"""Those that ask."""
CASES: Mapping[Slot, Callable[[Annotated, Language], Iterator[Case]]] = {"place": place_cases, "date": date_cases}


class Recorder(ArticleReader):
    """Says nothing, and keeps what it was asked."""

    def __init__(self) -> None:
        super().__init__(None)
        self.kept: dict[int, tuple[Candidates, Asked]] = {}
        """By the identity of the list of facts, which a case has too; the candidates are kept so that it lives."""
        self.read: tuple[WordRows, Any] | None = None

    def likely(self, slot: Slot, every: Sequence[tuple[Doc, Sequence[Candidates]]]) -> list[list[list[float] | None]]:
        """Nothing of any candidate."""
        for doc, asked in every:
            if asked:
                self.read = self.rows(doc)
                self.kept |= {id(one.facts): (one, own) for one, own in zip(asked, self.asked(doc, asked), strict=True)}
        return super().likely(slot, every)


@dataclass(frozen=True)
class Example:
    """A figure with the candidates of a slot, and which are right."""

    slot: Slot
    asked: Asked
    right: Sequence[bool]


@dataclass(frozen=True)
class Text:
    """An article with its examples."""

    rows: WordRows
    flags: Any
    examples: Sequence[Example]
    weight: float
    fold: int


def text_of(article: Annotated, nlp: Language) -> Text | None:
    """The figures of an article that have a right candidate; None where there is none."""
    examples: list[Example] = []
    read: tuple[WordRows, Any] | None = None
    for slot in SLOTS:
        recorder = Recorder()
        for name in COMPONENTS:
            component(nlp, name).reader = recorder
        for case in CASES[slot](article, nlp):
            asked = recorder.kept[id(case.candidates)][1]
            ends = [end for _, end in (asked.figure, asked.trigger, *asked.spans)]
            if any(case.right) and max(ends) <= TOKENS - GAP:
                examples.append(Example(slot, asked, case.right))
        read = recorder.read or read
    if read is None or not examples:
        return None
    rows, flags = read
    rows = WordRows(*(part[: TOKENS - GAP] for part in rows))
    return Text(rows, flags[: TOKENS - GAP], examples, WEIGHTS[kind_of(article)], article.fold)


def known(texts: Sequence[Text]) -> dict[Slot, list[str]]:
    """The facts that the network is told: simple ones that hold often, but for those that tell words."""
    counts: dict[Slot, Counter[str]] = {slot: Counter() for slot in SLOTS}
    for text in texts:
        for one in text.examples:
            counts[one.slot].update(fact for facts in one.asked.facts for fact in facts)
    return {
        slot: sorted(
            fact
            for fact, count in counts[slot].items()
            if count >= LEAST and " " not in fact and not fact.startswith(BEFORE)
        )
        for slot in SLOTS
    }


class Part(NamedTuple):
    """Articles laid end to end, with their questions and the candidates of these."""

    words: Any
    hashes: Any
    flags: Any
    figures: Any
    """(questions, 4) tokens of the figure and of its trigger."""
    weights: Any
    """(questions) 0 for none."""
    slots: Any
    """(candidates) the number of the slot."""
    owners: Any
    """(candidates) the question of each, one more than there are for none."""
    spans: Any
    columns: Any
    """(candidates, 3) distance, place among the nearest, how many alike."""
    held: Any
    """(candidates, facts) which facts hold."""
    right: Any


def parts(texts: Sequence[Text], facts: Mapping[Slot, Sequence[str]]) -> Iterator[Part]:
    """Articles in parts of one shape."""
    batch: list[Text] = []
    sizes = numpy.zeros(3, dtype=int)
    for text in texts:
        own = _size(text)
        if batch and (sizes + own > (TOKENS, FIGURES, CANDIDATES)).any():
            yield part(batch, facts)
            batch, sizes = [], numpy.zeros(3, dtype=int)
        if (own <= (TOKENS, FIGURES, CANDIDATES)).all():
            batch.append(text)
            sizes += own
    yield part(batch, facts)


def _size(text: Text) -> Any:
    candidates = sum(len(one.right) for one in text.examples)
    return numpy.array([len(text.flags) + GAP, len(text.examples), candidates])


def part(texts: Sequence[Text], facts: Mapping[Slot, Sequence[str]]) -> Part:
    """Some articles as one part."""
    widest = max(map(len, facts.values()))
    made = Part(
        numpy.full(TOKENS, -1), numpy.zeros((TOKENS, 3), "int32"), numpy.zeros((TOKENS, form.FLAGS), "float32"),
        numpy.zeros((FIGURES, 4), "int32"), numpy.zeros(FIGURES, "float32"), numpy.zeros(CANDIDATES, "int32"),
        numpy.full(CANDIDATES, FIGURES), numpy.zeros((CANDIDATES, 2), "int32"), numpy.zeros((CANDIDATES, 3), "int32"),
        numpy.zeros((CANDIDATES, widest), "float32"), numpy.zeros(CANDIDATES, bool),
    )  # fmt: skip
    numbers = {slot: {fact: number for number, fact in enumerate(facts[slot])} for slot in SLOTS}
    token = question = candidate = 0
    for text in texts:
        own = slice(token, token + len(text.flags))
        made.words[own], made.hashes[own], made.flags[own] = text.rows.words, text.rows.hashes, text.flags
        for one in text.examples:
            columns = columns_of([one.asked], numbers[one.slot])
            rows = slice(candidate, candidate + len(one.right))
            made.figures[question] = numpy.array([*one.asked.figure, *one.asked.trigger]) + token
            made.weights[question] = text.weight
            made.slots[rows], made.owners[rows], made.right[rows] = SLOTS.index(one.slot), question, one.right
            spans = numpy.array(one.asked.spans)
            made.spans[rows] = spans + numpy.where(spans[:, 1:] > 0, token, 0)
            made.columns[rows] = numpy.stack([columns.distance, columns.nearest, columns.alike], axis=1)
            for row, held in enumerate(columns.facts, start=candidate):
                made.held[row, held] = 1
            question, candidate = question + 1, rows.stop
        token = own.stop + GAP
    return made


def beginning(key: Any, widest: int) -> Parameters:
    """Weights before any training; those of a slot are (slots, …), and each table has its score in the last column."""
    keys = iter(jax.random.split(key, 24))

    def drawn(*shape: int, by: int | None = None) -> Any:
        return jax.random.normal(next(keys), shape) / numpy.sqrt(by or numpy.prod(shape[:-1]))

    def tables(rows: int) -> Any:
        table = jax.random.normal(next(keys), (len(SLOTS), rows, HIDDEN)) * 0.1
        return jnp.concatenate([table, jnp.zeros((len(SLOTS), rows, 1))], -1)

    slots = len(SLOTS)
    layers = {f"convolution {layer}": drawn(3 * WIDTH, 2 * WIDTH) for layer in range(len(form.APART))}
    return layers | {
        "static": drawn(VECTORS[1], WIDTH),
        "hashed": jax.random.normal(next(keys), (BUCKETS, WIDTH)) * 0.05,
        "flags": drawn(form.FLAGS, WIDTH),
        "figure": drawn(slots, 2 * WIDTH, HIDDEN, by=WIDTH),
        "candidate": drawn(slots, WIDTH, HIDDEN, by=WIDTH),
        "figure pair": drawn(slots, 2 * WIDTH, PAIR, by=2 * WIDTH),
        "candidate pair": drawn(slots, WIDTH, PAIR, by=WIDTH),
        "answer": drawn(slots, HIDDEN, 1, by=HIDDEN) * 0.1,
        "distance": tables(form.DISTANCES),
        "nearest": tables(form.NEAREST),
        "alike": tables(form.ALIKE),
        "facts": tables(widest),
    }


def scores(own: Parameters, vectors: Any, part: Part, key: Any) -> Any:
    """What ``ArticleNetwork`` computes of each candidate before its last step, with some of what it reads dropped."""
    keys = iter(jax.random.split(key, 4))

    def thinned(rows: Any, share: float, shape: tuple[int, ...] | None = None) -> Any:
        return rows * jax.random.bernoulli(next(keys), 1 - share, shape or rows.shape) / (1 - share)

    there = part.flags[:, :1]
    static = vectors[part.words] * (part.words >= 0)[:, None]
    rows = thinned(static @ own["static"] + own["hashed"][part.hashes].sum(1), DROPPED_WORDS, (TOKENS, 1))
    rows = ((rows + part.flags @ own["flags"]) * there)[None]
    for layer, apart in enumerate(form.APART):
        rows = convolved(rows, own[f"convolution {layer}"], apart) * there
    sums = jnp.concatenate([jnp.zeros((1, WIDTH)), jnp.cumsum(thinned(rows[0], DROPPED_STATES), 0)])

    def means(spans: Any) -> Any:
        begin, end = spans[:, 0], spans[:, 1]
        return (sums[end] - sums[begin]) / jnp.maximum(end - begin, 1)[:, None]

    figures = jnp.concatenate([means(part.figures[:, :2]), means(part.figures[:, 2:])], -1)
    candidates, at, slots = means(part.spans), jnp.minimum(part.owners, FIGURES - 1), part.slots
    every = jnp.arange(CANDIDATES)

    def of_figure(name: str) -> Any:
        return jnp.einsum("qw,swh->sqh", figures, own[name])[slots, at]

    def of_candidate(name: str, rows: Any) -> Any:
        return jnp.einsum("cw,swh->sch", rows, own[name])[slots, every]

    beside = of_candidate("facts", thinned(part.held, DROPPED_FACTS))
    for number, name in enumerate(("distance", "nearest", "alike")):
        beside = beside + own[name][slots, part.columns[:, number]]
    hidden = jax.nn.relu(beside[:, :-1] + of_figure("figure") + of_candidate("candidate", candidates))
    told = (thinned(hidden, DROPPED_HIDDEN) * own["answer"][slots, :, 0]).sum(-1) + beside[:, -1]
    return told + (of_figure("figure pair") * of_candidate("candidate pair", candidates)).sum(-1) / numpy.sqrt(PAIR)


def log_sums(scores: Any, owners: Any) -> Any:
    """For each question the logarithm of the sum of the powers of its candidates."""
    top = jax.ops.segment_max(scores, owners, FIGURES + 1)
    top = jnp.where(jnp.isfinite(top), top, 0)
    return jnp.log(jax.ops.segment_sum(jnp.exp(scores - top[owners]), owners, FIGURES + 1) + 1e-20) + top


def trained(texts: Sequence[Text], facts: Mapping[Slot, Sequence[str]], vectors: Any) -> ArticleNetwork:
    """A network made of some of the articles."""
    table, chance = jnp.array(vectors), random.Random(SEED)  # noqa: S311 - an order, no secret

    def loss(own: Parameters, part: Part, key: Any) -> Any:
        told = scores(own, table, part, key)
        every, right = (log_sums(one, part.owners)[:FIGURES] for one in (told, jnp.where(part.right, told, -1e9)))
        return (jnp.where(part.weights > 0, every - right, 0) * part.weights).sum() / part.weights.sum()

    def mixed() -> Iterator[Part]:
        order = list(texts)
        chance.shuffle(order)
        yield from parts(order, facts)

    steps = sum(1 for _ in parts(texts, facts)) * EPOCHS
    rate = optax.cosine_decay_schedule(RATE, steps)
    begun = beginning(jax.random.PRNGKey(SEED), max(map(len, facts.values())))
    made = descended(begun, loss, (mixed() for _ in range(EPOCHS)), rate, KEPT)
    weights = {name: value for name, value in made.items() if name.startswith(("convolution", "hashed", "flags"))}
    weights["static"] = vectors @ made["static"]
    for number, slot in enumerate(SLOTS):
        own = {f"{slot} {name}": made[name][number] for name in made.keys() - weights.keys()}
        own[f"{slot} facts"] = own[f"{slot} facts"][: len(facts[slot])]
        weights |= own
    return ArticleNetwork(weights, facts)


def main() -> None:
    """Read, train six times, write."""
    wild, output = arguments(__doc__)
    nlp = load()
    every = [one for source, rows in sources(wild).items() for one in annotated(source, rows, nlp)]
    texts = [text for article in every if (text := text_of(article, nlp)) is not None]
    facts, vectors = known(texts), static_vectors(nlp)
    print(f"{len(texts)} articles, {sum(len(text.examples) for text in texts)} questions")
    for fold in (*range(FOLDS), None):
        network = trained([text for text in texts if text.fold != fold], facts, vectors)
        save_articles(network, output / ("articles.npz" if fold is None else f"articles-{fold}.npz"))


if __name__ == "__main__":
    main()
