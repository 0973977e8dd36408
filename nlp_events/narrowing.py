"""A document seen without its long runs of blanks, and what was found there brought back to it.

What a component reads and writes of a document (``doc.ents``, our span groups and the values of their spans) is the
same on both; only offsets differ. Nearly no document has such a run: for all others this does nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import Any
from weakref import WeakKeyDictionary

import numpy
from spacy.attrs import IS_SPACE, NORM, SENT_START
from spacy.tokens import Doc, Span

from nlp_events.extensions import SPAN_GROUPS, remember_text, text_of
from nlp_events.text.blanks import Narrowing, narrowed

OFFSETS = frozenset(
    ("start", "end", "number_start", "number_end", "trigger_start", "trigger_end", "sentence_start", "sentence_end")
)
"""Slots of the values on spans that hold an offset; others of them hold [start, end] several times."""

_NARROWINGS: WeakKeyDictionary[Doc, tuple[Narrowing | None]] = WeakKeyDictionary()


def through_narrow(doc: Doc, annotate: Callable[[Doc], Doc]) -> Doc:
    """Have a document annotated, without its long runs of blanks where it has any.

    Args:
        doc: any document; its text stays as it is.
        annotate: what annotates a document in place.

    Returns:
        The document, its annotations in offsets of its own text.
    """
    view = view_of(doc)
    if view is None:
        return annotate(doc)
    annotate(view.doc)
    view.give_back()
    return doc


def view_of(doc: Doc) -> View | None:
    """The narrow view of a document; None where it has no long run of blanks."""
    known = _NARROWINGS.get(doc)
    if known is None:
        known = _NARROWINGS[doc] = (narrowed(text_of(doc)),)
    return None if known[0] is None else View(doc, known[0])


class View:
    """A document without its long runs of blanks, as a document of its own.

    ``doc`` is that document, with all that a component of ours reads. Token ``i`` of it is token ``tokens[i]`` of the
    whole one.
    """

    def __init__(self, whole: Doc, narrowing: Narrowing) -> None:
        self._whole, self._narrowing = whole, narrowing
        words, spaces, self.tokens = _tokens(whole, narrowing)
        self.doc = Doc(whole.vocab, words=words, spaces=spaces)
        remember_text(self.doc, narrowing.text)
        known: Any = whole.to_array([NORM, SENT_START])[self.tokens]
        blank: Any = self.doc.to_array([IS_SPACE, NORM])
        known[:, 0] = numpy.where(blank[:, 0] > 0, blank[:, 1], known[:, 0])  # of a run that is no longer one
        self.doc.from_array([NORM, SENT_START], known)
        self.doc._.article = whole._.article
        if whole.ents:
            self.doc.ents = [self._narrow(span, "entity") for span in whole.ents]
        for key in SPAN_GROUPS.keys() & whole.spans.keys():
            self.doc.spans[key] = [self._narrow(span, SPAN_GROUPS[key]) for span in whole.spans[key]]
        self._taken = _state(self.doc)

    def give_back(self) -> None:
        """Put on the whole document what has become of this one."""
        starts, ents = _state(self.doc)
        if starts != self._taken[0] and not self._whole.has_annotation("DEP"):
            column: Any = numpy.full((len(self._whole), 1), -1, dtype="int64").astype("uint64")
            column[self.tokens, 0] = numpy.array(starts, dtype="int64").astype("uint64")
            self._whole.from_array([SENT_START], column)
        if ents != self._taken[1]:
            self._whole.ents = [self._wide(span, "entity") for span in self.doc.ents]
        for key in SPAN_GROUPS.keys() & self.doc.spans.keys():
            self._whole.spans[key] = [self._wide(span, SPAN_GROUPS[key]) for span in self.doc.spans[key]]

    def wide_tokens(self, start: int, end: int) -> tuple[int, int]:
        """Tokens [start, end) of this document as tokens of the whole one."""
        return self.tokens[start], self.tokens[end - 1] + 1

    def _wide(self, span: Span, slot: str) -> Span:
        return _copy(span, (self._whole, *self.wide_tokens(span.start, span.end)), slot, self._narrowing.wide)

    def _narrow(self, span: Span, slot: str) -> Span:
        start, end = bisect_left(self.tokens, span.start), bisect_left(self.tokens, span.end)
        return _copy(span, (self.doc, start, end), slot, self._narrowing.narrow)


def _tokens(whole: Doc, narrowing: Narrowing) -> tuple[list[str], list[bool], list[int]]:
    """Words, whether a blank follows each, and which token of the whole document each is."""
    words: list[str] = []
    spaces: list[bool] = []
    tokens: list[int] = []
    for token in whole:
        start, end = token.idx, token.idx + len(token.text_with_ws)
        piece = narrowing.text[narrowing.narrow(start) : narrowing.narrow(end)]
        if piece == " " and spaces and not spaces[-1]:
            spaces[-1] = True  # as the tokenizer does with the one blank behind a word
        elif piece:
            spaces.append(piece.endswith(" ") and not piece.isspace())
            words.append(piece[:-1] if spaces[-1] else piece)
            tokens.append(token.i)
    return words, spaces, tokens


def _state(doc: Doc) -> tuple[list[int], list[tuple[int, int, int, Any]]]:
    starts = doc.to_array([SENT_START]).astype("int64").tolist()
    return starts, [(span.start, span.end, span.label, span._.entity) for span in doc.ents]


def _copy(span: Span, place: tuple[Doc, int, int], slot: str, to: Callable[[int], int]) -> Span:
    """A span at another place, the value in its slot with its offsets moved."""
    copy = Span(*place, label=span.label, kb_id=span.kb_id, span_id=span.id)
    value = span._.get(slot)
    if value is not None:
        copy._.set(slot, [_all_moved(one, to) for one in value] if isinstance(value, list) else _all_moved(value, to))
    return copy


def _all_moved(value: dict[str, Any], to: Callable[[int], int]) -> dict[str, Any]:
    return {name: _moved(name, part, to) for name, part in value.items()}


def _moved(name: str, part: Any, to: Callable[[int], int]) -> Any:
    if name in OFFSETS:
        return to(part)
    if name == "figure":
        return _all_moved(part, to)
    if name == "mentions":
        return [[to(offset) for offset in interval] for interval in part]
    if name == "parts":
        return {part_name: [to(offset) for offset in interval] for part_name, interval in part.items()}
    if name == "evidence":
        return {
            slot: one | {"span": one["span"] and [to(offset) for offset in one["span"]]} for slot, one in part.items()
        }
    return part
