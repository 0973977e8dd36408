"""Atoms to numbers: «trois cent quatre-vingt-dix mille», «2,5 millions», «une dizaine de milliers»."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from nlp_events.layers.quantities.core import Atom, Core, Shape
from nlp_events.layers.quantities.matching import Before, with_endings
from nlp_events.layers.quantities.model import Numerals
from nlp_events.layers.quantities.summing import Sum

_NUMBER_KINDS = frozenset({"unit", "teen", "ten", "hundred", "thousand", "digits"})
_MULTIPLIED = frozenset({"scale", "collective"})
_GAPS = frozenset({" ", "-", "  ", " -", "- ", "–", "-\n"})
_WRAPPED = frozenset({"hundred", "thousand", "scale"})
"""What goes on with a number even behind the end of its line («1,2 ⏎ million»)."""
# a dash with a space is a minus only where the text begins with it
_MINUS = re.compile(r"(?:\A|[\s(«\"])-\Z")
# «1,500 blessés» follows English usage; «1,500 million» and «1,500» alone are decimals, unless the article writes
# another number so that can be none.
_ENGLISH = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
_SURELY_ENGLISH = re.compile(
    r"(?<![0-9,.])[1-9][0-9]{0,2}(?:(?:,[0-9]{3}){2,4}(?![0-9])|,[0-9]{3}(?= [^\W\d_]{2,}s\b)(?! million| milliard))"
)
_DECIMAL_COMMA = re.compile(r"(?<![0-9])[0-9]+,(?:[0-9]{1,2}|[0-9]{4,})(?![0-9,])")
_PLURAL = re.compile(r" [^\W\d_]{2,}s\b")
_WORD = re.compile(r" ?[^\W\d_]")


class Grammar:
    """Builds cores from the atoms of one text."""

    def __init__(self, numerals: Numerals) -> None:
        self.joined = frozenset(f"{left}{numerals.conjunction}{right}" for left in " -" for right in " -")
        self.articles = frozenset(numerals.articles)
        self.never_alone = frozenset((*numerals.hundreds[1:], *numerals.thousands[1:]))
        self.bound = re.compile(rf" {numerals.conjunction} [0-9]")
        self.with_de = frozenset(numerals.collectives_with_de)
        self.plurals = numerals.plurals
        self.suffixes = numerals.suffixes
        self.suffix = re.compile(rf" {{0,2}}({_any(numerals.suffixes)})(?![\w.'’])")
        self.large = {word: value for word, value in numerals.plurals.items() if value >= 1000}
        partitives = _any(numerals.partitives)
        self.partitive = re.compile(rf" (?:{partitives})")
        self.large_tail = re.compile(rf" (?:{partitives})({_any(self.large)})\b")
        self.decimal_gaps = frozenset(f" {word} " for word in numerals.decimal_words)
        self.tail_values = {
            **dict.fromkeys(numerals.half_tails, 0.5),
            **dict.fromkeys(numerals.three_quarter_tails, 0.75),
            **dict.fromkeys(numerals.quarter_tails, 0.25),
            **dict.fromkeys(numerals.third_tails, 1 / 3),
            **dict.fromkeys(numerals.two_third_tails, 2 / 3),
        }
        self.tail = re.compile(rf" ({_any(self.tail_values)})\b")
        self.about_tail = re.compile(rf" (?:{_any(numerals.about_tails)})\b")
        self.adjective_gaps = _GAPS.union(f" {word} " for word in numerals.collective_adjectives)
        self.single = Before(dict.fromkeys(numerals.single_determiners, True))
        definite = [form for form in _before(numerals) if form.endswith((" la", " du"))]
        self.bounded = Before(dict.fromkeys(definite, True))
        self._determiners = Before(dict.fromkeys(numerals.plural_determiners, True))

    def cores(self, text: str, folded: str, backwards: str, atoms: list[Atom]) -> list[Core]:
        """The numbers of a text, in order, none overlapping.

        Args:
            text: the text as given (the capital of «1,2 M» counts).
            folded: the same, folded.
            backwards: the folded text, reversed.
            atoms: what the lexer found.
        """
        found: list[Core] = []
        reader = _Reader(self, text, folded, backwards, atoms)
        while reader.index < len(atoms):
            core = reader.read()
            if core is None:
                continue
            if core.shape == "plural":
                determiner = self._determiners.match(backwards, core.start)
                core.start = determiner[0] if determiner else core.start
            if found and core.start < found[-1].end:
                if core.shape != "plural":
                    continue  # the «un» of «deux millions et un quart» is already read
                found.pop()  # «plusieurs» alone, now the determiner of «plusieurs dizaines»
            found.append(core)
        return found


class _Reader:
    """Reads the atoms of one text from left to right; every call takes at least one."""

    def __init__(self, grammar: Grammar, text: str, folded: str, backwards: str, atoms: list[Atom]) -> None:
        self._grammar = grammar
        self._text = text
        self._folded = folded
        self._backwards = backwards
        self._atoms = atoms
        self.index = 0

    @cached_property
    def _english(self) -> bool:
        """Whether the article writes thousands with a comma, and never a decimal so."""
        return bool(_SURELY_ENGLISH.search(self._folded)) and not _DECIMAL_COMMA.search(self._folded)

    def read(self) -> Core | None:
        """The number at the current atom, or None when that atom begins none."""
        atom = self._atoms[self.index]
        if atom.kind in _NUMBER_KINDS or (atom.kind == "half" and self._before_multiplied(self.index)):
            return self._number(atom)
        self.index += 1
        if atom.kind == "several":
            modifier = self._following(*_NUMBER_KINDS)  # «les quelques 16 000 clients»
            return None if modifier else Core(atom.start, atom.end, 2, None, "several")
        word = self._folded[atom.start : atom.end]
        if atom.kind == "plural" or word in self._grammar.plurals:
            end, factor = self._chain(atom)
            return Core(atom.start, end, 2 * factor, None, "plural", factor)
        if atom.kind != "collective":
            return self._single(atom) if atom.kind == "scale" else None
        ambiguous = word in self._grammar.with_de and not self._grammar.partitive.match(self._folded, atom.end)
        # «le bilan dépasse la trentaine»
        bounded = ambiguous and self._grammar.bounded.match(self._backwards, atom.start)
        return None if ambiguous and not bounded else self._collective(atom, 1, atom.start)

    def _single(self, atom: Atom) -> Core | None:
        """«le million»; the determiner belongs to it, unless a modifier ends in it («le cap du million»)."""
        found = self._grammar.single.match(self._backwards, atom.start)
        if found and self._grammar.bounded.match(self._backwards, atom.start):
            return Core(atom.start, atom.end, atom.value, atom.value, "words", atom.value)
        return Core(found[0], atom.end, atom.value, atom.value, "words", atom.value) if found else None

    def _number(self, first: Atom) -> Core | None:
        value = Sum()
        if first.kind == "half":
            value.halve()
        else:
            value.push(first)
        self.index += 1
        while self.index < len(self._atoms) and self._continues(value):
            self.index += 1
        multiple = self._following("collective", "plural")
        if multiple is None and value.value == 1:
            multiple = self._following("collective", gaps=self._grammar.adjective_gaps)
        if multiple:
            self.index += 1
            return self._collective(multiple, value.value, first.start)
        last = self._atoms[self.index - 1]
        if first is last and self._folded[first.start : first.end] in self._grammar.never_alone:
            return None
        return self._finish(first, last, value)

    def _continues(self, value: Sum) -> bool:
        """Whether the current atom goes on with the number; then ``value`` has taken it."""
        last, atom = self._atoms[self.index - 1], self._atoms[self.index]
        gap = self._folded[last.end : atom.start]
        if gap in self._grammar.joined:
            return atom.value in (1, 11) and self._is_joined(last, atom) and value.push(atom)
        if atom.kind == "half":
            half = gap in _GAPS and value.value == 1 and self._before_multiplied(self.index)
            return half and value.halve()
        if gap == "":
            return last.kind == "digits" and atom.kind in ("thousand", "scale") and value.push(atom)
        digits = "digits" in (last.kind, atom.kind)
        if gap == "\n":
            return atom.kind in _WRAPPED and value.push(atom)
        return gap in _GAPS and not (digits and not gap.isspace()) and value.push(atom)

    def _is_joined(self, last: Atom, atom: Atom) -> bool:
        """«vingt et un», «cent et un blessés»; but not «entre quarante et une cinquantaine»."""
        after = self._atoms[self.index + 1] if self.index + 1 < len(self._atoms) else None
        if after is not None and after.kind == "collective" and self._folded[atom.end : after.start] in _GAPS:
            return False
        if last.kind == "ten":
            return atom.kind in ("unit", "teen")
        hundreds = atom.kind == "unit" and last.kind in ("hundred", "thousand")
        return hundreds and _PLURAL.match(self._folded, atom.end) is not None

    def _following(self, *kinds: str, gaps: frozenset[str] = _GAPS) -> Atom | None:
        """The current atom if it is of one of these kinds and right behind the one before."""
        if self.index >= len(self._atoms):
            return None
        last, atom = self._atoms[self.index - 1], self._atoms[self.index]
        return atom if atom.kind in kinds and self._folded[last.end : atom.start] in gaps else None

    def _before_multiplied(self, index: int) -> bool:
        """«demi-million», «demi-douzaine»."""
        if index + 1 >= len(self._atoms):
            return False
        half, atom = self._atoms[index], self._atoms[index + 1]
        return atom.kind in _MULTIPLIED and self._folded[half.end : atom.start] in _GAPS

    def _finish(self, first: Atom, last: Atom, value: Sum) -> Core:
        digits = first.kind == "digits" and first is last
        end, amount, multiplier = last.end, value.value, value.multiplier
        suffix = self._grammar.suffix.match(self._text, end) if digits else None
        if suffix:
            multiplier = self._grammar.suffixes[suffix.group(1)]
            end, amount = suffix.end(), amount * multiplier
        tail = self._grammar.tail.match(self._folded, end)
        if tail:
            end, amount = (
                tail.end(),
                amount + self._grammar.tail_values[tail.group(1)] * (multiplier if multiplier >= 1000 else 1),
            )
        elif not digits:
            end, amount = self._decimals(end, amount)
        if end == first.end and self._folded[first.start : end] in self._grammar.articles:
            return Core(first.start, end, 1, 1, "article")
        if digits and end == last.end and amount % 1 and _ENGLISH.fullmatch(self._folded[first.start : end]):
            amount *= 1000 if self._english or _PLURAL.match(self._folded, end) else 1
        amount = round(amount, 6)
        about = self._grammar.about_tail.match(self._folded, end)
        if about:
            return Core(first.start, about.end(), amount, amount, "collective", multiplier)
        shape: Shape = "zero" if amount == 0 else "digits" if digits else "words"
        plain = digits and end - first.start == len(str(int(amount)))
        core = Core(first.start, end, amount, amount, shape, multiplier, plain)
        return self._signed(core) if digits else core

    def _decimals(self, end: int, amount: float) -> tuple[int, float]:
        """«trois virgule quatorze»: the words after the comma are read digit group by digit group."""
        if self.index >= len(self._atoms) or self._folded[end : self._atoms[self.index].start] not in (
            self._grammar.decimal_gaps
        ):
            return end, amount
        digits, scale = "", 1.0
        while self.index < len(self._atoms) and self._atoms[self.index].kind in ("unit", "teen", "ten"):
            part = Sum()
            part.push(self._atoms[self.index])
            self.index += 1
            while self.index < len(self._atoms) and self._continues(part):
                self.index += 1
            scale = part.multiplier if part.multiplier >= 1000 else 1  # «trois virgule cinq **millions**»
            end, digits = self._atoms[self.index - 1].end, digits + str(int(part.value / scale))
            if not self._following("unit", "teen", "ten") or len(digits) > 6:
                break
        return end, (amount + float(f"0.{digits or 0}")) * scale

    def _signed(self, core: Core) -> Core:
        """A minus glued to a number that stands alone («-27»); before a noun («-12 morts») it is a dash."""
        glued = _MINUS.search(self._folded[max(0, core.start - 2) : core.start])
        alone = not _WORD.match(self._folded, core.end) or self._grammar.bound.match(self._folded, core.end)
        spaced = core.start == 2 and self._folded[:2] == "- "
        if (glued or spaced) and alone:
            core.start, core.low, core.high, core.plain = core.start - 1 - spaced, -core.low, -core.low, False
        return core

    def _collective(self, atom: Atom, count: float, start: int) -> Core:
        end, factor = self._chain(atom)
        amount = count * factor
        tail = self._grammar.tail.match(self._folded, end)
        if tail:
            end, amount = tail.end(), amount + self._grammar.tail_values[tail.group(1)] * factor
        return Core(start, end, amount, amount, "collective", factor)

    def _chain(self, atom: Atom) -> tuple[int, float]:
        """End and factor of a collective noun, with the «de milliers», «de millions» behind it."""
        large = self._grammar.large_tail.match(self._folded, atom.end)
        if large is None:
            return atom.end, atom.value
        self.index += 1
        return large.end(), atom.value * self._grammar.large[large.group(1)]


def _before(numerals: Numerals) -> list[str]:
    return [form for words in numerals.modifiers.values() for form in with_endings(words.before, numerals.endings)]


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
