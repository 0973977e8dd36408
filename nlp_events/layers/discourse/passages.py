"""What a sentence tells in looking back: an earlier happening, told beside the news."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp_events.layers.discourse.model import load_discourse
from nlp_events.values import DiscourseKind, DiscourseTrait, DiscourseValue
from nlp_events.words.branches import united
from nlp_events.words.store import SHIPPED, Words, derived

KINDS: tuple[DiscourseKind, ...] = ("earlier", "pluperfect", "looking_back")


@derived
def _any(words: Words) -> re.Pattern[str]:
    """What fits where words of one of the kinds are, which few sentences have."""
    rules = load_discourse(words)
    return re.compile(united(getattr(rules, kind).pattern for kind in KINDS))


def find_passages(folded: str, start: int, end: int, words: Words = SHIPPED) -> Iterator[DiscourseValue]:
    """The words by which a sentence tells of an earlier happening.

    Args:
        folded: the folded text of the article.
        start: where the sentence begins.
        end: where it ends, exclusive.
        words: the words and rules.

    Yields:
        The first words of each kind. What belongs to the story all the same («la veille») is no earlier happening.
    """
    rules = load_discourse(words)
    sentence = folded[start:end]
    if _any(words).search(sentence) is None:
        return
    found = [(kind, match) for kind in KINDS if (match := getattr(rules, kind).regex.search(sentence)) is not None]
    traits: list[DiscourseTrait] = ["of_story"] if found and rules.of_story.regex.search(sentence) else []
    for kind, match in found:
        if kind != "earlier" or not traits:
            yield {
                "start": start + match.start(), "end": start + match.end(), "kind": kind, "parts": {},
                "traits": traits if kind == "pluperfect" else [], "rule": kind,
            }  # fmt: skip
