"""CSV: a row a record, in UTF-8, comma-separated, safe to open in a spreadsheet.

Lost: entities, dates, what is to review, articles that were done and have no record, texts. ``mentions`` and
``evidence`` are JSON.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nlp_events.values import ArticleResult
from nlp_events.writers.cells import cell, text_of
from nlp_events.writers.columns import TABLE
from nlp_events.writers.records import NEEDED, results_of_rows, table_rows

LONGEST_CELL = 16_000_000
"""Characters of a cell that is read back: a sentence may be a whole article."""
_NESTED = tuple(name for name, column in TABLE.items() if column.kind == "nested")


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a CSV file is written: the sign between cells, the sign before decimals, and its encoding."""

    delimiter: str = ","
    decimal: str = "."
    encoding: str = "utf-8"


PLAIN = Dialect()
"""RFC 4180, for programs."""
EXCEL = Dialect(";", ",", "utf-8-sig")
"""What Excel opens with a double click where decimals have a comma: a byte order mark, semicolons."""


def write_csv(results: Iterable[ArticleResult], path: Path, *, dialect: Dialect = PLAIN) -> None:
    """Write the table of records to a CSV file."""
    write_table(path, list(TABLE), map(_flat, table_rows(results)), dialect=dialect)


def write_table(
    path: Path,
    columns: Sequence[str],
    rows: Iterable[Mapping[str, Any]],
    *under: Sequence[str],
    dialect: Dialect = PLAIN,
) -> None:
    """Write any table to a CSV file.

    Args:
        path: the file.
        columns: the first line, and the order of the cells.
        rows: column → value; a column that is not there is an empty cell.
        under: lines that stand under the first one as they are.
        dialect: how it is written.
    """
    with table_file(path, columns, *under, dialect=dialect) as add:
        add(rows)


@contextmanager
def table_file(
    path: Path, columns: Sequence[str], *under: Sequence[str], dialect: Dialect = PLAIN
) -> Iterator[Callable[[Iterable[Mapping[str, Any]]], None]]:
    """The same for rows that come bit by bit: arguments as above.

    Yields:
        What adds rows to the file.
    """
    with path.open("w", encoding=dialect.encoding, errors="replace", newline="") as stream:
        # Its line end, that of RFC 4180, has it quote a lone «\\r» too.
        writer = csv.writer(stream, delimiter=dialect.delimiter)
        writer.writerow(columns)
        writer.writerows(under)

        def add(rows: Iterable[Mapping[str, Any]]) -> None:
            writer.writerows([cell(row.get(name), decimal=dialect.decimal) for name in columns] for row in rows)

        yield add


def read_csv(path: Path) -> Iterator[ArticleResult]:
    """The results in a CSV file that ``write_csv`` wrote, as far as it holds them.

    Raises:
        KeyError, ValueError: it is no such file.
    """
    before = csv.field_size_limit(LONGEST_CELL)
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            first = stream.readline()
            stream.seek(0)
            dialect = EXCEL if EXCEL.delimiter in first else PLAIN
            reader = csv.DictReader(stream, delimiter=dialect.delimiter)
            if not set(reader.fieldnames or ()) >= NEEDED:
                raise ValueError("the first line does not name the columns")
            yield from results_of_rows(_typed(row, dialect.decimal) for row in reader)
    finally:
        csv.field_size_limit(before)


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    return row | {name: json.dumps(row[name], ensure_ascii=False) for name in _NESTED if row[name] is not None}


def _typed(row: dict[str, str], decimal: str) -> dict[str, Any]:
    kinds: dict[str, Callable[[str], Any]] = {
        "integer": int,
        "number": lambda content: float(content.replace(decimal, ".")),
        "nested": json.loads,
    }
    return {
        name: kinds.get(column.kind, text_of)(row[name]) if row[name] else None
        for name, column in TABLE.items()
        if name in row
    }
