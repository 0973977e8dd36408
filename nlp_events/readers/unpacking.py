"""Bytes that come out of an archive, held to what articles need."""

from __future__ import annotations

from collections.abc import Callable
from io import RawIOBase
from typing import Any

from nlp_events.errors import InputError
from nlp_events.readers.sources import MOST_RATIO, Source

MOST_UNPACKED = 16 * 1024**3
"""Bytes that one archive may unpack to."""

HEADER = 1024 * 1024
"""Bytes of one header of a tar archive, with the long names and attributes before it; and of a buffer."""

_SMALL = 16 * 1024 * 1024
"""Bytes below which no ratio makes a bomb."""


class Unpacked(RawIOBase):
    """A stream of unpacked bytes that refuses to become a bomb.

    Args:
        opening: opens the stream, when its first byte is asked for.
        source: its names.
        most: bytes it may give.
        packed: how many packed bytes these came from, asked anew each time; None where another stream counts them.

    Attributes:
        left: bytes that it may still give.
    """

    def __init__(
        self, opening: Callable[[], Any], source: Source, *, most: int, packed: Callable[[], int] | None
    ) -> None:
        self._opening = opening
        self._stream: Any = None
        self._source = source
        self._packed = packed
        self._given = 0
        self._allowed = most
        self.left = most

    def allow(self, size: int) -> None:
        """Let so many bytes be read until this is called again."""
        self._allowed = size

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: Any, /) -> int:
        """Fill a buffer.

        Raises:
            InputError: the packed bytes are damaged, locked or a bomb.
        """
        data = self._read(len(buffer))
        self._given += len(data)
        self.left -= len(data)
        self._allowed -= len(data)
        ratio = self._given / max(self._packed(), 1) if self._packed else 0
        if self.left < 0 or self._allowed < 0 or (self._given > _SMALL and ratio > MOST_RATIO):
            problem = "unpacks to far more than articles do, as attacks do. Unpack it yourself and look."
            raise InputError(self._source.name, "bomb", problem)
        buffer[: len(data)] = data
        return len(data)

    def _read(self, size: int) -> bytes:
        try:
            if self._stream is None:
                self._stream = self._opening()
            data: bytes = self._stream.read(size)
        except InputError:
            raise
        except Exception as error:  # what unpacks bytes from elsewhere may fail in any way
            raise damaged(self._source, error) from error
        return data


def damaged(source: Source, error: Exception) -> InputError:
    """The error of packed bytes that cannot be unpacked."""
    if isinstance(error, InputError):
        return error
    if isinstance(error, RuntimeError) and "encrypted" in str(error):
        return InputError(source.name, "encrypted", "is locked by a password. Pack it without one.")
    problem = f"is no archive, or a damaged one ({type(error).__name__}: {error}). Pack it anew."
    return InputError(source.name, "archive", problem)
