"""Partial dates, periods of the calendar and their arithmetic. Pure functions; nothing here knows French."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import NamedTuple

from dateutil.easter import EASTER_WESTERN, easter
from dateutil.relativedelta import relativedelta

ONE_DAY = timedelta(days=1)
OPEN = ".."
MONTHS_IN = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
MIN_YEAR, MAX_YEAR = 1, 9990
FIRST_FULL_YEAR = 1000  # four digits
SHORTEST_MONTH, LONGEST_MONTH = 28, 31
THURSDAY = 4


class Point(NamedTuple):
    """A day, month or year, possibly without its year (or, for an unanchored expression, without anything)."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    grain: str = "day"

    @classmethod
    def of(cls, day: date, grain: str = "day") -> Point:
        """The day, month or year in which a day lies."""
        if grain == "year":
            return cls(day.year, grain=grain)
        return cls(day.year, day.month, None if grain == "month" else day.day, grain)

    @property
    def value(self) -> str:
        """ISO 8601 with «XXXX» (and «XX») for what is unknown."""
        text = "XXXX" if self.year is None else f"{self.year:04d}"
        if self.grain == "year":
            return text
        text += "-XX" if self.month is None else f"-{self.month:02d}"
        if self.grain == "month":
            return text
        return text + ("-XX" if self.day is None else f"-{self.day:02d}")

    @property
    def first_day(self) -> date | None:
        """The first day it covers; None without a year."""
        if self.year is None or (self.grain != "year" and self.month is None):
            return None
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date | None:
        """The last day it covers; None without a year."""
        first = self.first_day
        if first is None or self.grain == "day":
            return first
        return date(first.year, 12, 31) if self.grain == "year" else month_end(first)


class Reading(NamedTuple):
    """What an expression means: from ``first`` to ``last``, both included; None is an open side."""

    first: Point | None
    last: Point | None
    grain: str
    modifier: str | None = None
    anchor: str | None = None

    @property
    def value(self) -> str:
        """The value of the record: one date, or «first/last»."""
        first = OPEN if self.first is None else self.first.value
        last = OPEN if self.last is None else self.last.value
        return first if first == last else f"{first}/{last}"

    @property
    def first_day(self) -> date | None:
        """The first day; None where open or unknown."""
        return None if self.first is None else self.first.first_day

    @property
    def last_day(self) -> date | None:
        """The last day; None where open or unknown."""
        return None if self.last is None else self.last.last_day


def point(day: date, grain: str = "day", *, anchor: date | None = None) -> Reading:
    """The reading that is one day, month or year."""
    place = Point.of(day, grain)
    return Reading(place, place, grain, anchor=None if anchor is None else anchor.isoformat())


def unknown(grain: str) -> Reading:
    """The reading of an expression that nothing anchors."""
    place = Point(grain=grain if grain in ("year", "month") else "day")
    return Reading(place, place, grain)


def days(first: date, last: date, grain: str, *, anchor: date | None = None) -> Reading:
    """The reading that is a run of days."""
    return Reading(Point.of(first), Point.of(last), grain, anchor=None if anchor is None else anchor.isoformat())


