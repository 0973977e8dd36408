"""What an analyst decides: articles taken out of an incident, and incidents made one."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from nlp_events.errors import InputError

SPLIT_COLUMNS = ("incident_id", "doc_id")
JOIN_COLUMNS = ("incident_id", "into")
NOTE = "note"
"""A column that either file may have, for the analyst's reasons; it is not read."""


@dataclass(frozen=True, slots=True)
class Split:
    """An article that does not tell of an incident; ``source`` is «file:line»."""

    incident_id: str
    doc_id: str
    source: str


@dataclass(frozen=True, slots=True)
class Join:
    """An incident that is another one, whose id stays; ``source`` is «file:line»."""

    incident_id: str
    into: str
    source: str


def read_splits(path: str | Path) -> tuple[Split, ...]:
    """Read a CSV file with the columns ``incident_id`` and ``doc_id``, and optionally ``note``.

    Raises:
        InputError: the file cannot be read, has other columns, an empty cell, or one line twice.
    """
    return tuple(Split(*cells, source) for cells, source in _rows(Path(path), SPLIT_COLUMNS))


def read_joins(path: str | Path) -> tuple[Join, ...]:
    """Read a CSV file with the columns ``incident_id`` and ``into``, and optionally ``note``.

    Raises:
        InputError: as for ``read_splits``; or an incident is joined into itself, into two, or in a ring.
    """
    joins = tuple(Join(*cells, source) for cells, source in _rows(Path(path), JOIN_COLUMNS))
    roots(joins)
    return joins


def roots(joins: Iterable[Join]) -> dict[str, str]:
    """Each joined incident → the one that all are in the end joined into.

    Raises:
        InputError: an incident is joined into two others, or in a ring.
    """
    into: dict[str, Join] = {}
    for join in joins:
        if join.incident_id in into:
            problem = f"{join.incident_id} is joined a second time. Name one incident that it is joined into."
            raise InputError(join.source, "join", problem)
        into[join.incident_id] = join
    return {incident_id: _root(incident_id, into) for incident_id in into}


def _root(incident_id: str, into: dict[str, Join]) -> str:
    seen = {incident_id}
    target = into[incident_id].into
    while target in into:
        if target in seen:
            problem = f"{incident_id} is joined into itself, by this line and others. Leave one of them out."
            raise InputError(into[incident_id].source, "join", problem)
        seen.add(target)
        target = into[target].into
    if target in seen:
        raise InputError(into[incident_id].source, "join", f"{incident_id} is joined into itself. Leave the line out.")
    return target


def _rows(path: Path, columns: tuple[str, str]) -> Iterator[tuple[tuple[str, str], str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines, strict=True)
            names = tuple(reader.fieldnames or ())
            if not set(columns) <= set(names) <= {*columns, NOTE}:
                problem = f"has the columns {', '.join(names) or 'none'}. Give it {', '.join(columns)}."
                raise InputError(str(path), "columns", problem)
            yield from _cells(reader, path, columns)
    except FileNotFoundError as error:
        raise InputError(str(path), "missing", "there is no such file. Check the path.") from error
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(str(path), "csv", f"cannot be read as CSV ({error}). Save it as UTF-8 CSV.") from error


def _cells(reader: csv.DictReader[str], path: Path, columns: tuple[str, str]) -> Iterator[tuple[tuple[str, str], str]]:
    seen: set[tuple[str, str]] = set()
    for row in reader:
        source = f"{path}:{reader.line_num}"
        first, second = ((row[name] or "").strip() for name in columns)
        if not first or not second or None in row:
            problem = f"the line has not one cell each for {', '.join(columns)}. Fill both in."
            raise InputError(source, "cells", problem)
        if (first, second) in seen:
            raise InputError(source, "duplicate", "the same line is there before. Leave one of them out.")
        seen.add((first, second))
        yield (first, second), source
