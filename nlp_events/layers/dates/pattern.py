"""The pattern language of the date rules, compiled to regular expressions over atoms.

A pattern is a row of items: a literal word, a class ``<month>`` (``<day:first>`` gives the slot another name), a group
``(a|b c)``, each optional with «?» behind it. ``[`` and ``]`` mark the part that is the date; what stands outside is
context. There is no repetition, so matching one place costs a bounded time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlp_events.errors import ResourceError
from nlp_events.layers.dates.lexicon import Lexicon
from nlp_events.layers.dates.model import FILE, DateRule

ITEM = re.compile(r"\s*(?:([()|?\[\]])|<([^<>\s]+)>|([^\s()|?\[\]<>]+))")
BEGIN, FINISH = "begin", "finish"


def literals(pattern: str) -> set[str]:
    """The words that stand literally in a pattern."""
    return {found[3] for found in ITEM.finditer(pattern) if found[3]}


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule with its regular expression.

    Attributes:
        rule: the rule.
        regex: matches at a place in a string of atoms.
        slots: (group name, slot, class) of each class in the pattern.
        first: the atoms it can begin with.
        longest: the most atoms it can match.
    """

    rule: DateRule
    regex: re.Pattern[str]
    slots: tuple[tuple[str, str, str], ...]
    first: frozenset[str]
    longest: int


@dataclass(slots=True)
class Piece:
    """A compiled part of a pattern."""

    source: str
    first: set[str]
    empty: bool
    longest: int = 0


class PatternCompiler:
    """Compiles one rule.

    Raises:
        ResourceError: the pattern has an unknown class, a bracket too many, or can match nothing at all.
    """

    def __init__(self, rule: DateRule, lexicon: Lexicon) -> None:
        self.rule = rule
        self.lexicon = lexicon
        self.items = [(found[1], found[2], found[3]) for found in ITEM.finditer(rule.pattern)]
        self.place = 0
        self.slots: list[tuple[str, str, str]] = []

    def compile(self) -> CompiledRule:
        """The compiled rule."""
        whole = self._alternatives()
        if self.place != len(self.items):
            raise self._error("has a closing bracket too many.")
        if whole.empty:
            raise self._error("can match nothing at all.")
        marked = "[" in self.rule.pattern
        source = whole.source if marked else f"(?P<{BEGIN}>){whole.source}(?P<{FINISH}>)"
        return CompiledRule(self.rule, re.compile(source), tuple(self.slots), frozenset(whole.first), whole.longest)

    def _error(self, problem: str) -> ResourceError:
        return ResourceError(FILE, f"rules.{self.rule.id}.pattern", f"«{self.rule.pattern}» {problem}", "Mend it.")

    def _alternatives(self) -> Piece:
        pieces = [self._sequence()]
        while self._peek() == "|":
            self.place += 1
            pieces.append(self._sequence())
        if len(pieces) == 1:
            return pieces[0]
        source = "(?:" + "|".join(piece.source for piece in pieces) + ")"
        first = set().union(*(piece.first for piece in pieces))
        return Piece(source, first, any(piece.empty for piece in pieces), max(piece.longest for piece in pieces))

    def _sequence(self) -> Piece:
        whole = Piece("", set(), empty=True)
        while self.place < len(self.items) and self._peek() not in ("|", ")"):
            piece = self._item()
            whole.source += piece.source
            whole.longest += piece.longest
            if whole.empty:
                whole.first |= piece.first
            whole.empty = whole.empty and piece.empty
        return whole

    def _item(self) -> Piece:
        sign, name, word = self.items[self.place]
        self.place += 1
        if sign in ("[", "]"):
            return Piece(f"(?P<{BEGIN if sign == '[' else FINISH}>)", set(), empty=True)
        if sign == "(":
            piece = self._alternatives()
            if self._peek() != ")":
                raise self._error("lacks a closing bracket.")
            self.place += 1
        elif name:
            piece = self._slot(name)
        elif word:
            atom = self.lexicon.atom(word)
            piece = Piece(atom, {atom}, empty=False, longest=1)
        else:
            raise self._error(f"has a «{sign}» out of place.")
        if self._peek() == "?":
            self.place += 1
            return Piece(f"(?:{piece.source})?", piece.first, empty=True, longest=piece.longest)
        return piece

    def _slot(self, name: str) -> Piece:
        group, _, slot = name.partition(":")
        atoms = "".join(self.lexicon.class_atoms(part) for part in group.split("+"))
        if not atoms:
            raise self._error(f"names the unknown class <{group}>.")
        marker = f"s{len(self.slots)}"
        self.slots.append((marker, slot or group.lstrip("@"), group))
        return Piece(f"(?P<{marker}>[{atoms}])", set(atoms), empty=False, longest=1)

    def _peek(self) -> str | None:
        return self.items[self.place][0] if self.place < len(self.items) else None
