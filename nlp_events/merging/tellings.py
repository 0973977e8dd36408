"""Tellings: what one article says of one happening."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from nlp_events.text.name_keys import name_key
from nlp_events.values import Cause, Impact, Modifier, PlacePrecision, Reading, Scope, Unit

key_of = lru_cache(maxsize=65_536)(name_key)
"""What the spellings of a name share."""

VOTES = 100
"""What a place or a day counts that is certain, or of which nothing else is known."""
Dated = Literal["told", "wide", "guessed", "before", "none"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a happening was: coordinates in degrees; ``kind`` is how wide the name is, None when unknown."""

    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    kind: PlacePrecision | None

    @property
    def key(self) -> str:
        """What the spellings of the name share."""
        return key_of(self.name)


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure as the comparison sees it.

    ``replaced`` for an earlier toll, ``revised`` where a revision is told, ``minor`` for one beside a larger one of
    its impact: often a part («six corps de plus») that no wording ties to the whole.
    """

    impact: Impact
    unit: Unit
    low: int | None
    high: int | None
    modifier: Modifier
    replaced: bool
    revised: bool
    minor: bool

    @property
    def number(self) -> int:
        """The least of it, or the most where it has no least."""
        return (self.low if self.low is not None else self.high) or 0


@dataclass(frozen=True, slots=True)
class Telling:
    """What one article says of one happening. Days are counted from the year 1 (``date.toordinal``).

    ``dated`` tells how the days are known: «told», or «wide» where a month or year is told; «guessed» from the day of
    publication; «before» for a look back that names no day: any of the year before. ``first`` and ``last`` are None for
    «none». ``marks`` leaves out parts, denials and what is only feared.

    ``own_news`` is true for what the article is about: one telling of each article, without a figure where its headline
    and lead tell none. That one's ``words`` are those of the whole article, another's those of its passage; ``title``
    holds the words of the headline, for own news alone, ``days`` the days and ``lands`` the countries that the article
    names, ``called`` the happenings with a name (see ``NamedHappenings``). ``items`` counts the article's tellings,
    ``headline`` holds the event ids of the records in its headline. ``place_votes`` and ``day_votes`` say how sure the
    article's place and day are, in hundredths: what they count among those of other articles. ``own_ids`` are the
    ``incident_id``s of its records.
    """

    telling_id: str
    doc_id: str
    published: int | None
    scope: Scope
    places: tuple[Place, ...]
    first: int | None
    last: int | None
    dated: Dated
    cause: Cause | None
    marks: tuple[Mark, ...]
    names: frozenset[str]
    people: frozenset[str]
    own_news: bool = True
    words: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    days: frozenset[int] = frozenset()
    lands: frozenset[str] = frozenset()
    called: frozenset[str] = frozenset()
    items: int = 1
    headline: frozenset[str] = frozenset()
    place_votes: int = VOTES
    day_votes: int = VOTES
    own_ids: tuple[str, ...] = ()


Counted = tuple[Impact, Unit, Reading]
"""A reading and what it counts."""
Told = tuple[Telling, tuple[Counted, ...]]
"""A telling with its readings."""


@dataclass(frozen=True, slots=True)
class TellingArticle:
    """An article with its tellings, and each telling's readings; ``sentences`` is what copies are told by."""

    doc_id: str
    published: str | None
    title: str | None
    sentences: str
    tellings: tuple[Told, ...]


def told_apart(tellings: Iterable[Told]) -> Iterator[Told]:
    """Tellings, of which those that are one happening in their records are known by the record they begin with."""
    known: set[str] = set()
    for telling, readings in tellings:
        apart = replace(telling, telling_id=readings[0][2].event_id) if telling.telling_id in known else telling
        known.add(apart.telling_id)
        yield apart, readings
