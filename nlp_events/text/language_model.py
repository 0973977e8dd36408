"""The words by which a text is known to be French."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from nlp_events.words.loader import Resource, WordList
from nlp_events.words.store import SHIPPED, Words, derived

FILE = "language.yaml"


class LanguageResource(Resource):
    """``language.yaml``: French function words and how many of them a French text has."""

    least_words: Annotated[int, Field(ge=1)]
    sure_share: Annotated[float, Field(gt=0, lt=1)]
    least_share: Annotated[float, Field(gt=0, lt=1)]
    words: WordList
    examples: WordList
    non_examples: WordList


def language_resource(words: Words = SHIPPED) -> LanguageResource:
    """The validated file."""
    return words.resource(LanguageResource, FILE)


@derived
def function_words(words: Words) -> frozenset[str]:
    """The layer's words as a set."""
    return frozenset(language_resource(words).words)
