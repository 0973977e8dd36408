"""Slips of a letter in words of dates («décenbre», «vendrdi»), and words that stand glued together («15mai2024»)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from nlp_events.layers.dates.model import DateResources, Value
from nlp_events.text.folding import unaccented
from nlp_events.words.trie import trie_source

_NEXT_WORD = re.compile(r"[ \n]([^\W\d_]+)")
SPACED = r"\d{1,2}(?:\. \d{1,2}\. | / \d{1,2} / | \. \d{1,2} \. | - \d{1,2} - )[12]\d{3}(?!\d)"
"""A date in digits with blanks inside («3. 11. 2016», «03 / 11 / 2016»)."""
SLIPPED = r"(?:(?<=\d )|(?<=\der ))(?P<slipped>[^\W\d_]{5,10})(?= (?:19|20)\d{2}(?!\d))"
"""A word between a day and a year, which may be a month with any wrong letter."""
MISREAD = r"\d[\dol]{1,3}(?!\w)"
"""A number some of whose digits a scanner has taken for letters («2O19»)."""
LETTERED = r"[li]9\d{2}(?!\w)"
"""A year whose first digit a scanner has taken for a letter («l993»)."""
AS_DIGITS = str.maketrans("oli", "011", " \n")
TORN_YEAR = (
    r"(?:(?:1 9\d\d|2 0[0-3]\d)(?=[,.;:)])"
    r"|(?:19[ \n]\d\d|20[ \n][0-3]\d|19\d[ \n]\d|20[0-3][ \n]\d)(?! ?\d| [^\W\d_]+[sx]\b))"
)
"""A year with a blank between its digits («19 93»), only behind a month or «en»; «2 000 soldats» are none."""
LONGER = 5
"""Letters of the months for which a word with any wrong letter is taken; near the others there are many words."""
WRAPPED = 4
"""White space that may part the words of a date at the end of a line: a blank, the line's end, an empty line."""


Number = TypeVar("Number", bound=Value)


def with_variants(words: dict[str, Number]) -> dict[str, Number]:
    """Add the unaccented form of each word of three letters or more, unless that is a word of its own."""
    variants = {unaccented(word): value for word, value in words.items() if len(word) > 2}
    return {**variants, **words}


def slips_of(words: Mapping[str, Value], shortest: int, confused: Mapping[str, str]) -> dict[str, str]:
    """Each slip of a word → the word: a letter left out, twice, taken for another, or two in the wrong order.

    Args:
        words: the words.
        shortest: letters that a word must have; the slips of short ones are words of their own («mari»).
        confused: a letter → those it is taken for.
    """
    known = {form for word in words for form in (word, unaccented(word))}
    slips = {
        slip: word
        for word in words
        if len(word) >= shortest and word.isalpha()
        for form in {word, unaccented(word)}
        for slip in _slips(form, confused)
    }
    return {slip: word for slip, word in slips.items() if slip not in known}


def _slips(word: str, confused: Mapping[str, str]) -> Iterator[str]:
    for place in range(1, len(word)):
        before, letter, rest = word[:place], word[place], word[place + 1 :]
        yield before + rest
        yield before + letter + letter + rest
        yield before[:-1] + letter + before[-1] + rest
        for other in confused.get(letter, ""):
            yield before + other + rest


class Near:
    """Finds the word that another is, but for one letter too many, too few or wrong.

    Args:
        words: the words, with their unaccented forms; short ones are left out.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = {cut: word for word in words if len(word) >= LONGER for cut in _cuts(word)}

    def word(self, text: str) -> str | None:
        """The word, None if it is none of them."""
        return next((self._words[cut] for cut in _cuts(text) if cut in self._words), None)


def _cuts(word: str) -> Iterator[str]:
    """A word, and what is left of it without one letter: two words that share one of these are near each other."""
    yield word
    yield from (word[:place] + word[place + 1 :] for place in range(len(word)))


class Glue:
    """Where the month stands without blanks between its day and its year.

    Args:
        months: the months in full.
    """

    def __init__(self, months: list[str]) -> None:
        month, year = trie_source(months), r"\d{4}(?!\w)"
        behind = rf"(?:(?<=\d)|(?<=\der)){month}(?={year}|(?!\w))"
        self.words = rf"{behind}|(?<!\w){month}(?={year})"
        torn = (f"{word[:cut]} {word[cut:]}" for word in months if len(word) >= LONGER for cut in range(1, len(word)))
        self.torn_month = rf"(?:(?<=\d )|(?<=\der )){trie_source(torn)}(?= (?:19|20)\d{{2}}(?!\d))"
        before = "|".join(f"(?<={re.escape(word)} )" for word in sorted({*months, "en"}))
        self.torn_year = f"(?=[12]\\d{{0,2}}[ \\n]\\d)(?:{before}){TORN_YEAR}"
        self.year = "(?:" + "|".join(f"(?<={re.escape(word)})" for word in sorted(months)) + ")" + year
        self.month = re.compile(rf"{month}(?![^\W\d])")

    def follows(self, folded: str, end: int) -> bool:
        """Whether a month is glued to the number that ends there."""
        return self.month.match(folded, end) is not None


class Wrapping:
    """Where a date goes on over the end of a line.

    Args:
        resources: the layer, with the words that end no line of their own («du», «au») and those that begin none («à»),
            where no empty line is between.
        months: the months.
        weekdays: the weekdays.
    """

    def __init__(self, resources: DateResources, months: Iterable[str], weekdays: Iterable[str]) -> None:
        self._before, self._behind = frozenset(resources.wraps_before), frozenset(resources.wraps_behind)
        self._months, self._weekdays = frozenset(months), frozenset(weekdays)
        self._moments = frozenset(resources.words["moment"])

    def joins(self, gap: str, left: str, found: re.Match[str], folded: str) -> bool:
        """Whether two words are of one date.

        Args:
            gap: the white space between them, with the end of a line in it.
            left: the word or number that ends the line.
            found: the one that begins the next.
            folded: the text that it was found in.
        """
        right = found.group()
        if len(gap) > WRAPPED or not gap.isspace():
            return False
        if left in self._before or (left[0].isdecimal() and right in self._months):
            return True
        year = len(right) == WRAPPED and right.isdecimal() and left in self._months
        # «mardi ⏎ 25 octobre», but not «mardi ⏎ 12 morts»
        month = _NEXT_WORD.match(folded, found.end()) if right[0].isdecimal() and left in self._weekdays else None
        day = month is not None and month[1] in self._months
        named = right in self._weekdays and left in self._moments
        return gap.count("\n") == 1 and (year or day or named or right in self._behind)
