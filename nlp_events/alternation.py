"""One regular expression of many alternatives that are alike, written so that what they share is compiled once.

spaCy's French exceptions are 300 alternatives of the form ``^head[letters][letters]*$``, in which the class of letters
has 3 000 characters: compiling them takes longer than all else at the start. ``^(?:head|head|…)[letters][letters]*$``
fits the same texts, since an alternative may stand before what all of them end in as well as around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_LONG_CLASS = re.compile(r"\[(?!\^)(?:[^\]\\\[]|\\.){200,}\]")
"""A class of many characters, without a bracket in it that is not escaped."""

_FORM = re.compile(r"\(\?iu\)(\(\?:\^.*\$\))", re.DOTALL)
_BETWEEN = "$)|(?:^"
_COUNT = "*+?"
_COUNTED = re.compile(r"[\\{]|[*+?][*+?]")
"""What the alternatives may not have: an escape, a count in numbers, and one that is lazy or gives nothing back."""
_FIRST_SIGN = 0xF0000
"""Of the private use area of Unicode: signs that stand for a class each while the alternatives are sorted."""


def factored(pattern: str) -> str:
    """A pattern that fits where the given one does, with what its alternatives begin and end with written once.

    Only whether there is a match is the same: where alternatives are of different lengths, another may be found first.

    Args:
        pattern: ``(?iu)(?:^…$)|(?:^…$)|…``, without groups that are numbered and without references to them.

    Returns:
        The shorter pattern; the given one if it has another form.
    """
    found = _FORM.fullmatch(pattern)
    if found is None:
        return pattern
    classes = list(dict.fromkeys(_LONG_CLASS.findall(found[1])))
    signs = {chr(_FIRST_SIGN + number): one for number, one in enumerate(classes)}
    text = found[1]
    for sign, one in signs.items():
        text = text.replace(one, sign)
    alternatives = text[len("(?:^") : -len("$)")].split(_BETWEEN)
    if not classes or not all(_is_plain(one) for one in alternatives):
        return pattern
    short = "|".join(_groups(alternatives, "".join(signs)))
    return "(?iu)" + "".join(signs.get(character, character) for character in short)


def _is_plain(alternative: str) -> bool:
    """Whether brackets close in it, no group has a number or looks around, and every count is one sign."""
    if any(alternative.count("(") != alternative.count(end) for end in (")", "(?:")) or _COUNTED.search(alternative):
        return False
    depth = 0
    for character in alternative:
        depth += (character == "(") - (character == ")")
        if depth < 0 or (character == "|" and not depth):
            return False
    return alternative.count("[") == alternative.count("]")


def _groups(alternatives: list[str], signs: str) -> Iterator[str]:
    """The alternatives of one beginning and one end, each such group as one alternative."""
    groups: dict[tuple[str, str], list[str]] = {}
    for one in alternatives:
        begin, middle, end = _cut(one, signs)
        groups.setdefault((begin, end), []).append(middle)
    for (begin, end), middles in groups.items():
        yield f"(?:^{begin}(?:{'|'.join(dict.fromkeys(middles))}){end}$)"


def _cut(alternative: str, signs: str) -> tuple[str, str, str]:
    """A class that it begins with, what is between, and all from the next class on."""
    start = 0
    if alternative[:1] in signs:
        start = 2 if alternative[1:2] in _COUNT else 1
    places = [at for sign in signs if (at := alternative.find(sign, start)) >= 0]
    end = min(places, default=len(alternative))
    return alternative[:start], alternative[start:end], alternative[end:]
