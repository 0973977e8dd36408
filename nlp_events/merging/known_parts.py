"""Figures that one article tells alone, and another as a part of a larger one."""

from __future__ import annotations

from collections.abc import Sequence

from nlp_events.merging.readings import STRICT, day_of, number_of, stands
from nlp_events.values import Reading

_TELLING = 4
"""The number from which on an equal one is no chance."""
_REVISED = ("revised_down", "final")


def known_parts(readings: Sequence[Reading]) -> set[str]:
    """The event ids of readings that another article has told to be a part of more: «140 blessés, dont 57 en Haïti».

    Whoever reports on that land or group tells the part alone. It is a toll where its article calls it revised, and
    where several tell it so.

    Args:
        readings: those of one impact.
    """
    told = [one for one in readings if stands(one) and one.scope == "event"]
    articles: dict[int, set[str]] = {}
    for one in told:
        articles.setdefault(number_of(one), set()).add(one.doc_id)
    wholes = {one.doc_id: one for one in sorted(told, key=number_of)}
    parts = [
        one
        for one in readings
        if one.part and one.certainty == "asserted" and one.modifier in STRICT and one.doc_id in wholes
    ]
    return {
        one.event_id
        for one in told
        if one.modifier in STRICT and one.toll not in _REVISED and number_of(one) >= _TELLING
        and len(articles[number_of(one)]) == 1
        and any(_is_of(one, part, wholes[part.doc_id]) for part in parts)
    }


def _is_of(one: Reading, part: Reading, whole: Reading) -> bool:
    """Whether a reading is a part that another article has told before, beside the whole."""
    same = number_of(one) == number_of(part) < number_of(whole)
    return same and one.doc_id != part.doc_id and day_of(part) <= day_of(one)
