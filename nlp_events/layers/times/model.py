"""The words that tell which time a figure speaks of."""

from __future__ import annotations

from nlp_events.words.loader import Pattern, Resource
from nlp_events.words.store import SHIPPED, Words


class TimeResources(Resource):
    """The whole of ``times.yaml``."""

    reporting: Pattern
    reporting_after: Pattern
    own: Pattern
    cumulative: Pattern
    background: Pattern
    pluperfect: Pattern
    not_background: Pattern
    dateline_start: Pattern
    dateline_end: Pattern
    since_start: Pattern
    since_before: Pattern
    closed_after: Pattern
    found_later: Pattern
    story_told: Pattern
    list_line: Pattern


def load_times(words: Words = SHIPPED) -> TimeResources:
    """Read ``times.yaml`` (see ``load_yaml``)."""
    return words.resource(TimeResources, "layers/times.yaml")
