"""The French words of a news page that are not the article: labels, media captions, service text."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from nlp_events.words.loader import Resource, Word, WordList
from nlp_events.words.store import SHIPPED, Words
from nlp_events.words.wordings import Rule, Wording

Count = Annotated[int, Field(gt=0)]


class Label(Resource):
    """WordList that stand alone on a line before links to other articles."""

    id: Word
    follows: Literal["next", "list", "end"]
    open: bool = False
    words: WordList
    examples: WordList
    non_examples: tuple[Word, ...] = ()


class LineRule(Rule):
    """A pattern over one folded line; ``most`` is the longest line it takes, in characters."""

    most: Count = 100_000


Rules = Annotated[tuple[LineRule, ...], Field(min_length=1)]


class ZoneWords(Resource):
    """``zones.yaml``: see the comments there. Lengths are in characters unless they say words."""

    labels: Annotated[tuple[Label, ...], Field(min_length=1)]
    inline_media: WordList
    signs: WordList
    service: Rules
    bylines: Rules
    headline_most: Count
    headline_words: Count
    subheading_words: Count
    sentence_most: Count
    paragraph_least: Count
    abbreviations: WordList
    title_places_words: Count
    bullets: Wording
    common_names: WordList


def load_zones(words: Words = SHIPPED) -> ZoneWords:
    """The layer of zones.

    Args:
        words: the words and rules.

    Raises:
        ResourceError: the file is not a valid layer.
    """
    return words.resource(ZoneWords, "layers/zones.yaml")
