"""The words that tell which time a figure speaks of."""

from __future__ import annotations

from nlp_events.words.loader import Resource
from nlp_events.words.store import SHIPPED, Words
from nlp_events.words.wordings import Wording


class TimeResources(Resource):
    """The whole of ``times.yaml``."""

    reporting: Wording
    reporting_after: Wording
    own: Wording
    cumulative: Wording
    since_start: Wording
    since_before: Wording
    closed_after: Wording


def load_times(words: Words = SHIPPED) -> TimeResources:
    """Read ``times.yaml`` (see ``load_yaml``)."""
    return words.resource(TimeResources, "layers/times.yaml")
