"""Parquet files: one article a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from io import BufferedReader, BytesIO
from typing import TYPE_CHECKING, Any

from nlp_events.errors import InputError
from nlp_events.readers.articles import Found, failure, found_in
from nlp_events.readers.fields import Fields, remarks
from nlp_events.readers.notes import Said
from nlp_events.readers.options import ReadOptions
from nlp_events.readers.sources import MOST_RATIO, Source, whole
from nlp_events.readers.tables import fields_of_columns
from nlp_events.text.decoding import decode
from nlp_events.text.field_names import FIELDS

if TYPE_CHECKING:
    from pyarrow import RecordBatch, Scalar, Table
    from pyarrow.parquet import FileMetaData, ParquetFile

_ROWS = 64
"""Rows that are held at a time."""

_BUFFER = 1024 * 1024
"""Bytes of a column that are read at a time."""


def read_parquet(stream: BufferedReader, source: Source, options: ReadOptions) -> Iterator[Found | Said]:
    """The articles of a Parquet file, some rows at a time; those without an id are named «file:row», from 1."""
    # A table is read from its end: one that arrives as a stream is held whole.
    data = stream if stream.seekable() else BytesIO(whole(stream, source, options.max_bytes))
    with _reading(source):
        file = _opened(data)
        names = list(file.schema_arrow.names)
        fields = fields_of_columns(names, source, options)
        _require_bounded(file.metadata, source, options.max_bytes)
    columns = [name for name in _columns(fields) if name in names]
    yield from remarks(fields, {}, source)
    first = 0
    for group in range(file.num_row_groups):
        size = file.metadata.row_group(group).num_rows
        batches = file.iter_batches(batch_size=_ROWS, row_groups=[group], columns=columns)
        yield from _group(batches, range(first + 1, first + size + 1), source, options, fields)
        first += size


def _group(
    batches: Iterator[RecordBatch], numbers: range, source: Source, options: ReadOptions, fields: Fields
) -> Iterator[Found]:
    """The articles of a group of rows; after those that can be read, one failure for those that cannot."""
    number = numbers.start - 1
    while True:
        try:
            with _reading(source):
                batch = next(batches, None)
        except InputError as error:
            lost = f"rows {number + 1} to {numbers.stop - 1} were not read: the file {error.problem}"
            yield failure(f"{source.doc_id}:{number + 1}", InputError(source.name, error.reason, lost))
            return
        if batch is None:
            return
        for place in range(batch.num_rows):
            number += 1
            yield article_at(batch, place, (f"{source.name}:{number}", f"{source.doc_id}:{number}"), options, fields)


def _columns(fields: Fields) -> Iterable[str]:
    """The columns that are read, each once."""
    return dict.fromkeys(path for name in FIELDS for path in fields[name])


def _opened(data: Any) -> ParquetFile:
    # Imported here: it takes a third of a second, and only these files need it.
    from pyarrow.parquet import ParquetFile

    return ParquetFile(data, buffer_size=_BUFFER, pre_buffer=False)


def article_at(
    batch: RecordBatch | Table, place: int, names: tuple[str, str], options: ReadOptions, fields: Fields
) -> Found:
    """The article in a row of a table, or what stands in the place of one that cannot be read.

    Args:
        batch: some rows.
        place: the row, from 0.
        names: its name in messages, and its ``doc_id`` when it holds none.
        options: how it is read.
        fields: the columns.
    """
    name, doc_id = names
    present = [column for column in _columns(fields) if batch.schema.get_field_index(column) >= 0]
    try:
        row = {column: _value(batch.column(column)[place], column, name, fields) for column in present}
    except InputError as error:
        return failure(doc_id, error)
    return found_in(row, name, doc_id, options, fields)


def _value(cell: Scalar, column: str, name: str, fields: Fields) -> Any:
    """The value of a cell; of a date that no day of ours stands for, what is wrong with it, which is no date either."""
    try:
        value = cell.as_py()
    except UnicodeDecodeError as error:
        problem = "is marked as text but is no UTF-8. Write the column as UTF-8, or as binary."
        raise InputError(name, "encoding", problem) from error
    except MemoryError:
        raise
    except Exception as error:  # days of the year 10 000, zones that nobody knows: of such a cell anything may fail
        if column in (*fields.date, *fields.source):
            return f"{cell.type}, {error}" if column in fields.date else None
        problem = f'"{column}" is a {cell.type} that cannot be read ({error}). Write the column as text.'
        raise InputError(name, "type", problem) from error
    if isinstance(value, bytes):
        value = decode(value, name) if value or column in fields.text else None
    return value if column in fields.text else as_text(value)


def as_text(value: Any) -> Any:
    """A whole number as text, as ids and titles may be; what is none as it is, for the article's checks to refuse."""
    if isinstance(value, float | Decimal) and value == value and value % 1 == 0:
        value = int(value)  # what pandas makes of whole numbers where some are missing
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
    except ArrowException as error:  # its MemoryError too: a damaged file asks for any amount
        raise _damaged(source, error) from error
    except MemoryError:
        raise
    except Exception as error:  # some of Arrow's own are plain ones of Python
        raise _damaged(source, error) from error


def _damaged(source: Source, error: Exception) -> InputError:
    if isinstance(error, InputError):
        return error
    said = str(error).strip().partition("\n")[0] or type(error).__name__
    if "encrypted" in said or "decrypt" in said:
        return InputError(source.name, "encrypted", "is locked by a key. Write it without one.")
    return InputError(source.name, "parquet", f"is no Parquet file, or a damaged one ({said}). Write it anew.")
