"""Excel workbooks, row by row: sheets with types, a head that stays, filters and links.

Written in openpyxl's write-only mode, which keeps no row in memory. The same rows give the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import ExcelWriter

from nlp_events.text.days import days_of
from nlp_events.writers.cells import NO_XML
from nlp_events.writers.columns import Column

MOST_ROWS = 1_048_576
"""Rows that a sheet has, its head included; what is more goes on in a sheet of the same name and a number."""
MOST_LINKS = 10_000
"""Links of a sheet; further sources are there without one. Excel takes 65 530, but each is kept in memory till the end,
at two kilobytes."""
LONGEST_CELL = 32_767
"""Characters of a cell; a longer text ends with «…»."""
_FIRST_YEAR = 1900
"""The first that Excel has days of; earlier ones are texts."""
_STILL = datetime(2000, 1, 1)
"""What the file says it was made at, so that the same rows are the same bytes."""
_FORMULA, _ERROR = "=", "#"
_URL = re.compile(r"https?://\S+")
_DEFAULT_WIDTH = 14
WIDTHS = {
    "doc_id": 24, "title": 44, "sentence": 60, "error": 44, "text": 26, "source": 26, "source_canonical": 26,
    "doc_ids": 44, "merge_reason": 44, "who": 20, "place": 20, "start": 8, "end": 8,
}  # fmt: skip
"""Column → its width, in signs."""


class Book:
    """A workbook that is being written."""

    def __init__(self) -> None:
        self._book = Workbook(write_only=True)

    def sheet(self, name: str, columns: Mapping[str, Column]) -> Sheet:
        """A new sheet."""
        return Sheet(self._book, name, columns)

    def discard(self) -> None:
        """Give up the book, and what was written of it."""
        for sheet in self._book.worksheets:
            if not sheet.closed:
                sheet.close()
            sheet._writer.cleanup()

    def save(self, path: Path) -> None:
        """Write the file; the book is done with."""
        self._book.properties.created = _STILL
        with _Still(path, "w", ZIP_DEFLATED, allowZip64=True) as archive:
            writer = ExcelWriter(self._book, archive)
            self._book.properties.modified = _STILL
            writer.save()


class Sheet:
    """A table of a workbook. What the other sheets get meanwhile makes no difference."""

    def __init__(self, book: Any, name: str, columns: Mapping[str, Column], *, number: int = 1) -> None:
        self._book, self._name, self._columns, self._number = book, name, columns, number
        self._sheet = book.create_sheet(name if number == 1 else f"{name} {number}")
        self._sheet.freeze_panes = "A2"
        for place, column in enumerate(columns, start=1):
            self._sheet.column_dimensions[get_column_letter(place)].width = WIDTHS.get(column, _DEFAULT_WIDTH)
        self._sheet.append([self._head(column) for column in columns])
        self._rows, self._links = 1, 0
        self._next: Sheet | None = None

    def add(self, row: Mapping[str, Any]) -> None:
        """Write a row; a column that is not there is an empty cell."""
        if self._rows == MOST_ROWS and self._next is None:
            self._next = Sheet(self._book, self._name, self._columns, number=self._number + 1)
        if self._next is not None:
            self._next.add(row)
            return
        self._rows += 1
        self._sheet.append([self._cell(column, row.get(name)) for name, column in self._columns.items()])

    def close(self) -> None:
        """Set the filters, now that the number of rows is known."""
        self._sheet.auto_filter.ref = f"A1:{get_column_letter(len(self._columns))}{self._rows}"
        if self._next is not None:
            self._next.close()

    def _head(self, name: str) -> Any:
        cell = WriteOnlyCell(self._sheet, name)
        cell.font = Font(bold=True)
        cell.alignment = Alignment(vertical="top")
        return cell

    def _cell(self, column: Column, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        if column.kind == "date":
            day = days_of(value)[0]
            return day if isinstance(day, date) and day.year >= _FIRST_YEAR else value
        text = _shown(value)
        if text.startswith((_FORMULA, _ERROR)):
            return self._plain(text)
        if text.startswith("http") and self._links < MOST_LINKS and _URL.fullmatch(text):
            return self._link(text)
        return text

    def _plain(self, text: str) -> Any:
        """A text that would be a formula or an error, as a text, also when somebody edits the cell."""
        cell = WriteOnlyCell(self._sheet, text)
        cell.data_type = "s"
        cell.quotePrefix = True
        return cell

    def _link(self, url: str) -> Any:
        self._links += 1
        cell = WriteOnlyCell(self._sheet, url)
        cell.hyperlink = url
        cell.style = "Hyperlink"
        return cell


class _Still(ZipFile):
    """An archive whose members all have the same time."""

    def open(self, name: Any, mode: Any = "r", pwd: bytes | None = None, **options: Any) -> Any:
        """Open a member; of a new one forget the time."""
        if isinstance(name, ZipInfo) and mode == "w":
            name.date_time = _STILL.timetuple()[:6]
        return super().open(name, mode, pwd, **options)


@contextmanager
def workbook(path: Path, sheets: Mapping[str, Mapping[str, Column]]) -> Iterator[dict[str, Sheet]]:
    """Sheets to fill, by their names; the file is written when the block has ended well.

    Args:
        path: the file.
        sheets: name of a sheet → its columns, in their order.
    """
    book = Book()
    opened = {name: book.sheet(name, columns) for name, columns in sheets.items()}
    try:
        yield opened
    except BaseException:
        book.discard()
        raise
    for sheet in opened.values():
        sheet.close()
    book.save(path)


def _shown(text: str) -> str:
    """A text as a cell can hold it: without what XML has no form for, and not too long."""
    text = NO_XML.sub("\ufffd", text)
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…"
