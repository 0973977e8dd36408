"""Words to atoms: a text becomes short runs of tokens, each with one private character for the patterns."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from nlp_events.resources.dates import DateResources, Value
from nlp_events.text.timex.numbers import number_value, roman_value

PLAIN_WORD = re.compile(r"[^\W\d_]+'?")
CONTINUED = re.compile(r"\.?\w")
NUMBER_SIGNS = ".,/-+_#"
FIRST_ATOM = 0xE000  # the Unicode private use area: no text character can be mistaken for an atom
FIRST_YEAR, LAST_YEAR = 1000, 2199

MODERN = range(1800, 2100)  # four digits in this range are read as a year where nothing says so
NUMBER_CLASSES: dict[str, tuple[str, ...]] = {
    "pair_high": ("digit_pair",),
    "year_modern": ("digit_year_modern",),
    "day": ("digit_month", "digit_day", "word_small", "ordinal_digit_small", "ordinal_first"),
    "day_digit": ("digit_month", "digit_day", "ordinal_digit_small"),
    "month_number": ("digit_month",),
    "count": ("digit_month", "digit_day", "digit_pair", "digit_year", "digit_year_modern", "digit_other", "word_one", "word_small", "word_other"),
    "count_plural": ("digit_month", "digit_day", "digit_pair", "digit_other", "word_small", "word_other"),
    "year": ("digit_year", "digit_year_modern", "word_year"),
    "pair": ("digit_month", "digit_day", "digit_pair"),
    "decade_number": ("digit_day", "digit_pair", "digit_year", "digit_year_modern", "word_small", "word_other", "word_year"),
    "ordinal": ("ordinal_digit_small", "ordinal_digit_other", "ordinal_first", "ordinal_word"),
    "century_number": ("ordinal_digit_small", "ordinal_first", "ordinal_word", "roman"),
}
"""Class of a pattern → the kinds of number it takes."""

NUMERIC_PREFIX = "numeric:"


@dataclass(frozen=True, slots=True)
class Token:
    """One vocabulary word or number: its atom, its key in the vocabulary, its number, its place in the text."""

    atom: str
    key: str
    number: int | None
    start: int
    end: int


def unaccented(word: str) -> str:
    """The word without its accents («février» → «fevrier»)."""
    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))


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
        self.formats = tuple((item, re.compile(item.pattern)) for item in resources.numerics)
        self._atoms: dict[str, str] = {}
        vocabulary = {word for words in resources.words.values() for word in words} | literals
        self._accented = {plain: word for word in sorted(vocabulary) if (plain := unaccented(word)) not in vocabulary}
        self.classes = self._classes(results)
        for literal in literals:
            self.atom(literal)
        self.words = {word: atom for word, atom in self._word_atoms(literals).items()}
        self.abbreviations = frozenset(with_variants(dict.fromkeys(resources.abbreviations, 0)))

    def atom(self, name: str) -> str:
        """The private character of a word (its unaccented form has the same), number kind or result class."""
        return self._atoms.setdefault(self._accented.get(name, name), chr(FIRST_ATOM + len(self._atoms)))

    def class_atoms(self, name: str) -> str:
        """All atoms of a class, or an empty string for an unknown one."""
        return self.classes.get(name, "")

    def _classes(self, results: set[str]) -> dict[str, str]:
        classes = {name: "".join(self.atom(word) for word in words) for name, words in self.values.items()}
        for name, kinds in NUMBER_CLASSES.items():
            classes[name] = "".join(self.atom(f"#{kind}") for kind in kinds) + self._double(name, kinds)
        classes["decade_digits"] = self.atom("#decade")
        for item in self.resources.numerics:
            classes[item.gives] = classes.get(item.gives, "") + self.atom(NUMERIC_PREFIX + item.id)
        for result in results:
            classes[f"@{result}"] = self.atom(f"@{result}")
        classes["@any"] = "".join(classes[f"@{result}"] for result in sorted(results - {"part"}))
        return classes

    def _double(self, name: str, kinds: tuple[str, ...]) -> str:
        """Atoms of words that are numbers too («sept» is an abbreviation of a month)."""
        words = {word for values in self.values.values() for word in values}
        both = {word: self.numbers[word] for word in words & set(self.numbers)}
        return "".join(self.atom(word) for word, value in both.items() if number_kind(word, value, ordinal=False) in kinds)

    def _word_atoms(self, literals: set[str]) -> dict[str, str]:
        known = {word: self.atom(word) for words in self.values.values() for word in words}
        known |= {word: self.atom(word) for word in literals}
        for word in literals:
            plain = unaccented(word)
            if len(plain) > 2 and plain not in known:
                known[plain] = self.atom(word)
        return known

    @cached_property
    def scanner(self) -> re.Pattern[str]:
        """One regular expression for every token; its groups tell the kinds apart."""
        compounds = sorted((word for word in self.words if not PLAIN_WORD.fullmatch(word)), key=len, reverse=True)
        spaced = "|".join(re.escape(word).replace(r"\ ", " +") for word in compounds if word[0].isalnum())
        signs = "|".join(re.escape(word) + r"(?!\w)" * word[-1].isalnum() for word in compounds if not word[0].isalnum())
        endings = "|".join(map(re.escape, sorted(self.resources.ordinal_endings, key=len, reverse=True)))
        return re.compile(
            rf"(?P<clock>{self.resources.clock})"
            rf"|(?P<decade>{self.resources.decade_digits})"
            r"|(?P<grouped>\d{1,3}(?: \d{3})+(?!\d)|\d+,\d+)"
            r"|(?P<glued>(?:1er|\d+)(?:[/.\-]\d+)+)"
            rf"|(?P<ordinal>\d+)(?:{endings})(?!\w)"
            r"|(?P<digits>\d+)"
            rf"|(?P<compound>(?:{spaced})(?:(?<=')|(?!{self.resources.word_continues})))"
            r"|(?P<word>[^\W\d_]+'?)"
            rf"|(?P<sign>{signs})"
            r"|(?P<other>[^\s]|\n)"
        )

    def runs(self, folded: str) -> list[list[Token]]:
        """Runs of adjacent vocabulary tokens of a folded text that hold at least one word that can head a date."""
        runs: list[list[Token]] = []
        run: list[Token] = []
        for found in self.scanner.finditer(folded):
            token = self._token(found, folded)
            if token is not None:
                run.append(token)
            elif run and run[-1].end <= found.start():  # else it is the full stop of an abbreviation
                if self._has_head(run):
                    runs.append(self._with_number_words(run))
                run = []
        if run and self._has_head(run):
            runs.append(self._with_number_words(run))
        return runs

    @cached_property
    def light(self) -> frozenset[str]:
        """Atoms that head no date: numbers and the words the layer calls light."""
        numbers = set("".join(self.class_atoms(name) for name in NUMBER_CLASSES)) - set(self.class_atoms("year"))
        return frozenset(numbers | {self.atom(word) for word in self.resources.light})

    def _has_head(self, run: list[Token]) -> bool:
        light = self.light
        if any(token.atom not in light for token in run):
            return True
        return len(run) > 1 and any(token.atom in self.class_atoms("day_digit") for token in run)

    def _token(self, found: re.Match[str], folded: str) -> Token | None:
        kind = found.lastgroup
        text = found.group()
        start, end = found.span()
        if kind in ("word", "compound", "sign"):
            return self._word(" ".join(text.split()) if kind == "compound" else text, folded, start, end)
        if kind == "decade":
            return Token(self.atom("#decade"), text, int(re.match(r"\d+", text).group()), start, end)  # type: ignore[union-attr]
        if kind in ("digits", "ordinal"):
            if (start and folded[start - 1].isalnum()) or (end < len(folded) and folded[end : end + 1].isalpha()):
                return None
            number = int(found.group(kind)) if len(found.group(kind)) <= 4 else 10**5
            return Token(self.atom(f"#{number_kind(text, number, ordinal=kind == 'ordinal')}"), text, number, start, end)
        if kind == "glued":
            return self._numeric(text, folded, start, end)
        return None

    def _word(self, text: str, folded: str, start: int, end: int) -> Token | None:
        atom = self.words.get(text)
        if atom is not None:
            if folded[end : end + 1] == "." and text in self.abbreviations:
                end += 1
            return Token(atom, text, self.numbers.get(text), start, end)
        if text in self.numbers:
            number = self.numbers[text]
            return Token(self.atom(f"#{number_kind(text, number, ordinal=False)}"), text, number, start, end)
        if text in self.ordinals:
            number = self.ordinals[text]
            return Token(self.atom("#ordinal_first" if number == 1 else "#ordinal_word"), text, number, start, end)
        roman = roman_value(text, self.resources.ordinal_endings)
        return None if roman is None else Token(self.atom("#roman"), text, roman, start, end)

    def _numeric(self, text: str, folded: str, start: int, end: int) -> Token | None:
        if start and (folded[start - 1].isalnum() or folded[start - 1] in NUMBER_SIGNS):
            return None
        if CONTINUED.match(folded, end):
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
            length, number = self._longest_number(run, place)
            if length > 1:
                end = run[place + length - 1].end
                kind = number_kind("word", number, ordinal=False)
                joined.append(Token(self.atom(f"#{kind}"), "", number, run[place].start, end))
            else:
                joined.append(run[place])
            place += max(length, 1)
        return joined

    def _longest_number(self, run: list[Token], place: int) -> tuple[int, int]:
        links = ("-", self.resources.number_link)
        words: list[int | None] = []
        best = (0, 0)
        for length, token in enumerate(run[place : place + 12], start=1):
            if token.key in self.numbers:
                words.append(self.numbers[token.key])
            elif token.key == links[1] and words and words[-1] is not None:
                words.append(None)
                continue
            elif token.key == links[0] and words:
                continue
            else:
                break
            value = number_value(words)
            if value is None:
                break
            best = (length, value)
        return best


def with_variants(words: dict[str, Value] | dict[str, int]) -> dict[str, Value]:
    """Add the unaccented form of each word of three letters or more, unless that is a word of its own."""
    variants = {unaccented(word): value for word, value in words.items() if len(word) > 2}
    return {**variants, **words}


def number_kind(text: str, number: int, *, ordinal: bool) -> str:
    """The kind of number a token is, as the classes of the patterns need it."""
    if ordinal:
        return "ordinal_digit_small" if 1 <= number <= 31 else "ordinal_digit_other"
    if not text[0].isdigit():
        if number == 1:
            return "word_one"
        if number <= 31:
            return "word_small"
        return "word_year" if FIRST_YEAR <= number <= LAST_YEAR else "word_other"
    if len(text) <= 2:
        return "digit_month" if 1 <= number <= 12 else "digit_day" if 13 <= number <= 31 else "digit_pair"
    if len(text) != 4 or not FIRST_YEAR <= number <= LAST_YEAR:
        return "digit_other"
    return "digit_year_modern" if number in MODERN else "digit_year"
