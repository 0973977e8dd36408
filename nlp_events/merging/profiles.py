"""What is known so far of an incident, as the comparison sees it, and where to find the incidents in reach."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import floor

from nlp_events.layers.links.happening_model import HappeningResources
from nlp_events.merging.model import MergingResources
from nlp_events.merging.tellings import Dated, Mark, Place, Telling
from nlp_events.values import Cause, Scope

# Days of one bucket of the index.
BUCKET = 8
# Days farther than a cause lasts in which points for time may still be outweighed.
REACH = 4
# Buckets that one telling is looked for in: a year; what is dated more loosely joins nothing.
MOST_BUCKETS = 48
# Figures of one impact that a telling is compared with: the latest.
MOST_MARKS = 24
Span = tuple[int, int, Dated]


@dataclass(slots=True)
class Profile:
    """An incident while it grows. Each article of its own words counts once; copies do not count.

    ``number`` tells how many incidents were there before: the order in which equal ones are taken.
    """

    incident_id: str
    number: int
    scope: Scope
    places: Counter[Place] = field(default_factory=Counter)
    spans: Counter[Span] = field(default_factory=Counter)
    causes: Counter[Cause] = field(default_factory=Counter)
    place_keys: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    marks: dict[tuple[str, str], list[tuple[int, Mark]]] = field(default_factory=dict)
    doc_ids: set[str] = field(default_factory=set)
    latest: int = 0

    def add(self, telling: Telling) -> None:
        """Take in what a telling says."""
        if telling.places:
            self.places[telling.places[0]] += 1
            self.place_keys |= {place.key for place in telling.places}
        if telling.first is not None and telling.last is not None:
            self.spans[telling.first, telling.last, telling.dated] += 1
        if telling.cause is not None:
            self.causes[telling.cause] += 1
        self.names |= telling.names
        self.people |= telling.people
        self.doc_ids.add(telling.doc_id)
        self.latest = max(self.latest, telling.published or 0)
        if self.scope == "background":
            self.scope = telling.scope
        for mark in telling.marks:
            seen = self.marks.setdefault((mark.impact, mark.unit), [])
            seen.append((telling.published or 0, mark))
            del seen[:-MOST_MARKS]

    @property
    def cause(self) -> Cause | None:
        """The cause most articles give; of several, the first in the order of their names."""
        return min(self.causes, key=lambda cause: (-self.causes[cause], cause), default=None)

    @property
    def span(self) -> Span | None:
        """The days most articles give, the told before the guessed.

        Of several the first: later articles slip towards the day of their own.
        """
        rank = {"told": 0, "guessed": 1, "wide": 2, "before": 3, "none": 4}

        def order(span: Span) -> tuple[int, int, int, int]:
            return rank[span[2]], -self.spans[span], span[0], span[1]

        return min(self.spans, key=order, default=None)

    @property
    def extent(self) -> Span | None:
        """From the first to the last day that articles tell; ``span`` when none tells a day."""
        told = [span for span in self.spans if span[2] == "told"]
        if not told:
            return self.span
        return min(span[0] for span in told), max(span[1] for span in told), "told"


class Index:
    """Finds the incidents that a telling may belong to, by country, place, days and cause.

    An incident stands under its grid cells of a degree, under its country, and where its cause happens between
    countries under the cause, each time once a stretch of days. A settlement looks into the cells around it and at what
    is only known by country; a region or country looks at all of its country.
    """

    def __init__(self, rules: MergingResources, happenings: HappeningResources) -> None:
        self._rules = rules
        self._happenings = happenings
        self._profiles: dict[tuple[str, int], list[Profile]] = {}

    def add(self, profile: Profile, telling: Telling) -> None:
        """Put an incident where a telling of it is looked for."""
        for key in self._homes(telling):
            for bucket in _buckets(telling, 0):
                home = self._profiles.setdefault((key, bucket), [])
                if not home or (home[-1] is not profile and profile not in home):
                    home.append(profile)

    def candidates(self, telling: Telling) -> list[Profile]:
        """The incidents in reach, the latest first and no more than the rules allow."""
        found: dict[int, Profile] = {}
        reach = self._rules.time.days(telling.cause) + REACH
        for bucket in _buckets(telling, reach):
            for key in self._lookups(telling):
                for profile in self._profiles.get((key, bucket), ()):
                    found[profile.number] = profile
        likely = (one for one in found.values() if self._may_share_cause(telling, one))
        latest = sorted(likely, key=lambda one: (-one.latest, one.number))
        return latest[: self._rules.most_candidates]

    def _may_share_cause(self, telling: Telling, profile: Profile) -> bool:
        return not profile.causes or any(self._happenings.are_kin(telling.cause, one) for one in profile.causes)

    def _homes(self, telling: Telling) -> Iterator[str]:
        yield from self._borderless(telling)
        for place in telling.places[:1] or (None,):
            country = (place.country if place else None) or "?"
            yield f"{country}/all"
            if place is None or place.kind != "settlement" or place.latitude is None or place.longitude is None:
                yield f"{country}/wide"
            else:
                yield f"{country}/{floor(place.latitude)}/{floor(place.longitude)}"

    def _lookups(self, telling: Telling) -> Iterator[str]:
        yield from self._borderless(telling)
        main = telling.places[0] if telling.places else None
        country = (main.country if main else None) or "?"
        widely = telling.cause in self._happenings.wide
        if widely or main is None or main.kind != "settlement" or main.latitude is None or main.longitude is None:
            yield f"{country}/all"
            return
        yield f"{country}/wide"
        south, west = floor(main.latitude), floor(main.longitude)
        for row in (south - 1, south, south + 1):
            for column in (west - 1, west, west + 1):
                yield f"{country}/{row}/{column}"

    def _borderless(self, telling: Telling) -> Iterator[str]:
        if telling.cause in self._rules.cause.borderless:
            yield f"~/{telling.cause}"


def _buckets(telling: Telling, reach: int) -> range:
    if telling.first is None or telling.last is None:
        return range(0)
    buckets = range((telling.first - reach) // BUCKET, (telling.last + reach) // BUCKET + 1)
    return buckets if len(buckets) <= MOST_BUCKETS else range(0)
