"""What the choice of a figure's place hangs on: the names of an article, and the figure in it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from nlp_events.layers.places.roles import Role
from nlp_events.values import Flow, Impact, PlacePrecision, Scope, Zone

NameLabel = Literal["LOC", "PER", "ORG", "site", "unknown"]
Lead = Literal["origin", "care", "-"]
"""What the words before a list say of its places: where the victims came from, where they were brought, nothing."""
# Refugees and those who came back are where they now are; all others are where it happened to them.
AT_DESTINATION: tuple[Impact, ...] = ("refugee", "returned")
# From the narrowest to the widest; what is unknown is a small place.
LEVELS: tuple[PlacePrecision | None, ...] = (None, "settlement", "region", "area", "country")


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name of the article that may be a place: its mention, what the gazetteer knows, the words before it.

    ``label`` is the recogniser's, «unknown» where it has none. ``heads`` tells that it opens its clause («À Gao, …»),
    ``beside`` that it is of a happening that another is told beside («deux jours après l'attentat de Gao»). ``told_by``
    is the rule of its country: the gazetteer's, or that of a wider name behind it («X, au Mali»).
    """

    start: int
    end: int
    canonical: str
    country: str | None
    latitude: float | None
    longitude: float | None
    precision: PlacePrecision | None
    zone: Zone
    role: Role
    heads: bool = False
    beside: bool = False
    label: NameLabel = "LOC"
    told_by: str = "of_place"


@dataclass(frozen=True, slots=True)
class Pairing:
    """The name that a list pairs with a figure: where it begins, how many pairs there are, what leads to the list."""

    start: int
    pairs: int
    lead: Lead


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A figure in its article.

    ``number`` is its least. ``floor`` and ``ceiling`` bound the text between the figures before and after it in the
    sentence. ``clause`` bounds its clause, ``there`` is where the sentence says «y» for a place, ``source`` the stretch
    that tells who says so. ``is_part`` tells that it is a part of another, ``national`` that it is of a whole country,
    ``worldwide`` of the whole world. ``pairing`` is the name that a list pairs it with, ``shared`` where the names
    begin among which a list shares it out.
    """

    start: int
    end: int
    trigger: tuple[int, int]
    sentence: tuple[int, int]
    impact: Impact
    scope: Scope
    flow: Flow | None
    zone: Zone
    number: int
    national: bool
    worldwide: bool
    floor: int
    ceiling: int
    clause: tuple[int, int]
    there: int | None
    source: tuple[int, int] | None
    is_part: bool
    pairing: Pairing | None = None
    shared: Collection[int] = ()


def is_wider(one: PlacePrecision | None, other: PlacePrecision | None) -> bool:
    """Whether a place of one precision may hold one of another."""
    return _level(one) >= _level(other)


def held_by(name: Name, others: Mapping[tuple[PlacePrecision | None, str | None], int]) -> int:
    """How many other names may be of places within one, as far as their countries are known.

    Args:
        name: the name of the place that may hold them.
        others: how many names there are of each precision and country.
    """
    return sum(
        count
        for (precision, country), count in others.items()
        if _level(name.precision) > _level(precision) and (None in (name.country, country) or name.country == country)
    )


def _level(precision: PlacePrecision | None) -> int:
    return max(1, LEVELS.index(precision))
