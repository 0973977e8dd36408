"""A place of the gazetteer, and what it weighs against its namesakes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from nlp_events.gazetteer.geonames import Settlement
from nlp_events.gazetteer.tables import PlaceRow
from nlp_events.text.name_keys import cached_key
from nlp_events.values import PlacePrecision

PlaceKind = Literal["settlement", "region"]
"""What the words before a name tell: a town («la ville de Luxembourg») or a region («la province de Luxembourg»)."""

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

_CONTEXT_WEIGHT = 1_000
"""A place in a country the article speaks of outweighs a namesake a thousand times as large."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of the gazetteer.

    Attributes:
        name: its French name where known, else GeoNames' own.
        country: ISO 3166-1 alpha-2; None for what lies in several countries or in none.
        latitude: WGS 84 degrees, None when unknown; of a region or an area its middle.
        longitude: as ``latitude``.
        precision: «settlement», «region», «country», or «area» (seas, continents, what crosses borders).
        population: inhabitants of a settlement of GeoNames, else a weight for comparison with namesakes.
        place_id: stable id («geonames:99072»).
        radius: kilometres from its middle within which a sea, an island or a range lies; None where no table tells.
    """

    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    precision: PlacePrecision
    population: int
    place_id: str
    radius: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A place among those of one name, and what it weighs against them whatever the article."""

    place: Place
    is_listed: bool
    weight: int

    def in_context(self, countries: frozenset[str]) -> int:
        """What it weighs in an article that speaks of some countries."""
        return self.weight * (_CONTEXT_WEIGHT if self.place.country in countries else 1)


def weighed(place: Place, name: str, key: str, *, listed: frozenset[str], french: Mapping[str, str]) -> Weighed:
    """What a place weighs under a name.

    Args:
        place: the place.
        name: as written.
        key: of the name, its abbreviations written out.
        listed: ids of the places that the tables have under that key.
        french: ids of every place of the tables → its French name.
    """
    own = _OWN_NAME_WEIGHT if bears(place, name, key) else 1
    weight = (place.population + 1) * own * (_LISTED_WEIGHT if place.place_id in listed else 1)
    return Weighed(place=place, is_listed=place.place_id in french, weight=weight)


def place_of(row: Settlement, french_names: Mapping[str, str], precision: PlacePrecision = "settlement") -> Place:
    """The place of a row of an index."""
    place_id = f"geonames:{row.geonames_id}"
    return Place(
        name=french_names.get(place_id, row.name), country=row.country, latitude=row.latitude, longitude=row.longitude,
        precision=precision, population=row.population, place_id=place_id,
    )  # fmt: skip


def listed_place(row: PlaceRow) -> Place:
    """The place of a line of the tables."""
    return Place(
        name=row.canonical, country=row.country, latitude=row.latitude, longitude=row.longitude, radius=row.radius,
        precision=row.precision, population=_LISTED_POPULATION[row.precision], place_id=row.known_id,
    )  # fmt: skip


def merged(listed: tuple[Place, ...], others: tuple[Place, ...]) -> tuple[Place, ...]:
    """Both, a place of the table with GeoNames' population where it has it."""
    populations = {place.place_id: place.population for place in others}
    known = tuple(replace(place, population=populations.get(place.place_id, place.population)) for place in listed)
    return known + tuple(place for place in others if all(place.place_id != other.place_id for other in listed))


def bears(place: Place, name: str, key: str) -> bool:
    """Whether a name is a place's own: «Bienne» is one half of «Biel/Bienne», «San José» is «San Jose».

    Another accent makes another name: «Côme» is not «Comé».
    """
    parts = place.name.split("/")
    return any(part.casefold() == name.casefold() or (part.isascii() and cached_key(part) == key) for part in parts)


def is_credible(place: Place, context: frozenset[str]) -> bool:
    """Whether a place that no table lists may be meant in an article that speaks of some countries."""
    return not context or place.country in context or is_known_abroad(place)


def is_known_abroad(place: Place) -> bool:
    """Whether a place is so large that it is told of without its country."""
    return place.population >= _KNOWN_ABROAD
