"""Lists of bare names, a line each: line-ups, lists of victims, of candidates, of towns."""

from __future__ import annotations

import re
from collections.abc import Iterator

_CAPITAL = "[A-ZÀ-ÖØ-ÞŁŚŠŻŽČĆĐİ]"
_NAME = rf"{_CAPITAL}[^\W\d_]*(?:[-'’ .]{{1,2}}{_CAPITAL}[^\W\d_]*){{0,4}}\.?"
_ITEM = re.compile(rf"[ \t]*(?:[-–•*][ \t]*)?(?P<name>{_NAME})[ \t]*(?:[(,:–][^\n]{{0,60}})?(?:\n|\Z)")

_LEAST = 4
"""Lines that make a list: three short lines under each other may be a headline, a place and a date."""


def columns(text: str) -> Iterator[list[tuple[int, int]]]:
    """Runs of lines that each hold a name and at most a remark in brackets or after a comma, colon or dash.

    Args:
        text: any text.

    Returns:
        For each run of four lines or more, the (start, end) of its names, in text order.
    """
    run: list[tuple[int, int]] = []
    at = 0
    for line in text.splitlines(keepends=True):
        item = _ITEM.match(text, at)
        if item is not None:
            run.append(item.span("name"))
        elif run:
            if len(run) >= _LEAST:
                yield run
            run = []
        at += len(line)
    if len(run) >= _LEAST:
        yield run
