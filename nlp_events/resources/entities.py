"""The tables of names: organisations, armed groups, places, demonyms, and the words that tell labels and borders."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from nlp_events.resources.loader import Resource, Word, Words
from nlp_events.values import SourceType

Precision = Literal["settlement", "region", "country", "area"]

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})
_SEPARATORS = re.compile(r"[\W_]+")


def name_key(name: str) -> str:
    """What the spellings of one name share: no case, accent, hyphen, apostrophe or double space.

    Args:
        name: a name as written.

    Returns:
        Lower-case words of letters and digits, one space between; empty for a name without any.
    """
    if not name.isascii():
        decomposed = unicodedata.normalize("NFKD", name.casefold().translate(_LIGATURES))
        name = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _SEPARATORS.sub(" ", name.lower()).strip()


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
    """One line of ``places.csv``: a French name, or a place GeoNames' settlements lack.

    ``country`` is None for what lies in several (a sea, «Sahel»). Coordinates are WGS 84 degrees, None when the place
    is too wide for a point. ``known_id`` is «geonames:…» for a settlement or country of GeoNames.
    """

    canonical: Word
    aliases: tuple[Word, ...] = ()
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: Precision
    known_id: Word
    source: Word


class Demonym(Resource):
    """One line of ``demonyms.csv``: every form of a country's adjectives."""

    country: str
    forms: Words
