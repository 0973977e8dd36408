"""Rows in a file, and beside it one short line for each that says what it is and that it is whole."""

from __future__ import annotations

import os
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO

from nlp_events.batch.rows import Row

_ENTRY = re.compile(rb"(([0-9a-f]{1,64}) (\d{1,15}) ([0-9a-f]{8}) (\d{1,9}) (\w{1,40})) ([0-9a-f]{8})\n")
_LONGEST = 160
"""Bytes of the longest entry: what is longer is none, and not read to its end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A row that was written, by the key of its article; ``start`` and ``length`` are its bytes in the file of rows."""

    key: str
    start: int
    length: int
    checksum: int
    records: int
    status: str


class RowLog:
    """Appends rows so that a kill at any moment loses at most the last one, and that one wholly.

    A row is written before its entry, and an entry counts only if it is whole and the checksums of both are right.
    """

    def __init__(self, rows: Path, entries: Path) -> None:
        self._paths = (rows, entries)
        self._streams: tuple[BinaryIO, BinaryIO] | None = None
        self._ends = (0, 0)
        """Bytes of both files up to the last row that is known to be whole."""

    def read(self) -> Iterator[tuple[Entry, bytes]]:
        """Every whole row and its entry, up to the first that is not."""
        rows, entries = self._paths
        if not rows.is_file() or not entries.is_file():
            return
        with rows.open("rb") as row_stream, entries.open("rb") as entry_stream:
            size = os.fstat(row_stream.fileno()).st_size
            for entry in _entries(entry_stream):
                if entry.start + entry.length > size:
                    return
                line = row_stream.read(entry.length)
                if len(line) < entry.length or zlib.crc32(line) != entry.checksum:
                    return
                self._ends = (entry.start + entry.length, entry_stream.tell())
                yield entry, line

    def read_entries(self) -> Iterator[Entry]:
        """The entries alone, for rows that are no longer there."""
        if self._paths[1].is_file():
            with self._paths[1].open("rb") as stream:
                yield from _entries(stream)

    def row_at(self, entry: Entry) -> Row:
        """The row of an entry."""
        with self._paths[0].open("rb") as stream:
            stream.seek(entry.start)
            return Row(line=stream.read(entry.length), status=entry.status, records=entry.records)

    @property
    def ends(self) -> tuple[int, int]:
        """Where both files end as far as they have been read: what ``cut`` takes."""
        return self._ends

    @property
    def is_open(self) -> bool:
        """Whether it is ready to append."""
        return self._streams is not None

    def cut(self, ends: tuple[int, int]) -> None:
        """Drop what stands after these ends, and be ready to append there."""
        self.close()
        streams = []
        for path, end in zip(self._paths, ends, strict=True):
            # Neither «w», which would empty the file, nor «a», which would write at the end as it was.
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
            streams.append(stream := os.fdopen(descriptor, "r+b", buffering=0))
            stream.truncate(end)
            stream.seek(end)
        self._streams = (streams[0], streams[1])
        self._ends = ends

    def append(self, key: str, row: Row, line: bytes) -> None:
        """Write a row and its entry."""
        if self._streams is None:
            raise ValueError("the log is not open for writing")
        content = f"{key} {len(line)} {zlib.crc32(line):08x} {row.records} {row.status}".encode()
        entry = content + b" %08x\n" % zlib.crc32(content)
        for stream, data in zip(self._streams, (line, entry), strict=True):
            _write(stream, data)
        self._ends = (self._ends[0] + len(line), self._ends[1] + len(entry))

    def sync(self) -> None:
        """Make sure that all of it outlasts a loss of power."""
        for stream in self._streams or ():
            os.fsync(stream.fileno())

    def close(self) -> None:
        """Stop writing; without effect when not writing."""
        for stream in self._streams or ():
            stream.close()
        self._streams = None

    def remove(self) -> None:
        """Delete both files."""
        self.close()
        for path in self._paths:
            path.unlink(missing_ok=True)


def _entries(stream: BufferedReader) -> Iterator[Entry]:
    """The entries of a file, up to the first that is damaged."""
    start = 0
    while match := _ENTRY.fullmatch(stream.readline(_LONGEST)):
        content, key, length, checksum, records, status, own = match.groups()
        if zlib.crc32(content) != int(own, 16):
            return
        yield Entry(
            key=key.decode(), start=start, length=int(length), checksum=int(checksum, 16), records=int(records),
            status=status.decode(),
        )  # fmt: skip
        start += int(length)


def _write(stream: BinaryIO, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[stream.write(left) :]  # a raw stream may take a part, as on a disk that is nearly full
