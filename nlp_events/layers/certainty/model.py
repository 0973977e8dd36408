"""The wordings of certainty: hearsay, fear, denial."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from nlp_events.values import Certainty
from nlp_events.words.loader import Resource
from nlp_events.words.store import SHIPPED, Words
from nlp_events.words.wordings import Rule, Wording

Reach = Literal["left", "right", "clause", "next"]


class CertaintyRule(Rule):
    """One wording; ``needs: verb`` asks for a verb cue of the same certainty as well."""

    certainty: Certainty
    reach: Reach
    needs: Literal["verb"] | None = None


class CertaintyResources(Resource):
    """The whole of ``certainty.yaml``."""

    verb_cues: dict[Certainty, Wording]
    rules: Annotated[tuple[CertaintyRule, ...], Field(min_length=1)]
    right_after: Wording
    shared: Wording


def load_certainty(words: Words = SHIPPED) -> CertaintyResources:
    """Read ``certainty.yaml`` (see ``load_yaml``)."""
    return words.resource(CertaintyResources, "layers/certainty.yaml")
