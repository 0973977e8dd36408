"""Whether a deed is told as fact, claimed, attributed or denied: the facts from which this is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from nlp_events.layers.actors.mention import Mention
from nlp_events.layers.actors.roles import role_of
from nlp_events.text.discourse import Discourse
from nlp_events.values import ActorStatus, FigureValue

STATUSES: tuple[ActorStatus, ...] = get_args(ActorStatus)
# Types of sources that speak for a type of actor: the army that tells of its own deed.
_SPEAKS_FOR = {
    "state_force": ("security_forces", "government"), "police": ("security_forces", "government"),
    "armed_group": ("armed_group",),
}  # fmt: skip


def status_facts(
    figure: FigureValue, chosen: Mention, mentions: Sequence[Mention], sentence: tuple[int, int], discourse: Discourse
) -> list[str]:
    """What holds of a chosen actor, whichever of ``STATUSES`` it has.

    Args:
        figure: whose actor is chosen.
        chosen: the mention that was.
        mentions: all of the article.
        sentence: [start, end) of that mention's sentence.
        discourse: the article's.
    """
    own = [one for one in mentions if one.group == chosen.group]
    role, kind = role_of(chosen), f"type={chosen.type}"
    facts = [
        f"role={role}", f"before={chosen.before}", f"behind={chosen.behind}", kind, f"impact={figure['impact']}",
        f"role={role} {kind}", f"{kind} impact={figure['impact']}", f"certainty={figure['certainty']}",
        f"source={figure['source_type']}", f"source={figure['source_type']} {kind}", f"zone={chosen.zone}",
        *(f"once {one}" for one in sorted({role_of(other) for other in own})),
        *(f"once {word} {kind}" for word in sorted({other.behind for other in own} & _TELLING)),
        *(f"once {word} {kind}" for word in sorted({other.before for other in own} & _TELLING)),
    ]  # fmt: skip
    told = {
        "said": bool(discourse.within("attribution", *sentence)),
        "quoted": discourse.around("quotation", chosen.start) is not None,
        "own source": _is_source(figure, own),
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


def sure_status(chosen: Mention, mentions: Sequence[Mention]) -> ActorStatus | None:
    """The status that words tell for sure: denied, claimed, attributed; None where what was learned has to choose."""
    own = [one for one in mentions if one.group == chosen.group]
    if chosen.type in _BODIES and any(one.behind == "denies" for one in own):
        return "denied"
    if chosen.behind == "announces_deed" or any(one.before in _OWNED for one in own):
        return "claimed"
    return "attributed" if chosen.before == "blamed_on" else None


_BODIES = frozenset(("state_force", "police", "armed_group", "gang", "other"))
_OWNED = frozenset(("owned",))


def _is_source(figure: FigureValue, own: Sequence[Mention]) -> bool:
    """Whether who did it is who tells of it."""
    evidence = figure["evidence"].get("source")
    span = evidence["span"] if evidence else None
    return span is not None and any(one.start < span[1] and span[0] < one.end for one in own)
