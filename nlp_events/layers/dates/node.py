"""Matched rules, what stands in their slots, and how a node is resolved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple, TypeAlias

from nlp_events.layers.dates.calendar import Point, Reading, period, point, unknown
from nlp_events.layers.dates.context import Context
from nlp_events.layers.dates.model import DateResources, DateRule

PIVOT = 50  # two-digit years from here on are of the 20th century
AHEAD = 15  # years after publication from which on they are of it too («le 6 août 45»)


class Node(NamedTuple):
    """A matched rule; it stands in its run of tokens under the atom of its result.

    Attributes:
        atom: the atom of the class it gives.
        rule: the rule.
        start, end: its place in the text.
        slots: slot → number, word value, digits by name, or another node.
        places: slot → its place in the text.
    """

    atom: str
    rule: DateRule
    start: int
    end: int
    slots: dict[str, Slot]
    places: dict[str, tuple[int, int]]

    def number(self, name: str) -> int | None:
        """The number in a slot, None if it holds none."""
        value = self.slots.get(name)
        return value if isinstance(value, int) else None

    def node(self, name: str) -> Node | None:
        """The node in a slot, None if it holds none."""
        value = self.slots.get(name)
        return value if isinstance(value, Node) else None

    def option(self, name: str) -> int | None:
        """A whole number among the fixed values of the rule."""
        value = self.rule.options.get(name)
        return value if isinstance(value, int) else None

    def text(self, name: str) -> str:
        """A slot's word, or the rule's fixed one; an empty string if there is neither."""
        value = self.slots.get(name, self.rule.options.get(name, ""))
        return value if isinstance(value, str) else ""

    @property
    def direction(self) -> int | None:
        """-1 for «dernier», 1 for «prochain», None if it says neither."""
        return self.number("direction")


Slot: TypeAlias = "int | str | Node | dict[str, int]"
Resolver: TypeAlias = Callable[["Resolution", Node, Context], "Reading | None"]


class Resolution:
    """Resolves nodes with the tables of one date layer.

    Args:
        resources: the layer.
        kinds: kind of a rule → its resolver.
    """

    def __init__(self, resources: DateResources, kinds: Mapping[str, Resolver]) -> None:
        self.resources = resources
        self.kinds = kinds

    def resolve(self, node: Node | None, context: Context) -> Reading | None:
        """What a node means in its context; None if there is no such day, so that nothing is found."""
        reading = None if node is None else self.kinds[node.rule.kind](self, node, context)
        if node is None or reading is None:
            return None
        side = node.rule.options.get("side")
        if side == "since":
            reading = opened(reading, "until" if node.rule.kind == "open" and node.direction == -1 else "since")
        elif side == "by":
            reading = coming(reading, context.published)
        modifier = node.text("modifier")
        return reading._replace(modifier=modifier) if modifier else reading

    def within(self, node: Node, context: Context) -> Reading | None:
        """The period something is counted in: a named one, or the current one of a unit."""
        unit = node.text("of_unit")
        if node.node("of") is not None or not unit:
            # «Le dernier dimanche de septembre»: the tense is that around the whole, not that of a noun before «de».
            return self.resolve(node.node("of"), context.spoken_at(node.start, node.end))
        return unknown("year") if context.published is None else period(unit, context.published)

    def year(self, node: Node, context: Context) -> int | None:
        """The year that is written, in full or as two digits, or that of the period named."""
        year, pair, years = node.number("year"), node.number("pair"), node.slots.get("numeric")
        if isinstance(years, dict):
            return years.get("first")  # «l'hiver 2014-2015» is that of December 2014
        if year is not None or pair is not None:
            return year if year is not None or pair is None else two_digit_year(pair, context.published)
        reading = self.resolve(node.node("of"), context)
        return None if reading is None or reading.first is None else reading.first.year


def opened(reading: Reading, side: str) -> Reading:
    """The interval from a date on («since») or up to it («until»)."""
    if side == "until":
        return reading._replace(first=None, modifier=None)
    first = reading.first
    if reading.modifier == "start" and reading.grain in ("month", "year") and reading.first_day is not None:
        first = Point.of(reading.first_day)
    return reading._replace(first=first, last=None, modifier=None)


def coming(reading: Reading, published: date | None) -> Reading:
    """The interval from publication up to a date («d'ici à lundi»); open at its beginning where that is not to come."""
    last = reading.last_day
    to_come = published is not None and last is not None and published <= last
    return reading._replace(first=Point.of(published) if published and to_come else None, modifier=None)


def anchor_of(node: Node, context: Context) -> date | None:
    """Publication; the story's last day, or the day of a happening, for a rule that hangs on these."""
    if node.rule.options.get("from") == "event":
        return context.event
    return context.narrative if node.rule.options.get("from") == "story" else context.published


def two_digit_year(pair: int, published: date | None = None) -> int:
    """The year two digits stand for, told on a day that may be known."""
    late = published is not None and 2000 + pair > published.year + AHEAD
    return 1900 + pair if late or pair >= PIVOT else 2000 + pair


def day_at(day: date | None, anchor: date | None) -> Reading | None:
    """The reading of a day that was found against an anchor; None stays None."""
    return None if day is None else point(day, anchor=anchor)
