"""Where it happened to them: the place of a figure among the names of an article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from nlp_events.resources.places import load_place_words
from nlp_events.values import Impact, Zone

Role = Literal["locative", "origin", "destination", "heading", "speaker", "plain"]
# Refugees and those who came back are where they now are; all others are where it happened to them.
AT_DESTINATION: tuple[Impact, ...] = ("refugee", "returned")
# What a wider name is worth beside a narrower one: a reader wants the most specific place.
PRECISION = {"settlement": 2.0, "region": 1.0, "area": 0.3, "country": 0.0, None: 1.6}
ROLES: dict[Role, float] = {
    "locative": 4.0, "origin": 3.5, "heading": 2.5, "plain": 1.5, "destination": 0.5, "speaker": -4.0,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A place name of the article: its mention, what the gazetteer knows, the words before it."""

    start: int
    end: int
    canonical: str
    country: str | None
    latitude: float | None
    longitude: float | None
    precision: str | None
    zone: Zone
    role: Role


@dataclass(frozen=True, slots=True)
class _Rules:
    locative: re.Pattern[str]
    speaker: re.Pattern[str]
    destination: re.Pattern[str]
    origin: re.Pattern[str]
    within: re.Pattern[str]
    heading: re.Pattern[str]
    heading_end: re.Pattern[str]


@lru_cache(maxsize=8)
def _rules(directory: str | None) -> _Rules:
    resources = load_place_words(directory)
    return _Rules(**{name: re.compile(getattr(resources, name)) for name in _Rules.__slots__})  # type: ignore[arg-type]


def role_of(folded: str, start: int, end: int, directory: str | None = None) -> Role:
    """What a name at [start, end) does in its sentence, by the words around it."""
    rules = _rules(directory)
    line = folded.rfind("\n", 0, start) + 1
    before, after = folded[max(line, start - 70) : start], folded[end : end + 60]
    if rules.speaker.search(before):
        return "speaker"
    if rules.destination.search(before):
        return "destination"
    if rules.origin.search(before):
        return "origin"
    if rules.locative.search(before):
        return "locative"
    if rules.heading.match(folded[line:start]) and rules.heading_end.match(after):
        return "heading"
    return "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A figure in its article: offsets, the sentences around it, whether it speaks of another time."""

    start: int
    end: int
    trigger: tuple[int, int]
    sentence: tuple[int, int]
    lead: int
    impact: Impact
    elsewhere: bool


def place_of(names: Sequence[Name], scene: Scene) -> Name | None:
    """The place of a figure: the best scored name, None where the article has none."""
    if not names:
        return None
    scored = [(_score(name, scene), -name.start, name) for name in names]
    value, _, best = max(scored, key=lambda one: (one[0], one[1]))
    return best if value > 0 else None


def _score(name: Name, scene: Scene) -> float:
    role = ROLES[name.role]
    if name.role == "destination" and scene.impact in AT_DESTINATION:
        role = 5.0
    elif name.role == "origin" and scene.impact in AT_DESTINATION:
        role = 0.5
    score = role + PRECISION.get(name.precision, 1.0)
    if scene.sentence[0] <= name.start < scene.sentence[1]:
        return score + 4.0 - min(3.0, _gap(name, scene) / 60)
    if scene.elsewhere:
        # An earlier happening is placed by its own sentence, or not at all.
        return score - 6.0
    if name.zone == "title":
        return score + 0.8
    if name.end <= scene.start:
        return score + max(0.0, 1.6 - (scene.start - name.end) / 250)
    return score + (0.2 if name.start < scene.lead else -1.0)


def _gap(name: Name, scene: Scene) -> int:
    first, last = min(scene.start, scene.trigger[0]), max(scene.end, scene.trigger[1])
    if name.start >= last:
        return name.start - last
    return max(0, first - name.end) + 15
