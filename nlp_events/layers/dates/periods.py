"""Resolvers of rules that mean a period: weeks, seasons, quarters, holidays, decades."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from math import ceil

from dateutil.easter import EASTER_ORTHODOX

from nlp_events.layers.dates import calendar as cal
from nlp_events.layers.dates.calendar import ONE_DAY, Point, Reading
from nlp_events.layers.dates.context import Context
from nlp_events.layers.dates.model import Holiday
from nlp_events.layers.dates.moments import HOURS_A_DAY, SATURDAY, by_tense, shifted, weekend_moved, written
from nlp_events.layers.dates.node import Node, Resolution, day_at

NEW_YEAR_IS_NEW = 2  # until February «la nouvelle année» is the current one
EARLY_IN_SEASON = 21  # days; a season begins with its month here, for people three weeks later
MONTHS_A_YEAR, MONTHS_A_SEASON = 12, 3
FIRST_OLD_DECADE = 20
FIRST_HALF_DAYS = 14  # «la première quinzaine» ends on the 15th


def period(resolution: Resolution, node: Node, context: Context) -> Reading | None:  # noqa: ARG001 - a resolver
    """A calendar period counted from the current one («la semaine dernière», «cette année»)."""
    unit, anchor = node.text("unit"), context.published
    if node.rule.options.get("from") == "story":
        anchor = context.told or anchor
    if unit in ("hour", "minute"):
        return None
    if anchor is None:
        return cal.unknown(unit)
    shift = node.direction or node.option("shift") or 0
    if node.option("new") and anchor.month > NEW_YEAR_IS_NEW:
        shift = 1
    if unit == "weekend":
        shift += weekend_moved(shift, node, anchor, context)
    return anchored(cal.period(unit, anchor, shift), anchor)


def window(resolution: Resolution, node: Node, context: Context) -> Reading | None:  # noqa: ARG001 - a resolver
    """The last or next so many units: days up to publication, whole periods after it."""
    anchor, unit, count = context.published, node.text("unit"), node.number("count") or 1
    if unit == "minute":
        return None
    if anchor is None:
        return cal.unknown(unit)
    whole = "day" if unit == "hour" else unit
    if (node.direction or node.option("sign") or -1) < 0:
        first = shifted(anchor, unit, -count)
        return None if first is None else cal.days(first, anchor, whole, anchor=anchor)
    ahead = ceil(count / HOURS_A_DAY) if unit == "hour" else count
    start, end = cal.period(whole, anchor, 1), cal.period(whole, anchor, ahead)
    if start is None or end is None or start.first_day is None or end.last_day is None:
        return None
    return cal.days(start.first_day, end.last_day, whole, anchor=anchor)


def part_of_year(resolution: Resolution, node: Node, context: Context) -> Reading | None:
    """A season, quarter or half, of the year that is named or near publication."""
    year = resolution.year(node, context)
    named = node.node("written")  # «l'été de l'an dernier»
    if named is not None or "season" in node.slots:
        return season(named or node, year, context)
    place, length = node.number("place") or node.option("place"), cal.MONTHS_IN.get(node.text("unit"))
    if place is not None and place < 0 and length is not None:  # «le dernier trimestre 2015»
        place += MONTHS_A_YEAR // length + 1
    if place is None or length is None or not 1 <= place <= MONTHS_A_YEAR // length:
        return None
    if year is None and context.published is None:
        return cal.unknown("month")
    if year is None and context.published is not None:
        year = context.published.year
    return None if year is None else month_span(year, length * (place - 1) + 1, length, node.text("unit"))


def season(node: Node, year: int | None, context: Context) -> Reading | None:
    """A season: of a year (winter is named after its December), else the nearest by its middle."""
    month = node.number("season") or 1
    if year is not None:
        return month_span(year, month, MONTHS_A_SEASON, "season")
    anchor = context.published
    if anchor is None:
        last = (month + 1) % MONTHS_A_YEAR + 1
        return Reading(Point(None, month, grain="month"), Point(None, last, grain="month"), "season")
    if node.direction == -1:
        # «L'été dernier», said in summer, is that of the year before: the last one that is over.
        found = cal.nearest((month + MONTHS_A_SEASON - 1) % MONTHS_A_YEAR + 1, 1, anchor, -1)
        first = None if found is None else cal.move(found, "month", -MONTHS_A_SEASON)
    elif context.side:
        # «Depuis l'hiver» is the last one that has begun, «d'ici au printemps» the next to begin.
        return anchored(season_on_side(month, anchor, context.side), anchor)
    else:
        middle = month % MONTHS_A_YEAR + 1
        side = node.direction or 0
        found = by_tense(anchor, side, node, context, lambda towards: cal.nearest(middle, 15, anchor, towards))
        first = None if found is None else cal.move(found.replace(day=1), "month", -1)
    return None if first is None else anchored(month_span(first.year, month, MONTHS_A_SEASON, "season"), anchor)


def season_on_side(month: int, anchor: date, side: int) -> Reading | None:
    """The season of that first month that began last before an anchor (-1), or will begin next (1)."""
    # «D'ici à l'été», said early in June, is the summer that begins by then, as people count it.
    nearby = anchor if side < 0 else cal.move(anchor, "day", -EARLY_IN_SEASON) or anchor
    first = cal.nearest(month, 1, nearby, side)
    return None if first is None else month_span(first.year, month, MONTHS_A_SEASON, "season")


def nth(resolution: Resolution, node: Node, context: Context) -> Reading | None:
    """The nth weekday, week, week-end or fortnight of a month or year."""
    reading = resolution.within(node, context)
    if reading is None:
        return None
    first, last = reading.first_day, reading.last_day
    if first is None or last is None:
        return cal.unknown("day")
    place, weekday = node.number("place") or node.option("place") or 0, node.number("weekday")
    if weekday is not None:
        return day_at(cal.nth_weekday(first, last, weekday, place), None)
    return nth_run(node.text("unit"), first, last, place)


def nth_run(unit: str, first: date, last: date, place: int) -> Reading | None:
    """The nth week, week-end or fortnight of a run of days."""
    if unit == "fortnight":
        middle = first + timedelta(days=FIRST_HALF_DAYS)
        return cal.days(first, middle, unit) if place == 1 else cal.days(middle + ONE_DAY, last, unit)
    if unit == "day":
        day = first + timedelta(days=place - 1) if place > 0 else last + timedelta(days=place + 1)
        return cal.point(day) if first <= day <= last else None
    # A week belongs to the month or year of its Thursday (ISO 8601), a week-end to that of its Saturday.
    found = cal.nth_weekday(first, last, SATURDAY if unit == "weekend" else cal.THURSDAY, place)
    return None if found is None or unit not in ("week", "weekend") else cal.period(unit, found)


def edge(resolution: Resolution, node: Node, context: Context) -> Reading | None:
    """The first or last so many units of a period («les six premiers mois de 2016»)."""
    reading = resolution.within(node, context)
    count, unit = node.number("count"), node.text("unit")
    if reading is None or count is None or unit not in ("day", "week", "month", "year"):
        return None
    first, last = reading.first_day, reading.last_day
    if first is None or last is None:
        return cal.unknown("month" if unit == "month" else "day")
    moved = cal.move(first if node.option("place") == 1 else last + ONE_DAY, unit, count * (node.option("place") or 1))
    if moved is None or not first <= moved - ONE_DAY <= last:
        return None
    begin, end = (first, moved - ONE_DAY) if node.option("place") == 1 else (moved, last)
    grain = unit if unit in ("month", "year") else "day"
    return Reading(Point.of(begin, grain), Point.of(end, grain), grain)


def rest(resolution: Resolution, node: Node, context: Context) -> Reading | None:
    """What is left of a period on the day of publication («le reste de la semaine»); all of it if it is to come."""
    reading, anchor = resolution.within(node, context), context.published
    if reading is None or anchor is None or reading.first_day is None or reading.last_day is None:
        return reading
    if not reading.first_day <= anchor <= reading.last_day:
        return reading
    return cal.days(anchor, reading.last_day, reading.grain, anchor=anchor)


def week(resolution: Resolution, node: Node, context: Context) -> Reading | None:
    """The week (or week-end) of a day, or an ISO week by its number."""
    if "base" in node.slots or "day" in node.slots:
        base = node.node("base")
        reading = resolution.resolve(base, context) if base else written(resolution, node, context)
        day = None if reading is None else reading.first_day
        unit = node.text("unit") or "week"
        return cal.unknown("week") if day is None else cal.period(unit, day)
    digits = node.slots.get("numeric")
    if isinstance(digits, dict):  # «la semaine 42/2019»
        return cal.iso_week(digits["year"], digits.get("place") or digits["month"])
    place, year = node.number("place"), resolution.year(node, context)
    if year is None and context.published is not None:
        year = context.published.year
    return None if place is None or year is None else cal.iso_week(year, place)


def decade(resolution: Resolution, node: Node, context: Context) -> Reading | None:  # noqa: ARG001 - a resolver
    """«années 90», «1990s», «années 1970 et 1980»."""
    digits = node.slots.get("numeric")
    fields = digits if isinstance(digits, dict) else {"first": node.number("place") or 0, "last": node.number("last")}
    first = one_decade(fields["first"] or 0)
    last = fields.get("last")
    return first if last is None else joined(first, one_decade(last))


def one_decade(place: int) -> Reading | None:
    """The ten years that two or four digits name."""
    year = place if place >= cal.FIRST_FULL_YEAR else decade_year(place % 100)
    first = cal.safe(year, 1, 1)
    return None if first is None or year % 10 or 100 <= place < cal.FIRST_FULL_YEAR else cal.period("decade", first)


def decade_year(pair: int) -> int:
    """The first year of a decade told by two digits: «les années vingt» are those of the last century."""
    return (1900 if pair >= FIRST_OLD_DECADE else 2000) + pair


def joined(first: Reading | None, last: Reading | None) -> Reading | None:
    """From the beginning of one period to the end of a later one."""
    if first is None or last is None or first.first_day is None or last.last_day is None:
        return None
    return first._replace(last=last.last) if first.first_day < last.last_day else None


def century(resolution: Resolution, node: Node, context: Context) -> Reading | None:  # noqa: ARG001 - a resolver
    """«XXe siècle», read as the years 1900 to 1999; «XVIe et XVIIe siècles» as 1500 to 1699."""
    last = node.number("last")
    first = one_century(node.number("place") or 0)
    return first if last is None else joined(first, one_century(last))


def one_century(place: int) -> Reading | None:
    """The years of the century of that number."""
    first = cal.safe(100 * (place - 1), 1, 1)
    return None if first is None else cal.period("century", first)


def holiday(resolution: Resolution, node: Node, context: Context) -> Reading | None:
    """A holiday of the year that is named, else the nearest to publication."""
    spec = resolution.resources.holidays[node.text("holiday")]
    year, anchor = resolution.year(node, context) or spec.year, context.published
    place = node.number("place") or node.option("place")
    if year is not None:
        return holiday_run(resolution, spec, next(holiday_starts(resolution, spec, year), None), place=place)
    if anchor is None:
        fixed = spec.day is not None and spec.weekday is None
        known = Point(None, spec.month, spec.day) if fixed else Point()
        return Reading(known, known, "day")
    years = [anchor.year + shift for shift in (-1, 0, 1)]
    around = [day for near in years for day in holiday_starts(resolution, spec, near)]
    side = node.direction or context.side
    found = by_tense(anchor, side, node, context, lambda towards: cal.closest(around, anchor, towards))
    return holiday_run(resolution, spec, found, anchor, place=place)


def holiday_starts(resolution: Resolution, spec: Holiday, year: int) -> Iterator[date]:
    """The first days of a holiday in a year: of the lunar calendar there may be two; none where it cannot be told."""
    for table in spec.either or (() if spec.table is None else (spec.table,)):
        days = map(date.fromisoformat, resolution.resources.tables[table])
        yield from (day for day in days if day.year == year)
    day = None if spec.either or spec.table else solar_holiday(spec, year)
    if day is not None:
        yield day


def solar_holiday(spec: Holiday, year: int) -> date | None:
    """The day of a holiday of the solar year; None where it cannot be told."""
    if spec.easter is not None:
        return cal.easter_day(year, spec.easter)
    if spec.orthodox is not None:
        return cal.easter_day(year, spec.orthodox, EASTER_ORTHODOX)
    first = cal.safe(year, spec.month or 1, spec.day or 1)
    if first is None or spec.weekday is None:
        return first
    if spec.day is not None:
        return cal.weekday_near(spec.weekday, first, 1)
    return cal.nth_weekday(first, cal.month_end(first), spec.weekday, spec.nth or 1)


def holiday_run(
    resolution: Resolution, spec: Holiday, first: date | None, anchor: date | None = None, *, place: int | None = None
) -> Reading | None:
    """The day of a holiday, or its days if it lasts; with a place the day of that number («-1» for the last)."""
    last = None if first is None else holiday_end(resolution, spec, first)
    if first is None or last is None:
        return None
    if place is not None:
        return day_at(cal.move(first, "day", place - 1) if place > 0 else last, anchor)
    if first == last:
        return day_at(first, anchor)
    return cal.days(first, last, "day", anchor=anchor)


def holiday_end(resolution: Resolution, spec: Holiday, first: date) -> date | None:
    """The last day of a holiday: so many days on, or the eve of the feast that ends it."""
    ends = map(date.fromisoformat, resolution.resources.tables[spec.until]) if spec.until else ()
    following = next((day for day in ends if day > first), None)
    return cal.move(first, "day", spec.days - 1) if following is None else following - ONE_DAY


def month_span(year: int, month: int, length: int, grain: str) -> Reading | None:
    """So many months of a year, and of the next one."""
    first = cal.safe(year, month, 1)
    last = None if first is None else cal.move(first, "month", length - 1)
    return None if first is None or last is None else Reading(Point.of(first, "month"), Point.of(last, "month"), grain)


def anchored(reading: Reading | None, anchor: date) -> Reading | None:
    """A reading with the day it was resolved against."""
    return None if reading is None else reading._replace(anchor=anchor.isoformat())
