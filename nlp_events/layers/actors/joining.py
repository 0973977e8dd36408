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
        names = {one.group for one in own if not one.group.endswith(" -") and one.kind not in ("LOC -", "authority")}
        if len(names) == 1:
            only[type_] = next(iter(names))
    groups = [_joined(one, only) for one in found]
    return _named([replace(one, group=group) for one, group in zip(found, groups, strict=True)])


def _named(found: list[Mention]) -> list[Mention]:
    """Mentions with the name of their group where it has but one: «les assaillants» are whom it names."""
    names: dict[str, set[tuple[str, str | None]]] = {}
    for one in found:
        if one.canonical and one.kind not in _NO_NAMES:
            names.setdefault(one.group, set()).add((one.canonical, one.known_id))
    known = {group: next(iter(own)) for group, own in names.items() if len(own) == 1 and group != "police"}
    return [
        replace(one, canonical=known[one.group][0], known_id=known[one.group][1])
        if one.canonical is None and one.group in known
        else one
        for one in found
    ]


def _joined(one: Mention, only: dict[str, str]) -> str:
    if one.type == "individual" and (one.before == "identified" or one.behind in _OF_DOER):
        return "individual"
    if one.type == "police" and one.canonical:
        return "police"
    return only.get(one.type, one.group) if one.group.endswith(" -") else one.group
