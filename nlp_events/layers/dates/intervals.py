"""Resolvers of rules that join two dates, or open one to a side."""

from __future__ import annotations

from itertools import pairwise

from nlp_events.layers.dates import calendar as cal
from nlp_events.layers.dates.calendar import Point, Reading
from nlp_events.layers.dates.context import Context
from nlp_events.layers.dates.moments import day_alone, valid, written
from nlp_events.layers.dates.node import Node, Resolution, Slot, opened

LEAP_YEAR = 2000  # days without a year are compared in a year that has them all
MIDDLE = 15  # day of a month
LONGEST_SHORT = 10  # years in «2014-19»


def interval(resolution: Resolution, node: Node, context: Context) -> Reading | None:
    """From one date to another; what the first leaves out it takes from the second."""
    numeric = node.slots.get("numeric")
    if isinstance(numeric, dict):
        return digits_interval(resolution, numeric, node, context)
    first, last = pair(resolution, "first", node, context)
    if first is None or last is None or not ordered(first, last) or not close_enough(first, last, node):
        return None
    grain = "day" if node.rule.kind == "night" else first.grain
    return Reading(first.first, last.last, grain, anchor=last.anchor or first.anchor)


def close_enough(first: Reading, last: Reading, node: Node) -> bool:
    """Whether a range whose days must follow each other («les 28 et 29») has such days."""
    begin, end, most = first.first_day, last.last_day, node.option("close")
    listed = node.rule.kind == "list" or most is None
    return listed or (begin is not None and end is not None and 0 < (end - begin).days <= (most or 0))


