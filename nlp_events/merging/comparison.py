"""How well a telling fits an incident: points by feature, each with its reason."""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import date
from typing import Any, NamedTuple, get_args

from nlp_events.layers.links.happening_model import HappeningResources
from nlp_events.merging.conflicts import SOME
from nlp_events.merging.model import MergingResources
from nlp_events.merging.profiles import Profile, Seen, Span
from nlp_events.merging.readings import is_near
from nlp_events.merging.tellings import Mark, Place, Telling
from nlp_events.text.distance import kilometres
from nlp_events.values import Cause

_DISPLACEMENT = frozenset(("displaced", "evacuated", "refugee", "homeless", "returned"))
_MANY = 10
"""The number from which on one that is near it is no chance."""
_VAGUE = frozenset(("other", "civilian"))
_BOTH, _FAR = "{} and {}", "{} and {}, {:.0f} km"


class Point(NamedTuple):
    """What one feature adds, and why: ``form`` with the ``values`` in it, put together only when somebody asks.

    Of several reasons the values are points, and the form is empty.
    """

    feature: str
    points: float
    form: str
    values: tuple[Any, ...] = ()

    @property
    def why(self) -> str:
        """The reason in words."""
        return self.form.format(*self.values) if self.form else "; ".join(one.why for one in self.values)

    def __str__(self) -> str:
        return f"{self.feature} {self.points:+.1f} ({self.why})"


class Comparison(NamedTuple):
    """The points of a telling with an incident."""

    points: tuple[Point, ...]

    @property
    def total(self) -> float:
        """All points, to a thousandth: sums of floats must not tell equals apart."""
        return round(sum(point.points for point in self.points), 3)

    def __str__(self) -> str:
        return ", ".join(str(point) for point in self.points if point.points)


_NO_DAY = Point("time", 0.0, "told by one only")
_OTHER_IMPACTS = Point("figures", 0.0, "of other impacts")
_UNKNOWN_PEOPLE = Point("people", 0.0, "unknown")


