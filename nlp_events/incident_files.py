"""Files of records to incidents, and incidents to files and back."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from nlp_events.errors import InputError, NlpEventsError
from nlp_events.incident_objects import from_dict, to_dict
from nlp_events.values import ArticleResult, Incident
from nlp_events.writers.formats import STANDARD_OUTPUT, excel_dialect, read_results
from nlp_events.writers.incident_rows import INCIDENT_TABLE, rows_of
from nlp_events.writers.whole import is_stream, whole_file

Write = Callable[[Iterable[Incident], Path], None]


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


def holds_incidents(path: str | Path) -> bool:
    """Whether a file is one of incidents in JSON Lines, by its first line."""
    try:
        with Path(path).open("rb") as stream:
            first = json.loads(next(filter(bytes.strip, islice(stream, 100)), b""))
    except (OSError, ValueError, RecursionError):
        return False  # what it is instead, or why it is not read, is told by who reads it
    return isinstance(first, dict) and "impacts" in first and "articles" in first


def read_incidents(path: str | Path) -> Iterator[Incident]:
    """The incidents in a file of JSON Lines that ``nlp-events incidents`` wrote, lazily.

    Raises:
        InputError: it cannot be read, or a line is no incident.
    """
    try:
        with Path(path).open("rb") as stream:
            for number, line in enumerate(stream, start=1):
                if line.strip():
                    yield _read(line, f"{path}:{number}")
    except OSError as error:
        problem = f"cannot be read ({error.strerror}). Check its path and permissions."
        raise InputError(str(path), "unreadable", problem) from error


def to_line(incident: Incident) -> bytes:
    """One line of JSON Lines in UTF-8, with its line end."""
    line = json.dumps(to_dict(incident), ensure_ascii=False, allow_nan=False) + "\n"
    return line.encode("utf-8", "replace")


def write_incidents(incidents: Iterable[Incident], path: str | Path, *, excel: bool = False) -> None:
    """Write incidents to a file, which appears whole or not at all.

    Args:
        incidents: what ``nlp_events.incidents`` yields.
        path: «.jsonl» and «.sqlite» (tables of incidents, impacts, readings and articles) lose nothing; «.csv» and
            «.parquet» have a row an impact, «.xlsx» a sheet of incidents, of impacts and of articles, «.geojson» a
            point an incident, «.gexf» a network; «-» for JSON Lines to standard output.
        excel: as in ``write_results``.

    Raises:
        NlpEventsError: the ending is not known, or the file cannot be written.
    """
    if str(path) == STANDARD_OUTPUT:
        for incident in incidents:
            sys.stdout.buffer.write(to_line(incident))
        sys.stdout.buffer.flush()
        return
    write = writer_of(path, excel=excel)
    with whole_file(Path(path)) as part:
        write(incidents, part)


def writer_of(path: str | Path, *, excel: bool = False) -> Write:
    """What writes the format that a name's ending asks for: to a device or a pipe, JSON Lines.

    Raises:
        NlpEventsError: the ending is not known, or the file is no CSV file and meant for Excel.
    """
    if excel:
        return partial(_write_csv, dialect=excel_dialect(path))
    if is_stream(Path(path)):
        return _write_jsonl
    writers = {
        ".jsonl": _write_jsonl,
        ".csv": _write_csv,
        ".parquet": _write_parquet,
        ".sqlite": _write_sqlite,
        ".db": _write_sqlite,
        ".xlsx": _write_xlsx,
        ".geojson": _write_geojson,
        ".gexf": _write_gexf,
    }
    try:
        return writers[Path(path).suffix.lower()]
    except KeyError:
        raise NlpEventsError(f"{path}: has no known ending. Name it {', '.join(writers)}.") from None


def _read(line: bytes, source: str) -> Incident:
    try:
        return from_dict(json.loads(line))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        problem = f"is no incident ({type(error).__name__}: {error}). Name a file that «nlp-events incidents» wrote."
        raise InputError(source, "json", problem) from error


def _rows(incidents: Iterable[Incident]) -> Iterator[dict[str, Any]]:
    return (row for incident in incidents for row in rows_of(incident))


def _write_jsonl(incidents: Iterable[Incident], path: Path) -> None:
    with path.open("wb") as stream:
        stream.writelines(map(to_line, incidents))


def _write_csv(incidents: Iterable[Incident], path: Path, **options: Any) -> None:
    from nlp_events.writers.delimited import write_table

    write_table(path, list(INCIDENT_TABLE), _rows(incidents), **options)


def _write_parquet(incidents: Iterable[Incident], path: Path) -> None:
    from nlp_events.writers.columnar import write_rows

    write_rows(path, INCIDENT_TABLE, _rows(incidents))


def _write_sqlite(incidents: Iterable[Incident], path: Path) -> None:
    from nlp_events.writers.incident_database import write_incident_sqlite

    write_incident_sqlite(incidents, path)


def _write_xlsx(incidents: Iterable[Incident], path: Path) -> None:
    from nlp_events.writers.spreadsheet import write_incident_xlsx

    write_incident_xlsx(incidents, path)


def _write_geojson(incidents: Iterable[Incident], path: Path) -> None:
    from nlp_events.writers.geojson import write_incident_geojson

    write_incident_geojson(incidents, path)


def _write_gexf(incidents: Iterable[Incident], path: Path) -> None:
    from nlp_events.writers.network import write_incident_gexf

    write_incident_gexf(incidents, path)
