"""Packed files of word processors and spreadsheets, looked at before anything in them is unpacked."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader, BytesIO
from typing import IO

from nlp_events.errors import InputError
from nlp_events.readers.options import ReadOptions
from nlp_events.readers.sources import MOST_RATIO, Source, whole

_SMALL = 16 * 1024 * 1024
"""Bytes below which no ratio makes a bomb."""

_TIMES = 4
"""Times the bytes of one article that all parts of a file may have."""


def whole_package(stream: BufferedReader, source: Source, options: ReadOptions) -> BytesIO:
    """All bytes of a packed file, none of whose parts is a bomb; macros are parts like others, and are never run.

    Raises:
        InputError: it is too long, damaged, locked, or unpacks to more than such files do.
    """
    data = whole(stream, source, options.max_bytes)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        problem = "is locked by a password, or of an office program before 2007. Save it without one, in today's form."
        raise InputError(source.name, "encrypted", problem)
    with reading(source), zipfile.ZipFile(BytesIO(data)) as package:
        size = sum(entry.file_size for entry in package.infolist())
    # More than it declares is never unpacked of a part.
    if size > _TIMES * options.max_bytes or (size > _SMALL and size > MOST_RATIO * len(data)):
        problem = "unpacks to far more than documents do, as attacks do. Save its text as a .txt file."
        raise InputError(source.name, "bomb", problem)
    return BytesIO(data)


def part_of(package: IO[bytes], name: str, source: Source) -> bytes:
    """One part of a packed file.

    Raises:
        InputError: it has none of this name, or a damaged one.
    """
    with reading(source), zipfile.ZipFile(package) as opened:
        return opened.read(name)


@contextmanager
def reading(source: Source) -> Iterator[None]:
    """What fails in the block is the file's fault."""
    try:
        yield
    except (InputError, MemoryError, GeneratorExit):
        raise
    except Exception as error:  # readers of other people's files may fail in any way, and one file must not end a run
        problem = f"is damaged, or of another kind than its name says ({type(error).__name__}: {error}). Save it anew."
        raise InputError(source.name, "office", problem) from error
