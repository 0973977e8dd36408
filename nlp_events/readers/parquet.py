"""Parquet files: one article a row."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from io import BufferedReader, BytesIO
from typing import TYPE_CHECKING, Any

from nlp_events.errors import InputError
from nlp_events.readers.articles import Found, failure, found_in
from nlp_events.readers.options import ReadOptions
from nlp_events.readers.sources import MOST_RATIO, Source, whole
from nlp_events.readers.tables import require_columns
from nlp_events.text.decoding import decode

if TYPE_CHECKING:
    from pyarrow import RecordBatch, Table
    from pyarrow.parquet import FileMetaData, ParquetFile

_ROWS = 64
"""Rows that are held at a time."""

_BUFFER = 1024 * 1024
"""Bytes of a column that are read at a time."""


def read_parquet(stream: BufferedReader, source: Source, options: ReadOptions) -> Iterator[Found]:
    """The articles of a Parquet file, some rows at a time; those without an id are named «file:row», from 1."""
    # A table is read from its end: one that arrives as a stream is held whole.
    data = stream if stream.seekable() else BytesIO(whole(stream, source, options.max_bytes))
    with _reading(source):
        file = _opened(data)
        names = list(file.schema_arrow.names)
        require_columns(names, source, options)
        _require_bounded(file.metadata, source, options.max_bytes)
    fields = (options.text_field, options.id_field, options.date_field, options.title_field, "source")
    batches = file.iter_batches(batch_size=_ROWS, columns=[name for name in dict.fromkeys(fields) if name in names])
    number = 0
    while True:
        with _reading(source):
            batch = next(batches, None)
        if batch is None:
            return
        for place in range(batch.num_rows):
            number += 1
            yield article_at(batch, place, (f"{source.name}:{number}", f"{source.doc_id}:{number}"), options)


def _opened(data: Any) -> ParquetFile:
    # Imported here: it takes a third of a second, and only these files need it.
    from pyarrow.parquet import ParquetFile

    return ParquetFile(data, buffer_size=_BUFFER, pre_buffer=False)


def article_at(batch: RecordBatch | Table, place: int, names: tuple[str, str], options: ReadOptions) -> Found:
    """The article in a row of a table, or what stands in the place of one that cannot be read.

    Args:
        batch: some rows.
        place: the row, from 0.
        names: its name in messages, and its ``doc_id`` when it holds none.
        options: the names of the columns.
    """
    name, doc_id = names
    try:
        row = {field: batch.column(field)[place].as_py() for field in batch.schema.names}
        text = row.get(options.text_field)
        if isinstance(text, bytes):
            row[options.text_field] = decode(text, name)
    except UnicodeDecodeError:
        problem = "is marked as text but is no UTF-8. Write the column as UTF-8, or as binary."
        return failure(doc_id, InputError(name, "encoding", problem))
    except InputError as error:
        return failure(doc_id, error)
    for field in (options.id_field, options.date_field, options.title_field):
        row[field] = _as_text(row.get(field))
    return found_in(row, name, doc_id, options)


def _as_text(value: Any) -> Any:
    """A whole number or a date as text; what is none of these as it is, for the article's checks to refuse."""
    if isinstance(value, float) and value != value:
        return None  # what pandas writes for nothing
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, int) else value


def _require_bounded(metadata: FileMetaData, source: Source, most_bytes: int) -> None:
    for group in range(metadata.num_row_groups):
        for column in range(metadata.num_columns):
            chunk = metadata.row_group(group).column(column)
            size = chunk.total_uncompressed_size
            if size > most_bytes and size > MOST_RATIO * max(chunk.total_compressed_size, 1):
                problem = f"unpacks to more than {MOST_RATIO} times its size, as only attacks do. Write it anew."
                raise InputError(source.name, "bomb", problem)


@contextmanager
def _reading(source: Source) -> Iterator[None]:
    from pyarrow import ArrowException

    try:
        yield
    except (ArrowException, OSError, ValueError, KeyError) as error:  # some of Arrow's own are plain ones of Python
        problem = f"is no Parquet file, or a damaged one ({str(error).splitlines()[0]}). Write it anew."
        raise InputError(source.name, "parquet", problem) from error
