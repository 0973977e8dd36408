"""The table of records that CSV and Parquet hold: a row a record, and one for each article that failed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import MISSING, fields
from itertools import groupby
from typing import Any

from nlp_events.values import DONE, ArticleResult, Event
from nlp_events.writers.columns import ARTICLE, DATED, RECORD, dated
from nlp_events.writers.rows import evidence_of

_ADDED = ("site", "duplicate_of")
"""Columns of an article that a table of an earlier version lacks."""
_EVENT = ("doc_id", *(name for name in RECORD if name not in DATED))
NEEDED = (frozenset(ARTICLE) - set(_ADDED)) | {field.name for field in fields(Event) if field.default is MISSING}
"""Columns that a table of ours has; one of an earlier version lacks the others."""


def table_rows(results: Iterable[ArticleResult]) -> Iterator[dict[str, Any]]:
    """The rows of the table: a record each, with its article's columns; an article without any has one if it failed."""
    for result in results:
        article = {name: getattr(result, name) for name in ARTICLE}
        for event in result.events:
            yield article | record_row(event)
        if result.status != DONE:
            yield article | dict.fromkeys(RECORD)


def record_row(event: Event) -> dict[str, Any]:
    """The columns of a record, with the days of its date."""
    days = dated(event.date)
    return {name: days[name] if name in days else getattr(event, name) for name in RECORD}


def results_of_rows(rows: Iterable[dict[str, Any]]) -> Iterator[ArticleResult]:
    """The results that rows came from, as far as the table holds them: no entities, dates, or articles without records.

    Args:
        rows: as ``table_rows`` gives them, those of an article together.
    """
    for _, group in groupby(rows, key=lambda row: row["doc_id"]):
        of_article = list(group)
        article = {name: of_article[0][name] for name in ARTICLE if name in NEEDED or name in of_article[0]}
        records = [row for row in of_article if row["event_id"] is not None]
        yield ArticleResult(**article, events=tuple(_event(row) for row in records))


def _event(row: dict[str, Any]) -> Event:
    known = {name: row[name] for name in _EVENT if name in row}
    known["mentions"] = tuple((start, end) for start, end in row["mentions"])
    known["evidence"] = evidence_of(dict(row["evidence"]))
    return Event(**known)
