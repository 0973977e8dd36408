"""Tables of reports as lines of prose: «label : value», row by row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nlp_events.readers.pieces import labels

MOST_COLUMNS = 100
"""Cells of a row that are read."""

_PAIR = 2
"""Cells of a row that is a label and its value."""


def lines_of_table(rows: Iterable[list[str]]) -> Iterator[str]:
    """The rows of a table as lines.

    A row of two cells is «Morts : 12». Of wider tables the first row holds labels, where it holds no number: a row
    below it is «Zinder. Morts : 12. Blessés : 30.».
    """
    header: list[str] = []
    for number, row in enumerate(rows):
        cells = [" ".join(cell.split()) for cell in row[:MOST_COLUMNS]]
        if number == 0 and len(cells) > _PAIR and all(cells[1:]) and not any(cell[:1].isdigit() for cell in cells):
            header = cells
        elif line := _line(cells, header):
            yield line
    if header and number == 0:
        yield ". ".join(header)


def _line(cells: list[str], header: list[str]) -> str:
    if len(cells) > _PAIR and len(cells) == len(header):
        pairs = zip(header[1:], cells[1:], strict=True)
        values = [f"{label} : {cell}" for label, cell in pairs if cell and cell not in labels("nothing")]
        return "".join(f"{one}. " for one in [*cells[:1], *values] if one).rstrip()
    given = [cell for cell in dict.fromkeys(cells) if cell]  # one that spans several columns stands in each
    return (" : " if len(cells) == _PAIR else ". ").join(given)
