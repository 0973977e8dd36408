"""Numbers that cannot be a number of people, whatever stands beside them: nonsense is refused, never rounded."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass

from nlp_events.layers.figures.lexicon import Lexicon
from nlp_events.text.nonsense import unsound_bounds
from nlp_events.values import QuantityValue

REACH = 12
"""Characters in front of a number in which a word that wants one, or a group of digits, stands."""

# Groups of digits beside a number that is not whole without them: «400 00», «1 00 000», «12,5 000».
_GROUP_BEFORE = re.compile(r"[0-9] \Z")
_ZEROS_BEHIND = re.compile(r" 0[0-9]")
_ZEROS = re.compile(r"0[0-9]")


@dataclass(frozen=True, slots=True)
class Gate:
    """What a number of people must pass in one article.

    Attributes:
        folded: the article's text, folded.
        starts: where its numbers begin.
        lexicon: the words of the language.
    """

    folded: str
    starts: Container[int]
    lexicon: Lexicon

    def refusal(self, quantity: QuantityValue) -> str | None:
        """Why a quantity is no number of people: «negative», «spread», «not_that_many», «broken»; None for a sound one.

        Args:
            quantity: a quantity of the article.
        """
        if self._has_minus(quantity["number_start"]):
            return "negative"
        if (reason := unsound_bounds(quantity["min"], quantity["max"])) is not None:
            return reason
        if quantity["kind"] == "zero" and self._denies_number(quantity["number_end"]):
            return "not_that_many"
        return "broken" if self._is_broken(quantity["number_start"], quantity["number_end"]) else None

    def _has_minus(self, start: int) -> bool:
        """«évalue à -3 819»: a dash glued to digits, behind a word that wants a number; elsewhere it is a dash."""
        glued = self.folded[max(0, start - 1) : start] in self.lexicon.resources.gate.minus_signs
        if not glued or not self.folded[start].isdigit():
            return False
        before = self.folded[max(0, start - 1 - REACH) : start - 1].rsplit(None, 1)
        return bool(before) and self.folded[start - 2] == " " and before[-1] in self.lexicon.resources.gate.wants_number

    def _denies_number(self, end: int) -> bool:
        """«n'est pas de 52 mais de 50»: the «pas» denies a number and is none."""
        words = self.lexicon.resources.gate.partitives
        return any(self.folded.startswith(word, end) and end + len(word) in self.starts for word in words)

    def _is_broken(self, start: int, end: int) -> bool:
        """Whether a blank parts a number from digits that belong to it, so that neither part is what was meant."""
        if not self.folded[start].isdigit():
            return False
        if _ZEROS_BEHIND.match(self.folded, end):
            return True
        grouped = _GROUP_BEFORE.search(self.folded[max(0, start - 2) : start]) is not None
        return grouped and _ZEROS.match(self.folded, start) is not None
