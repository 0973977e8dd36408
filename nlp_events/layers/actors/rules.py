"""What the choice of who did it hangs on: a figure in its article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from nlp_events.text.evidence import span_of
from nlp_events.values import Cause, FigureValue, Impact, Scope, WhoCategory, Zone

HARMFUL: frozenset[Cause | None] = frozenset(("armed_conflict", "attack", "unrest", "crime"))
"""Causes that people are behind."""
TAKEN: frozenset[Impact] = frozenset(("detained", "abducted"))
"""Impacts that somebody is behind whatever the cause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A figure in its article.

    ``floor`` and ``ceiling`` bound the text up to the figures beside it in its sentence. ``source`` is the stretch that
    tells who says so, ``is_part`` whether it is a part of another.
    """

    start: int
    end: int
    trigger: tuple[int, int]
    sentence: tuple[int, int]
    impact: Impact
    cause: Cause | None
    scope: Scope
    zone: Zone
    who: WhoCategory | None
    source: tuple[int, int] | None
    is_part: bool
    floor: int
    ceiling: int

    @property
    def harm(self) -> str:
        """The cause as far as people are behind it, «-» where they are not or it is not known."""
        return self.cause if self.cause is not None and self.cause in HARMFUL else "-"

    def is_over(self, start: int, end: int) -> bool:
        """Whether a stretch overlaps the figure."""
        return start < self.end and self.start < end


def is_harm(figure: FigureValue) -> bool:
    """Whether somebody may have done it: not where nature, or an accident, was it."""
    return figure["cause"] is None or figure["cause"] in HARMFUL or figure["impact"] in TAKEN


def scenes_of(figures: Sequence[FigureValue]) -> list[Scene | None]:
    """The scene of each figure of an article that somebody may be behind, None for the others."""
    by_sentence: dict[int, list[FigureValue]] = defaultdict(list)
    for figure in figures:
        by_sentence[figure["sentence_start"]].append(figure)
    return [_scene(one, by_sentence[one["sentence_start"]]) if is_harm(one) else None for one in figures]


def _scene(figure: FigureValue, beside: Sequence[FigureValue]) -> Scene:
    others = [one for one in beside if one["trigger_start"] != figure["trigger_start"]]
    sentence = figure["sentence_start"], figure["sentence_end"]
    source = span_of(figure, "source")
    return Scene(
        start=figure["start"], end=figure["end"], trigger=(figure["trigger_start"], figure["trigger_end"]),
        sentence=sentence, impact=figure["impact"], cause=figure["cause"], scope=figure["scope"], zone=figure["zone"],
        who=figure["who_category"], source=(source[0], source[1]) if source else None,
        is_part=figure["part_of"] is not None,
        floor=max((one["end"] for one in others if one["start"] < figure["start"]), default=sentence[0]),
        ceiling=min((one["start"] for one in others if one["start"] > figure["start"]), default=sentence[1]),
    )  # fmt: skip
