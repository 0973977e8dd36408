"""Two numbers that are one range: «3 à 5 000», «entre 300 et 500», «deux ou trois», «10-15 personnes»."""

from __future__ import annotations

import re
from dataclasses import replace

from nlp_events.layers.quantities.core import Core
from nlp_events.layers.quantities.matching import Before, with_endings
from nlp_events.layers.quantities.model import Numerals

_RANGED = frozenset({"digits", "words", "article", "collective", "zero"})


class Ranges:
    """Joins neighbouring cores."""

    def __init__(self, numerals: Numerals) -> None:
        self._words = frozenset(numerals.word_links)
        self._dashes = frozenset(numerals.dash_links)
        self._slashes = frozenset(numerals.slash_links)
        self._between_link = numerals.between_link
        self._between_links = frozenset((f" {numerals.between_link} ", *numerals.between_rounded))
        self._between = Before(dict.fromkeys(numerals.between, True))
        self._update = Before(dict.fromkeys(with_endings(numerals.update_before, numerals.endings), True))
        self._counted = re.compile(r" [^\W\d_]{2}")

    def join(self, folded: str, backwards: str, low: Core, high: Core) -> Core | None:
        """The range of two neighbours, or None when they are two numbers.

        Args:
            folded: the folded text.
            backwards: the folded text, reversed.
            low: the left number.
            high: the right one.
        """
        if low.shape == high.shape == "plural":
            return self._vague(low, high, folded[low.end : high.start])
        if low.shape not in _RANGED or high.shape not in _RANGED or high.start - low.end > 16:
            return None
        gap = folded[low.end : high.start].replace("\n", " ")  # «entre 30 ⏎ et 40»
        between = self._between.match(backwards, low.start) if gap in self._between_links else None
        if not (between or self._linked(folded, gap, high)):
            return None
        if self._update.match(backwards, low.start):
            return None
        lower = _shared(low, high)
        if lower >= high.low:
            return None
        start = between[0] if between else low.start
        plain = low.plain and high.plain
        return Core(start, high.end, lower, high.low, "range", high.multiplier, plain, bounded=between is not None)

    def _vague(self, low: Core, high: Core, gap: str) -> Core | None:
        """«Des dizaines et des dizaines» is one number, said twice."""
        again = gap == f" {self._between_link} " and low.low == high.low
        return replace(low, end=high.end) if again else None

    def is_score(self, folded: str, left: Core, right: Core) -> bool:
        """«2-1», «107 à 77»: two numbers in digits, linked as a range but in no rising order, or counting nothing."""
        gap = folded[left.end : right.start]
        if left.shape not in ("digits", "zero") or right.shape not in ("digits", "zero"):
            return False
        if gap in self._dashes:
            return True
        # «de 40 à 36 morts» is a toll that falls.
        falling = gap in self._words and gap.strip().isalpha() and len(gap) == 3 and left.low >= right.low
        return falling and (right.low == 0 or self._counted.match(folded, right.end) is None)

    def is_update(self, backwards: str, left: Core) -> bool:
        """The left number stands after «passe de» and its like."""
        return self._update.match(backwards, left.start) is not None

    def _linked(self, folded: str, gap: str, high: Core) -> bool:
        if gap in self._dashes or gap in self._slashes:
            return self._counted.match(folded, high.end) is not None
        return gap in self._words


def _shared(low: Core, high: Core) -> float:
    """The lower bound, with the multiplier it shares: «3 à 5 000» is 3 000 to 5 000, «500 à 1 000» stays.

    A multiplier in words is shared by decimals too («1,1 à 1,4 million»); of «quatre à cinq cent mille» it
    is both words.
    """
    if high.multiplier > 1:
        factors = [high.multiplier * 100, high.multiplier] if high.shape == "words" else [high.multiplier]
    else:
        factors = [10**6, 1000] if high.shape == "digits" and low.multiplier == 1 else []
    for factor in factors:
        if low.multiplier >= factor or low.low >= min(high.low / factor, 1000):
            continue
        if high.low % factor == 0 or factor == high.multiplier:
            return round(low.low * factor, 6)
    return low.low
