"""Which row of the table of vectors a word has, in two arrays: 10 MB for half a million words, 75 as Python objects.

A word is looked for once, when the recogniser meets it first; what a dictionary would be faster by is not noticed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy


class VectorRows(dict[int, int]):
    """Hash of a word → row, in the order of the file; a dictionary for spaCy, which saves and compares it as one.

    What is written into it is kept, and makes it a dictionary as any other.

    Args:
        rows: the same as a dictionary.
    """

    def __init__(self, rows: Mapping[int, int]) -> None:
        super().__init__()
        keys = numpy.fromiter(rows.keys(), dtype="uint64", count=len(rows))
        order = numpy.argsort(keys)
        self._keys: Any = keys[order]
        self._rows: Any = numpy.fromiter(rows.values(), dtype="int32", count=len(rows))[order]
        self._places: Any = numpy.argsort(order).astype("int32")

    def __reduce__(self) -> tuple[type[VectorRows], tuple[dict[int, int]]]:
        return type(self), (self.copy(),)

    def __len__(self) -> int:
        return len(self._keys) if self._packed else super().__len__()

    def __iter__(self) -> Iterator[int]:
        return iter(self._keys[self._places].tolist()) if self._packed else super().__iter__()

    def __contains__(self, key: object) -> bool:
        return self.get(key) is not None

    def __getitem__(self, key: int) -> int:
        row: int | None = self.get(key)
        if row is None:
            raise KeyError(key)
        return row

    def __eq__(self, other: object) -> bool:
        return self.copy() == other

    __hash__ = None  # as that of every dictionary

    def get(self, key: Any, default: Any = None) -> Any:
        """The row of a word, by its hash."""
        if not self._packed:
            return super().get(key, default)
        if not isinstance(key, int) or not len(self._keys) or not 0 <= key < 1 << 64:
            return default
        place = min(int(self._keys.searchsorted(numpy.uint64(key))), len(self._keys) - 1)
        return int(self._rows[place]) if self._keys[place] == key else default

    def rows(self, keys: Any) -> Any:
        """The rows of many words, by an array of their hashes; -1 for those that have none."""
        if not self._packed or not len(self._keys):
            return numpy.array([self.get(int(key), -1) for key in keys], dtype="int64")
        places = numpy.minimum(self._keys.searchsorted(keys), len(self._keys) - 1)
        return numpy.where(self._keys[places] == keys, self._rows[places], -1).astype("int64")

    def copy(self) -> dict[int, int]:
        """A plain dictionary."""
        if not self._packed:
            return dict(super().items())
        return dict(zip(self, self._rows[self._places].tolist(), strict=True))

    def keys(self) -> Any:
        """As those of a dictionary."""
        return self.copy().keys() if self._packed else super().keys()

    def values(self) -> Any:
        """As those of a dictionary."""
        return self.copy().values() if self._packed else super().values()

    def items(self) -> Any:
        """As those of a dictionary."""
        return self.copy().items() if self._packed else super().items()

    def __setitem__(self, key: int, row: int) -> None:
        self._unpack()
        super().__setitem__(key, row)

    def __delitem__(self, key: int) -> None:
        self._unpack()
        super().__delitem__(key)

    def pop(self, key: Any, *default: Any) -> Any:
        """As that of a dictionary."""
        self._unpack()
        return super().pop(key, *default)

    def update(self, *rows: Any, **more: Any) -> None:
        """As that of a dictionary."""
        self._unpack()
        super().update(*rows, **more)

    @property
    def _packed(self) -> bool:
        return self._keys is not None

    def _unpack(self) -> None:
        """Become a dictionary as any other."""
        if self._packed:
            rows = self.copy()
            self._keys = self._rows = self._places = None
            super().update(rows)
