"""Whether a text is French at all."""

from __future__ import annotations

import re

from nlp_events.text.folding import fold
from nlp_events.text.language_model import function_words, language_resource

WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 200_000
"""Characters looked at: enough for any article, and little work for a huge text."""


def french_share(text: str, directory: str | None = None) -> float:
    """The share of a text's words that are French function words.

    Args:
        text: any text; only its first ``SAMPLE`` characters are looked at.
        directory: a folder of language resources, as in ``load_yaml``.

    Returns:
        A share between 0 and 1; 0 for a text without words.
    """
    return _share(_words(text), directory)


def is_french(text: str, directory: str | None = None) -> bool:
    """Whether a text may be French: too short to tell, or with enough French function words."""
    layer = language_resource(directory)
    words = _words(text)
    return len(words) < layer.least_words or _share(words, directory) >= layer.least_share


def _words(text: str) -> list[str]:
    return WORD.findall(fold(text[:SAMPLE]))


def _share(words: list[str], directory: str | None) -> float:
    return sum(map(function_words(directory).__contains__, words)) / len(words) if words else 0.0
