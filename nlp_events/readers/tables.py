"""CSV files: one article a row, the names of the columns in the first."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import BufferedReader
from itertools import count

from nlp_events.errors import InputError
from nlp_events.readers.articles import LOGGER, Found, failure, found_in, readable
from nlp_events.readers.csv_rows import Lines, Rows, opened
from nlp_events.readers.options import ReadOptions
from nlp_events.readers.sources import Source

_DELIMITERS = ",;\t|"


def read_csv(stream: BufferedReader, source: Source, options: ReadOptions) -> Iterator[Found]:
    """The articles of a CSV file, row by row; those without an id are named «file:row», where the header is row 1.

    The delimiter is the one that makes the text field a column: comma, semicolon, tab or bar.
    """
    csv.field_size_limit(max(csv.field_size_limit(), options.max_bytes))
    with opened(stream, source, options.max_bytes) as lines:
        yield from _rows(lines, source, options)


def _rows(lines: Lines, source: Source, options: ReadOptions) -> Iterator[Found]:
    header, delimiter = _header(lines, source, options)
    rows = Rows(lines, source, delimiter)
    headers = 0
    for number in count(2):
        name, doc_id = f"{source.name}:{number}", f"{source.doc_id}:{number}"
        try:
            row = rows.next()
        except InputError as error:
            yield failure(doc_id, InputError(name, error.reason, error.problem))
            row = []
        if row is None or lines.lost:
            break
        if row == header:
            headers += 1
        elif row:
            yield _article(dict(zip(header, row, strict=False)), row[len(header) :], (name, doc_id), options)
    if headers:
        LOGGER.warning("%s: the header stands %d more times among the rows.", readable(source.name), headers)


def _article(data: dict[str, str], extra: list[str], names: tuple[str, str], options: ReadOptions) -> Found:
    name, doc_id = names
    if any(cell.strip() for cell in extra):
        problem = "has more cells than the header has names. Quote cells that hold the delimiter."
        return failure(data.get(options.id_field) or doc_id, InputError(name, "row", problem))
    return found_in(data, name, doc_id, options)


def _header(lines: Lines, source: Source, options: ReadOptions) -> tuple[list[str], str]:
    line = next(lines, None)
    if line is None:
        raise InputError(source.name, "empty", "the file is empty. Leave it out, or put articles in it.")
    try:
        found = [(next(csv.reader([line], delimiter=delimiter), []), delimiter) for delimiter in _DELIMITERS]
    except csv.Error as error:
        problem = f"its header is no row of CSV ({error}). End its lines alike, and close its quotes."
        raise InputError(source.name, "row", problem) from error
    named = [(names, delimiter) for names, delimiter in found if options.text_field in names]
    names, delimiter = named[0] if named else max(found, key=lambda one: len(one[0]))
    require_columns(names, source, options)
    return names, delimiter


def require_columns(names: list[str], source: Source, options: ReadOptions) -> None:
    """Check that a table has the columns that were asked for.

    Raises:
        InputError: it has no text, lacks another one that the caller has named, or has one of them twice.
    """
    standard = ReadOptions()
    asked = (
        ("text_field", options.text_field, None),
        ("id_field", options.id_field, standard.id_field),
        ("date_field", options.date_field, standard.date_field),
        ("title_field", options.title_field, standard.title_field),
    )
    for option, name, default in asked:
        if names.count(name) > 1:
            problem = f"has {names.count(name)} columns {name!r}. Keep one, or give the others another name."
            raise InputError(source.name, "column", problem)
        if name not in names and name != default:
            columns = ", ".join(map(repr, names[:20])) or "none"
            remedy = f"Name the right one with --{option.replace('_', '-')}."
            raise InputError(source.name, "column", f"has no column {name!r}; it has {columns}. {remedy}")
