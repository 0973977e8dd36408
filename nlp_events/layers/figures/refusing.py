"""Contexts in which a figure is no record: the vetoes of ``figures.yaml``."""

from __future__ import annotations

from nlp_events.layers.figures.lexicon import Lexicon
from nlp_events.layers.figures.readings import Reading

CLAUSE_END = ";"


def allowed(folded: str, lexicon: Lexicon) -> frozenset[int]:
    """Indices of the vetoes that can apply: those on the document only where it holds their pattern."""
    return frozenset(
        index
        for pattern, index in lexicon.vetoes
        if lexicon.resources.vetoes[index].where != "document" or pattern.search(folded)
    )


def veto_of(reading: Reading, folded: str, lexicon: Lexicon, possible: frozenset[int]) -> str | None:
    """The id of the first veto that refuses a reading, None where none does; ``possible`` as ``allowed`` gives it."""
    for pattern, index in lexicon.vetoes:
        veto = lexicon.resources.vetoes[index]
        if index not in possible or (veto.impacts and reading.impact not in veto.impacts):
            continue
        if veto.kinds and reading.quantity["kind"] not in veto.kinds:
            continue
        if veto.where == "document" or pattern.search(folded[slice(*_window(veto.where, reading, folded))]):
            return veto.id
    return None


def _window(where: str, reading: Reading, folded: str) -> tuple[int, int]:
    start, end = reading.sentence
    if where == "before":
        return max(start, reading.quantity["number_start"] - 60), reading.quantity["number_start"]
    if where == "after":
        return reading.item.end, min(end, reading.item.end + 60)
    # What is told behind a semicolon is another matter.
    last = folded.find(CLAUSE_END, reading.item.end, end)
    return max(start, folded.rfind(CLAUSE_END, start, reading.item.start) + 1), end if last < 0 else last
