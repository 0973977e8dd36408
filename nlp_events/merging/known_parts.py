"""Figures that one article tells alone, and another as a part of a larger one."""

from __future__ import annotations

from collections.abc import Sequence

from nlp_events.merging.model import BestRules
from nlp_events.merging.readings import STRICT, day_of, number_of, stands
from nlp_events.values import Reading

_TELLING = 4
"""The number from which on an equal one is no chance."""
_REVISED = ("revised_down", "final")


def known_parts(readings: Sequence[Reading], rules: BestRules) -> set[str]:
    """The event ids of readings that another article has told to be a part of more: «140 blessés, dont 57 en Haïti».

    Whoever reports on that land or group tells the part alone. It is a toll where its article calls it revised, where
    several tell it so, and where a source of its own holds it against the larger one of these days.

    Args:
        readings: those of one impact.
        rules: how long readings are of the same days.
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
        if one.modifier in STRICT
        and one.toll not in _REVISED
        and number_of(one) >= _TELLING
        and len(articles[number_of(one)]) == 1
        and any(_is_of(one, part, wholes[part.doc_id], rules) for part in parts)
    }


def _is_of(one: Reading, part: Reading, whole: Reading, rules: BestRules) -> bool:
    """Whether a reading is a part that another article has told before, beside the whole."""
    if not number_of(one) == number_of(part) < number_of(whole) or one.doc_id == part.doc_id:
        return False
    days = day_of(one) - day_of(part)
    return days > rules.fresh_days or (days >= 0 and one.source is None)
