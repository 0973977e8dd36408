"""Where the figures of an article stand, and what of their slots their own surroundings tell."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from nlp_events.layers.links.happening_model import load_happenings
from nlp_events.text.evidence import span_of
from nlp_events.values import FigureValue
from nlp_events.words.store import Words


@dataclass(frozen=True, eq=False)
class Told:
    """A figure and where it stands: offsets of the first place in the body that tells it."""

    figure: FigureValue
    start: int
    sentence: int
    line: int
    item: int | None
    own_place: bool
    own_date: bool
    own_cause: bool
    another: bool
    meanwhile: bool


class Scenery:
    """The lines of an article, and what of a figure's slots its own surroundings tell."""

    def __init__(self, folded: str, figures: Sequence[FigureValue], words: Words) -> None:
        self._folded = folded
        self._lines = [0, *(match.end() for match in re.finditer("\n", folded))]
        self._sentences = sorted({(one["sentence_start"], one["sentence_end"]) for one in figures})
        self._words = load_happenings(words)
        ends = [*self._lines[1:], len(folded) + 1]
        lines = zip(self._lines, ends, strict=True)
        self._items = [start for start, end in lines if self._words.item.regex.match(folded[start : end - 1])]
        if len(self._items) < 2:
            self._items = []

    def told(self, figure: FigureValue) -> Told:
        """A figure with where the article's body tells it."""
        start = self._start(figure)
        line = self._line(start)
        sentence, end = self._sentence(start)
        before = self._folded[max(sentence, line) : start]
        return Told(
            figure=figure,
            start=start,
            sentence=sentence,
            line=line,
            item=bisect_right(self._items, start) if self._items else None,
            own_place=self._is_own(figure, "place", line, end),
            own_date=self._is_own(figure, "date", line, end),
            own_cause=self._is_own(figure, "cause", line, end),
            another=self._words.another.regex.search(self._folded[max(sentence, line) : end]) is not None,
            meanwhile=self._words.meanwhile.regex.search(before) is not None,
        )

    def _sentence(self, start: int) -> tuple[int, int]:
        """The sentence around an offset, as far as the sentences of the figures tell it; else from there on."""
        at = bisect_right(self._sentences, (start, len(self._folded))) - 1
        if at >= 0 and start < self._sentences[at][1]:
            return self._sentences[at]
        line_end = self._folded.find("\n", start)
        return start, line_end if line_end >= 0 else len(self._folded)

    def _start(self, figure: FigureValue) -> int:
        """Where the body tells it: a headline says what comes later."""
        if figure["zone"] != "title":
            return figure["start"]
        own = figure["sentence_end"]
        later = [start for start, _ in figure["mentions"] if start >= own]
        return min(later, default=figure["start"])

    def _line(self, offset: int) -> int:
        return self._lines[bisect_right(self._lines, offset) - 1]

    def _is_own(self, figure: FigureValue, slot: str, line: int, end: int) -> bool:
        """Whether a slot is told in the figure's own paragraph, before the end of its sentence."""
        at = span_of(figure, slot)
        if at is None or self._line(at[0]) not in (line, self._line(figure["start"])):
            return False
        return at[0] < max(figure["sentence_end"], end)
