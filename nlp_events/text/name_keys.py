"""What the spellings of one name share: its key, and its key by sound."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})
_MARKS = re.compile("[\u0300-\u036f]+")
_REPEATED = re.compile(r"(.)\1+")
_SEPARATORS = re.compile(r"(?:[^\w\n]|_)+")


def name_key(name: str) -> str:
    """What the spellings of one name share: no case, accent, hyphen, apostrophe or double space.

    Args:
        name: a name as written.

    Returns:
        Lower-case words of letters and digits, one space between; empty for a name without any.
    """
    if name.isascii() and name.isalnum():
        return name.lower()
    return " ".join(_plain(name).split())


cached_key = lru_cache(maxsize=65_536)(name_key)
"""The key of a name or a word, remembered: the same ones are asked for all over an article, and in the next."""


def name_keys(names: Iterable[str]) -> set[str]:
    """The keys of many names, as ``name_key`` makes them but five times as fast; names without a line end."""
    return {key.strip() for key in _plain("\n".join(names)).split("\n")} - {""}


def _plain(text: str) -> str:
    if not text.isascii():
        # Decomposed on both sides of the case folding: either step may give the other something to do («𝚤», «İ»).
        folded = unicodedata.normalize("NFKD", text).casefold()
        text = _MARKS.sub("", unicodedata.normalize("NFKD", folded).translate(_LIGATURES))
    return _SEPARATORS.sub(" ", text.lower())


class Sounds:
    """Writes one way the letters that stand for one sound, and doubled ones once; keys in, keys out.

    Args:
        letters: a wording → what is written for it; of two that begin alike the longer counts.
    """

    def __init__(self, letters: Mapping[str, str]) -> None:
        self._letters = dict(letters)
        longest_first = sorted(self._letters, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, longest_first)))

    def __call__(self, key: str) -> str:
        """A key as ``name_key`` makes it, by its sounds («zarqaoui», «zarkawi»: «zarkaui»)."""
        return _REPEATED.sub(r"\1", self._pattern.sub(lambda match: self._letters[match.group()], key))
