"""XLSX files: one article a row, as in CSV, read row by row."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from io import BufferedReader
from itertools import islice
from typing import TYPE_CHECKING, Any

from nlp_events.readers.articles import Found, found_in
from nlp_events.readers.fields import Fields, fields_among, remarks
from nlp_events.readers.notes import Said
from nlp_events.readers.office import reading, whole_package
from nlp_events.readers.options import ReadOptions
from nlp_events.readers.parquet import as_text
from nlp_events.readers.sources import Source
from nlp_events.readers.tables import fields_of_columns

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

_MOST_ROWS = 1_048_576
_MOST_COLUMNS = 1_000
"""Rows that a sheet can have; and columns in which names are looked for."""

_FIRST_ROWS = 20
"""Rows among which that of the names is: above it may stand a title."""

_Row = tuple[Any, ...]


def read_xlsx(stream: BufferedReader, source: Source, options: ReadOptions) -> Iterator[Found | Said]:
    """The articles of an XLSX file, named «file:row» when they hold no id of their own, as the program shows the row.

    Those of all sheets that have the column of the text are read; of the second on the name of the sheet is in the id.
    Formulas are read by the values that they had when the file was saved.
    """
    # What it finds odd in a file is for the program that wrote it.
    warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")
    package = whole_package(stream, source, options)
    with reading(source):
        from openpyxl import load_workbook

        book = load_workbook(package, read_only=True, data_only=True, keep_links=False, keep_vba=False)
    yield from _sheets(book, source, options)


def _sheets(book: Workbook, source: Source, options: ReadOptions) -> Iterator[Found | Said]:
    read = 0
    headers: list[list[str]] = []
    for sheet in book.worksheets:
        rows = _rows(sheet, source)
        number, names = _header(rows, source, options)
        headers.append(names)
        if _has_text(names, source, options):
            read += 1
            fields = fields_of_columns(names, source, options)
            place = source if read == 1 else Source(f"{source.name}:{sheet.title}", f"{source.doc_id}:{sheet.title}")
            yield from _articles(rows, number, names, (place, options, fields))
    if not read:
        fields_of_columns(max(headers, key=len, default=[]), source, options)


def _has_text(names: list[str], source: Source, options: ReadOptions) -> bool:
    return not {*names}.isdisjoint(fields_among(names, source, options).text)


def _rows(sheet: Any, source: Source) -> Iterator[_Row]:
    """The rows of a sheet, however many it says it has, and the cells of each that is read."""
    sheet.reset_dimensions()
    with reading(source):
        for row in islice(sheet.iter_rows(values_only=True), _MOST_ROWS):
            yield row[:_MOST_COLUMNS]


def _header(rows: Iterator[_Row], source: Source, options: ReadOptions) -> tuple[int, list[str]]:
    """The row of the names, counted from 1, and they: the first with the column of the text, else the first of all."""
    first: list[str] = []
    number = 0
    for number, row in enumerate(islice(rows, _FIRST_ROWS), start=1):
        names = ["" if value is None else str(value).strip() for value in row]
        first = first or [name for name in names if name]
        if _has_text(names, source, options):
            return number, names
    return number, first


def _articles(
    rows: Iterator[_Row], header: int, names: list[str], known: tuple[Source, ReadOptions, Fields]
) -> Iterator[Found | Said]:
    source, options, fields = known
    said = False
    for number, row in enumerate(rows, start=header + 1):
        data = {name: as_text(value) for name, value in zip(names, row, strict=False) if name and value is not None}
        if data:
            yield from () if said else remarks(fields, data, source)
            said = True
            yield found_in(data, f"{source.name}:{number}", f"{source.doc_id}:{number}", options, fields)
