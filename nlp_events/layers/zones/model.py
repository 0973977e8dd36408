"""The French words of a news page that are not the article: labels, media captions, service text."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from nlp_events.words.loader import Pattern, Resource, Word, Words, load_yaml

Count = Annotated[int, Field(gt=0)]


class Label(Resource):
    """Words that stand alone on a line before links to other articles."""

    id: Word
    follows: Literal["next", "list", "end"]
    open: bool = False
    words: Words
    examples: Words
    non_examples: tuple[Word, ...] = ()


class LineRule(Resource):
    """A pattern over one folded line; ``most`` is the longest line it takes, in characters."""

    id: Word
    pattern: Pattern
    most: Count = 100_000
    examples: Words
    non_examples: tuple[Word, ...] = ()


Rules = Annotated[tuple[LineRule, ...], Field(min_length=1)]


class ZoneWords(Resource):
    """``zones.yaml``: see the comments there. Lengths are in characters unless they say words."""

    labels: Annotated[tuple[Label, ...], Field(min_length=1)]
    inline_media: Words
    signs: Words
    service: Rules
    datelines: Rules
    bylines: Rules
    headline_most: Count
    headline_words: Count
    subheading_words: Count
    sentence_most: Count
    paragraph_least: Count
    abbreviations: Words
    title_places_words: Count
    bullets: Pattern
    common_names: Words


def load_zones(directory: str | None = None) -> ZoneWords:
    """The layer of zones.

    Args:
        directory: a folder whose ``zones.yaml`` replaces the shipped one; None for the shipped one.

    Raises:
        ResourceError: the file is not a valid layer.
    """
    zones: ZoneWords = load_yaml(ZoneWords, "layers/zones.yaml", directory)
    return zones
