"""One regular expression for many, which shares the first letters of their alternatives.

Of an alternation the engine tries every alternative at every place; written as a tree of letters it tries those that
go on with the letter that stands there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

BORDER = r"\b"
"""The border of a word, as a pattern writes it."""
_OPEN = "(?:"
_COUNTS = frozenset("?*+{")
"""What makes the letter or the group before it one that may be missing, or come again."""
_APART = frozenset("\\()[]{}|.^$?*+")
"""Signs that stand for something else in a pattern."""


def united(patterns: Iterable[str]) -> str:
    """A pattern that matches where one of several does.

    Only whether there is a match at a place is the same: where several match, another may be found first.

    Args:
        patterns: regular expressions that compile, without references to groups and without groups of a name.
    """
    by_head: dict[str, list[str]] = {}
    others: list[str] = []
    for alternative in dict.fromkeys(alternatives(patterns)):
        if head := _head(alternative):
            by_head.setdefault(head, []).append(alternative.removeprefix(head))
        else:
            others.append(alternative)
    branches = [head + _grouped(rests) for head, rests in by_head.items()]
    return "|".join((*branches, *others))


def _grouped(rests: list[str]) -> str:
    return rests[0] if len(rests) == 1 else f"{_OPEN}{united(rests)})"


def _head(alternative: str) -> str:
    """The border of a word or the letter that an alternative begins with; "" where it begins with something else."""
    return BORDER if alternative.startswith(BORDER) else first_letter(alternative)


def alternatives(patterns: Iterable[str]) -> Iterator[str]:
    """The alternatives of patterns, those of a group at the beginning with what follows the group."""
    for pattern in patterns:
        for one in _split(pattern):
            end = _closing(one) if one.startswith(_OPEN) else 0
            if not end or one[end + 1 : end + 2] in _COUNTS:
                yield one
            else:
                yield from alternatives(inner + one[end + 1 :] for inner in _split(one[len(_OPEN) : end]))


def first_letter(alternative: str) -> str:
    """The letter with which every match of an alternative begins; "" where its beginning is not one letter."""
    first, second = alternative[:1], alternative[1:2]
    return "" if first in _APART or second in _COUNTS else first


def _split(pattern: str) -> list[str]:
    """The alternatives of a pattern, outside of its groups."""
    bars = [at for at, depth in _depths(pattern) if pattern[at] == "|" and not depth]
    return [pattern[start + 1 : end] for start, end in zip([-1, *bars], [*bars, len(pattern)], strict=True)]


def _closing(pattern: str) -> int:
    """Where the group ends that a pattern begins with."""
    return next(at for at, depth in _depths(pattern) if pattern[at] == ")" and not depth)


def _depths(pattern: str) -> Iterator[tuple[int, int]]:
    """The brackets and bars of a pattern that stand for no character, and in how many groups each stands."""
    depth, at, in_class = 0, 0, False
    while at < len(pattern):
        sign = pattern[at]
        if sign == "\\":
            at += 1
        elif in_class:
            in_class = sign != "]"
        elif sign == "[":
            in_class = True
            at += pattern[at + 1 : at + 2] == "^"
            at += pattern[at + 1 : at + 2] == "]"  # the first of a class is one of its characters
        elif sign in "()|":
            depth -= sign == ")"
            yield at, depth
            depth += sign == "("
        at += 1
