"""Articles that are lists of news: whether one is, and what an item says of its own happening.

What an article does not tell beside a figure is taken from elsewhere in it, as a reader would. In a list that is
another item, on another happening: of an item only what stands in its own paragraph is known.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from nlp_events.text.days import days_of

Row = Mapping[str, Any]
MANY, LANDS = 5, 3
"""Happenings, and those in lands of their own, from which on an article is a list of news."""
_FAR, _NEAR = 40, 10
"""Days from publication from which on a day is of another season, and up to which it is one of these days."""
_LEFT, _SINCE = 31, 60
"""Days of a year that may be left, and that may have gone by since, where a list looks back on it."""
_NEW = 4
"""Days before publication that a list of a year does not mean by «à ce jour»."""
_LINE = re.compile(r"[^\n]{80,}")
"""A paragraph that is long enough to tell some news."""
_WORD = re.compile(r"[^\W\d_]{3,}")
"""A word beside a number of a day: the name of its month or weekday, as none of «du 16 au 17» is."""
_NOWHERE = dict.fromkeys(
    ("place", "place_canonical", "country", "latitude", "longitude", "place_precision", "place_confidence")
)
_NO_POINT = dict.fromkeys(("latitude", "longitude", "place_precision"))


def is_round_up(groups: Collection[Sequence[Row]]) -> bool:
    """Whether an article is a list of news: many happenings are told as news, or several in a land of its own each.

    Args:
        groups: the records of each happening that the article tells of.
    """
    told = [events for events in groups if any(event["scope"] != "background" for event in events)]
    lands = {next((event["country"] for event in events if event.get("country")), None) for events in told}
    return len(told) >= MANY or len(lands - {None}) >= LANDS


def paragraph_of(text: str, at: int) -> tuple[int, int]:
    """Where the line begins and ends that holds a place in a text."""
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end


def paragraphs_without(text: str, groups: Iterable[Sequence[Row]]) -> Iterator[tuple[int, int]]:
    """Where the paragraphs begin and end that hold no record, but for the headline.

    Args:
        text: the article's.
        groups: its records.
    """
    starts = [event["start"] for events in groups for event in events]
    for found in _LINE.finditer(text, text.find("\n") + 1):
        start, end = found.span()
        if not any(start <= one < end for one in starts):
            yield start, end


def looks_back(row: Row) -> bool:
    """Whether a list is one of a year: it names the year, or more days of other seasons than of these days."""
    if not row.get("published"):
        return False
    published = date.fromisoformat(row["published"])
    far = near = 0
    for one in row.get("dates") or ():
        first, last = days_of(f"{one.get('first')}/{one.get('last')}")
        if first is None or last is None:
            continue
        gone = (published - last).days
        if one["grain"] == "year":
            if -_LEFT <= gone <= _SINCE:
                return True
            continue
        gap = gone if gone >= 0 else (first - published).days
        far += gap > _FAR
        near += gap <= _NEAR
    return far > near


class ListItems:
    """The items of a list of news.

    Args:
        row: a row of records; without its text, items are as the records say.
    """

    def __init__(self, row: Row) -> None:
        self._text = row.get("text") if isinstance(row.get("text"), str) else None
        self._dates = [one for one in row.get("dates") or () if one.get("first")]
        if looks_back(row):
            published = date.fromisoformat(row["published"])
            self._dates = [one for one in self._dates if _is_of_a_year(one, published)]
        self._places = [one for one in row.get("entities") or () if one.get("label") == "LOC" and one.get("country")]

    def own(self, event: Row) -> Row:
        """A record with nothing that another paragraph has lent it."""
        if self._text is None:
            return event
        start, end = paragraph_of(self._text, event["start"])
        changed: dict[str, Any] = {}
        if self._is_lent(event, "cause", start, end):
            changed["cause"] = None
        if event["date"] and not self._is_dated(event["date"], start, end):
            changed |= {"date": None, "date_confidence": None}
        if self._is_lent(event, "place", start, end):
            changed |= _NOWHERE
            changed["country"] = self._land(start, end)
        elif event["country"] and self._land(start, end) not in (None, event["country"]):
            changed |= _NO_POINT | {"country": self._land(start, end)}
        return {**event, **changed} if changed else event

    def _is_lent(self, event: Row, slot: str, start: int, end: int) -> bool:
        span = ((event.get("evidence") or {}).get(slot) or {}).get("span")
        return span is not None and not start <= span[0] < end

    def _is_dated(self, value: str, start: int, end: int) -> bool:
        """Whether a date of the paragraph is in the days of a record."""
        first, last = days_of(value)
        near = [one for one in self._dates if start <= one["start"] < end]
        days = [days_of(f"{one['first']}/{one['last']}") for one in near]
        return any(_meet((first, last), own) for own in days)

    def _land(self, start: int, end: int) -> str | None:
        """The one country that a paragraph begins with or names, None where it names none or several."""
        named = [one for one in self._places if start <= one["start"] < end and one.get("place_precision") == "country"]
        lands = {one["country"] for one in named}
        return lands.pop() if len(lands) == 1 else None


def _is_of_a_year(one: Row, published: date) -> bool:
    """Whether a date of a list of a year is of an item: neither a day without its month nor one of these days."""
    last = days_of(str(one["first"]))[1]
    return bool(_WORD.search(one["text"])) and (last is None or (published - last).days > _NEW)


def _meet(one: tuple[Any, Any], other: tuple[Any, Any]) -> bool:
    return all(
        first is None or last is None or first <= last for first, last in ((one[0], other[1]), (other[0], one[1]))
    )


def own_records(row: Row, groups: Iterable[Sequence[Row]]) -> list[list[Row]]:
    """The records of each happening of a list, as its own paragraphs tell them."""
    items = ListItems(row)
    return [[items.own(event) for event in events] for events in groups]
