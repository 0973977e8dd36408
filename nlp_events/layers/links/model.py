"""The wordings that tie the figures of an article together."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from nlp_events.values import Toll
from nlp_events.words.loader import Resource
from nlp_events.words.store import SHIPPED, Words
from nlp_events.words.wordings import Rule, Wording


class TollRule(Rule):
    """Words that tell the status of a toll."""

    toll: Toll


class LinkResources(Resource):
    """The whole of ``links.yaml``."""

    tolls: Annotated[tuple[TollRule, ...], Field(min_length=1)]
    earlier: Wording
    earlier_behind: Wording
    joined: Wording
    share: Wording
    compared: Wording
    compared_behind: Wording
    newer: Wording
    they_are: Wording
    now_behind: Wording
    total: Wording
    episode: Wording
    newly: Wording
    raised: Wording
    lowered: Wording


def load_links(words: Words = SHIPPED) -> LinkResources:
    """Read ``links.yaml`` (see ``load_yaml``)."""
    return words.resource(LinkResources, "layers/links.yaml")
