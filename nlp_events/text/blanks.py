"""Long runs of blanks as one blank, with the way between the two texts.

A table laid out with blanks has hundreds of them between two cells. A pattern that may take blanks in two places shares
such a run out between them in every way there is: a table made to be slow, or just a wide one, hung the reading.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, chain

_LINE_ENDS = "\\n\\r\\x1c-\\x1e\\x85\\u2028\\u2029"
_BLANK = f"[^\\S{_LINE_ENDS}]"
_LINE_END = r"(?:\r\n|\r(?!\n)|[\n\x1c-\x1e\x85\u2028\u2029])"

_LONG = re.compile(rf"{_BLANK}{{4,}}|(?:{_LINE_END}{_BLANK}*){{4,}}")
"""What stands for more than it is: four blanks. Two or three are slips of the finger, which every article of the press
has and no pattern minds; left as they are they cost nothing."""

_WHITE = re.compile(r"\s{4}")
"""What every long run has, found in a third of the time."""

_LONG_BLANKS = re.compile(f"{_BLANK}{{4,}}")

_KEPT_LINE_ENDS = re.compile(rf"(?:{_LINE_END}{_BLANK}*){{3}}")
"""Line ends that are kept of more: two blank lines say all that a hundred do."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A text without most of its blanks, and where each of its offsets is in the whole text.

    ``text`` is the narrow text; ``starts`` and ``ends`` are the stretches of the whole text that it lacks, in order.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    _before: tuple[int, ...]
    _places: tuple[int, ...]

    def wide(self, offset: int) -> int:
        """Where an offset of the narrow text is in the whole one; behind the blanks where some are left out there."""
        return offset + self._before[bisect_right(self._places, offset)]

    def narrow(self, offset: int) -> int:
        """Where an offset of the whole text is in the narrow one."""
        count = bisect_left(self.ends, offset)
        inside = count < len(self.starts) and self.starts[count] < offset
        return (self.starts[count] if inside else offset) - self._before[count]


def narrowed(text: str) -> Narrowing | None:
    """See every long run of blanks in a text as its first blank, and more than three line ends as three.

    Args:
        text: any text.

    Returns:
        None for a text that has no such run, as nearly all are.
    """
    if _WHITE.search(text) is None or _LONG.search(text) is None:
        return None
    left_out = list(_left_out(text))
    starts, ends = tuple(start for start, _ in left_out), tuple(end for _, end in left_out)
    before = tuple(accumulate((end - start for start, end in left_out), initial=0))
    places = tuple(start - cut for start, cut in zip(starts, before, strict=False))
    kept = zip(chain((0,), ends), chain(starts, (len(text),)), strict=True)
    return Narrowing("".join(text[start:end] for start, end in kept), starts, ends, before, places)


def _left_out(text: str) -> Iterator[tuple[int, int]]:
    for found in _LONG.finditer(text):
        kept = _KEPT_LINE_ENDS.match(text, *found.span())
        for blanks in _LONG_BLANKS.finditer(text, found.start(), kept.end() if kept else found.end()):
            yield blanks.start() + 1, blanks.end()
        if kept:
            yield kept.span()[1], found.end()
