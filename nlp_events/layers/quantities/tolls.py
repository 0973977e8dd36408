"""Ordinals that are a running toll: «le 23e mort», «la onzième victime depuis janvier» (figures, not ranks)."""

from __future__ import annotations

from collections.abc import Callable

from nlp_events.layers.quantities.core import Core
from nlp_events.layers.quantities.model import Numerals

_BACK = 48
"""Characters before the ending of an ordinal that its number and its article may fill."""
_SURELY = 10
"""From this rank on a definite ordinal tells a toll; below it the time must be told («la troisième victime depuis»)."""


class Tolls:
    """Finds the ordinals of a text that count.

    Args:
        numerals: the layer.
        read: the numbers of a short text.
    """

    def __init__(self, numerals: Numerals, read: Callable[[str], list[Core]]) -> None:
        self._noun = numerals.toll.noun.regex
        self._before = numerals.toll.before.regex
        self._over = numerals.toll.over.regex
        self._words = frozenset((*numerals.units, *numerals.teens, *numerals.tens, *numerals.hundreds, "mille"))
        self._stems = {"cinqu": "cinq", "neuv": "neuf", "un": "un"}
        self._read = read

    def find(self, folded: str) -> list[Core]:
        """The ordinals that count, in text order.

        Args:
            folded: the folded text.
        """
        found = (
            self._toll(folded, one.start(), one.group().partition(" ")[0], one.end())
            for one in self._noun.finditer(folded)
        )
        return [core for core in found if core is not None]

    def _toll(self, folded: str, start: int, ending: str, behind: int) -> Core | None:
        before = self._before.search(folded[max(0, start - _BACK) : start])
        if before is None:
            return None
        number = before.group("number")
        value = self._value(number.strip())
        if value is None or (value < _SURELY and not self._over.match(folded, behind)):
            return None
        return Core(start - len(number), start + len(ending), value, value, "words")

    def _value(self, number: str) -> float | None:
        """The number an ordinal is made from: «23», «quarante-deux»; None where it is none."""
        cardinal = number if number[-1].isdecimal() else self._cardinal(number)
        cores = self._read(cardinal) if cardinal else []
        whole = len(cores) == 1 and (cores[0].start, cores[0].end) == (0, len(cardinal or ""))
        return cores[0].low if whole and cores[0].low == cores[0].high else None

    def _cardinal(self, stem: str) -> str | None:
        cut = max(stem.rfind(" "), stem.rfind("-")) + 1
        last = stem[cut:]
        forms = (self._stems.get(last, last), last, f"{last}e")
        return next((stem[:cut] + form for form in forms if form in self._words), None)
