"""Slips of a letter in words of dates («décenbre», «vendrdi»), and words that stand glued together («15mai2024»)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TypeVar

from nlp_events.layers.dates.model import Value
from nlp_events.text.folding import unaccented
from nlp_events.words.trie import trie_source

WRAPPED = 4
"""White space that may part the words of a date at the end of a line: a blank, the line's end, an empty line."""


Number = TypeVar("Number", bound=Value)


def with_variants(words: dict[str, Number]) -> dict[str, Number]:
    """Add the unaccented form of each word of three letters or more, unless that is a word of its own."""
    variants = {unaccented(word): value for word, value in words.items() if len(word) > 2}
    return {**variants, **words}


def slips_of(words: Mapping[str, Value], shortest: int, confused: Mapping[str, str]) -> dict[str, str]:
    """Each slip of a word → the word: a letter left out, twice, taken for another, or two in the wrong order.

    Args:
        words: the words.
        shortest: letters that a word must have; the slips of short ones are words of their own («mari»).
        confused: a letter → the one it is taken for.
    """
    known = {form for word in words for form in (word, unaccented(word))}
    slips = {
        slip: word
        for word in words
        if len(word) >= shortest and word.isalpha()
        for form in {word, unaccented(word)}
        for slip in _slips(form, confused)
    }
    return {slip: word for slip, word in slips.items() if slip not in known}


def _slips(word: str, confused: Mapping[str, str]) -> Iterator[str]:
    for place in range(1, len(word)):
        before, letter, rest = word[:place], word[place], word[place + 1 :]
        yield before + rest
        yield before + letter + letter + rest
        yield before[:-1] + letter + before[-1] + rest
        if letter in confused:
            yield before + confused[letter] + rest


class Glue:
    """Where the month stands without blanks between its day and its year.

    Args:
        months: the months in full.
    """

    def __init__(self, months: list[str]) -> None:
        month, year = trie_source(months), r"\d{4}(?!\w)"
        behind = rf"(?:(?<=\d)|(?<=\der)){month}(?={year}|(?!\w))"
        self.words = rf"{behind}|(?<!\w){month}(?={year})"
        self.year = "(?:" + "|".join(f"(?<={re.escape(word)})" for word in sorted(months)) + ")" + year
        self.month = re.compile(rf"{month}(?![^\W\d])")

    def follows(self, folded: str, end: int) -> bool:
        """Whether a month is glued to the number that ends there."""
        return self.month.match(folded, end) is not None


class Wrapping:
    """Where a date goes on over the end of a line.

    Args:
        before: words that end no line of their own («du», «au»).
        behind: words that begin none («à»), where no empty line is between.
        months: the months.
    """

    def __init__(self, before: frozenset[str], behind: frozenset[str], months: frozenset[str]) -> None:
        self._before, self._behind, self._months = before, behind, months

    def joins(self, gap: str, left: str, right: str) -> bool:
        """Whether two words are of one date.

        Args:
            gap: the white space between them, with the end of a line in it.
            left: the word or number that ends the line.
            right: the one that begins the next.
        """
        if len(gap) > WRAPPED or not gap.isspace():
            return False
        if left in self._before or (left[0].isdecimal() and right in self._months):
            return True
        year = len(right) == WRAPPED and right.isdecimal() and left in self._months
        return gap.count("\n") == 1 and (year or right in self._behind)
