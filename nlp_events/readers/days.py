"""Days of publication, from metadata and from file names."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

from nlp_events.errors import InputError
from nlp_events.readers.written_dates import written_day

_DAY = re.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")
_TIMESTAMP = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}.*)?")

MOST_SHOWN = 100
"""Characters of what is no date, in messages."""

REMEDY = "Write it as YYYY-MM-DD, or name its form with --date-format."


def publication_day(value: object, source: str, *, date_format: str | None = None) -> str | None:
    """The day «YYYY-MM-DD» of a date of publication, as it is written, in its own time zone.

    Args:
        value: an ISO 8601 date or timestamp; a date in any French or English form, day first («5 nov. 2019 à 14h30»);
            seconds or thousandths of a second since 1970, as text or number, which count in UTC; a number of eight
            digits («20191105»); or a date, datetime or pandas Timestamp. Relative dates («hier») and those without a
            day are none.
        source: its name in messages.
        date_format: the form of texts, as in ``written_day``.

    Returns:
        The day; None for None, an empty string, NaN and NaT.

    Raises:
        InputError: it is none of these.
    """
    text = value if isinstance(value, str) else _iso(value)
    day = None if date_format and isinstance(value, str) else _iso_day(text)
    if day is None and is_nothing(value):
        return None
    if day is None and (isinstance(value, str) or is_number(value)):
        day = written_day(text, date_format if isinstance(value, str) else None)
    if day is None:
        problem = f"the publication date {value!r:.{MOST_SHOWN}} is not a date"
        raise InputError(source, "published", f"{problem}. {REMEDY}")
    return day


def is_number(value: object) -> bool:
    """Whether a value is a number that may count days or seconds: true and false are none."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def is_nothing(value: object) -> bool:
    """Whether a value stands for no value: None, nothing but blanks, or what pandas has for it (NaN, NaT, NA)."""
    if value is None or isinstance(value, str):
        return not (value and value.strip())
    try:
        return bool(value != value)
    except TypeError:  # pandas' NA will not say that it differs from itself
        return True
    except ValueError:  # an array of several values
        return False


def _iso(value: object) -> str:
    """A date of any class as ISO 8601: those of numpy have no method for it. A whole number has no point."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.isoformat() if isinstance(value, date) else str(value)


def _iso_day(text: str) -> str | None:
    if _TIMESTAMP.fullmatch(text):
        with suppress(ValueError):
            return date.fromisoformat(text[:10]).isoformat()
    return None


def day_in(name: str) -> str | None:
    """The first day «YYYY-MM-DD» in a file name; None without one."""
    for match in _DAY.finditer(name):
        with suppress(ValueError):
            return date.fromisoformat(match.group()).isoformat()
    return None