def digits_interval(resolution: Resolution, numeric: dict[str, int], node: Node, context: Context) -> Reading | None:
    """«13-15 juillet» and «2014-2018»."""
    if "month" in node.slots:
        # «10/11 septembre» looks like a day and a month, but is two days.
        first_day, last_day = numeric.get("first") or numeric["day"], numeric.get("last") or numeric["month"]
        end = written(resolution, node._replace(slots={**node.slots, "day": last_day, "numeric": 0}), context)
        begin = None if end is None else day_before(first_day, end, node)
    else:
        first = numeric["first"]
        last_year = numeric.get("last", first // 100 * 100 + numeric.get("short", 0))
        if "short" in numeric and last_year - first > LONGEST_SHORT:
            return None
        century = node.option("century") or 0
        begin = valid(Point(century + first, grain="year"))
        end = valid(Point(century + last_year, grain="year"))
    if begin is None or end is None or not ordered(begin, end):
        return None
    return Reading(begin.first, end.last, begin.grain, anchor=end.anchor)


def pair(resolution: Resolution, name: str, node: Node, context: Context) -> tuple[Reading | None, Reading | None]:
    """The readings of the slot ``name`` and of «last»; the first may be no more than a day's number or a month."""
    context = context.spoken_at(node.start, node.end)
    end = last_end(resolution, node, context)
    first: Slot | None = node.slots.get(name)
    if end is None or first is None:
        return None, end
    if isinstance(first, Node) and "day" in first.slots and set(first.slots) <= {"day", "weekday"}:
        first = first.slots["day"]
    if isinstance(first, int):
        return day_before(first, end, node), end
    if not isinstance(first, Node):
        return None, end
    begin = resolution.resolve(first, context.beside(end.first_day, -1))
    if begin is not None and (begin.anchor is None or not ordered(begin, end)):
        # The first date knows its year: the last is the next such day after it.
        end = last_end(resolution, node, context.beside(begin.first_day, 1))
    return begin, end


def last_end(resolution: Resolution, node: Node, context: Context) -> Reading | None:
    """The reading of the later date of an interval."""
    day = node.number("last")
    return resolution.resolve(node.node("last"), context) if day is None else day_alone(day, node, context)


def open_interval(resolution: Resolution, node: Node, context: Context) -> Reading | None:
    """An interval with an open side: since, until, before or after a date («since» is opened where it is resolved)."""
    base, side = node.node("base"), node.text("side")
    towards = side_of(node, context)
    if towards:
        context = context.beside(context.published, towards)
    day = node.number("base")
    reading = resolution.resolve(base, context) if day is None else day_alone(day, node, context)
    if reading is None or side in ("since", "due"):
        return reading
    return opened(reading, side) if side == "until" else beyond(reading, before=side == "before")


def side_of(node: Node, context: Context) -> int:
    """The side of publication on which the date of an open interval lies: -1, 1, or 0 where it may be either."""
    if node.option("past"):
        return -1
    if node.text("side") == "due":
        return 1
    base = node.node("base")
    future = node.option("future") and base and base.rule.kind == "weekday"
    return int(bool(future) and context.tense(node.start, node.end) >= 0)


def beyond(reading: Reading, *, before: bool) -> Reading | None:
    """Before the first day of a reading, or after its last (after a day: from that day on)."""
    if reading.modifier == "mid" and reading.grain == "month":
        return beyond_middle(reading, before=before)
    ending = before and reading.modifier == "end"  # «avant la fin du mois» is within it
    place = reading.first if before and not ending else reading.last
    day = None if place is None else place.first_day if before and not ending else place.last_day
    modifier = "before" if before else "after"
    if place is None:
        return None
    if day is None:
        first, last = (None, place) if before else (place, None)
        return reading._replace(first=first, last=last, modifier=modifier)
    inclusive = ending or (not before and reading.grain == "day")
    edge = day if inclusive else cal.move(day, "day", -1 if before else 1)
    if edge is None:
        return None
    first, last = (None, Point.of(edge)) if before else (Point.of(edge), None)
    return reading._replace(first=first, last=last, modifier=modifier)


def beyond_middle(reading: Reading, *, before: bool) -> Reading:
    """Before or after the middle of a month («avant la mi-janvier»)."""
    place = reading.first
    if place is None:
        return reading
    edge = place._replace(day=MIDDLE - 1 if before else MIDDLE, grain="day")
    first, last = (None, edge) if before else (edge, None)
    return reading._replace(first=first, last=last, modifier="before" if before else "after")


def ordered(first: Reading, last: Reading) -> bool:
    """Whether two ends stand in the order of time, as far as is known."""
    return first.first_day is None or last.last_day is None or first.first_day <= last.last_day


def day_before(day: int, end: Reading, node: Node) -> Reading | None:
    """The day of that number in the month of the interval's end, or in the month before it."""
    place = end.first
    if place is None or place.month is None or place.day is None:
        return None
    month, year = place.month, place.year
    if day > place.day and node.rule.kind != "list":
        month, year = (12, None if year is None else year - 1) if month == 1 else (month - 1, year)
    if not cal.exists(year, month, day):
        return None
    begin = Point(year, month, day)
    return Reading(begin, begin, "day", anchor=end.anchor)


def in_a_row(readings: list[Reading], grain: str) -> Reading | None:
    """One interval for months or years that follow each other, else None."""
    for before, after in pairwise(readings):
        last, first = before.last_day, after.first_day
        if last is None or first is None or last + cal.ONE_DAY != first:
            return None
    return Reading(readings[0].first, readings[-1].last, grain, anchor=readings[-1].anchor) if readings[1:] else None


def together(readings: list[Reading], close: int) -> Reading | None:
    """One interval for listed days that lie no more than ``close`` days apart («les 16 et 17 avril»), else None.

    Months and years are one interval where each follows the one before («en 2022 et 2023»).
    """
    grains = {reading.grain for reading in readings}
    if len(grains) == 1 and grains <= {"month", "year"}:
        return in_a_row(readings, grains.pop())
    points = [reading.first for reading in readings if reading.grain == "day" and reading.first == reading.last]
    if len(points) < max(2, len(readings)):
        return None
    first, last = points[0], points[-1]
    if first is None or last is None or first.day is None or last.day is None:
        return None
    begin, end = (place._replace(year=place.year or LEAP_YEAR).first_day for place in (first, last))
    if begin is None or end is None or not 0 < (end - begin).days <= close:
        return None
    return Reading(first, last, "day", anchor=readings[-1].anchor)
