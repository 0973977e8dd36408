"""Contexts in which a figure is no record: the vetoes of ``figures.yaml``."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from nlp_events.layers.figures.model import Veto, load_figures
from nlp_events.layers.figures.readings import Reading
from nlp_events.words.branches import united
from nlp_events.words.store import Words, derived

CLAUSE_END = ";"
_REACH = 60
"""Characters before a number and behind a count in which the vetoes on either look."""

Stretch = Literal["before", "after", "sentence", "document"]
"""The stretches of an article in which vetoes look."""


@dataclass(frozen=True, slots=True)
class VetoTable:
    """Vetoes in the order in which they are tried, each with its stretch.

    ``gates`` fit in a stretch where one of its vetoes does, which few have: asked first, they spare asking all. The
    document has none: its vetoes, ``of_document``, are for few figures, and each is asked once.
    """

    vetoes: Sequence[tuple[Veto, Stretch]]
    of_document: Sequence[tuple[Veto, Stretch]]
    gates: Mapping[Stretch, re.Pattern[str]]


def veto_table(vetoes: Sequence[Veto]) -> VetoTable:
    """The table of some vetoes."""
    placed = [(veto, _stretch(veto)) for veto in vetoes]
    patterns: dict[Stretch, list[str]] = defaultdict(list)
    for veto, stretch in placed:
        if stretch != "document":
            patterns[stretch].append(veto.pattern)
    of_document = [one for one in placed if one[1] == "document"]
    return VetoTable(placed, of_document, {stretch: re.compile(united(own)) for stretch, own in patterns.items()})


@derived
def load_vetoes(words: Words) -> VetoTable:
    """The table of the vetoes of these words and rules, made once."""
    return veto_table(load_figures(words).vetoes)


class Vetoes:
    """The vetoes, asked of the figures of an article.

    Args:
        folded: the article, folded.
        table: the vetoes.
    """

    def __init__(self, folded: str, table: VetoTable) -> None:
        self._folded, self._table = folded, table
        self._told: dict[str, bool] = {}
        self._gates: dict[tuple[Stretch, int, int], bool] = {}

    def of(self, reading: Reading) -> str | None:
        """The id of the first veto that refuses a reading, None where none does."""
        bounds = {one: _bounds(one, reading, self._folded) for one in self._table.gates}
        met = {one: self._folded[slice(*own)] for one, own in bounds.items() if self._is_met(one, *own)}
        for veto, where in self._table.vetoes if met else self._table.of_document:
            if (where in met or where == "document") and _is_for(veto, reading) and self._fits(veto, met.get(where)):
                return veto.id
        return None

    def _is_met(self, where: Stretch, start: int, end: int) -> bool:
        """Whether one of the vetoes on a stretch fits in it: figures of one sentence have most stretches in common."""
        key = where, start, end
        if key not in self._gates:
            self._gates[key] = self._table.gates[where].search(self._folded[start:end]) is not None
        return self._gates[key]

    def _fits(self, veto: Veto, stretch: str | None) -> bool:
        """Whether a veto fits in a stretch; in the article where that is None, which is looked through once."""
        if stretch is not None:
            return veto.regex.search(stretch) is not None
        if veto.id not in self._told:
            self._told[veto.id] = veto.regex.search(self._folded) is not None
        return self._told[veto.id]


def _stretch(veto: Veto) -> Stretch:
    # What is told behind a semicolon is another matter: a sentence is looked through up to there, as a clause is.
    return "sentence" if veto.where == "clause" else veto.where


def _is_for(veto: Veto, reading: Reading) -> bool:
    return (not veto.impacts or reading.impact in veto.impacts) and (
        not veto.kinds or reading.quantity["kind"] in veto.kinds
    )


def _bounds(where: Stretch, reading: Reading, folded: str) -> tuple[int, int]:
    start, end = reading.sentence
    if where == "before":
        return max(start, reading.quantity["number_start"] - _REACH), reading.quantity["number_start"]
    if where == "after":
        return reading.item.end, min(end, reading.item.end + _REACH)
    last = folded.find(CLAUSE_END, reading.item.end, end)
    return max(start, folded.rfind(CLAUSE_END, start, reading.item.start) + 1), end if last < 0 else last
