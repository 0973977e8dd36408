"""The pattern language of the rules: regular expressions that name classes of words.

``<weekday>`` in a pattern stands for the words of a class, ``<saying.past>`` for one part of it, and ``<head>`` for
another pattern of the same file. A pattern may be a list: one of its lines must fit. So no line need be longer than a
reader can take in, and no word need stand in two of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from nlp_events.words.trie import trie_source

DEEPEST = 8
"""How deep names may stand for patterns that name others: what goes deeper goes in a circle."""

# «<name>», but neither a group «(?P<name>…)» nor a look back «(?<=…)», «(?<!…)».
_NAME = re.compile(r"(?<!\?P)(?<!\\)<([a-z][a-z0-9_.]*)>")

Written: TypeAlias = str | Sequence[str]
"""A pattern as it is written: one line, or several of which one must fit."""


class PatternError(ValueError):
    """A pattern that cannot be read; the message says why, and the reader of the file says where."""


@dataclass(frozen=True, slots=True)
class Names:
    """What the names in patterns stand for.

    Attributes:
        classes: name → words of the lexicon, each a literal phrase.
        parts: name → pattern of the same file, which may use names itself; they win over classes.
        proven: whether the patterns are known to compile, as those of the package as it is shipped: each is compiled
            when it is used, which most articles never ask of most of them.
    """

    classes: Mapping[str, Sequence[str]]
    parts: Mapping[str, Written]
    proven: bool = False

    def expanded(self, written: Written) -> str:
        """The regular expression that a pattern stands for.

        Args:
            written: the pattern, or the lines of which one must fit.

        Raises:
            PatternError: a name is unknown, or stands for itself.
        """
        return self._expanded(written, ())

    def words(self, written: str) -> tuple[str, ...]:
        """The words that an entry of a list of words stands for: itself, or each word of the class that it names.

        Args:
            written: the entry, «<month>» or «<month_short>.».

        Raises:
            PatternError: there is no class of that name.
        """
        found = _NAME.search(written)
        if found is None:
            return (written,)
        if found[1] not in self.classes:
            raise self._unknown(found[1])
        return tuple(f"{written[: found.start()]}{word}{written[found.end() :]}" for word in self.classes[found[1]])

    def _expanded(self, written: Written, inside: tuple[str, ...]) -> str:
        if len(inside) > DEEPEST:
            raise PatternError(f"«<{inside[0]}>» goes in a circle, or too deep: {' → '.join(inside)}.")
        lines = [written] if isinstance(written, str) else written
        return "|".join(_NAME.sub(lambda found: self._named(found[1], inside), line) for line in lines)

    def _named(self, name: str, inside: tuple[str, ...]) -> str:
        if name in self.parts:
            return f"(?:{self._expanded(self.parts[name], (*inside, name))})"
        if name in self.classes:
            return f"(?:{trie_source(self.classes[name])})"
        raise self._unknown(name)

    def _unknown(self, name: str) -> PatternError:
        known = ", ".join(sorted({*self.parts, *self.classes})[:12])
        return PatternError(f"no class and no part is named «<{name}>». There are {known} …")
