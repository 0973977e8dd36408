"""Places, offline: a name in French (or another Latin spelling) to a country and coordinates.

Three sources, in this order: the tables of ``lang/fr`` (``places.csv``: countries, regions, French names of towns;
``areas.csv``: seas, rivers, islands, ranges, with their extent; ``towns.csv``: towns and camps of the news), GeoNames'
settlements (``settlements.bin``, CC BY 4.0) and its first and second-level regions (``subdivisions.bin``); see the
README. Nothing is read before the first look-up; settlements under 15 000 inhabitants are asked for when no larger one
has the name, regions when no town has it or when the words before the name tell of one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Literal

from nlp_events.gazetteer.index import SHIPPED_SUBDIVISIONS, SettlementIndex
from nlp_events.gazetteer.place import (
    Place,
    PlaceKind,
    Weighed,
    is_credible,
    is_known_abroad,
    listed_place,
    merged,
    place_of,
    weighed,
)
from nlp_events.gazetteer.tables import Demonym, load_places
from nlp_events.gazetteer.wordings import PlaceWordings
from nlp_events.text.distance import kilometres
from nlp_events.text.name_keys import cached_key, name_key
from nlp_events.words.store import SHIPPED, Words

__all__ = ["Gazetteer", "Place", "PlaceKind"]

_INDEX = SettlementIndex()
"""One map of the file for every gazetteer of the process; opened by the first look-up."""

_SUBDIVISIONS = SettlementIndex(SHIPPED_SUBDIVISIONS)

_REMEMBERED = 16_384
"""Names whose candidates are kept: the news speak of the same places again and again."""

_REGION = 400
"""Kilometres from the middle of a region, where no table tells, within which a town of it lies."""

_SURE_SPELLING = 6
"""Letters of a transcription from which a listed place is found by it in any article («~tinzuatin»)."""


class Gazetteer:
    """Looks places up by name. One object serves any number of threads and documents.

    Args:
        words: the words and tables.
        places: a CSV file of the user's own with the columns of ``places.csv``, whose names go before the shipped ones.

    Raises:
        ResourceError: at the first look-up, when a line of one of the tables is wrong.
    """

    def __init__(self, words: Words = SHIPPED, places: str | None = None) -> None:
        self._own_words, self._own_places = words, places
        self.wordings = PlaceWordings(words)
        self._told: dict[str, str | None] = {}
        self._remembered = lru_cache(maxsize=_REMEMBERED)(
            lambda name, kind: self._weighed(self.candidates(name, kind=kind), name)
        )

    def __reduce__(self) -> tuple[type[Gazetteer], tuple[Words, str | None]]:
        # Another process reads the tables for itself; sending them would cost more.
        return type(self), (self._own_words, self._own_places)

    def lookup(
        self,
        name: str,
        *,
        context_countries: Sequence[str] = (),
        likely_countries: Sequence[str] = (),
        kind: PlaceKind | None = None,
    ) -> Place | None:
        """The most likely place of a name.

        Args:
            name: as written, in any case, with or without accents and hyphens; no article.
            context_countries: ISO codes of countries the article speaks of; they settle which namesake is meant, and a
                small settlement that the tables lack is believed only in one of them.
            likely_countries: ISO codes of countries that only settle which namesake is meant.
            kind: what the words before the name tell; None where they tell nothing.

        Returns:
            The place; None for a name no source has.
        """
        context = frozenset(context_countries)
        found = self._remembered(name, kind) or self._weighed(self._transcribed(name, context), name)
        likely = [one for one in found if one.is_listed or is_credible(one.place, context)]
        near = context | frozenset(likely_countries)
        best = max(likely, key=lambda one: one.in_context(near), default=None)
        return None if best is None else best.place

    def within(self, name: str, whole: Place) -> Place | None:
        """The town of a name in a country, or the one that lies next to the middle of a region.

        Args:
            name: as written.
            whole: the country or the region.

        Returns:
            The town; None where there is none of that name.
        """
        found = [one for one in self._remembered(name, None) if one.place.country == whole.country]
        towns = [one for one in found if one.place.precision == "settlement"]
        if whole.country is None or whole.precision == "settlement" or not towns:
            return None
        if whole.precision == "country":
            return max(towns, key=lambda one: one.weight).place
        middle = whole.latitude, whole.longitude
        apart = [(kilometres(middle, (one.place.latitude, one.place.longitude)), one.place) for one in towns]
        near = [(far, place) for far, place in apart if far is not None and far <= (whole.radius or _REGION)]
        return min(near, key=lambda one: one[0])[1] if near else None

    def _weighed(self, places: Sequence[Place], name: str) -> tuple[Weighed, ...]:
        key = self.wordings.written_out(name)
        listed = frozenset(place.place_id for place in self._table.get(key, ()))
        return tuple(weighed(place, name, key, listed=listed, french=self._french_names) for place in places)

    def candidates(self, name: str, *, kind: PlaceKind | None = None) -> tuple[Place, ...]:
        """Every place of that name, those of the tables before those of GeoNames; empty when there is none.

        A description («nord de la Syrie», «vieille ville de Mossoul», «Mossoul-Ouest») stands for the place it names; a
        sea, a river or a desert that no table has («mer de Dongo») stands for none of its words.
        """
        for key, told in self._keys(name, kind):
            if places := self._named(key, told):
                return places
        return ()

    def _keys(self, name: str, kind: PlaceKind | None) -> Iterator[tuple[str, PlaceKind | None]]:
        """The keys under which a name may stand, the likeliest first, with the kind of place it tells."""
        yield self.wordings.written_out(name), kind
        yield cached_key(name), kind
        for told, part in self.wordings.parts(name, self.is_listed):
            yield cached_key(part), told or kind

    def _transcribed(self, name: str, context: frozenset[str]) -> tuple[Place, ...]:
        """Places whose name in another alphabet may be written so («Viazma», «Vyazma»).

        Listed places in any article, by a long name or one that the article's countries settle; large settlements and
        regions only in a country it speaks of: outside, the likeness is chance, and «Soleil» would lie in Arabia. Where
        it speaks of none, a large town of one country alone may be meant by a long name.
        """
        spelling = self.wordings.transcription(name)
        if spelling is None:
            return ()
        listed = self._listed_spellings.get(spelling, ())
        sure = len(spelling) > _SURE_SPELLING and len({place.country for place in listed}) == 1
        if found := tuple(place for place in listed if sure or place.country in context):
            return found
        places = self._settlements(_INDEX.rows(spelling)) or self._divisions(_SUBDIVISIONS.rows(spelling))
        if context:
            return tuple(place for place in places if place.country in context)
        known = tuple(place for place in places if is_known_abroad(place) and place.country in self._spelled_freely)
        return known if len(spelling) > _SURE_SPELLING and len({place.country for place in known}) == 1 else ()

    @property
    def _spelled_freely(self) -> frozenset[str]:
        return self.wordings.spelled_freely

    @cached_property
    def _listed_spellings(self) -> dict[str, tuple[Place, ...]]:
        """Transcription → the listed places that have it, of countries whose names are written in several ways."""
        found: dict[str, tuple[Place, ...]] = {}
        for key, places in self._table.items():
            spelling = self.wordings.transcriber(key)
            if spelling is not None:
                known = found.get(spelling, ())
                found[spelling] = known + tuple(
                    place for place in places if place.country in self._spelled_freely and place not in known
                )
        return found

    def _named(self, key: str, kind: PlaceKind | None) -> tuple[Place, ...]:
        listed = self._table.get(key, ())
        precisions = {place.precision for place in listed}
        sought = kind == "region" and precisions.isdisjoint(("region", "area"))
        if sought and (regions := self._divisions(_SUBDIVISIONS.rows(key))):
            return regions
        if precisions - {"settlement"}:
            return self._towns_of(listed, key) if kind == "settlement" else listed
        if listed:
            return merged(listed, self._settlements(_INDEX.large(key)))
        return self._settlements(_INDEX.large(key)) or self._small(key)

    def _small(self, key: str) -> tuple[Place, ...]:
        """First-level regions of a name, else small settlements and second-level ones."""
        found = self._divisions(_SUBDIVISIONS.large(key)) or self._settlements(_INDEX.rows(key))
        return found or self._divisions(_SUBDIVISIONS.rows(key))

    def _towns_of(self, listed: tuple[Place, ...], key: str) -> tuple[Place, ...]:
        """Of a region the town of its name («à Kherson»), which lies in its country."""
        countries = {place.country for place in listed}
        towns = [place for place in self._settlements(_INDEX.large(key)) if place.country in countries]
        own = tuple(place for place in towns if cached_key(place.name) == key)
        return (*(place for place in listed if place.precision == "settlement"), *own) or listed

    def known_precision(self, name: str) -> Literal["country", "listed", "settlement"] | None:
        """How well a name is known as a place, without the cost of the small settlements.

        Returns:
            «country», «listed» for another place of the tables, «settlement» for one of 15 000 inhabitants or more,
            else None.
        """
        key = cached_key(name)
        listed = self._table.get(key)
        if listed:
            return "country" if listed[0].precision == "country" else "listed"
        return "settlement" if _INDEX.large(key) else None

    def listed_country(self, name: str) -> str | None:
        """ISO code of the country that a name of the tables tells by itself: a region, a town without namesake.

        Returns:
            The code; None for a name the tables lack, that lies in several countries, or that is borne in several.
        """
        key = cached_key(name)
        listed = self._table.get(key)
        if not listed:
            return None
        if key not in self._told:  # of the names of the tables alone, so that it stays small
            countries = {place.country for place in listed}
            if any(place.precision == "settlement" for place in listed):
                countries |= {place.country for place in self._settlements(_INDEX.large(key))}
            self._told[key] = countries.pop() if len(countries) == 1 else None
        return self._told[key]

    def is_description(self, name: str) -> bool:
        """Whether a name is none that a source has, so that at best a part of it can be looked up («Mossoul-Ouest»)."""
        return not self._named(cached_key(name), None)

    def is_listed(self, name: str) -> bool:
        """Whether the tables hold a name."""
        return cached_key(name) in self._table

    def country_of_demonym(self, adjective: str) -> str | None:
        """ISO code of the country an adjective or a people's name belongs to («irakiennes» → «IQ»), None if unknown."""
        return self._demonyms.get(cached_key(adjective))

    def countries_of_demonyms(self, words: Mapping[str, int]) -> Counter[str]:
        """How often words name each country as its adjectives do.

        Args:
            words: how often each is there.
        """
        known, counts = self._demonyms, Counter[str]()
        for key, times in zip(map(cached_key, words), words.values(), strict=True):
            if key in known:
                counts[known[key]] += times
        return counts

    def country_name(self, country: str) -> str | None:
        """The French name of a country of the tables by its ISO code, None for a code they lack."""
        return self._country_names.get(country)

    @cached_property
    def _country_names(self) -> dict[str, str]:
        rows = reversed(load_places(self._own_words, self._own_places))
        return {row.country: row.canonical for row in rows if row.country and row.precision == "country"}

    @cached_property
    def _table(self) -> dict[str, tuple[Place, ...]]:
        table: dict[str, tuple[Place, ...]] = {}
        for row in load_places(self._own_words, self._own_places):
            place = listed_place(row)
            for key in dict.fromkeys(map(name_key, (row.canonical, *row.aliases))):
                table[key] = (*table.get(key, ()), place)
        return table

    @cached_property
    def _french_names(self) -> dict[str, str]:
        places = (place for listed in self._table.values() for place in listed)
        return {place.place_id: place.name for place in places}

    def _settlements(self, rows: Sequence[int]) -> tuple[Place, ...]:
        french = self._french_names
        return tuple(place_of(_INDEX.settlement(row), french) for row in rows)

    def _divisions(self, rows: Sequence[int]) -> tuple[Place, ...]:
        french = self._french_names
        return tuple(place_of(_SUBDIVISIONS.settlement(row), french, "region") for row in rows)

    @cached_property
    def _demonyms(self) -> dict[str, str]:
        rows = self._own_words.table(Demonym, "demonyms.csv")
        return {name_key(form): row.country for row in rows for form in row.forms}
