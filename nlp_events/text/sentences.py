"""Sentences by punctuation and line ends, without a parser.

A headline must never run into the line after it, and a toll must be read within its own sentence; both are decided by
the text alone, so that records do not hang on the parser's idea of a sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from nlp_events.words.loader import Resource, WordList
from nlp_events.words.store import SHIPPED, Words, derived
from nlp_events.words.wordings import Wording

_LONGEST = 1_200
"""Characters of the longest sentence: what has more is a table, or was written to be slow to read; the longest sentence
of the news we have seen has 900."""

_LONG = 20_000
"""Characters from which only a few texts are kept with their sentences."""


class SentenceResources(Resource):
    """``sentences.yaml``: where a full stop does not end a sentence."""

    boundary: Wording
    abbreviations: WordList
    abbreviations_of_days: WordList


@derived
def _compiled(words: Words) -> tuple[re.Pattern[str], frozenset[str], frozenset[str]]:
    resources = words.resource(SentenceResources, "layers/sentences.yaml")
    return (
        resources.boundary.regex,
        frozenset(resources.abbreviations),
        frozenset(resources.abbreviations_of_days),
    )


def split_sentences(text: str, words: Words = SHIPPED) -> tuple[tuple[int, int], ...]:
    """Cut a text into sentences.

    Args:
        text: any text.
        words: the words and rules.

    Returns:
        (start, end) of each sentence in text order, without white space around it; empty sentences are left out.
    """
    return _kept(text, words) if len(text) <= _LONG else _kept_book(text, words)


def _cut(text: str, words: Words) -> tuple[tuple[int, int], ...]:
    boundary, abbreviations, of_days = _compiled(words)
    spans: list[tuple[int, int]] = []
    start = 0
    for match in boundary.finditer(text):
        if text[match.start()] == ".":
            word = _last_word(text, match.start())
            if word in abbreviations or (word in of_days and _is_behind_number(text, match.start() - len(word))):
                continue
        _append(text, start, match.end(), spans)
        start = match.end()
    _append(text, start, len(text), spans)
    return tuple(spans)


# Five components ask for them, the first of them for a batch of documents before the others begin with it.
_kept = lru_cache(maxsize=128)(_cut)
_kept_book = lru_cache(maxsize=2)(_cut)


def sentence_at(spans: Sequence[tuple[int, int]], offset: int) -> int:
    """Index of the sentence that holds an offset (or of the last one before it)."""
    return max(0, bisect_right(spans, (offset, float("inf"))) - 1)


def _last_word(text: str, end: int) -> str:
    start = end
    # No abbreviation is longer than this; a bound keeps a line without spaces from being read again and again.
    while start > max(0, end - 12) and (text[start - 1].isalnum() or text[start - 1] in "-."):
        start -= 1
    return text[start:end].lower()


def _is_behind_number(text: str, start: int) -> bool:
    """Whether a word that begins there stands behind a day («9 sept.», «1er sept.»)."""
    before = text[max(0, start - 5) : start].rstrip()
    return before.removesuffix("er")[-1:].isdigit()


def _append(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    part = text[start:end]
    if stripped := part.strip():
        first = start + len(part) - len(part.lstrip())
        spans.extend(_bounded(text, first, first + len(stripped)))


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, or the pieces of one that is too long to be one, each cut at a space where it has any."""
    while end - start > _LONGEST:
        space = text.rfind(" ", start + 1, start + _LONGEST)
        cut = space if space > 0 else start + _LONGEST
        yield start, cut
        start = cut + (space > 0)
    yield start, end
