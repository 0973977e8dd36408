"""Messages of a run, each told once: a dump may have a million lines that lack the same key."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

_PLACE = re.compile(r"(?P<file>.{1,4096}?):(?P<number>[0-9]{1,18})(?P<rest>: .*)", re.DOTALL)
"""A message of a line, a row or the like: its file, its number, and what is wrong."""

_NUMBERS = re.compile(r"[0-9]+")

MOST = 1_000
"""Messages that are remembered; further ones are told as they come."""


class Grouped:
    """Tells the first of equal messages of one file as it comes, and at the end how many there were.

    Args:
        tell: tells one message.
    """

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self._first: dict[tuple[str, str], str] = {}
        self._numbers: Counter[tuple[str, str]] = Counter()

    def add(self, message: str) -> None:
        """Tell a message, or count it where its like was told."""
        found = _PLACE.fullmatch(message)
        if found is None:
            self._tell(message)
            return
        key = (found["file"], _NUMBERS.sub("0", found["rest"]))
        if key not in self._first:
            if len(self._first) < MOST:
                self._first[key] = message
            self._tell(message)
            return
        self._numbers[key] += 1

    def end(self) -> None:
        """Tell how many there were of each that came more than once."""
        for key, more in self._numbers.items():
            file, _ = key
            problem = self._first[key].removeprefix(f"{file}:").partition(": ")[2]
            self._tell(f"{more + 1} lines of {file}: {problem}")
        self._numbers.clear()
