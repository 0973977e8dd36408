"""A stretch of text with named spans marked: «[who: soldats] [trigger: tués]»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rich.text import Text

from nlp_events.values import Span

STYLES = {
    "quantity": "bold black on yellow",
    "who": "yellow",
    "trigger": "bold yellow",
    "place": "green",
    "source": "blue",
    "date": "cyan",
    "certainty": "magenta",
    "cause": "red",
    "actor": "bold red",
    "means": "red",
}
"""Slot → Rich style of its span; other slots are bold."""


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A span of the text and the names it carries."""

    start: int
    end: int
    names: tuple[str, ...]

    @property
    def label(self) -> str:
        """The names as shown."""
        return "+".join(self.names)

    @property
    def style(self) -> str:
        """The style of the first name."""
        return STYLES.get(self.names[0], "bold")


def marks_of(told: Mapping[str, Span]) -> list[Mark]:
    """Evidence as marks, in text order, an outer one before its inner; slots with the same span share one."""
    names: dict[Span, list[str]] = {}
    order = {slot: index for index, slot in enumerate(STYLES)}
    for slot in sorted(told, key=lambda slot: (order.get(slot, len(order)), slot)):
        names.setdefault(told[slot], []).append(slot)
    places = sorted(names, key=lambda place: (place[0], -place[1]))
    return [Mark(start=start, end=end, names=tuple(names[start, end])) for start, end in places]


def split(marks: Iterable[Mark], window: Span) -> tuple[list[Mark], list[Mark]]:
    """The marks that can be shown inside a window, and the others.

    Args:
        marks: as ``marks_of`` gives them.
        window: (start, end) of the stretch that will be shown.

    Returns:
        The marks inside the window of which none crosses another, and those outside it or crossing one.
    """
    inside: list[Mark] = []
    outside: list[Mark] = []
    open_ends: list[int] = []
    for mark in marks:
        while open_ends and open_ends[-1] <= mark.start:
            open_ends.pop()
        crosses = bool(open_ends) and mark.end > open_ends[-1]
        if crosses or mark.start < window[0] or mark.end > window[1]:
            outside.append(mark)
        else:
            inside.append(mark)
            open_ends.append(mark.end)
    return inside, outside


def marked(text: str, window: Span, marks: Iterable[Mark]) -> Text:
    """A stretch of a text with its marks.

    Args:
        text: a text that is safe to print.
        window: (start, end) of the stretch.
        marks: marks inside it that do not cross, in text order, outer ones first.

    Returns:
        The stretch, each mark as «[name: …]» in the style of its name.
    """
    shown = Text()
    styles = [""]
    at = window[0]
    for place, mark, opens in _edges(marks):
        shown.append(text[at:place], styles[-1])
        shown.append(f"[{mark.label}: " if opens else "]", mark.style)
        at = place
        if opens:
            styles.append(mark.style)
        else:
            styles.pop()
    shown.append(text[at : window[1]])
    return shown


def _edges(marks: Iterable[Mark]) -> Iterator[tuple[int, Mark, bool]]:
    """Where each mark begins (True) and ends (False), in text order."""
    waiting: list[Mark] = []
    for mark in marks:
        while waiting and waiting[-1].end <= mark.start:
            yield waiting[-1].end, waiting.pop(), False
        yield mark.start, mark, True
        waiting.append(mark)
    for last in reversed(waiting):
        yield last.end, last, False
