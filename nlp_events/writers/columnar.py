"""Parquet: a row a record, with types.

Lost: entities, dates, what is to review, articles that were done and have no record, texts. ``mentions`` is a list of
[start, end], ``evidence`` a map of slot → {span, rule}. Days are days; a date that names none (an unknown year) stays
in ``date``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nlp_events.text.days import days_of
from nlp_events.values import ArticleResult
from nlp_events.writers.columns import TABLE, Column
from nlp_events.writers.records import results_of_rows, table_rows

if TYPE_CHECKING:
    import pyarrow

GROUP = 20_000
"""Rows that are written, and later read, together."""


def schema_of(columns: Mapping[str, Column]) -> pyarrow.Schema:
    """The types of columns; those that hold no single value are records' own."""
    import pyarrow

    place = pyarrow.list_(pyarrow.int64())
    kinds = {
        "text": pyarrow.string(),
        "integer": pyarrow.int64(),
        "number": pyarrow.float64(),
        "boolean": pyarrow.bool_(),
        "date": pyarrow.date32(),
    }
    nested = {
        "mentions": pyarrow.list_(place),
        "evidence": pyarrow.map_(pyarrow.string(), pyarrow.struct([("span", place), ("rule", pyarrow.string())])),
    }
    return pyarrow.schema([(name, nested.get(name) or kinds[column.kind]) for name, column in columns.items()])


def record_schema() -> pyarrow.Schema:
    """The columns and types of the table of records."""
    return schema_of(TABLE)


def record_table(results: Iterable[ArticleResult]) -> pyarrow.Table:
    """The table of records in memory."""
    import pyarrow

    return pyarrow.Table.from_pylist([_arrow(row, TABLE) for row in table_rows(results)], schema=record_schema())


def write_parquet(results: Iterable[ArticleResult], path: Path) -> None:
    """Write the table of records to a Parquet file."""
    write_rows(path, TABLE, table_rows(results))


def write_rows(path: Path, columns: Mapping[str, Column], rows: Iterable[dict[str, Any]]) -> None:
    """Write any table to a Parquet file.

    Args:
        path: the file.
        columns: the columns, in their order.
        rows: column → value, with days as ISO dates.
    """
    import pyarrow
    import pyarrow.parquet

    schema = schema_of(columns)
    typed = (_arrow(row, columns) for row in rows)
    with pyarrow.parquet.ParquetWriter(path, schema) as writer:
        while group := list(islice(typed, GROUP)):
            writer.write_table(pyarrow.Table.from_pylist(group, schema=schema))


def read_parquet(path: Path) -> Iterator[ArticleResult]:
    """The results in a Parquet file that ``write_parquet`` wrote, as far as it holds them.

    Raises:
        KeyError, ValueError: it is no such file.
    """
    import pyarrow.parquet

    with pyarrow.parquet.ParquetFile(path) as file:
        batches = file.iter_batches(batch_size=GROUP)
        yield from results_of_rows(_plain(row) for batch in batches for row in batch.to_pylist())


def _arrow(row: dict[str, Any], columns: Mapping[str, Column]) -> dict[str, Any]:
    days = {name: days_of(row[name])[0] for name, column in columns.items() if column.kind == "date"}
    evidence = row.get("evidence")
    return row | days | {"evidence": None if evidence is None else list(evidence.items())}


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()}
