"""Stretches of a text, asked which of them overlap another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate


class Stretches:
    """Stretches of a text, which may overlap each other.

    Args:
        stretches: [start, end) of each, by where they begin.
    """

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        self._stretches = list(stretches)
        self._starts = [start for start, _ in self._stretches]
        # How far the stretches up to each reach: where that is not behind an offset, none before it is either.
        self._reach = [*accumulate((end for _, end in self._stretches), max)]

    def over(self, start: int, end: int) -> Iterator[int]:
        """Which of them overlap [start, end), the last first."""
        for at in range(bisect_left(self._starts, end) - 1, -1, -1):
            if self._reach[at] <= start:
                return
            if self._stretches[at][1] > start:
                yield at

    def is_over(self, start: int, end: int) -> bool:
        """Whether any of them overlaps [start, end)."""
        last = bisect_left(self._starts, end) - 1
        return last >= 0 and self._reach[last] > start
