"""What a date is resolved against: publication, the story's last day, and the tense of the sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from nlp_events.resources.dates import DateResources

WINDOW = 240  # characters of a sentence that are read for its tense, on each side


def no_tense(_start: int, _end: int) -> int:
    """No tense is known."""
    return 0


@dataclass(frozen=True, slots=True)
class Context:
    """The anchors of one expression.

    Attributes:
        published: the day of publication; None when unknown.
        story: the last day the text has told of; None at its beginning.
        told: the last day of the last date of any grain («en 2012»); None at its beginning.
        tense: 1 for a future sentence around (start, end), -1 for a past one, 0 when it does not tell.
        near: the day a partial date is completed beside, when that is not publication (the other end of an interval).
        side: -1 if only days up to ``near`` count, 1 if only later ones, 0 for the nearest.
    """

    published: date | None = None
    story: date | None = None
    told: date | None = None
    tense: Callable[[int, int], int] = no_tense
    near: date | None = None
    side: int = 0

    def beside(self, day: date | None, side: int) -> Context:
        """The context of the other end of an interval: as near to a day as possible, on one side of it."""
        return replace(self, near=day, side=side) if day is not None else self

    @property
    def nearby(self) -> date | None:
        """The day that completes a partial date."""
        return self.near or self.published

    @property
    def narrative(self) -> date | None:
        """The anchor of «la veille»: the story's last day, else publication."""
        return self.story or self.published


class Tense:
    """The tense of the words around a place in one text; each text is read for verbs once.

    Args:
        folded: the folded text.
        resources: the date layer with its patterns of future and past verbs.
    """

    def __init__(self, folded: str, resources: DateResources) -> None:
        self.folded = folded
        self.resources = resources
        self._marks: list[tuple[int, int]] | None = None
        self._ends: list[int] = []

    def __call__(self, start: int, end: int) -> int:
        """1 if the nearest verb of the sentence is in the future, -1 if it is in the past, else 0."""
        marks = self._read()
        left, right = self._sentence(start, end)
        lowest = bisect_left(marks, (max(left, start - WINDOW), -2))
        highest = bisect_left(marks, (min(right, end + WINDOW), 2))
        near = ((start - place if place < start else place - end, sign) for place, sign in marks[lowest:highest])
        return min(near, default=(0, 0))[1]

    def _read(self) -> list[tuple[int, int]]:
        if self._marks is None:
            verbs = f"(?P<future>{self.resources.future})|{self.resources.past}"
            found = re.finditer(verbs, self.folded)
            self._marks = [(verb.start(), 1 if verb.lastgroup else -1) for verb in found]
            self._ends = [end.start() for end in re.finditer(self.resources.sentence_end, self.folded)]
        return self._marks

    def _sentence(self, start: int, end: int) -> tuple[int, int]:
        before = bisect_left(self._ends, start)
        after = bisect_left(self._ends, end)
        return (
            self._ends[before - 1] if before else 0,
            self._ends[after] if after < len(self._ends) else len(self.folded),
        )
