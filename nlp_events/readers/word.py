"""DOCX files, by python-docx: paragraphs, and tables row by row."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader
from itertools import chain, repeat
from typing import TYPE_CHECKING

from nlp_events.readers.articles import Found
from nlp_events.readers.documents import found_in_lines
from nlp_events.readers.office import reading, whole_package
from nlp_events.readers.options import ReadOptions
from nlp_events.readers.sources import Source
from nlp_events.readers.tabulated import lines_of_table

if TYPE_CHECKING:
    from docx.table import Table


def read_docx(stream: BufferedReader, source: Source, options: ReadOptions) -> Iterator[Found]:
    """The articles of a DOCX file: those of an export, or one; heads, feet, notes and remarks are left out."""
    package = whole_package(stream, source, options)
    with reading(source):
        from docx import Document

        document = Document(package)
        lines: list[str] = []
        for part in document.iter_inner_content():
            lines += part.text.split("\n") if hasattr(part, "text") else lines_of_table(_rows(part))
    yield from found_in_lines(lines, source, options)


def _rows(table: Table) -> Iterator[list[str]]:
    """The cells of each row as they are stored: as columns, one that says it spans a million would be a million."""
    from docx.table import _Cell

    above: list[str] = []
    for row in table.rows:
        cells = [_Cell(tc, table).text if tc.vMerge != "continue" else None for tc in row._tr.tc_lst]
        fillers = chain(above, repeat(""))
        above = [filler if text is None else text for text, filler in zip(cells, fillers, strict=False)]
        yield above
