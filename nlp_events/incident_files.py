"""Files of records to incidents, and incidents to files: JSON Lines, CSV, SQLite."""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from nlp_events.errors import InputError, NlpEventsError
from nlp_events.values import ArticleResult, Incident, IncidentArticle, Reading
from nlp_events.writers.formats import STANDARD_OUTPUT, read_results
from nlp_events.writers.incident_rows import IMPACT, INCIDENT, INCIDENT_COLUMNS, rows_of
from nlp_events.writers.whole import is_stream, whole_file

_ARTICLE = tuple(field.name for field in fields(IncidentArticle) if field.name != "tellings")
_READING = tuple(field.name for field in fields(Reading))
_NUMBERS = {
    **dict.fromkeys(("min", "max", "low", "high", "best", "part", "superseded", "repeated", "conflicting"), "INTEGER"),
    **dict.fromkeys(("latitude", "longitude", "score"), "REAL"),
}
_TABLES: dict[str, tuple[str, ...]] = {
    "incidents": INCIDENT,
    "impacts": ("impact_id", "incident_id", *IMPACT),
    "readings": ("impact_id", *_READING, "conflicting"),
    "articles": ("incident_id", *_ARTICLE),
}
"""Table of the SQLite file → its columns; ``impact_id`` joins readings to impacts."""


def read_records(paths: Sequence[str], report: Callable[[InputError], None]) -> Iterator[ArticleResult]:
    """The results in files that ``nlp-events extract`` or ``convert`` wrote, file by file.

    Args:
        paths: the files; their endings tell their formats.
        report: called with what is wrong with a file; what was read before is kept, and the next file is read.

    Raises:
        NlpEventsError: the ending of a name is not known.
    """
    for path in paths:
        try:
            yield from read_results(path)
        except InputError as error:  # noqa: PERF203 - once a file
            report(error)


def to_dict(incident: Incident) -> dict[str, Any]:
    """The JSON object of one incident: the fields of ``Incident`` in their order, with those of its parts inside."""
    return asdict(incident)


def to_line(incident: Incident) -> bytes:
    """One line of JSON Lines in UTF-8, with its line end."""
    line = json.dumps(to_dict(incident), ensure_ascii=False, allow_nan=False) + "\n"
    return line.encode("utf-8", "replace")


def write_incidents(incidents: Iterable[Incident], path: str | Path) -> None:
    """Write incidents to a file, which appears whole or not at all.

    Args:
        incidents: what ``nlp_events.incidents`` yields.
        path: «.jsonl», «.csv» (a row an impact) or «.sqlite» (tables of incidents, impacts, readings and articles);
            «-» for JSON Lines to standard output.

    Raises:
        NlpEventsError: the ending is not known, or the file cannot be written.
    """
    if str(path) == STANDARD_OUTPUT:
        for incident in incidents:
            sys.stdout.buffer.write(to_line(incident))
        sys.stdout.buffer.flush()
        return
    write = writer_of(path)
    with whole_file(Path(path)) as part:
        write(incidents, part)


def writer_of(path: str | Path) -> Callable[[Iterable[Incident], Path], None]:
    """What writes the format that a name's ending asks for: to a device or a pipe, JSON Lines.

    Raises:
        NlpEventsError: the ending is not known.
    """
    if is_stream(Path(path)):
        return _write_jsonl
    writers = {".jsonl": _write_jsonl, ".csv": _write_csv, ".sqlite": _write_sqlite}
    try:
        return writers[Path(path).suffix.lower()]
    except KeyError:
        raise NlpEventsError(f"{path}: has no known ending. Name it {', '.join(writers)}.") from None


def _write_jsonl(incidents: Iterable[Incident], path: Path) -> None:
    with path.open("wb") as stream:
        stream.writelines(map(to_line, incidents))


def _write_csv(incidents: Iterable[Incident], path: Path) -> None:
    from nlp_events.writers.delimited import write_table

    write_table(path, INCIDENT_COLUMNS, (row for incident in incidents for row in rows_of(incident)))


def _write_sqlite(incidents: Iterable[Incident], path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        # The file is new, and thrown away if this fails: a journal would protect nothing.
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        for table, columns in _TABLES.items():
            names = ", ".join(f'"{name}" {_NUMBERS.get(name, "TEXT")}' for name in columns)
            database.execute(f'CREATE TABLE "{table}" ({names})')
        database.execute("BEGIN")
        for incident in incidents:
            _insert(database, incident)
        for table, key in (("impacts", "incident_id"), ("readings", "impact_id"), ("articles", "incident_id")):
            database.execute(f'CREATE INDEX "{table}_{key}" ON "{table}" ("{key}")')
        database.execute("COMMIT")


def _insert(database: sqlite3.Connection, incident: Incident) -> None:
    own = {"incident_id": incident.incident_id}
    _add(database, "incidents", [_values(incident, "incidents")])
    _add(database, "articles", [_values(article, "articles", own) for article in incident.articles])
    for number, impact in enumerate(incident.impacts, start=1):
        key = {"impact_id": f"{incident.incident_id}-{number}"}
        _add(database, "impacts", [_values(impact, "impacts", own | key)])
        readings = [
            _values(one, "readings", key | {"conflicting": one.event_id in impact.conflict}) for one in impact.history
        ]
        _add(database, "readings", readings)


def _values(value: Any, table: str, known: dict[str, Any] | None = None) -> list[Any]:
    known = known or {}
    return [known[name] if name in known else getattr(value, name) for name in _TABLES[table]]


def _add(database: sqlite3.Connection, table: str, rows: list[list[Any]]) -> None:
    marks = ", ".join("?" * len(_TABLES[table]))
    database.executemany(f'INSERT INTO "{table}" VALUES ({marks})', rows)  # noqa: S608 - names of our own
