"""From a matched rule to days: one function a kind of rule, each from slots and anchors to a reading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TypeAlias

from nlp_events.resources.dates import DateResources, DateRule, Holiday
from nlp_events.text.timex import calendar as cal
from nlp_events.text.timex.calendar import ONE_DAY, Point, Reading
from nlp_events.text.timex.context import Context

PIVOT = 50  # two-digit years from here on are of the 20th century
HOURS_A_DAY = 24
NEW_YEAR_IS_NEW = 2  # until February «la nouvelle année» is the current one
EARLY_IN_WEEK, SATURDAY = 2, 6
WEEKS_AFTER = {8: 1, 15: 2}  # «lundi en huit» is a week later, «en quinze» two


@dataclass(frozen=True, slots=True)
class Node:
    """A matched rule with its slots and its place; it stands in the run of tokens under its result's atom."""

    atom: str
    rule: DateRule
    start: int
    end: int
    slots: dict[str, Slot] = field(hash=False)
    places: dict[str, tuple[int, int]] = field(hash=False, default_factory=dict)
    key: str = ""
    number: int | None = None


Slot: TypeAlias = "int | str | Node | dict[str, int]"
Resolver: TypeAlias = Callable[["Resolution", Node, Context], "Reading | None"]


class Resolution:
    """Resolves nodes with the tables of one date layer.

    Args:
        resources: the layer.
    """

    def __init__(self, resources: DateResources) -> None:
        self.resources = resources

    def resolve(self, node: Node, context: Context) -> Reading | None:
        """What a node means in its context; None if there is no such day, so that nothing is found."""
        reading = RESOLVERS[node.rule.kind](self, node, context)
        if reading is None:
            return None
        if node.rule.options.get("side") == "since" and (node.rule.kind != "open" or node.slots.get("direction") != -1):
            reading = Reading(edge(reading, first=True), None, reading.grain, anchor=reading.anchor)
        modifier = node.rule.options.get("modifier", node.slots.get("modifier"))
        return replace(reading, modifier=modifier) if isinstance(modifier, str) else reading

    def same(self, node: Node, context: Context) -> Reading | None:
        """A node in a context of words that change nothing but the span or the modifier."""
        base = node.slots.get("base")
        if isinstance(base, Node):
            return self.resolve(base, context)
        return self.day(node, context)

    def calendar(self, node: Node, context: Context) -> Reading | None:
        """Day, month and year as far as they are written; the year nearest to publication."""
        year, month, day = self._written(node, context)
        if month is None:
            if day is not None:
                return self._day_alone(day, node, context)
            return None if year is None else valid(Point(year, grain="year"))
        if not cal.exists(year, month, day or 1):
            return None
        grain = "month" if day is None else "day"
        if year is not None or context.nearby is None:
            return valid(Point(year, month, day, grain))
        return self._nearest_year(node, month, day, context)

    def _written(self, node: Node, context: Context) -> tuple[int | None, int | None, int | None]:
        numeric = node.slots.get("numeric")
        fields: dict[str, Slot] = {**node.slots, **numeric} if isinstance(numeric, dict) else dict(node.slots)
        year = number(fields.get("year"))
        pair = number(fields.get("pair"))
        if year is None and pair is not None:
            year = two_digit_year(pair)
        month, day = number(fields.get("month")), number(fields.get("day"))
        base = self._within(node, context)
        if base is not None and base.first is not None and base.grain in ("month", "year"):
            year = base.first.year
            month = base.first.month if base.grain == "month" else month
        return year, month, day

    def _day_alone(self, day: int, node: Node, context: Context) -> Reading | None:
        if not 1 <= day <= 31:
            return None
        if context.nearby is None:
            return cal.unknown("day")
        weekday = number(node.slots.get("weekday"))
        found = cal.nearest_day(day, context.nearby, weekday, context.side)
        return None if found is None else cal.point(found, anchor=context.nearby)

    def _nearest_year(self, node: Node, month: int, day: int | None, context: Context) -> Reading | None:
        said = number(node.slots.get("direction"))
        base = context.published if said else context.nearby
        if base is None:
            return None
        direction = said or context.side
        if day is None:
            return self._nearest_month(month, base, direction, strict=said is not None)
        anchor = base + (said or 0) * ONE_DAY
        found = self._on_weekday(node, month, day, anchor) or cal.nearest(month, day, anchor, direction)
        return None if found is None else cal.point(found, anchor=base)

    def _on_weekday(self, node: Node, month: int, day: int, anchor: date) -> date | None:
        weekday = number(node.slots.get("weekday"))
        if weekday is None:
            return None
        years = (cal.safe(anchor.year + shift, month, day) for shift in (-1, 0, 1))
        return cal.closest([place for place in years if place is not None and place.isoweekday() == weekday], anchor)

    def _nearest_month(self, month: int, anchor: date, direction: int, *, strict: bool) -> Reading | None:
        middle = anchor.replace(day=15)
        moved = cal.move(middle, "month", direction) if strict else middle
        found = None if moved is None else cal.nearest(month, 15, moved, direction)
        return None if found is None else cal.point(found, "month", anchor=anchor)

    def weekday(self, node: Node, context: Context) -> Reading | None:
        """A weekday: of the week that is named, else before publication, after it in a future sentence."""
        weekday, within = number(node.slots.get("weekday")), node.slots.get("of")
        if weekday is None or context.published is None:
            return cal.unknown("day")
        if isinstance(within, Node):
            week = self.resolve(within, context)
            first = None if week is None else week.first_day
            return None if first is None else cal.point(cal.weekday_near(weekday, first, 1), anchor=context.published)
        weeks = number(node.slots.get("weeks"))
        if weeks is not None:
            found = cal.weekday_near(weekday, context.published, 1) + timedelta(days=7 * WEEKS_AFTER.get(weeks, 0))
            return cal.point(found, anchor=context.published) if weeks in WEEKS_AFTER else None
        direction = number(node.slots.get("direction"))
        if direction:
            found = cal.weekday_near(weekday, context.published, direction, strict=True)
            return cal.point(found, anchor=context.published)
        side = context.side or (1 if context.tense(node.start, node.end) > 0 else -1)
        anchor = context.near or context.published
        return cal.point(cal.weekday_near(weekday, anchor, side), anchor=anchor)

    def day(self, node: Node, context: Context) -> Reading | None:
        """A day counted from publication («hier») or from the story («la veille»)."""
        anchor = self._anchor(node, context)
        if anchor is None:
            return cal.unknown("day")
        moved = cal.move(anchor, "day", option(node, "shift") or number(node.slots.get("moment")) or 0)
        return None if moved is None else cal.point(moved, anchor=anchor)

    def _anchor(self, node: Node, context: Context) -> date | None:
        return context.narrative if node.rule.options.get("from") == "story" else context.published

    def period(self, node: Node, context: Context) -> Reading | None:
        """A calendar period counted from the current one («la semaine dernière», «cette année»)."""
        unit, anchor = text(node, "unit"), context.published
        if node.rule.options.get("from") == "story":
            anchor = context.told or anchor
        if unit in ("hour", "minute"):
            return None
        if anchor is None:
            return cal.unknown(unit)
        shift = number(node.slots.get("direction")) or option(node, "shift") or 0
        if option(node, "new") and anchor.month > NEW_YEAR_IS_NEW:
            shift = 1
        if unit == "weekend" and not shift and self._weekend_is_over(node, anchor, context):
            shift = -1
        reading = cal.period(unit, anchor, shift)
        return None if reading is None else replace(reading, anchor=anchor.isoformat())

    def _weekend_is_over(self, node: Node, anchor: date, context: Context) -> bool:
        """Whether «ce week-end» is the last one: early in a week, or in its middle in a past sentence."""
        tense = context.tense(node.start, node.end)
        return tense <= 0 and (anchor.isoweekday() <= EARLY_IN_WEEK or tense < 0 and anchor.isoweekday() < SATURDAY)

    def offset(self, node: Node, context: Context) -> Reading | None:
        """So many units before or after publication, the story's last day, or a date that is named."""
        base = node.slots.get("base")
        reading = self.resolve(base, context) if isinstance(base, Node) else None
        anchor = self._anchor(node, context) if reading is None else reading.first_day
        if isinstance(base, Node) and anchor is None:
            return None
        if anchor is None:
            return cal.unknown(offset_grain(str(node.slots.get("unit"))))
        moved: date | None = anchor
        sign = number(node.slots.get("direction")) or option(node, "sign") or 1
        steps = [(node.slots.get(f"count{step}"), node.slots.get(f"unit{step}")) for step in ("", "2", "3")]
        for count, unit in steps:
            if moved is not None and unit is not None:
                moved = shifted(moved, str(unit), (number(count) or 1) * sign)
        if moved is None:
            return None
        exact = isinstance(base, Node) or steps[1][1] is not None
        return cal.point(moved, "day" if exact else offset_grain(str(steps[0][1])), anchor=anchor)

    def window(self, node: Node, context: Context) -> Reading | None:
        """The last or next so many units: days up to publication, whole periods after it."""
        anchor, unit, count = context.published, text(node, "unit"), number(node.slots.get("count")) or 1
        sign = number(node.slots.get("direction")) or option(node, "sign") or -1
        if anchor is None:
            return cal.unknown(unit)
        if sign < 0:
            first = shifted(anchor, unit, -count)
            return None if first is None else cal.days(first, anchor, unit, anchor=anchor)
        start, end = cal.period(unit_of_days(unit), anchor, 1), cal.period(unit_of_days(unit), anchor, count)
        if start is None or end is None or start.first_day is None or end.last_day is None:
            return None
        return cal.days(start.first_day, end.last_day, unit, anchor=anchor)

    def part_of_year(self, node: Node, context: Context) -> Reading | None:
        """A season, quarter or half, of the year that is named or near publication."""
        year = self._year(node, context)
        if "season" in node.slots:
            return self._season(node, year, context)
        place, unit = number(node.slots.get("place")), text(node, "unit")
        if place is None or unit not in cal.MONTHS_IN:
            return None
        length = cal.MONTHS_IN[unit]
        if not 1 <= place <= 12 // length:
            return None
        if year is None:
            if context.published is None:
                return cal.unknown("month")
            year = context.published.year
        return month_span(year, length * (place - 1) + 1, length, unit)

    def _season(self, node: Node, year: int | None, context: Context) -> Reading | None:
        month = number(node.slots.get("season")) or 3
        if year is not None:
            return month_span(year, month, 3, "season")
        anchor = context.published
        if anchor is None:
            return Reading(Point(None, month, grain="month"), Point(None, (month + 1) % 12 + 1, grain="month"), "season")
        # The season nearest to publication, by its middle.
        middle, direction = (month % 12) + 1, number(node.slots.get("direction")) or 0
        found = cal.nearest(middle, 15, anchor, direction)
        first = None if found is None else cal.move(found.replace(day=1), "month", -1)
        reading = None if first is None else month_span(first.year, month, 3, "season")
        return None if reading is None else replace(reading, anchor=anchor.isoformat())

    def _year(self, node: Node, context: Context) -> int | None:
        year, pair = number(node.slots.get("year")), number(node.slots.get("pair"))
        if year is None and pair is not None:
            return two_digit_year(pair)
        within = node.slots.get("of")
        reading = self.resolve(within, context) if isinstance(within, Node) else None
        return reading.first.year if reading is not None and reading.first is not None else year

    def nth(self, node: Node, context: Context) -> Reading | None:
        """The nth weekday, week, week-end or fortnight of a month or year."""
        reading = self._within(node, context)
        place = number(node.slots.get("place")) or option(node, "place") or 0
        if reading is None or reading.first is None or reading.first.month is None and reading.grain == "month":
            return None
        if reading.first_day is None or reading.last_day is None:
            return cal.unknown("day")
        first, last = reading.first_day, reading.last_day
        weekday = number(node.slots.get("weekday"))
        if weekday is not None:
            found = cal.nth_weekday(first, last, weekday, place)
            return None if found is None else cal.point(found)
        return self._nth_run(text(node, "unit"), first, last, place)

    def _within(self, node: Node, context: Context) -> Reading | None:
        """The period a place is counted in: a named one, or the current one of a unit."""
        base, unit = node.slots.get("of"), node.slots.get("of_unit")
        if isinstance(base, Node):
            return self.resolve(base, context)
        if not isinstance(unit, str):
            return None
        return cal.unknown("year") if context.published is None else cal.period(unit, context.published)

    def _nth_run(self, unit: str, first: date, last: date, place: int) -> Reading | None:
        if unit == "fortnight":
            middle = first + timedelta(days=14)
            return cal.days(first, middle, unit) if place == 1 else cal.days(middle + ONE_DAY, last, unit)
        # A week belongs to the month or year of its Thursday (ISO 8601), a week-end to that of its Saturday.
        found = cal.nth_weekday(first, last, 6 if unit == "weekend" else 4, place)
        return None if found is None or unit not in ("week", "weekend") else cal.period(unit, found)

    def week(self, node: Node, context: Context) -> Reading | None:
        """The week of a day, or an ISO week by its number."""
        base = node.slots.get("base")
        if base is not None or "day" in node.slots:
            reading = self.resolve(base, context) if isinstance(base, Node) else self.calendar(node, context)
            day = None if reading is None else reading.first_day
            return cal.unknown("week") if day is None else cal.period("week", day)
        place, year = number(node.slots.get("place")), self._year(node, context)
        if year is None and context.published is not None:
            year = context.published.year
        if place is None or year is None:
            return None
        return cal.iso_week(year, place)

    def decade(self, node: Node, context: Context) -> Reading | None:
        """«années 90», «1990s»."""
        count = number(node.slots.get("place"))
        if count is None:
            return None
        year = count if count >= 1000 else two_digit_year(count)
        first = cal.safe(year, 1, 1)
        return None if first is None or year % 10 or count >= 1000 > year else cal.period("decade", first)

    def century(self, node: Node, context: Context) -> Reading | None:
        """«XXe siècle», read as the years 1900 to 1999."""
        place = number(node.slots.get("place"))
        first = None if place is None else cal.safe(100 * (place - 1), 1, 1)
        return None if first is None else cal.period("century", first)

    def holiday(self, node: Node, context: Context) -> Reading | None:
        """A holiday of the year that is named, else the nearest to publication."""
        holiday = self.resources.holidays[text(node, "holiday")]
        year = self._year(node, context)
        if year is not None:
            first = self._holiday_day(holiday, year)
            return None if first is None else self._holiday_reading(holiday, first, None)
        if context.published is None:
            if holiday.day is None:
                return cal.unknown("day")
            place = Point(None, holiday.month, holiday.day)
            return Reading(place, place, "day")
        around = (self._holiday_day(holiday, context.published.year + shift) for shift in (-1, 0, 1))
        direction = number(node.slots.get("direction")) or 0
        found = cal.closest([day for day in around if day is not None], context.published, direction)
        return None if found is None else self._holiday_reading(holiday, found, context.published)

    def _holiday_day(self, holiday: Holiday, year: int) -> date | None:
        if holiday.table is not None:
            written = self.resources.tables[holiday.table].get(str(year))
            return None if written is None else date.fromisoformat(written)
        if holiday.easter is not None:
            return cal.easter_day(year, holiday.easter)
        first = cal.safe(year, holiday.month or 1, holiday.day or 1)
        if first is None or holiday.weekday is None:
            return first
        return cal.nth_weekday(first, cal.month_end(first), holiday.weekday, holiday.nth or 1)

    def _holiday_reading(self, holiday: Holiday, first: date, anchor: date | None) -> Reading | None:
        last = cal.move(first, "day", holiday.days - 1)
        if last is None or holiday.days == 1:
            return cal.point(first, anchor=anchor)
        return cal.days(first, last, "day", anchor=anchor)

    def range(self, node: Node, context: Context) -> Reading | None:
        """From one date to another; what the first leaves out it takes from the second."""
        numeric = node.slots.get("numeric")
        if isinstance(numeric, dict):
            return self._numeric_range(numeric, node, context)
        first, last = self.pair(node.slots.get("first"), node.slots.get("last"), node, context)
        if first is None or last is None or not ordered(first, last):
            return None
        return Reading(first.first, last.last, first.grain, anchor=last.anchor or first.anchor)

    def _numeric_range(self, numeric: dict[str, int], node: Node, context: Context) -> Reading | None:
        """«13-15 juillet» and «2014-2018»."""
        if "month" not in node.slots:
            last_year = numeric["last"] if "last" in numeric else numeric["first"] // 100 * 100 + numeric["short"]
            begin, end = valid(Point(numeric["first"], grain="year")), valid(Point(last_year, grain="year"))
        else:
            last = replace(node, slots={**node.slots, "day": numeric["last"], "numeric": 0})
            end = self.calendar(last, context)
            begin = None if end is None else day_before(numeric["first"], end, node)
        if begin is None or end is None or not ordered(begin, end):
            return None
        return Reading(begin.first, end.last, begin.grain, anchor=end.anchor)

    def pair(self, first: Slot | None, last: Slot | None, node: Node, context: Context) -> tuple[Reading | None, Reading | None]:
        """The readings of two dates of which the first may be no more than a day or month."""
        end = self._end(last, node, context)
        if end is None:
            return None, None
        if isinstance(first, Node) and set(first.slots) <= {"day", "weekday"} and "day" in first.slots:
            first = first.slots["day"]
        if isinstance(first, Node):
            begin = self.resolve(first, context.beside(end.first_day, -1))
            if begin is not None and end.first_day and begin.first_day and begin.first_day > end.first_day:
                end = self._end(last, node, context.beside(begin.first_day, 1))
            return begin, end
        return (None, end) if not isinstance(first, int) else (day_before(first, end, node), end)

    def _end(self, last: Slot | None, node: Node, context: Context) -> Reading | None:
        if isinstance(last, Node):
            return self.resolve(last, context)
        return self._day_alone(last, node, context) if isinstance(last, int) else None

    def night(self, node: Node, context: Context) -> Reading | None:
        """The night between two days: both of them."""
        first, last = self.pair(node.slots.get("first"), node.slots.get("last"), node, context)
        if last is None or first is None:
            return None
        if first.first_day is not None and last.first_day is not None and not first.first_day <= last.first_day:
            return None
        return Reading(first.first, last.last, "day", anchor=last.anchor or first.anchor)

    def open(self, node: Node, context: Context) -> Reading | None:
        """An interval with an open side: since, until, before or after a date."""
        base, side = node.slots.get("base"), node.rule.options.get("side")
        if node.rule.options.get("past") and context.published is not None:
            context = context.beside(context.published, -1)
        reading = self.resolve(base, context) if isinstance(base, Node) else None
        if reading is None:
            return None
        if side == "since" and node.slots.get("direction") != -1:
            return reading
        if side in ("until", "since"):
            return Reading(None, edge(reading, first=False), reading.grain, anchor=reading.anchor)
        return beyond(reading, before=side == "before")


