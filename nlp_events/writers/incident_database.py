"""SQLite of incidents: their impacts, readings, articles and actors, a table each, joined by keys. Nothing is lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from nlp_events.values import Incident, IncidentImpact, Reading
from nlp_events.writers.columns import Column, columns_of
from nlp_events.writers.incident_rows import DOER, IMPACT, KNOWN, TELLING, doers_of, known_of, tellings_of

_KEY, _FLAG = Column(), Column("boolean")
TABLES: Mapping[str, Mapping[str, Column]] = {
    "incidents": KNOWN,
    "impacts": {"impact_id": _KEY, "incident_id": _KEY} | columns_of(IncidentImpact, IMPACT),
    "readings": {"impact_id": _KEY} | columns_of(Reading) | {"as_of": Column("date"), "conflicting": _FLAG},
    "articles": TELLING,
    "actors": DOER,
}
"""Table → its columns; ``impact_id`` joins readings to impacts."""
FOREIGN: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "incidents": {},
    "impacts": {"incident_id": ("incidents", "incident_id")},
    "readings": {"impact_id": ("impacts", "impact_id")},
    "articles": {"incident_id": ("incidents", "incident_id")},
    "actors": {"incident_id": ("incidents", "incident_id")},
}
"""Table → its columns that name a row of another table, and the table and column that they name."""
_SQL = {"integer": "INTEGER", "boolean": "INTEGER", "number": "REAL"}


def write_incident_sqlite(incidents: Iterable[Incident], path: Path) -> None:
    """Write incidents to a new SQLite file."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        # The file is new, and thrown away if this fails: a journal would protect nothing.
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        for table, columns in TABLES.items():
            names = ", ".join(f'"{name}" {_SQL.get(column.kind, "TEXT")}' for name, column in columns.items())
            database.execute(f'CREATE TABLE "{table}" ({names})')
        database.execute("BEGIN")
        for incident in incidents:
            _insert(database, incident)
        for table, keys in FOREIGN.items():
            for key in keys:
                database.execute(f'CREATE INDEX "{table}_{key}" ON "{table}" ("{key}")')
        database.execute("COMMIT")


def _insert(database: sqlite3.Connection, incident: Incident) -> None:
    own = {"incident_id": incident.incident_id}
    _add(database, "incidents", [_values(incident, "incidents", known_of(incident))])
    for table, rows in (("articles", tellings_of(incident)), ("actors", doers_of(incident))):
        _add(database, table, [[row[name] for name in TABLES[table]] for row in rows])
    for number, impact in enumerate(incident.impacts, start=1):
        key = {"impact_id": f"{incident.incident_id}-{number}"}
        _add(database, "impacts", [_values(impact, "impacts", own | key)])
        readings = [
            _values(one, "readings", key | {"conflicting": one.event_id in impact.conflict}) for one in impact.history
        ]
        _add(database, "readings", readings)


def _values(value: Any, table: str, known: dict[str, Any] | None = None) -> list[Any]:
    known = known or {}
    return [known[name] if name in known else getattr(value, name) for name in TABLES[table]]


def _add(database: sqlite3.Connection, table: str, rows: list[list[Any]]) -> None:
    marks = ", ".join("?" * len(TABLES[table]))
    database.executemany(f'INSERT INTO "{table}" VALUES ({marks})', rows)  # noqa: S608 - names of our own
