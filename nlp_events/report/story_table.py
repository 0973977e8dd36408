"""The time line of an incident as a table for a notebook."""

from __future__ import annotations

from typing import Any

from nlp_events.markup import table
from nlp_events.report.wordings import named, wordings
from nlp_events.timelines import TimelineRow, of_several, timeline
from nlp_events.values import Incident, bounds_of

MOST_ROWS = 100


def story_table(incident: Incident, *, lang: str = "en") -> str:
    """The time line of an incident as an HTML table, a row a figure; empty where a single article tells of it.

    Args:
        incident: what ``nlp_events.incidents`` yields.
        lang: language of its words.

    Raises:
        NlpEventsError: there is no such language.
    """
    if not of_several(incident):
        return ""
    words = wordings(lang)
    rows = timeline(incident)
    heads = [words["table"][name] for name in ("published", "article", "source", "figure")]
    cells = [_cells(row, words) for row in rows[:MOST_ROWS]]
    return table(words["timeline"]["title"], [*heads, ""], cells, left_out=len(rows) - len(cells))


def _cells(row: TimelineRow, words: dict[str, Any]) -> list[str | None]:
    day = row.day or words["article"]["unpublished"]
    if row.impact is None:
        return [day, row.title or row.doc_id, None, None, named(words, "change", row.change)]
    figure = f"{_figure(row.min, row.max, words, row)} {named(words, 'impact', row.impact)}"
    return [day, row.title or row.doc_id, row.source, figure, " · ".join(_told(row, words))]


def _told(row: TimelineRow, words: dict[str, Any]) -> list[str]:
    """What a row changes, who is newly told to have done it, and whether it is the best toll."""
    before = "" if row.before_event_id is None else _figure(row.before_min, row.before_max, words, row)
    source = row.before_source or words["timeline"]["no_source"]
    now = _figure(row.min, row.max, words, row)
    told = [named(words, "change", row.change).format(before=before, now=now, source=source)]
    if row.actor_change is not None:
        told.append(named(words, "actor_change", row.actor_change).format(actor=row.actor))
    return told + [words["timeline"]["chosen"]] * row.best


def _figure(low: int | None, high: int | None, words: dict[str, Any], row: TimelineRow) -> str:
    written = bounds_of(low, high)
    return f"{written} {named(words, 'unit', row.unit)}" if row.unit == "household" else written