RESOLVERS: dict[str, Resolver] = {
    name: getattr(Resolution, name)
    for name in (
        "calendar", "weekday", "day", "period", "offset", "window", "part_of_year", "nth", "week", "decade", "century",
        "holiday", "same", "night", "range", "open",
    )
}  # fmt: skip
RESOLVERS["list"] = Resolution.range


def number(slot: Slot | None) -> int | None:
    """The slot's number, None if it holds none."""
    return slot if isinstance(slot, int) else None


def option(node: Node, name: str) -> int | None:
    """A whole number among the fixed values of the rule."""
    value = node.rule.options.get(name)
    return value if isinstance(value, int) else None


def text(node: Node, name: str) -> str:
    """A slot's word, or the rule's fixed one."""
    value = node.slots.get(name, node.rule.options.get(name, ""))
    return value if isinstance(value, str) else ""


def two_digit_year(pair: int) -> int:
    """The year two digits stand for."""
    return 1900 + pair if pair >= PIVOT else 2000 + pair


def valid(place: Point) -> Reading | None:
    """The reading of a point whose year the calendar knows."""
    if place.year is not None and not cal.MIN_YEAR <= place.year <= cal.MAX_YEAR:
        return None
    return Reading(place, place, place.grain)


def shifted(day: date, unit: str, count: int) -> date | None:
    """A day moved by units, hours counting as the days they fill."""
    if unit == "minute":
        return day
    if unit == "hour":
        return cal.move(day, "day", int(count / HOURS_A_DAY))
    return cal.move(day, unit, count)


