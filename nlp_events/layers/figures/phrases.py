"""Words and sequences of words that stand for something in the figures layer, and how they are found."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Literal

from nlp_events.layers.figures.model import Tense, Trigger
from nlp_events.text.folding import fold

TOKEN = re.compile(r"\w+(?:-\w+)*'?|[^\w\s]")
Number = Literal["singular", "plural", "any"]


@dataclass(frozen=True, slots=True)
class Form:
    """One inflected form of a trigger; ``number`` is that of a participle or noun, «any» for other forms."""

    trigger: Trigger
    tense: Tense | None
    number: Number


@dataclass(slots=True)
class Phrases:
    """Sequences of tokens to values, longest match first."""

    by_first: dict[str, list[tuple[tuple[str, ...], Form | str]]] = field(default_factory=lambda: defaultdict(list))
    insertable: frozenset[str] = frozenset()
    _alone: dict[str, list[Form | str]] = field(default_factory=dict)

    def add(self, words: tuple[str, ...], value: Form | str) -> None:
        """Add one sequence of folded tokens."""
        self.by_first[words[0]].append((words, value))

    def sort(self) -> None:
        """Put the longest sequence first, so that it wins; words that begin no longer one than themselves apart."""
        for first, entries in self.by_first.items():
            entries.sort(key=lambda entry: -len(entry[0]))
            if len(entries[0][0]) == 1:
                self._alone[first] = [value for _, value in entries]

    def match(self, tokens: list[str], at: int) -> tuple[int, list[Form | str]]:
        """The longest sequence at a position: (its length, every value it has); (0, []) where there is none.

        The list is the table's own, not to be changed.
        """
        first = tokens[at]
        if (alone := self._alone.get(first)) is not None:
            return 1, alone
        entries = self.by_first.get(first)
        if entries is None:
            return 0, []
        length, found = 0, []
        for words, value in entries:
            if len(words) < length:
                break
            if (reached := self._reach(words, tokens, at)) and reached >= length:
                length = reached
                found.append(value)
        return length, found

    def _reach(self, words: tuple[str, ...], tokens: list[str], at: int) -> int:
        """How many tokens a phrase takes, over at most two insertable ones («tombés dimanche sous les balles»)."""
        index, inserted = at + 1, 0
        for word in words[1:]:
            while index < len(tokens) and tokens[index] != word and tokens[index] in self.insertable and inserted < 2:
                index += 1
                inserted += 1
            if index >= len(tokens) or tokens[index] != word:
                return 0
            index += 1
        return index - at


def tokens_of(phrase: str) -> tuple[str, ...]:
    """Folded tokens of a phrase."""
    return tuple(TOKEN.findall(fold(phrase)))
