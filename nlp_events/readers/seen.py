"""Which ids a run has met, in little memory: a corpus may have ten million."""

from __future__ import annotations

from array import array
from hashlib import blake2b

_START = 1 << 16
_FULL = 0.6
"""Share of the slots that are taken when there are made twice as many: 13 to 27 bytes an id, where a set takes 110."""


class _Digests:
    """Slots of digests of 64 bits: of ten million ids, two are confused once in 400 000 such corpora."""

    def __init__(self, slots: int = _START) -> None:
        self._slots = array("Q", bytes(8 * slots))
        self._number = 0

    def _place(self, digest: int) -> int:
        """The slot of a digest, or the free one where it belongs."""
        slots, mask = self._slots, len(self._slots) - 1
        place = digest & mask
        while slots[place] and slots[place] != digest:
            place = (place + 1) & mask
        return place

    def _put(self, digest: int) -> None:
        place = self._place(digest)
        if self._slots[place] == digest:
            return
        self._slots[place] = digest
        self._number += 1
        if self._number > _FULL * len(self._slots):
            self._grow()

    def _grow(self) -> None:
        taken = self._slots
        self._slots = array("Q", bytes(16 * len(taken)))
        for place, digest in enumerate(taken):
            if digest:
                self._move(place, self._place(digest), digest)

    def _move(self, _old: int, new: int, digest: int) -> None:
        self._slots[new] = digest


class SeenIds(_Digests):
    """A set of ids, held as digests."""

    def __contains__(self, name: str) -> bool:
        digest = _digest(name)
        return self._slots[self._place(digest)] == digest

    def add(self, name: str) -> None:
        """Add an id."""
        self._put(_digest(name))


class FreeIds:
    """Gives every article an id that none before it has, in steps that do not grow with the number of equal ones."""

    def __init__(self) -> None:
        self._seen = SeenIds()
        self._last = _LastNumbers()

    def take(self, name: str) -> str:
        """The id itself where it is free, else the first free one of «id (2)», «id (3)» …, which is then taken."""
        if name not in self._seen:
            self._seen.add(name)
            return name
        number = self._last.get(name) + 1
        while f"{name} ({number})" in self._seen:
            number += 1
        self._last.set(name, number)
        self._seen.add(f"{name} ({number})")
        return f"{name} ({number})"


class _LastNumbers(_Digests):
    """The last number that each repeated id was given: below it none is free."""

    def __init__(self) -> None:
        super().__init__(1 << 10)
        self._numbers = array("Q", bytes(8 << 10))
        self._before = array("Q")

    def get(self, name: str) -> int:
        """The number; 1 for an id that had none."""
        return self._numbers[self._place(_digest(name))] or 1

    def set(self, name: str, number: int) -> None:
        digest = _digest(name)
        self._put(digest)
        self._numbers[self._place(digest)] = number

    def _grow(self) -> None:
        self._before = self._numbers
        self._numbers = array("Q", bytes(16 * len(self._before)))
        super()._grow()
        self._before = array("Q")

    def _move(self, old: int, new: int, digest: int) -> None:
        super()._move(old, new, digest)
        self._numbers[new] = self._before[old]


def _digest(name: str) -> int:
    """A digest that is never 0, which is a free slot."""
    return int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") or 1
