"""The words that tell who did it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from nlp_events.values import ActorType, Means
from nlp_events.words.loader import Resource, Word, WordList
from nlp_events.words.store import SHIPPED, Words
from nlp_events.words.wordings import Wording

HeadKind = Literal[
    "state_force",
    "authority",
    "police",
    "armed_group",
    "body",
    "gang",
    "crowd",
    "culprit",
    "doer",
    "engine",
    "somebody",
]


class ActorResources(Resource):
    """The whole of ``actors.yaml``: see the comments in the file, one a key."""

    heads: Annotated[dict[HeadKind, WordList], Field(min_length=1)]
    forces: Annotated[dict[HeadKind, Word], Field(min_length=1)]
    means: Annotated[dict[Means, WordList], Field(min_length=1)]
    instrument: Wording
    held: Wording
    determiner: Wording
    no_noun: Wording
    other_sense: Wording
    tail: Wording
    loose_end: Wording
    aside: Wording
    armed: Wording
    vague: Wording
    nature: Annotated[dict[ActorType, Wording], Field(min_length=1)]
    governed: Wording
    active: Annotated[dict[Literal["harm", "seize"], Wording], Field(min_length=1)]
    articled: Wording
    plural_verb: Wording
    gerund: Wording
    pronoun: Wording
    before: Annotated[dict[str, Wording], Field(min_length=1)]
    behind: Annotated[dict[str, Wording], Field(min_length=1)]
    state_attack: Wording


def load_actors(words: Words = SHIPPED) -> ActorResources:
    """Read ``actors.yaml`` (see ``load_yaml``)."""
    return words.resource(ActorResources, "layers/actors.yaml")
