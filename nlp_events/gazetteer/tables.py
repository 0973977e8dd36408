"""The tables of names: organisations, armed groups, places, demonyms, and how names come down to one spelling."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field

from nlp_events.values import PlacePrecision, SourceType
from nlp_events.words.loader import Resource, Word, WordList
from nlp_events.words.store import SHIPPED, Words
from nlp_events.words.tables import read_table
from nlp_events.words.wordings import Wording

PLACE_TABLES = ("places.csv", "areas.csv", "towns.csv")
"""Countries, regions and French names of towns; seas, rivers, ranges and islands; towns and camps of the news."""


class Organisation(Resource):
    """One line of ``organisations.csv`` or ``armed_groups.csv``.

    ``aliases`` are written as in the news, case included: an alias in capitals matches only capitals (and, from four
    letters on, «Unicef» for «UNICEF»). ``country`` is the ISO 3166-1 alpha-2 code it acts for, None for many.
    """

    canonical: Word
    aliases: tuple[Word, ...] = ()
    kind: SourceType
    country: str | None = None
    known_id: Word
    source: Word


class PlaceRow(Resource):
    """One line of ``places.csv``, ``areas.csv`` or ``towns.csv``: a French name, or a place GeoNames' settlements lack.

    ``country`` is None for what lies in several (a sea, «Sahel»). Coordinates are WGS 84 degrees, None when none is
    known; ``radius`` is how many kilometres from there a sea, a range or an island reaches. ``known_id`` is
    «geonames:…» for a settlement or country of GeoNames.
    """

    canonical: Word
    aliases: tuple[Word, ...] = ()
    country: Annotated[str, Field(pattern="^[A-Z]{2}$")] | None = None
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None
    radius: Annotated[float, Field(gt=0)] | None = None
    precision: PlacePrecision = "settlement"
    known_id: Word
    source: Word


class Demonym(Resource):
    """One line of ``demonyms.csv``: every form of a country's adjectives."""

    country: str
    forms: WordList


class Transcription(Resource):
    """How names from other alphabets come down to one spelling; ``shortest``: letters of the shortest that may."""

    countries: WordList
    freely: WordList
    articles: WordList
    letters: dict[Word, Word]
    shortest: int


class Compass(Resource):
    """A point of the compass in GeoNames' names of regions: how they have it, and «{}» within the French wordings."""

    native: Wording
    french: WordList


class DivisionWords(Resource):
    """``divisions.yaml``: how the names of regions come down to French ones when their index is built."""

    common: Wording
    compass: tuple[Compass, ...]


class PlaceWords(Resource):
    """``gazetteer.yaml``: patterns, on names as written, that reduce the description of a place to its name."""

    before_name: Wording
    compass_ending: Wording
    borderless: Wording
    named_thing: Wording
    feature: Wording
    feast: Wording
    region_name: Wording
    region_before: Wording
    lies_in: Wording
    settlement_before: Wording
    abbreviations: dict[Word, Word]
    transcription: Transcription


def load_organisations(words: Words = SHIPPED, aliases: str | None = None) -> tuple[Organisation, ...]:
    """Every line of ``organisations.csv`` and ``armed_groups.csv``.

    Args:
        words: the words and rules.
        aliases: a CSV file of the user's own with the same columns, whose names go before the shipped ones.

    Raises:
        ResourceError: a line of one of the tables is wrong.
    """
    own = read_table(Organisation, Path(aliases)) if aliases is not None else ()
    shipped = (words.table(Organisation, name) for name in ("organisations.csv", "armed_groups.csv"))
    return (*own, *(row for table in shipped for row in table))


def load_places(words: Words = SHIPPED, places: str | None = None) -> tuple[PlaceRow, ...]:
    """Every line of ``places.csv``, ``areas.csv`` and ``towns.csv``.

    Args:
        words: the words and rules.
        places: a CSV file of the user's own with the same columns, whose names go before the shipped ones.

    Raises:
        ResourceError: a line of one of the tables is wrong.
    """
    own = read_table(PlaceRow, Path(places)) if places is not None else ()
    return (*own, *(row for name in PLACE_TABLES for row in words.table(PlaceRow, name)))