class Comparer:
    """Compares tellings with incidents by the rules of ``merging.yaml``."""

    def __init__(self, rules: MergingResources, happenings: HappeningResources) -> None:
        self._rules = rules
        self._happenings = happenings
        self._wide, self._seldom = frozenset(happenings.wide), frozenset(rules.cause.seldom)
        self._sudden = self._wide | self._seldom | frozenset(rules.cause.rolling)
        self._borderless = frozenset(rules.cause.borderless)
        self._lasts = {cause: rules.time.days(cause) for cause in (None, *get_args(Cause))}

    def compare(self, telling: Telling, profile: Profile) -> Comparison:
        """The points of a telling with an incident."""
        place = self._place(telling, profile)
        # A part of a stricken land tells fewer than the whole of it.
        part = telling.cause in self._wide and place.points < self._rules.place.same
        figures = self._figures(telling, profile, part=part)
        points = [
            place, self._time(telling, profile), self._cause(telling, profile), figures,
            self._people(telling, profile), self._names(telling, profile),
        ]  # fmt: skip
        if telling.doc_id in profile.doc_ids:
            points.append(Point("article", self._rules.same_article, "told apart in this article"))
        if telling.scope == "background" and telling.dated in ("none", "before") and figures.points < 1:
            points.append(Point("background", self._rules.undated_background, "looks back to no day"))
        return Comparison(tuple(points))

    def _place(self, telling: Telling, profile: Profile) -> Point:
        """The mean over the incident's articles, each with the telling's place that fits best."""
        rules = self._rules.place
        if not telling.places or not profile.places:
            return Point("place", rules.unknown, "told by one only")
        total, best = 0.0, Point("place", -99.0, "")
        lands = telling.lands & profile.lands
        for theirs, voices in profile.places.items():
            point = self._nearest(theirs, telling, lands)
            total += voices * point.points
            best = point if point.points > best.points else best
        mean = total / profile.places.total()
        ours = telling.places[0]
        known = ours.kind not in ("country", "area") and ours.key in profile.place_keys
        if mean < rules.near and known and ours.country in (theirs.country, None):
            return Point("place", rules.near, "{}, one of its places", (ours.name,))
        vague = mean > 0 and {ours.kind, theirs.kind} & {"area", None}
        if mean < rules.near and vague and (ours.key in profile.names or theirs.key in telling.names):
            return Point("place", rules.near, f"{_BOTH}, named by both", (ours.name, theirs.name))
        return best._replace(points=mean)

    def _nearest(self, theirs: Place, telling: Telling, common: Set[str]) -> Point:
        """The telling's place that fits a place of the incident best; of equals the first."""
        best = self._pair(telling.places[0], theirs, telling, common)
        for ours in telling.places[1:]:
            point = self._pair(ours, theirs, telling, common)
            best = point if point.points > best.points else best
        return best

    def _pair(self, ours: Place, theirs: Place, telling: Telling, common: Set[str]) -> Point:
        """The points of two places; ``common`` are the countries that both articles name."""
        rules, names = self._rules.place, (ours.name, theirs.name)
        lands = (ours.country, theirs.country)
        borderless = telling.cause in self._borderless
        if borderless and "settlement" not in (ours.kind, theirs.kind):
            return Point("place", rules.at_sea, f"{_BOTH}, at sea", names)
        if ours.country and theirs.country and ours.country != theirs.country:
            if borderless and ours.key != theirs.key:
                return Point("place", 0.0, f"{_BOTH}, on the way", names)
            if ours.key == theirs.key and ours.name and "country" not in (ours.kind, theirs.kind) and common:
                return Point("place", rules.within, "{}, held to be in {} and {}", (ours.name, *lands))
            return Point("place", rules.abroad, _BOTH, lands)
        kinds = (ours.kind, theirs.kind)
        if "country" in kinds and ours.country == theirs.country and telling.cause in self._wide:
            return Point("place", rules.land, _BOTH, names)
        if ours.key == theirs.key:
            return Point("place", rules.country if ours.kind == "country" else rules.same, "{}", (ours.name,))
        if not ours.name or not theirs.name or "country" in kinds or "area" in kinds:
            known = bool(ours.country and theirs.country)
            return Point("place", rules.within if known else rules.unknown, _BOTH, names)
        return self._near(ours, theirs, telling)

    def _near(self, ours: Place, theirs: Place, telling: Telling) -> Point:
        rules, names = self._rules.place, (ours.name, theirs.name)
        if ours.key in theirs.key or theirs.key in ours.key:
            return Point("place", rules.near, _BOTH, names)
        apart = kilometres((ours.latitude, ours.longitude), (theirs.latitude, theirs.longitude))
        if apart is None:
            return Point("place", rules.unknown, _BOTH, names)
        told = (*names, apart)
        if apart <= self._happenings.near_km:
            return Point("place", rules.near, _FAR, told)
        if "region" in (ours.kind, theirs.kind) and apart <= self._happenings.region_km:
            return Point("place", rules.within, _FAR, told)
        wide = telling.cause in self._wide
        return Point("place", rules.spread if wide else rules.apart, _FAR, told)

    def _time(self, telling: Telling, profile: Profile) -> Point:
        rules = self._rules.time
        lasts = max(self._lasts[telling.cause], self._lasts[profile.cause])
        span = profile.extent if lasts > self._lasts[None] else profile.span
        if span is None or telling.first is None or telling.last is None:
            return _NO_DAY
        if "cumulative" in (telling.scope, profile.scope) and telling.scope != profile.scope:
            gap = abs(telling.first - span[0])
        else:
            gap = max(0, telling.first - span[1], span[0] - telling.last)
        allowed = lasts
        if gap > lasts and all(mark.impact in _DISPLACEMENT for mark in telling.marks):
            allowed += rules.displacement
        return self._gap(gap, allowed, telling, span)

    def _gap(self, gap: int, allowed: int, telling: Telling, span: Span) -> Point:
        rules = self._rules.time
        kinds = (telling.dated, span[2])
        days = (_day(telling.first), _day(span[0]))
        if "wide" in kinds or "before" in kinds:
            return Point("time", rules.apart if gap else rules.wide, _BOTH, days)
        if gap == 0:
            told = "guessed" not in kinds
            return Point(
                "time", rules.same if told else rules.guess, _BOTH if told else f"{_BOTH}, by publication", days
            )
        points = rules.near + rules.per_day * max(0, gap - allowed)
        return Point("time", max(points, rules.apart), "{} days between", (gap,))

    def _cause(self, telling: Telling, profile: Profile) -> Point:
        rules = self._rules.cause
        ours = telling.cause
        if ours is None or not profile.causes:
            return Point("cause", rules.unknown, "told by one only")
        likely = profile.likely_causes
        if ours in likely:
            return Point("cause", rules.rare if ours in self._seldom else rules.same, "{}", (ours,))
        kin = all(self._happenings.are_kin(ours, theirs) for theirs in likely)
        family = all(rules.are_kin(ours, theirs, self._happenings) for theirs in likely)
        points = rules.kin if kin else rules.family if family else rules.apart
        return Point("cause", points, _BOTH, (ours, profile.cause))

    def _figures(self, telling: Telling, profile: Profile, *, part: bool) -> Point:
        """The best agreement of each impact; of several, no more than the rules allow."""
        best: dict[str, Point] = {}
        for mark in telling.marks:
            seen = profile.marks.get((mark.impact, mark.unit))
            if seen:
                point = self._figure(mark, telling, seen, part=part)
                if point is not None and (mark.impact not in best or point.points > best[mark.impact].points):
                    best[mark.impact] = point
        if not best:
            return _OTHER_IMPACTS
        total = min(sum(point.points for point in best.values()), self._rules.figures.most)
        return Point("figures", total, "", tuple(best.values()))

    def _figure(self, mark: Mark, telling: Telling, seen: Sequence[Seen], *, part: bool) -> Point | None:
        """A figure beside the incident's own: any that is equal, else the last that was published before.

        None where nothing is said by its being another: it is an earlier one, or one beside a larger one.
        """
        rules, number = self._rules.figures, mark.number
        equal = [one for _, value, one in seen if value == number and one.low is not None and mark.low is not None]
        if equal:
            points = rules.points_of(number) + (rules.earlier if mark.replaced else 0.0)
            if not mark.replaced and (mark.minor or all(one.minor for one in equal)):
                points *= rules.minor
            return Point(mark.impact, points, "{} {} in both", (mark.impact, number))
        standing = _totals([one for one in seen if not (one[2].replaced or one[2].minor)])
        if mark.replaced or mark.minor or not standing:
            return None
        points, other = self._beside((telling.published or 0, number, mark), standing, telling, part=part)
        return Point(mark.impact, points, "{} {} beside {}", (mark.impact, number, other))

    def _beside(self, own: Seen, standing: Sequence[Seen], telling: Telling, *, part: bool) -> tuple[float, int]:
        """The points of a figure with another one, and that one's number."""
        rules, rounding = self._rules.figures, self._rules.best.rounding
        day, _, mark = own
        last = max(standing, key=lambda one: (one[0] <= day, one[0], one[1]))
        then, beside, other = last
        if _bounds(mark, other, rounding) or _bounds(other, mark, rounding):
            return rules.bound, beside
        later, earlier = (own, last) if day >= then else (last, own)
        if earlier[1] >= _MANY and is_near(earlier[1], later[1], self._rules.best):
            return rules.bound, beside  # bodies counted twice, somebody who was found or has died since
        if later[1] < earlier[1]:
            if later[1] >= (1 - rounding) * earlier[1]:
                return rules.rising, beside
            falls = not (part or later[2].revised) and mark.impact in self._rules.best.rising
            return rules.falling if falls else 0.0, beside
        steep = later[1] > rules.steep * max(1, earlier[1])
        sudden = telling.cause in self._sudden
        return rules.leap if steep and not sudden else rules.rising, beside

    def _people(self, telling: Telling, profile: Profile) -> Point:
        rules = self._rules.people
        if not telling.people or not profile.people:
            return _UNKNOWN_PEOPLE
        common = sorted(telling.people & profile.people)
        if common:
            return Point("people", rules.same, "{}", (", ".join(common),))
        if telling.people <= _VAGUE and profile.people <= _VAGUE:
            return _UNKNOWN_PEOPLE
        return Point("people", rules.apart, _BOTH, (min(telling.people), min(profile.people)))

    def _names(self, telling: Telling, profile: Profile) -> Point:
        common = sorted(telling.names & profile.names) if telling.doc_id not in profile.doc_ids else []
        points = min(self._rules.names.each * len(common), self._rules.names.most)
        return Point("names", points, "{}", (", ".join(common[:3]),))


def _totals(seen: list[Seen]) -> list[Seen]:
    """The figures without those that are a small part of what was told before: one of many injured who has died."""
    numbers = [number for _, number, _ in seen]
    if not numbers or SOME * min(numbers) >= max(numbers):
        return seen
    most, totals = 0, []
    for one in sorted(seen, key=lambda one: (one[0], -one[1])):
        most = max(most, one[1])
        if one[2].revised or SOME * one[1] >= most:
            totals.append(one)
    return totals


def _bounds(loose: Mark, other: Mark, rounding: float) -> bool:
    """Whether a bound or round figure holds another one: «au moins 68» holds 70."""
    if loose.modifier in ("exact", "range"):
        return False
    if loose.modifier == "approx":
        return abs(loose.number - other.number) <= rounding * max(loose.number, other.number)
    if loose.modifier == "at_most":
        return other.number <= loose.number
    return loose.number <= other.number <= 2 * loose.number or (
        loose.modifier == "vague" and other.number >= loose.number
    )


def _day(day: int | None) -> date | str:
    return date.fromordinal(day) if day else "no day"
