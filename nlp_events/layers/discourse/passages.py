"""What a sentence tells in looking back: an earlier happening, told beside the news."""

from __future__ import annotations

from collections.abc import Iterator

from nlp_events.layers.discourse.model import load_discourse
from nlp_events.values import DiscourseKind, DiscourseTrait, DiscourseValue
from nlp_events.words.store import SHIPPED, Words


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
    kinds: tuple[DiscourseKind, ...] = ("earlier", "pluperfect", "looking_back")
    found = [(kind, match) for kind in kinds if (match := getattr(rules, kind).regex.search(sentence)) is not None]
    traits: list[DiscourseTrait] = ["of_story"] if found and rules.of_story.regex.search(sentence) else []
    for kind, match in found:
        if kind != "earlier" or not traits:
            yield {
                "start": start + match.start(), "end": start + match.end(), "kind": kind, "parts": {},
                "traits": traits if kind == "pluperfect" else [], "rule": kind,
            }  # fmt: skip
