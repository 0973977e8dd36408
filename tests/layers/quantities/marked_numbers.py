"""What is read of a number that is marked in a sentence."""

from __future__ import annotations

from nlp_events.layers.quantities.rules import find_quantities
from tests.layers.marked import marked, within


def told(item: str) -> tuple[list[str], list[str]]:
    """Of an item «expected|sentence with [a number]» what is expected, and what is read: modifier and bounds."""
    expected, sentence = item.split("|")
    text, start, end = marked(sentence)
    found = within(find_quantities(text)[0], start, end)
    read = [f"{one['modifier']} {_bounds(one['min'], one['max'])}" for one in found]
    return [] if expected == "none" else [expected], read


def _bounds(low: float | None, high: float | None) -> str:
    ends = ["" if value is None else str(int(value)) for value in (low, high)]
    return ends[0] if low == high else "..".join(ends)
