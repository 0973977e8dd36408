"""Where a stretch of an article stands, seen from another, and the words before it: what facts are made of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Protocol

_WORD = re.compile(r"[^\W_]+'?")
# Characters, words and the length of a word before a stretch in which what governs it is looked for.
_BEFORE, _WORDS, _LONG_WORD = 40, 4, 3
# Distances are told in steps, so that few of them need be learned.
_STEPS = (15, 8, 5, 3, 2, 1, 0)
_STEP_OF = {
    apart: f"{'-' if apart < 0 else ''}{next(step for step in _STEPS if abs(apart) >= step)}"
    for apart in range(-_STEPS[0], _STEPS[0] + 1)
}
# Characters that are one step within a sentence, and the steps at the most.
_STRETCH, _FAR = 25, 6


class Layout:
    """The sentences and lines of an article.

    Args:
        folded: the article's text, folded.
        sentences: [start, end) of its sentences.
    """

    def __init__(self, folded: str, sentences: Sequence[tuple[int, int]]) -> None:
        self.folded = folded
        self._sentences = [start for start, _ in sentences]
        self._places: dict[int, tuple[int, int]] = {}
        self._lines = [0, *(match.end() for match in re.finditer("\n", folded))]

    def sentence(self, offset: int) -> int:
        """Which sentence holds an offset, or ended last before it."""
        return bisect_right(self._sentences, offset) - 1

    def line(self, offset: int) -> int:
        """Which line holds an offset."""
        return bisect_right(self._lines, offset) - 1

    def _place(self, offset: int) -> tuple[int, int]:
        """The sentence and the line of an offset: of each name and figure it is asked for many times."""
        place = self._places.get(offset)
        if place is None:
            place = self._places[offset] = self.sentence(offset), self.line(offset)
        return place

    def elsewhere(self, offset: int, figure: int, *, title: bool) -> str:
        """Where an offset stands, seen from a figure in another sentence.

        Args:
            offset: where the stretch begins.
            figure: where the figure begins.
            title: whether the stretch is of the title.

        Returns:
            «title», «par» with the sentences between within a paragraph, else before or after, in the lead or not.
        """
        if title:
            return "title"
        (sentence, line), (its_sentence, its_line) = self._place(offset), self._place(figure)
        apart = sentence - its_sentence
        if line == its_line:
            return f"par {step(apart)}"
        return f"{'lead ' if line <= 1 else ''}{'before' if apart < 0 else 'after'}"

    def words_before(self, start: int) -> list[str]:
        """The word before a stretch, and the nearest longer one before that, as facts."""
        before = [match.group() for match in _WORD.finditer(self.folded, max(0, start - _BEFORE), start)][-_WORDS:]
        if not before or "\n" in self.folded[max(0, start - 2) : start]:
            return ["word=-"]
        longer = next((word for word in reversed(before[:-1]) if len(word) > _LONG_WORD), None)
        return [f"word={before[-1]}", f"behind={longer}"] if longer else [f"word={before[-1]}"]


class Placed(Protocol):
    """A stretch of an article, as far as it matters whether it is near; ``zone`` is that it stands in."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def zone(self) -> str:
        """«title», «body», «related»."""


def in_reach(stretches: Sequence[Placed], sentence: tuple[int, int], *, lead: int, reach: int) -> list[int]:
    """Which stretches are near a sentence: those of the lead, and those not too far around it.

    The title is the first lines of a text; a stretch of it that is longer than a lead is near as well.

    Args:
        stretches: in text order.
        sentence: its [start, end).
        lead: characters of the text that are its lead.
        reach: characters before and after the sentence.

    Returns:
        Their indices, in text order.
    """
    leading = bisect_left(stretches, lead, key=_start)
    while leading < len(stretches) and stretches[leading].zone == "title":
        leading += 1
    first = max(leading, bisect_left(stretches, sentence[0] - reach, key=_start))
    return [*range(leading), *range(first, bisect_left(stretches, sentence[1] + reach, key=_start))]


def _start(one: Placed) -> int:
    return one.start


def step(apart: int) -> str:
    """A signed distance in steps."""
    return _STEP_OF[max(-_STEPS[0], min(_STEPS[0], apart))]


def between(stretch: str, side: str) -> list[str]:
    """Facts of what stands between a figure and a stretch of its sentence, on one side of it."""
    facts = [f"{side} commas={min(3, stretch.count(','))}", f"{side} far={min(_FAR, len(stretch) // _STRETCH)}"]
    return [*facts, f"{side} break"] if ";" in stretch or ":" in stretch else facts
