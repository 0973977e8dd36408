"""Refused numbers that are fractions: «deux tiers», «la moitié», «3/4», «un habitant sur trois», «½»."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from nlp_events.layers.quantities.core import Core, Judged, Ruled
from nlp_events.layers.quantities.matching import Before
from nlp_events.layers.quantities.model import Numerals

# a zero in front, or a denominator like a year, tells a date
_RATIO = re.compile(r"([1-9][0-9]{0,3}) ?/ ?([1-9][0-9]{0,2}|1000)")
_SIGN = re.compile("[¼-¾⅐-⅞]")
"""The one-character fractions of Unicode; the thumb index of the fractions, the fraction numerator one, is none."""
_GLUED = 1000
_COMPOUND = 20
"""«quatre-vingtièmes» is a rank, «cinq-huitièmes» a fraction: hyphens join only denominators below it."""


class Fractions:
    """Tells the fractions among the refused numbers and gives their value."""

    def __init__(self, numerals: Numerals) -> None:
        self._denominators = numerals.denominators
        self._never = re.compile(rf" (?:{_any(numerals.not_fraction_after)})\b")
        scales = {word: value for word, value in numerals.scales.items() if word not in numerals.plurals}
        self._scales = scales
        self._scale = re.compile(rf" (?:{_any(numerals.partitives)})({_any(scales)})\b")
        functions = _any((*numerals.function_words, "d"))
        self._dated = Before(dict.fromkeys(numerals.ratio_dated_before, True))
        self._free = re.compile(rf"(?! [^\W\d_])| (?:{functions})\b")
        self._mixed = frozenset((" ", "  ", f" {numerals.conjunction} "))

    def sort(self, folded: str, backwards: str, judged: Sequence[Judged]) -> tuple[list[Core], list[Ruled]]:
        """Part the judged numbers into quantities, fractions among them, and refusals.

        Args:
            folded: the folded text.
            backwards: the same, reversed.
            judged: its numbers in text order.

        Returns:
            The quantities (a fraction has the shape «fraction») and the refusals, each in text order.
        """
        cores: list[Core] = []
        refused: list[Ruled] = []
        previous: Judged | None = None
        for one in judged:
            fraction = self._fraction((folded, backwards), previous, one) if one.ruled else None
            if one.ruled and fraction and one.ruled.rule == "share_whole":
                refused.pop()  # the part of the share, refused right before
            if one.ruled is None:
                cores.append(one.core)
            elif fraction is None:
                refused.append(one.ruled)
            elif previous and self._is_mixed(folded, previous.core, fraction):
                # an enumeration may have carried the refusal of «3/4» to the «1» of «1 et 3/4»
                cores.pop() if previous.ruled is None else refused.pop()
                cores.append(_mixed(previous.core, fraction))
            else:
                cores.append(fraction)
            previous = one
        return cores, refused

    def phrase(self, folded: str, start: int, end: int) -> Core | None:
        """The value of «la moitié», «un quart de million», or None for a phrase that is no fraction.

        Args:
            folded: the folded text.
            start: where the phrase begins.
            end: where it ends.
        """
        denominator = self._denominators.get(folded[start:end].rpartition(" ")[2])
        return self._core(folded, (start, end), 1 / denominator) if denominator else None

    def signs(self, folded: str) -> list[Core]:
        """The fractions of one character: «½»."""
        return [
            _plain(found.start(), found.end(), unicodedata.numeric(found.group()))
            for found in _SIGN.finditer(folded)
            if not (folded[max(0, found.start() - 1) : found.start()] + folded[found.end() : found.end() + 1]).isalnum()
        ]

    def _fraction(self, texts: tuple[str, str], previous: Judged | None, one: Judged) -> Core | None:
        ruled, core = one.ruled, one.core
        if ruled is None or core.high is None:
            return None
        if ruled.rule == "share_whole":
            return _share(previous, core)
        if ruled.rule == "shape_ratio":
            return self._ratio(texts, ruled, core)
        if ruled.rule in ("after_fraction", "ordinal_word"):
            return self._words(texts[0], core, ruled)
        return None

    def _ratio(self, texts: tuple[str, str], ruled: Ruled, core: Core) -> Core | None:
        """«3/4»; «24/24» and «le 3/4» are none."""
        folded, backwards = texts
        found = _RATIO.fullmatch(folded[ruled.start : ruled.end])
        if found is None or int(found[1]) >= int(found[2]) or self._dated.match(backwards, core.start):
            return None
        value = int(found[1]) / int(found[2])
        return _plain(core.start, ruled.end, -value if core.low < 0 else value)

    def _words(self, folded: str, core: Core, ruled: Ruled) -> Core | None:
        """«deux tiers», «trois dixièmes de seconde»; «les vingt-cinquièmes rencontres» are none."""
        gap, word = folded[core.end : core.end + 1], folded[core.end + 1 : ruled.end]
        denominator = self._denominators.get(word)
        if denominator is None or not 0 < core.low <= (core.high or 0) < denominator:
            return None
        if ruled.rule == "ordinal_word" and not self._is_part(folded, ruled.end, gap, core, denominator):
            return None
        low, high = core.low / denominator, (core.high or 0) / denominator
        return self._core(folded, (core.start, ruled.end), low, high)

    def _is_part(self, folded: str, end: int, gap: str, core: Core, denominator: int) -> bool:
        """Whether an ordinal in the plural divides: no noun follows, no hyphen makes one ordinal of the two words."""
        joined = gap == "-" and (core.low >= 10 or denominator >= _COMPOUND)
        return folded[end - 1] == "s" and not joined and self._free.match(folded, end) is not None

    def _core(self, folded: str, span: tuple[int, int], low: float, high: float | None = None) -> Core | None:
        start, end = span
        if self._never.match(folded, end):
            return None
        scale = self._scale.match(folded, end)
        if scale is None:
            return replace(_plain(start, end, low), high=low if high is None else high)
        factor = self._scales[scale[1]]
        return Core(start, scale.end(), round(low * factor), round((high or low) * factor), "words", factor)

    def _is_mixed(self, folded: str, whole: Core, fraction: Core) -> bool:
        """«2 1/4», «1 et 3/4»: digits before a fraction in digits."""
        gap = folded[whole.end : fraction.start]
        digits = whole.shape == "digits" and not whole.low % 1 and folded[fraction.start].isdigit()
        return digits and gap in self._mixed and abs(whole.low) < _GLUED


def _mixed(whole: Core, fraction: Core) -> Core:
    value = whole.low - fraction.low if whole.low < 0 else whole.low + fraction.low
    return _plain(whole.start, fraction.end, value)


def _share(part: Judged | None, whole: Core) -> Core | None:
    """«un habitant sur trois»: from the part to the whole."""
    if part is None or part.ruled is None or part.ruled.rule != "share_rate" or part.core.high is None:
        return None
    if not 0 < part.core.low <= part.core.high <= whole.low == whole.high:
        return None
    low, high = part.core.low / whole.low, part.core.high / whole.low
    return replace(_plain(part.core.start, whole.end, low), high=high)


def _plain(start: int, end: int, value: float) -> Core:
    return Core(start, end, value, value, "fraction")


def _any(words: Sequence[str] | dict[str, int]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
