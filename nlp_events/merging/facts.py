"""What speaks for and against a telling being of an incident: the facts that are weighed (``weights/decisions``).

The slots are compared by ``Comparer``, with points; the words, names and days of the articles are compared here. Each
quantity is told in steps, so that its weight is learned and need not be straight.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from nlp_events.merging.comparison import Comparison
from nlp_events.merging.named import differ
from nlp_events.merging.profiles import Profile
from nlp_events.merging.rarity import Rarity, id_of
from nlp_events.merging.tellings import Telling

_SLOTS = (-8, -5, -3, -1.5, 0, 1, 2, 3, 4, 5, 6, 8)
_COSINE = (0.03, 0.05, 0.07, 0.1, 0.14, 0.2, 0.3)
_RARE, _TOP, _NAMES = (1, 2, 3, 5, 8), (6, 12, 18, 24, 30, 36, 42), (1, 2, 3, 5)
_TITLE, _CONTAINED, _CORE = (1.5, 3, 5, 8), (0.1, 0.2, 0.3, 0.45), (1, 2, 4, 7)
_FIGURES = (-1, 0.5, 1.5, 2.5)
_LIKENESS = (3, 6, 10)
"""Steps of the likeness of words, which is crossed with other facts."""
_FIT = (-3, 0, 2, 4.6)
"""Steps of the points of the slots, for the same."""
_PUBLISHED = ((1, "day"), (4, "days"), (10, "week"), (40, "month"), (200, "months"))
_TOP_WORDS, _RARE_FROM, _CORE_FROM, _NAME_FROM = 8, 5.3, 4.0, 4.5
"""So many rarest words are added up; the rarity from which a word is rare, one is of the core, a name tells."""
_COMMON = 2.0
"""The rarity that every word of a headline has at least: what is above it counts."""
_OTHER_TIME = 60  # days between, from which two happenings are two, when both days are told
_OWN_DAYS = 4
"""Days before publication in which an article's own news lies."""
_MANY, _SEVERAL = 4, 3
_FEW = 600.0
"""Squared length that texts have more, so that two short ones are not alike for sharing what all have."""
_ELSEWHERE, _OTHER_DAY = -2.0, -2.5
"""Points of place and time from which downwards two tellings tell of two places or days."""
_HEADLINE, _ALIKE = 3.0, 2
"""Likeness of the headline, and step of that of the words, without which an article without a figure joins nothing."""
_SOMEWHERE, _AGREE = 1.0, 1.5
"""Points of place under which they may lie anywhere in a country, and of figures that tie them all the same."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike the words of a telling and of an incident are."""

    cosine: float = 0.0
    top: float = 0.0
    rare: int = 0
    core: int = 0
    contained: float = 0.0
    title: float = 0.0
    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def whole(self) -> float:
        """All of it in one number."""
        return self.top / 6 + 20 * self.cosine + self.rare / 2 + 0.7 * len(self.names)


