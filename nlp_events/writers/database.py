"""SQLite: articles, entities, dates, incidents, records and what is to review, one table each, joined by keys.

Nothing of the JSON is lost. ``mentions``, ``evidence`` and ``related`` are JSON texts. An incident here is one of one
article: its columns are those of its first record.
"""

from __future__ import annotations

import errno
import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, cast

from nlp_events.values import ArticleResult, DateMention, EntityMention, Event, Span
from nlp_events.writers.columns import dated
from nlp_events.writers.records import record_row
from nlp_events.writers.rows import event_of
from nlp_events.writers.schema import COLUMNS, INCIDENT, NESTED, READ, create_indexes, create_tables

_ARTICLE = ("doc_id", "title", "published", "site", "duplicate_of", "status", "error", "text")
"""Columns of an article that are fields of its result."""
_LISTS = ("entities", "dates", "events", "review")
"""Tables that hold what an article's result has several of."""


def write_sqlite(results: Iterable[ArticleResult], path: Path) -> None:
    """Write results to a new SQLite file.

    Raises:
        OSError: the disk is full, or cannot be written.
    """
    try:
        _write(results, path)
    except sqlite3.OperationalError as error:
        raise OSError(errno.EIO, str(error)) from error


def _write(results: Iterable[ArticleResult], path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        # The file is new, and thrown away if this fails: a journal would protect nothing.
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        create_tables(database)
        database.execute("BEGIN")
        for number, result in enumerate(results, start=1):
            _insert(database, number, result)
        create_indexes(database)
        database.execute("COMMIT")


def read_sqlite(path: Path) -> Iterator[ArticleResult]:
    """The results in a file that ``write_sqlite`` wrote.

    Raises:
        sqlite3.Error, KeyError: it is no such file.
    """
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
        database.row_factory = sqlite3.Row
        # An earlier version had fewer tables and columns.
        tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        for document in database.execute("SELECT * FROM documents ORDER BY id"):
            parts: dict[str, Iterator[Any]] = {
                name: _parts(database, name, document["id"]) for name in _LISTS if name in tables
            }
            yield ArticleResult(
                **{name: document[name] for name in _ARTICLE if name in document.keys()},  # noqa: SIM118 - else values
                entities=tuple(cast("Iterator[EntityMention]", parts["entities"])),
                dates=tuple(cast("Iterator[DateMention]", parts["dates"])),
                events=tuple(event_of(document["doc_id"], record) for record in parts["events"]),
                related=_spans(document, "related"),
                pages=_spans(document, "pages"),
                review=tuple(parts.get("review", ())),
            )


def _pages(result: ArticleResult) -> dict[str, str]:
    return {"pages": json.dumps(result.pages)} if result.pages else {}


def _spans(document: sqlite3.Row, name: str) -> tuple[Span, ...]:
    """The spans in a column; none where it is empty, or of an earlier version."""
    written = document[name] if name in document.keys() else None  # noqa: SIM118 - else values
    return tuple((start, end) for start, end in json.loads(written or "[]"))


def _insert(database: sqlite3.Connection, number: int, result: ArticleResult) -> None:
    document = {name: getattr(result, name) for name in _ARTICLE}
    _add(database, "documents", document | {"id": number, "related": json.dumps(result.related)} | _pages(result))
    for entity in result.entities:
        _add(database, "entities", entity | {"document": number})
    for one in result.dates:
        _add(database, "dates", one | {"document": number})
    for refused in result.review:
        _add(database, "review", {**refused, "document": number})
    incidents: dict[str, int] = {}
    for event in result.events:
        if event.incident_id not in incidents:
            incidents[event.incident_id] = _add(database, "incidents", _incident(event) | {"document": number})
        known = {"document": number, "incident": incidents[event.incident_id], "doc_id": event.doc_id}
        _add(database, "events", _flat(record_row(event)) | known)


def _add(database: sqlite3.Connection, table: str, row: dict[str, Any]) -> int:
    """Insert a row, whose names are columns of the table; the row's number."""
    columns = [name for name in COLUMNS[table] if name in row]
    names = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join("?" * len(columns))
    statement = f'INSERT INTO "{table}" ({names}) VALUES ({marks})'  # noqa: S608 - our own names
    return database.execute(statement, [row[name] for name in columns]).lastrowid or 0


def _incident(event: Event) -> dict[str, Any]:
    return {name: getattr(event, name) for name in INCIDENT} | dated(event.date)


def _flat(record: dict[str, Any]) -> dict[str, Any]:
    return record | {name: json.dumps(record[name], ensure_ascii=False) for name in NESTED}


def _parts(database: sqlite3.Connection, table: str, document: int) -> Iterator[dict[str, Any]]:
    names = READ[table]
    rows = database.execute(f'SELECT * FROM "{table}" WHERE document = ? ORDER BY id', [document])  # noqa: S608 - as above
    for row in rows:
        known = set(row.keys())  # an earlier version had fewer
        yield {name: json.loads(row[name]) if name in NESTED else row[name] for name in names if name in known}
