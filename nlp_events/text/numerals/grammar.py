"""Atoms to numbers: «trois cent quatre-vingt-dix mille», «2,5 millions», «une dizaine de milliers»."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlp_events.resources.numerals import Numerals
from nlp_events.text.numerals.core import Atom, Core, Shape
from nlp_events.text.numerals.matching import Before

_NUMBER_KINDS = frozenset({"unit", "teen", "ten", "hundred", "thousand", "digits"})
_HYPHENS = frozenset({" ", "-", "  ", " -", "- "})
_NO_LIMIT = 1000


@dataclass(slots=True)
class _Sum:
    """A number being read. ``room`` is what may still be added to the group below a thousand."""

    total: float = 0
    high: float = 0
    group: float = 0
    room: float = _NO_LIMIT
    last_scale: float = float("inf")
    multiplier: float = 1
    last_unit_room: float = 0
    started: bool = False

    @property
    def value(self) -> float:
        return self.total + self.high + self.group

    def push(self, atom: Atom) -> bool:
        """Take the next atom, or say that it does not continue the number."""
        taken: bool = getattr(self, f"_push_{atom.kind}", self._refuse)(atom.value)
        self.started = self.started or taken
        return taken

    def _refuse(self, _value: float) -> bool:
        return False

    def _push_digits(self, value: float) -> bool:
        if self.started and not (self.last_scale < float("inf") and not self.high and not self.group and value >= 1):
            return False
        self.group, self.room, self.multiplier = value, 0, 1
        return True

    def _push_unit(self, value: float) -> bool:
        after_ten = self.room == 10 and self.last_unit_room == -1  # «dix-sept», «dix-huit», «dix-neuf» only
        if self.room <= value or (value == 0 and self.started) or (after_ten and value < 7):
            return False
        self.last_unit_room, self.group, self.room, self.multiplier = self.room, self.group + value, 1, 1
        return True

    def _push_teen(self, value: float) -> bool:
        if self.room <= value:
            return False
        self.group, self.room, self.multiplier = self.group + value, 10 if value == 10 else 1, 1
        self.last_unit_room = -1
        return True

    def _push_ten(self, value: float) -> bool:
        if value == 20 and self.group % 100 == 4 and self.last_unit_room >= 100:
            self.group, self.room, self.multiplier = self.group + 76, 20, 1
            self.last_unit_room = 0
            return True
        if self.room < 100:
            return False
        self.group, self.room, self.multiplier = self.group + value, 20 if value == 60 else 10, 1
        self.last_unit_room = 0
        return True

    def _push_hundred(self, _value: float) -> bool:
        if self.group >= 100 or self.group == 1 or (self.group and self.room != 1):
            return False
        self.group, self.room, self.multiplier = max(1, self.group) * 100, 100, 100
        return True

    def _push_thousand(self, _value: float) -> bool:
        if self.high or (self.group == 1 and not self.total):
            return False
        self.high, self.group, self.room, self.multiplier = (self.group or 1) * 1000, 0, _NO_LIMIT, 1000
        return True

    def _push_scale(self, value: float) -> bool:
        if value >= self.last_scale or not (self.high or self.group):
            return False
        self.total += (self.high + self.group) * value
        self.high, self.group, self.room, self.last_scale, self.multiplier = 0, 0, _NO_LIMIT, value, value
        return True


class Grammar:
    """Builds cores from the atoms of one text."""

    def __init__(self, numerals: Numerals) -> None:
        joiner = numerals.conjunction
        self._joined = frozenset(f"{left}{joiner}{right}" for left in " -" for right in " -")
        self._suffixes = numerals.suffixes
        letters = "|".join(sorted(map(re.escape, numerals.suffixes), key=len, reverse=True))
        self._suffix = re.compile(rf" ?({letters})(?![\w.'’])")
        self._tails = _tails(numerals)
        self._tail_values = {
            **dict.fromkeys(numerals.half_tails, 0.5),
            **dict.fromkeys(numerals.three_quarter_tails, 0.75),
            **dict.fromkeys(numerals.quarter_tails, 0.25),
        }
        partitives = "|".join(map(re.escape, numerals.partitives))
        large = {word: value for word, value in numerals.plurals.items() if value >= 1000}
        self._large = large
        self._large_tail = re.compile(rf" (?:{partitives})({'|'.join(large)})\b")
        self._partitive = re.compile(rf" (?:{partitives})")
        self._with_de = frozenset(numerals.collectives_with_de)
        self._plurals = numerals.plurals
        self._determiners = Before(dict.fromkeys(numerals.plural_determiners, True))
        self._articles = frozenset(numerals.articles)
        self._never_alone = frozenset((*numerals.hundreds[1:], *numerals.thousands[1:]))

    def cores(self, text: str, folded: str, backwards: str, atoms: list[Atom]) -> list[Core]:
        """The numbers of a text, in order, none overlapping.

        Args:
            text: the text as given (the capital of «1,2 M» counts).
            folded: the same, folded.
            backwards: the folded text, reversed.
            atoms: what the lexer found.
        """
        found: list[Core] = []
        index = 0
        while index < len(atoms):
            core, index = self._core(text, folded, atoms, index)
            if core is None:
                continue
            if core.shape == "plural":
                determiner = self._determiners.match(backwards, core.start)
                core.start = determiner[0] if determiner else core.start
            if found and core.start < found[-1].end:
                found.pop()
            found.append(core)
        return found

    def _core(self, text: str, folded: str, atoms: list[Atom], index: int) -> tuple[Core | None, int]:
        atom = atoms[index]
        if atom.kind in _NUMBER_KINDS or (atom.kind == "half" and self._half_scale(folded, atoms, index)):
            return self._number(text, folded, atoms, index)
        if atom.kind == "several":
            return Core(atom.start, atom.end, 2, None, "several"), index + 1
        word = folded[atom.start : atom.end]
        if atom.kind == "plural" or (atom.kind == "scale" and word in self._plurals):
            return self._plural(folded, atoms, index)
        if atom.kind == "collective":
            return self._collective(folded, atoms, index, 1, atom.start)
        return None, index + 1

    def _number(self, text: str, folded: str, atoms: list[Atom], index: int) -> tuple[Core | None, int]:
        first = atoms[index]
        value = _Sum()
        if first.kind == "half":
            value.group, value.room, value.started = 0.5, 0, True
        else:
            value.push(first)
        index += 1
        while index < len(atoms) and self._continues(folded, atoms, index, value):
            index += 1
        last = atoms[index - 1]
        if (
            index < len(atoms)
            and atoms[index].kind in ("collective", "plural")
            and self._adjacent(folded, last, atoms[index])
        ):
            return self._collective(folded, atoms, index, value.value, first.start)
        return self._finish(text, folded, (first, last), value), index

    def _continues(self, folded: str, atoms: list[Atom], index: int, value: _Sum) -> bool:
        last, atom = atoms[index - 1], atoms[index]
        if atom.kind == "half" and self._half_scale(folded, atoms, index) and value.value == 1:
            # «un demi-million»
            value.group, value.room = 0.5, 0
            return self._adjacent(folded, last, atom)
        gap = folded[last.end : atom.start]
        if gap in self._joined:
            tens = last.kind == "ten" and (atom.kind == "unit" or atom.kind == "teen") and atom.value in (1, 11)
            return tens and value.push(atom)
        glued = gap == "" and last.kind == "digits" and atom.kind in ("thousand", "scale")
        return (
            (glued or gap in _HYPHENS) and not (gap == "-" and "digits" in (last.kind, atom.kind)) and value.push(atom)
        )

    def _adjacent(self, folded: str, last: Atom, atom: Atom) -> bool:
        return folded[last.end : atom.start] in _HYPHENS

    def _half_scale(self, folded: str, atoms: list[Atom], index: int) -> bool:
        following = atoms[index + 1] if index + 1 < len(atoms) else None
        return (
            following is not None
            and following.kind in ("scale", "collective")
            and self._adjacent(folded, atoms[index], following)
        )

    def _finish(self, text: str, folded: str, ends: tuple[Atom, Atom], value: _Sum) -> Core | None:
        first, last = ends
        digits = first.kind == "digits" and first is last
        if (
            first is last
            and first.kind in ("hundred", "thousand")
            and folded[first.start : first.end] in self._never_alone
        ):
            return None
        end, amount, multiplier = last.end, value.value, value.multiplier
        suffix = self._suffix.match(text, end) if digits else None
        if suffix:
            multiplier = self._suffixes[suffix.group(1)]
            end, amount = suffix.end(), round(amount * multiplier, 6)
        tail = self._tails.match(folded, end)
        if tail:
            end, amount = tail.end(), amount + self._tail_values[tail.group(1)] * multiplier
        if first is last and folded[first.start : first.end] in self._articles and not tail:
            return Core(first.start, end, 1, 1, "article")
        amount = round(amount, 6)
        shape: Shape = "zero" if amount == 0 else "digits" if digits else "words"
        plain = digits and end - first.start == len(str(int(amount)))
        return Core(first.start, end, amount, amount, shape, multiplier, plain)

    def _collective(
        self, folded: str, atoms: list[Atom], index: int, count: float, start: int
    ) -> tuple[Core | None, int]:
        atom = atoms[index]
        word = folded[atom.start : atom.end]
        if word in self._with_de and start == atom.start and not self._partitive.match(folded, atom.end):
            return None, index + 1
        end, factor, index = self._chain(folded, atoms, index)
        amount = count * factor
        tail = self._tails.match(folded, end)
        if tail:
            end, amount = tail.end(), amount + self._tail_values[tail.group(1)] * factor
        return Core(start, end, amount, amount, "collective", factor), index

    def _plural(self, folded: str, atoms: list[Atom], index: int) -> tuple[Core | None, int]:
        start = atoms[index].start
        end, factor, index = self._chain(folded, atoms, index)
        return Core(start, end, 2 * factor, None, "plural", factor), index

    def _chain(self, folded: str, atoms: list[Atom], index: int) -> tuple[int, float, int]:
        """End, factor and next index of a collective noun and the «de milliers», «de millions» after it."""
        atom = atoms[index]
        large = self._large_tail.match(folded, atom.end)
        if large is None:
            return atom.end, atom.value, index + 1
        return large.end(), atom.value * self._large[large.group(1)], index + 2


def _tails(numerals: Numerals) -> re.Pattern[str]:
    tails = (*numerals.half_tails, *numerals.three_quarter_tails, *numerals.quarter_tails)
    return re.compile(rf" ({'|'.join(map(re.escape, sorted(tails, key=len, reverse=True)))})\b")
