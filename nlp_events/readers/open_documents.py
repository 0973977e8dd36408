"""ODT files: paragraphs, and tables row by row."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader
from typing import TYPE_CHECKING

from nlp_events.readers.articles import Found
from nlp_events.readers.documents import found_in_lines
from nlp_events.readers.office import part_of, reading, whole_package
from nlp_events.readers.options import ReadOptions
from nlp_events.readers.sources import Source
from nlp_events.readers.tabulated import MOST_COLUMNS, lines_of_table

if TYPE_CHECKING:
    from lxml.etree import _Element

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_LINES = (f"{_TEXT}p", f"{_TEXT}h")
_BLANKS = {f"{_TEXT}s": " ", f"{_TEXT}tab": " ", f"{_TEXT}line-break": "\n"}
_LEFT_OUT = (f"{_OFFICE}annotation", f"{_TEXT}note", f"{_TEXT}tracked-changes", f"{_OFFICE}forms")


def read_odt(stream: BufferedReader, source: Source, options: ReadOptions) -> Iterator[Found]:
    """The articles of an ODT file: those of an export, or one; notes, remarks and deleted text are left out."""
    package = whole_package(stream, source, options)
    content = part_of(package, "content.xml", source)
    with reading(source):
        from lxml.etree import XMLParser, fromstring

        tree = fromstring(content, XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False))
        for element in [one for name in _LEFT_OUT for one in tree.iter(name)]:
            element.clear(keep_tail=True)
        body = next(tree.iter(f"{_OFFICE}text"), None)
        lines = [] if body is None else list(_lines(body))
    yield from found_in_lines(lines, source, options)


def _lines(element: _Element) -> Iterator[str]:
    """The lines of an element; a depth that the parser allows is one that this may call itself to."""
    for child in element:
        if child.tag in _LINES:
            yield from _text(child).split("\n")
        elif child.tag == f"{_TABLE}table":
            yield from lines_of_table(map(_cells, child.iter(f"{_TABLE}table-row")))
        else:
            yield from _lines(child)


def _cells(row: _Element) -> list[str]:
    cells: list[str] = []
    for cell in row.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
        times = cell.get(f"{_TABLE}number-columns-repeated") or "1"
        text = " ".join(_text(line) for line in cell.iter(*_LINES))
        cells += [text] * min(int(times), MOST_COLUMNS)
    while cells and not cells[-1]:
        cells.pop()  # a row goes on to the edge of the sheet
    return cells


def _text(line: _Element) -> str:
    parts = [line.text or ""]
    for element in line.iterdescendants():
        blank = _BLANKS.get(str(element.tag), "")
        parts += [blank, element.text or "", element.tail or ""]
    return "".join(parts)
