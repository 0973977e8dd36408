"""Parquet: a row a record, with types.

Lost: entities, dates, what is to review, articles that were done and have no record, texts. ``mentions`` is a list of
[start, end], ``evidence`` a map of slot → {span, rule}.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nlp_events.values import ArticleResult
from nlp_events.writers.records import NUMBERS, TABLE, WHOLE_NUMBERS, results_of_rows, table_rows

if TYPE_CHECKING:
    import pyarrow

GROUP = 20_000
"""Rows that are written, and later read, together."""


def record_schema() -> pyarrow.Schema:
    """The columns and types of the table of records."""
    import pyarrow

    place = pyarrow.list_(pyarrow.int64())
    types = {
        **dict.fromkeys(TABLE, pyarrow.string()),
        **dict.fromkeys(WHOLE_NUMBERS, pyarrow.int64()),
        **dict.fromkeys(NUMBERS, pyarrow.float64()),
        "mentions": pyarrow.list_(place),
        "evidence": pyarrow.map_(pyarrow.string(), pyarrow.struct([("span", place), ("rule", pyarrow.string())])),
    }
    return pyarrow.schema([(name, types[name]) for name in TABLE])


def record_table(results: Iterable[ArticleResult]) -> pyarrow.Table:
    """The table of records in memory."""
    import pyarrow

    return pyarrow.Table.from_pylist([_arrow(row) for row in table_rows(results)], schema=record_schema())


def write_parquet(results: Iterable[ArticleResult], path: Path) -> None:
    """Write the table of records to a Parquet file."""
    import pyarrow
    import pyarrow.parquet

    schema = record_schema()
    rows = map(_arrow, table_rows(results))
    with pyarrow.parquet.ParquetWriter(path, schema) as writer:
        while group := list(islice(rows, GROUP)):
            writer.write_table(pyarrow.Table.from_pylist(group, schema=schema))


def read_parquet(path: Path) -> Iterator[ArticleResult]:
    """The results in a Parquet file that ``write_parquet`` wrote, as far as it holds them.

    Raises:
        KeyError, ValueError: it is no such file.
    """
    import pyarrow.parquet

    with pyarrow.parquet.ParquetFile(path) as file:
        batches = file.iter_batches(batch_size=GROUP)
        yield from results_of_rows(row for batch in batches for row in batch.to_pylist())


def _arrow(row: dict[str, Any]) -> dict[str, Any]:
    evidence = row["evidence"]
    return row | {"evidence": None if evidence is None else list(evidence.items())}
