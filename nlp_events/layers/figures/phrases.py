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


Entry = tuple[tuple[str, ...], Form | str]
"""A sequence of tokens, and what it stands for."""
ALONE = ""
"""In the place of a second word: there is none."""
INSERTED = 2
"""So many insertable tokens may stand in a sequence."""


@dataclass(slots=True)
class Phrases:
    """Sequences of tokens to values, longest match first."""

    by_first: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    insertable: frozenset[str] = frozenset()
    _alone: dict[str, list[Form | str]] = field(default_factory=dict)
    _by_second: dict[str, dict[str, list[Entry]]] = field(default_factory=dict)

    def add(self, words: tuple[str, ...], value: Form | str) -> None:
        """Add one sequence of folded tokens."""
        self.by_first[words[0]].append((words, value))

    def sort(self) -> None:
        """Put the longest sequence first, so that it wins; words that begin no longer one than themselves apart."""
        for first, entries in self.by_first.items():
            entries.sort(key=lambda entry: -len(entry[0]))
            if len(entries[0][0]) == 1:
                self._alone[first] = [value for _, value in entries]
            else:
                self._by_second[first] = _by_second(entries)

    def match(self, tokens: list[str], at: int) -> tuple[int, list[Form | str]]:
        """The longest sequence at a position: (its length, every value it has); (0, []) where there is none.

        The list is the table's own, not to be changed.
        """
        first = tokens[at]
        if (alone := self._alone.get(first)) is not None:
            return 1, alone
        if (by_second := self._by_second.get(first)) is None:
            return 0, []
        length, found = 0, []
        for words, value in self._possible(by_second, tokens, at):
            if len(words) < length:
                break
            if (reached := self._reach(words, tokens, at)) and reached >= length:
                length = reached
                found.append(value)
        return length, found

    def _possible(self, by_second: dict[str, list[Entry]], tokens: list[str], at: int) -> list[Entry]:
        """The sequences that begin with the word at a position and whose second one is near, in their order."""
        found: list[Entry] | None = None
        for word in tokens[at + 1 : at + 2 + INSERTED]:
            if (entries := by_second.get(word)) is not None:
                if found is not None and found is not entries:
                    return self.by_first[tokens[at]]  # of two kinds: seldom enough to try all
                found = entries
            if word not in self.insertable:
                break
        return by_second[ALONE] if found is None else found

    def _reach(self, words: tuple[str, ...], tokens: list[str], at: int) -> int:
        """How many tokens a phrase takes, over at most two insertable ones («tombés dimanche sous les balles»)."""
        index, inserted = at + 1, 0
        for word in words[1:]:
            while (
                index < len(tokens)
                and tokens[index] != word
                and tokens[index] in self.insertable
                and inserted < INSERTED
            ):
                index += 1
                inserted += 1
            if index >= len(tokens) or tokens[index] != word:
                return 0
            index += 1
        return index - at


def _by_second(entries: list[Entry]) -> dict[str, list[Entry]]:
    """Sequences of one first word, the longest first, by their second word; those of one word are in each, and apart.

    They stand under ``ALONE``.
    """
    alone = [entry for entry in entries if len(entry[0]) == 1]
    longer: dict[str, list[Entry]] = {}
    for entry in entries[: len(entries) - len(alone)]:
        longer.setdefault(entry[0][1], []).append(entry)
    return {ALONE: alone, **{second: own + alone for second, own in longer.items()}}


def tokens_of(phrase: str) -> tuple[str, ...]:
    """Folded tokens of a phrase."""
    return tuple(TOKEN.findall(fold(phrase)))
