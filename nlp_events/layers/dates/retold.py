"""The resolver of a day that is told twice: «mardi dernier, 25 octobre», «il y a deux ans, le 3 mars»."""

from __future__ import annotations

from datetime import date

from nlp_events.layers.dates.calendar import Reading
from nlp_events.layers.dates.context import Context
from nlp_events.layers.dates.node import Node, Resolution

TOLD_AGAIN = {"weekday": 0, "offset": 45, "holiday": 200}  # days; how far from «il y a un mois» its day may lie


def told_twice(resolution: Resolution, node: Node, context: Context) -> Reading | None:
    """A day that is told twice («mardi dernier, 25 octobre»): as the second wording has it, which has its month.

    None, so that there are two days, where the second has none or is another weekday or time.
    """
    vague, day = node.node("written"), node.node("of")
    if vague is None or day is None or vague.rule.kind not in TOLD_AGAIN or not is_written(day):
        return None
    about = resolution.resolve(vague, context)
    middle = None if about is None else middle_of(about)
    beside = context.beside(middle, 0) if vague.rule.kind == "offset" else context
    found = None if middle is None else resolution.resolve(day, beside)
    first = None if found is None else found.first_day
    if about is None or middle is None or first is None:
        return None
    weekday, long = vague.number("weekday"), "year" in (about.grain, vague.text("unit"))
    same = first.isoweekday() == weekday if weekday else abs((first - middle).days) <= TOLD_AGAIN[vague.rule.kind]
    return found if same or (long and first.year == middle.year) else None


def is_written(node: Node) -> bool:
    """Whether a day is told with its month, in words or digits."""
    while (inner := node.node("base")) is not None:
        node = inner
    return node.rule.kind == "calendar" and ("month" in node.slots or "numeric" in node.slots)


def middle_of(reading: Reading) -> date | None:
    """The day in the middle of what an expression means; None where a side of it is open or unknown."""
    first, last = reading.first_day, reading.last_day
    return None if first is None or last is None else first + (last - first) / 2
