"""CSV files: one article a row, the names of the columns in the first."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import closing
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
    with closing(_Lines(stream, source, options.max_bytes)) as lines:
        yield from _rows(lines, source, options)


def _rows(lines: _Lines, source: Source, options: ReadOptions) -> Iterator[Found]:
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
            row = []
        if row is None or lines.lost:
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
    try:
        found = [(next(csv.reader([line], delimiter=delimiter), []), delimiter) for delimiter in _DELIMITERS]
    except csv.Error as error:
        raise _broken(source.name, error) from error
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
    """The lines of a file as text, a bounded number of bytes for each row.

    Attributes:
        lost: a row did not end within that bound, so that nobody can tell where the next one begins.
    """

    def __init__(self, stream: BufferedReader, source: Source, most_bytes: int) -> None:
        self._source = source
        self._most_bytes = most_bytes
        self._taken = 0
        self.lost = False
        sample = stream.peek()
        encoding = _encoding(sample, source)
        wide = marked_encoding(sample) == encoding != "utf-8-sig"
        self._recoded = _Recoded(stream, encoding) if wide else None
        self._lines = bounded_lines(self._recoded or stream, most_bytes)
        self._encoding = "utf-8" if wide else encoding

    def __next__(self) -> str:
        line = self._next_bytes()
        if len(line) > self._most_bytes:
            raise InputError(self._source.name, "long", "the row is too long to be one article. Split it.")
        self._taken += len(line)
        if self._taken > self._most_bytes:
            self.lost = True
            problem = "opens a quote that is never closed: no row from here on was read. Close it, or double it."
            raise InputError(self._source.name, "row", problem)
        try:
            return line.decode(self._encoding)
        except UnicodeDecodeError:
            return decode(line, self._source.name)

    def _next_bytes(self) -> bytes:
        try:
            return next(self._lines)
        except InputError:  # an archive that is damaged here, and stays so
            self.lost = True
            raise
        except UnicodeDecodeError as error:
            self.lost = True
            problem = f"cannot be decoded as {error.encoding}, from here on. Save it as UTF-8."
            raise InputError(self._source.name, "encoding", problem) from error

    def close(self) -> None:
        """Let go of the file, which is another's to close."""
        if self._recoded is not None:
            self._recoded.text.detach()

    def next_row(self, rows: Iterator[list[str]]) -> list[str] | None:
        """The next row; None after the last."""
        self._taken = 0
        return next(rows, None)


def _encoding(sample: bytes, source: Source) -> str:
    try:
        return encoding_of(sample, source.name)
    except InputError as error:
        if error.reason == "binary":
            raise
        return "utf-8"  # some row is in another encoding than the rest, and is told apart when it comes


class _Recoded:
    """A stream of two or four bytes a character, in UTF-8."""

    def __init__(self, stream: BufferedReader, encoding: str) -> None:
        self.text = TextIOWrapper(stream, encoding, newline="\n")

    def readline(self, size: int = -1, /) -> bytes:
        return self.text.readline(size).encode()
