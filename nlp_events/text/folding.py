"""One folding for all pattern matching, which never moves an offset."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache

# Typographic variants of one character: curly and modifier apostrophes, the spaces French uses inside numbers and
# before punctuation, the hyphens that word processors write, the digits of other scripts. Newlines stay: they end
# sentences.
_VARIANTS = {
    **dict.fromkeys("’ʼ‘ʻꞌ`´", "'"),
    **dict.fromkeys("\t\v\f\x1f\u00a0\u1680\u202f\u205f\u3000", " "),
    **dict.fromkeys(map(chr, range(0x2000, 0x200B)), " "),
    **dict.fromkeys("\u2010\u2011\u00ad", "-"),
    # digits of Arabic, Persian, Devanagari, Bengali and East Asian full width, with the Arabic signs between them
    **{chr(zero + digit): str(digit) for zero in (0x660, 0x6F0, 0x966, 0x9E6, 0xFF10) for digit in range(10)},
    "\u066b": ",",
    "\u066c": ".",
}
_VARIANT = re.compile(f"[{re.escape(''.join(_VARIANTS))}]")
_WORD = 16
"""Characters up to which a text is remembered since it is a word that comes again and again."""
_SHORT = 256
"""Characters from which a text is remembered: a dozen rooms fold the article that is on its way through them."""
_LONG = 20_000
"""Characters from which only a few texts are remembered at a time."""


def fold(text: str) -> str:
    """Lower-case a text and unify apostrophes, spaces, hyphens and digits, keeping every offset.

    Args:
        text: any text.

    Returns:
        A text of the same length, character by character. Accents are kept: «tue» and «tué» differ.
    """
    if len(text) <= _SHORT:
        return _folded(text) if len(text) > _WORD else _folded_word(text)
    return _folded_article(text) if len(text) <= _LONG else _folded_book(text)


def _folded(text: str) -> str:
    plain = text
    # Few of the variants stand in one text: replacing those is faster than translating every character.
    for variant in set(_VARIANT.findall(text)):
        plain = plain.replace(variant, _VARIANTS[variant])
    folded = plain.lower()
    if len(folded) == len(text):
        return folded
    # A few capitals («İ») become two characters: keep those as they are.
    return "".join(low if len(low := char.lower()) == 1 else char for char in plain)


_folded_word = lru_cache(maxsize=16_384)(_folded)
# The first of them for a batch of articles before the others begin with it, as with their sentences.
_folded_article = lru_cache(maxsize=128)(_folded)
_folded_book = lru_cache(maxsize=4)(_folded)


def unaccented(word: str) -> str:
    """A word without its accents, as capitals have it: «blessés» → «blesses»."""
    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))


def accented(vocabulary: Collection[str]) -> dict[str, str]:
    """A word without its accents → the word of a vocabulary, of those that do not give another of its words."""
    return {plain: word for word in sorted(vocabulary) if (plain := unaccented(word)) not in vocabulary}
