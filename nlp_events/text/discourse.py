"""Reading the discourse of an article: the pieces of one kind that lie where a layer looks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable

from nlp_events.values import DiscourseKind, DiscourseValue

SPEAKER_BACK = 3
"""Sentences back in which a speaker was named whom a pronoun takes up, at the most."""
VOICE_BACK, VOICE_ON = 3, 1
"""Sentences before a figure's own, and behind it, in which somebody may be named who says so."""


class Discourse:
    """The pieces of an article's discourse by kind, each kind in the order of the text.

    Args:
        values: the pieces, by where they begin.
    """

    def __init__(self, values: Iterable[DiscourseValue] = ()) -> None:
        self._pieces: dict[DiscourseKind, list[DiscourseValue]] = defaultdict(list)
        for value in values:
            self._pieces[value["kind"]].append(value)
        self._starts = {kind: [one["start"] for one in pieces] for kind, pieces in self._pieces.items()}

    def of(self, kind: DiscourseKind) -> list[DiscourseValue]:
        """Every piece of a kind."""
        return self._pieces.get(kind, [])

    def at(self, kind: DiscourseKind, start: int) -> DiscourseValue | None:
        """The first piece of a kind that begins at an offset."""
        return next((one for one in self._from(kind, start) if one["start"] == start), None)

    def around(self, kind: DiscourseKind, offset: int) -> DiscourseValue | None:
        """The piece of a kind that holds an offset; those of the kind do not overlap."""
        before = bisect_right(self._starts.get(kind, ()), offset) - 1
        piece = self._pieces[kind][before] if before >= 0 else None
        return piece if piece is not None and offset < piece["end"] else None

    def within(self, kind: DiscourseKind, start: int, end: int) -> list[DiscourseValue]:
        """The pieces of a kind that lie in [start, end)."""
        return [one for one in self._from(kind, start, end) if one["end"] <= end]

    def _from(self, kind: DiscourseKind, start: int, end: int | None = None) -> list[DiscourseValue]:
        """The pieces of a kind that begin in [start, end), or at an offset where no end is given."""
        starts = self._starts.get(kind)
        if starts is None:
            return []
        last = bisect_left(starts, start + 1 if end is None else end)
        return self._pieces[kind][bisect_left(starts, start) : last]
