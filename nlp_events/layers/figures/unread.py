"""Numbers beside a trigger that count no people: «trois arbres ont été abattus». They are told, and in no record."""

from __future__ import annotations

from collections.abc import Iterator

from nlp_events.layers.figures.items import Item
from nlp_events.layers.figures.readings import Context
from nlp_events.values import Refusal

REASON = "no_person"
NEAR = 6
"""Items between a number and the trigger that would have taken it."""
BORDERS = ("stop", "breaks", "coordination")


def unread(context: Context) -> Iterator[Refusal]:
    """The numbers of a sentence whose noun is known for no people, each with the trigger beside it as its rule."""
    for at, item in enumerate(context.items):
        if item.kind not in ("unknown", "thing") or item.quantity is None or at in context.readings:
            continue
        trigger = _beside(context.items, at)
        if trigger is not None:
            yield {"start": item.start, "end": item.end, "reason": REASON, "rule": trigger.forms[0].trigger.id}


def _beside(items: list[Item], at: int) -> Item | None:
    """The nearest trigger behind a number in its clause, else the nearest before it."""
    for way in (items[at + 1 : at + 1 + NEAR], items[max(0, at - NEAR) : at][::-1]):
        for item in way:
            if item.kind in BORDERS or item.quantity is not None:
                break
            if item.forms:
                return item
    return None
