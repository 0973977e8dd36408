"""Tellings into incidents: one after the other in the order of publication, then incidents that belong together.

A telling is compared with whole incidents, not with single articles, so unlike ones are never chained by a third
between them. What came before is never compared again: new articles join the old incidents or begin new ones.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from nlp_events.decisions.scorer import Scorer
from nlp_events.layers.links.happening_model import load_happenings
from nlp_events.merging.comparison import Comparer
from nlp_events.merging.headlines import Headlines
from nlp_events.merging.model import load_merging
from nlp_events.merging.profiles import Index, Profile
from nlp_events.merging.rarity import Rarity
from nlp_events.merging.tellings import Mark, Telling
from nlp_events.merging.weighing import Weighed, Weigher
from nlp_events.words.store import SHIPPED, Words

# Ids are cut to this many hexadecimal digits, as those of records.
ID_LENGTH = 12
# Incidents beside its own that a telling nearly joined, and that are compared again when all are placed.
MOST_NEAR = 3
# Tellings of an incident that are compared with another incident.
MOST_COMPARED = 8

Member = tuple[Telling, bool]
"""A telling, and whether its article copies another."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a telling went, with the points it had there, None without a comparison."""

    incident_id: str
    score: float | None
    reason: str


class Clustering:
    """Incidents so far.

    Args:
        words: the words and rules.
        rarity: how rare words and names are; None for that of news at large.
        scorer: what weighs the facts; None for the shipped weights.
        copied: the articles that others copy.
    """

    def __init__(
        self,
        words: Words = SHIPPED,
        rarity: Rarity | None = None,
        scorer: Scorer | None = None,
        copied: Collection[str] = (),
    ) -> None:
        self._rules = load_merging(words)
        happenings = load_happenings(words)
        rarity = rarity or Rarity()
        comparer, headlines = Comparer(self._rules, happenings), Headlines(words)
        self._weigher = Weigher(comparer, self._rules, rarity, scorer, headlines)
        self._index = Index(self._rules, happenings, rarity)
        self._profiles: dict[str, Profile] = {}
        self._copied = copied
        self._originals: dict[str, list[tuple[frozenset[Mark], str]]] = {}
        self._restored = 0
        self._near: dict[tuple[str, str], None] = {}

    def restore(self, telling: Telling, incident_id: str, *, copy: bool) -> None:
        """Put a telling back where an earlier run has placed it."""
        profile = self._profiles.get(incident_id)
        if profile is None:
            profile = self._begin(telling, incident_id)
            self._restored = len(self._profiles)
        self._take_in(telling, profile, copy=copy)

    def place(self, telling: Telling, copy_of: str | None, others: Sequence[Telling] = ()) -> Placement:
        """Find the incident of a telling, or begin one.

        Args:
            telling: of an article not before those already placed.
            copy_of: the article that its article copies, None for one of its own words.
            others: what its article tells besides, that is placed after it.
        """
        original = self._of_original(telling, copy_of)
        if original is not None:
            self._take_in(telling, original, copy=True)
            return Placement(original.incident_id, None, f"a copy of {copy_of}")
        weighed = self._weigher.against(telling, self._index.candidates(telling))
        fitting = (one for one in weighed if one.total >= self._rules.threshold)
        best = next((one for one in fitting if not self._is_of_another(one, telling, others)), None)
        profile = best.profile if best else self._begin(telling, incident_id_of(telling.telling_id))
        self._take_in(telling, profile, copy=copy_of is not None)
        self._remember(profile, weighed)
        if best is None:
            return Placement(profile.incident_id, None, "the first article")
        return Placement(profile.incident_id, best.total, best.reason(self._rules.threshold))

    def _is_of_another(self, weighed: Weighed, telling: Telling, others: Iterable[Telling]) -> bool:
        """Whether another happening that the article tells apart fits an incident much better.

        It must count people of an impact that the telling counts too: who was arrested and who was hurt may be of one.
        Beside a headline without a figure it is what the article looks back to, if it fits better at all.
        """
        scope, more = (telling.scope, self._rules.rival) if telling.marks else ("background", 0.0)
        impacts = {mark.impact for mark in telling.marks}
        return any(
            one.total >= weighed.total + more
            for rival in others
            if rival.scope == scope and any(not impacts or mark.impact in impacts for mark in rival.marks)
            for one in self._weigher.against(rival, [weighed.profile])
        )

    def _remember(self, profile: Profile, weighed: Sequence[Weighed]) -> None:
        """Keep which incidents the telling nearly joined."""
        others = [one for one in weighed if one.profile is not profile and one.total >= self._rules.near_miss]
        for one in others[:MOST_NEAR]:
            self._near[one.profile.incident_id, profile.incident_id] = None

    @property
    def near(self) -> set[str]:
        """The incidents that may belong to another one."""
        return {incident_id for pair in self._near for incident_id in pair}

    def unite(self, tellings: Mapping[str, Sequence[Member]]) -> Iterator[tuple[str, Placement]]:
        """Put incidents together whose tellings fit each other on the whole (average linkage).

        Args:
            tellings: those of each incident in ``near``.

        Returns:
            Telling id → where it is now, for each that moves. Incidents of earlier runs keep what they have.
        """
        members = {incident_id: list(own) for incident_id, own in tellings.items()}
        waiting = dict.fromkeys(self._near)
        while waiting:
            fits = [(self._fit(first, second, members), first, second) for first, second in waiting]
            fits = sorted(
                (one for one in fits if one[0] >= self._rules.unite), key=lambda one: (-one[0], one[1], one[2])
            )
            moved: dict[str, str] = {}
            busy: set[str] = set()
            for _, first, second in fits:
                if busy.isdisjoint((first, second)):
                    into, gone = self._older(first, second)
                    yield from self._moves(gone, into, members)
                    moved[gone] = into
                    busy |= {first, second}
            waiting = _renamed(waiting, moved)

    def _fit(self, first: str, second: str, members: Mapping[str, Sequence[Member]]) -> float:
        """How well the tellings of each of two incidents fit the other, on the average of all."""
        one, other = self._profiles[first], self._profiles[second]
        if max(one.number, other.number) < self._restored:
            return self._rules.never
        sums = [
            self._weigher.mean(_compared(members[first]), other),
            self._weigher.mean(_compared(members[second]), one),
        ]
        if min(sums) < self._rules.unite_least:
            return self._rules.never
        # The few are judged by how they fit the many.
        return round((sums[0] * other.tellings + sums[1] * one.tellings) / (one.tellings + other.tellings), 3)

    def _older(self, first: str, second: str) -> tuple[str, str]:
        return (first, second) if self._profiles[first].number < self._profiles[second].number else (second, first)

    def _moves(self, gone: str, into: str, members: dict[str, list[Member]]) -> Iterator[tuple[str, Placement]]:
        profile = self._profiles[into]
        for telling, _ in members[gone]:
            weighed = next(iter(self._weigher.against(telling, [profile])), None)
            total, reason = (
                (weighed.total, weighed.reason(self._rules.unite))
                if weighed
                else (None, "with the others of its incident")
            )
            yield telling.telling_id, Placement(into, total, reason)
        for telling in (one for one, copy in members[gone] if not copy):
            profile.add(telling)
        members[into] += members.pop(gone)
        del self._profiles[gone]

    def _of_original(self, telling: Telling, copy_of: str | None) -> Profile | None:
        marks = frozenset(telling.marks)
        for theirs, incident_id in self._originals.get(copy_of or "", ()):
            if theirs == marks:
                return self._profiles[incident_id]
        return None

    def _begin(self, telling: Telling, incident_id: str) -> Profile:
        profile = Profile(incident_id, len(self._profiles), telling.scope)
        self._profiles[incident_id] = profile
        return profile

    def _take_in(self, telling: Telling, profile: Profile, *, copy: bool) -> None:
        if copy:
            profile.doc_ids.add(telling.doc_id)
            return
        profile.add(telling)
        self._index.add(profile, telling)
        if telling.marks and telling.doc_id in self._copied:
            self._originals.setdefault(telling.doc_id, []).append((frozenset(telling.marks), profile.incident_id))


def _compared(members: Sequence[Member]) -> list[Telling]:
    return [telling for telling, copy in members if not copy][:MOST_COMPARED]


def _renamed(pairs: Iterable[tuple[str, str]], moved: Mapping[str, str]) -> dict[tuple[str, str], None]:
    """The pairs that something has changed about, by the names that are left."""
    if not moved:
        return {}
    touched = {*moved, *moved.values()}
    renamed = [tuple(sorted(moved.get(name, name) for name in pair)) for pair in pairs if touched & {*pair}]
    return dict.fromkeys((first, second) for first, second in renamed if first != second)


def incident_id_of(telling_id: str) -> str:
    """The id of the incident that a telling begins."""
    return hashlib.sha256(f"incident\x1f{telling_id}".encode()).hexdigest()[:ID_LENGTH]
