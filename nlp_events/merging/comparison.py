"""How well a telling fits an incident: points by feature, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from nlp_events.layers.links.happening_model import HappeningResources
from nlp_events.merging.model import MergingResources
from nlp_events.merging.profiles import Profile, Span
from nlp_events.merging.tellings import Mark, Place, Telling
from nlp_events.text.distance import kilometres

_DISPLACEMENT = {"displaced", "evacuated", "refugee", "homeless", "returned"}


@dataclass(frozen=True, slots=True)
class Point:
    """What one feature adds, and why."""

    feature: str
    points: float
    why: str

    def __str__(self) -> str:
        return f"{self.feature} {self.points:+.1f} ({self.why})"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The points of a telling with an incident."""

    points: tuple[Point, ...]

    @property
    def total(self) -> float:
        """All points, to a thousandth: sums of floats must not tell equals apart."""
        return round(sum(point.points for point in self.points), 3)

    def __str__(self) -> str:
        return ", ".join(str(point) for point in self.points if point.points)


class Comparer:
    """Compares tellings with incidents by the rules of ``merging.yaml``."""

    def __init__(self, rules: MergingResources, happenings: HappeningResources) -> None:
        self._rules = rules
        self._happenings = happenings

    def compare(self, telling: Telling, profile: Profile) -> Comparison:
        """The points of a telling with an incident."""
        place = self._place(telling, profile)
        # A part of a stricken land tells fewer than the whole of it.
        part = telling.cause in self._happenings.wide and place.points < self._rules.place.same
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
        for theirs, voices in profile.places.items():
            point = max((self._pair(ours, theirs, telling) for ours in telling.places), key=lambda one: one.points)
            total += voices * point.points
            best = max(best, point, key=lambda one: one.points)
        mean = total / profile.places.total()
        ours = telling.places[0]
        known = ours.kind not in ("country", "area") and ours.key in profile.place_keys
        if mean < rules.near and known and ours.country in (theirs.country, None):
            return Point("place", rules.near, f"{ours.name}, one of its places")
        vague = mean > 0 and {ours.kind, theirs.kind} & {"area", None}
        if mean < rules.near and vague and (ours.key in profile.names or theirs.key in telling.names):
            return Point("place", rules.near, f"{ours.name} and {theirs.name}, named by both")
        return Point("place", mean, best.why)

    def _pair(self, ours: Place, theirs: Place, telling: Telling) -> Point:
        rules = self._rules.place
        borderless = telling.cause in self._rules.cause.borderless
        if borderless and "settlement" not in (ours.kind, theirs.kind):
            return Point("place", rules.at_sea, f"{ours.name} and {theirs.name}, at sea")
        if ours.country and theirs.country and ours.country != theirs.country:
            if borderless and ours.key != theirs.key:
                return Point("place", 0.0, f"{ours.name} and {theirs.name}, on the way")
            return Point("place", rules.abroad, f"{ours.country} and {theirs.country}")
        kinds = (ours.kind, theirs.kind)
        if "country" in kinds and ours.country == theirs.country and telling.cause in self._happenings.wide:
            return Point("place", rules.land, f"{ours.name} and {theirs.name}")
        if ours.key == theirs.key:
            return Point("place", rules.country if ours.kind == "country" else rules.same, ours.name)
        if not ours.name or not theirs.name or "country" in kinds or "area" in kinds:
            known = bool(ours.country and theirs.country)
            return Point("place", rules.within if known else rules.unknown, f"{ours.name} and {theirs.name}")
        return self._near(ours, theirs, telling)

    def _near(self, ours: Place, theirs: Place, telling: Telling) -> Point:
        rules, names = self._rules.place, f"{ours.name} and {theirs.name}"
        if ours.key in theirs.key or theirs.key in ours.key:
            return Point("place", rules.near, names)
        apart = kilometres((ours.latitude, ours.longitude), (theirs.latitude, theirs.longitude))
        if apart is None:
            return Point("place", rules.unknown, names)
        if apart <= self._happenings.near_km:
            return Point("place", rules.near, f"{names}, {apart:.0f} km")
        if "region" in (ours.kind, theirs.kind) and apart <= self._happenings.region_km:
            return Point("place", rules.within, f"{names}, {apart:.0f} km")
        wide = telling.cause in self._happenings.wide
        return Point("place", rules.spread if wide else rules.apart, f"{names}, {apart:.0f} km")

    def _time(self, telling: Telling, profile: Profile) -> Point:
        rules = self._rules.time
        lasts = max(rules.days(telling.cause), rules.days(profile.cause))
        span = profile.extent if lasts > rules.days(None) else profile.span
        if span is None or telling.first is None or telling.last is None:
            return Point("time", 0.0, "told by one only")
        if "cumulative" in (telling.scope, profile.scope) and telling.scope != profile.scope:
            gap = abs(telling.first - span[0])
        else:
            gap = max(0, telling.first - span[1], span[0] - telling.last)
        allowed = lasts
        if all(mark.impact in _DISPLACEMENT for mark in telling.marks):
            allowed += rules.displacement
        return self._gap(gap, allowed, telling, span)

    def _gap(self, gap: int, allowed: int, telling: Telling, span: Span) -> Point:
        rules = self._rules.time
        kinds = (telling.dated, span[2])
        days = f"{_day(telling.first)} and {_day(span[0])}"
        if "wide" in kinds or "before" in kinds:
            return Point("time", rules.apart if gap else rules.wide, days)
        if gap == 0:
            told = "guessed" not in kinds
            return Point("time", rules.same if told else rules.guess, days if told else f"{days}, by publication")
        points = rules.near + rules.per_day * max(0, gap - allowed)
        return Point("time", max(points, rules.apart), f"{gap} days between")

    def _cause(self, telling: Telling, profile: Profile) -> Point:
        rules = self._rules.cause
        ours = telling.cause
        if ours is None or not profile.causes:
            return Point("cause", rules.unknown, "told by one only")
        if ours in profile.causes:
            return Point("cause", rules.rare if ours in rules.seldom else rules.same, ours)
        kin = all(self._happenings.are_kin(ours, theirs) for theirs in profile.causes)
        family = all(rules.are_kin(ours, theirs, self._happenings) for theirs in profile.causes)
        return Point(
            "cause", rules.kin if kin else rules.family if family else rules.apart, f"{ours} and {profile.cause}"
        )

    def _figures(self, telling: Telling, profile: Profile, *, part: bool) -> Point:
        """The best agreement of each impact; of several, no more than the rules allow."""
        found = [
            point
            for mark in telling.marks
            if (seen := profile.marks.get((mark.impact, mark.unit)))
            for point in [self._figure(mark, telling, seen, part=part)]
        ]
        if not found:
            return Point("figures", 0.0, "of other impacts")
        best: dict[str, Point] = {}
        for point in found:
            best[point.feature] = max(best.get(point.feature, point), point, key=lambda one: one.points)
        total = min(sum(point.points for point in best.values()), self._rules.figures.most)
        return Point("figures", total, "; ".join(point.why for point in best.values()))

    def _figure(self, mark: Mark, telling: Telling, seen: list[tuple[int, Mark]], *, part: bool) -> Point:
        """A figure beside the incident's own: any that is equal, else the last that was published before."""
        rules, day = self._rules.figures, telling.published or 0
        number = mark.number
        equal = [one for _, one in seen if one.number == number and one.low is not None and mark.low is not None]
        if equal:
            points = rules.points_of(number) + (rules.earlier if mark.replaced else 0.0)
            if not mark.replaced and (mark.minor or all(one.minor for one in equal)):
                points *= rules.minor
            return Point(mark.impact, points, f"{mark.impact} {number} in both")
        standing = [(then, one) for then, one in seen if not (one.replaced or one.minor)]
        if mark.replaced or mark.minor or not standing:
            return Point(mark.impact, 0.0, f"{mark.impact} {number}")
        then, other = max(standing, key=lambda one: (one[0] <= day, one[0], one[1].number))
        why = f"{mark.impact} {number} beside {other.number}"
        if _bounds(mark, other, self._rules.best.rounding) or _bounds(other, mark, self._rules.best.rounding):
            return Point(mark.impact, rules.bound, why)
        later, earlier = (mark, other) if day >= then else (other, mark)
        if later.number < earlier.number:
            if later.number >= (1 - self._rules.best.rounding) * earlier.number:
                return Point(mark.impact, rules.rising, why)  # bodies counted twice, somebody who was found
            falls = not (part or later.revised) and mark.impact in self._rules.best.rising
            return Point(mark.impact, rules.falling if falls else 0.0, why)
        steep = later.number > rules.steep * max(1, earlier.number)
        sudden = telling.cause in self._rules.cause.seldom or telling.cause in self._happenings.wide
        return Point(mark.impact, rules.leap if steep and not sudden else rules.rising, why)

    def _people(self, telling: Telling, profile: Profile) -> Point:
        rules = self._rules.people
        if not telling.people or not profile.people:
            return Point("people", 0.0, "unknown")
        common = sorted(telling.people & profile.people)
        if common:
            return Point("people", rules.same, ", ".join(common))
        vague = {"other", "civilian"}
        if telling.people <= vague and profile.people <= vague:
            return Point("people", 0.0, "unknown")
        return Point("people", rules.apart, f"{min(telling.people)} and {min(profile.people)}")

    def _names(self, telling: Telling, profile: Profile) -> Point:
        common = sorted(telling.names & profile.names) if telling.doc_id not in profile.doc_ids else []
        points = min(self._rules.names.each * len(common), self._rules.names.most)
        return Point("names", points, ", ".join(common[:3]))


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


def _day(day: int | None) -> str:
    return date.fromordinal(day).isoformat() if day else "no day"
