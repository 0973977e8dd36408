"""Resolvers of rules that mean one day, or the month or year that is written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from nlp_events.layers.dates import calendar as cal
from nlp_events.layers.dates.calendar import ONE_DAY, Point, Reading
from nlp_events.layers.dates.context import SURELY_PAST, Context, no_tense
from nlp_events.layers.dates.node import Node, Resolution, anchor_of, day_at, two_digit_year

HOURS_A_DAY = 24
EARLY_IN_WEEK, SATURDAY = 2, 6
MISTAKEN = 14  # days; a day so near is meant although its weekday is another, unless one with that weekday is near too
NEAR = 90  # days; a day so near is meant whatever the tense
NEAR_FEAST = 14  # the same of a feast, whose last and next are known without a year
HISTORY = 45  # days after a day of long ago in which a day without a year is still of that time
WEEKS_AFTER = {8: 1, 15: 2}  # «lundi en huit» is a week later, «en quinze» two
OFFSET_GRAINS = {"month": "month", "year": "year", "decade": "year", "century": "year"}


def same(resolution: Resolution, node: Node, context: Context) -> Reading | None:
    """A node among words that change its span or modifier, or say that it is the nearest («ce septembre»)."""
    if node.option("nearest"):
        context = context._replace(tense=no_tense)
    base = node.node("base")
    return resolution.within(node, context) if base is None else resolution.resolve(base, context)


def written(resolution: Resolution, node: Node, context: Context) -> Reading | None:
    """Day, month and year as far as they are written; the year nearest to publication."""
    year, month, day = parts(resolution, node, context)
    told = history(month, day, node, context) if year is None and day is not None else None
    if told is not None:
        return told
    if month is None:
        if day is not None:
            return day_alone(day, node, context)
        return None if year is None else valid(Point(year, grain="year"))
    if not cal.exists(year, month, day or 1):
        return None
    if year is not None or context.nearby is None:
        return valid(Point(year, month, day, "month" if day is None else "day"))
    if day is None:
        return nearest_month(month, node, context)
    return nearest_day(month, day, node, context)


def history(month: int | None, day: int, node: Node, context: Context) -> Reading | None:
    """A day shortly after one of long ago that the text has just told («le 6 août 1945 … le 9 août»)."""
    era = context.history(node.start)
    if era is None or node.direction or context.tense(node.start, node.end, verbs_only=True) > 0:
        return None
    weekday = node.number("weekday")
    found = cal.nearest_day(day, era, weekday, 1) if month is None else cal.nearest(month, day, era, 1)
    wrong = found is None or (found - era).days > HISTORY or weekday not in (None, found.isoweekday())
    return None if wrong else day_at(found, era)


def parts(resolution: Resolution, node: Node, context: Context) -> tuple[int | None, int | None, int | None]:
    """Year, month and day from the slots, from digits, and from the period the day is counted in."""
    numeric = node.slots.get("numeric")
    date_of_year = node.node("written")  # «le 3 mai de l'an dernier»
    slots = node.slots if date_of_year is None else {**date_of_year.slots, **node.slots}
    fields = {**slots, **numeric} if isinstance(numeric, dict) else slots
    year, pair, month, day = (
        value if isinstance(value := fields.get(name), int) else None for name in ("year", "pair", "month", "day")
    )
    if year is None and pair is not None:
        year = two_digit_year(pair, context.published)
    base = resolution.within(node, context)
    if date_of_year is not None and (year is not None or base is None or base.grain != "year"):
        return None, None, None
    if base is not None and base.first is not None and base.grain in ("month", "year"):
        year = base.first.year
        month = base.first.month if base.grain == "month" else month
    return year, month, day


def day_alone(day: int, node: Node, context: Context) -> Reading | None:
    """A day's number without a month («le 27», «mercredi 26»)."""
    if not 1 <= day <= cal.LONGEST_MONTH:
        return None
    if context.nearby is None:
        return cal.unknown("day")
    return day_at(cal.nearest_day(day, context.nearby, node.number("weekday"), context.side), context.nearby)


