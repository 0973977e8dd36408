"""Text of files of many articles, decoded some bytes at a time."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from io import BufferedReader

from nlp_events.errors import InputError
from nlp_events.readers.sources import Source
from nlp_events.text.decoding import encoding_of

_STEP = 256 * 1024
"""Bytes that are read at a time."""

_LONGEST = 1024 * 1024
"""Characters of a line; what is longer is several."""

_HEAD = 4096
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE
)


def decoded(stream: BufferedReader, source: Source) -> Iterator[str]:
    """The text of a file, some of it at a time; letters that cannot be decoded are «�», which is told.

    Raises:
        InputError: it is empty or no text.
    """
    data = stream.read(_STEP)
    if not data:
        raise InputError(source.name, "empty", "the file is empty. Leave it out, or put articles in it.")
    decoder = codecs.getincrementaldecoder(_encoding(data, source))(errors="replace")
    while data:
        yield decoder.decode(data)
        data = stream.read(_STEP)
    yield decoder.decode(b"", final=True)


def decoded_lines(stream: BufferedReader, source: Source) -> Iterator[str]:
    """The lines of a text file, without their ends."""
    rest = ""
    for text in decoded(stream, source):
        # The last line may go on in what comes next, and the feed of its end stand there.
        *lines, rest = (rest + text + "\0").splitlines()
        yield from lines
        rest = rest[:-1]
        if len(rest) > _LONGEST:
            yield rest
            rest = ""
    yield from rest.splitlines()


def paragraphs(lines: Iterable[str]) -> Iterator[str]:
    """Lines joined up to the next blank one, as files with lines of 80 characters have them."""
    waiting: list[str] = []
    for line in map(str.strip, lines):
        if line:
            waiting.append(line)
        elif waiting:
            yield " ".join(waiting)
            waiting = []
    if waiting:
        yield " ".join(waiting)


def _encoding(sample: bytes, source: Source) -> str:
    """The encoding of a text by its first bytes; the one that it declares where they do not tell."""
    if not sample.isascii():
        try:
            return encoding_of(sample, source.name)
        except InputError as error:
            if error.reason != "encoding":
                raise
    with suppress(LookupError):
        return codecs.lookup(declared_encoding(sample) or "utf-8").name
    return "utf-8"


def declared_encoding(data: bytes) -> str | None:
    """The encoding that markup names at its beginning; None where it names none."""
    declared = _DECLARED.search(data[:_HEAD])
    return declared[1].decode("ascii", "ignore") if declared else None