def month_end(day: date) -> date:
    """The last day of a day's month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def exists(year: int | None, month: int, day: int) -> bool:
    """Whether a day exists (29 February does when the year is unknown)."""
    if not 1 <= month <= 12 or day < 1:
        return False
    return day <= SHORTEST_MONTH or day <= calendar.monthrange(2000 if year is None else year, month)[1]


def safe(year: int, month: int, day: int) -> date | None:
    """The day, or None if the calendar does not have it."""
    if not MIN_YEAR <= year <= MAX_YEAR or not exists(year, month, day):
        return None
    return date(year, month, day)


def period(unit: str, day: date, shift: int = 0) -> Reading | None:
    """The calendar period of a unit around a day, moved by a number of units; None outside the calendar.

    Args:
        unit: «day», «week» (Monday to Sunday), «weekend», «month», «quarter», «half», «year», «decade» or «century».
        day: the day.
        shift: units to the future, or to the past when negative.
    """
    moved = move(day, unit, shift)
    if moved is None:
        return None
    if unit == "day":
        return point(moved)
    if unit in ("week", "weekend"):
        monday = moved - timedelta(days=moved.weekday())
        return days(monday + timedelta(days=5 if unit == "weekend" else 0), monday + timedelta(days=6), unit)
    if unit in ("month", "year"):
        return point(moved, unit)
    return months_period(unit, moved)


def months_period(unit: str, day: date) -> Reading | None:
    """The quarter, half, decade or century of a day."""
    length = MONTHS_IN[unit]
    count = day.year * 12 + day.month - 1
    begin = count // length * length
    first = safe(begin // 12, begin % 12 + 1, 1)
    last = safe((begin + length - 1) // 12, (begin + length - 1) % 12 + 1, 1)
    if first is None or last is None:
        return None
    grain = "year" if unit in ("decade", "century") else "month"
    return Reading(Point.of(first, grain), Point.of(last, grain), unit)


def move(day: date, unit: str, count: int) -> date | None:
    """A day moved by so many units; None outside the calendar."""
    if abs(count) > 10_000:
        return None
    try:
        if unit in ("day", "hour", "minute"):
            return day + timedelta(days=count)
        if unit in ("week", "weekend", "fortnight"):
            return day + timedelta(days=count * (15 if unit == "fortnight" else 7))
        moved: date = day + relativedelta(months=count * MONTHS_IN[unit])
    except (OverflowError, ValueError):
        return None
    return moved if MIN_YEAR <= moved.year <= MAX_YEAR else None


def nearest(month: int, day: int, anchor: date, direction: int = 0) -> date | None:
    """The day of that month in the year that brings it nearest to an anchor.

    Args:
        month: 1 to 12.
        day: day of the month.
        anchor: the day it is said on.
        direction: -1 only before the anchor (the day itself included), 1 only after, 0 whatever is nearest.
    """
    # 29 February may be eight years away.
    reach = 1 if (month, day) != (2, 29) else 8
    found = [safe(anchor.year + shift, month, day) for shift in range(-reach, reach + 1)]
    return closest([place for place in found if place is not None], anchor, direction)


def closest(candidates: list[date], anchor: date, direction: int = 0) -> date | None:
    """The candidate nearest to the anchor on the side that is asked for (the earlier of two equally near)."""
    sided = [place for place in candidates if direction * (place - anchor).days >= 0]
    return min(sided, key=lambda place: (abs((place - anchor).days), place), default=None)


def nearest_day(day: int, anchor: date, weekday: int | None = None, direction: int = 0) -> date | None:
    """The day of that number (and weekday, Monday = 1) nearest to an anchor, at most a year away."""
    found: list[date] = []
    count = anchor.year * 12 + anchor.month - 1
    for shift in range(-12, 13):
        place = safe((count + shift) // 12, (count + shift) % 12 + 1, day)
        if place is not None and weekday in (None, place.isoweekday()):
            found.append(place)
    return closest(found, anchor, direction)


def weekday_near(weekday: int, anchor: date, direction: int, *, strict: bool = False) -> date:
    """The nearest such weekday before (-1) or after (1) a day; the day itself unless ``strict``."""
    if direction < 0:
        back = (anchor.isoweekday() - weekday) % 7
        return anchor - timedelta(days=7 if strict and not back else back)
    ahead = (weekday - anchor.isoweekday()) % 7
    return anchor + timedelta(days=7 if strict and not ahead else ahead)


def nth_weekday(first: date, last: date, weekday: int, nth: int) -> date | None:
    """The nth such weekday of a run of days, counted from its end when ``nth`` is negative."""
    if nth > 0:
        place = weekday_near(weekday, first, 1) + timedelta(days=7 * (nth - 1))
    else:
        place = weekday_near(weekday, last, -1) + timedelta(days=7 * (nth + 1))
    return place if first <= place <= last else None


def iso_week(year: int, week: int) -> Reading | None:
    """The days of an ISO week."""
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    return days(monday, monday + timedelta(days=6), "week")


def easter_day(year: int, shift: int, method: int = EASTER_WESTERN) -> date | None:
    """The day so many days after Easter Sunday, that of the Orthodox churches by the method ``EASTER_ORTHODOX``."""
    if not 1583 <= year <= 4099:
        return None
    found: date = easter(year, method)
    return found + timedelta(days=shift)