class Query:
    """A telling that is compared with incidents: its words with their rarity.

    Args:
        telling: the telling.
        rarity: how rare words and names are.
    """

    def __init__(self, telling: Telling, rarity: Rarity) -> None:
        self.telling, self._rarity = telling, rarity
        self.spelt = {id_of(word): word for word in telling.words}
        self.weights = {key: rarity.word(key) for key in self.spelt}
        self.title = list(map(id_of, telling.title))
        self._norm = math.sqrt(_FEW + sum(weight * weight for weight in self.weights.values()))
        self._total = math.sqrt(_FEW) + sum(self.weights.values())

    def likeness(self, profile: Profile) -> Likeness:
        """How alike the words of the telling and of an incident are."""
        counts: dict[int, int] = {}
        squares = self._counted(profile, counts)
        names = self._names(profile)
        if not counts:
            return Likeness(names=names)
        weights = self.weights
        common = sorted(counts, key=lambda key: (-weights[key], key))
        dot = sum(weights[key] ** 2 * counts[key] for key in common)
        return Likeness(
            cosine=dot / (self._norm * math.sqrt(_FEW * len(profile.words) ** 2 + squares)),
            top=sum(weights[key] for key in common[:_TOP_WORDS]),
            rare=sum(weights[key] > _RARE_FROM for key in common),
            core=sum(weights[key] > _CORE_FROM and counts[key] > 1 for key in common),
            contained=sum(weights[key] for key in common) / self._total,
            title=self._title(profile, counts),
            names=names,
            words=tuple(self.spelt[key] for key in common[:3]),
        )

    def _counted(self, profile: Profile, counts: dict[int, int]) -> float:
        """Count the words of the telling that an incident has; returns the squared length of all of its words."""
        weights, word = self.weights, self._rarity.word
        if all(weights.keys().isdisjoint(words) for words in profile.words):
            return 0.0
        every: dict[int, int] = {}
        for words in profile.words:
            for key in words:
                every[key] = every.get(key, 0) + 1
        counts |= {key: count for key, count in every.items() if key in weights}
        if not counts:
            return 0.0
        return sum((count * (weights[key] if key in weights else word(key))) ** 2 for key, count in every.items())

    def _title(self, profile: Profile, counts: dict[int, int]) -> float:
        word = self._rarity.word
        ours = sum(max(0.0, word(key) - _COMMON) for key in self.title if key in counts)
        theirs = sum(
            max(0.0, self.weights[key] - _COMMON) for title in profile.titles for key in title if key in self.weights
        )
        return max(ours, theirs / max(1, profile.tellings))

    def _names(self, profile: Profile) -> tuple[str, ...]:
        """The names in common, without the places; the rarest first."""
        places = {place.key for place in self.telling.places} | profile.place_keys
        names = (self.telling.names & profile.names) - places
        told = [(self._rarity.name(name), name) for name in names]
        return tuple(name for weight, name in sorted(told, key=lambda one: (-one[0], one[1])) if weight > _NAME_FROM)


def facts_of(telling: Telling, profile: Profile, slots: Comparison, likeness: Likeness, lasts: int) -> list[str]:
    """The facts that hold of a telling and an incident.

    Args:
        telling: the telling.
        profile: the incident as it stands.
        slots: how well place, days, cause, figures and people fit.
        likeness: how alike their words are.
        lasts: how many days a happening of their causes may last.

    Returns:
        The facts; in what order says nothing.
    """
    points = {point.feature: point.points for point in slots.points}
    fit = slots.total - points.get("names", 0.0) - points.get("article", 0.0)
    alike, near = _step(likeness.whole, _LIKENESS), _publication(telling, profile)
    kind = f"{'own' if telling.own_news else 'aside'}-{'own' if profile.own_news else 'aside'}"
    facts = [
        "always", *_from("slots", fit, _SLOTS), *_alike(likeness, profile),
        f"alike={alike} fit={_step(fit, _FIT)}", f"news={kind}", f"alike={alike} news={kind}",
        f"published={near}", f"alike={alike} published={_far(near)}",
        *_slot_facts(slots, telling), *_day_facts(telling, profile, alike, lasts, near),
        *_place_facts(telling, profile, points, alike), *_article_facts(telling, profile, alike),
    ]  # fmt: skip
    elsewhere = points["place"] <= _ELSEWHERE and "named=0" in facts
    other_day = "apart told=True unlinked" in facts and points["time"] <= _OTHER_DAY
    vague = 0 <= points["place"] < _SOMEWHERE and points["figures"] < _AGREE and not likeness.names
    known = likeness.title >= _HEADLINE or likeness.names or "same_name" in facts
    if not alike and (elsewhere or other_day or vague or "same_article" in facts):
        facts.append("untied")
    elif not telling.marks and (alike < _ALIKE or not known):
        facts.append("untied")  # without a figure only name and headline tell
    return facts


def must_not(facts: Iterable[str]) -> bool:
    """Whether a telling is of another happening for certain, however well all else fits.

    It names another storm or flight; or it happened months before or later and neither names the other's day; or
    nothing that it says ties it to the articles, and it is told apart from the happening in one of them, lies
    elsewhere, or on another day.
    """
    return not {"other_name", "other_time", "untied"}.isdisjoint(facts)


