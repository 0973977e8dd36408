"""What a statement changes of what was told before it."""

from __future__ import annotations

from collections.abc import Iterator

from nlp_events.merging.readings import number_of
from nlp_events.timelines.model import Change
from nlp_events.timelines.order import Statement, side_of
from nlp_events.values import IncidentImpact, Reading, WhoCategory

Found = tuple[Change, Reading | None]
"""What changed, and the reading that it changed against."""
_SUBGROUPS = ("child", "woman", "journalist", "aid_worker")
"""Those whose toll is as a rule a part of that of all."""
_STRICT = ("exact", "range")
_NEAR = 0.6
"""The share of a number from which on «more than» may be said of it: «plus de 100» of 130, not of 300."""


class Changes:
    """Compares the statements on one impact, which it is given in their order.

    Args:
        impact: the impact.
        rounding: by which share a figure that is called approximate may be off.
    """

    def __init__(self, impact: IncidentImpact, rounding: float) -> None:
        self._impact = impact
        self._rounding = rounding
        self._conflict = frozenset(impact.conflict)
        best = next((one for one in impact.history if one.event_id == impact.best_event_id), None)
        self._only_totals = best is not None and best.scope == "cumulative"
        self._known: dict[WhoCategory | None, Reading] = {}  # side → the last that stands, the newest last
        self._replaced: dict[WhoCategory | None, Reading] = {}
        self._own: dict[tuple[WhoCategory | None, str | None], Reading] = {}
        self._contested: list[Reading] = []
        self._voices: dict[tuple[WhoCategory | None, int | None, int | None], set[str]] = {}

    def of(self, statement: Statement) -> Found:
        """What a statement changes."""
        reading = statement.reading
        if reading is None:
            return "no_figure", None
        if reading.superseded and not reading.repeated:
            self._replaced[side_of(reading)] = reading
        aside = self._aside(reading)
        if aside is not None:
            return aside, self._before(reading) if aside == "denied" else None
        change, before = self._compared(reading)
        if statement.day is None and change in ("raised", "lowered"):
            change = "undated"
        self._keep(reading, change)
        return change, before

    def _aside(self, reading: Reading) -> Change | None:
        """What a reading is that is not compared."""
        if reading.repeated:
            return "repeated"
        if reading.certainty == "denied":
            return "denied"
        if reading.superseded:
            return "replaced"
        if reading.certainty == "possible":
            return "feared"
        if reading.part:
            return "part"
        return "cumulative" if reading.scope == "cumulative" and not self._only_totals else None

    def _compared(self, reading: Reading) -> Found:
        against = next(self._against(reading), None) if reading.event_id in self._conflict else None
        if against is not None:
            return "contradicted", against
        before = self._before(reading)
        if before is None:
            return "first", None
        if _bounds(before) == _bounds(reading):
            return self._again(reading), before
        if before.doc_id == reading.doc_id and not before.superseded:
            return "beside", before
        return self._difference(reading, before), before

    def _against(self, reading: Reading) -> Iterator[Reading]:
        """What was told by others and cannot be right beside a reading, the last first.

        A source that goes on telling its own toll is compared with itself, unless others contradict it that day.
        """
        goes_on = (side_of(reading), reading.source) in self._own
        for one in reversed(self._contested):
            elsewhere = one.source != reading.source and _bounds(one) != _bounds(reading)
            if elsewhere and (not goes_on or one.as_of == reading.as_of):
                yield one

    def _before(self, reading: Reading) -> Reading | None:
        """What was told last of the same people; where sources disagree, by the same source."""
        side = side_of(reading)
        if self._conflict and reading.source is not None and (side, reading.source) in self._own:
            return self._own[side, reading.source]
        if side in self._known:
            return self._known[side]
        others = (one for one in reversed(self._known.values()) if _may_be_same(reading, one))
        replaced = self._replaced.get(side)
        own = replaced if replaced is not None and replaced.doc_id == reading.doc_id else None
        return next(others, own)

    def _again(self, reading: Reading) -> Change:
        """Whether a source that did not say so before gives the same number."""
        voices = self._voices.get((side_of(reading), *_bounds(reading)), set())
        return "corroborated" if reading.source is not None and voices and reading.source not in voices else "restated"

    def _difference(self, reading: Reading, before: Reading) -> Change:
        number, last = number_of(reading), number_of(before)
        if self._disjoint(reading, before):
            return "raised" if number > last else "lowered"
        if number > last and "at_least" in (before.modifier, reading.modifier):
            return "raised"
        if reading.modifier == "at_least" and number < _NEAR * last:
            return "lowered"
        if reading.modifier not in _STRICT or before.modifier == "exact":
            return "agrees"
        return "specified"

    def _disjoint(self, first: Reading, second: Reading) -> bool:
        (low, high), (other_low, other_high) = self._limits(first), self._limits(second)
        return low > other_high or other_low > high

    def _limits(self, reading: Reading) -> tuple[float, float]:
        """The least and most that a reading allows."""
        low = 0.0 if reading.min is None else float(reading.min)
        high = float("inf") if reading.max is None else float(reading.max)
        off = self._rounding if reading.modifier == "approx" else 0.0
        return low * (1 - off), high * (1 + off)

    def _keep(self, reading: Reading, change: Change) -> None:
        """Remember what the next statements are compared with."""
        side, best = side_of(reading), reading.event_id == self._impact.best_event_id
        if reading.source is not None:
            self._own[side, reading.source] = reading
            self._voices.setdefault((side, *_bounds(reading)), set()).add(reading.source)
        if reading.event_id in self._conflict:
            self._contested.append(reading)
        # What one side disputes, says less of, doubts or looks back at is not what is known from then on.
        loose = change in ("contradicted", "beside", "agrees", "undated") or not self._is_news(reading)
        if best or not loose or side not in self._known:
            self._known.pop(side, None)
            self._known[side] = reading

    def _is_news(self, reading: Reading) -> bool:
        sure = reading.certainty == "asserted" or self._impact.impact == "missing"
        return sure and reading.scope != "background"


def _bounds(reading: Reading) -> tuple[int | None, int | None]:
    return reading.min, reading.max


def _may_be_same(reading: Reading, before: Reading) -> bool:
    """Whether figures of people who are told apart in one of them alone are of the same people.

    Of the dead of all, the soldiers may be a part that is not told as one: fewer of them are no lower toll.
    """
    sides = {side_of(reading), side_of(before)}
    if None not in sides:
        return False
    if sides.isdisjoint(_SUBGROUPS):
        return number_of(reading) >= number_of(before)
    return _bounds(reading) == _bounds(before)
