"""Places, offline: a name in French (or another Latin spelling) to a country and coordinates.

Two sources, in this order: ``lang/fr/places.csv`` (countries, regions, seas, French names of towns; made with Babel's
country names) and GeoNames' settlements (CC BY 4.0; ``settlements.bin``, see its README). Nothing is read before the
first look-up; settlements under 15 000 inhabitants are asked for when no larger one has the name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import chain
from typing import Literal

from nlp_events.gazetteer.geonames import Settlement
from nlp_events.gazetteer.index import SettlementIndex
from nlp_events.gazetteer.tables import Demonym, PlaceRow, PlaceWords
from nlp_events.gazetteer.transcription import Transcriber
from nlp_events.text.name_keys import name_key
from nlp_events.values import PlacePrecision
from nlp_events.words.store import SHIPPED, Words

_INDEX = SettlementIndex()
"""One map of the file for every gazetteer of the process; opened by the first look-up."""

_LISTED_POPULATION: dict[PlacePrecision, int] = {
    "settlement": 100_000, "region": 100_000, "country": 10_000_000, "area": 10_000_000,
}  # fmt: skip
"""What a listed place weighs against its namesakes where GeoNames has no population for it."""

_LISTED_WEIGHT = 100
"""A town the tables name in French («Valence») outweighs one abroad that merely has that spelling too."""

_OWN_NAME_WEIGHT = 100
"""A town of that very name («Islamabad») outweighs a larger one that bore it once, or in another language."""

_KNOWN_ABROAD = 50_000
"""Inhabitants from which a town is known outside its country."""

_REMEMBERED = 16_384
"""Names whose candidates are kept: the news speak of the same places again and again."""

_LONGEST_DESCRIPTION = 100

_CONTEXT_WEIGHT = 1_000
"""A place in a country the article speaks of outweighs a namesake a thousand times as large."""

_cached_key = lru_cache(maxsize=65_536)(name_key)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of the gazetteer.

    Attributes:
        name: its French name where known, else GeoNames' own.
        country: ISO 3166-1 alpha-2; None for what lies in several countries or in none.
        latitude: WGS 84 degrees, None when unknown or too wide for a point.
        longitude: as ``latitude``.
        precision: «settlement», «region», «country», or «area» (seas, continents, what crosses borders).
        population: inhabitants of a settlement of GeoNames, else a weight for comparison with namesakes.
        place_id: stable id («geonames:99072»).
    """

    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    precision: PlacePrecision
    population: int
    place_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Weighed:
    """A place among those of one name, and what it weighs against them whatever the article."""

    place: Place
    is_listed: bool
    weight: int

    def in_context(self, countries: frozenset[str]) -> int:
        return self.weight * (_CONTEXT_WEIGHT if self.place.country in countries else 1)


