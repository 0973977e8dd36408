"""CSV: a row a record, in UTF-8, comma-separated, safe to open in a spreadsheet.

Lost: entities, dates, what is to review, articles that were done and have no record, texts. ``mentions`` and
``evidence`` are JSON.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from nlp_events.values import ArticleResult
from nlp_events.writers.cells import cell, text_of
from nlp_events.writers.records import NEEDED, NESTED, NUMBERS, TABLE, WHOLE_NUMBERS, results_of_rows, table_rows

LONGEST_CELL = 16_000_000
"""Characters of a cell that is read back: a sentence may be a whole article."""


def write_csv(results: Iterable[ArticleResult], path: Path) -> None:
    """Write the table of records to a CSV file."""
    write_table(path, TABLE, map(_flat, table_rows(results)))


def write_table(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, Any]], *under: Sequence[str]) -> None:
    """Write any table to a CSV file.

    Args:
        path: the file.
        columns: the first line, and the order of the cells.
        rows: column → value; a column that is not there is an empty cell.
        under: lines that stand under the first one as they are.
    """
    with path.open("w", encoding="utf-8", errors="replace", newline="") as stream:
        writer = csv.writer(stream)  # whose line end, that of RFC 4180, has it quote a lone «\\r» too
        writer.writerow(columns)
        writer.writerows(under)
        writer.writerows([cell(row.get(name)) for name in columns] for row in rows)


def read_csv(path: Path) -> Iterator[ArticleResult]:
    """The results in a CSV file that ``write_csv`` wrote, as far as it holds them.

    Raises:
        KeyError, ValueError: it is no such file.
    """
    before = csv.field_size_limit(LONGEST_CELL)
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream)
            if not set(reader.fieldnames or ()) >= NEEDED:
                raise ValueError("the first line does not name the columns")
            yield from results_of_rows(map(_typed, reader))
    finally:
        csv.field_size_limit(before)


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    return row | {name: json.dumps(row[name], ensure_ascii=False) for name in NESTED if row[name] is not None}


def _typed(row: dict[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {name: text_of(row[name]) for name in TABLE if name in row}
    kinds: dict[str, Callable[[str], Any]] = {
        **dict.fromkeys(WHOLE_NUMBERS, int),
        **dict.fromkeys(NUMBERS, float),
        **dict.fromkeys(NESTED, json.loads),
    }
    return found | {name: kind(row[name]) for name, kind in kinds.items() if row.get(name)}
