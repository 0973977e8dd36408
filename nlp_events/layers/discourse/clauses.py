"""The clauses of a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from nlp_events.layers.discourse.model import Borders, load_discourse
from nlp_events.values import DiscourseTrait, DiscourseValue
from nlp_events.words.branches import Led
from nlp_events.words.store import SHIPPED, Words, derived


@derived
def _border(words: Words) -> Led:
    """A border of any kind, its group named after it."""
    borders = load_discourse(words).borders
    return Led("|".join(f"(?P<{name}>{getattr(borders, name).pattern})" for name in Borders.model_fields))


def find_clauses(folded: str, start: int, end: int, words: Words = SHIPPED) -> Iterator[DiscourseValue]:
    """The clauses of a sentence behind its first border, and the relative clauses between commas.

    Args:
        folded: the folded text of the article.
        start: where the sentence begins.
        end: where it ends, exclusive.
        words: the words and rules.

    Yields:
        Each clause with the border it begins with, up to the next one.
    """
    borders = list(_border(words).finditer(folded, start, end))
    for border, following in zip(borders, [*(one.start() for one in borders[1:]), end], strict=False):
        kind: DiscourseTrait = border.lastgroup  # type: ignore[assignment]  # the groups are named after the fields
        yield {
            "start": border.start(), "end": following, "kind": "clause", "parts": {"border": [*border.span()]},
            "traits": [kind], "rule": kind,
        }  # fmt: skip
    for relative in load_discourse(words).relative.regex.finditer(folded, start, end):
        yield {
            "start": relative.start(), "end": relative.end(), "kind": "relative", "parts": {}, "traits": [],
            "rule": "relative",
        }  # fmt: skip
