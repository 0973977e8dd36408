"""Records of one article as the happenings they tell of, and the one number that a layout has room for.

Numbers are never added up: of several tolls of one happening one stands, and its rule is told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from nlp_events.text.days import days_of
from nlp_events.values import ArticleResult, Event, Impact, Modifier
from nlp_events.writers.layouts.countries import Country, country_of

CONFLICT = ("armed_conflict", "attack", "unrest")
"""Causes that are political violence."""
_VAGUE_STEP = 2
"""«des dizaines» has a ``min`` of twice its unit."""


@dataclass(frozen=True, slots=True)
class Happening:
    """The records of one article that share an ``incident_id``, and what they have in common."""

    result: ArticleResult
    events: tuple[Event, ...]

    @property
    def first_event(self) -> Event:
        """The record whose slots stand for all."""
        return self.events[0]

    @property
    def country(self) -> Country:
        """Its country."""
        return country_of(self.first_event.country)

    @property
    def place(self) -> str | None:
        """Its place by its name in the gazetteer, else as written."""
        return self.first_event.place_canonical or self.first_event.place

    @property
    def days(self) -> tuple[date | None, date | None]:
        """Its first and last day, as in ``days_of``."""
        return days_of(self.first_event.date)

    @property
    def sources(self) -> list[str]:
        """Who its figures are credited to, each once."""
        named = (event.source_canonical or event.source for event in self.events)
        return list(dict.fromkeys(name for name in named if name))

    @property
    def sentences(self) -> str:
        """The sentences that tell of it, each once."""
        return " ".join(dict.fromkeys(event.sentence for event in self.events))

    def standing(self, impact: Impact) -> list[Event]:
        """Its figures of an impact that count: persons, no part of another, not replaced, and the surest kind told.

        Figures that are denied or only feared never count.
        """
        replaced = {event.supersedes for event in self.events}
        whole = [
            event for event in self.events
            if event.impact == impact and event.unit == "person" and event.part_of is None
            and event.event_id not in replaced
        ]  # fmt: skip
        asserted = [event for event in whole if event.certainty == "asserted"]
        return asserted or [event for event in whole if event.certainty == "unconfirmed"]

    def best_figure(self, impact: Impact) -> Event | None:
        """Its newest figure of an impact, else the first that is told; None without one."""
        figures = self.standing(impact)
        return next((event for event in figures if event.supersedes is not None), figures[0] if figures else None)

    def best(self, impact: Impact) -> int | None:
        """The number of ``best_figure``."""
        figure = self.best_figure(impact)
        return number_of(figure) if figure else None


def happenings_of(
    results: Iterable[ArticleResult], causes: Collection[str] | None = None, *, cumulative: bool = False
) -> Iterator[Happening]:
    """The happenings that articles tell of, in the order of the articles.

    Args:
        results: the results.
        causes: only those of these causes; None for all.
        cumulative: also running totals, which are no happening.
    """
    for result in results:
        groups: dict[str, list[Event]] = {}
        for event in result.events:
            groups.setdefault(event.incident_id, []).append(event)
        for events in groups.values():
            if (cumulative or events[0].scope != "cumulative") and (causes is None or events[0].cause in causes):
                yield Happening(result, tuple(events))


def number_of(event: Event) -> int | None:
    """The one number of a figure: its lower bound, else its upper one."""
    return event.max if event.min is None else event.min


def vague_number_of(event: Event) -> int | None:
    """As ACLED codes it: «des dizaines» is 10, «des centaines» 100, else as ``number_of``."""
    number = number_of(event)
    return None if number is None else vague_number(number, event.modifier)


def vague_number(number: int, modifier: Modifier) -> int:
    """The same of any number with its modifier."""
    return number // _VAGUE_STEP if modifier == "vague" and number >= 10 * _VAGUE_STEP else number


def iso(day: date | None) -> str | None:
    """A day as «YYYY-MM-DD»."""
    return day.isoformat() if day else None


def span_of(days: tuple[date | None, date | None]) -> int | None:
    """How many days an interval has; None for an open one."""
    first, last = days
    return (last - first).days + 1 if first and last else None
