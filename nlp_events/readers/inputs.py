"""Files, folders, patterns and standard input, as the user names them."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Collection, Iterator
from contextlib import suppress
from io import BufferedReader
from pathlib import Path
from typing import cast

from nlp_events.errors import InputError
from nlp_events.readers.archives import gzip_member
from nlp_events.readers.articles import Found, failure, unexpected
from nlp_events.readers.beside import Beside
from nlp_events.readers.folders import files_below, files_of, is_pattern, special
from nlp_events.readers.formats import PACKED, SUFFIXES, Skipped, StreamReader, endings, suffix_of
from nlp_events.readers.heads import headed
from nlp_events.readers.kinds import kind_of
from nlp_events.readers.notes import Notes
from nlp_events.readers.options import ReadOptions
from nlp_events.readers.sources import Source

STANDARD_INPUT = "-"

_BUFFER = 256 * 1024

_FIRST = 4096
_BINARY = (
    (re.compile(rb"\x1f\x8b"), PACKED),
    (re.compile(rb"PK\x03\x04"), ".zip"),
    (re.compile(rb"%PDF-"), ".pdf"),
    (re.compile(rb"PAR1"), ".parquet"),
    (re.compile(rb".{257}ustar", re.DOTALL), ".tar"),
)
_TEXT = (
    (re.compile(rb"\{"), ".jsonl"),
    (re.compile(rb"\[\s*\{"), ".json"),
    (re.compile(rb"<(?:!doctype\s+html|html)\b", re.IGNORECASE), ".html"),
)
"""How the bytes of standard input begin → the ending of a file that begins so."""


class Inputs:
    """What a run reads, and the names it has given: a second file of a name is called by its path.

    Args:
        names: the inputs as the user names them.
        options: how they are read.
        without: files that are passed over in folders and patterns.
        notes: what is counted and said once a run.
    """

    def __init__(
        self, names: list[str], options: ReadOptions, without: Collection[Path] = (), notes: Notes | None = None
    ) -> None:
        self._names = names
        self._options = options
        self._notes = notes or Notes()
        self._reader = StreamReader(options, self._notes)
        self._without = {Path(os.path.realpath(path)) for path in without}
        self._beside = Beside(options)
        self._files: dict[str, tuple[int, int]] = {}

    def read(self) -> Iterator[Found]:
        """The articles of all inputs, in their order."""
        try:
            for name in self._names:
                yield from self._guarded(name)
        finally:
            self._reader.end()

    def _guarded(self, name: str) -> Iterator[Found]:
        try:
            yield from self._input(name)
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001 - a name that no system can look up costs no other input
            yield failure(name, unexpected(name, error))

    def _input(self, name: str) -> Iterator[Found]:
        path = Path(name)
        if name == STANDARD_INPUT:
            yield from self._standard_input(cast("BufferedReader", sys.stdin.buffer))
        elif path.is_dir():
            yield from self._folder(path, path)
        elif is_pattern(name) and not path.exists():
            yield from self._pattern(name)
        elif _is_read(path) or not path.exists():
            yield from self._file(path, path.name)
        else:
            problem = f"has no known ending. Give {endings()} files, a folder of them, or - for standard input."
            yield failure(name, InputError(name, "kind", problem))

    def _pattern(self, pattern: str) -> Iterator[Found]:
        root, paths = files_of(pattern)
        skipped = Skipped(pattern, self._notes)
        for path in paths:
            if self._is_left_out(path):
                continue
            if path.is_dir():
                yield from self._folder(path, root)
            elif _is_read(path):
                yield from self._file(path, path.relative_to(root).as_posix())
            else:
                skipped.add(path.name)
        skipped.tell()
        if not paths:
            yield failure(pattern, InputError(pattern, "missing", "no file has such a path. Check the pattern."))

    def _folder(self, folder: Path, root: Path) -> Iterator[Found]:
        skipped = Skipped(str(folder), self._notes)
        read = 0
        for path, error, is_folder in files_below(folder):
            if self._is_left_out(path) or self._beside.is_table(path):
                continue
            if error is not None and (is_folder or suffix_of(path.name)):
                yield _unreadable(path, error)
            elif _is_read(path):
                yield from self._file(path, path.relative_to(root).as_posix())
            else:
                skipped.add(path.name)
                continue
            read += 1
        skipped.tell()
        if not read:
            problem = f"holds no article. Put {endings()} files in it, or name another folder."
            yield failure(str(folder), InputError(str(folder), "empty", problem))

    def _is_left_out(self, path: Path) -> bool:
        if not path.is_symlink() and all(path.name != one.name for one in self._without):
            return False
        # Unlike «resolve», this is no error for a link that leads to itself, which is told where it is opened.
        return Path(os.path.realpath(path)) in self._without

    def _file(self, path: Path, doc_id: str) -> Iterator[Found]:
        try:
            if problem := special(path):
                yield failure(str(path), problem)
                return
            with cast("BufferedReader", path.open("rb", buffering=_BUFFER)) as stream:
                source = Source(str(path), self._name(path, doc_id), about=self._beside.about(path))
                yield from self._reader.read(stream, source, suffix_of(path.name) or "")
        except OSError as error:
            yield _unreadable(path, error)

    def _standard_input(self, stream: BufferedReader) -> Iterator[Found]:
        source = Source("standard input", "stdin")
        stream = headed(stream)[1]
        suffix = stdin_suffix(self._options) or _suffix_at(stream)
        if suffix == PACKED:
            stream = gzip_member(stream, source)
            try:
                suffix = _suffix_at(stream)
            except InputError as error:
                yield failure(source.doc_id, error)
                return
        if suffix == ".jsonl":
            source = Source("stdin", "stdin")
        yield from self._reader.read(stream, source, suffix)

    def _name(self, path: Path, doc_id: str) -> str:
        """The short name of a file, or its path where another file has the short one already."""
        if len(self._names) == 1:
            return doc_id
        status = path.stat()
        known = self._files.setdefault(doc_id, (status.st_dev, status.st_ino))
        return doc_id if known == (status.st_dev, status.st_ino) else path.as_posix()


def _is_read(path: Path) -> bool:
    """Whether a file has an ending that is read, or is known by its first bytes."""
    if suffix_of(path.name) is not None:
        return True
    with suppress(OSError, ValueError):
        if stat.S_ISREG(path.stat().st_mode):  # opening a pipe would wait for what writes to it
            with cast("BufferedReader", path.open("rb", buffering=_BUFFER)) as stream:
                return kind_of("", headed(stream)[0]) is not None
    return False


def _unreadable(path: Path, error: OSError | InputError) -> Found:
    if isinstance(error, FileNotFoundError):
        problem = "is a link to no file" if path.is_symlink() else "there is no such file"
        error = InputError(str(path), "missing", f"{problem}. Check the path.")
    return failure(str(path), unexpected(str(path), error))


def stdin_suffix(options: ReadOptions) -> str | None:
    """The ending that standard input would have as a file; None when its first bytes are to tell.

    Raises:
        InputError: nothing is read that has such an ending.
    """
    if options.stdin_format is None:
        return None
    suffix = f".{options.stdin_format.lower().removeprefix('.')}"
    if suffix not in SUFFIXES:
        known = ", ".join(one[1:] for one in SUFFIXES)
        raise InputError(options.stdin_format, "kind", f"is no format that is read. Name one of {known}.")
    return suffix


def _suffix_at(stream: BufferedReader) -> str:
    first = stream.peek(_FIRST)
    if kind_of("", first) is not None:
        return ""
    first = first[:_FIRST]
    text = first.lstrip(b"\xef\xbb\xbf \t\r\n")
    found = (suffix for start, suffix in _BINARY if start.match(first))
    return next(found, next((suffix for start, suffix in _TEXT if start.match(text)), ".txt"))
