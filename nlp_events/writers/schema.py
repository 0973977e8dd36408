"""The tables of the SQLite output, made from the types of the record's contract."""

from __future__ import annotations

import sqlite3
from dataclasses import fields
from typing import Any, get_type_hints

from nlp_events.values import DateValue, EntityValue, Event

NESTED = ("mentions", "evidence")
INCIDENT = ("incident_id", "cause", "scope", "place", "place_canonical", "country", "latitude", "longitude", "date")
"""What figures of one incident have in common, as its first record says it."""


def _typed(names: list[str], hints: dict[str, Any]) -> dict[str, str]:
    """Column → SQLite type."""
    found = {}
    for name in names:
        kinds = getattr(hints[name], "__args__", (hints[name],))
        found[name] = "INTEGER" if int in kinds else "REAL" if float in kinds else "TEXT"
    return found


def _mention(first: tuple[str, ...], value: type) -> dict[str, str]:
    """Columns of a mention in the order that its JSON object has them."""
    hints = {"text": str, "zone": str} | get_type_hints(value)
    return _typed([*first, *(name for name in get_type_hints(value) if name not in first)], hints)


_EVENT = get_type_hints(Event)
_RECORD = [field.name for field in fields(Event) if field.name != "doc_id"]

TABLES: dict[str, dict[str, str]] = {
    "documents": dict.fromkeys(
        ("doc_id", "title", "published", "site", "duplicate_of", "status", "error", "text", "related", "pages"), "TEXT"
    ),
    "entities": _mention(("text", "label", "start", "end", "canonical", "entity_id", "zone"), EntityValue),
    "dates": _mention(("text", "start", "end", "value", "first", "last", "grain", "zone"), DateValue),
    "incidents": _typed(list(INCIDENT), _EVENT),
    "events": _typed(_RECORD, _EVENT),
}
"""Table → column → type, without keys, in the order of the JSON."""

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
}
COLUMNS = {table: ("id", *_KEYS[table], *columns) for table, columns in TABLES.items()}
"""Table → all its columns."""

_NEVER_NULL: dict[str, tuple[str, ...]] = {
    "documents": ("doc_id", "status", "related"),
    "entities": (),
    "dates": (),
    "incidents": ("incident_id",),
    "events": ("event_id", "incident_id", "impact", "text", "start", "end", "certainty", "sentence", "mentions"),
}
_INDEXES = {
    "documents": ("doc_id", "status", "published"),
    "entities": ("document", "canonical", "known_id"),
    "dates": ("document", "first"),
    "incidents": ("document", "incident_id", "country"),
    "events": ("document", "incident", "event_id", "impact", "country", "date", "doc_id"),
}


def create_tables(database: sqlite3.Connection) -> None:
    """Create the tables in a new database."""
    for table, columns in TABLES.items():
        lines = ["id INTEGER PRIMARY KEY", *_KEYS[table].values()]
        for name, kind in columns.items():
            lines.append(f'"{name}" {kind}{" NOT NULL" if name in _NEVER_NULL[table] else ""}')
        database.execute(f'CREATE TABLE "{table}" ({", ".join(lines)})')


def create_indexes(database: sqlite3.Connection) -> None:
    """Create the indexes: every foreign key, and what is mostly asked for."""
    for table, columns in _INDEXES.items():
        for name in columns:
            database.execute(f'CREATE INDEX "{table}_{name}" ON "{table}" ("{name}")')
