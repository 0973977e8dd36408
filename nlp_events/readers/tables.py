"""CSV files: one article a row, the names of the columns in the first."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import BufferedReader
from itertools import count

from nlp_events.errors import InputError
from nlp_events.readers.articles import LOGGER, Found, failure, found_in, readable
from nlp_events.readers.csv_rows import Lines, Rows, opened
from nlp_events.readers.fields import (
    STANDARD_NAMES,
    Fields,
    asked,
    fields_among,
    no_text,
    options_of,
    preset_named,
    remarks,
    titled,
    without_text,
)
from nlp_events.readers.notes import Said
from nlp_events.readers.options import ReadOptions
from nlp_events.readers.sources import Source
from nlp_events.text.field_names import FIELDS

_DELIMITERS = ",;\t|"


def read_csv(stream: BufferedReader, source: Source, options: ReadOptions) -> Iterator[Found | Said]:
    """The articles of a CSV file, row by row; those without an id are named «file:row», where the header is row 1.

    The delimiter is the one that makes the text field a column: comma, semicolon, tab or bar.
    """
    csv.field_size_limit(max(csv.field_size_limit(), options.max_bytes))
    with opened(stream, source, options.max_bytes) as lines:
        yield from _rows(lines, source, options)


def _rows(lines: Lines, source: Source, options: ReadOptions) -> Iterator[Found | Said]:
    header, delimiter, fields = _header(lines, source, options)
    rows = Rows(lines, source, delimiter)
    headers = 0
    said = False
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
            data = dict(zip(header, row, strict=False))
            yield from () if said else remarks(fields, data, source)
            said = True
            extra = any(cell.strip() for cell in row[len(header) :])
            yield _too_long(data, name, doc_id, fields) if extra else found_in(data, name, doc_id, options, fields)
    if headers:
        LOGGER.warning("%s: the header stands %d more times among the rows.", readable(source.name), headers)


def _too_long(data: dict[str, str], name: str, doc_id: str, fields: Fields) -> Found:
    problem = "has more cells than the header has names. Quote cells that hold the delimiter."
    own = "" if fields.loose_id or not fields.id else data.get(fields.id[0])
    return failure(own or doc_id, InputError(name, "row", problem))


def _header(lines: Lines, source: Source, options: ReadOptions) -> tuple[list[str], str, Fields]:
    line = next(lines, None)
    if line is None:
        raise InputError(source.name, "empty", "the file is empty. Leave it out, or put articles in it.")
    try:
        found = [(next(csv.reader([line], delimiter=delimiter), []), delimiter) for delimiter in _DELIMITERS]
    except csv.Error as error:
        problem = f"its header is no row of CSV ({error}). End its lines alike, and close its quotes."
        raise InputError(source.name, "row", problem) from error
    named = [one for one in found if {*fields_among(one[0], source, options).text} & {*one[0]}]
    names, delimiter = named[0] if named else max(found, key=lambda one: len(one[0]))
    return names, delimiter, fields_of_columns(names, source, options)


def fields_of_columns(names: list[str], source: Source, options: ReadOptions) -> Fields:
    """Which columns of a table hold what an article has.

    Args:
        names: its columns.
        source: the names of the file.
        options: what the caller has named.

    Raises:
        InputError: it has no text, lacks a column that the caller has named, or has one of them twice.
    """
    preset = preset_named(options.preset)
    fields = titled(fields_among(names, source, options, preset=preset))
    if not fields.text and (kind := without_text(names)):
        raise no_text(names, source, kind)
    given = {name: asked(option, source) for name, option in options_of(options).items()}
    for field in FIELDS:
        paths = given[field] or fields[field]
        if twice := next((path for path in paths if names.count(path) > 1), None):
            problem = f"has {names.count(twice)} columns {twice!r}. Keep one, or give the others another name."
            raise InputError(source.name, "column", problem)
        missing = paths and not any(path in names for path in paths)
        if missing or (field == "text" and not paths):
            name = paths[0] if paths else STANDARD_NAMES["text"]
            columns = ", ".join(map(repr, names[:20])) or "none"
            remedy = f"Name the right one with --{field}-field."
            raise InputError(source.name, "column", f"has no column {name!r}; it has {columns}. {remedy}")
    return fields
