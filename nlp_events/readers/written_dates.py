"""Days of publication as papers and feeds write them, in French or English, by dateparser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, timezone
from functools import lru_cache
from typing import TYPE_CHECKING

from nlp_events.errors import InputError

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:[T ]?[0-9]{4}(?:[0-9]{2})?(?:Z|[+-][0-9:]{4,5})?)?")
"""ISO 8601 without its hyphens, and what archives of the web make of it («20191105103000»)."""

_EPOCH = re.compile(r"(1[0-9]{9})(?:[0-9]{3}|\.[0-9]{1,9})?")
"""Seconds since 1970, or thousandths of them, of the years 2001 to 2033: what databases and programs write."""

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TO_YEAR = re.compile(r"(?:\S+ )??(?=\S*[0-9])\S.*?(?<![0-9])[0-9]{4}(?![0-9])")
"""From the word before the first digit to the first number of four digits: a day amid other words."""

_DAY_MONTH_YEAR = re.compile(r"(?<!\S)[0-9]{1,2}[^\W\d]{0,2} ([^\W\d]{3,9})\.?,? [0-9]{4}(?![0-9])")
"""A day amid numbers of other things («no. 24356, vendredi 12 mai 2023, p. 5»)."""

_MONTH = re.compile(r"[^\W\d]{3,9}\b\.?")

_FORMATS = ("%a %b %d %H:%M:%S %z %Y",)
"""What dateparser does not know by itself: tweets."""

_LONGEST = 100
"""Characters of the longest wording of a date: dateparser was made for no longer ones."""

_SETTINGS = {
    "DATE_ORDER": "DMY",
    "PARSERS": ["absolute-time"],  # nothing that counts from today, and no seconds since 1970
    "REQUIRE_PARTS": ["day", "month", "year"],
    "STRICT_PARSING": True,
    "RELATIVE_BASE": datetime(2000, 1, 1),  # what would be taken from it must not hang on a clock
    "RETURN_AS_TIMEZONE_AWARE": False,
}
"""No part of a date is filled in, and the day is that of the zone in which it is written."""


@lru_cache(maxsize=4096)
def written_day(text: str, date_format: str | None = None) -> str | None:
    """The day «YYYY-MM-DD» of a date in any French or English form, day first; None where there is no whole one.

    Args:
        text: a date («5 nov. 2019 à 14h30», «Tue, 05 Nov 2019 10:00:00 +0100», «05/11/2019», «20191105», seconds since
            1970), perhaps with words before and after it. Relative ones, and those that lack day, month or year, are
            none.
        date_format: the form it has, in the signs of ``datetime.strptime``, with French or English names; None to tell
            it by the text. With one, no other form is taken.
    """
    text = " ".join(text.split())
    if len(text) > _LONGEST:
        return None
    if date_format is not None:
        return _parsed(text, date_format)
    if epoch := _EPOCH.fullmatch(text):
        return datetime.fromtimestamp(int(epoch[1]), timezone.utc).date().isoformat()
    if compact := _COMPACT.fullmatch(text):
        return _day("-".join(compact.groups()))
    found = next(filter(None, map(_parsed, _candidates(_spelled_out(text)))), None)
    iso = _ISO.match(text)
    # «2019-13-05»: an ISO date that is wrong is no other date.
    return None if iso and iso.group() != found else found


def _day(text: str) -> str | None:
    with suppress(ValueError):
        return date.fromisoformat(text).isoformat()
    return None


def _candidates(text: str) -> Iterator[str]:
    """The whole text; then the stretch up to the year, with the word before its first digit and without; then a day."""
    yield text
    if stretch := _TO_YEAR.search(text):
        yield stretch.group()
        yield stretch.group().partition(" ")[2]
    yield from (found.group() for found in _DAY_MONTH_YEAR.finditer(text))


def _spelled_out(text: str) -> str:
    """A text with the months that dateparser does not know by their short names in full."""
    from nlp_events.text.reading_model import load_reading  # as heavy as the parser that needs it

    months = load_reading().months
    return _MONTH.sub(lambda found: months.get(found.group().rstrip(".").lower(), found.group()), text)


def _parsed(text: str, date_format: str | None = None) -> str | None:
    formats = _FORMATS if date_format is None else (date_format,)
    try:
        found = _parser(strict=date_format is not None).get_date_data(text, date_formats=formats).date_obj
    except Exception:  # noqa: BLE001 - it guesses at whatever a feed holds: what it fails on is no date
        return None
    return found.date().isoformat() if found else None


@lru_cache(maxsize=2)
def _parser(*, strict: bool) -> DateDataParser:
    """The parser of all forms, or the strict one of a form that is given."""
    # Imported here: it takes a tenth of a second, and ISO dates do without.
    from dateparser.date import DateDataParser

    settings = _SETTINGS | ({"PARSERS": ["custom-formats"]} if strict else {})
    return DateDataParser(languages=["fr", "en"], use_given_order=True, settings=settings)


def checked_format(date_format: str | None) -> str | None:
    """A form of dates as the caller gave it.

    Raises:
        InputError: it has no day, month and year, or is no form that ``datetime.strptime`` takes.
    """
    day = datetime(2019, 11, 5)
    with suppress(ValueError, TypeError):
        if date_format is None or datetime.strptime(day.strftime(date_format), date_format).date() == day.date():
            return date_format
    problem = "is no form of dates with day, month and year. Write it as for strptime («%d/%m/%Y»)."
    raise InputError(str(date_format), "published", problem)
