"""The tables of the SQLite output, made from the types of the record's contract."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any, get_type_hints

from nlp_events.values import DateValue, EntityValue, Event, ReviewValue
from nlp_events.writers.columns import ARTICLE, DATED, RECORD, Column, column_of, columns_of, with_days

NESTED = ("mentions", "evidence")
INCIDENT = ("incident_id", "cause", "scope", "place", "place_canonical", "country", "latitude", "longitude", "date")
"""What figures of one incident have in common, as its first record says it."""


_SQL = {"integer": "INTEGER", "number": "REAL"}
"""Kind of a column → SQLite type; all others are texts."""


def _mention(first: tuple[str, ...], value: type) -> dict[str, Column]:
    """Columns of a mention in the order that its JSON object has them."""
    hints: dict[str, Any] = {"text": str, "zone": str} | get_type_hints(value)
    names = (*first, *(name for name in get_type_hints(value) if name not in first))
    return {name: column_of(hints[name]) for name in names}


TABLES: Mapping[str, Mapping[str, Column]] = {
    "documents": ARTICLE | {"text": Column(), "related": Column("nested"), "pages": Column("nested")},
    "entities": _mention(("text", "label", "start", "end", "canonical", "entity_id", "zone"), EntityValue),
    "dates": _mention(("text", "start", "end", "value", "first", "last", "grain", "zone"), DateValue),
    "incidents": with_days(columns_of(Event, INCIDENT)),
    "events": RECORD,
    "review": columns_of(ReviewValue),
}
"""Table → its columns without keys, in the order of the JSON, and the days of each ``date``."""

_DOCUMENT = "document INTEGER NOT NULL REFERENCES documents(id)"
_KEYS: dict[str, dict[str, str]] = {
    "documents": {},
    "entities": {"document": _DOCUMENT},
    "dates": {"document": _DOCUMENT},
    "incidents": {"document": _DOCUMENT},
    "events": {
        "document": _DOCUMENT,
        "incident": "incident INTEGER NOT NULL REFERENCES incidents(id)",
        "doc_id": "doc_id TEXT NOT NULL",
    },
    "review": {"document": _DOCUMENT},
}
COLUMNS = {table: ("id", *_KEYS[table], *columns) for table, columns in TABLES.items()}
"""Table → all its columns."""
_NAMED = {"document": ("documents", "id"), "incident": ("incidents", "id")}
FOREIGN: Mapping[str, Mapping[str, tuple[str, str]]] = {
    table: {name: _NAMED[name] for name in keys if name in _NAMED} for table, keys in _KEYS.items()
}
"""Table → its columns that name a row of another table, and the table and column that they name."""
KEYED: Mapping[str, Mapping[str, Column]] = {
    table: {"id": Column("integer", optional=False)}
    | {name: Column("text" if name == "doc_id" else "integer", optional=False) for name in _KEYS[table]}
    | dict(columns)
    for table, columns in TABLES.items()
}
"""Table → all its columns with their kinds."""
READ = {table: tuple(name for name in columns if name not in DATED) for table, columns in TABLES.items()}
"""Table → the columns that are read back; the rest follows from them."""

_NEVER_NULL: dict[str, tuple[str, ...]] = {
    "documents": ("doc_id", "status", "related"),
    "entities": (),
    "dates": (),
    "incidents": ("incident_id",),
    "events": ("event_id", "incident_id", "impact", "text", "start", "end", "certainty", "sentence", "mentions"),
    "review": ("text", "start", "end", "impact", "sentence", "confidence", "reason"),
}
_INDEXES = {
    "documents": ("doc_id", "status", "published"),
    "entities": ("document", "canonical", "known_id"),
    "dates": ("document", "first"),
    "incidents": ("document", "incident_id", "country"),
    "events": ("document", "incident", "event_id", "impact", "country", "date", "date_first", "doc_id"),
    "review": ("document", "confidence"),
}


def create_tables(database: sqlite3.Connection) -> None:
    """Create the tables in a new database."""
    for table, columns in TABLES.items():
        lines = ["id INTEGER PRIMARY KEY", *_KEYS[table].values()]
        for name, column in columns.items():
            never = " NOT NULL" if name in _NEVER_NULL[table] else ""
            lines.append(f'"{name}" {_SQL.get(column.kind, "TEXT")}{never}')
        database.execute(f'CREATE TABLE "{table}" ({", ".join(lines)})')


def create_indexes(database: sqlite3.Connection) -> None:
    """Create the indexes: every foreign key, and what is mostly asked for."""
    for table, columns in _INDEXES.items():
        for name in columns:
            database.execute(f'CREATE INDEX "{table}_{name}" ON "{table}" ("{name}")')
