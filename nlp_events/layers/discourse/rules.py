"""The discourse of a whole text."""

from __future__ import annotations

from nlp_events.layers.discourse.lines import find_lines
from nlp_events.values import DiscourseValue
from nlp_events.words.store import SHIPPED, Words


def find_discourse(folded: str, words: Words = SHIPPED) -> list[DiscourseValue]:
    """Every piece of the discourse of a text.

    Args:
        folded: the folded text of the article.
        words: the words and rules.

    Returns:
        The pieces by where they begin; those of one kind that begin together keep the order they were found in.
    """
    return sorted(find_lines(folded, words), key=lambda one: one["start"])
