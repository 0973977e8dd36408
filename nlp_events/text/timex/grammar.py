"""The compiled grammar: levels of rules over runs of tokens."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from nlp_events.resources.dates import DateResources, Refusal
from nlp_events.text.timex.lexicon import NUMERIC_PREFIX, Lexicon, Token
from nlp_events.text.timex.node import Node, Slot
from nlp_events.text.timex.numbers import NUMBER_CLASSES
from nlp_events.text.timex.pattern import BEGIN, FINISH, CompiledRule, PatternCompiler, literals

Piece: TypeAlias = Token | Node
LEVELS = (1, 2, 3, 4)
LOOK_BACK = 40  # characters before an expression that a refusal may read


class Source(NamedTuple):
    """A text, and its folding of the same length."""

    text: str
    folded: str


class CompiledRefusal:
    """A refusal with compiled patterns."""

    def __init__(self, refusal: Refusal) -> None:
        self.rules = frozenset(refusal.rules)
        self.before = re.compile(f"(?:{refusal.before})$") if refusal.before else None
        self.after = re.compile(refusal.after) if refusal.after else None
        self.inside = re.compile(refusal.inside) if refusal.inside else None
        self.capital = refusal.capital

    def holds(self, source: Source, start: int, end: int) -> bool:
        """Whether it takes back what one of its rules found there."""
        if self.capital and not (source.text[start].isupper() and source.text[start + 1 : start + 2].islower()):
            return False
        if self.before and not self.before.search(source.folded[max(0, start - LOOK_BACK) : start]):
            return False
        if self.after and not self.after.match(source.folded, end):
            return False
        return not self.inside or self.inside.match(source.folded[start:end]) is not None


class Grammar:
    """All that is compiled from one date layer, once.

    Args:
        resources: the layer.

    Raises:
        ResourceError: a pattern does not compile.
    """

    def __init__(self, resources: DateResources) -> None:
        words = set().union(*(literals(rule.pattern) for rule in resources.rules))
        self.lexicon = Lexicon(resources, words, {rule.gives for rule in resources.rules})
        refusals = [CompiledRefusal(refusal) for refusal in resources.refusals]
        self.refusals = {
            rule.id: tuple(refusal for refusal in refusals if not refusal.rules or rule.id in refusal.rules)
            for rule in resources.rules
        }
        compiled = [PatternCompiler(rule, self.lexicon).compile() for rule in resources.rules]
        by_first = [by_first_atom(compiled, level) for level in LEVELS]
        self.levels = tuple((rules, re.compile(f"[{''.join(rules)}]")) for rules in by_first if rules)
        self.formats = {item.id: pattern for item, pattern in self.lexicon.formats}

    def nodes(self, run: Sequence[Token], source: Source) -> list[Node]:
        """The outermost matches of a run of tokens that may stand alone."""
        pieces: list[Piece] = list(run)
        atoms = "".join([piece.atom for piece in pieces])
        for by_first, first in self.levels:
            if first.search(atoms):
                found = self._apply(by_first, pieces, atoms, source)
                if found is not None:
                    pieces = found
                    atoms = "".join([piece.atom for piece in pieces])
        return [piece for piece in pieces if isinstance(piece, Node) and piece.rule.alone]

    def _apply(
        self, by_first: dict[str, tuple[CompiledRule, ...]], pieces: list[Piece], atoms: str, source: Source
    ) -> list[Piece] | None:
        """The pieces with every match of a level's rules made one; None if there is none."""
        result: list[Piece] = []
        done = 0
        for place, atom in enumerate(atoms):
            if place < done or atom not in by_first:
                continue
            best = self._longest(by_first[atom], atoms, place, pieces, source)
            if best is not None:
                rule, found = best
                begin, end = found.end(BEGIN), found.end(FINISH)
                result += pieces[done:begin]
                result.append(self._node(rule, found, pieces, begin, end))
                done = end
        return result + pieces[done:] if done else None

    def _longest(
        self, rules: tuple[CompiledRule, ...], atoms: str, place: int, pieces: list[Piece], source: Source
    ) -> tuple[CompiledRule, re.Match[str]] | None:
        best: tuple[CompiledRule, re.Match[str]] | None = None
        for rule in rules:
            found = rule.regex.match(atoms, place)
            if found is None or (best is not None and found.end() <= best[1].end()):
                continue
            start, end = pieces[found.end(BEGIN)].start, pieces[found.end(FINISH) - 1].end
            refusals = self.refusals[rule.rule.id]
            if not refusals or not any(refusal.holds(source, start, end) for refusal in refusals):
                best = rule, found
        return best

    def _node(self, rule: CompiledRule, found: re.Match[str], pieces: list[Piece], begin: int, end: int) -> Node:
        slots: dict[str, Slot] = {}
        places: dict[str, tuple[int, int]] = {}
        for marker, slot, group in rule.slots:
            if found[marker] is not None:
                piece = pieces[found.start(marker)]
                slots[slot], places[slot] = self._value(piece, group), (piece.start, piece.end)
        atom = self.lexicon.atom(f"@{rule.rule.gives}")
        return Node(atom, rule.rule, pieces[begin].start, pieces[end - 1].end, slots, places)

    def _value(self, piece: Piece, group: str) -> Slot:
        if isinstance(piece, Node):
            return piece
        for name in group.split("+"):
            words = self.lexicon.values.get(name, {})
            if piece.key in words:
                return words[piece.key]
            if name in NUMBER_CLASSES and piece.number is not None:
                return piece.number
        if piece.number is not None:
            return piece.number
        return self._digits(piece)

    def _digits(self, piece: Token) -> dict[str, int]:
        for item, pattern in self.formats.items():
            found = pattern.fullmatch(piece.key)
            if found and self.lexicon.atom(NUMERIC_PREFIX + item) == piece.atom:
                return {name: int(re.sub(r"\D", "", digits)) for name, digits in found.groupdict().items() if digits}
        return {}


def by_first_atom(rules: list[CompiledRule], level: int) -> dict[str, tuple[CompiledRule, ...]]:
    """The rules of a level by the atoms they can begin with, in file order."""
    found: dict[str, list[CompiledRule]] = {}
    for rule in rules:
        if rule.rule.level == level:
            for atom in rule.first:
                found.setdefault(atom, []).append(rule)
    return {atom: tuple(group) for atom, group in found.items()}
