"""Looking beside a number in constant time: phrases that end where it starts, or start where it ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Generic, TypeVar

from nlp_events.layers.quantities.model import PatternRule
from nlp_events.words.branches import Led
from nlp_events.words.trie import trie_source

T = TypeVar("T")
REFERENCE = "(?P="
"""The beginning of a reference to a group, as a pattern writes it."""


def with_endings(phrases: Iterable[str], endings: Mapping[str, Sequence[str]]) -> list[str]:
    """Add the twins of every phrase whose last word has other forms: «plus de», «plus d'»; «dépasse les», «dépasse la».

    Args:
        phrases: folded phrases.
        endings: last word → its other forms.
    """
    return [form for phrase in phrases for form in (phrase, *_twins(phrase, endings))]


def _twins(phrase: str, endings: Mapping[str, Sequence[str]]) -> list[str]:
    start, _, last = phrase.rpartition(" ")
    return [f"{start} {other}" for other in endings.get(last, ())] if start else []


class Before(Generic[T]):
    """Phrases that end right before an offset. The search runs on the reversed text, anchored, so it never scans.

    Args:
        phrases: phrase → its value.
        wraps: whether a line may end within a phrase or behind it («au moins ⏎ 24 soldats»).
    """

    def __init__(self, phrases: Mapping[str, T], *, wraps: bool = False) -> None:
        self._values = dict(phrases)
        ordered = sorted(self._values, key=len, reverse=True)
        words = "|".join(_alternatives([phrase for phrase in ordered if phrase[-1].isalpha()]))
        glued = "|".join(_reversed(phrase) for phrase in ordered if not phrase[-1].isalpha())
        blank = r"[ \n]{1,2}" if wraps else " {1,2}"
        words = words.replace(" +", r"[ \n]+") if wraps else words
        parts = [rf"{blank}(?:{words})" if words else "", rf" {{0,2}}(?:{glued})" if glued else ""]
        self._pattern = re.compile("|".join(part for part in parts if part))

    def match(self, backwards: str, end: int) -> tuple[int, T] | None:
        """The start and value of the longest phrase that ends at ``end`` (spaces between not counted), or None.

        Args:
            backwards: the folded text, reversed.
            end: an offset in the folded text.
        """
        found = self._pattern.match(backwards, len(backwards) - end)
        if found is None:
            return None
        phrase = " ".join(found.group().split())[::-1]
        return end - len(found.group()), self._values[phrase]


def _alternatives(phrases: list[str]) -> list[str]:
    """Phrases that begin with a sign one by one, the others as one pattern that shares their ends."""
    signs = [_reversed(phrase) for phrase in phrases if not phrase[0].isalnum()]
    whole = trie_source(phrase[::-1] for phrase in phrases if phrase[0].isalnum())
    return [*signs, rf"{whole}(?!\w)"] if whole else signs


def _reversed(phrase: str) -> str:
    return re.escape(phrase[::-1]) + (r"(?!\w)" if phrase[0].isalnum() else "")


class After(Generic[T]):
    """Phrases that start right after an offset, with one of ``fillers`` between at most twice."""

    def __init__(self, phrases: Mapping[str, T], partitives: Sequence[str] = (), fillers: Sequence[str] = ()) -> None:
        self._values = dict(phrases)
        words = "|".join(re.escape(phrase) for phrase in sorted(self._values, key=len, reverse=True))
        partitive = f"(?:(?:{'|'.join(map(re.escape, partitives))}) ?)?" if partitives else ""
        filler = rf"(?:(?:{'|'.join(map(re.escape, fillers))}) ){{0,2}}" if fillers else ""
        self._pattern = re.compile(rf"[ -]{{0,2}}{partitive}{filler}({words})(?![\w'])")

    def match(self, folded: str, start: int) -> tuple[int, T] | None:
        """The end and value of the phrase that follows ``start``, or None."""
        found = self._pattern.match(folded, start)
        return None if found is None else (found.end(), self._values[found.group(1)])


class Patterns:
    """Several rules in one regular expression."""

    def __init__(self, rules: Sequence[PatternRule]) -> None:
        self._rules = tuple(rules)
        self._pattern = re.compile("|".join(f"(?P<r{number}>{rule.pattern})" for number, rule in enumerate(rules)))

    @cached_property
    def _anywhere(self) -> Led | re.Pattern[str]:
        """What looks through a text: in half of the time, where no rule refers to its own groups."""
        source = self._pattern.pattern
        return self._pattern if REFERENCE in source else Led(source)

    def search_all(self, folded: str) -> list[tuple[int, int, PatternRule]]:
        """Every match from left to right, none overlapping."""
        return [(found.start(), found.end(), self._rule(found)) for found in self._anywhere.finditer(folded)]

    def match(self, folded: str, start: int) -> tuple[int, int, PatternRule] | None:
        """The first rule that matches at ``start``."""
        found = self._pattern.match(folded, start)
        return None if found is None else (start, found.end(), self._rule(found))

    def _rule(self, found: re.Match[str]) -> PatternRule:
        return self._rules[int(str(found.lastgroup)[1:])]
