"""The wordings of discourse."""

from __future__ import annotations

from nlp_events.words.loader import Resource
from nlp_events.words.store import SHIPPED, Words
from nlp_events.words.wordings import Wording


class DiscourseResources(Resource):
    """The whole of ``discourse.yaml``."""

    list_line: Wording


def load_discourse(words: Words = SHIPPED) -> DiscourseResources:
    """Read ``discourse.yaml`` (see ``load_yaml``)."""
    return words.resource(DiscourseResources, "layers/discourse.yaml")
