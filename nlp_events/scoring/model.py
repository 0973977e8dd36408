"""When two names count as the same (``scoring.yaml``)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from nlp_events.words.loader import Resource, WordList
from nlp_events.words.store import SHIPPED, Words


class ScoringWords(Resource):
    """The file; its head explains it."""

    small_words: WordList
    least_share: Annotated[float, Field(gt=0, le=1)]


def load_scoring(words: Words = SHIPPED) -> ScoringWords:
    """Read and validate the file.

    Args:
        words: the words and rules.

    Raises:
        ResourceError: it is wrong.
    """
    return words.resource(ScoringWords, "scoring.yaml")
