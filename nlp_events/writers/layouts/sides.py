"""Who did it and who was hit, as layouts of conflict data code them: as far as articles tell, and no further.

What the actor itself denies is left out, and so is a lone or unnamed person, whom no layout has a code for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from nlp_events.values import ActorStatus, ActorType, Event, Incident, WhoCategory, leads

Kind = Literal["state", "group", "militia", "crowd", "civilians"]
"""What a side is: a state's forces, an organised group, a gang or men nobody has identified, a crowd, civilians."""
CIVILIANS: tuple[WhoCategory, ...] = ("civilian", "child", "woman", "aid_worker", "journalist", "migrant")
"""Groups of people who are no side of a conflict."""
_KINDS: dict[ActorType | None, Kind] = {
    "state_force": "state", "police": "state", "armed_group": "group", "gang": "militia", "unknown": "militia",
    "crowd": "crowd",
}  # fmt: skip
_OF_VICTIMS: dict[WhoCategory | None, Kind] = {
    "security_force": "state", "armed_group": "group", **dict.fromkeys(CIVILIANS, "civilians"),
}  # fmt: skip
_RANKS: tuple[ActorStatus, ...] = ("claimed", "attributed", "told")
"""What is told of an actor, the surest first."""


@dataclass(frozen=True, slots=True)
class Side:
    """A side of a happening: its name as known, else as written, and what it is."""

    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Sides:
    """The sides of a happening: who did it, others of whom the same is told, who was hit; None where untold."""

    actor: Side | None = None
    others: tuple[Side, ...] = ()
    hit: Side | None = None


def sides_of(events: Iterable[Event]) -> Sides:
    """The sides of a happening by its records: who claims it, else to whom it is attributed, else who is told of.

    Who was hit is no side where nobody is told to have done it.
    """
    events = list(events)
    named = [(one, _KINDS[one.actor_type]) for one in events if one.actor_type in _KINDS and _stands(one)]
    named.sort(key=lambda one: _RANKS.index(one[0].actor_status or "told"))
    told = list(dict.fromkeys(Side(one.actor_canonical or one.actor or "", kind) for one, kind in named))
    hit = next((Side(one.who or "", _OF_VICTIMS[one.who_category]) for one in events if _is_hit(one)), None)
    return Sides(told[0], tuple(told[1:]), hit) if told else Sides()


def sides_of_incident(incident: Incident) -> Sides:
    """The same of an incident: who leads its actors, and who may have been with them, whom none contradicts."""
    lead = incident.lead
    if lead is None or lead.actor_type not in _KINDS:
        return Sides()
    also = [one for one in incident.actors if one is not lead and leads(one) and not one.conflict]
    others = tuple(Side(one.name, _KINDS[one.actor_type]) for one in also if one.actor_type in _KINDS)
    return Sides(Side(lead.name, _KINDS[lead.actor_type]), others, _hit(incident))


def _hit(incident: Incident) -> Side | None:
    """Who was hit, by the best readings before the others."""
    readings = [(one.event_id != impact.best_event_id, one) for impact in incident.impacts for one in impact.history]
    told = [one for _, one in sorted(readings, key=lambda each: each[0]) if one.who and one.who_category in _OF_VICTIMS]
    return Side(told[0].who or "", _OF_VICTIMS[told[0].who_category]) if told else None


def _stands(event: Event) -> bool:
    return event.actor is not None and event.actor_status in _RANKS


def _is_hit(event: Event) -> bool:
    return event.who is not None and event.who_category in _OF_VICTIMS
