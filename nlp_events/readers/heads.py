"""The first bytes of a stream, looked at without losing them."""

from __future__ import annotations

from io import BufferedReader, RawIOBase
from typing import Any

MOST_HEAD = 1024 * 1024
"""Bytes of markup in which its kind is looked for: a saved page may begin with 100 000 bytes of style sheets."""

_MARKUP = b"<"
_BEFORE = b"\xef\xbb\xbf \t\r\n"


class Ahead(RawIOBase):
    """Some bytes that were read from a stream, and the rest of it.

    Args:
        head: the bytes.
        rest: the stream.
    """

    def __init__(self, head: bytes, rest: BufferedReader) -> None:
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: Any, /) -> int:
        """Fill a buffer."""
        data = self._head[: len(buffer)] or self._rest.read(len(buffer))
        self._head = self._head[len(data) :]
        buffer[: len(data)] = data
        return len(data)


def headed(stream: BufferedReader) -> tuple[bytes, BufferedReader]:
    """The first bytes of a stream, and a stream that still gives them.

    Of markup these are ``MOST_HEAD`` bytes, of anything else as many as are at hand.
    """
    head = stream.peek()
    if not head.lstrip(_BEFORE).startswith(_MARKUP):
        return head, stream
    head = stream.read(MOST_HEAD)
    return head, BufferedReader(Ahead(head, stream), MOST_HEAD)
