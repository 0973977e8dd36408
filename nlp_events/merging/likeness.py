"""How alike the words, headlines and names of a telling and of an incident are."""

from __future__ import annotations

import math
from typing import NamedTuple

from nlp_events.merging.profiles import Profile, known_keys, looked_back_to, towns_of
from nlp_events.merging.rarity import Rarity, id_of
from nlp_events.merging.tellings import Telling

_TOP_WORDS, _RARE_FROM, _CORE_FROM, _NAME_FROM = 8, 5.3, 4.0, 4.5
"""So many rarest words are added up; the rarity from which a word is rare, one is of the core, a name tells."""
_COMMON = 2.0
"""The rarity that every word of a headline has at least: what is above it counts."""
_FEW = 600.0
"""Squared length that texts have more, so that two short ones are not alike for sharing what all have."""
_KEPT = 4_096
"""Incidents whose counted words are kept, the latest asked for."""


class Likeness(NamedTuple):
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


class Vocabulary:
    """The words of incidents, counted once and kept while they are asked for and nothing is added.

    Args:
        rarity: how rare words are.
    """

    def __init__(self, rarity: Rarity) -> None:
        self.rarity = rarity
        self._known: dict[int, tuple[int, dict[int, int], float]] = {}

    def of(self, profile: Profile) -> tuple[dict[int, int], float]:
        """Word → tellings of an incident that hold it, of those whose words are kept; and the squared length of all."""
        known = self._known.pop(profile.number, None)
        if known is None or known[0] != profile.tellings:
            known = (profile.tellings, *self._counted(profile))
            if len(self._known) >= _KEPT:
                del self._known[next(iter(self._known))]
        self._known[profile.number] = known  # behind all others: the first is the one that was not asked for longest
        return known[1], known[2]

    def _counted(self, profile: Profile) -> tuple[dict[int, int], float]:
        counts: dict[int, int] = {}
        for words in profile.words:
            for key in words:
                counts[key] = counts.get(key, 0) + 1
        word = self.rarity.word
        return counts, sum((count * word(key)) ** 2 for key, count in counts.items())


class Query:
    """A telling that is compared with incidents: its words with their rarity, its places and days.

    Args:
        telling: the telling.
        vocabulary: the words of the incidents.
    """

    def __init__(self, telling: Telling, vocabulary: Vocabulary) -> None:
        self.telling, self._vocabulary = telling, vocabulary
        rarity = vocabulary.rarity
        self._spelt = {id_of(word): word for word in telling.words}
        self._weights = {key: rarity.word(key) for key in self._spelt}
        self._keys = self._weights.keys()
        self._above = {key: max(0.0, weight - _COMMON) for key, weight in self._weights.items()}
        self._title = [(key, max(0.0, rarity.word(key) - _COMMON)) for key in map(id_of, telling.title)]
        self._norm = math.sqrt(_FEW + sum(weight * weight for weight in self._weights.values()))
        self._total = math.sqrt(_FEW) + sum(self._weights.values())
        self.towns_known = known_keys(telling)
        self.towns = frozenset(place.key for place in telling.places if place.name and place.kind != "country")
        """Keys of its places that are no countries."""
        self._town_words = frozenset(towns_of(telling))
        self._title_words = frozenset(key for key, _ in self._title)
        looked_back = looked_back_to(telling)
        self.around = looked_back | {day - 1 for day in looked_back}
        """The days that its article looks back to, and the day before each."""

    def in_headlines(self, profile: Profile) -> int:
        """How many of the two have the other's town in a headline."""
        theirs = any(not self._town_words.isdisjoint(title) for title in profile.titles)
        return theirs + (not self._title_words.isdisjoint(profile.towns))

    def likeness(self, profile: Profile) -> Likeness:
        """How alike the words of the telling and of an incident are."""
        names = self.names(profile)
        counts, squares = self._vocabulary.of(profile)
        shared = self._keys & counts.keys()
        if not shared:
            return Likeness(names=names)
        weights = self._weights
        common = sorted(shared, key=lambda key: (-weights[key], key))
        rarities = [weights[key] for key in common]
        dot = sum(weights[key] ** 2 * counts[key] for key in common)
        return Likeness(
            cosine=dot / (self._norm * math.sqrt(_FEW * len(profile.words) ** 2 + squares)),
            top=sum(rarities[:_TOP_WORDS]),
            rare=sum(weight > _RARE_FROM for weight in rarities),
            core=sum(weights[key] > _CORE_FROM and counts[key] > 1 for key in common),
            contained=sum(rarities) / self._total,
            title=self._headline(profile, shared),
            names=names,
            words=tuple(self._spelt[key] for key in common[:3]),
        )

    def _headline(self, profile: Profile, shared: set[int]) -> float:
        above = self._above
        ours = sum(weight for key, weight in self._title if key in shared)
        theirs = sum(above[key] for title in profile.titles for key in title if key in above)
        return max(ours, theirs / max(1, profile.tellings))

    def names(self, profile: Profile) -> tuple[str, ...]:
        """The names in common, without the places on the map; the rarest first."""
        names = (self.telling.names & profile.names) - self.towns_known - profile.known_keys
        if not names:
            return ()
        told = [(self._vocabulary.rarity.name(name), name) for name in names]
        return tuple(name for weight, name in sorted(told, key=lambda one: (-one[0], one[1])) if weight > _NAME_FROM)
