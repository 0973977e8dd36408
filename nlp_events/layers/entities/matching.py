"""Names of a table, found in a text in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeAlias, TypeVar

from nlp_events.text.name_keys import cached_key

ValueT = TypeVar("ValueT")

_WORD = re.compile(r"[^\W_]+")
_JOINTS = " \u00a0\u202f'’-‐‑.&"
TextWord: TypeAlias = tuple[int, int, str]
"""Start, end and key of a word."""


@dataclass(frozen=True, slots=True)
class NameMatch(Generic[ValueT]):
    """A listed name in a text: half-open offsets and what the table holds for it, the first line first."""

    start: int
    end: int
    values: tuple[ValueT, ...]

    @property
    def value(self) -> ValueT:
        """What the first line of the name has."""
        return self.values[0]


class NameMatcher(Generic[ValueT]):
    """Finds the longest listed name at each word: a trie of word keys, walked once over the text.

    Case counts as a reader's would: an alias in capitals matches capitals («HCR», not «hcr»), and from four letters on
    also «Unicef»; an alias that begins with a capital needs one; a text in capitals matches names of four letters or
    more. A name inside a hyphenated word («anti-Daech», «Île-de-France») is no match.

    Args:
        entries: alias as the news write it, and its value; of two equal aliases the first counts.
        heads: keys of common nouns that may be small before a capital («armée du Mahdi»).
        passed: keys of small words («de», «la») that a name of two others or more may have or lack between them, where
            also singular and plural are one; None for names that are found as they are written alone.
    """

    def __init__(
        self,
        entries: Iterable[tuple[str, ValueT]],
        passed: frozenset[str] | None = None,
        heads: frozenset[str] = frozenset(),
    ) -> None:
        self._heads = heads
        self._root: dict[str, Any] = {}
        self._passed = passed or frozenset()
        self._words = words_of if passed is None else _loose_words
        # «Retour, réclamation et réhabilitation», «VIH/sida»; between places these signs are those of a list.
        self._joints = _JOINTS if passed is None else f"{_JOINTS},/"
        key_of = cached_key if passed is None else _loose_key
        for alias, value in entries:
            written = _WORD.findall(alias)
            words = self._kept(written)
            node = self._root
            for word in words:
                node = node.setdefault(key_of(word), {})
            may_pass = len(words) >= _SEVERAL or len(words) < len(written)
            node.setdefault("", []).append((words, may_pass, value))

    def _kept(self, words: list[str]) -> tuple[str, ...]:
        """The words of a name without the small ones inside it."""
        kept = [word for at, word in enumerate(words) if not at or cached_key(word) not in self._passed]
        return tuple(kept if len(kept) > 1 else words)

    def find(self, text: str) -> Iterator[NameMatch[ValueT]]:
        """Matches in text order, none overlapping another; of two at one word the longer."""
        words, root = self._words(text), self._root
        free = 0
        for at, (start, _, key) in enumerate(words):
            node = root.get(key)
            # Few words of a text begin a listed name that the next one may go on with: all others are passed over.
            if node is None or at < free or not self._goes_on(node, words, at) or not _begins(text, start):
                continue
            found = self._longest(text, words, at)
            if found is not None:
                count, values = found
                free = at + count
                yield NameMatch(start, words[free - 1][1], values)

    def _goes_on(self, node: dict[str, Any], words: Sequence[TextWord], at: int) -> bool:
        """Whether a word is a name by itself, or the word behind it may be another of its name."""
        if "" in node:
            return True
        following = words[at + 1][2] if at + 1 < len(words) else ""
        return following in node or following in self._passed

    def _longest(self, text: str, words: Sequence[TextWord], at: int) -> tuple[int, tuple[ValueT, ...]] | None:
        node, best, previous = self._root, None, None
        taken: list[TextWord] = []
        for count, (start, end, key) in enumerate(words[at:at + _LONGEST], start=1):  # fmt: skip
            if previous is not None and not joined(text, previous, start, self._joints):
                break
            previous = end
            if key in self._passed and taken and key not in node:
                continue
            node = node.get(key, {})
            if not node:
                break
            taken.append((start, end, key))
            if "" in node and _ends(text, end):
                written = tuple(text[first:last] for first, last, _ in taken)
                passed = len(taken) < count
                values = tuple(
                    value
                    for alias, may, value in node[""]
                    if (may or not passed) and _case_agrees(alias, written, self._heads)
                )
                best = (count, values) if values else best
        return best


# Three tables are looked for in every document.
@lru_cache(maxsize=4)
def words_of(text: str) -> tuple[TextWord, ...]:
    """The words of a text, in order."""
    starts, ends, written = _written(text)
    return tuple(zip(starts, ends, map(cached_key, written), strict=True))


@lru_cache(maxsize=4)
def _written(text: str) -> tuple[list[int], list[int], list[str]]:
    """Where each word starts and ends, and the words: column by column, which is faster than word by word."""
    spans = [match.span() for match in _WORD.finditer(text)]
    return [start for start, _ in spans], [end for _, end in spans], _WORD.findall(text)


@lru_cache(maxsize=65_536)
def _loose_key(word: str) -> str:
    """The key of a word, singular and plural alike («Houthi», «Houthis»); acronyms stay as they are."""
    key = cached_key(word)
    return key[:-1] if len(key) > _SHORT and key[-1] in "sx" and not word.isupper() else key


@lru_cache(maxsize=4)
def _loose_words(text: str) -> tuple[TextWord, ...]:
    starts, ends, written = _written(text)
    return tuple(zip(starts, ends, map(_loose_key, written), strict=True))


_SEVERAL = 3
"""Words, small ones left out, from which a name is known in the singular and in the plural, with and without them."""
_SHORT = 4
"""Letters up to which an «s» at the end is taken for a part of the word."""
_LONG = 4
"""Words, small ones left out, from which a name needs no capital («le haut-commissariat de l'ONU aux réfugiés»)."""
_LONGEST = 24
"""Words in the longest name looked for; it bounds the work at each word."""


def joined(text: str, end: int, start: int, joints: str) -> bool:
    """Whether nothing but these signs, at most three, stands between the end of one word and the start of the next."""
    return start - end <= 3 and not text[end:start].strip(joints)


def _begins(text: str, start: int) -> bool:
    return not (start >= 2 and text[start - 1] in "-‐‑" and text[start - 2].isalnum())


def _ends(text: str, end: int) -> bool:
    return not (text[end : end + 1] in ("-", "‐", "‑") and text[end + 1 : end + 2].isalnum())


def _case_agrees(alias: tuple[str, ...], written: tuple[str, ...], heads: Set[str] = frozenset()) -> bool:
    if len(alias) < _SEVERAL and any(cached_key(a) != cached_key(b) for a, b in zip(alias, written, strict=True)):
        return False  # «Hama» is not «Hamas», a «Gilet jaune» not the «Gilets jaunes»
    if all(word.isupper() or not word.isalpha() for word in written) and sum(map(len, written)) >= 4:
        return True
    pairs = zip(alias, written, strict=True)
    # Longer names are recognised by their words, a short one («L'Équipe») by its capitals.
    strict = len(alias) if len(alias) <= 2 else int(len(alias) < _LONG)
    # «l'armée du Mahdi», «l'hôpital Al-Chifa»: the common noun may be small where a name is behind it.
    small = int(
        len(alias) > 1 and alias[-1][:1].isupper() and written[-1][:1].isupper() and cached_key(alias[0]) in heads
    )
    return all(_word_agrees(listed, word, strict=small <= index < strict) for index, (listed, word) in enumerate(pairs))


def _word_agrees(listed: str, written: str, *, strict: bool) -> bool:
    if listed.isupper() and len(listed) > 1:
        return written.isupper() or (len(listed) >= 4 and written[:1].isupper())
    return not (strict and listed[:1].isupper()) or written[:1].isupper()
