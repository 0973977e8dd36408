"""Tables that tell of the files beside them, as folders for TXM have: ``metadata.csv``, whose «id» is a file's stem."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from io import BufferedReader, BytesIO, StringIO
from pathlib import Path, PurePosixPath

from nlp_events.errors import InputError
from nlp_events.readers.fields import fields_among
from nlp_events.readers.heads import Ahead
from nlp_events.readers.options import ReadOptions
from nlp_events.readers.sources import Source, whole
from nlp_events.text.decoding import decode

NAME = "metadata.csv"
_ID = "id"
_DELIMITERS = ",;\t"

_MOST_BYTES = 16 * 1024 * 1024
"""Bytes of such a table: 100 000 files have 10 million."""

_MOST_FOLDERS = 64
"""Folders whose tables are held."""

Rows = Mapping[str, Mapping[str, str]]
"""The stem of a file → what is told of it; empty where the table is another one."""


def rows_of(stream: BufferedReader, source: Source, options: ReadOptions) -> Rows:
    """The rows of a table by the stems of the files that they tell of; none of a table that holds texts itself."""
    try:
        text = decode(whole(stream, source, _MOST_BYTES), source.name)
        header = text.partition("\n")[0]
        delimiter = max(_DELIMITERS, key=header.count)
        rows = csv.DictReader(StringIO(text), delimiter=delimiter)
        names = [name.strip() for name in rows.fieldnames or ()]
        rows.fieldnames = names
        if _ID not in names or fields_among(names, source, options).text:
            return {}
        return {row[_ID]: {name: value or "" for name, value in row.items() if isinstance(name, str)} for row in rows}
    except (InputError, csv.Error):  # it is read as any other file, and told there
        return {}


def with_tables(
    members: Iterable[tuple[Source, BufferedReader | InputError]], options: ReadOptions
) -> Iterator[tuple[Source, BufferedReader | InputError]]:
    """The members of an archive, each with what a table before it in its folder tells of it; without such tables.

    Args:
        members: names and bytes, or why they are not read.
        options: how files are read.
    """
    tables: dict[str, Rows] = {}
    for member, content in members:
        folder, _, name = member.doc_id.rpartition("/")
        if name == NAME and not isinstance(content, InputError):
            head, content = _kept(content)
            if rows := rows_of(BufferedReader(BytesIO(head)), member, options):
                tables[folder] = rows
                continue
        about = tables.get(folder, {}).get(PurePosixPath(name).stem)
        yield (member if about is None else replace(member, about=about)), content


def _kept(content: BufferedReader) -> tuple[bytes, BufferedReader | InputError]:
    """The bytes of a table, and a stream that still gives them."""
    try:
        head = content.read(_MOST_BYTES + 1)
    except InputError as error:
        return b"", error
    return head, BufferedReader(Ahead(head, content))


class Beside:
    """The tables of folders, each read once.

    Args:
        options: how files are read.
    """

    def __init__(self, options: ReadOptions) -> None:
        self._options = options
        self._known: dict[Path, Rows] = {}

    def about(self, path: Path) -> Mapping[str, str] | None:
        """What the table beside a file tells of it; None where there is none."""
        return self._rows(path.parent).get(path.stem)

    def is_table(self, path: Path) -> bool:
        """Whether a file is such a table, and no input of its own."""
        return path.name.casefold() == NAME and bool(self._rows(path.parent))

    def _rows(self, folder: Path) -> Rows:
        if folder not in self._known:
            if len(self._known) >= _MOST_FOLDERS:
                self._known.clear()
            self._known[folder] = self._read(folder / NAME)
        return self._known[folder]

    def _read(self, path: Path) -> Rows:
        with suppress(OSError):
            if path.is_file():
                with path.open("rb") as stream:
                    return rows_of(stream, Source(str(path), str(path)), self._options)
        return {}
