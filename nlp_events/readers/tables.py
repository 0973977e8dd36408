"""CSV files: one article a row, the names of the columns in the first."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import BufferedReader, TextIOWrapper

from nlp_events.errors import InputError
from nlp_events.readers.articles import Found, failure, found_in
from nlp_events.readers.options import ReadOptions
from nlp_events.readers.sources import Source, bounded_lines
from nlp_events.text.decoding import decode, encoding_of, marked_encoding

_DELIMITERS = ",;\t|"


def read_csv(stream: BufferedReader, source: Source, options: ReadOptions) -> Iterator[Found]:
    """The articles of a CSV file, row by row; those without an id are named «file:row», where the header is row 1.

    The delimiter is the one that makes the text field a column: comma, semicolon, tab or bar.
    """
    csv.field_size_limit(max(csv.field_size_limit(), options.max_bytes))
    lines = _Lines(stream, source, options.max_bytes)
    header, delimiter = _header(lines, source, options)
    rows = csv.reader(lines, delimiter=delimiter)
    number = 1
    while True:
        number += 1
        name, doc_id = f"{source.name}:{number}", f"{source.doc_id}:{number}"
        try:
            row = lines.next_row(rows)
        except (InputError, csv.Error) as error:
            yield failure(doc_id, _broken(name, error))
            continue
        if row is None:
            return
        if row:
            yield _article(dict(zip(header, row, strict=False)), row[len(header) :], (name, doc_id), options)


def _article(data: dict[str, str], extra: list[str], names: tuple[str, str], options: ReadOptions) -> Found:
    name, doc_id = names
    if any(cell.strip() for cell in extra):
        problem = "has more cells than the header has names. Quote cells that hold the delimiter."
        return failure(data.get(options.id_field) or doc_id, InputError(name, "row", problem))
    return found_in(data, name, doc_id, options)


def _broken(name: str, error: Exception) -> InputError:
    if isinstance(error, InputError):
        return InputError(name, error.reason, error.problem)
    return InputError(name, "row", f"is no row of CSV ({error}). Close its quotes, and double those inside a cell.")


def _header(lines: _Lines, source: Source, options: ReadOptions) -> tuple[list[str], str]:
    line = next(lines, None)
    if line is None:
        raise InputError(source.name, "empty", "the file is empty. Leave it out, or put articles in it.")
    found = [(next(csv.reader([line], delimiter=delimiter), []), delimiter) for delimiter in _DELIMITERS]
    named = [(names, delimiter) for names, delimiter in found if options.text_field in names]
    names, delimiter = named[0] if named else max(found, key=lambda one: len(one[0]))
    require_columns(names, source, options)
    return names, delimiter


def require_columns(names: list[str], source: Source, options: ReadOptions) -> None:
    """Check that a table has the columns that were asked for.

    Raises:
        InputError: it has no text, or lacks another one that the caller has named.
    """
    standard = ReadOptions()
    asked = (
        ("text_field", options.text_field, None),
        ("id_field", options.id_field, standard.id_field),
        ("date_field", options.date_field, standard.date_field),
        ("title_field", options.title_field, standard.title_field),
    )
    for option, name, default in asked:
        if name not in names and name != default:
            columns = ", ".join(map(repr, names[:20])) or "none"
            remedy = f"Name the right one with --{option.replace('_', '-')}."
            raise InputError(source.name, "column", f"has no column {name!r}; it has {columns}. {remedy}")


class _Lines(Iterator[str]):
    """The lines of a file as text, a bounded number of bytes for each row."""

    def __init__(self, stream: BufferedReader, source: Source, most_bytes: int) -> None:
        self._source = source
        self._most_bytes = most_bytes
        self._taken = 0
        sample = stream.peek()
        self._encoding = encoding_of(sample, source.name) if sample else "utf-8"
        wide = marked_encoding(sample) not in (None, "utf-8-sig")
        self._lines = _recoded(stream, self._encoding) if wide else bounded_lines(stream, most_bytes)
        if wide:
            self._encoding = "utf-8"
        elif self._encoding == "utf-8-sig":
            stream.read(3)
            self._encoding = "utf-8"

    def __next__(self) -> str:
        line = next(self._lines)
        self._taken += len(line)
        if self._taken > self._most_bytes:
            problem = "the row is too long to be one article, or a quote in it is never closed. Close its quotes."
            raise InputError(self._source.name, "long", problem)
        try:
            return line.decode(self._encoding)
        except UnicodeDecodeError:
            return decode(line, self._source.name)

    def next_row(self, rows: Iterator[list[str]]) -> list[str] | None:
        """The next row; None after the last."""
        self._taken = 0
        return next(rows, None)


def _recoded(stream: BufferedReader, encoding: str) -> Iterator[bytes]:
    for line in TextIOWrapper(stream, encoding, newline="\n"):
        yield line.encode()