def nearest_day(month: int, day: int, node: Node, context: Context) -> Reading | None:
    """A day and month: of the year that has them on the weekday that is written, else of the nearest."""
    said = node.direction
    base = context.published if said else context.nearby
    if base is None:
        return None
    anchor = base + (said or 0) * ONE_DAY
    found = on_weekday(node, month, day, anchor)
    close = cal.nearest(month, day, anchor)
    if found and close and abs((found - anchor).days) > NEAR > MISTAKEN >= abs((close - anchor).days):
        found = close  # the weekday is an error
    if found is None:
        found = by_tense(
            anchor, said or context.side, node, context, lambda side: cal.nearest(month, day, anchor, side)
        )
    return day_at(found, base)


def by_tense(anchor: date, side: int, node: Node, context: Context, near: Callable[[int], date | None]) -> date | None:
    """The day of a year that no year is told of: the nearest, unless that is far away and the verb speaks against it.

    «Le 1er mars, un pont avait cédé», told in November, is not next year; a noun before it («le scrutin du 8 janvier»)
    tells nothing.

    Args:
        anchor: the day it is said on.
        side: -1 or 1 where the side of the anchor is known, else 0.
        node: the expression.
        context: its context.
        near: the nearest such day on a side of the anchor, or on either for 0.
    """
    if not side and context.tense(node.start, node.end, verbs_only=True) == SURELY_PAST:
        return near(-1)
    found = near(side)
    nearby = NEAR_FEAST if node.rule.kind == "holiday" else NEAR
    if found is None or side or abs((found - anchor).days) <= nearby:
        return found
    return near(context.tense(node.start, node.end, verbs_only=True)) or found


def on_weekday(node: Node, month: int, day: int, anchor: date) -> date | None:
    """The nearest such day that falls on the weekday written beside it, at most a year away."""
    weekday = node.number("weekday")
    if weekday is None:
        return None
    years = (cal.safe(anchor.year + shift, month, day) for shift in (-1, 0, 1))
    return cal.closest([place for place in years if place is not None and place.isoweekday() == weekday], anchor)


def nearest_month(month: int, node: Node, context: Context) -> Reading | None:
    """A month: on the side that is said, else on that of the sentence's tense, else the nearest."""
    said = node.direction
    base = context.published if said else context.nearby
    middle = None if base is None else base.replace(day=15)
    if middle is None:
        return None
    side = said or context.side or context.tense(node.start, node.end)
    moved = cal.move(middle, "month", said) if said else middle
    found = None if moved is None else cal.nearest(month, 15, moved, side)
    return None if found is None else cal.point(found, "month", anchor=base)


def weekday(resolution: Resolution, node: Node, context: Context) -> Reading | None:
    """A weekday: of the week that is named, else before publication, after it in a future sentence."""
    place, published = node.number("weekday"), context.published
    if place is None or published is None:
        return undated_weekday(place, node, context)
    if node.node("of") is not None:
        week = resolution.resolve(node.node("of"), context)
        first = None if week is None else week.first_day
        return None if first is None else day_at(cal.weekday_near(place, first, 1), published)
    weeks = node.number("weeks")
    if weeks is not None:
        after = WEEKS_AFTER.get(weeks)
        next_one = cal.weekday_near(place, published, 1)
        return None if after is None else day_at(next_one + timedelta(days=7 * after), published)
    if not node.direction and node.rule.options.get("from") == "story":  # «ce vendredi-là»
        return day_at(cal.weekday_near(place, context.narrative or published, -1), published)
    if node.direction:
        said_on = anchor_of(node, context) or published
        return day_at(cal.weekday_near(place, said_on, node.direction, strict=True), said_on)
    side = context.side or (1 if context.tense(node.start, node.end) > 0 else -1)
    anchor = context.near or published
    return day_at(cal.weekday_near(place, anchor, side), anchor)


def undated_weekday(place: int | None, node: Node, context: Context) -> Reading:
    """A weekday where publication is unknown: the next one of the story, if that has told a day with its weekday."""
    plain = not node.direction and node.node("of") is None and "weeks" not in node.slots
    if place is None or context.dated is None or not plain:
        return cal.unknown("day")
    return cal.point(cal.weekday_near(place, context.dated, 1), anchor=context.dated)


