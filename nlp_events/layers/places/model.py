"""The words around a place name that tell whether it is the place of a happening."""

from __future__ import annotations

from nlp_events.words.loader import Pattern, Resource
from nlp_events.words.store import SHIPPED, Words


class PlaceWordResources(Resource):
    """The whole of ``places.yaml``."""

    locative: Pattern
    speaker: Pattern
    destination: Pattern
    origin: Pattern
    within: Pattern
    beside: Pattern
    as_well: Pattern
    local: Pattern
    struck: Pattern
    passing: Pattern
    heading: Pattern
    heading_end: Pattern
    not_places: Pattern
    dateline_end: Pattern
    candidate: Pattern
    not_candidates: Pattern
    name_parts: Pattern
    national: Pattern
    there: Pattern
    region_of_name: Pattern
    clause_break: Pattern
    of_a_part: Pattern
    clause_head: Pattern
    not_at: Pattern
    reference: Pattern


def load_place_words(words: Words = SHIPPED) -> PlaceWordResources:
    """Read ``places.yaml`` (see ``load_yaml``)."""
    return words.resource(PlaceWordResources, "layers/places.yaml")
