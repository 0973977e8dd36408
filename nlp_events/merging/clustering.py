"""Tellings into incidents, one after the other in the order of publication.

A telling is compared with whole incidents, not with single articles, so unlike ones are never chained by a third
between them. What came before is never compared again: new articles join the old incidents or begin new ones.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from nlp_events.layers.links.happening_model import load_happenings
from nlp_events.merging.comparison import Comparer
from nlp_events.merging.model import load_merging
from nlp_events.merging.profiles import Index, Profile
from nlp_events.merging.tellings import Mark, Telling
from nlp_events.words.store import SHIPPED, Words

# Ids are cut to this many hexadecimal digits, as those of records.
ID_LENGTH = 12


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
    """

    def __init__(self, words: Words = SHIPPED) -> None:
        self._rules = load_merging(words)
        happenings = load_happenings(words)
        self._comparer = Comparer(self._rules, happenings)
        self._index = Index(self._rules, happenings)
        self._profiles: dict[str, Profile] = {}
        self._originals: dict[str, list[tuple[frozenset[Mark], str]]] = {}

    def restore(self, telling: Telling, incident_id: str, *, copy: bool) -> None:
        """Put a telling back where an earlier run has placed it."""
        profile = self._profiles.get(incident_id)
        if profile is None:
            profile = self._begin(telling, incident_id)
        self._take_in(telling, profile, copy=copy)

    def place(self, telling: Telling, copy_of: str | None) -> Placement:
        """Find the incident of a telling, or begin one.

        Args:
            telling: of an article not before those already placed.
            copy_of: the article that its article copies, None for one of its own words.
        """
        original = self._of_original(telling, copy_of)
        if original is not None:
            self._take_in(telling, original, copy=True)
            return Placement(original.incident_id, None, f"a copy of {copy_of}")
        scored = [(self._comparer.compare(telling, one), one) for one in self._index.candidates(telling)]
        comparison, best = max(scored, key=lambda pair: (pair[0].total, -pair[1].number), default=(None, None))
        if best is None or comparison is None or comparison.total < self._rules.threshold:
            profile = self._begin(telling, incident_id_of(telling.telling_id))
            self._take_in(telling, profile, copy=copy_of is not None)
            return Placement(profile.incident_id, None, "the first article")
        self._take_in(telling, best, copy=copy_of is not None)
        reason = f"{comparison}: {comparison.total:.1f} of {self._rules.threshold:.1f}"
        return Placement(best.incident_id, comparison.total, reason)

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
        if telling.marks:
            self._originals.setdefault(telling.doc_id, []).append((frozenset(telling.marks), profile.incident_id))


def incident_id_of(telling_id: str) -> str:
    """The id of the incident that a telling begins."""
    return hashlib.sha256(f"incident\x1f{telling_id}".encode()).hexdigest()[:ID_LENGTH]
