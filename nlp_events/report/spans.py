"""A text cut where any of its spans begins or ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Generic, TypeVar

NameT = TypeVar("NameT")


@dataclass(frozen=True)
class Segment(Generic[NameT]):
    """A stretch of the text and the names of all spans that cover it, in the order they were given."""

    start: int
    end: int
    names: tuple[NameT, ...]


def segments(length: int, spans: Iterable[tuple[int, int, NameT]]) -> Iterator[Segment[NameT]]:
    """Cut a text at the borders of its spans.

    Args:
        length: code points of the text.
        spans: (start, end, name) in any order; spans may overlap, cross and coincide. What lies outside the text is
            left out.

    Yields:
        Stretches that follow one another and cover the text; neighbours never have the same names.
    """
    given = [(max(0, start), min(length, end), name) for start, end, name in spans]
    given = [span for span in given if span[0] < span[1]]
    edges: dict[int, list[tuple[bool, int]]] = {0: [], length: []}
    for index, (start, end, _) in enumerate(given):
        edges.setdefault(start, []).append((True, index))
        edges.setdefault(end, []).append((False, index))
    open_spans: set[int] = set()
    pieces = []
    for start, end in pairwise(sorted(edges)):
        for opens, index in edges[start]:
            (open_spans.add if opens else open_spans.discard)(index)
        pieces.append(Segment(start, end, tuple(given[index][2] for index in sorted(open_spans))))
    for names, run in groupby(pieces, key=lambda piece: piece.names):
        stretch = list(run)
        yield Segment(stretch[0].start, stretch[-1].end, names)
