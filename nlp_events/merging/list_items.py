"""Articles that are lists of news: whether one is, and what an item says of its own happening.

What an article does not tell beside a figure is taken from elsewhere in it, as a reader would. In a list that is
another item, on another happening: of an item only what stands in its own lines is known, from its label or paragraph
to the next.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from nlp_events.text.days import days_meet, days_of

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
_LABEL = re.compile(r"[^\n.:–—]{3,40}(?=[.:–—])")
"""What a paragraph of a list may begin with: «MALI. », «Février. », «14 mars, Gao. »."""
_BEFORE = 6
"""Characters of it before a place or day: «Le», «Du»."""
_LABELS = 3
"""Paragraphs that begin with a day or month, from which on an article is a list."""
_GRAINS = ("day", "month")
"""Of dates that, told without a year, are taken for those nearest to the day of publication."""
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


def is_labelled(row: Row) -> bool:
    """Whether paragraphs begin with places of several lands, or with days or months of a year.

    A diary of some days is no list, nor are the towns of one disaster: they tell of one happening.
    """
    if not isinstance(row.get("text"), str):
        return False
    labels = list(_labels_of(row["text"]))
    places = (one for one in row.get("entities") or () if one.get("label") == "LOC" and one.get("country"))
    lands = {one["country"] for one in places if _leads(one, labels)}
    days = [days_of(str(one.get("first")))[0] for one in row.get("dates") or () if _leads(one, labels)]
    told = sorted(day for day in days if day is not None)
    of_a_year = len(told) >= _LABELS and (told[-1] - told[0]).days > _FAR
    return len(lands) >= LANDS or of_a_year


def _labels_of(text: str) -> Iterator[tuple[int, int]]:
    """Where the labels of paragraphs begin and end, but for the headline's."""
    for line in _LINE.finditer(text, text.find("\n") + 1):
        label = _LABEL.match(text, *line.span())
        if label is not None:
            yield label.span()


def _beginnings(row: Row) -> Iterator[int]:
    """Where items of a list with labels begin: at labels, and at paragraphs that begin with a day."""
    labels = {start for start, _ in _labels_of(row["text"])}
    for line in _LINE.finditer(row["text"], row["text"].find("\n") + 1):
        start, end = line.span()
        if start in labels or any(_leads(one, [(start, end)]) for one in row.get("dates") or ()):
            yield start


def _leads(one: Row, labels: Iterable[tuple[int, int]]) -> bool:
    """Whether a place or a day stands at the beginning of a label."""
    return any(start <= one["start"] <= start + _BEFORE and one["start"] < end for start, end in labels)


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
        self._labels = list(_beginnings(row)) if is_labelled(row) else []
        self._back_from = date.fromisoformat(row["published"]) if looks_back(row) else None
        if self._back_from is not None:
            dates = [one | self._days_in_year(one) for one in self._dates]
            self._dates = [one for one in dates if _is_of_a_year(one, self._back_from)]
        self._places = [one for one in row.get("entities") or () if one.get("label") == "LOC" and one.get("country")]

    def own(self, event: Row) -> Row:
        """A record with nothing that another item has lent it."""
        if self._text is None:
            return event
        start, end = self._item(event["start"])
        changed: dict[str, Any] = {}
        if self._is_lent(event, "cause", start, end):
            changed["cause"] = None
        day = self._day(event["date"], start, end)
        if day != event["date"]:
            changed |= {"date": day, "date_confidence": None}
        if self._is_lent(event, "place", start, end):
            changed |= _NOWHERE
            changed["country"] = self._land(start, end) or self._land_of_places(start, end)
        elif event["country"] and self._land(start, end) not in (None, event["country"]):
            changed |= _NO_POINT | {"country": self._land(start, end)}
        return {**event, **changed} if changed else event

    def _item(self, at: int) -> tuple[int, int]:
        """Where an item begins and ends: at labels; without these it is a paragraph."""
        text = self._text or ""
        if not self._labels:
            return paragraph_of(text, at)
        return max((one for one in self._labels if one <= at), default=0), min(
            (one for one in self._labels if one > at), default=len(text)
        )

    def _is_lent(self, event: Row, slot: str, start: int, end: int) -> bool:
        span = ((event.get("evidence") or {}).get(slot) or {}).get("span")
        return span is not None and not start <= span[0] < end

    def _day(self, value: str | None, start: int, end: int) -> str | None:
        """The date of a record that an item tells, else the one of its label."""
        near = [one for one in self._dates if start <= one["start"] < end]
        own = self._in_year(value) if value else None
        if own is not None and any(days_meet(days_of(own), days_of(f"{one['first']}/{one['last']}")) for one in near):
            return own
        led = (_date_of(one) for one in near if self._labels and one["last"] and _leads(one, [(start, end)]))
        return next(led, None)

    def _days_in_year(self, one: Row) -> dict[str, str]:
        """The days of a date that a list of a year names."""
        if one["grain"] not in _GRAINS or not one["last"] or one["first"][:4] in one.get("text", ""):
            return {}
        first, last = days_of(self._in_year(f"{one['first']}/{one['last']}"))
        return {"first": str(first), "last": str(last)}

    def _in_year(self, value: str) -> str:
        """A date as a list of a year means it: what has not been yet was in the year before."""
        first, last = days_of(value)
        if self._back_from is None or first is None or last is None or first <= self._back_from:
            return value
        return _between(_year_before(first), _year_before(last))

    def _land(self, start: int, end: int) -> str | None:
        """The one country that a paragraph begins with or names, None where it names none or several."""
        named = [one for one in self._places if start <= one["start"] < end and one.get("place_precision") == "country"]
        lands = {one["country"] for one in named}
        return lands.pop() if len(lands) == 1 else None

    def _land_of_places(self, start: int, end: int) -> str | None:
        """The one country that all places of a paragraph lie in."""
        lands = {one["country"] for one in self._places if start <= one["start"] < end}
        return lands.pop() if len(lands) == 1 else None

    def parts(self, events: Sequence[Row]) -> list[list[Row]]:
        """The records of one happening by their items; in a list of a year also by their days, if an impact has two."""
        if not self._labels:
            return [list(events)]
        parts: list[tuple[tuple[int, int], list[Row]]] = []
        for event in events:
            item = self._item(event["start"])
            own = next((own for where, own in parts if where == item and not self._is_apart(event, own)), None)
            if own is None:
                parts.append((item, [event]))
            else:
                own.append(event)
        return [own for _, own in parts]

    def _is_apart(self, event: Row, others: Iterable[Row]) -> bool:
        """Whether others count the same on other days of a year."""
        same = [one for one in others if self._back_from is not None and one["impact"] == event["impact"]]
        return not all(days_meet(days_of(event["date"]), days_of(one["date"])) for one in same)


def _date_of(one: Row) -> str:
    return _between(date.fromisoformat(one["first"]), date.fromisoformat(one["last"]))


def _between(first: date, last: date) -> str:
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def _year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day)


def _is_of_a_year(one: Row, published: date) -> bool:
    """Whether a date of a list of a year is of an item: neither a day without its month nor one of these days."""
    last = days_of(str(one["first"]))[1]
    return bool(_WORD.search(one["text"])) and (last is None or (published - last).days > _NEW)


def own_records(row: Row, groups: Iterable[Sequence[Row]]) -> list[list[Row]]:
    """The records of each happening of a list, as its own items tell them: one for each item."""
    items = ListItems(row)
    return [part for events in groups for part in items.parts([items.own(event) for event in events])]
