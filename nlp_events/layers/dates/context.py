"""What a date is resolved against: publication, the story's last day, and the tense of the sentence."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from functools import cached_property
from typing import NamedTuple, Protocol

from nlp_events.layers.dates.model import DateResources

LOOK_BACK = 48  # characters before a date that are read for its preposition
SHORT_BACK = 24  # characters before a date in which a participle may stand right before it
WINDOW = 240  # characters of a sentence that are read for its tense, on each side
STORY = 250  # characters in which what is told after a date of long ago is told of that time
LONG_PAST = 5 * 365  # days
SURELY_PAST = -2  # of a day that harm is named by
NEVER, ALWAYS, BEHIND = 0, 1, 2  # which days a verb tells the tense of: none if another tells, all, those behind it


class ReadsTense(Protocol):
    """Tells the tense around a place of a text."""

    def __call__(self, start: int, end: int, /, *, verbs_only: bool = False) -> int:
        """1 for the future, -1 for the past (``SURELY_PAST`` whatever stands near), 0 where it does not tell."""


def no_tense(_start: int, _end: int, *, verbs_only: bool = False) -> int:  # noqa: ARG001 - a reader of tense
    """No tense is known."""
    return 0


class Context(NamedTuple):
    """The anchors of one expression.

    Attributes:
        published: the day of publication; None when unknown.
        story: the last day the text has told of; None at its beginning.
        told: the last day of the last date of any grain («en 2012»); None at its beginning.
        tense: 1 for a future sentence around (start, end), -1 for a past one, 0 when it does not tell.
        near: the day a partial date is completed beside, when that is not publication (the other end of an interval).
        side: -1 if only days up to ``near`` count, 1 if only later ones, 0 for the nearest.
        event: the day of what an expression counts from («deux jours après le raid»); None where it is not told.
        about: a day in the middle of the last date with a year, beside which others are completed without publication.
        dated: the last day told in full with its weekday, beside which weekdays stand where publication is unknown.
        era: the day and the end of the last date with a year, beside which the history it begins goes on.
        overnight: whether the last date was a night of the story, so that «dans la matinée» is of the next day.
    """

    published: date | None = None
    story: date | None = None
    told: date | None = None
    tense: ReadsTense = no_tense
    near: date | None = None
    side: int = 0
    overnight: bool = False
    event: date | None = None
    about: date | None = None
    dated: date | None = None
    era: tuple[date, int] | None = None

    def beside(self, day: date | None, side: int) -> Context:
        """The context of the other end of an interval: as near to a day as possible, on one side of it."""
        return self._replace(near=day, side=side) if day is not None else self

    def spoken_at(self, start: int, end: int) -> Context:
        """The context of a part of an expression: the tense is that around the whole («de mars-avril»)."""
        around = self.tense

        def tense(_start: int, _end: int, *, verbs_only: bool = False) -> int:
            return around(start, end, verbs_only=verbs_only)

        return self._replace(tense=tense)

    def history(self, start: int) -> date | None:
        """The day after which a date there is told as history («le 6 août 1945 … le 9 août»): long past, just told."""
        if self.era is None or self.near is not None or start - self.era[1] > STORY:
            return None
        long_past = self.published is None or (self.published - self.era[0]).days > LONG_PAST
        return self.era[0] if long_past else None

    @property
    def nearby(self) -> date | None:
        """The day that completes a partial date."""
        return self.near or self.published or self.about

    @property
    def narrative(self) -> date | None:
        """The anchor of «la veille»: the story's last day, else publication."""
        return self.story or self.published


def weak(tells: int, behind: bool) -> bool:  # noqa: FBT001 - the one thing it asks
    """Whether a verb tells the tense of a day only where no other does, by where it stands from the day."""
    return tells == NEVER or (tells == BEHIND and behind)


class Tense:
    """The tense of the words around a place in one text; each sentence is read for verbs at most once.

    Args:
        folded: the folded text.
        resources: the date layer with its patterns of future and past verbs.
        text: the text as it was given, whose capitals tell names («Kagara») from verbs; None where there are none.
    """

    def __init__(self, folded: str, resources: DateResources, text: str | None = None) -> None:
        self.folded = folded
        self.text = folded if text is None else text
        self.resources = resources
        self._verbs: dict[int, list[tuple[int, ...]]] = {}

    def __call__(self, start: int, end: int, *, verbs_only: bool = False) -> int:
        """1 if the nearest verb of the sentence is in the future, -1 if it or the noun is of the past, else 0.

        Of verbs only, the day of harm («le putsch du 30 août») is still ``SURELY_PAST``.

        Args:
            start: where the date begins.
            end: where it ends.
            verbs_only: whether a noun before it tells nothing («la trêve de Noël» may be to come).
        """
        before = self.folded[max(0, start - LOOK_BACK) : start]
        if verbs_only and self.resources.harm_of.regex.search(before):
            return SURELY_PAST
        if not verbs_only and self.resources.of_a_noun.regex.search(before):
            return -1
        verbs = self._verbs_of(*self._sentence(start, end))
        lowest, highest = bisect_left(verbs, (start - WINDOW,)), bisect_left(verbs, (end + WINDOW,))
        # Of two verbs equally near the future one decides: «être jugé» also holds a participle. What a source says
        # («selon») is mostly of the past, but where a verb tells the tense, that does.
        near = (
            (weak(tells, place >= end), start - after if place < start else place - end, -sign)
            for place, after, sign, tells in verbs[lowest:highest]
        )
        made = self.resources.past_made.regex.search(before[-SHORT_BACK:])
        right_before = [(False, len(before[-SHORT_BACK:]) - made.end(), 1)] if made else []
        return -min((*near, *right_before), default=(False, 0, 0))[2]

    def _verbs_of(self, left: int, right: int) -> list[tuple[int, ...]]:
        """The place, end and tense (1 future, -1 past) of each verb of a sentence, and which days it tells it of."""
        if left not in self._verbs:
            layer = self.resources
            futures = ((layer.future_endings, 1, ALWAYS), (layer.future, 1, ALWAYS))
            pasts = ((layer.past_endings, -1, ALWAYS), (layer.past, -1, ALWAYS))
            signs = (*futures, *pasts, (layer.past_said, -1, NEVER), (layer.past_told, -1, BEHIND))
            self._verbs[left] = sorted(
                (verb.start(), verb.end(), sign, tells)
                for wording, sign, tells in signs
                for verb in wording.led.finditer(self.folded, left, right)
                if not self._is_name(verb.start())
            )
        return self._verbs[left]

    def _is_name(self, inside: int) -> bool:
        """Whether the word around a place begins with a capital, and is not written in capitals («SERA»)."""
        if self.text[inside].isupper():
            return False
        while inside and self.text[inside - 1].isalnum():
            inside -= 1
        return self.text[inside].isupper()

    @cached_property
    def _ends(self) -> list[int]:
        return [end.start() for end in self.resources.sentence_end.regex.finditer(self.folded)]

    def _sentence(self, start: int, end: int) -> tuple[int, int]:
        ends = self._ends
        before, after = bisect_left(ends, start), bisect_left(ends, end)
        return ends[before - 1] if before else 0, ends[after] if after < len(ends) else len(self.folded)
