"""Numbers as dates write them: French number words already valued, and Roman ordinals."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import zip_longest

FIRST_YEAR, LAST_YEAR = 1000, 2199
MODERN = range(1800, 2100)  # four digits in this range are read as a year where nothing says so
LAST_DAY, LAST_MONTH = 31, 12

DIGIT_DAYS = ("digit_month", "digit_day")
DIGIT_YEARS = ("digit_year", "digit_year_modern")
WORDS = ("word_small", "word_other")
NUMBER_CLASSES: dict[str, tuple[str, ...]] = {
    "pair_high": ("digit_pair",),
    "year_modern": ("digit_year_modern",),
    "day": (*DIGIT_DAYS, "word_small", "ordinal_digit_small", "ordinal_first"),
    "day_count": (*DIGIT_DAYS, "word_small"),
    "day_digit": (*DIGIT_DAYS, "ordinal_digit_small"),
    "month_number": ("digit_month",),
    "count": (*DIGIT_DAYS, "digit_pair", *DIGIT_YEARS, "digit_other", "word_one", *WORDS),
    "count_plural": (*DIGIT_DAYS, "digit_pair", "digit_other", *WORDS),
    "year": (*DIGIT_YEARS, "word_year"),
    "pair": (*DIGIT_DAYS, "digit_pair"),
    "decade_number": ("digit_day", "digit_pair", *DIGIT_YEARS, *WORDS, "word_year"),
    "ordinal": ("ordinal_digit_small", "ordinal_digit_other", "ordinal_first", "ordinal_word"),
    "century_number": ("ordinal_digit_small", "ordinal_first", "ordinal_word", "roman"),
}
"""Class of a pattern → the kinds of number it takes."""

ROMAN = re.compile(r"(x{0,2})(ix|iv|v?i{0,3})")
ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10}
SCALES = (100, 1000)


def number_value(words: Sequence[int | None]) -> int | None:
    """The value of consecutive number words («deux», «mille», «dix», «sept» as 2, 1000, 10, 7).

    Args:
        words: the value of each word; None where «et» stands.

    Returns:
        The number below 10 000, or None if the words do not make one number.
    """
    thousands, hundreds, rest = 0, 0, 0
    linked = False
    for word in words:
        if word is None:
            linked = True
            continue
        if word == 1000 and not thousands:
            thousands, hundreds, rest = 1000 * max(hundreds + rest, 1), 0, 0
        elif word == 100 and not hundreds and rest < 20:
            hundreds, rest = 100 * max(rest, 1), 0
        elif word == 20 and rest == 4:
            rest = 80
        elif fits(word, rest, linked=linked):
            rest += word
        else:
            return None
        linked = False
    return None if linked else thousands + hundreds + rest


def fits(word: int, rest: int, *, linked: bool) -> bool:
    """Whether a word below 100 may follow tens and units that make ``rest`` so far."""
    if word >= 100:
        return False
    if rest == 0:
        return True
    if linked and word not in (1, 11):
        return False
    if rest in (60, 80):
        return word < 20
    return rest in (10, 20, 30, 40, 50, 70, 90) and word < 10


def longest_number(keys: Sequence[str], numbers: Mapping[str, int], link: str) -> tuple[int, int]:
    """How many of the first words make one number, and which.

    Args:
        keys: words and hyphens.
        numbers: the value of each number word.
        link: the word that may stand between two of them («et»).

    Returns:
        (words taken, number); (0, 0) if the first word is no number.
    """
    words: list[int | None] = []
    best = (0, 0)
    for length, key in enumerate(keys, start=1):
        if key in numbers:
            words.append(numbers[key])
            value = number_value(words)
            if value is None:
                break
            best = (length, value)
        elif key == link and words and words[-1] is not None:
            words.append(None)
        elif key != "-" or not words:
            break
    return best


@lru_cache(maxsize=4096)
def roman_value(text: str, endings: tuple[str, ...]) -> int | None:
    """The value of a Roman ordinal up to 29 («xixe»), or None."""
    for ending in endings:
        stem = text.removesuffix(ending)
        found = ROMAN.fullmatch(stem) if stem and stem != text else None
        if found:
            return 10 * len(found[1]) + units(found[2])
    return None


def units(roman: str) -> int:
    """The value of a Roman unit digit («iv» → 4)."""
    digits = [ROMAN_DIGITS[char] for char in roman]
    return sum(-low if low < high else low for low, high in zip_longest(digits, digits[1:], fillvalue=0))


def number_kind(text: str, number: int, *, ordinal: bool) -> str:
    """The kind of number a token is, as the classes of the patterns need it."""
    if ordinal:
        return "ordinal_digit_small" if 1 <= number <= LAST_DAY else "ordinal_digit_other"
    if not text[0].isdigit():
        if number == 1:
            return "word_one"
        if number <= LAST_DAY:
            return "word_small"
        return "word_year" if FIRST_YEAR <= number <= LAST_YEAR else "word_other"
    if len(text) <= 2:
        if not 1 <= number <= LAST_DAY:
            return "digit_pair"
        return "digit_month" if number <= LAST_MONTH else "digit_day"
    if len(text) != 4 or not FIRST_YEAR <= number <= LAST_YEAR:
        return "digit_other"
    return "digit_year_modern" if number in MODERN else "digit_year"
