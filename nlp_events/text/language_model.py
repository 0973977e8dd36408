"""The words by which a text is known to be French."""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated

from pydantic import Field

from nlp_events.words.loader import Resource, Words, load_yaml

FILE = "language.yaml"


class LanguageResource(Resource):
    """``language.yaml``: French function words and how many of them a French text has."""

    least_words: Annotated[int, Field(ge=1)]
    least_share: Annotated[float, Field(gt=0, lt=1)]
    words: Words
    examples: Words
    non_examples: Words


def language_resource(directory: str | None = None) -> LanguageResource:
    """The validated layer; ``directory`` as in ``load_yaml``."""
    return load_yaml(LanguageResource, FILE, directory)


@lru_cache(maxsize=8)
def function_words(directory: str | None = None) -> frozenset[str]:
    """The layer's words as a set."""
    return frozenset(language_resource(directory).words)
