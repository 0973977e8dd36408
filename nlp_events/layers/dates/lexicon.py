"""Words to atoms: a text becomes short runs of tokens, each with one private character for the patterns."""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple, TypeAlias

from nlp_events.layers.dates import misprints, slips
from nlp_events.layers.dates.model import DateResources
from nlp_events.layers.dates.numbers import NUMBER_CLASSES, ROMAN_DIGITS, longest_number, number_kind, roman_value
from nlp_events.layers.dates.scanners import heads, scanner
from nlp_events.layers.dates.slips import Glue, Near, Wrapping, slips_of, with_variants
from nlp_events.text.folding import accented, unaccented

LONGEST_WORDS = 12  # words and hyphens of a number
LOOK_BACK = 72  # characters before the head of a date that may belong to it
LONGEST_RUN = 200  # words of dates in a row; what is longer is a table or worse, and is passed over in one step
LONGEST_NUMBER = 4  # digits; longer numbers are no part of a date
PIECE = re.compile(r"\w+'?")
CONTINUED = re.compile(r"\.?(?!t\d\d:)\w")
NUMBER_SIGNS = ".,/-+_#"
FIRST_ATOM = 0xE000  # the Unicode private use area: no text character can be mistaken for an atom
NUMERIC_PREFIX = "numeric:"
Scanners: TypeAlias = tuple[re.Pattern[str], re.Pattern[str]]
"""What finds the words that can head a date, and every word of one."""


class Token(NamedTuple):
    """One vocabulary word or number: its atom, its key in the vocabulary, its number, its place in the text."""

    atom: str
    key: str
    number: int | None
    start: int
    end: int


