"""Negative numbers in words: «négatif cinq», «il fait moins huit»."""

from __future__ import annotations

import re

from nlp_events.layers.quantities.core import Core
from nlp_events.layers.quantities.model import Numerals

_SIGNED = frozenset({"digits", "words", "article", "fraction"})
_REACH = 24
"""Characters in front of a number that the longest wording fits in."""
_WORD = re.compile(r" ?[^\W\d_]")


class Signs:
    """Turns the sign of numbers that stand alone behind a word for minus."""

    def __init__(self, numerals: Numerals) -> None:
        self._negative = numerals.negative.regex

    def apply(self, folded: str, cores: list[Core]) -> None:
        """Give the numbers behind a word for minus their sign; one that counts something has none.

        Args:
            folded: the folded text.
            cores: its numbers, changed in place.
        """
        for core in cores:
            if core.shape in _SIGNED and core.low > 0 and core.high == core.low and not _WORD.match(folded, core.end):
                self._turn(folded, core)

    def _turn(self, folded: str, core: Core) -> None:
        first = max(0, core.start - _REACH)
        # one more character than is searched, so that a word is not taken for the start of the text
        found = self._negative.search(folded[first : core.start])
        if found is None or (first and found.start() == 0):
            return
        core.start, core.low, core.high, core.plain = first + found.start("minus"), -core.low, -core.low, False
        core.shape = "words" if core.shape == "article" else core.shape