class Gazetteer:
    """Looks places up by name. One object serves any number of threads and documents.

    Args:
        words: the words and tables.
    """

    def __init__(self, words: Words = SHIPPED) -> None:
        self._own_words = words
        self._remembered = lru_cache(maxsize=_REMEMBERED)(lambda name: self._weighed(self.candidates(name), name))

    def __reduce__(self) -> tuple[type[Gazetteer], tuple[Words]]:
        # Another process reads the tables for itself; sending them would cost more.
        return type(self), (self._own_words,)

    def lookup(self, name: str, *, context_countries: Sequence[str] = ()) -> Place | None:
        """The most likely place of a name.

        Args:
            name: as written, in any case, with or without accents and hyphens; no article.
            context_countries: ISO codes of countries the article speaks of; they settle which namesake is meant, and a
                small settlement that the tables lack is believed only in one of them.

        Returns:
            The place; None for a name no source has.
        """
        context = frozenset(context_countries)
        weighed = self._remembered(name) or self._weighed(self._transcribed(name, context), name)
        likely = [found for found in weighed if found.is_listed or _is_credible(found.place, context)]
        best = max(likely, key=lambda found: found.in_context(context), default=None)
        return None if best is None else best.place

    def _weighed(self, places: Sequence[Place], name: str) -> tuple[_Weighed, ...]:
        key, french = self._written_out(name), self._french_names
        listed = {place.place_id for place in self._table.get(key, ())}
        return tuple(
            _Weighed(
                place=place,
                is_listed=place.place_id in french,
                weight=(place.population + 1)
                * (_OWN_NAME_WEIGHT if _bears(place, name, key) else 1)
                * (_LISTED_WEIGHT if place.place_id in listed else 1),
            )
            for place in places
        )

    def candidates(self, name: str) -> tuple[Place, ...]:
        """Every place of that name, those of the tables before those of GeoNames; empty when there is none.

        A description («nord de la Syrie», «vieille ville de Mossoul», «Mossoul-Ouest») stands for the place it names.
        """
        keys = chain((self._written_out(name), _cached_key(name)), map(_cached_key, self._parts(name)))
        return next((places for key in keys if (places := self._named(key))), ())

    def _written_out(self, name: str) -> str:
        """The key of a name, «St-Louis» as «saint louis»."""
        key = _cached_key(name)
        if not self._abbreviated(key):
            return key
        return " ".join(self._words.abbreviations.get(word, word) for word in key.split())

    @cached_property
    def _abbreviated(self) -> Callable[[str], object]:
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, self._words.abbreviations))})\b").search

    def _transcribed(self, name: str, context: frozenset[str]) -> tuple[Place, ...]:
        """Large settlements of the context whose name in another alphabet may be written so («Viazma», «Vyazma»).

        Outside a country the article speaks of, the likeness is chance: «Soleil» would lie in Arabia.
        """
        spelling = self._transcriber(self._written_out(name)) if context else None
        rows = _INDEX.rows(spelling) if spelling else ()
        return tuple(place for place in self._settlements(rows) if place.country in context)

    def _named(self, key: str) -> tuple[Place, ...]:
        listed = self._table.get(key, ())
        if any(place.precision != "settlement" for place in listed):
            return listed
        return _merged(listed, self._settlements(_INDEX.large(key) if listed else _INDEX.rows(key)))

    def _parts(self, name: str) -> Iterator[str]:
        """What a description may come down to: what follows a preposition, or comes before a point of the compass."""
        name = name[:_LONGEST_DESCRIPTION]
        if name[:1].islower() or name[:1].isdigit():
            for match in self._words.before_name.regex.finditer(name):
                part = name[match.end() :]
                if part[:1].isupper() or self.is_listed(part):
                    yield part
        compass = self._words.compass_ending.regex.search(name)
        if compass is not None:
            yield name[: compass.start()]

    @cached_property
    def _words(self) -> PlaceWords:
        return self._own_words.resource(PlaceWords, "gazetteer.yaml")

    @cached_property
    def _transcriber(self) -> Transcriber:
        return Transcriber(self._words.transcription)

    def known_precision(self, name: str) -> Literal["country", "listed", "settlement"] | None:
        """How well a name is known as a place, without the cost of the small settlements.

        Returns:
            «country», «listed» for another place of the tables, «settlement» for one of 15 000 inhabitants or more,
            else None.
        """
        key = _cached_key(name)
        listed = self._table.get(key)
        if listed:
            return "country" if listed[0].precision == "country" else "listed"
        return "settlement" if _INDEX.large(key) else None

    def listed_country(self, name: str) -> str | None:
        """ISO code of the country that a name of the tables tells by itself: a region, a town without namesake.

        Returns:
            The code; None for a name the tables lack, that lies in several countries, or that is borne in several.
        """
        listed = self._table.get(_cached_key(name), ())
        countries = {place.country for place in listed}
        if any(place.precision == "settlement" for place in listed):
            countries |= {place.country for place in self._settlements(_INDEX.large(_cached_key(name)))}
        return countries.pop() if len(countries) == 1 else None

    def is_description(self, name: str) -> bool:
        """Whether a name is none that a source has, so that at best a part of it can be looked up («Mossoul-Ouest»)."""
        return not self._named(_cached_key(name))

    def is_listed(self, name: str) -> bool:
        """Whether the tables hold a name."""
        return _cached_key(name) in self._table

    def country_of_demonym(self, adjective: str) -> str | None:
        """ISO code of the country an adjective or a people's name belongs to («irakiennes» → «IQ»), None if unknown."""
        return self._demonyms.get(_cached_key(adjective))

    @cached_property
    def _table(self) -> dict[str, tuple[Place, ...]]:
        table: dict[str, tuple[Place, ...]] = {}
        for row in self._own_words.table(PlaceRow, "places.csv"):
            place = _listed_place(row)
            for key in dict.fromkeys(map(name_key, (row.canonical, *row.aliases))):
                table[key] = (*table.get(key, ()), place)
        return table

    @cached_property
    def _french_names(self) -> dict[str, str]:
        places = (place for listed in self._table.values() for place in listed)
        return {place.place_id: place.name for place in places}

    def _settlements(self, rows: Sequence[int]) -> tuple[Place, ...]:
        french = self._french_names
        return tuple(_settlement_place(_INDEX.settlement(row), french) for row in rows)

    @cached_property
    def _demonyms(self) -> dict[str, str]:
        rows = self._own_words.table(Demonym, "demonyms.csv")
        return {name_key(form): row.country for row in rows for form in row.forms}


def _settlement_place(row: Settlement, french_names: Mapping[str, str]) -> Place:
    place_id = f"geonames:{row.geonames_id}"
    return Place(
        name=french_names.get(place_id, row.name), country=row.country, latitude=row.latitude, longitude=row.longitude,
        precision="settlement", population=row.population, place_id=place_id,
    )  # fmt: skip


def _listed_place(row: PlaceRow) -> Place:
    return Place(
        name=row.canonical, country=row.country, latitude=row.latitude, longitude=row.longitude,
        precision=row.precision, population=_LISTED_POPULATION[row.precision], place_id=row.known_id,
    )  # fmt: skip


def _merged(listed: tuple[Place, ...], others: tuple[Place, ...]) -> tuple[Place, ...]:
    """Both, a place of the table with GeoNames' population where it has it."""
    populations = {place.place_id: place.population for place in others}
    known = tuple(replace(place, population=populations.get(place.place_id, place.population)) for place in listed)
    return known + tuple(place for place in others if all(place.place_id != other.place_id for other in listed))


def _bears(place: Place, name: str, key: str) -> bool:
    """Whether a name is a place's own: «Bienne» is one half of «Biel/Bienne», «San José» is «San Jose».

    Another accent makes another name: «Côme» is not «Comé».
    """
    parts = place.name.split("/")
    return any(part.casefold() == name.casefold() or (part.isascii() and _cached_key(part) == key) for part in parts)


def _is_credible(place: Place, context: frozenset[str]) -> bool:
    return not context or place.country in context or place.population >= _KNOWN_ABROAD
