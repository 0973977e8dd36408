"""What is known so far of an incident, as the comparison sees it, and where to find the incidents in reach."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import floor

from nlp_events.layers.links.happening_model import HappeningResources
from nlp_events.merging.model import MergingResources
from nlp_events.merging.rarity import Rarity, id_of, name_id, stems_of
from nlp_events.merging.tellings import Dated, Mark, Place, Telling
from nlp_events.values import Cause, Scope

# Days of one bucket of the index.
BUCKET = 8
# Days farther than a cause lasts in which points for time may still be outweighed.
REACH = 4
# Buckets that one telling is looked for in: a year and the longest reach; what is dated more loosely joins nothing.
MOST_BUCKETS = 72
# Figures of one impact that a telling is compared with: the latest.
MOST_MARKS = 24
# Times as often, from which on another cause of an incident is a slip of some article.
SELDOM = 4
# Happenings of one article from which on it is a list: what it says of a cause counts only where nobody else says one.
LIST = 4
# Days before publication that any news of these days names: they tie no two articles together.
NEWS_DAYS = 2
# Tellings whose words an incident keeps: the first and the latest.
MOST_FIRST, MOST_LATEST = 8, 16
# Places of an incident that are compared: the first ones. A war has thousands.
MOST_PLACES = 64
# Days of publication that an incident keeps, and days that its articles name.
MOST_DAYS = 64
# Words and names by which a telling is looked for, and in how many articles one may stand at the most.
MOST_KEYS, MOST_TOLD = 16, 200
# Incidents that words and names alone bring up.
MOST_NAMED = 12
Span = tuple[int, int, Dated]
Seen = tuple[int, int, Mark]
"""A figure of an incident: the day it was published, its number, and what else is told of it."""
_RANK: dict[Dated, int] = {"told": 0, "guessed": 1, "wide": 2, "before": 3, "none": 4}


@dataclass(slots=True, eq=False)
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
    known_keys: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    marks: dict[tuple[str, str], list[Seen]] = field(default_factory=dict)
    doc_ids: set[str] = field(default_factory=set)
    latest: int = 0
    tellings: int = 0
    with_figures: bool = False
    own_news: bool = False
    words: list[array[int]] = field(default_factory=list)
    titles: list[array[int]] = field(default_factory=list)
    towns: set[int] = field(default_factory=set)
    days: set[int] = field(default_factory=set)
    told: set[int] = field(default_factory=set)
    published: set[int] = field(default_factory=set)
    lands: set[str] = field(default_factory=set)
    called: set[str] = field(default_factory=set)
    cause: Cause | None = None
    span: Span | None = None
    extent: Span | None = None

    def add(self, telling: Telling) -> None:
        """Take in what a telling says."""
        self.add_slots(telling)
        self.names |= telling.names
        self.people |= telling.people
        self.doc_ids.add(telling.doc_id)
        self._add_words(telling)
        self.latest = max(self.latest, telling.published or 0)
        for mark in telling.marks:
            seen = self.marks.setdefault((mark.impact, mark.unit), [])
            seen.append((telling.published or 0, mark.number, mark))
            del seen[:-MOST_MARKS]

    def add_slots(self, telling: Telling) -> None:
        """Take in where, when and why a telling says it was, and no more."""
        if telling.places:
            if telling.places[0] in self.places or len(self.places) < MOST_PLACES:
                self.places[telling.places[0]] += telling.place_votes
            self.place_keys |= {place.key for place in telling.places}
            self.known_keys |= known_keys(telling)
            self.towns.update(towns_of(telling))
        if telling.first is not None and telling.last is not None:
            self._add_days((telling.first, telling.last, telling.dated), telling.day_votes)
        if telling.cause is not None:
            self.causes[telling.cause] += 1 if telling.items < LIST else 0
            self.cause = _commonest(self.causes)
        if self.scope == "background":
            self.scope = telling.scope

    @property
    def likely_causes(self) -> set[Cause]:
        """The causes that no other is told much oftener than."""
        most = max(self.causes.values(), default=0)
        return {cause for cause, count in self.causes.items() if SELDOM * count >= most}

    def _add_words(self, telling: Telling) -> None:
        """Take in what a telling says beside its figures."""
        self.tellings += 1
        self.with_figures = self.with_figures or bool(telling.marks)
        self.own_news = self.own_news or telling.own_news
        self.words.append(array("I", map(id_of, telling.words)))
        del self.words[MOST_FIRST : len(self.words) - MOST_LATEST]
        if telling.own_news:
            self.titles.append(array("I", map(id_of, telling.title)))
            del self.titles[MOST_FIRST : len(self.titles) - MOST_LATEST]
            if len(self.days) < MOST_DAYS:
                self.days |= looked_back_to(telling)
        if telling.dated == "told" and telling.first is not None and len(self.told) < MOST_DAYS:
            self.told.add(telling.first)
        if telling.published is not None and len(self.published) < MOST_DAYS:
            self.published.add(telling.published)
        self.lands |= telling.lands
        self.called |= telling.called

    def _order(self, days: Span) -> tuple[int, int, int, int]:
        return _RANK[days[2]], -self.spans[days], days[0], days[1]

    def _add_days(self, days: Span, votes: int) -> None:
        """Take in the days that a telling gives.

        ``span`` are those with most votes of articles, the told before the guessed; of several the first, since later
        articles slip towards the day of their own. ``extent`` goes from the first to the last told; it is ``span``
        without one.
        """
        self.spans[days] += votes
        # One count has grown: no other days can have come first by it.
        self.span = days if self.span is None else min(self.span, days, key=self._order)
        known = self.extent if self.extent is not None and self.extent[2] == "told" else None
        if days[2] == "told":
            first, last = (known[0], known[1]) if known else (days[0], days[1])
            self.extent = min(first, days[0]), max(last, days[1]), "told"
        elif known is None:
            self.extent = self.span


def looked_back_to(telling: Telling) -> frozenset[int]:
    """The days that an article names, without those around its publication: every article of a day names that day."""
    if telling.published is None:
        return telling.days
    return frozenset(day for day in telling.days if not 0 <= telling.published - day <= NEWS_DAYS)


def known_keys(telling: Telling) -> set[str]:
    """The keys of its places that are on the map: a market or a pass that no table knows is as good as a name."""
    return {place.key for place in telling.places if place.kind is not None}


def towns_of(telling: Telling) -> list[int]:
    """The ids of the words that its places are named by, without the countries."""
    names = " ".join(place.key for place in telling.places if place.name and place.kind != "country")
    return [id_of(stem) for stem in stems_of(names)]


def _commonest(causes: Counter[Cause]) -> Cause | None:
    """The cause most articles give; of several, the first in the order of their names."""
    return min(causes, key=lambda cause: (-causes[cause], cause), default=None)


class Index:
    """Finds the incidents that a telling may belong to: by country, place, days and cause, and by rare words and names.

    An incident stands under its grid cells of a degree, under its country, and where its cause happens between
    countries under the cause, each time once a stretch of days. A settlement looks into the cells around it and at what
    is only known by country; a region or country looks at all of its country. Besides, it stands under its rarest words
    and names that other articles have too, whenever they were published.
    """

    def __init__(self, rules: MergingResources, happenings: HappeningResources, rarity: Rarity) -> None:
        self._rules = rules
        self._happenings = happenings
        self._rarity = rarity
        self._profiles: dict[tuple[str, int], dict[int, Profile]] = {}
        self._named: dict[int, dict[int, Profile]] = {}

    def add(self, profile: Profile, telling: Telling) -> None:
        """Put an incident where a telling of it is looked for."""
        homes = [
            self._profiles.setdefault((key, at), {}) for key in self._homes(telling) for at in _buckets(telling, 0)
        ]
        for home in (*homes, *(self._named.setdefault(key, {}) for key in self.keys_of(telling))):
            home.setdefault(profile.number, profile)

    def candidates(self, telling: Telling) -> list[Profile]:
        """The incidents in reach, the latest first and no more than the rules allow; then those of the same words."""
        if telling.dated == "before" and not telling.marks:
            return self.named(telling)  # a year holds too much; without a figure only words and names tell
        found: dict[int, Profile] = {}
        reach = self._rules.time.days(telling.cause) + REACH
        for bucket in _buckets(telling, reach):
            for key in self._lookups(telling):
                found |= self._profiles.get((key, bucket), {})
        likely = (one for one in found.values() if self._may_share_cause(telling, one))
        latest = sorted(likely, key=lambda one: (-one.latest, one.number))[: self._rules.most_candidates]
        taken = {one.number for one in latest}
        return latest + [one for one in self.named(telling) if one.number not in taken]

    def named(self, telling: Telling) -> list[Profile]:
        """The incidents with which a telling has most rare words and names in common."""
        votes: dict[int, float] = {}
        found: dict[int, Profile] = {}
        for key, weight in self.keys_of(telling).items():
            told = self._named.get(key, {})
            found |= told
            for number in told:
                votes[number] = votes.get(number, 0.0) + weight
        best = sorted(votes, key=lambda number: (-round(votes[number], 6), number))
        return [found[number] for number in best[:MOST_NAMED]]

    def keys_of(self, telling: Telling) -> dict[int, float]:
        """The words and names of a telling that few other articles have, with their rarity."""
        rarity = self._rarity
        keys = {name_id(name): rarity.name(name) for name in telling.names | telling.called}
        keys |= {key: rarity.word(key) for key in map(id_of, telling.words)}
        shared = {key: weight for key, weight in keys.items() if 1 < rarity.told_by(key) <= MOST_TOLD}
        rarest = sorted(shared, key=lambda key: (-shared[key], key))[:MOST_KEYS]
        return {key: shared[key] for key in rarest}

    def _may_share_cause(self, telling: Telling, profile: Profile) -> bool:
        return not profile.causes or any(
            self._rules.cause.are_kin(telling.cause, one, self._happenings) for one in profile.causes
        )

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
