"""Which of the organisations of one name a text means: RSF of Sudan's war, or those who speak for reporters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

from nlp_events.gazetteer import Gazetteer
from nlp_events.gazetteer.tables import Organisation

_LOWER_WORD = re.compile(r"[^\W\d_]{4,}")
_HEAD = 200
"""Characters at the top of an article in which a country counts more."""


class _Named(Protocol):
    """A name in a text."""

    text: str
    start: int


class Bearers:
    """Chooses by what else the text names: an organisation with one bearer, else the countries.

    Args:
        gazetteer: places and demonyms with their countries.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def choose(
        self,
        text: str,
        names: Sequence[tuple[Organisation, ...]],
        places: Callable[[str], Iterator[_Named]],
    ) -> list[Organisation]:
        """One organisation for each name.

        Args:
            text: the text.
            names: for each name the organisations that bear it, in the order of the tables.
            places: finds the listed places of a text.
        """
        alone = [len({bearer.known_id for bearer in bearers}) == 1 for bearers in names]
        if all(alone):
            return [bearers[0] for bearers in names]
        told = {bearers[0].known_id for bearers, one in zip(names, alone, strict=True) if one}
        countries = self.countries(text, places(text))
        return [self._choose(bearers, told, countries) for bearers in names]

    def _choose(self, bearers: tuple[Organisation, ...], told: set[str], countries: Counter[str]) -> Organisation:
        def rank(bearer: Organisation) -> tuple[bool, float]:
            # One that acts everywhere is meant where none of the others' countries is named.
            return bearer.known_id in told, countries[bearer.country] if bearer.country else 0.5

        return max(bearers, key=rank)

    def countries(self, text: str, places: Iterable[_Named]) -> Counter[str]:
        """How often a text names each country: by itself, by its towns, by its adjectives.

        Args:
            text: the text.
            places: its places, in text order.
        """
        counts: Counter[str] = Counter()
        for place in places:
            country = self._country(place.text)
            if country:
                counts[country] += 2 if place.start < _HEAD else 1
        words = Counter(word for word in _LOWER_WORD.findall(text) if word[0].islower())
        return counts + self._gazetteer.countries_of_demonyms(words)

    def _country(self, name: str) -> str | None:
        """The country of a place, of several of one name that of the likeliest («Oran»)."""
        country = self._gazetteer.listed_country(name)
        if country is None and self._gazetteer.known_precision(name) is not None:
            place = self._gazetteer.lookup(name)
            country = None if place is None else place.country
        return country
