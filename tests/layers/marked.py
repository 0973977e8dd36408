"""Items of tests that mark a stretch of a sentence by brackets: «expected|Une [dizaine] de morts.»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any


def marked(text: str) -> tuple[str, int, int]:
    """The sentence without its brackets, and [start, end) of what stands in them; «\\n» is the end of a line."""
    before, inside, after = re.split(r"[\[\]]", text.replace("\\n", "\n"))
    return before + inside + after, len(before), len(before) + len(inside)


def within(found: Iterable[Mapping[str, Any]], start: int, end: int) -> list[Any]:
    """What of all that is found touches [start, end)."""
    return [one for one in found if one["start"] < end and start < one["end"]]
