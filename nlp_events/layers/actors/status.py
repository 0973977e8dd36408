"""Whether a deed is told as fact, claimed, attributed or denied: the facts from which this is chosen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from nlp_events.layers.actors.mention import Mention
from nlp_events.layers.actors.roles import role_of
from nlp_events.text.discourse import Discourse
from nlp_events.text.evidence import span_of
from nlp_events.text.stretches import Stretches
from nlp_events.values import ActorStatus, FigureValue

STATUSES: tuple[ActorStatus, ...] = get_args(ActorStatus)
# Types of sources that speak for a type of actor: the army that tells of its own deed.
_SPEAKS_FOR = {
    "state_force": ("security_forces", "government"), "police": ("security_forces", "government"),
    "armed_group": ("armed_group",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Side:
    """What all mentions of one actor tell of it: their roles, the wordings around them, and where they stand."""

    roles: Sequence[str]
    before: frozenset[str]
    behind: frozenset[str]
    stretches: Stretches


def sides(mentions: Sequence[Mention]) -> dict[str, Side]:
    """The side of each actor of an article, by its group.

    Args:
        mentions: those of the article, in text order.
    """
    by_group: dict[str, list[Mention]] = defaultdict(list)
    for one in mentions:
        by_group[one.group].append(one)
    return {group: _side(own) for group, own in by_group.items()}


def _side(own: Sequence[Mention]) -> Side:
    return Side(
        sorted(set(map(role_of, own))),
        frozenset(one.before for one in own),
        frozenset(one.behind for one in own),
        Stretches((one.start, one.end) for one in own),
    )


def status_facts(
    figure: FigureValue, chosen: Mention, side: Side, sentence: tuple[int, int], discourse: Discourse
) -> list[str]:
    """What holds of a chosen actor, whichever of ``STATUSES`` it has.

    Args:
        figure: whose actor is chosen.
        chosen: the mention that was.
        side: that of the actor.
        sentence: [start, end) of that mention's sentence.
        discourse: the article's.
    """
    role, kind = role_of(chosen), f"type={chosen.type}"
    facts = [
        f"role={role}", f"before={chosen.before}", f"behind={chosen.behind}", kind, f"impact={figure['impact']}",
        f"role={role} {kind}", f"{kind} impact={figure['impact']}", f"certainty={figure['certainty']}",
        f"source={figure['source_type']}", f"source={figure['source_type']} {kind}", f"zone={chosen.zone}",
        *(f"once {one}" for one in side.roles),
        *(f"once {word} {kind}" for word in sorted(side.behind & _TELLING)),
        *(f"once {word} {kind}" for word in sorted(side.before & _TELLING)),
    ]  # fmt: skip
    told = {
        "said": bool(discourse.within("attribution", *sentence)),
        "quoted": discourse.around("quotation", chosen.start) is not None,
        "own source": _is_source(figure, side),
        "speaks for itself": figure["source_type"] in _SPEAKS_FOR.get(chosen.type, ()),
        "figure said": bool(discourse.within("attribution", figure["sentence_start"], figure["sentence_end"])),
        "same sentence": sentence[0] == figure["sentence_start"],
    }
    return [*facts, *(fact for fact, true in told.items() if true)]


_TELLING = frozenset(
    (
        "owned",
        "owned_in",
        "owns_up",
        "announces_deed",
        "denies",
        "blamed_on",
        "blamed",
        "suspected",
        "may",
        "says",
        "source",
    )
)


def sure_status(chosen: Mention, side: Side) -> ActorStatus | None:
    """The status that words tell for sure: denied, claimed, attributed; None where what was learned has to choose."""
    if chosen.type in _BODIES and "denies" in side.behind:
        return "denied"
    if chosen.behind == "announces_deed" or "owned" in side.before:
        return "claimed"
    return "attributed" if chosen.before == "blamed_on" else None


_BODIES = frozenset(("state_force", "police", "armed_group", "gang", "other"))


def _is_source(figure: FigureValue, side: Side) -> bool:
    """Whether who did it is who tells of it."""
    span = span_of(figure, "source")
    return span is not None and side.stretches.is_over(span[0], span[1])
