"""Tables of words and names: CSV to frozen, validated rows."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import lru_cache
from io import StringIO
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from nlp_events.errors import ResourceError
from nlp_events.words.files import MOST_TABLE, text_of
from nlp_events.words.loader import Resource, wrong

RowT = TypeVar("RowT", bound=Resource)
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?")
COMMA, SEMICOLON = ",", ";"
OWN = "own"
"""The source of a user's row, and the beginning of its id."""


def read_table(row: type[RowT], path: Path) -> tuple[RowT, ...]:
    """Read a CSV table: UTF-8, a header line, commas or (as Excel writes in French) semicolons between the cells.

    Args:
        row: the model of one line; a field of several values takes them separated by «|». Empty cells are left to its
            defaults; an id or a source that is not told is made from the name.
        path: the file.

    Returns:
        One validated row a line, in file order.

    Raises:
        ResourceError: it cannot be read, or a line has an unknown column or a value of the wrong form.
    """
    return tuple(row_of(row, cells, path, number) for number, cells in lines_of(path))


def lines_of(path: Path) -> list[tuple[int, dict[str | None, Any]]]:
    """The lines of a table as (number of the line, column → cell), without those that begin with «#».

    Raises:
        ResourceError: it cannot be read as a table.
    """
    text = text_of(path, MOST_TABLE)
    head = next((line for line in text.splitlines() if line.strip() and not line.startswith("#")), "")
    delimiter = SEMICOLON if SEMICOLON in head and COMMA not in head else COMMA
    found = list(_rows(text, delimiter, path))
    names = found[0][1] if found else []
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise ResourceError(str(path), f"line {found[0][0]}", f"has two columns {twice!r}.", "Keep one of them.")
    return [(number, _by_column(names, row)) for number, row in found[1:]]


def _rows(text: str, delimiter: str, path: Path) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not empty, with the number of its last line."""
    rows = csv.reader(StringIO(_uncommented(text), newline=""), strict=True, delimiter=delimiter)
    read = 0
    try:
        for row in rows:
            read = rows.line_num
            if row:
                yield read, row
    except csv.Error as error:
        problem = f"cannot be read as CSV ({error})."
        # The row began behind the last line that was read well.
        raise ResourceError(str(path), f"line {read + 1}", problem, "Close its quotes, or double them.") from error


def _by_column(names: list[str], row: list[str]) -> dict[str | None, Any]:
    """Column → cell; under None the cells that have no column."""
    cells: dict[str | None, Any] = dict(zip(names, row, strict=False))
    return cells | ({None: row[len(names) :]} if len(row) > len(names) else {})


def _uncommented(text: str) -> str:
    """A table whose comments are empty lines, which count but give no row."""
    return "".join("\n" if line.startswith("#") else line for line in text.splitlines(keepends=True))


def row_of(row: type[RowT], cells: dict[str | None, Any], path: Path, number: int) -> RowT:
    """One line of a table as its model.

    Raises:
        ResourceError: it has more cells than columns, an unknown column or a value of the wrong form.
    """
    if None in cells:
        problem = f"has more cells than columns: {cells[None]}."
        raise ResourceError(str(path), f"line {number}", problem, "Quote a cell that holds the separator.")
    try:
        return row.model_validate(_identified(row, _cells(row, cells)))
    except ValidationError as error:
        raise wrong(error, path, f"line {number}") from error


def _identified(row: type[Resource], cells: dict[str, Any]) -> dict[str, Any]:
    """A user's row needs no id and no source: both are made."""
    if "known_id" not in row.model_fields or "canonical" not in cells or {"known_id", "source"} <= cells.keys():
        return cells
    name = re.sub(r"\W+", "-", str(cells["canonical"]).lower()).strip("-")
    return {"known_id": f"{OWN}:{name}", "source": OWN} | cells


def _cells(row: type[RowT], cells: dict[str | None, Any]) -> dict[str, Any]:
    kinds = _kinds(row)
    return {
        str(name): _cell(told, kinds[name]) if name in kinds else told
        for name, value in cells.items()
        if value and (told := value.strip())
    }


@lru_cache(maxsize=64)
def _kinds(row: type[Resource]) -> dict[str | None, str]:
    """How each column is read: asked once a model, for a cell is quick to read and an annotation slow."""
    annotations = {name: field.annotation for name, field in row.model_fields.items()}
    return {
        name: "several" if "tuple" in str(annotation) else "number"
        for name, annotation in annotations.items()
        if "tuple" in str(annotation) or "float" in str(annotation)
    }


def _cell(value: str, kind: str) -> Any:
    if kind == "several":
        return tuple(part.strip() for part in value.split("|") if part.strip())
    if _NUMBER.fullmatch(value):
        return float(value.replace(COMMA, "."))
    return value
