"""All who were there, counted as killed: «sur les 98 passagers, 29 sont morts, 57 sont saufs et 12 manquent»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from nlp_events.merging.readings import day_of, number_of, stands
from nlp_events.values import Impact, Reading, Unit

Kind: TypeAlias = tuple[Impact, Unit, bool]
"""What readings count: impact, unit, and whether it is a stock."""
_MANY = 10
"""The number from which on a sum that fits is no chance."""


def people_there(kinds: Mapping[Kind, Sequence[Reading]]) -> dict[str, str]:
    """Event id of a reading of the killed that counts all who were there → that of the dead among them.

    Its article tells how many of them were killed and rescued, or hurt or lost too, and these are all;
    and no other article tells so many killed.

    Args:
        kinds: the readings of an incident.
    """
    killed = kinds.get(("killed", "person", False), ())
    found: dict[str, str] = {}
    tolls = set()
    for one in killed:
        dead = (_dead_among(one, killed, kinds) or _known_dead(one, killed)) if stands(one) else None
        if dead is not None:
            found[one.event_id] = dead
        else:
            tolls.add(number_of(one))
    numbers = {one.event_id: number_of(one) for one in killed}
    return {event_id: dead for event_id, dead in found.items() if numbers[event_id] not in tolls}


def _dead_among(one: Reading, killed: Iterable[Reading], kinds: Mapping[Kind, Sequence[Reading]]) -> str | None:
    """The event id of the dead among those whom a reading counts, None where it counts the dead itself."""
    rests = set(_rests(one.doc_id, kinds)) if number_of(one) >= _MANY else ()
    dead = [
        other
        for other in killed
        if other.doc_id == one.doc_id and not other.superseded and number_of(one) - number_of(other) in rests
    ]
    return max(dead, key=lambda other: (number_of(other), other.event_id)).event_id if dead else None


def without_people_there(readings: Iterable[Reading], aboard: Mapping[str, str]) -> list[Reading]:
    """Readings of which those of all who were there are no toll, and those of the dead among them no part."""
    dead = set(aboard.values())
    return [replace(one, part=False) if one.event_id in dead else one for one in readings if one.event_id not in aboard]


def _known_dead(one: Reading, killed: Sequence[Reading]) -> str | None:
    """The event id of a part that was the toll for days before: «six personnes poignardées, dont deux mortes»."""
    before = [other for other in killed if stands(other) and other.scope == "event" and day_of(other) < day_of(one)]
    newest = max(before, key=lambda other: (day_of(other), other.event_id), default=None)
    if newest is None or 2 * number_of(newest) > number_of(one):
        return None
    days = {day_of(other) for other in before if number_of(other) == number_of(newest)}
    parts = [
        other for other in killed if other.part and other.doc_id == one.doc_id and number_of(other) == number_of(newest)
    ]
    return min(other.event_id for other in parts) if parts and len(days) > 1 else None


def _rests(doc_id: str, kinds: Mapping[Kind, Sequence[Reading]]) -> Iterator[int]:
    """How many an article tells to have been there beside the dead: those rescued, alone or with others."""
    told = {
        impact: {number_of(one) for one in kinds.get((impact, "person", False), ()) if one.doc_id == doc_id}
        for impact in ("rescued", "injured", "missing")
    }
    for rescued in told["rescued"] - {0}:
        for injured in told["injured"] | {0}:
            for missing in told["missing"] | {0}:
                yield rescued + injured + missing
