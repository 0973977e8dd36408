"""Days of publication as papers and feeds write them, in French or English, by dateparser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:[T ]?[0-9]{4}(?:[0-9]{2})?(?:Z|[+-][0-9:]{4,5})?)?")
"""ISO 8601 without its hyphens, and what archives of the web make of it («20191105103000»)."""

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TO_YEAR = re.compile(r"(?:\S+ )??(?=\S*[0-9])\S.*?(?<![0-9])[0-9]{4}(?![0-9])")
"""From the word before the first digit to the first number of four digits: a day amid other words."""

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
def written_day(text: str) -> str | None:
    """The day «YYYY-MM-DD» of a date in any French or English form, day first; None where there is no whole one.

    Args:
        text: a date («5 nov. 2019 à 14h30», «Tue, 05 Nov 2019 10:00:00 +0100», «05/11/2019», «20191105»), perhaps with
            words before and after it. Relative ones, and those that lack day, month or year, are none.
    """
    text = " ".join(text.split())
    if len(text) > _LONGEST:
        return None
    if compact := _COMPACT.fullmatch(text):
        return _day("-".join(compact.groups()))
    found = next(filter(None, map(_parsed, _candidates(text))), None)
    iso = _ISO.match(text)
    # «2019-13-05»: an ISO date that is wrong is no other date.
    return None if iso and iso.group() != found else found


def _day(text: str) -> str | None:
    with suppress(ValueError):
        return date.fromisoformat(text).isoformat()
    return None


def _candidates(text: str) -> Iterator[str]:
    """The whole text; then the stretch up to the year, with the word before its first digit and without."""
    yield text
    if stretch := _TO_YEAR.search(text):
        yield stretch.group()
        yield stretch.group().partition(" ")[2]


def _parsed(text: str) -> str | None:
    try:
        found = _parser().get_date_data(text).date_obj
    except Exception:  # noqa: BLE001 - it guesses at whatever a feed holds: what it fails on is no date
        return None
    return found.date().isoformat() if found else None


@lru_cache(maxsize=1)
def _parser() -> DateDataParser:
    # Imported here: it takes a tenth of a second, and ISO dates do without.
    from dateparser.date import DateDataParser

    return DateDataParser(languages=["fr", "en"], use_given_order=True, settings=_SETTINGS)