def _alike(likeness: Likeness, profile: Profile) -> Iterator[str]:
    yield from _from("cosine", likeness.cosine, _COSINE)
    yield from _from("rare", likeness.rare, _RARE)
    yield from _from("top", likeness.top, _TOP)
    yield from _from("names", len(likeness.names), _NAMES)
    yield from _from("title", likeness.title, _TITLE)
    yield from _from("contained", likeness.contained, _CONTAINED)
    if profile.tellings >= _SEVERAL:
        yield from _from("core", likeness.core, _CORE)


def _slot_facts(slots: Comparison, telling: Telling) -> Iterator[str]:
    for point in slots.points:
        if point.feature == "place":
            yield f"place={round(point.points)}"
        elif point.feature == "time" and telling.first is not None:
            yield f"time={round(point.points)}"
        elif point.feature == "cause":
            yield f"cause={point.points:.1f}"
        elif point.feature == "figures":
            yield from _from("figures", point.points, _FIGURES)
            if point.points < 0:
                yield "figures<0"


def _day_facts(telling: Telling, profile: Profile, alike: int, lasts: int, near: str) -> Iterator[str]:
    linked = _linked(telling, profile)
    if linked:
        yield f"linked published={_far(near)}"
    span = profile.span
    if span is None or telling.first is None or telling.last is None:
        return
    gap = max(0, telling.first - span[1], span[0] - telling.last)
    told = telling.dated == "told" and span[2] == "told"
    if gap == 0 and told:
        yield f"same_day alike={alike}"
    if gap <= lasts + 1:
        return
    yield f"apart told={told}"
    if told and not linked and gap > _OTHER_TIME and "cumulative" not in (telling.scope, profile.scope):
        yield "other_time"
    if not linked:
        yield f"apart told={told} unlinked"
        yield f"unlinked alike={alike}"
    if told and telling.published is not None and telling.published - telling.last <= _OWN_DAYS:
        yield f"own_day alike={alike}"
        if not linked:
            yield "own_day unlinked"


def _linked(telling: Telling, profile: Profile) -> bool:
    """Whether one names the day that the other tells as its own."""
    if any(day in profile.told or day - 1 in profile.told for day in telling.days):
        return True
    if telling.dated != "told" or telling.first is None or telling.last is None:
        return False
    return any(day in profile.days for day in range(telling.first, min(telling.last, telling.first + 1) + 1))


def _place_facts(telling: Telling, profile: Profile, points: dict[str, float], alike: int) -> Iterator[str]:
    if -6 <= points["place"] <= -2:
        yield f"elsewhere alike={alike}"
    ours = {place.key for place in telling.places if place.name and place.kind != "country"}
    yield f"named={(not ours.isdisjoint(profile.names)) + (not profile.place_keys.isdisjoint(telling.names))}"
    if telling.lands and profile.lands and telling.lands.isdisjoint(profile.lands):
        yield "no_land_in_common"
    if differ(telling.called, frozenset(profile.called)):
        yield "other_name"
    elif not telling.called.isdisjoint(profile.called):
        yield "same_name"


def _article_facts(telling: Telling, profile: Profile, alike: int) -> Iterator[str]:
    if not telling.marks:
        yield from ("no_figure", f"no_figure alike={alike}")
    if not profile.with_figures:
        yield "their_no_figure"
    if telling.doc_id in profile.doc_ids:
        yield "same_article"
    if telling.items >= _MANY + 1:
        yield "round_up"
    if telling.scope != "event":
        yield f"scope={telling.scope}"
    if profile.scope != "event":
        yield f"their_scope={profile.scope}"
    if profile.tellings >= _MANY:
        yield "many"


def _publication(telling: Telling, profile: Profile) -> str:
    if telling.published is None or not profile.published:
        return "unknown"
    gap = min(abs(telling.published - day) for day in profile.published)
    return next((name for most, name in _PUBLISHED if gap <= most), "years")


def _far(near: str) -> str:
    return {"day": "near", "days": "near", "week": "between", "month": "between"}.get(near, "far")


def _from(name: str, value: float, steps: Sequence[float]) -> Iterator[str]:
    return (f"{name}>={step}" for step in steps if value >= step)


def _step(value: float, steps: Sequence[float]) -> int:
    return sum(value >= step for step in steps)
