"""Number words and digit groups of a text, in one pass."""

from __future__ import annotations

import re

from nlp_events.layers.quantities.core import Atom, AtomKind
from nlp_events.layers.quantities.model import Numerals

# Digits with separators in groups of three (mixed too: «1 250.000»), or plain digits with decimals. The group count is
# bounded, so a text of nothing but digits is read in linear time. Digits glued to a letter («A320», «Covid-19») and
# chains of four groups («12-44-07-3») are no number. Scanned pages have blanks and the end of a line inside a number
# («12 . 000», «dou-⏎ze»).
_NUMBER = (
    r"|(?P<code>(?<=[^\W\d_])[0-9]+|(?<=[^\W\d_]-)[0-9]+|[0-9]+(?:[-/][0-9]+){3,})"
    r"|(?P<digits>[1-9][0-9]{0,2}"
    r"(?:(?:[ .'·˙_][0-9]{3}){2,4}(?![0-9])|(?: {1,2}[0-9]{3}){1,4}|[.'·˙_][0-9]{3}|(?:,[0-9]{3}){2,4}|,000"
    r"|(?:\n| ?\. | \.)000)"
    r"(?![0-9])(?:,[0-9]+(?![0-9]))?"
    r"|[0-9]+(?:[.,][0-9]+)?)"
)
_TOKEN = re.compile(r"[^\W\d_]+" + _NUMBER)
_TOKEN_OF_LINES = re.compile(r"[^\W\d_]+(?:-\n[^\W\d_]+)?" + _NUMBER)
"""The same for the few texts with words torn at the end of a line, for it is slower."""
_SEPARATORS = re.compile("[ .'·˙_\n]")
_TORN = "-\n"
_LONGEST = 18
"""Longer runs of digits are no count of people, and Python refuses to convert very long ones."""


class Lexer:
    """Turns folded text into atoms."""

    def __init__(self, numerals: Numerals) -> None:
        self._words: dict[str, tuple[AtomKind, float]] = {}
        tables: dict[AtomKind, dict[str, int]] = {
            "plural": dict(numerals.plurals),
            "collective": dict(numerals.collectives),
            "scale": dict(numerals.scales),
            "ten": dict(numerals.tens),
            "teen": dict(numerals.teens),
            "unit": dict(numerals.units),
            "hundred": dict.fromkeys(numerals.hundreds, 100),
            "thousand": dict.fromkeys(numerals.thousands, 1000),
            "several": dict.fromkeys(numerals.several, 2),
            "zero": dict.fromkeys(numerals.zero_words, 0),
        }
        for kind, table in tables.items():
            self._words.update({word: (kind, float(value)) for word, value in table.items()})
        self._words.update(dict.fromkeys(numerals.halves, ("half", 0.5)))

    def atoms(self, folded: str) -> list[Atom]:
        """The atoms of a text, in order."""
        found: list[Atom] = []
        words = self._words
        for token in (_TOKEN_OF_LINES if _TORN in folded else _TOKEN).finditer(folded):
            group = token.lastgroup
            if group is None:
                entry = words.get(token.group())
                if entry is not None:
                    found.append(Atom(token.start(), token.end(), *entry))
                elif _TORN in token.group():
                    found += self._torn(token)
            elif group == "code":
                found.append(Atom(token.start(), token.end(), "code", 0))
            else:
                found.append(_digits(token))
        return found

    def _torn(self, token: re.Match[str]) -> list[Atom]:
        """A word that goes on behind the end of its line, or else the two words («vingt-⏎quatre»)."""
        left, right = token.group().split(_TORN)
        whole = self._words.get(left + right)
        if whole is not None:
            return [Atom(token.start(), token.end(), *whole)]
        places = ((left, token.start()), (right, token.end() - len(right)))
        known = ((start, start + len(word), self._words.get(word)) for word, start in places)
        return [Atom(start, end, *entry) for start, end, entry in known if entry is not None]


def _digits(token: re.Match[str]) -> Atom:
    text = token.group()
    if len(text) > _LONGEST:
        return Atom(token.start(), token.end(), "code", 0)
    return Atom(token.start(), token.end(), "digits", digits_value(text))


def digits_value(text: str) -> float:
    """The value of a digit group: «20 000», «418.000», «6.700,54», «1,2», «32.2»."""
    whole, comma, decimals = text.partition(",")
    if comma and ("," in decimals or decimals == "000"):
        return float(text.replace(",", ""))
    if not comma and re.fullmatch(r"[0-9]+\.[0-9]+", whole) and not re.fullmatch(r"[1-9][0-9]{0,2}\.[0-9]{3}", whole):
        return float(whole)
    return float(_SEPARATORS.sub("", whole) + (f".{decimals}" if comma else ""))
