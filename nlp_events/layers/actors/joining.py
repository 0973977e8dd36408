"""Which mentions are of one actor: the nameless join the only name that they can be of, and bear it."""

from __future__ import annotations

from dataclasses import replace

from nlp_events.layers.actors.mention import Mention

# What stands behind the name of a person who did it.
_OF_DOER = frozenset(("suspected", "convicted", "taken", "blows_himself_up", "fires", "owns_up", "harms"))
# Kinds of names that are of no actor by themselves.
_NO_NAMES = frozenset(("LOC -",))
# Kinds of names that the nameless may be of.
_FIGHTING = frozenset(("ORG armed_group", "ORG security_forces"))


def joined(found: list[Mention]) -> list[Mention]:
    """Mentions with those of one actor in one group: the nameless join the only name that they can be of.

    «Les rebelles» are the only armed group that the article names, «l'armée» is that of the only country told of.
    """
    only: dict[str, str] = {}
    for type_ in ("armed_group", "state_force"):
        own = (one for one in found if one.type == type_ and (one.kind in _FIGHTING or not one.kind.startswith("ORG ")))
        named = {one.group for one in own if not one.group.endswith(" -") and one.kind not in ("LOC -", "authority")}
        if len(named) == 1:
            only[type_] = next(iter(named))
    groups = [_joined(one, only) for one in found]
    bearing = _names(found, groups)
    return [_made(one, group, bearing) for one, group in zip(found, groups, strict=True)]


def _names(found: list[Mention], groups: list[str]) -> dict[str, tuple[str, str | None]]:
    """The name of each group that has but one: «les assaillants» are whom it names; the bodies of police are many."""
    told: dict[str, set[tuple[str, str | None]]] = {}
    for one, group in zip(found, groups, strict=True):
        if one.canonical and one.kind not in _NO_NAMES:
            told.setdefault(group, set()).add((one.canonical, one.known_id))
    return {group: next(iter(own)) for group, own in told.items() if len(own) == 1 and group != "police"}


def _made(one: Mention, group: str, names: dict[str, tuple[str, str | None]]) -> Mention:
    if one.canonical is None and group in names:
        canonical, known_id = names[group]
        return replace(one, group=group, canonical=canonical, known_id=known_id)
    return one if one.group == group else replace(one, group=group)


def _joined(one: Mention, only: dict[str, str]) -> str:
    if one.type == "individual" and (one.before == "identified" or one.behind in _OF_DOER):
        return "individual"
    if one.type == "police" and one.canonical:
        return "police"
    return only.get(one.type, one.group) if one.group.endswith(" -") else one.group
