"""How rare a word or a name is: in news at large, and in the articles that are put together."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from zlib import crc32

from nlp_events.errors import ResourceError
from nlp_events.text.name_keys import name_key

BACKGROUND = Path(__file__).resolve().parent.parent / "weights" / "rarity.json"
"""How many of so many articles of news hold a word; made by ``models/train_incidents.py``."""
BUCKETS = 1 << 20
"""Of the counts of the collection: words that share one are held for commoner than they are, by little."""
STEM = 6
"""Letters of a word that are kept, for its forms; shorter words than ``SHORT`` tell nothing."""
SHORT = 4
RAREST = 7.0
"""The rarity of what stands nowhere else: it is no rarer for being misspelt."""
_NAMES = 400
"""Articles that a small collection is taken to have more, so that a name in two of three is not held for common."""
_KEPT = 200_000
"""Words, and names, whose rarity is kept."""
_NUMBER = re.compile(r"\d")


def stems_of(text: str) -> list[str]:
    """The words of a text by their beginnings, without accents and case; no numbers and no short words."""
    return [word[:STEM] for word in name_key(text).split() if len(word) >= SHORT and not _NUMBER.search(word)]


def id_of(key: str) -> int:
    """32 bits that stand for a word or a name."""
    return crc32(key.encode("utf-8", "replace"))


def name_id(name: str) -> int:
    """32 bits that stand for the key of a name, told apart from a word."""
    return id_of(f"\x1f{name}")


class Rarity:
    """The rarity of words and names, from 0 up to ``RAREST``: the logarithm of how many articles there are to one.

    Args:
        counts: bucket (an id modulo ``BUCKETS``) → articles of the collection that hold it.
        articles: how many articles the collection has.
    """

    def __init__(self, counts: Mapping[int, int] | None = None, articles: int = 0) -> None:
        self._background, self._known = background()
        self._counts, self._articles = counts or {}, articles
        self._total = self._known + articles
        self._words: dict[int, float] = {}
        self._names: dict[str, float] = {}

    def told_by(self, key: int) -> int:
        """How many articles of the collection hold a word or a name."""
        return self._counts.get(key % BUCKETS, 0)

    def word(self, key: int) -> float:
        """The rarity of a word."""
        known = self._words.get(key)
        if known is not None:
            return known
        count = self._background.get(key, 0) + self._counts.get(key % BUCKETS, 0)
        rarity = min(RAREST, math.log(self._total / (count + 1)))
        if len(self._words) < _KEPT:
            self._words[key] = rarity
        return rarity

    def name(self, name: str) -> float:
        """The rarity of a name: that of its rarest word, and no more than its own in the collection."""
        if name in self._names:
            return self._names[name]
        stems = stems_of(name)
        known = max((math.log(self._known / (self._background.get(id_of(one), 0) + 1)) for one in stems), default=2.0)
        own = math.log((self._articles + _NAMES) / (self.told_by(name_id(name)) + 1))
        rarity = max(0.0, min(known, own, RAREST))
        if len(self._names) < _KEPT:
            self._names[name] = rarity
        return rarity


@lru_cache(maxsize=1)
def background() -> tuple[Mapping[int, int], int]:
    """Id of a word → articles of news that hold it, and how many there are.

    Raises:
        ResourceError: the file is not there, or damaged.
    """
    try:
        data = json.loads(BACKGROUND.read_text(encoding="utf-8"))
        return {id_of(word): int(count) for word, count in data["words"].items()}, int(data["articles"])
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        remedy = "Make it again with models/train_incidents.py, or install the package anew."
        raise ResourceError(str(BACKGROUND), "words", f"holds no counts of words ({error}).", remedy) from error


@lru_cache(maxsize=1)
def news() -> Rarity:
    """The rarity of words in news at large."""
    return Rarity()


def tellingest(counts: Mapping[str, int], most: int, least: float = 2.5) -> tuple[str, ...]:
    """The words that tell most of a text: rare in the news, and said more than once.

    Args:
        counts: word → how often it stands in the text.
        most: how many words are kept.
        least: rarity in the news under which a word is left out.
    """
    rarity = news()
    weighed = [(rarity.word(id_of(word)), word) for word in counts]
    kept = [(min(weight, 5.5) * (1 + 0.3 * math.log(counts[word])), word) for weight, word in weighed if weight > least]
    return tuple(word for _, word in sorted(kept, key=lambda one: (-one[0], one[1]))[:most])


def ids_of(words: Iterable[str]) -> Sequence[int]:
    """The ids of words."""
    return [id_of(word) for word in words]
