"""The rows of a CSV file, whatever is wrong with some of them."""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader

from nlp_events.errors import InputError
from nlp_events.readers.sources import Source, bounded_lines, lines_of
from nlp_events.text.decoding import decode, encoding_of, marked_encoding

_LINE_END = re.compile(r"\r\n|\r|\n")


class Lines(Iterator[str]):
    """The lines of a file as text, a bounded number of bytes for each row.

    Args:
        lines: as ``bounded_lines`` gives them.
        encoding: theirs.
        source: the names of the file.
        most_bytes: bytes of one row.

    Attributes:
        number: lines that were given, the first of them 1.
        taken: those of the row that is being read.
        ended: there was no other line for it.
        lost: what follows cannot be read, so that nobody can tell where the next row begins.
    """

    def __init__(self, lines: Iterator[bytes], encoding: str, source: Source, most_bytes: int) -> None:
        self._source = source
        self._most_bytes = most_bytes
        self._again: deque[str] = deque()
        self._size = 0
        self.number = 0
        self.taken: list[str] = []
        self.ended = self.lost = False
        self._lines = lines
        self._encoding = encoding

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else self._read()
        self.number += 1
        self.taken.append(line)
        self._size += len(line)
        if self._size > self._most_bytes:
            raise RowTooLongError
        return line

    def _read(self) -> str:
        line = self._next_bytes()
        if len(line) > self._most_bytes:
            self.number += 1
            raise InputError(self._source.name, "long", "the row is too long to be one article. Split it.")
        try:
            return line.decode(self._encoding)
        except UnicodeDecodeError:
            return decode(line, self._source.name)

    def _next_bytes(self) -> bytes:
        try:
            return next(self._lines)
        except StopIteration:
            self.ended = True
            raise
        except UnicodeDecodeError as error:
            self.lost = True
            problem = f"cannot be decoded as {error.encoding}, from here on. Save it as UTF-8."
            raise InputError(self._source.name, "encoding", problem) from error
        except Exception:  # an archive or a disk that is damaged here, and stays so
            self.lost = True
            raise

    def begin(self) -> None:
        """Begin a row."""
        self.taken, self._size, self.ended = [], 0, False

    def back(self, kept: int) -> None:
        """Give the lines of this row once more, but for so many at its beginning."""
        self._again.extendleft(reversed(self.taken[kept:]))
        self.number -= len(self.taken) - kept


@contextmanager
def opened(stream: BufferedReader, source: Source, most_bytes: int) -> Iterator[Lines]:
    """The lines of an open file, which is left open.

    Raises:
        InputError: it is no text.
    """
    sample = stream.peek()
    encoding = _encoding(sample, source)
    wide = marked_encoding(sample) == encoding != "utf-8-sig"
    with lines_of(stream, encoding if wide else None) as lines:
        yield Lines(bounded_lines(lines, most_bytes), "utf-8" if wide else encoding, source, most_bytes)


def _encoding(sample: bytes, source: Source) -> str:
    try:
        return encoding_of(sample, source.name)
    except InputError as error:
        if error.reason == "binary":
            raise
        return "utf-8"  # some row is in another encoding than the rest, and is told apart when it comes


class RowTooLongError(Exception):
    """A row has more lines than an article can have."""


class Rows:
    """The rows of a file, by the letter of the format, else as most programs read them.

    A quote that is never closed would take all rows after it into its cell: its row is given up, and the lines after
    the one that opens it are read as rows.

    Args:
        lines: its lines, from the row that is to be the first.
        source: its names.
        delimiter: what stands between cells.
    """

    def __init__(self, lines: Lines, source: Source, delimiter: str) -> None:
        self._lines = lines
        self._source = source
        self._delimiter = delimiter
        self._strict = csv.reader(lines, delimiter=delimiter, strict=True)
        self._loose = csv.reader(lines, delimiter=delimiter)
        self._closing = re.compile(rf'(?:[^"]|"")*"(?:{re.escape(delimiter)}|\r|\n|$)')

    def next(self) -> list[str] | None:
        """The next row; None after the last.

        Raises:
            InputError: it cannot be read; the one after it may be.
        """
        self._lines.begin()
        try:
            row = self._row()
        except csv.Error as error:
            problem = f"is no row of CSV ({error}). Close its quotes, and double those inside a cell."
            raise InputError(self._source.name, "row", problem) from error
        if row and any("\0" in cell for cell in row):
            raise InputError(self._source.name, "binary", "holds a NUL byte, which no text does. Save it anew.")
        return row

    def _row(self) -> list[str] | None:
        lines = self._lines
        try:
            return next(self._strict, None)
        except RowTooLongError as error:
            raise self._unclosed(lines.taken[:-1]) from error
        except csv.Error as error:
            open_at_end = lines.taken if lines.ended else lines.taken[:-1]
            if open_at_end and (lines.ended or not self._closing.match(lines.taken[-1])):
                raise self._unclosed(open_at_end) from error
        # Only a quote inside a cell that is not doubled: most programs make something of it, and so does this one.
        lines.back(0)
        lines.begin()
        return self._loose_row()

    def _loose_row(self) -> list[str] | None:
        lines = self._lines
        try:
            row = next(self._loose, None)
        except RowTooLongError as error:
            raise self._unclosed(lines.taken[:-1]) from error
        if lines.ended and lines.taken:
            raise self._unclosed(lines.taken)
        return row

    def _unclosed(self, open_at_end: list[str]) -> InputError:
        """The error of a quote that is open at the end of some lines; the lines after its own are to be read again."""
        cell = next(csv.reader(open_at_end, delimiter=self._delimiter))[-1]
        ends = [match.end() for match in _LINE_END.finditer(cell)]
        opening = len(open_at_end) - len(ends) - (not ends or ends[-1] < len(cell))
        self._lines.back(opening + 1)
        problem = (
            f"opens a quote in line {self._lines.number} that is never closed: the lines after it were read as rows."
        )
        return InputError(self._source.name, "row", f"{problem} Close it, or double it inside a cell.")
