"""Where bytes come from, and how many of them are held."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedReader, TextIOWrapper
from typing import Protocol

from nlp_events.errors import InputError

MOST_RATIO = 200
"""Times its size that packed text unpacks to, at the most: news text packs to a third, and the most even table to a
hundredth; DEFLATE can go to a thousandth, and bombs do."""


@dataclass(frozen=True, slots=True)
class Source:
    """The two names of a file, or of a member of an archive.

    Attributes:
        name: as messages call it: the path as the user gave it.
        doc_id: as results call it: the path below the folder that the user gave.
        depth: how many archives it lies in.
        about: what a table beside it tells of it, by the names of its columns; None where there is none.
    """

    name: str
    doc_id: str
    depth: int = 0
    about: Mapping[str, str] | None = None

    def member(self, name: str) -> Source:
        """The source of a member of an archive."""
        return Source(f"{self.name}/{name}", f"{self.doc_id}/{name}", self.depth + 1)

    @property
    def file_name(self) -> str:
        """The name without folders."""
        return self.doc_id.rpartition("/")[2]


def whole(stream: BufferedReader, source: Source, most_bytes: int) -> bytes:
    """All bytes of a stream that holds one article.

    Raises:
        InputError: there are more than ``most_bytes``.
    """
    data = stream.read(most_bytes + 1)
    if len(data) > most_bytes:
        raise InputError(source.name, "long", "is too long to be one article. Split it into one file an article.")
    return data


class Lined(Protocol):
    """What lines can be read from."""

    def readline(self, size: int = -1, /) -> bytes:
        """A line, or as much of one; nothing at the end."""
        ...


def bounded_lines(stream: Lined, most_bytes: int) -> Iterator[bytes]:
    """The lines of a stream; of one that is too long, one byte more than allowed, so that it is noticed."""
    while line := stream.readline(most_bytes + 1):
        end = line
        while len(end) > most_bytes and not end.endswith(b"\n"):
            end = stream.readline(most_bytes + 1)
        yield line


@contextmanager
def lines_of(stream: BufferedReader, encoding: str | None = None) -> Iterator[Lined]:
    """A stream to read lines in UTF-8 from, which is left open.

    Args:
        stream: its bytes. Lines that all end in carriage returns, as on the Macs of old, are given line feeds.
        encoding: one of two or four bytes a character, which is recoded; None for any other, whose bytes are kept.
    """
    sample = stream.peek()
    if encoding is None and not (b"\r" in sample and b"\n" not in sample):
        yield stream
        return
    errors, newline = ("strict", "\n") if encoding else ("surrogateescape", None)
    text = TextIOWrapper(stream, encoding or "utf-8", errors, newline)
    try:
        yield _Encoded(text, errors)
    finally:
        text.detach()


class _Encoded:
    """The lines of a text in UTF-8."""

    def __init__(self, text: TextIOWrapper, errors: str) -> None:
        self._text = text
        self._errors = errors

    def readline(self, size: int = -1, /) -> bytes:
        return self._text.readline(size).encode("utf-8", self._errors)
