"""The quantities of a text, and the numbers that were refused."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from nlp_events.layers.quantities.articles import Articles
from nlp_events.layers.quantities.core import Atom, Core, Judged, Ruled
from nlp_events.layers.quantities.equals import Equals
from nlp_events.layers.quantities.fractions import Fractions
from nlp_events.layers.quantities.grammar import Grammar
from nlp_events.layers.quantities.lexer import Lexer
from nlp_events.layers.quantities.matching import Patterns
from nlp_events.layers.quantities.model import load_numerals
from nlp_events.layers.quantities.modifiers import Modifiers, zero_value
from nlp_events.layers.quantities.ranges import Ranges
from nlp_events.layers.quantities.refusals import Refuser
from nlp_events.layers.quantities.signs import Signs
from nlp_events.layers.quantities.tolls import Tolls
from nlp_events.text.folding import fold
from nlp_events.values import QuantityValue, Refusal
from nlp_events.words.store import SHIPPED, Words, derived

Value = TypeVar("Value", QuantityValue, Refusal)

_CARRIED = frozenset(
    {"age", "date", "time", "duration", "price", "distance", "measure", "percent", "year", "times", "fraction", "score"}
)
"""Reasons that hold for every number of an enumeration: «16, 20 et 34 ans»."""
_NAMED = frozenset({"number_name", "flight", "road", "address"})
"""Reasons that stand before a number and hold for the one joined to it: «les articles 12 et 13»."""
_CLOSED = re.compile(r" ?\)")
_LINK = 8
"""Characters between two numbers of an enumeration, at most."""


class QuantityFinder:
    """Finds quantities with one set of language resources.

    Args:
        words: the words and rules.

    Raises:
        ResourceError: the folder's file is not valid.
    """

    def __init__(self, words: Words = SHIPPED) -> None:
        numerals = load_numerals(words)
        self._lexer = Lexer(numerals)
        self._grammar = Grammar(numerals)
        self._ranges = Ranges(numerals)
        self._refuser = Refuser(numerals)
        self._articles = Articles(numerals)
        self._fractions = Fractions(numerals)
        self._signs = Signs(numerals)
        self._tolls = Tolls(numerals, self._numbers)
        self._modifiers = Modifiers(numerals)
        self._equals = Equals(numerals)
        self._zero = Patterns(numerals.zero)
        self._phrases = Patterns(numerals.phrases)
        self._links = frozenset(numerals.enumeration_links)
        self._conjunction = f" {numerals.conjunction} "

    def __call__(self, text: str) -> tuple[list[QuantityValue], list[Refusal]]:
        """Find the quantities of a text.

        Args:
            text: any text.

        Returns:
            The quantities and the refused numbers, each in text order, none overlapping another of its list.
        """
        folded = fold(text)
        backwards = folded[::-1]
        atoms = self._lexer.atoms(folded)
        zeros = [found for atom in atoms if atom.kind == "zero" and (found := self._zero.match(folded, atom.start))]
        phrases = self._phrases.search_all(folded)
        tolls = self._tolls.find(folded)
        cores = self._grammar.cores(
            text, folded, backwards, [atom for atom in atoms if atom.kind not in ("code", "zero")]
        )
        taken = [(start, end) for start, end, _ in (*zeros, *phrases)] + [(one.start, one.end) for one in tolls]
        kept, refused = self._judge(text, folded, backwards, _outside(cores, sorted(taken)))
        spoken = {start: self._fractions.phrase(folded, start, end) for start, end, _ in phrases}
        fractions = [*(core for core in spoken.values() if core), *self._fractions.signs(folded)]
        kept = sorted([*kept, *fractions, *tolls], key=lambda core: core.start)
        self._signs.apply(folded, kept)
        counted = self._modifiers.apply(folded, backwards, kept)
        quantities = [
            *counted,
            *self._equals.find(folded, counted),
            *(zero_value(start, end, rule.id) for start, end, rule in zeros),
        ]
        refusals = [
            *refused,
            *(
                Ruled(start, end, rule.reason or "fraction", rule.id)
                for start, end, rule in phrases
                if not spoken[start]
            ),
            *(_code(folded, atom) for atom in atoms if atom.kind == "code"),
        ]
        return _without_overlap(quantities), _without_overlap(map(_refusal, refusals))

    def _numbers(self, folded: str) -> list[Core]:
        return self._grammar.cores(folded, folded, folded[::-1], self._lexer.atoms(folded))

    def _judge(self, text: str, folded: str, backwards: str, cores: list[Core]) -> tuple[list[Core], list[Ruled]]:
        """Join ranges and sort the cores into those that may count people and those that do not."""
        judged: list[Judged] = []
        index, free_from = 0, 0
        while index < len(cores):
            core = cores[index]
            index += 1
            if core.start < free_from:
                continue
            ruled = self._refuser.shape(folded, core)
            if ruled is None:
                core, index = self._joined(folded, backwards, cores, core, index)
                ruled = self._refuser.context(text, folded, backwards, core)
            if core.shape == "article" and ruled is None and self._articles.is_none(folded, backwards, core):
                continue
            judged.append(Judged(core, ruled))
            free_from = max(core.end, ruled.end if ruled else 0)
        self._settle(folded, backwards, judged)
        return self._fractions.sort(folded, backwards, judged)

    def _joined(self, folded: str, backwards: str, cores: list[Core], core: Core, index: int) -> tuple[Core, int]:
        core, index = _repeated(folded, cores, core, index)
        if index < len(cores) and self._refuser.shape(folded, cores[index]) is None:
            following, after = _repeated(folded, cores, cores[index], index + 1)
            ranged = self._ranges.join(folded, backwards, core, following)
            if ranged is not None:
                return ranged, after
        return core, index

    def _settle(self, folded: str, backwards: str, judged: list[Judged]) -> None:
        """Refuse scores and shares, then carry refusals over enumerations."""
        for left, right in pairwise(judged):
            if right.ruled is None and self._refuser.is_share(folded, left.core, right.core):
                right.refuse("fraction", "share_whole")
                if left.ruled is None and self._is_rate(folded, left.core, right.core):
                    named = self._refuser.is_counting(folded, right.core)
                    left.refuse("fraction", "share_part" if named else "share_rate")
            elif self._ranges.is_score(folded, left.core, right.core) and not self._ranges.is_update(
                backwards, left.core
            ):
                left.refuse("score", "score_pair")
                right.refuse("score", "score_pair")
        for right, left in pairwise(reversed(judged)):
            carried = right.ruled is not None and right.ruled.reason in _CARRIED
            if right.ruled and carried and self._enumerated(folded, left.core, right.core):
                left.refuse(right.ruled.reason, right.ruled.rule)
        for left, right in pairwise(judged):
            named = left.ruled is not None and left.ruled.reason in _NAMED and not right.ruled
            joined = folded[left.core.end : right.core.start] == self._conjunction
            if left.ruled and named and joined and not self._refuser.is_counting(folded, right.core):
                right.refuse(left.ruled.reason, left.ruled.rule)

    def _is_rate(self, folded: str, part: Core, whole: Core) -> bool:
        """«trois enfants sur dix», «un sur vingt-cinq»: so many of any so many; the three are no count."""
        if self._refuser.is_share_alone(folded, part, whole) and part.low == 1:
            return True
        return part.low < 10 and (whole.low <= 10 or whole.low in (100, 1000))

    def _enumerated(self, folded: str, left: Core, right: Core) -> bool:
        plain = left.shape not in ("article", "several")
        return plain and right.start - left.end <= _LINK and folded[left.end : right.start] in self._links


def _repeated(folded: str, cores: list[Core], core: Core, index: int) -> tuple[Core, int]:
    """«quinze (15) soldats»: one number, said twice; with the index of the number behind."""
    if index == len(cores):
        return core, index
    repeat = cores[index]
    closed = _CLOSED.match(folded, repeat.end) if folded[core.end : repeat.start].replace(" ", "") == "(" else None
    if closed is None or not core.low == repeat.low == repeat.high == core.high:
        return core, index
    if core.shape == "collective":  # «une trentaine (30)» stays about thirty
        return replace(core, end=closed.end()), index + 1
    return replace(repeat, start=core.start, end=closed.end(), shape="words", plain=False), index + 1


def _code(folded: str, atom: Atom) -> Ruled:
    glued = folded[max(0, atom.start - 2) : atom.start].strip("-")[-1:].isalpha()
    return Ruled(atom.start, atom.end, "code", "letter_before" if glued else "digit_chain")


def _refusal(ruled: Ruled) -> Refusal:
    return Refusal(start=ruled.start, end=ruled.end, reason=ruled.reason, rule=ruled.rule)


def _outside(cores: list[Core], taken: list[tuple[int, int]]) -> list[Core]:
    """The cores that touch none of the stretches already taken; both lists are in order."""
    free: list[Core] = []
    position = 0
    for core in cores:
        while position < len(taken) and taken[position][1] <= core.start:
            position += 1
        if position == len(taken) or taken[position][0] >= core.end:
            free.append(core)
    return free


def _without_overlap(values: Iterable[Value]) -> list[Value]:
    ordered = sorted(values, key=lambda value: (value["start"], -value["end"]))
    result: list[Value] = []
    for value in ordered:
        if not result or value["start"] >= result[-1]["end"]:
            result.append(value)
    return result


@derived
def _finder(words: Words) -> QuantityFinder:
    return QuantityFinder(words)


def find_quantities(text: str, words: Words = SHIPPED) -> tuple[list[QuantityValue], list[Refusal]]:
    """The quantities of a text and the numbers that count nobody.

    Args:
        text: any text.
        words: the words and rules.

    Returns:
        The quantities and the refused numbers, each in text order, none overlapping another of its list.

    Raises:
        ResourceError: the folder's file is not valid.
    """
    return _finder(words)(text)
