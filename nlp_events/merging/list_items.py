"""Articles that are lists of news: whether one is, and what an item says of its own happening.

What an article does not tell beside a figure is taken from elsewhere in it, as a reader would. In a list that is
another item, on another happening: of an item only what stands in its own paragraph is known.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from nlp_events.text.days import days_of

Row = Mapping[str, Any]
MANY, LANDS = 5, 3
"""Happenings, and those in lands of their own, from which on an article is a list of news."""
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


class ListItems:
    """The items of a list of news.

    Args:
        row: a row of records; without its text, items are as the records say.
    """

    def __init__(self, row: Row) -> None:
        self._text = row.get("text") if isinstance(row.get("text"), str) else None
        self._dates = [one for one in row.get("dates") or () if one.get("first")]
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


def _meet(one: tuple[Any, Any], other: tuple[Any, Any]) -> bool:
    return all(
        first is None or last is None or first <= last for first, last in ((one[0], other[1]), (other[0], one[1]))
    )


def own_records(row: Row, groups: Iterable[Sequence[Row]]) -> list[list[Row]]:
    """The records of each happening of a list, as its own paragraphs tell them."""
    items = ListItems(row)
    return [[items.own(event) for event in events] for events in groups]
