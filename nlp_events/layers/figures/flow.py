"""Whether a figure of displacement counts those who left in a period (flow) or those who are away at a date (stock)."""

from __future__ import annotations

from nlp_events.layers.figures.lexicon import Lexicon
from nlp_events.layers.figures.readings import Reading
from nlp_events.values import Flow, Impact

FLOWING = ("displaced", "evacuated", "refugee", "returned")
# Tenses of «être» before a participle that tell a state: «sont déplacées», «étaient déplacées».
STATIVE = ("present", "imperfect")
# So much of a sentence before a figure, and behind it, belongs to it where no mark cuts it off.
BEFORE, AFTER = 60, 90


def flow_of(reading: Reading, folded: str, lexicon: Lexicon) -> Flow | None:
    """The flow of a figure.

    Args:
        reading: the figure as read from its sentence.
        folded: the whole text folded.
        lexicon: the tables.

    Returns:
        «flow» or «stock», None for a figure that is no displacement.
    """
    if reading.impact not in FLOWING:
        return None
    trigger = reading.link.form.trigger
    if trigger.flow is not None:
        # «abrite 300 familles» tells of their being there, «a accueilli 300 familles» of their coming.
        came = reading.link.rule == "object" and reading.link.form.tense == "participle"
        return "flow" if came else trigger.flow
    standing = trigger.role in ("counted", "state")
    # What stands before a count with a verb of its own is said of others: «accueille 300 réfugiés, dont 40 arrivés …».
    clause = _clause(reading, folded, BEFORE if standing else 0)
    if lexicon.stays.search(clause):
        return "stock"
    if standing:
        # «2 000 évacués» have just been moved, «2 000 déplacés» may have been away for long.
        left = reading.impact == "evacuated" or lexicon.leaves.search(clause)
        return "flow" if left else "stock"
    if trigger.stative and reading.link.rule == "participle" and not lexicon.leaves.search(clause):
        # «8 250 ménages déplacés»
        return "stock"
    between = folded[reading.item.end : reading.link.trigger.start]
    stative = trigger.stative and reading.link.rule == "passive" and reading.link.tense in STATIVE
    return "stock" if stative and not _is_perfect(between, lexicon) else "flow"


def flow_told(impact: Impact, sentence: str, lexicon: Lexicon) -> Flow | None:
    """The flow of a figure of which only its sentence, folded, is known; None for one that is no displacement."""
    if impact not in FLOWING:
        return None
    return "stock" if lexicon.stays.search(sentence) else "flow"


def _is_perfect(between: str, lexicon: Lexicon) -> bool:
    """«ont été déplacées» tells of their leaving, «sont déplacées» of their being away."""
    auxiliaries = (lexicon.auxiliaries.get(word) for word in between.split())
    return any(auxiliary is not None and auxiliary[0] == "have" for auxiliary in auxiliaries)


def _clause(reading: Reading, folded: str, reach: int) -> str:
    """The words around a figure up to the next mark that ends a clause."""
    start, end = reading.sentence
    last = max(reading.item.end, min(reading.link.trigger.end, end))
    before = folded[max(start, reading.item.start - reach) : reading.item.start]
    after = folded[last : min(end, last + AFTER)]
    for mark in (";", ":") if reach else (";", ":", ","):
        before, after = before.rpartition(mark)[2], after.partition(mark)[0]
    return before + folded[reading.item.start : last] + after
