"""The wordings that tie the figures of an article together."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from nlp_events.values import Toll
from nlp_events.words.loader import Pattern, Resource, Word
from nlp_events.words.store import SHIPPED, Words


class TollRule(Resource):
    """Words that tell the status of a toll."""

    toll: Toll
    pattern: Pattern
    examples: Annotated[tuple[Word, ...], Field(min_length=1)]


class ShareRule(Resource):
    """Words that make a figure one share of a larger one told before."""

    pattern: Pattern
    examples: Annotated[tuple[Word, ...], Field(min_length=1)]


class LinkResources(Resource):
    """The whole of ``links.yaml``."""

    tolls: Annotated[tuple[TollRule, ...], Field(min_length=1)]
    earlier: Pattern
    total: Pattern
    episode: ShareRule
    newly: ShareRule
    raised: ShareRule
    lowered: ShareRule


def load_links(words: Words = SHIPPED) -> LinkResources:
    """Read ``links.yaml`` (see ``load_yaml``)."""
    return words.resource(LinkResources, "layers/links.yaml")
