"""Words by their beginnings, so that the forms of one count as one: what learned weights know of a text."""

from __future__ import annotations

import re

STEM = 6
"""Letters of a word that are kept."""
_WORD = re.compile(r"[^\W\d_]{2,}")


def stem(word: str) -> str:
    """The beginning of a word."""
    return word[:STEM]


def stems(text: str) -> list[str]:
    """The beginnings of the words of two letters and more, in the order of the text."""
    return [word[:STEM] for word in _WORD.findall(text)]
