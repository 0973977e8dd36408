"""Lists of bare names, a line each: line-ups, lists of victims, of candidates, of towns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from nlp_events.layers.entities.mention import Mention

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
    for _, run in groupby(_items(text), key=lambda item: item is None):
        names = [item.span("name") for item in run if item is not None]
        if len(names) >= _LEAST:
            yield names


def _items(text: str) -> Iterator[re.Match[str] | None]:
    """For each line, its match as an item of a list."""
    at = 0
    for line in text.splitlines(keepends=True):
        yield _ITEM.match(text, at)
        at += len(line)


def in_columns(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """What a list of bare names holds besides the names that were found, which take the label of most of them."""
    by_start = {mention.start: mention for mention in mentions}
    for column in columns(text):
        found = [by_start[start] for start, _ in column if start in by_start]
        label, votes = Counter(mention.label for mention in found).most_common(1)[0] if found else ("ORG", 0)
        # Names of people and of places are listed bare; lines of organisations are as often headlines of sections.
        if label == "ORG" or votes * 2 < len(column):
            continue
        for mention in found:
            if mention.organisation is None:
                mention.label = label
        yield from (Mention(start, end, label, "list", text[start:end]) for start, end in column)
