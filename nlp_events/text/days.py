"""The first and last day of a record's date, how wide it is, and a day as a program holds it."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Literal

from nlp_events.errors import InputError

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_SHAPE = re.compile(r"(?:\d{4}|XXXX)(-\d{2}(-\d{2})?)?")
Days = tuple[date | None, date | None]
DateGrain = Literal["day", "month", "year", "interval"]


def days_of(value: str | None) -> Days:
    """First and last day of an ISO date («2016-11-01», «2016-11», «2014») or interval («first/last»), both included.

    Returns:
        None on an open side («..»), and twice for None, for an unknown year («XXXX-11-01») and for any other form.
    """
    first, _, last = (value or "").partition("/")
    return _day(first, last=False), _day(last or first, last=True)


def days_meet(one: Days, other: Days) -> bool:
    """Whether two stretches of days have one in common; a side that is not known may lie anywhere."""
    return all(
        first is None or last is None or first <= last for first, last in ((one[0], other[1]), (other[0], one[1]))
    )


def grain_of(value: str | None) -> DateGrain | None:
    """How wide a date is, as it is written: «interval» for one of two ends, of whatever width; None for no date."""
    if value and "/" in value:
        return "interval"
    match = _SHAPE.fullmatch(value or "")
    if match is None:
        return None
    return "day" if match[2] else "month" if match[1] else "year"


def iso_day(value: object, source: str) -> str | None:
    """The day «YYYY-MM-DD» of an ISO date or timestamp, a ``date``, ``datetime``, ``Timestamp`` or ``datetime64``.

    Args:
        value: the date; None, NaN and NaT are none.
        source: its name in messages.

    Raises:
        InputError: it is none of these.
    """
    if value is None or (not isinstance(value, str) and value != value):
        return None
    written = value.isoformat() if isinstance(value, date) else str(value)
    try:
        if written[10:11] not in ("", "T", " "):
            raise ValueError("more than a day and a time")
        return date.fromisoformat(written[:10]).isoformat()
    except ValueError:
        problem = f"the publication date {value!r} is not a date. Write it as YYYY-MM-DD."
        raise InputError(source, "published", problem) from None


def _day(value: str, *, last: bool) -> date | None:
    match = _DATE.fullmatch(value)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if year is None or month is None:
            return date(year or 0, *((12, 31) if last else (1, 1)))
        return date(year, month, day or (monthrange(year, month)[1] if last else 1))
    except ValueError:
        return None
