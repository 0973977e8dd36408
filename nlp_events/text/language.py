"""Whether a text is French at all."""

from __future__ import annotations

import re

from nlp_events.text.folding import fold
from nlp_events.text.language_model import function_words, language_resource
from nlp_events.words.store import SHIPPED, Words

WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 200_000
"""Characters looked at: enough for any article, and little work for a huge text."""


def french_share(text: str, words: Words = SHIPPED) -> float:
    """The share of a text's words that are French function words.

    Args:
        text: any text; only its first ``SAMPLE`` characters are looked at.
        words: the words and rules.

    Returns:
        A share between 0 and 1; 0 for a text without words.
    """
    return _share(_words(text), words)


def is_french(text: str, words: Words = SHIPPED) -> bool:
    """Whether a text may be French: too short to tell, or with enough French function words."""
    layer = language_resource(words)
    found = _words(text)
    return len(found) < layer.least_words or _share(found, words) >= layer.least_share


def _words(text: str) -> list[str]:
    return WORD.findall(fold(text[:SAMPLE]))


def _share(found: list[str], words: Words) -> float:
    return sum(map(function_words(words).__contains__, found)) / len(found) if found else 0.0
