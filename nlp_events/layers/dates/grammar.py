"""The compiled grammar: levels of rules over runs of tokens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, TypeAlias

from nlp_events.layers.dates.lexicon import NUMERIC_PREFIX, Lexicon, Token
from nlp_events.layers.dates.model import DateResources, Refusal
from nlp_events.layers.dates.node import Node, Slot
from nlp_events.layers.dates.numbers import NUMBER_CLASSES
from nlp_events.layers.dates.pattern import BEGIN, FINISH, CompiledRule, PatternCompiler, literals

Piece: TypeAlias = Token | Node
Match: TypeAlias = tuple[CompiledRule, re.Match[str]]
Place: TypeAlias = tuple[int, tuple[Match, ...]]
REMEMBERED = 10_000  # windows and runs of atoms a level keeps the matches of
LONGEST_REMEMBERED = 40  # atoms of such a run
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
        folded = source.folded
        if self.inside and not self.inside.match(folded, start, end):
            return False
        if self.after and not self.after.match(folded, end):
            return False
        # The look back comes last: it is a search, the others are matches at one place.
        return not self.before or self.before.search(folded, max(0, start - LOOK_BACK), start) is not None


class Level:
    """The rules of one level. What matches a window of atoms is remembered: the same few stand in every text.

    Args:
        rules: the compiled rules, in file order.
    """

    def __init__(self, rules: list[CompiledRule]) -> None:
        by_first: dict[str, list[CompiledRule]] = {}
        for rule in rules:
            for atom in rule.first:
                by_first.setdefault(atom, []).append(rule)
        self.by_first = by_first
        self.longest = max(rule.longest for rule in rules)
        self._known: dict[str, tuple[Match, ...]] = {}
        self._places: dict[str, tuple[Place, ...]] = {}

    def __getstate__(self) -> dict[str, Any]:
        """What crosses process borders: not what is remembered, for matches cannot."""
        return self.__dict__ | {"_known": {}, "_places": {}}

    def places(self, atoms: str) -> tuple[Place, ...]:
        """Every place of a run of atoms at which rules match, with those rules."""
        known = self._places.get(atoms)
        if known is None:
            known = tuple(
                (place, found)
                for place, atom in enumerate(atoms)
                if atom in self.by_first and (found := self.matches(atoms[place : place + self.longest]))
            )
            if len(atoms) <= LONGEST_REMEMBERED:
                if len(self._places) >= REMEMBERED:
                    self._places.clear()
                self._places[atoms] = known
        return known

    def matches(self, window: str) -> tuple[Match, ...]:
        """The rules that match at the beginning of a window, the longest match first, then in file order."""
        known = self._known.get(window)
        if known is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            found = ((rule, rule.regex.match(window)) for rule in self.by_first.get(window[0], ()))
            matched = [(rule, match) for rule, match in found if match is not None]
            known = tuple(sorted(matched, key=lambda pair: -pair[1].end()))
            self._known[window] = known
        return known


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
        by_level = ([rule for rule in compiled if rule.rule.level == level] for level in LEVELS)
        self.levels = tuple(Level(rules) for rules in by_level if rules)
        self.results = {rule.gives: self.lexicon.atom(f"@{rule.gives}") for rule in resources.rules}
        self.formats = {item.id: pattern for item, pattern in self.lexicon.formats}

    def nodes(self, run: Sequence[Token], source: Source) -> list[Node]:
        """The outermost matches of a run of tokens that may stand alone."""
        pieces: list[Piece] = list(run)
        atoms = "".join([piece.atom for piece in pieces])
        for level in self.levels:
            places = level.places(atoms)
            found = self._apply(places, pieces, source) if places else None
            if found is not None:
                pieces = found
                atoms = "".join([piece.atom for piece in pieces])
        return [piece for piece in pieces if isinstance(piece, Node) and piece.rule.alone]

    def _apply(self, places: Iterable[Place], pieces: list[Piece], source: Source) -> list[Piece] | None:
        """The pieces with every match of a level's rules made one; None if all are refused."""
        result: list[Piece] = []
        done = 0
        for place, matches in places:
            if place < done:
                continue
            for rule, found in matches:
                begin, end = place + found.end(BEGIN), place + found.end(FINISH)
                if not self._refused(rule, pieces[begin].start, pieces[end - 1].end, source):
                    result += pieces[done:begin]
                    result.append(self._node(rule, found, pieces, place))
                    done = end
                    break
        return result + pieces[done:] if done else None

    def _refused(self, rule: CompiledRule, start: int, end: int, source: Source) -> bool:
        refusals = self.refusals[rule.rule.id]
        return bool(refusals) and any(refusal.holds(source, start, end) for refusal in refusals)

    def _node(self, rule: CompiledRule, found: re.Match[str], pieces: list[Piece], place: int) -> Node:
        slots: dict[str, Slot] = {}
        places: dict[str, tuple[int, int]] = {}
        for marker, slot, group in rule.slots:
            index = found.start(marker)
            if index >= 0:
                piece = pieces[place + index]
                slots[slot], places[slot] = self._value(piece, group), (piece.start, piece.end)
        first, last = pieces[place + found.end(BEGIN)], pieces[place + found.end(FINISH) - 1]
        return Node(self.results[rule.rule.gives], rule.rule, first.start, last.end, slots, places)

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
