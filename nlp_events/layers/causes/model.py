"""The words that tell what kind of happening it was."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from nlp_events.values import Cause
from nlp_events.words.loader import Pattern, Resource, Word
from nlp_events.words.store import SHIPPED, Words


class CauseRule(Resource):
    """Words of one kind of happening; ``weight`` is how surely they tell it.

    ``turned_by`` names a rule whose words, anywhere in the article, make these words those of ``turned_into``.
    """

    id: Word
    cause: Cause
    weight: Annotated[float, Field(gt=0, strict=False)]
    pattern: Pattern
    examples: Annotated[tuple[Word, ...], Field(min_length=1)]
    non_examples: tuple[Word, ...] = ()
    turned_by: Word | None = None
    turned_into: Cause | None = None


class CauseResources(Resource):
    """The whole of ``causes.yaml``."""

    causes: Annotated[tuple[CauseRule, ...], Field(min_length=1)]


def load_causes(words: Words = SHIPPED) -> CauseResources:
    """Read ``causes.yaml`` (see ``load_yaml``)."""
    return words.resource(CauseResources, "layers/causes.yaml")
