"""The network over whole articles: its arithmetic, what it reads of candidates, its file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy
import pytest

from nlp_events.errors import ResourceError
from nlp_events.networks import articles as form
from nlp_events.networks.arithmetic import SMALLEST
from nlp_events.networks.articles import (
    NOWHERE,
    ArticleNetwork,
    Asked,
    columns_of,
    read_articles,
    save_articles,
)
from nlp_events.networks.words import BUCKETS, VECTORS, WordRows
from tests.networks.drawn import FACTS, PAIR, WIDTH, network

NUMBERS = {fact: number for number, fact in enumerate(FACTS)}


def article(tokens: int = 30) -> tuple[WordRows, Any]:
    """Words by chance, one in four of which has no vector."""
    chance = numpy.random.default_rng(3)
    words = numpy.where(chance.random(tokens) > 0.25, chance.integers(0, VECTORS[0], tokens), -1)
    flags = (chance.random((tokens, form.FLAGS)) > 0.5).astype("float32")
    flags[:, 0] = 1
    return WordRows(numpy.arange(tokens) * 5, words, chance.integers(0, BUCKETS, (tokens, 3))), flags


ALL = numpy.ones(30, dtype=bool)
ASKED = Asked(
    figure=(10, 12), trigger=(13, 14), spans=[(3, 4), (20, 22), NOWHERE],
    facts=[["heads", "word=de"], ["role=locative", "heads"], ["none"]], groups=["Gao", "Mopti", None],
)  # fmt: skip


def states_by_hand(own: ArticleNetwork, rows: WordRows, flags: Any) -> list[Any]:
    """The same vectors word by word."""
    weights = own.weights
    states = []
    for word, hashes, flag in zip(rows.words, rows.hashes, flags, strict=True):
        state = flag @ weights["flags"] + sum(weights["hashed"][at] for at in hashes)
        states.append(state + weights["static"][word] if word >= 0 else state)
    nothing = numpy.zeros(WIDTH)
    for layer, apart in enumerate(form.APART):
        read = []
        for place, state in enumerate(states):
            beside = [states[at] if 0 <= at < len(states) else nothing for at in (place - apart, place, place + apart)]
            pieces = numpy.concatenate(beside) @ weights[f"convolution {layer}"]
            row = state + pieces[:WIDTH] / (1 + numpy.exp(-pieces[WIDTH:]))
            row = row - row.mean()
            read.append(row / numpy.sqrt((row**2).mean() + SMALLEST))
        states = read
    return states


def test_the_arrays_give_what_the_words_one_by_one_give() -> None:
    own, (rows, flags) = network(), article()
    assert own.states(rows, flags, ALL) == pytest.approx(numpy.array(states_by_hand(own, rows, flags)), abs=1e-5)


def test_a_long_article_is_read_part_by_part(monkeypatch: pytest.MonkeyPatch) -> None:
    own, (rows, flags) = network(), article()
    whole = own.states(rows, flags, ALL)
    monkeypatch.setattr(form, "BLOCK", 8)
    assert own.states(rows, flags, ALL) == pytest.approx(whole, abs=1e-6)


def test_some_tokens_are_what_they_are_among_all() -> None:
    own, (rows, flags) = network(), article()
    some = numpy.isin(numpy.arange(30), (0, 4, 17, 29))
    assert numpy.array_equal(own.states(rows, flags, some)[some], own.states(rows, flags, ALL)[some])


def likely_by_hand(own: ArticleNetwork, states: Any, asked: Asked, tables: list[tuple[int, int, int]]) -> list[float]:
    """The answer candidate by candidate; ``tables`` are the rows of the tables of each."""

    def weights(name: str) -> Any:
        return own.weights[f"place {name}"]

    figure = numpy.concatenate([states[slice(*asked.figure)].mean(axis=0), states[slice(*asked.trigger)].mean(axis=0)])
    scores = []
    for (begin, end), facts, rows in zip(asked.spans, asked.facts, tables, strict=True):
        candidate = states[begin:end].mean(axis=0) if end else numpy.zeros(WIDTH)
        told = sum(weights(name)[row] for name, row in zip(("distance", "nearest", "alike"), rows, strict=True))
        told = told + sum(weights("facts")[NUMBERS[fact]] for fact in facts if fact in NUMBERS)
        hidden = told[:-1] + figure @ weights("figure") + candidate @ weights("candidate")
        pair = (figure @ weights("figure pair")) @ (candidate @ weights("candidate pair")) / numpy.sqrt(PAIR)
        scores.append(float((numpy.maximum(hidden, 0) @ weights("answer"))[0] + told[-1] + pair))
    total = numpy.log(numpy.exp(scores).sum())
    return [score - float(total) for score in scores]


def test_a_candidate_is_weighed_by_its_words_its_distance_and_its_facts() -> None:
    own = network()
    states = own.states(*article(), ALL)
    # Seven tokens before it: log2(8) · 1.2 is three steps; ten behind it are four.
    tables = [(11 - 3, 1, 1), (11 + 4, 2, 1), (0, 0, 1)]
    [told] = own.likely("place", states, [ASKED])
    assert told == pytest.approx(likely_by_hand(own, states, ASKED, tables), abs=1e-5)
    assert numpy.exp(told).sum() == pytest.approx(1)


def test_figures_of_an_article_are_answered_together_as_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    own = network()
    states = own.states(*article(), ALL)
    other = Asked((5, 6), (7, 8), [(20, 22), (26, 27)], [["heads"], []], ["Mopti", "Mopti"])
    alone = [*own.likely("date", states, [ASKED]), *own.likely("date", states, [other])]
    together = own.likely("date", states, [ASKED, other])
    monkeypatch.setattr(form, "AT_ONCE", 1)
    for told in (together, own.likely("date", states, [ASKED, other])):
        assert [one == pytest.approx(two, abs=1e-5) for one, two in zip(told, alone, strict=True)] == [True, True]


def test_what_is_read_of_candidates() -> None:
    asked = Asked(
        (10, 11), (12, 13), [(10, 11), (9, 10), (900, 901), NOWHERE], [["heads"], [], ["new"], []], list("aabb")
    )
    columns = columns_of([asked, ASKED], NUMBERS)
    assert columns.distance.tolist() == [11, 10, 21, 0, 8, 15, 0]
    assert columns.nearest.tolist() == [1, 2, 3, 0, 1, 2, 0]
    assert columns.alike.tolist() == [2, 2, 2, 2, 1, 1, 1]
    assert [sorted(facts) for facts in columns.facts] == [[0], [], [], [], [0], [0, 1], []]


def test_a_network_is_written_and_read_the_same_byte_for_byte(tmp_path: Path) -> None:
    own = network()
    for name in ("one", "two"):
        save_articles(own, tmp_path / f"{name}.npz")
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()
    again = read_articles(tmp_path / "one.npz")
    assert again.facts == {slot: list(facts) for slot, facts in own.facts.items()}
    states = own.states(*article(), ALL)
    assert again.likely("place", states, [ASKED])[0] == pytest.approx(own.likely("place", states, [ASKED])[0], abs=0.02)


@pytest.mark.parametrize("how", ["missing", "cut", "no facts", "objects"])
def test_a_damaged_file_is_named_with_the_remedy(tmp_path: Path, how: str) -> None:
    path = tmp_path / "articles.npz"
    if how == "cut":
        save_articles(network(), path)
        path.write_bytes(path.read_bytes()[:300])
    elif how == "no facts":
        numpy.savez(path, static=numpy.zeros(VECTORS))
    elif how == "objects":
        numpy.savez(path, static=numpy.array([{}], dtype=object))
    with pytest.raises(ResourceError, match="install the package anew") as error:
        read_articles(path)
    assert str(path) in str(error.value)
