"""The table of records that CSV and Parquet hold: a row a record, and one for each article that failed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import MISSING, fields
from itertools import groupby
from typing import Any

from nlp_events.values import DONE, ArticleResult, Event
from nlp_events.writers.rows import evidence_of

ARTICLE_COLUMNS = ("doc_id", "title", "published", "status", "error")
RECORD_COLUMNS = tuple(field.name for field in fields(Event) if field.name != "doc_id")
TABLE = ARTICLE_COLUMNS + RECORD_COLUMNS
NEEDED = frozenset(ARTICLE_COLUMNS) | {field.name for field in fields(Event) if field.default is MISSING}
"""Columns that a table of ours has; one of an earlier version lacks the others."""
NESTED = ("mentions", "evidence")
"""Columns that hold no single value."""
WHOLE_NUMBERS = ("start", "end", "min", "max", "trigger_start", "trigger_end")
NUMBERS = ("latitude", "longitude", "confidence", "place_confidence", "date_confidence")


def table_rows(results: Iterable[ArticleResult]) -> Iterator[dict[str, Any]]:
    """The rows of the table: a record each, with its article's columns; an article without any has one if it failed."""
    for result in results:
        article = {name: getattr(result, name) for name in ARTICLE_COLUMNS}
        for event in result.events:
            yield article | {name: getattr(event, name) for name in RECORD_COLUMNS}
        if result.status != DONE:
            yield article | dict.fromkeys(RECORD_COLUMNS)


def results_of_rows(rows: Iterable[dict[str, Any]]) -> Iterator[ArticleResult]:
    """The results that rows came from, as far as the table holds them: no entities, dates, or articles without records.

    Args:
        rows: as ``table_rows`` gives them, those of an article together.
    """
    for _, group in groupby(rows, key=lambda row: row["doc_id"]):
        of_article = list(group)
        article = {name: of_article[0][name] for name in ARTICLE_COLUMNS}
        records = [row for row in of_article if row["event_id"] is not None]
        yield ArticleResult(**article, events=tuple(_event(row) for row in records))


def _event(row: dict[str, Any]) -> Event:
    known = {name: row[name] for name in ("doc_id", *RECORD_COLUMNS) if name in row}
    known["mentions"] = tuple((start, end) for start, end in row["mentions"])
    known["evidence"] = evidence_of(dict(row["evidence"]))
    return Event(**known)
