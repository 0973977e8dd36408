"""The network over the words around a number: its arithmetic, its windows, its file."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import numpy
import pytest
import spacy
from spacy.language import Language

from nlp_events.errors import ResourceError
from nlp_events.layers.figures import network as made
from nlp_events.layers.figures.context import Context, count_facts, figure_facts, impact_facts, windows_of
from nlp_events.layers.figures.finding import IMPACTS
from nlp_events.layers.figures.network import Network, Windows, read_network, save_network
from nlp_events.networks.arithmetic import SMALLEST
from nlp_events.networks.words import BUCKETS, VECTORS

WIDTH = 4
ANSWERS = 1 + len(IMPACTS)
CHANCE = numpy.random.default_rng(7)


def drawn(*shape: int) -> Any:
    return CHANCE.normal(size=shape).astype("float32") / 3


def network() -> Network:
    """One with weights by chance."""
    layers = {f"convolution {layer}": drawn(3 * WIDTH, 2 * WIDTH) for layer in range(made.CONVOLUTIONS)}
    return Network(
        layers
        | {
            "static": drawn(VECTORS[0], WIDTH),
            "hashed": drawn(BUCKETS, WIDTH),
            "flags": drawn(made.FLAGS, WIDTH),
            "places": drawn(made.SPAN, WIDTH),
            "attention": drawn(WIDTH, 1),
            "answers": drawn(3 * WIDTH, ANSWERS),
            "bias": drawn(ANSWERS),
        }
    )


def windows(numbers: int = 2) -> Windows:
    """Windows by chance into a text of 60 words: one place in five is empty, one word in four has no vector."""
    there = CHANCE.random((numbers, made.SPAN)) > 0.2
    there[:, made.BEFORE] = True
    flags = CHANCE.random((numbers, made.SPAN, made.FLAGS)) > 0.5
    flags[:, :, 0] = True
    flags[:, made.BEFORE, 2] = True
    words = numpy.where(CHANCE.random(60) > 0.25, CHANCE.integers(0, VECTORS[0], 60), -1)
    hashes = CHANCE.integers(0, BUCKETS, (60, 3))
    places = CHANCE.integers(0, 60, (numbers, made.SPAN))
    return Windows(words, hashes, places, (flags & there[:, :, None]).astype("float32"))


def by_hand(own: Network, window: Windows, number: int) -> list[float]:
    """The same answer word by word, with no array longer than a word."""
    weights, span = own.weights, range(made.SPAN)
    there = window.flags[number, :, 0]
    rows = []
    for place in span:
        token = window.places[number, place]
        row = weights["places"][place] + window.flags[number, place] @ weights["flags"]
        row = row + sum(weights["hashed"][at] for at in window.hashes[token])
        if window.words[token] >= 0:
            row = row + weights["static"][window.words[token]]
        rows.append(row * there[place])
    nothing = numpy.zeros(WIDTH)
    for layer in range(made.CONVOLUTIONS):
        read = []
        for place in span:
            beside = [rows[at] if 0 <= at < made.SPAN else nothing for at in (place - 1, place, place + 1)]
            pieces = numpy.concatenate(beside) @ weights[f"convolution {layer}"]
            row = rows[place] + pieces[:WIDTH] / (1 + numpy.exp(-pieces[WIDTH:]))
            row = row - row.mean()
            read.append(row / numpy.sqrt((row**2).mean() + SMALLEST) * there[place])
        rows = read
    powers = [numpy.exp(rows[at] @ weights["attention"][:, 0]) if there[at] else 0.0 for at in span]
    mean = sum(power * row for power, row in zip(powers, rows, strict=True)) / sum(powers)
    told = [rows[at] for at in span if window.flags[number, at, 2]]
    scores = numpy.concatenate([rows[made.BEFORE], mean, numpy.max(told, axis=0)]) @ weights["answers"]
    shares = numpy.exp(scores + weights["bias"])
    return [float(one) for one in shares / shares.sum()]


def test_the_arrays_give_what_the_words_one_by_one_give() -> None:
    own, window = network(), windows()
    answers = own(window)
    for number in range(2):
        assert answers[number].tolist() == pytest.approx(by_hand(own, window, number), abs=1e-5)


def test_a_number_is_answered_alone_as_among_others() -> None:
    own, window = network(), windows()
    alone = own(window._replace(places=window.places[1:], flags=window.flags[1:]))
    assert alone[0].tolist() == pytest.approx(own(window)[1].tolist(), abs=1e-6)


def test_many_numbers_are_answered_part_by_part(monkeypatch: pytest.MonkeyPatch) -> None:
    own, window = network(), windows(5)
    whole = own(window)
    monkeypatch.setattr(made, "AT_ONCE", 2)
    assert own(window) == pytest.approx(whole, abs=1e-6)


@pytest.fixture(scope="module")
def reading() -> Language:
    """Only what figures need: no model, no vectors."""
    pipeline = spacy.blank("fr")
    for part in ("zones", "quantities", "figures"):
        pipeline.add_pipe(f"nlp_events_{part}")
    return pipeline


TEXT = "Il pleut. Douze mille réfugiés et 3 soldats ont fui."


def test_a_window_tells_where_number_sentence_and_other_numbers_stand(reading: Language) -> None:
    doc = reading(TEXT)
    counts = [count for count, _, _ in reading.get_pipe("nlp_events_figures").counts(doc)]  # type: ignore[attr-defined]
    window = windows_of([(doc, counts)])
    first = next(token.i for token in doc if token.text == "Douze")
    assert [count.item.start for count in counts] == [10, 34]
    seen = [doc[first + at - made.BEFORE].text for at in numpy.flatnonzero(window.flags[0, :, 0])]
    assert seen == [token.text for token in doc]
    told = {
        flag: [seen[at] for at in numpy.flatnonzero(window.flags[0, made.BEFORE - first :, flag])] for flag in (1, 2, 3)
    }
    assert told[1] == ["Douze", "mille", "réfugiés"]
    assert told[2] == [token.text for token in doc[first:]]
    assert told[3] == ["Douze", "mille", "réfugiés", "3", "soldats"]
    assert window.places[0, made.BEFORE] == first


def test_a_text_longer_than_a_window_is_cut_on_both_sides(reading: Language) -> None:
    doc = reading("Et puis " * 40 + "trois soldats ont fui " + "et encore " * 40)
    counts = [count for count, _, _ in reading.get_pipe("nlp_events_figures").counts(doc)]  # type: ignore[attr-defined]
    window = windows_of([(doc, counts)])
    assert window.flags[0, :, 0].sum() == made.SPAN


def test_a_vocabulary_with_other_vectors_is_not_asked(reading: Language) -> None:
    doc = reading(TEXT)
    counts = [count for count, _, _ in reading.get_pipe("nlp_events_figures").counts(doc)]  # type: ignore[attr-defined]
    assert Context(network).answered([(doc, counts), (doc, [])]) == [[(count, None) for count in counts], []]


def test_no_answer_states_no_fact() -> None:
    assert count_facts(None) == figure_facts(None, "killed") == []
    assert impact_facts(None) == [[] for _ in IMPACTS]


def answer(**shares: float) -> Any:
    """An answer of these shares, what is left over for «no figure»."""
    told = [shares.get(impact, 0.0) for impact in IMPACTS]
    return numpy.array([1 - sum(told), *told])


def test_an_answer_is_told_in_steps_of_its_log_odds_from_zero() -> None:
    assert count_facts(answer(killed=0.5)) == ["context>=0", "context<0"][:1]
    assert count_facts(answer(killed=0.8)) == ["context>=0", "context>=0.5", "context>=1"]
    assert count_facts(answer(killed=0.2)) == ["context<-1", "context<-0.5", "context<0"]


def test_an_answer_of_each_impact_is_its_share_of_the_figures() -> None:
    told = dict(zip(IMPACTS, impact_facts(answer(killed=0.08, injured=0.02)), strict=True))
    assert told["killed"] == ["context value>=0", "context value>=0.5", "context value>=1"]
    assert "context value<-1" in told["injured"]


def test_a_figure_is_told_what_the_words_say_instead() -> None:
    assert "context=own" in figure_facts(answer(killed=0.9), "killed")
    assert {"context=injured", "context=injured of killed"} <= {*figure_facts(answer(injured=0.9), "killed")}
    assert "context=none" in figure_facts(answer(killed=0.1), "killed")


def test_a_network_is_written_and_read_the_same_byte_for_byte(tmp_path: Path) -> None:
    own = network()
    for name in ("one", "two"):
        save_network(own, tmp_path / f"{name}.npz")
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()
    again, window = read_network(tmp_path / "one.npz"), windows()
    assert again.weights.keys() == own.weights.keys()
    assert again(window) == pytest.approx(own(window), abs=0.01)


def damaged(folder: Path, how: str) -> Path:
    """A file that holds no network."""
    path = folder / "context.npz"
    if how == "cut":
        save_network(network(), path)
        path.write_bytes(path.read_bytes()[:200])
    elif how == "pickle":
        path.write_bytes(pickle.dumps({"static": [1]}))
    elif how == "objects":
        numpy.savez(path, static=numpy.array([{}], dtype=object))
    elif how == "other":
        numpy.savez(path, static=numpy.zeros((2, 2)), places=numpy.zeros((2, 2)))
    return path


@pytest.mark.parametrize("how", ["missing", "cut", "pickle", "objects", "other"])
def test_a_damaged_file_is_named_with_the_remedy(tmp_path: Path, how: str) -> None:
    path = damaged(tmp_path, how)
    with pytest.raises(ResourceError, match="install the package anew") as error:
        read_network(path)
    assert str(path) in str(error.value)
