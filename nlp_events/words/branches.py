"""One regular expression for many, which shares what their alternatives begin with.

Of an alternation the engine tries every alternative at every place; written as a tree of letters it tries those that
go on with the letter that stands there.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from functools import cached_property

BORDER = r"\b"
"""The border of a word, as a pattern writes it."""
_EDGES = (BORDER, r"\W")
"""Behind what a group of alternatives mostly stands alone."""
_BEFORE_WORD = r"(?=\w)"
"""Behind a border: that a word begins there."""
_OPEN = "(?:"
_COUNTS = frozenset("?*+{")
"""What makes the letter or the group before it one that may be missing, or come again."""
_APART = frozenset("\\()[]{}|.^$?*+")
"""Signs that stand for something else in a pattern."""
_LONGEST = 30
"""Signs behind a group that are written for each of its alternatives at the most: patterns must not grow too long."""
_ESCAPE = re.compile(r"\\(?:x.{2}|u.{4}|U.{8}|N\{[^}]*\}|[0-9]{1,3}|.)", re.DOTALL)
_SIGN = re.compile(r"[()|]|\\.|\[\^?\]?(?:[^\]\\]|\\.)*\]", re.DOTALL)
"""A bracket or bar, an escape, or a class of characters; a bracket at the beginning of one is one of the characters."""
_NAMED = re.compile(r"\(\?P<\w+>")
_COUNT = re.compile(r"(?:[?*+]|\{[0-9,]+\})[?+]?|")
_MAY_LACK = ("?", "*", "{0", "{,")
"""How the counts begin of what may be missing."""
_AROUND = re.compile(r"\(\?<?[=!]")
_WORD_SIGN = re.compile(r"\w|\\[wd]|\[(?:a-z|A-Z|0-9|\w)+\]")


class Led:
    """A pattern that is looked for by the tree of what its alternatives begin with.

    It finds what it finds alone; the more alternatives it has that begin with different letters, the faster.

    Args:
        pattern: a regular expression without references to its groups.
    """

    def __init__(self, pattern: str) -> None:
        self._written = pattern
        self._somewhere = re.compile(united([pattern]))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """The pattern itself, compiled when it is first found."""
        return re.compile(self._written)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """What ``re.search`` finds in a stretch of a text."""
        found = self._somewhere.search(text, start, end)
        return None if found is None else self._pattern.match(text, found.start(), end)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """What ``re.finditer`` finds in a stretch of a text of a pattern that takes one character at least."""
        found = self.search(text, start, end)
        while found is not None:
            yield found
            found = self.search(text, found.end(), end)


def united(patterns: Iterable[str]) -> str:
    """A pattern that matches where one of several does, without names for its groups.

    Only whether there is a match at a place is the same: where several match, another may be found first.

    Args:
        patterns: regular expressions that compile, without references to groups.
    """
    return _united(_NAMED.sub(_OPEN, pattern) for pattern in patterns)


def _united(patterns: Iterable[str]) -> str:
    by_head: dict[str, list[str]] = {}
    for alternative in dict.fromkeys(map(_inner_united, alternatives(patterns, _LONGEST))):
        head = _head(alternative)
        by_head.setdefault(head, []).append(alternative[len(head) :])
    return "|".join(_behind(head, rests) for head, rests in by_head.items())


def _behind(head: str, rests: list[str]) -> str:
    """What alternatives begin with and how they go on; behind a border, half of those of a text are no beginning."""
    if head not in _EDGES:
        return head + _grouped(rests)
    begun = head == BORDER and begins_word("|".join(rests))
    return f"{head}{_BEFORE_WORD if begun else ''}{_OPEN}{_united(rests)})"


def begins_word(pattern: str) -> bool:
    """Whether every match of a pattern is sure to begin with a letter, a digit or a low line."""
    return all(map(_begins_word, _split(_NAMED.sub(_OPEN, pattern))))


def _begins_word(alternative: str) -> bool:
    sign, count = _first(alternative)
    rest = alternative[len(sign) + len(count) :]
    if sign == BORDER or _AROUND.match(sign):
        return _begins_word(rest)
    grouped = sign.startswith(_OPEN) and begins_word(sign[len(_OPEN) : -1])
    sure = grouped or _WORD_SIGN.fullmatch(sign) is not None
    return sure and (not count.startswith(_MAY_LACK) or _begins_word(rest))


def _grouped(rests: list[str]) -> str:
    return rests[0] if len(rests) == 1 else f"{_OPEN}{_united(rests)})"


def _inner_united(alternative: str) -> str:
    """An alternative that begins with a group, the group united."""
    end = _closing(alternative) if alternative.startswith(_OPEN) else 0
    return f"{_OPEN}{_united([alternative[len(_OPEN) : end]])}{alternative[end:]}" if end else alternative


def _head(alternative: str) -> str:
    """What an alternative begins with, with how often it may come."""
    return "".join(_first(alternative))


def _first(alternative: str) -> tuple[str, str]:
    """The sign, class or group that an alternative begins with, "" for none, and how often it may come."""
    if escape := _ESCAPE.match(alternative):
        end = escape.end()
    elif alternative.startswith(("(", "[")):
        end = _closing(alternative) + 1
    else:
        end = 1
    count = _COUNT.match(alternative, end)
    return alternative[:end], count.group() if count else ""


def alternatives(patterns: Iterable[str], longest: int = sys.maxsize) -> Iterator[str]:
    """The alternatives of patterns, those of a group at the beginning with what follows the group.

    Args:
        patterns: regular expressions.
        longest: signs of what may follow a group for it to be taken apart, at the most.
    """
    for pattern in patterns:
        for one in _split(pattern):
            end = _closing(one) if one.startswith(_OPEN) else 0
            rest = one[end + 1 :]
            if not end or rest[:1] in _COUNTS or len(rest) > longest:
                yield one
            else:
                yield from alternatives((inner + rest for inner in _split(one[len(_OPEN) : end])), longest)


def first_letters(alternative: str, most: int) -> str:
    """The letters with which every match of an alternative begins, so many at the most; "" where it may be several."""
    length = 0
    for sign, following in zip(alternative[:most], f"{alternative[1:]} ", strict=False):
        if sign in _APART or following in _COUNTS:
            break
        length += 1
    return alternative[:length]


def _split(pattern: str) -> list[str]:
    """The alternatives of a pattern, outside of its groups."""
    bars = [at for at, depth in _depths(pattern) if pattern[at] == "|" and not depth]
    return [pattern[start + 1 : end] for start, end in zip([-1, *bars], [*bars, len(pattern)], strict=True)]


def _closing(pattern: str) -> int:
    """Where the group or class ends that a pattern begins with."""
    return next(at for at, depth in _depths(pattern) if pattern[at] in ")]" and not depth)


def _depths(pattern: str) -> Iterator[tuple[int, int]]:
    """The brackets and bars of a pattern that stand for no character, and in how many groups each stands."""
    depth = 0
    for found in _SIGN.finditer(pattern):
        sign = found.group()
        if sign in ("(", ")", "|"):
            depth -= sign == ")"
            yield found.start(), depth
            depth += sign == "("
        elif sign[0] == "[":
            yield found.end() - 1, depth