def unit_of_days(unit: str) -> str:
    """The unit whose calendar periods a window of the future is made of."""
    return "day" if unit in ("hour", "minute") else unit


def offset_grain(unit: str) -> str:
    """How exact «il y a trois mois» is: a unit of months gives a month, years a year, all else a day."""
    return {"month": "month", "year": "year", "decade": "year", "century": "year"}.get(unit, "day")


def month_span(year: int, month: int, length: int, grain: str) -> Reading | None:
    """The days of so many months."""
    first = cal.safe(year, month, 1)
    last = None if first is None else cal.move(first, "month", length - 1)
    return None if first is None or last is None else cal.days(first, cal.month_end(last), grain)


def ordered(first: Reading, last: Reading) -> bool:
    """Whether two ends stand in the order of time, as far as is known."""
    return first.first_day is None or last.last_day is None or first.first_day <= last.last_day


def day_before(day: int, end: Reading, node: Node) -> Reading | None:
    """The day of that number in the month of the interval's end, or in the month before it."""
    place = end.first
    if place is None or place.month is None or place.day is None or not 1 <= day <= 31:
        return None
    month, year = place.month, place.year
    if day > place.day and node.rule.kind != "list":
        month, year = (12, None if year is None else year - 1) if month == 1 else (month - 1, year)
    if not cal.exists(year, month, day):
        return None
    begin = Point(year, month, day)
    return Reading(begin, begin, "day", anchor=end.anchor)


def edge(reading: Reading, *, first: bool) -> Point | None:
    """The end of a reading an open interval hangs on: the exact day when the date is a beginning or an end."""
    place = reading.first if first else reading.last
    if reading.modifier == "start" and first and reading.first_day is not None:
        return Point.of(reading.first_day)
    return place


def beyond(reading: Reading, *, before: bool) -> Reading | None:
    """Before the first day of a reading, or after its last (after a day: from that day on)."""
    place = reading.first if before else reading.last
    if place is None:
        return None
    day = reading.first_day if before else reading.last_day
    if day is None:
        ends = (None, place) if before else (place, None)
        return Reading(*ends, reading.grain, "before" if before else "after", reading.anchor)
    if before:
        end = cal.move(day, "day", -1)
        return None if end is None else Reading(None, Point.of(end), reading.grain, "before", reading.anchor)
    begin = day if reading.grain == "day" else cal.move(day, "day", 1)
    return None if begin is None else Reading(Point.of(begin), None, reading.grain, "after", reading.anchor)
