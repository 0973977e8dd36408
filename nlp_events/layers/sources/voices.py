"""Those who may speak in an article: the sources of its figures are among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nlp_events.layers.sources.model import load_sources
from nlp_events.text.discourse import Discourse
from nlp_events.text.stretches import Stretches
from nlp_events.values import DiscourseKind, DiscourseValue
from nlp_events.words.store import SHIPPED, Words

Span = tuple[int, int]
SPEAKING: tuple[DiscourseKind, ...] = ("attribution", "voice", "quotation", "denial")
"""Pieces of an article that may name who says so."""
SILENT = ("name", "noun")
"""The rules of those who are mentioned, whether they speak or not."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who may speak: his name at [start, end), the piece of the article that names him.

    ``group`` is his name as it is compared: folded, without its article.
    """

    start: int
    end: int
    piece: DiscourseValue
    group: str

    @property
    def is_silent(self) -> bool:
        """Whether no wording of attribution says that he speaks."""
        return self.piece["rule"] in SILENT

    def is_over(self, start: int, end: int) -> bool:
        """Whether his name overlaps [start, end)."""
        return self.start < end and start < self.end


def voices_of(
    folded: str, discourse: Discourse, names: Sequence[Span], nouns: Sequence[Span], words: Words = SHIPPED
) -> list[Voice]:
    """Those who may speak in an article, in text order, each place once.

    Args:
        folded: the article's text, folded.
        discourse: how it is told.
        names: [start, end) of the people and bodies that it names, in text order.
        nouns: [start, end) of those that it tells by a noun («la préfecture»), in text order.
        words: the words and rules.
    """
    found: dict[Span, DiscourseValue] = {}
    for kind in SPEAKING:
        for piece in discourse.of(kind):
            if "speaker" in piece["parts"]:
                start, end = piece["parts"]["speaker"]
                found.setdefault((start, end), piece)
    speaking = Stretches(sorted(found))
    for rule, spans in zip(SILENT, (names, nouns), strict=True):
        for start, end in spans:
            if not speaking.is_over(start, end):
                found.setdefault((start, end), _silent(start, end, rule))
    article = load_sources(words).leading_article.regex
    return [Voice(*span, found[span], article.sub("", folded[slice(*span)])) for span in sorted(found)]


def _silent(start: int, end: int, rule: str) -> DiscourseValue:
    return {"start": start, "end": end, "kind": "voice", "parts": {"speaker": [start, end]}, "traits": [], "rule": rule}
