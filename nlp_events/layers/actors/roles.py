"""What somebody who is mentioned does there."""

from __future__ import annotations

from nlp_events.layers.actors.mention import Mention

SUBJECT = "subject"
"""The role of the subject of a verb of harm, or of taking, whom no wording right beside it tells."""
ROLES: tuple[tuple[str, frozenset[str]], ...] = (
    ("owner", frozenset(("owned", "owned_in", "owns_up", "announces_deed"))),
    ("denier", frozenset(("denies",))),
    ("blamed", frozenset(("blamed_on", "blamed", "suspected", "convicted"))),
    ("doer", frozenset(("fires", "harms", "blows_himself_up", "harming", "seizes", "seizing"))),
    ("victim", frozenset(("suffers", "perished", "loses"))),
    ("agent", frozenset(("agent_of_harm", "agent_of_seizure", "of_attack", "held_by"))),
    ("taken", frozenset(("taken", "arrest_of"))),
    ("target", frozenset(("against", "part_of"))),
    ("helper", frozenset(("helps", "helped_by", "known_to"))),
    ("speaker", frozenset(("source", "says"))),
    ("clash", frozenset(("clash", "fled", "fights"))),
    ("by", frozenset(("agent",))),
    ("acts", frozenset(("acts", "escapes"))),
)
"""A role, and the names of the wordings before and behind a mention that tell it; the first goes before the others."""
DOERS = frozenset(("owner", "doer", "agent", SUBJECT))
"""Roles of those who did something to somebody."""
_ROLE_OF = {name: at for at, (_, names) in enumerate(ROLES) for name in names}


def role_of(one: Mention) -> str:
    """The role of a mention, «-» where nothing tells one."""
    at = min(_ROLE_OF.get(one.before, len(ROLES)), _ROLE_OF.get(one.behind, len(ROLES)))
    return ROLES[at][0] if at < len(ROLES) else "-"
