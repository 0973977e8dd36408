"""Where it happened to them: the place of a figure among the names of an article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nlp_events.layers.places.roles import Role
from nlp_events.values import Impact, PlacePrecision, Zone

# Refugees and those who came back are where they now are; all others are where it happened to them.
AT_DESTINATION: tuple[Impact, ...] = ("refugee", "returned")
# What a wider name is worth beside a narrower one: a reader wants the most specific place.
PRECISION = {"settlement": 2.0, "region": 1.0, "area": 0.3, "country": 0.0, None: 1.6}
ROLES: dict[Role, float] = {
    "locative": 4.0, "origin": 3.5, "heading": 2.5, "plain": 1.5, "wider": 1.2, "destination": 0.5, "reference": -0.5,
    "dateline": 0.2, "passing": -3.0, "local": -4.5, "speaker": -9.0,
}  # fmt: skip
# Where a name stands when the figure's own sentence has none: the title tells the place of the news, the paragraph that
# of its matter, the lead names it more often than what follows, and a figure is seldom placed by a later sentence.
IN_TITLE, IN_PARAGRAPH, IN_LEAD, LATER, AFTER_LEAD = 2.0, 1.6, 0.6, -0.9, -1.0
# In the figure's own sentence: a name in another clause than the figure, one beyond another figure, one that opens its
# clause.
OTHER_CLAUSE, BEYOND, HEAD = 2.5, 2.5, 0.2
# What a town that another sentence names is worth less as the place of a running total.
OF_A_TOTAL = 2.5
# «vingt en Belgique»: a name so few characters behind a figure is tied to it.
TIED, TIED_REACH = 1.0, 8
# «Douze personnes y ont péri»: the last name before counts more, others as much less as they are farther from it.
THERE, THERE_REACH = 6.0, 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A place name of the article: its mention, what the gazetteer knows, the words before it.

    ``heads`` tells that it opens its clause («À Gao, …»).
    """

    start: int
    end: int
    canonical: str
    country: str | None
    latitude: float | None
    longitude: float | None
    precision: PlacePrecision | None
    zone: Zone
    role: Role
    heads: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A figure in its article.

    ``line`` is its line of the page, ``lead`` where the lead of the article ends. ``floor`` and ``ceiling`` bound the
    text between the figures before and after it in the sentence: a name beyond them stands nearer to another figure.
    ``clause`` bounds the figure's clause, ``there`` is where the sentence says «y» for a place. ``national`` says that
    the figure is of a whole country, ``elsewhere`` that it tells an earlier happening, ``cumulative`` that it is a
    running total. ``mentions`` counts the names of the article by canonical form, ``inner`` is that of
    ``inner_places``.
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
    there: int | None
    clause: tuple[int, int]
    zone: Zone
    cumulative: bool
    inner: Mapping[str, Name]


def place_of(names: Sequence[Name], scene: Scene) -> Name | None:
    """The place of a figure: the best scored name, None where the article has none."""
    if not names:
        return None
    # Where the figure's clause has no name, those of the sentence's other clauses are as good as ever.
    crowd = (_any_in(names, scene.clause), _any_in(names, (scene.floor, scene.ceiling)))
    countries = [name for name in names if name.precision == "country"]
    of_country = scene.cumulative and _any_in(countries, scene.sentence)
    there = scene.there or 0
    last = max((name.end for name in names if name.end <= there and _is_scene(name)), default=None)
    scored = [(_score(name, scene, crowd, last, of_country=of_country), -name.start, name) for name in names]
    value, _, best = max(scored, key=lambda one: (one[0], one[1]))
    if value <= 0:
        return None
    best = _under_heading(best, names, scene)
    own = scene.sentence[0] <= best.start < scene.sentence[1]
    return best if own else scene.inner.get(best.canonical, best)


def _under_heading(best: Name, names: Sequence[Name], scene: Scene) -> Name:
    """«Mali : 12 morts dans une embuscade à Boni»: the heading names the land, what stands behind it the place."""
    if best.role != "heading" or not scene.line[0] <= best.start < scene.start:
        return best
    inner = (
        name
        for name in names
        if name.role == "locative"
        and max(best.end, scene.floor) <= name.start < min(scene.ceiling, scene.clause[1], scene.line[1])
        and name.country in (None, best.country)
        and not is_wider(name.precision, best.precision)
    )
    return min(inner, key=lambda name: _gap(name, scene), default=best)


def _is_scene(name: Name) -> bool:
    """Whether a name can be what «y» stands for: no speaker's place, none that only says where another lies."""
    return ROLES[name.role] > ROLES["wider"]


def _any_in(names: Sequence[Name], stretch: tuple[int, int]) -> bool:
    return any(stretch[0] <= name.start < stretch[1] and ROLES[name.role] > 0 for name in names)


def is_wider(one: PlacePrecision | None, other: PlacePrecision | None) -> bool:
    """Whether a place of one precision may hold one of another; what is unknown is a small place."""
    sizes = ("settlement", "region", "area", "country")
    return sizes.index(one or "settlement") >= sizes.index(other or "settlement")


def inner_places(names: Sequence[Name]) -> dict[str, Name]:
    """For the canonical name of a wider place, the one place in it («Koutougou, dans la commune d'Arbinda»).

    Wider places in which the article names several are left out.
    """
    inner: dict[str, Name] = {}
    several: set[str] = set()
    place: Name | None = None
    for name in names:
        if name.role != "wider" or place is None:
            place = name
        elif not is_wider(name.precision, place.precision):
            continue
        elif inner.setdefault(name.canonical, place).canonical != place.canonical:
            several.add(name.canonical)
    return {wider: name for wider, name in inner.items() if wider not in several and name.role == "locative"}


def _score(name: Name, scene: Scene, crowd: tuple[bool, bool], last: int | None, *, of_country: bool) -> float:
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
    if last is not None and name.end <= last and _is_scene(name):
        score += max(0.0, THERE - (last - name.end) / THERE_REACH)
    if name.role != "dateline" and scene.sentence[0] <= name.start < scene.sentence[1]:
        clause = scene.clause[0] <= name.start < scene.clause[1]
        score -= OTHER_CLAUSE if crowd[0] and not clause else 0.0
        score -= BEYOND if name.start >= scene.ceiling or (crowd[1] and name.start < scene.floor) else 0.0
        if name.heads and clause and name.end <= scene.start:
            return score + 5.0 + HEAD
        tied = TIED if 0 <= name.start - scene.end <= TIED_REACH else 0.0
        return score + 5.0 + tied - min(3.0, _gap(name, scene) / 60)
    if of_country or (scene.cumulative and name.precision in ("settlement", None)):
        # A running total is seldom of the town another sentence names, the less so where its own has a country.
        score -= OF_A_TOTAL
    if scene.elsewhere:
        # An earlier happening is placed by its own sentence first.
        score -= 2.0
    if name.zone == "title":
        return score + (0.5 if name.precision == "country" else IN_TITLE)
    if scene.line[0] <= name.start < scene.start:
        return score + max(IN_LEAD + 0.3, IN_PARAGRAPH - (scene.start - name.end) / 250)
    if name.start >= scene.lead:
        return score + AFTER_LEAD
    return score + (LATER if name.start > scene.start and scene.zone != "title" else IN_LEAD)


def _gap(name: Name, scene: Scene) -> int:
    first, last = min(scene.start, scene.trigger[0]), max(scene.end, scene.trigger[1])
    if name.start >= last:
        return name.start - last
    return max(0, first - name.end) + 15
