"""Names of a table, found in a text in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeAlias, TypeVar

from nlp_events.text.name_keys import name_key

ValueT = TypeVar("ValueT")

_WORD = re.compile(r"[^\W_]+")
_JOINTS = " \u00a0\u202f'’-‐‑.&"
_word_key = lru_cache(maxsize=65_536)(name_key)
_Word: TypeAlias = tuple[int, int, str]
"""Start, end and key of a word."""


@dataclass(frozen=True, slots=True)
class NameMatch(Generic[ValueT]):
    """A listed name in a text: half-open offsets and what the table holds for it."""

    start: int
    end: int
    value: ValueT


class NameMatcher(Generic[ValueT]):
    """Finds the longest listed name at each word: a trie of word keys, walked once over the text.

    Case counts as a reader's would: an alias in capitals matches capitals («HCR», not «hcr»), and from four letters on
    also «Unicef»; an alias that begins with a capital needs one; a text in capitals matches names of four letters or
    more. A name inside a hyphenated word («anti-Daech», «Île-de-France») is no match.

    Args:
        entries: alias as the news write it, and its value; of two equal aliases the first counts.
    """

    def __init__(self, entries: Iterable[tuple[str, ValueT]]) -> None:
        self._root: dict[str, Any] = {}
        for alias, value in entries:
            node = self._root
            for word in _WORD.findall(alias):
                node = node.setdefault(_word_key(word), {})
            node.setdefault("", []).append((tuple(_WORD.findall(alias)), value))

    def find(self, text: str) -> Iterator[NameMatch[ValueT]]:
        """Matches in text order, none overlapping another; of two at one word the longer."""
        words, root = _words(text), self._root
        free = 0
        for at, (start, _, key) in enumerate(words):
            # Few words of a text begin a listed name: all others are passed over here.
            if key not in root or at < free or not _begins(text, start):
                continue
            found = self._longest(text, words, at)
            if found is not None:
                count, value = found
                free = at + count
                yield NameMatch(start, words[free - 1][1], value)

    def _longest(self, text: str, words: Sequence[_Word], at: int) -> tuple[int, ValueT] | None:
        node, best, previous = self._root, None, None
        for count, (start, end, key) in enumerate(words[at:at + _LONGEST], start=1):  # fmt: skip
            if previous is not None and not _joined(text, previous, start):
                break
            node = node.get(key, {})
            if not node:
                break
            if "" in node and _ends(text, end):
                written = tuple(text[first:last] for first, last, _ in words[at : at + count])
                value = next((value for alias, value in node[""] if _case_agrees(alias, written)), None)
                best = best if value is None else (count, value)
            previous = end
        return best


# Three tables are looked for in every document.
@lru_cache(maxsize=4)
def _words(text: str) -> tuple[_Word, ...]:
    return tuple((match.start(), match.end(), _word_key(match.group())) for match in _WORD.finditer(text))


_LONGEST = 16
"""Words in the longest name looked for; it bounds the work at each word."""


def _joined(text: str, end: int, start: int) -> bool:
    return start - end <= 3 and not text[end:start].strip(_JOINTS)


def _begins(text: str, start: int) -> bool:
    return not (start >= 2 and text[start - 1] in "-‐‑" and text[start - 2].isalnum())


def _ends(text: str, end: int) -> bool:
    return not (text[end : end + 1] in ("-", "‐", "‑") and text[end + 1 : end + 2].isalnum())


def _case_agrees(alias: tuple[str, ...], written: tuple[str, ...]) -> bool:
    if all(word.isupper() or not word.isalpha() for word in written) and sum(map(len, written)) >= 4:
        return True
    pairs = zip(alias, written, strict=True)
    # Longer names are recognised by their words; a short one («L'Équipe») by its capitals.
    strict = len(alias) if len(alias) <= 2 else 1
    return all(_word_agrees(listed, word, strict=index < strict) for index, (listed, word) in enumerate(pairs))


def _word_agrees(listed: str, written: str, *, strict: bool) -> bool:
    if listed.isupper() and len(listed) > 1:
        return written.isupper() or (len(listed) >= 4 and written[:1].isupper())
    return not (strict and listed[:1].isupper()) or written[:1].isupper()
