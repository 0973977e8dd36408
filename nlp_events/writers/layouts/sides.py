"""Who did it and who was hit, as layouts of conflict data code them: as far as articles tell, and no further.

What the actor itself denies is left out, and so is a lone or unnamed person, whom no layout has a code for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from nlp_events.values import ActorStatus, ActorType, Event, WhoCategory

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


def _stands(event: Event) -> bool:
    return event.actor is not None and event.actor_status in _RANKS


def _is_hit(event: Event) -> bool:
    return event.who is not None and event.who_category in _OF_VICTIMS
