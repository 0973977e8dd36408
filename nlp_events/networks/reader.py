"""What the network over whole articles says of the figures of a Doc."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from itertools import accumulate, chain, compress
from typing import Any, NamedTuple, Protocol, TypeVar
from weakref import WeakKeyDictionary

import numpy
from spacy.attrs import SENT_START
from spacy.tokens import Doc

from nlp_events.decisions.scorer import SHIPPED
from nlp_events.extensions import DATES, FIGURES, text_of, values_of
from nlp_events.narrowing import view_of
from nlp_events.networks.arithmetic import Bools, Floats, Integers, Tokens
from nlp_events.networks.articles import (
    AT_ONCE,
    FLAGS,
    GAP,
    NOWHERE,
    ArticleNetwork,
    Asked,
    Slot,
    read_articles,
)
from nlp_events.networks.words import WordRows, knows_words_of, word_rows
from nlp_events.values import FigureValue

FAR = 400
"""Tokens from the beginning of an article from which all stand as far on."""
PIECE = AT_ONCE
"""Figures of a document whose questions are held at a time: those of a list of thousands would fill the memory."""
_LABELS = {"LOC": 3, "ORG": 4, "PER": 5}
"""The flag of a name."""


class Candidates(NamedTuple):
    """The candidates for a slot of a figure, in the order of its question."""

    figure: FigureValue
    spans: Sequence[tuple[int, int] | None]
    """[start, end) of each in the text; None for one that stands nowhere."""
    facts: Sequence[Sequence[str]]
    groups: Sequence[Hashable]


class Draft(Protocol):
    """The questions of a document as far as facts go."""

    @property
    def asked(self) -> Sequence[Candidates]:
        """What of them the network reads, a figure each."""


D = TypeVar("D", bound=Draft)
Likelies = Sequence[Sequence[float] | None]
"""For each figure how probable each candidate is, as a logarithm; None where nothing is known."""


class _Foreseen(NamedTuple):
    """What is known of a document before its turn in a batch: by whom, its draft, what the network says."""

    reader: ArticleReader
    draft: Any
    likely: Likelies


_FORESEEN: WeakKeyDictionary[Doc, _Foreseen] = WeakKeyDictionary()


class _Read(NamedTuple):
    """An article as far as a network read it, for the figures that it had."""

    network: ArticleNetwork
    figures: Sequence[tuple[int, int]]
    rows: WordRows
    flags: Floats
    states: Floats
    known: Bools
    """(tokens) which were read."""


_READ: WeakKeyDictionary[Doc, _Read] = WeakKeyDictionary()
"""Places are asked for after dates: no token is read twice."""


@lru_cache(maxsize=1)
def shipped_articles() -> ArticleNetwork:
    """The network that is shipped.

    Raises:
        ResourceError: its file is missing or damaged.
    """
    return read_articles(SHIPPED / "articles.npz")


def is_large(doc: Doc) -> bool:
    """Whether a Doc has more figures than questions are held of at a time."""
    return len(doc.spans.get(FIGURES, ())) > PIECE


class ArticleReader:
    """Asks a network over whole articles.

    Args:
        network: gives the weights when first asked; None to say nothing.
    """

    def __init__(self, network: Callable[[], ArticleNetwork] | None = shipped_articles) -> None:
        self.network = network

    def foresee(self, slot: Slot, docs: Sequence[Doc], draft: Callable[[Doc], Draft]) -> None:
        """Draw up the questions of a batch, and ask the network for those of all its documents at once.

        Raises nothing: what fails is met again when ``answered`` is asked, and there it is known whose fault it is.
        """
        drafts: list[tuple[Doc, Draft]] = []
        for doc in docs:
            with suppress(Exception):
                # A view reads another document in the place of its own; a large one is asked in pieces.
                if doc.spans.get(FIGURES) and not is_large(doc) and view_of(doc) is None:
                    drafts.append((doc, draft(doc)))
        with suppress(Exception):
            told = self.likely(slot, [(doc, one.asked) for doc, one in drafts])
            for (doc, one), likely in zip(drafts, told, strict=True):
                _FORESEEN[doc] = _Foreseen(self, one, likely)

    def answered(self, slot: Slot, doc: Doc, draft: Callable[[Doc], D]) -> tuple[D, Likelies]:
        """The draft of a Doc with what the network says, foreseen or asked now."""
        foreseen = _FORESEEN.pop(doc, None)
        if foreseen is not None and foreseen.reader is self:
            return foreseen.draft, foreseen.likely
        made = draft(doc)
        return made, self.likely(slot, [(doc, made.asked)])[0]

    def in_pieces(
        self, slot: Slot, doc: Doc, figures: Sequence[FigureValue], draft: Callable[[Sequence[FigureValue]], D]
    ) -> Iterator[tuple[D, Likelies]]:
        """The drafts of a large Doc, each of some of its figures, with what the network says.

        Args:
            slot: what is asked.
            doc: the Doc.
            figures: all its figures.
            draft: draws up the questions of some of them.
        """
        for begin in range(0, len(figures), PIECE):
            made = draft(figures[begin : begin + PIECE])
            yield made, self.likely(slot, [(doc, made.asked)])[0]

    def likely(self, slot: Slot, every: Sequence[tuple[Doc, Sequence[Candidates]]]) -> list[list[list[float] | None]]:
        """For each figure of each Doc how probable each candidate is, as a logarithm; None where nothing is known.

        What is said of a figure does not hang on the other Docs.

        Args:
            slot: what is asked.
            every: Docs with all their figures, and some of these, with one candidate at least each.
        """
        network = None if self.network is None or not every else self.network()
        reads = [bool(asked) and network is not None and knows_words_of(doc) for doc, asked in every]
        told = iter(() if network is None else _answers(network, slot, list(compress(every, reads))))
        return [next(told) if read else [None] * len(asked) for (_, asked), read in zip(every, reads, strict=True)]

    @staticmethod
    def asked(doc: Doc, every: Sequence[Candidates]) -> list[Asked]:
        """Figures and their candidates in tokens."""
        tokens = _Tokens(word_rows(doc).starts)
        stretches = iter(tokens.of([stretch for one in every for stretch in _stretches(one)]))
        return [_asked(one, stretches) for one in every]

    @staticmethod
    def rows(doc: Doc) -> tuple[WordRows, Floats]:
        """What ``ArticleNetwork.states`` takes."""
        rows = word_rows(doc)
        return rows, _flags(doc, _Tokens(rows.starts))


def _answers(
    network: ArticleNetwork, slot: Slot, every: Sequence[tuple[Doc, Sequence[Candidates]]]
) -> Iterator[list[list[float] | None]]:
    """The answers of Docs that are asked together: a network is quicker once with much than often with little."""
    if not every:
        return
    reads = [_read(doc, network) for doc, _ in every]
    begins = [0, *accumulate(len(read.known) + GAP for read in reads)]
    questions = [
        [_moved(one, begin) for one in ArticleReader.asked(doc, asked)]
        for (doc, asked), begin in zip(every, begins, strict=False)
    ]
    together = list(chain.from_iterable(questions))
    states = _states(network, reads, begins, together)
    answers = iter(network.likely(slot, states, together))
    for own in questions:
        yield [next(answers) for _ in own]


def _states(network: ArticleNetwork, reads: Sequence[_Read], begins: Sequence[int], asked: Sequence[Asked]) -> Floats:
    """The vectors of the tokens of Docs laid end to end, of those that are asked for; the new ones are kept."""
    wanted = numpy.zeros(begins[-1], dtype=bool)
    for one in asked:
        for begin, end in (one.figure, one.trigger, *one.spans):
            wanted[begin:end] = True
    states: Floats = _end_to_end([read.states for read in reads])
    new = wanted & ~_end_to_end([read.known for read in reads])
    if new.any():
        rows = WordRows(*(_end_to_end(parts) for parts in zip(*(read.rows for read in reads), strict=True)))
        states[new] = network.states(rows, _end_to_end([read.flags for read in reads]), new)[new]
        for read, begin in zip(reads, begins, strict=False):
            own = slice(begin, begin + len(read.known))
            read.states[:], read.known[:] = states[own], read.known | wanted[own]
    return states


def _end_to_end(parts: Sequence[Any]) -> Any:
    """Rows of Docs one behind the other, with empty ones behind each, over which no convolution reaches."""
    empty = numpy.zeros((GAP, *parts[0].shape[1:]), dtype=parts[0].dtype)
    return numpy.concatenate([piece for part in parts for piece in (part, empty)])


def _moved(one: Asked, by: int) -> Asked:
    """A figure and its candidates so many tokens on."""
    spans = [span if span == NOWHERE else (span[0] + by, span[1] + by) for span in one.spans]
    figure, trigger = one.figure, one.trigger
    return one._replace(
        figure=(figure[0] + by, figure[1] + by), trigger=(trigger[0] + by, trigger[1] + by), spans=spans
    )


def _read(doc: Doc, network: ArticleNetwork) -> _Read:
    """A Doc as far as it was read."""
    figures = [(figure["start"], figure["trigger_start"]) for figure in values_of(doc, FIGURES)]
    read = _READ.get(doc)
    if read is None or read.network is not network or read.figures != figures:
        states = numpy.zeros((len(doc), network.width), dtype="float32")
        known = numpy.zeros(len(doc), dtype=bool)
        read = _READ[doc] = _Read(network, figures, *ArticleReader.rows(doc), states, known)
    return read


class _Tokens:
    """Which token holds a code point.

    Args:
        starts: where each token begins.
    """

    def __init__(self, starts: Integers) -> None:
        self._starts = starts

    def of(self, spans: Sequence[tuple[int, int]]) -> list[Tokens]:
        """The tokens of stretches of the text that are not empty."""
        bounds: Any = numpy.array(spans, dtype="int64").reshape(-1, 2)
        first = numpy.searchsorted(self._starts, bounds[:, 0], side="right") - 1
        last = numpy.searchsorted(self._starts, bounds[:, 1] - 1, side="right")
        return list(zip(first.tolist(), last.tolist(), strict=True))

    def before(self, end: int) -> int:
        """How many tokens begin before a code point."""
        return int(numpy.searchsorted(self._starts, end))


def _stretches(one: Candidates) -> Iterator[tuple[int, int]]:
    """Where a figure stands, the word that says what happened, and those of the candidates that stand anywhere."""
    yield one.figure["start"], one.figure["end"]
    yield one.figure["trigger_start"], one.figure["trigger_end"]
    yield from (span for span in one.spans if span is not None)


def _asked(one: Candidates, stretches: Iterator[Tokens]) -> Asked:
    """A figure and its candidates by the tokens of their stretches, taken one after the other."""
    own, trigger = next(stretches), next(stretches)
    spans = [NOWHERE if span is None else next(stretches) for span in one.spans]
    return Asked(own, trigger, spans, one.facts, one.groups)


def _flags(doc: Doc, tokens: _Tokens) -> Floats:
    """What each token of a Doc is, see ``FLAGS``."""
    flags = numpy.zeros((len(doc), FLAGS), dtype="float32")
    flags[:, 0] = 1
    figures: list[FigureValue] = values_of(doc, FIGURES)
    marked = (
        (1, tokens.of([(figure["start"], figure["end"]) for figure in figures])),
        (2, tokens.of([(figure["trigger_start"], figure["trigger_end"]) for figure in figures])),
        *((number, [(span.start, span.end)]) for span in doc.ents if (number := _LABELS.get(span.label_))),
        (6, [(span.start, span.end) for span in doc.spans.get(DATES, ())]),
    )
    for number, spans in marked:
        for begin, end in spans:
            flags[begin:end, number] = 1
    starts: Any = doc.to_array([SENT_START])
    flags[:, 7] = starts.reshape(-1) == 1
    flags[:1, 7] = 1
    flags[: tokens.before(max(0, text_of(doc).find("\n"))), 8] = 1
    flags[:, 9] = numpy.minimum(numpy.arange(len(doc)), FAR) / FAR
    return flags
