"""Files, folders and standard input, as the user names them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path
from typing import cast

from nlp_events.errors import InputError
from nlp_events.readers.articles import Found, failure
from nlp_events.readers.formats import SUFFIXES, read_stream, suffix_of
from nlp_events.readers.options import ReadOptions
from nlp_events.readers.sources import Source

STANDARD_INPUT = "-"


def read_input(name: str, options: ReadOptions) -> Iterator[Found]:
    """The articles of one input."""
    path = Path(name)
    if name == STANDARD_INPUT:
        yield from _standard_input(cast("BufferedReader", sys.stdin.buffer), options)
    elif path.is_dir():
        yield from _folder(path, options)
    elif suffix_of(path.name) or not path.exists():
        yield from _file(path, path.name, options)
    else:
        endings = " or ".join(SUFFIXES)
        problem = f"has no known ending. Give {endings} files, a folder of them, or - for standard input."
        yield failure(name, InputError(name, "kind", problem))


def _folder(folder: Path, options: ReadOptions) -> Iterator[Found]:
    paths = sorted(path for path in folder.rglob("*") if suffix_of(path.name) and path.is_file())
    for path in paths:
        yield from _file(path, path.relative_to(folder).as_posix(), options)
    if not paths:
        problem = f"holds no article. Put {' or '.join(SUFFIXES)} files in it, or name another folder."
        yield failure(str(folder), InputError(str(folder), "empty", problem))


def _file(path: Path, doc_id: str, options: ReadOptions) -> Iterator[Found]:
    try:
        with path.open("rb") as stream:
            yield from read_stream(stream, Source(str(path), doc_id), suffix_of(path.name) or ".txt", options)
    except FileNotFoundError:
        yield failure(str(path), InputError(str(path), "missing", "there is no such file. Check the path."))
    except OSError as error:
        problem = f"cannot be read ({error.strerror}). Check its permissions."
        yield failure(str(path), InputError(str(path), "unreadable", problem))


def _standard_input(stream: BufferedReader, options: ReadOptions) -> Iterator[Found]:
    first = stream.peek(4096)[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if first.startswith(b"{"):
        yield from read_stream(stream, Source("stdin", "stdin"), ".jsonl", options)
    else:
        yield from read_stream(stream, Source("standard input", "stdin"), ".txt", options)
