"""The lines of a page: without blanks around them, wrapped ones joined."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from nlp_events.text.folding import fold

_LINE = re.compile(r"[^\n\r\u0085\u2028\u2029]+")
_LINE_END = re.compile(r"\r\n|[\n\r\u0085\u2028\u2029]")
_WRAPPED_LEAST = 50
"""Characters of a line below which its end is no wrapping."""
LONGEST = 1000
"""Characters of one line that patterns look at: a longer line is a paragraph whatever it says."""


@dataclass(frozen=True, slots=True)
class Line:
    """One non-empty line without its outer blanks. ``folded`` has no bullet and is cut at ``LONGEST``."""

    start: int
    end: int
    text: str
    folded: str
    bulleted: bool
    after_blank: bool


def read_lines(text: str, bullet: re.Pattern[str]) -> list[Line]:
    """Every line of a text that is not blank.

    Args:
        text: any text.
        bullet: matches the bullet or number at the start of a folded line, or nothing.
    """
    lines: list[Line] = []
    for start, end in _joined_lines(text):
        stripped = text[start:end]
        folded = fold(stripped[:LONGEST])
        found = bullet.match(folded)
        cut = found.end() if found else 0
        between = text[lines[-1].end if lines else 0 : start]
        lines.append(Line(start, end, stripped, folded[cut:], cut > 0, len(_LINE_END.findall(between)) > 1))
    return lines


def _joined_lines(text: str) -> list[tuple[int, int]]:
    """Start and end of every line that is not blank, wrapped lines joined.

    A line end is a wrapping where the line is long, ends no sentence and the next one, right below, goes on in lower
    case; and, once a text is seen to be wrapped, where the next one begins with a capital too.
    """
    raw = [span for found in _LINE.finditer(text) if (span := _stripped(found))]
    pairs = [
        end - start >= _WRAPPED_LEAST
        and text[end - 1] not in '.!?:;…»"'
        and len(_LINE_END.findall(text[end:following])) == 1
        for (start, end), (following, _) in pairwise(raw)
    ]
    lower = [open_ and text[span[0]].islower() for open_, span in zip(pairs, raw[1:], strict=False)]
    wrapped = sum(lower) >= 3 and sum(lower) * 3 >= len(raw)
    joined = raw[:1]
    for open_, low, span in zip(pairs, lower, raw[1:], strict=False):
        if low or (wrapped and open_):
            joined[-1] = (joined[-1][0], span[1])
        else:
            joined.append(span)
    return joined


def _stripped(found: re.Match[str]) -> tuple[int, int] | None:
    line = found.group()
    bare = line.strip()
    start = found.start() + len(line) - len(line.lstrip())
    return (start, start + len(bare)) if bare else None
