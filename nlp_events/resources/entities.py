"""The tables of names: organisations, armed groups, places, demonyms, and the words that tell labels and borders."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

from nlp_events.resources.wordings import Wording

from nlp_events.resources.loader import Resource, Word, Words, load_table, load_yaml, read_table
from nlp_events.values import Label, PlacePrecision, SourceType

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})
_MARKS = re.compile("[\u0300-\u036f]+")
_REPEATED = re.compile(r"(.)\1+")
_SEPARATORS = re.compile(r"(?:[^\w\n]|_)+")


def name_key(name: str) -> str:
    """What the spellings of one name share: no case, accent, hyphen, apostrophe or double space.

    Args:
        name: a name as written.

    Returns:
        Lower-case words of letters and digits, one space between; empty for a name without any.
    """
    if name.isascii() and name.isalnum():
        return name.lower()
    return " ".join(_plain(name).split())


def name_keys(names: Iterable[str]) -> set[str]:
    """The keys of many names, as ``name_key`` makes them but five times as fast; names without a line end."""
    return {key.strip() for key in _plain("\n".join(names)).split("\n")} - {""}


def _plain(text: str) -> str:
    if not text.isascii():
        # Decomposed on both sides of the case folding: either step may give the other something to do («𝚤», «İ»).
        folded = unicodedata.normalize("NFKD", text).casefold()
        text = _MARKS.sub("", unicodedata.normalize("NFKD", folded).translate(_LIGATURES))
    return _SEPARATORS.sub(" ", text.lower())


class Sounds:
    """Writes one way the letters that stand for one sound, and doubled ones once; keys in, keys out.

    Args:
        letters: a wording → what is written for it; of two that begin alike the longer counts.
    """

    def __init__(self, letters: Mapping[str, str]) -> None:
        self._letters = dict(letters)
        longest_first = sorted(self._letters, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, longest_first)))

    def __call__(self, key: str) -> str:
        """A key as ``name_key`` makes it, by its sounds («zarqaoui», «zarkawi»: «zarkaui»)."""
        return _REPEATED.sub(r"\1", self._pattern.sub(lambda match: self._letters[match.group()], key))


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
    precision: PlacePrecision
    known_id: Word
    source: Word


class Demonym(Resource):
    """One line of ``demonyms.csv``: every form of a country's adjectives."""

    country: str
    forms: Words


class Transcription(Resource):
    """How names from other alphabets come down to one spelling; ``shortest``: letters of the shortest that may."""

    countries: Words
    articles: Words
    letters: dict[Word, Word]
    shortest: int


class PlaceWords(Resource):
    """``gazetteer.yaml``: patterns, on names as written, that reduce the description of a place to its name."""

    before_name: Wording
    compass_ending: Wording
    abbreviations: dict[Word, Word]
    transcription: Transcription


class LabelledWords(Resource):
    """Words by label; a label without any may be left out."""

    PER: tuple[Word, ...] = ()
    LOC: tuple[Word, ...] = ()
    ORG: tuple[Word, ...] = ()

    def by_label(self) -> dict[Label, frozenset[str]]:
        """The words of each label."""
        return {"PER": frozenset(self.PER), "LOC": frozenset(self.LOC), "ORG": frozenset(self.ORG)}


class EntityWords(Resource):
    """``entities.yaml``: see the comments in the file, one a key."""

    articles: Words
    opening_articles: Words
    particles: Words
    breakers: Words
    not_names: Words
    outer_heads: LabelledWords
    loose_ends: Words
    kinds: dict[SourceType, Words]
    cue_weight: float
    cues: LabelledWords
    naming_cues: LabelledWords
    weak_cue_weight: float
    weak_cues: LabelledWords
    name_articles: Words
    titles: Words
    name_letters: dict[Word, Word]
    surnames_first: Words
    namesakes: tuple[tuple[Word, Word], ...]
    same_names: tuple[Words, ...]
    ambiguous_places: Words

    def organisation_heads(self) -> frozenset[str]:
        """Keys of the common nouns that stand before an organisation's name («groupe Wagner»)."""
        return frozenset(map(name_key, self.outer_heads.ORG))


def load_words(directory: str | None = None) -> EntityWords:
    """The words of ``entities.yaml``."""
    words: EntityWords = load_yaml(EntityWords, "entities.yaml", directory)
    return words


def load_organisations(directory: str | None = None, aliases: str | None = None) -> tuple[Organisation, ...]:
    """Every line of ``organisations.csv`` and ``armed_groups.csv``.

    Args:
        directory: a folder whose files replace the shipped ones; None for those.
        aliases: a CSV file of the user's own with the same columns, whose names go before the shipped ones.

    Raises:
        ResourceError: a line of one of the tables is wrong.
    """
    own = read_table(Organisation, Path(aliases)) if aliases is not None else ()
    shipped = (load_table(Organisation, name, directory) for name in ("organisations.csv", "armed_groups.csv"))
    return (*own, *(row for table in shipped for row in table))


def load_places(directory: str | None = None) -> tuple[PlaceRow, ...]:
    """Every line of ``places.csv``."""
    return load_table(PlaceRow, "places.csv", directory)
