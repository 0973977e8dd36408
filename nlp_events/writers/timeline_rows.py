"""Time lines of incidents as a CSV file: a row a figure of an article, safe to open in a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import Any

from nlp_events.timelines import TimelineRow, of_several, timeline
from nlp_events.values import Incident
from nlp_events.writers.columns import Column, columns_of
from nlp_events.writers.delimited import PLAIN, Dialect, table_file
from nlp_events.writers.whole import whole_file

_NAMES = tuple(field.name for field in fields(TimelineRow))
TIMELINE_TABLE = columns_of(TimelineRow) | {"day": Column("date"), "published": Column("date")}
"""A row an article's figure of an incident, or an article without a figure."""


@contextmanager
def timeline_file(
    path: Path, days: Mapping[str, str] | None = None, *, dialect: Dialect = PLAIN
) -> Iterator[Callable[[Incident], None]]:
    """Write the time lines of incidents, as these come, to a CSV file, which appears whole or not at all.

    Args:
        path: the file.
        days: as in ``timeline``; read when an incident is added.
        dialect: how it is written.

    Yields:
        What adds the time line of an incident; one that a single article tells has none.

    Raises:
        NlpEventsError: the file cannot be written.
    """
    with whole_file(path) as part, table_file(part, list(TIMELINE_TABLE), dialect=dialect) as write:

        def add(incident: Incident) -> None:
            if of_several(incident):
                write(map(_cells, timeline(incident, days)))

        yield add


def write_timelines(
    incidents: Iterable[Incident], path: Path, days: Mapping[str, str] | None = None, *, dialect: Dialect = PLAIN
) -> None:
    """The same of incidents that are there: arguments as above."""
    with timeline_file(path, days, dialect=dialect) as add:
        for incident in incidents:
            add(incident)


def _cells(row: TimelineRow) -> dict[str, Any]:
    return {name: getattr(row, name) for name in _NAMES}
