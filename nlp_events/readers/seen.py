"""Which ids a run has met, in little memory: a corpus may have ten million."""

from __future__ import annotations

from array import array
from hashlib import blake2b

_START = 1 << 16
_FULL = 0.6
"""Share of the slots that are taken when there are made twice as many: 13 to 27 bytes an id, where a set takes 110."""


class SeenIds:
    """A set of ids, held as digests of 64 bits: of ten million, two are confused once in 400 000 such corpora."""

    def __init__(self) -> None:
        self._slots = array("Q", bytes(8 * _START))
        self._number = 0

    def __contains__(self, name: str) -> bool:
        digest = _digest(name)
        return self._slots[self._place(digest)] == digest

    def add(self, name: str) -> None:
        """Add an id."""
        digest = _digest(name)
        place = self._place(digest)
        if self._slots[place] == digest:
            return
        self._slots[place] = digest
        self._number += 1
        if self._number > _FULL * len(self._slots):
            self._grow()

    def _place(self, digest: int) -> int:
        """The slot of a digest, or the free one where it belongs."""
        slots, mask = self._slots, len(self._slots) - 1
        place = digest & mask
        while slots[place] and slots[place] != digest:
            place = (place + 1) & mask
        return place

    def _grow(self) -> None:
        taken = self._slots
        self._slots = array("Q", bytes(16 * len(taken)))
        for digest in taken:
            if digest:
                self._slots[self._place(digest)] = digest


def _digest(name: str) -> int:
    """A digest that is never 0, which is a free slot."""
    return int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") or 1
