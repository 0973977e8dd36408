"""Where it happened to them: the place of a figure among the names of an article."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from nlp_events.resources.places import load_place_words
from nlp_events.values import Impact, PlacePrecision, Zone

Role = Literal["locative", "origin", "destination", "heading", "dateline", "wider", "reference", "speaker", "plain"]
# Refugees and those who came back are where they now are; all others are where it happened to them.
AT_DESTINATION: tuple[Impact, ...] = ("refugee", "returned")
# What a wider name is worth beside a narrower one: a reader wants the most specific place.
PRECISION = {"settlement": 2.0, "region": 1.0, "area": 0.3, "country": 0.0, None: 1.6}
ROLES: dict[Role, float] = {
    "locative": 4.0, "origin": 3.5, "heading": 2.5, "plain": 1.5, "wider": 1.2, "destination": 0.5, "reference": -0.5,
    "dateline": 0.2, "speaker": -9.0,
}  # fmt: skip

# Where a name stands when the figure's own sentence has none: the title tells the place of the news, the paragraph that
# of its matter, the lead names it more often than what follows.
IN_TITLE, IN_PARAGRAPH, IN_LEAD, AFTER_LEAD = 2.0, 1.6, 0.6, -1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A place name of the article: its mention, what the gazetteer knows, the words before it."""

    start: int
    end: int
    canonical: str
    country: str | None
    latitude: float | None
    longitude: float | None
    precision: PlacePrecision | None
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
    not_places: re.Pattern[str]
    dateline_end: re.Pattern[str]
    candidate: re.Pattern[str]
    not_candidates: re.Pattern[str]
    name_parts: re.Pattern[str]
    national: re.Pattern[str]
    not_at: re.Pattern[str]
    reference: re.Pattern[str]


@lru_cache(maxsize=8)
def _rules(directory: str | None) -> _Rules:
    resources = load_place_words(directory)
    return _Rules(**{name: re.compile(getattr(resources, name)) for name in _Rules.__slots__})


def role_of(  # noqa: PLR0913 - keyword-only beyond the name itself
    folded: str, start: int, end: int, *, zone: Zone = "body", previous: int | None = None, directory: str | None = None
) -> Role:
    """What a name does in its sentence, by the words around it.

    Args:
        folded: the folded text of the article.
        start: where the name begins.
        end: where it ends, exclusive.
        zone: the zone it stands in.
        previous: where the name before it ends, None for the first one.
        directory: a folder of language resources, None for the shipped ones.

    Returns:
        The role; «wider» for the region or country behind a place («Kanpur, dans l'Uttar Pradesh»).
    """
    rules = _rules(directory)
    line = folded.rfind("\n", 0, start) + 1
    before, after = folded[max(line, start - 70) : start], folded[end : end + 60]
    if rules.speaker.search(before) or rules.not_places.match(folded[start:end]):
        return "speaker"
    if zone != "title" and rules.heading.match(folded[line:start]) and rules.dateline_end.match(after):
        return "dateline"
    if rules.reference.search(before):
        return "reference"
    if previous is not None and previous >= line and rules.within.match(folded[previous:start]):
        return "wider"
    if rules.destination.search(before):
        return "destination"
    if rules.origin.search(before):
        return "origin"
    if rules.locative.search(before):
        return "locative"
    if rules.heading.match(folded[line:start]) and rules.heading_end.match(after):
        return "heading"
    return "plain"


def candidates(text: str, directory: str | None = None) -> list[tuple[int, int]]:
    """Names that stand where only a place can («à Kimparana»), as [start, end), for what no recogniser knows."""
    rules = _rules(directory)
    spans = [match.span("name") for match in rules.candidate.finditer(text)]
    return [
        (start, end)
        for start, end in spans
        if not rules.not_candidates.match(text[start:end]) and not rules.not_at.search(text[max(0, start - 30) : start])
    ]


def is_national(folded: str, start: int, end: int, directory: str | None = None) -> bool:
    """Whether a sentence speaks of the whole country («dans le pays»)."""
    return _rules(directory).national.search(folded[start:end]) is not None


def known_part(name: str, directory: str | None = None) -> str:
    """A name without what a gazetteer does not list: «Alep-Est» → «Alep», «pont de Ouro» → «Ouro»."""
    return _rules(directory).name_parts.sub("", name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A figure in its article.

    ``line`` is its line of the page, ``lead`` where the lead of the article ends. ``floor`` and ``ceiling`` bound the
    text between the figures before and after it in the sentence: a name beyond them stands nearer to another figure.
    ``national`` says that it is of a whole country, ``elsewhere`` that it tells an earlier happening. ``mentions``
    counts the names of the article by canonical form.
    """

    start: int
    end: int
    trigger: tuple[int, int]
    sentence: tuple[int, int]
    lead: int
    impact: Impact
    elsewhere: bool
    floor: int
    ceiling: int
    line: tuple[int, int]
    national: bool
    mentions: Mapping[str, int]


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
    if name.role == "heading" and name.zone != "title" and scene.line[0] <= name.start < scene.line[1]:
        # «• Hongrie : pas de victime»: a line under a heading of its own is of that place.
        role += 4.0
    if scene.national:
        # «dans le pays»: the country itself, whatever stands nearer.
        role += 8.0 if name.precision == "country" else 0.0
    score = role + PRECISION.get(name.precision, 1.0) + min(1.2, 0.3 * scene.mentions.get(name.canonical, 1))
    if scene.sentence[0] <= name.start < scene.sentence[1]:
        beyond = 2.5 if not scene.floor <= name.start < scene.ceiling else 0.0
        return score + 4.5 - min(3.0, _gap(name, scene) / 60) - beyond
    if scene.elsewhere:
        # An earlier happening is placed by its own sentence first.
        score -= 2.0
    if name.zone == "title":
        return score + (0.5 if name.precision == "country" else IN_TITLE)
    if scene.line[0] <= name.start < scene.start:
        return score + max(IN_LEAD + 0.3, IN_PARAGRAPH - (scene.start - name.end) / 250)
    return score + (IN_LEAD if name.start < scene.lead else AFTER_LEAD)


def _gap(name: Name, scene: Scene) -> int:
    first, last = min(scene.start, scene.trigger[0]), max(scene.end, scene.trigger[1])
    if name.start >= last:
        return name.start - last
    return max(0, first - name.end) + 15
