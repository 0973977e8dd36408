"""Who did it and with what, by all readings of an incident. Nothing of it decides which articles tell of one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TypeAlias, get_args

from nlp_events.merging.tellings import key_of
from nlp_events.values import ActorStatus, Impact, IncidentActor, IncidentImpact, Means, Reading, leads

Told: TypeAlias = tuple[Impact, Reading]
"""A reading that names who did it, and of which impact it is."""
_RANKS: tuple[ActorStatus, ...] = ("claimed", "denied", "attributed", "told")
"""Of what several articles say of one actor, what counts: a claim of its own, then its denial."""
_NAMELESS = "~"
"""What the key of a nameless actor begins with, as no name does."""


def actors_of(impacts: Iterable[IncidentImpact]) -> tuple[IncidentActor, ...]:
    """Who is said to have done it, who leads first (see ``Incident.actors``)."""
    groups: dict[str, list[Told]] = {}
    for impact in impacts:
        for one in impact.history:
            if one.actor is not None:
                groups.setdefault(_key(one), []).append((impact.impact, one))
    actors = {key: _actor(told) for key, told in groups.items()}
    against = _contradicted(groups, actors)
    ordered = sorted(actors, key=lambda key: _order(key, actors[key]))
    return tuple(replace(actors[key], conflict=actors[key].conflict or key in against) for key in ordered)


def means_of(impacts: Iterable[IncidentImpact]) -> tuple[Means, ...]:
    """With what it was done: what most articles of their own words tell first."""
    told = {(one.doc_id, one.means) for impact in impacts for one in impact.history if one.means and not one.repeated}
    counts = Counter(means for _, means in told)
    order = get_args(Means)
    return tuple(sorted(counts, key=lambda means: (-counts[means], order.index(means))))


def _is_nameless(reading: Reading) -> bool:
    """Whether words of a kind of people are no name: «des hommes armés», «Un assaillant»; «Wagner» is one."""
    if reading.actor_id is not None or reading.actor is None:
        return False
    first, *more = reading.actor.split()
    return reading.actor_type == "unknown" or not any(one[:1].isupper() for one in more or (first,))


def _key(reading: Reading) -> str:
    """What readings of one actor share: its id, its name, or for nameless ones what they are."""
    if _is_nameless(reading):
        return f"{_NAMELESS}{reading.actor_type or ''}"
    return reading.actor_id or key_of(reading.actor or "")


def _actor(told: Sequence[Told]) -> IncidentActor:
    first = told[0][1]
    statuses = {one.actor_status or "told" for _, one in told}
    names = Counter(one.actor or "" for _, one in told)
    order = get_args(Impact)
    return IncidentActor(
        name=min(names, key=lambda name: (-names[name], name)),
        actor_id=first.actor_id,
        actor_type=first.actor_type,
        actor_status=min(statuses, key=_RANKS.index),
        impacts=tuple(sorted({impact for impact, _ in told}, key=order.index)),
        voices=len({one.doc_id for _, one in told if not one.repeated}),
        conflict="denied" in statuses and len(statuses) > 1,
    )


def _order(key: str, actor: IncidentActor) -> tuple[bool, bool, int, int, str]:
    return not leads(actor), key.startswith(_NAMELESS), _RANKS.index(actor.actor_status), -actor.voices, key


def _contradicted(groups: dict[str, list[Told]], actors: dict[str, IncidentActor]) -> set[str]:
    """The actors of whom others are named instead, by articles none of which names both."""
    sides = {key: {one.doc_id for _, one in told} for key, told in groups.items() if leads(actors[key])}
    apart = [
        (first, second)
        for first, second in combinations(sides, 2)
        if not sides[first] & sides[second] and not _may_both(actors[first], actors[second], (first, second))
    ]
    return {key for pair in apart for key in pair}


def _may_both(one: IncidentActor, other: IncidentActor, keys: tuple[str, str]) -> bool:
    """Whether two may be one or of one side: a person of a group; nameless ones of its type, or known to nobody."""
    types = (one.actor_type, other.actor_type)
    if "individual" in types and types[0] != types[1]:
        return True
    nameless = any(key.startswith(_NAMELESS) for key in keys)
    return nameless and (types[0] == types[1] or "unknown" in types)
