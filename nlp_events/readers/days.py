"""Days of publication, from metadata and from file names."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

from nlp_events.errors import InputError

_DAY = re.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")
_TIMESTAMP = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}.*)?")


def publication_day(value: str | None, source: str) -> str | None:
    """The day «YYYY-MM-DD» of an ISO 8601 date or timestamp; None for None or an empty string.

    Raises:
        InputError: it is neither.
    """
    if not value:
        return None
    if _TIMESTAMP.fullmatch(value):
        with suppress(ValueError):
            return date.fromisoformat(value[:10]).isoformat()
    raise InputError(source, "published", f"the publication date {value!r} is not a date. Write it as YYYY-MM-DD.")


def day_in(name: str) -> str | None:
    """The first day «YYYY-MM-DD» in a file name; None without one."""
    for match in _DAY.finditer(name):
        with suppress(ValueError):
            return date.fromisoformat(match.group()).isoformat()
    return None
