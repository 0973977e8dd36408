"""The words around a place name that tell whether it is the place of a happening."""

from __future__ import annotations

from nlp_events.words.loader import Resource
from nlp_events.words.store import SHIPPED, Words
from nlp_events.words.wordings import Wording


class PlaceWordResources(Resource):
    """The whole of ``places_of_figures.yaml``."""

    acting: Wording
    own_adjective: Wording
    locative: Wording
    speaker: Wording
    destination: Wording
    origin: Wording
    within: Wording
    beside: Wording
    as_well: Wording
    local: Wording
    struck: Wording
    passing: Wording
    heading: Wording
    heading_end: Wording
    not_places: Wording
    candidate: Wording
    before_bracket: Wording
    not_candidates: Wording
    name_parts: Wording
    national: Wording
    worldwide: Wording
    beside_happening: Wording
    there: Wording
    region_of_name: Wording
    clause_head: Wording
    not_at: Wording
    reference: Wording
    respectively: Wording
    in_a_row: Wording
    list_of_origins: Wording
    list_of_care: Wording


def load_place_words(words: Words = SHIPPED) -> PlaceWordResources:
    """Read ``places_of_figures.yaml`` (see ``load_yaml``)."""
    return words.resource(PlaceWordResources, "layers/places.yaml")
