"""The wordings of certainty: hearsay, fear, denial."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from nlp_events.values import Certainty
from nlp_events.words.loader import Pattern, Resource, Word
from nlp_events.words.store import SHIPPED, Words

Reach = Literal["left", "right", "clause", "next"]


class CertaintyRule(Resource):
    """One wording; ``needs: verb`` asks for a verb cue of the same certainty as well."""

    id: Word
    certainty: Certainty
    reach: Reach
    pattern: Pattern
    needs: Literal["verb"] | None = None
    examples: Annotated[tuple[Word, ...], Field(min_length=1)]
    non_examples: tuple[Word, ...] = ()


class CertaintyResources(Resource):
    """The whole of ``certainty.yaml``."""

    verb_cues: dict[Certainty, Pattern]
    rules: Annotated[tuple[CertaintyRule, ...], Field(min_length=1)]
    right_after: Pattern
    aside: Pattern
    shared: Pattern
    breaks: Pattern


def load_certainty(words: Words = SHIPPED) -> CertaintyResources:
    """Read ``certainty.yaml`` (see ``load_yaml``)."""
    return words.resource(CertaintyResources, "layers/certainty.yaml")