def counted_day(resolution: Resolution, node: Node, context: Context) -> Reading | None:  # noqa: ARG001 - a resolver
    """A day counted from publication («hier») or from the story («la veille»)."""
    anchor = anchor_of(node, context)
    if anchor is None:
        return None if node.rule.options.get("from") == "event" else cal.unknown("day")
    shift = node.option("shift") or node.number("moment") or 0
    if context.overnight and "daylight" in node.slots:
        shift += 1
    return day_at(cal.move(anchor, "day", shift), anchor)


def offset(resolution: Resolution, node: Node, context: Context) -> Reading | None:
    """So many units before or after publication, the story's last day, or a date that is named."""
    base, unit = node.node("base"), node.text("unit")
    told = node.rule.options.get("from") == "story"
    if node.option("future") and context.tense(node.start, node.end) < 0:
        return None  # «dans les trois jours, douze corps ont été repêchés» tells no day to come
    if told and (
        unit == "minute" or (is_long(unit) and node.direction == 1 and context.published and not context.told)
    ):
        return None  # minutes change no day; «six ans après» what the text has not told
    if base is not None:
        reading = resolution.resolve(base, context)
        anchor = None if reading is None else reading.first_day
    else:
        anchor = context.told if told and is_long(unit) and context.told else anchor_of(node, context)
    if anchor is None:
        untold = base is not None or node.rule.options.get("from") == "event"
        return None if untold else cal.unknown(OFFSET_GRAINS.get(unit, "day"))
    found = counted(node, anchor, exact=base is not None or bool(node.option("exact")))
    return None if is_too_late(found, node, context) else found


def is_too_late(found: Reading | None, node: Node, context: Context) -> bool:
    """Whether a day counted from a happening lies after publication, though the sentence tells of no future."""
    first = None if found is None else found.first_day
    if first is None or context.published is None or node.rule.options.get("from") != "event":
        return False
    return first > context.published and context.tense(node.start, node.end, verbs_only=True) <= 0


def counted(node: Node, anchor: date, *, exact: bool) -> Reading | None:
    """The day, or unless ``exact`` the month or year, that lies the written number of units from an anchor."""
    unit, second = node.text("unit"), node.text("unit2")
    sign = node.direction or node.option("sign") or 1
    grain = "day" if exact or second else OFFSET_GRAINS.get(unit, "day")
    if unit == "year" and not second and "count2" in node.slots:  # «un an et demi»
        second, grain = "month", "month"
    moved = shifted(anchor, unit, sign * (node.number("count") or 1))
    if moved is not None and second:
        moved = shifted(moved, second, sign * (node.number("count2") or 1))
    return None if moved is None else cal.point(moved, grain, anchor=anchor)


def is_long(unit: str) -> bool:
    """Whether a unit is so long that an offset in it is no exact day."""
    return unit in OFFSET_GRAINS


def shifted(day: date, unit: str, count: int) -> date | None:
    """A day moved by units, hours counting as the days they fill."""
    if unit == "minute":
        return day
    if unit == "hour":
        return cal.move(day, "day", int(count / HOURS_A_DAY))
    return cal.move(day, unit, count)


def weekend_moved(shift: int, node: Node, anchor: date, context: Context) -> int:
    """By how many weeks a week-end is another than that of the calendar week ``shift`` weeks on.

    «Le week-end prochain», said before Saturday, is that of the same week.
    """
    if node.direction == 1:
        return -1 if anchor.isoweekday() < SATURDAY else 0
    return -1 if not shift and weekend_is_over(node, anchor, context) else 0


def weekend_is_over(node: Node, anchor: date, context: Context) -> bool:
    """Whether «ce week-end» is the last one: early in a week, or in its middle in a past sentence."""
    tense, weekday = context.tense(node.start, node.end), anchor.isoweekday()
    return tense <= 0 and (weekday <= EARLY_IN_WEEK or (tense < 0 and weekday < SATURDAY))


def valid(place: Point) -> Reading | None:
    """The reading of a point whose year the calendar knows."""
    if place.year is not None and not cal.MIN_YEAR <= place.year <= cal.MAX_YEAR:
        return None
    return Reading(place, place, place.grain)
