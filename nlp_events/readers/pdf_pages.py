"""What a page of a PDF holds besides its text: heads and feet that all repeat, and columns drawn line by line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any

_EDGE = 2
"""Lines at the top and at the bottom of a page among which heads and feet are."""

_LEAST_PAGES = 3
"""Pages that have to repeat a line, and half of all: what stands on two may be a headline and its quotation."""

_NUMBER = re.compile(r"[0-9]+|\b[ivxl]{1,6}\b")

_RIGHT = 0.4
"""Share of a page's width from which a line may be of a right column."""

_PROSE = 25
"""Characters of the middle line of a column: the cells of a table are shorter, and go together row by row."""

_LEAST_LINES = 6
"""Lines that a column has."""

_SIGN = 0.4
"""Width of a letter of prose in sizes of its font, somewhat less than most have."""


def without_repeated(pages: Sequence[str]) -> list[str]:
    """Pages without the lines at their edges that others repeat, but for their numbers; a head stays where it is first.

    Args:
        pages: their texts, a line each as on the paper.
    """
    lines = [page.splitlines() for page in pages]
    counts = Counter(key for page in lines for key in {_key(page[place]) for place in _edges(page)} if key)
    often = {key for key, number in counts.items() if number >= max(_LEAST_PAGES, len(pages) / 2)}
    told: set[str] = set()
    kept = []
    for page in lines:
        left_out = set()
        for place in _edges(page):
            key = _key(page[place])
            if key in often and (key in told or place >= _EDGE or not any(map(str.isalpha, key))):
                left_out.add(place)
            told.add(key)
        kept.append("\n".join(line for place, line in enumerate(page) if place not in left_out))
    return kept


def _edges(page: Sequence[str]) -> list[int]:
    """The places of the first and the last lines of a page, blank ones passed over."""
    filled = [place for place, line in enumerate(page) if line.strip()]
    return list(dict.fromkeys(filled[:_EDGE] + filled[-_EDGE:]))


def _key(line: str) -> str:
    return _NUMBER.sub("#", " ".join(line.lower().split()))


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A stretch of text and where its line begins, in points from the left and the bottom."""

    text: str
    x: float
    y: float
    size: float


@dataclass
class Columns:
    """Where the text of a page is drawn, for pages whose columns are drawn line by line.

    Args:
        width: of the page, in points.
    """

    width: float
    _drawn: list[_Drawn] = field(default_factory=list)

    def visitor(self) -> Callable[..., None]:
        """What pypdf calls with each stretch of text."""

        def visit(text: str, matrix: Sequence[float], place: Sequence[float], _font: Any, size: float) -> None:
            if text.strip():
                x = place[4] * matrix[0] + matrix[4]
                self._drawn.append(_Drawn(text.strip(), x, place[5] * matrix[3] + matrix[5], abs(size or 10)))

        return visit

    def text(self) -> str | None:
        """The left column, then the right one; None for a page in one, or whose columns come one after the other."""
        border = self._border()
        if border is None:
            return None
        left = [one for one in self._drawn if one.x < border]
        right = [one for one in self._drawn if one.x >= border]
        switches = sum(
            (one.x < border) != (two.x < border) for one, two in zip(self._drawn, self._drawn[1:], strict=False)
        )
        if switches < min(len(left), len(right)):
            return None
        return "\n".join(one.text for one in (*_downwards(left), *_downwards(right)))

    def _border(self) -> float | None:
        """Where the right column begins; None without two columns of prose."""
        right = [one for one in self._drawn if one.x >= self.width * _RIGHT]
        left = [one for one in self._drawn if one.x < self.width * _RIGHT]
        if min(len(left), len(right)) < _LEAST_LINES:
            return None
        if min(median(len(one.text) for one in side) for side in (left, right)) < _PROSE:
            return None
        border = min(one.x for one in right)
        across = [one for one in left if one.x + len(one.text) * one.size * _SIGN > border]
        return border if len(across) * 10 <= len(left) else None


def _downwards(drawn: Sequence[_Drawn]) -> list[_Drawn]:
    return sorted(drawn, key=lambda one: (-round(one.y), one.x))
