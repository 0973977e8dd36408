"""Whether a text is French at all, and what it is else."""

from __future__ import annotations

import re
from collections import Counter

from nlp_events.text.folding import fold
from nlp_events.text.language_model import function_words, language_resource
from nlp_events.words.store import SHIPPED, Words

WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 200_000
"""Characters looked at: enough for any article, and little work for a huge text."""

FRENCH = "fr"

_STRETCH = 300
"""Characters of the stretches by which a text is told: some fifty words, where twenty are enough for py3langid (of
3 108 stretches of twenty words of French news, it took none for another language)."""

_STRETCHES = 12
"""Stretches of a text that are looked at, from its beginning to its end."""

_SOME = 1 / 3
"""Share of them that is French in a text that is: one in two languages is read for what is French in it."""


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
    """Whether a text may be French: too short to tell, with many French function words, or told so by py3langid."""
    layer = language_resource(words)
    found = _words(text)
    if len(found) < layer.least_words:
        return True
    share = _share(found, words)
    if share >= layer.sure_share:
        return True
    counts = _languages(text)
    if counts is None:
        return share >= layer.least_share
    return counts[FRENCH] >= _SOME * counts.total()


def language_of(text: str) -> str | None:
    """The English name of the language of most of a text («Spanish»); None where it cannot be told."""
    counts = _languages(text)
    if not counts:
        return None
    from babel import Locale

    code, _ = counts.most_common(1)[0]
    return str(Locale("en").languages.get(code, code))


def _languages(text: str) -> Counter[str] | None:
    """In how many stretches of a text which language is written; None where nothing is there to tell it."""
    try:
        # Imported here: it takes a second and 100 MB, and most French texts are known by their function words.
        from py3langid import classify
    except ImportError:  # an environment that was made for an earlier version
        return None
    text = " ".join(text[:SAMPLE].split())
    parts = max(1, min(_STRETCHES, len(text) // _STRETCH))
    length = max(len(text) // parts, 1)
    stretches = (text[place * length :][:_STRETCH] for place in range(parts))
    return Counter(classify(stretch)[0] for stretch in stretches)


def _words(text: str) -> list[str]:
    return WORD.findall(fold(text[:SAMPLE]))


def _share(found: list[str], words: Words) -> float:
    return sum(map(function_words(words).__contains__, found)) / len(found) if found else 0.0