class Lexicon:
    """The vocabulary of one ``DateResources``: classes, atoms, and the regular expression that finds the words.

    Args:
        resources: the layer.
        literals: words that stand literally in the patterns.
        results: the classes under which rules give their results («month», «day» …).
    """

    def __init__(self, resources: DateResources, literals: set[str], results: set[str]) -> None:
        self.resources = resources
        self.values = {name: with_variants(words) for name, words in resources.words.items()}
        self.ordinals = with_variants(resources.ordinals)
        self.numbers = with_variants(resources.numbers)
        self.slips = {
            slip: word
            for name, shortest in resources.slips.items()
            for slip, word in slips_of(resources.words[name], shortest, resources.confused).items()
            if slip not in resources.no_slips
        }
        known = {word for words in self.values.values() for word in words} | {*self.numbers, *self.ordinals}
        self.torn = {
            form: word
            for form, word in misprints.torn(resources, self.values).items()
            if form not in known | {*self.slips}
        }
        scanned = {form: word for form, word in misprints.scanned(resources, self.values).items() if form not in known}
        self.slips = self.torn | scanned | self.slips
        self.glue = Glue(list(resources.glued))
        self.near_months = Near(resources.glued)
        self.wrapping = Wrapping(resources, self.values["month"], self.values["weekday"])
        self.formats = tuple((item, item.regex) for item in resources.numerics)
        self._atoms: dict[str, str] = {}
        vocabulary = {word for words in resources.words.values() for word in words} | literals
        self._accented = accented(vocabulary)
        self.classes = self._classes(results)
        for literal in literals:
            self.atom(literal)
        self.words = self._word_atoms(literals)

    def atom(self, name: str) -> str:
        """The private character of a word (its unaccented form has the same), number kind or result class."""
        return self._atoms.setdefault(self._accented.get(name, name), chr(FIRST_ATOM + len(self._atoms)))

    def class_atoms(self, name: str) -> str:
        """All atoms of a class, or an empty string for an unknown one."""
        return self.classes.get(name, "")

    def _classes(self, results: set[str]) -> dict[str, str]:
        classes = {name: "".join(self.atom(word) for word in words) for name, words in self.values.items()}
        for name, kinds in NUMBER_CLASSES.items():
            classes[name] = "".join(self.atom(f"#{kind}") for kind in kinds) + self._double(kinds)
        classes["decade_digits"] = self.atom("#decade")
        for item in self.resources.numerics:
            classes[item.gives] = classes.get(item.gives, "") + self.atom(NUMERIC_PREFIX + item.id)
        for result in results:
            classes[f"@{result}"] = self.atom(f"@{result}")
        classes["@any"] = "".join(classes[f"@{result}"] for result in sorted(results))
        return classes

    def _double(self, kinds: tuple[str, ...]) -> str:
        """Atoms of words that are numbers too («sept» is an abbreviation of a month)."""
        words = {word for values in self.values.values() for word in values}
        both = {word: self.numbers[word] for word in words & set(self.numbers)}
        kind_of = {word: number_kind(word, value, ordinal=False) for word, value in both.items()}
        return "".join(self.atom(word) for word, kind in kind_of.items() if kind in kinds)

    def _word_atoms(self, literals: set[str]) -> dict[str, str]:
        known = {word: self.atom(word) for words in self.values.values() for word in words}
        known |= {word: self.atom(word) for word in literals}
        for word in literals:
            plain = unaccented(word)
            if len(plain) > 2 and plain not in known:
                known[plain] = self.atom(word)
        return {slip: known[word] for slip, word in self.slips.items()} | known

    @cached_property
    def scanners(self) -> Scanners:
        """What finds the heads and every token of a text, in few steps."""
        return self._scanners([word for word in self.words if word not in self.torn])

    @cached_property
    def scanners_of_lines(self) -> Scanners:
        """The same for a text with words torn at the ends of its lines."""
        return self._scanners([*self.words])

    def _scanners(self, words: list[str]) -> Scanners:
        every = {*words, *self.numbers, *self.ordinals}
        return heads(self.resources, self.glue, words), scanner(self.resources, self.glue, every)

    def runs(self, folded: str, *, torn: bool = False) -> list[list[Token]]:
        """Runs of adjacent vocabulary tokens of a folded text, around the words that can head a date.

        Args:
            folded: the folded text.
            torn: whether it has words torn at the ends of its lines.
        """
        found, every = self.scanners_of_lines if torn else self.scanners
        runs: list[list[Token]] = []
        reached = 0
        for head in found.finditer(folded):
            place = head.start()
            if place >= reached:
                begin = self._begin(folded, place, max(reached, place - LOOK_BACK))
                run, reached = self._run(every, folded, place, begin)
                if len(run) <= LONGEST_RUN:
                    runs += self._tokens(run, folded)
        return runs

    def _begin(self, folded: str, head: int, limit: int) -> int:
        """Where the words of the vocabulary before the head of a date begin; at most a few places too early."""
        begin = head
        while begin > limit:
            cut = max(folded.rfind(" ", limit, begin - 1), folded.rfind("\n", limit, begin - 1), limit - 1) + 1
            if folded[cut:begin].rstrip() in self.parts:
                begin = cut
                continue
            for piece in reversed(list(PIECE.finditer(folded, cut, begin))):
                if not self._is_piece(piece[0]):
                    return begin
                begin = piece.start()
            begin = cut
        return begin

    def _is_piece(self, piece: str) -> bool:
        if piece in self.parts or piece[0].isdecimal():
            return True
        return piece[0] in ROMAN_DIGITS and roman_value(piece, self.resources.ordinal_endings) is not None

    @cached_property
    def parts(self) -> frozenset[str]:
        """Every piece of every word of the vocabulary («partir», «d'», «midi»)."""
        return frozenset(piece for word in self.entries for piece in PIECE.findall(word))

    def _run(self, every: re.Pattern[str], folded: str, place: int, begin: int) -> tuple[list[re.Match[str]], int]:
        """The adjacent tokens around a place, and the end of what was read."""
        run: list[re.Match[str]] = []
        reached = begin
        for found in every.finditer(folded, begin):
            start, end = found.span()
            if start != reached and not self._is_near(folded[reached:start], run, found, folded):
                if reached > place:
                    break
                run = []
            run.append(found)
            reached = end
            if folded.startswith(".", end) and self.words.get(found.group()) in self.abbreviated:
                reached += 1
        return run, max(reached, place + 1)

    def _is_near(self, gap: str, run: list[re.Match[str]], found: re.Match[str], folded: str) -> bool:
        """Whether a token goes on with a run: nothing but blanks between, or the end of a line inside a date."""
        if gap == " " or blank(gap):
            return True
        return "\n" in gap and bool(run) and self.wrapping.joins(gap, run[-1].group(), found, folded)

    @cached_property
    def abbreviated(self) -> frozenset[str]:
        """Atoms of words a full stop belongs to."""
        return frozenset(self.atom(word) for word in self.resources.abbreviations)

    def _tokens(self, run: list[re.Match[str]], folded: str) -> list[list[Token]]:
        """The tokens of a run, cut where a number is none a date has."""
        parts: list[list[Token]] = [[]]
        entries, abbreviated = self.entries, self.abbreviated
        for found in run:
            entry = entries.get(found[0])
            if entry is not None:
                start, end = found.span()
                stop = folded.startswith(".", end) and entry[0] in abbreviated
                parts[-1].append(Token(entry[0], self.slips.get(found[0], found[0]), entry[1], start, end + stop))
                continue
            token = self._token(found, folded)
            if token is None:
                parts.append([])
            else:
                parts[-1].append(token)
        return [self._with_number_words(part) for part in parts if part]

    def _token(self, found: re.Match[str], folded: str) -> Token | None:
        kind = found.lastgroup or ""
        text = found.group()
        start, end = found.span()
        if kind in ("word", "sign"):
            key = " ".join(text.split())  # a word of several, with more than one space between them
            atom, value = self.entries[key]
            return Token(atom, self.slips.get(key, key), value, start, end)
        if kind in ("slipped", "torn_month"):
            month = self.near_months.word(text.replace(" ", ""))
            return None if month is None else Token(self.atom(month), month, None, start, end)
        if kind == "decade":
            return Token(self.atom("#decade"), text, int("".join(filter(str.isdecimal, text))), start, end)
        if kind == "roman":
            number = roman_value(text, self.resources.ordinal_endings)
            return None if number is None else Token(self.atom("#roman"), text, number, start, end)
        if kind in ("digits", "ordinal", "glued_year", "torn_year", "lettered"):
            return self._digits(found.group(kind), kind == "ordinal", found, folded)
        return self._numeric(text, folded, start, end) if kind == "glued" else None

    def _digits(self, digits: str, ordinal: bool, found: re.Match[str], folded: str) -> Token | None:  # noqa: FBT001
        start, end = found.span()
        if end < len(folded) and folded[end].isalpha() and not self.glue.follows(folded, end):
            return None
        if start > 1 and folded[start - 1] in NUMBER_SIGNS and folded[start - 2].isalnum() and folded[start - 1] != "-":
            return None
        plain = digits.translate(slips.AS_DIGITS)
        number = int(plain) if len(plain) <= LONGEST_NUMBER else 10**LONGEST_NUMBER
        kind = number_kind(plain, number, ordinal=ordinal)
        return Token(self.atom(f"#{kind}"), found.group(), number, start, end)

    @cached_property
    def entries(self) -> dict[str, tuple[str, int | None]]:
        """Word → its atom, and its number if it is one too."""
        entries: dict[str, tuple[str, int | None]] = {
            word: (self.atom(f"#{number_kind(word, number, ordinal=False)}"), number)
            for word, number in self.numbers.items()
        }
        entries |= {
            word: (self.atom("#ordinal_first" if number == 1 else "#ordinal_word"), number)
            for word, number in self.ordinals.items()
        }
        return entries | {word: (atom, self.numbers.get(word)) for word, atom in self.words.items()}

    def _numeric(self, text: str, folded: str, start: int, end: int) -> Token | None:
        if (start and folded[start - 1] in NUMBER_SIGNS) or CONTINUED.match(folded, end):
            return None
        for item, pattern in self.formats:
            if pattern.fullmatch(text):
                return Token(self.atom(NUMERIC_PREFIX + item.id), text, None, start, end)
        return None

    def _with_number_words(self, run: list[Token]) -> list[Token]:
        """Join «deux mille dix-sept» to one number token."""
        if sum(token.key in self.numbers for token in run) < 2:
            return run
        joined: list[Token] = []
        place = 0
        while place < len(run):
            keys = [token.key for token in run[place : place + LONGEST_WORDS]]
            length, number = longest_number(keys, self.numbers, self.resources.number_link)
            if length > 1:
                atom = self.atom(f"#{number_kind('word', number, ordinal=False)}")
                joined.append(Token(atom, "", number, run[place].start, run[place + length - 1].end))
            else:
                joined.append(run[place])
            place += max(length, 1)
        return joined


def blank(gap: str) -> bool:
    """Whether nothing but spaces lies between two tokens (a line end parts them)."""
    return gap.isspace() and "\n" not in gap
