"""When two names count as the same (``scoring.yaml``)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from nlp_events.words.loader import Resource, Words, load_yaml


class ScoringWords(Resource):
    """The file; its head explains it."""

    small_words: Words
    least_share: Annotated[float, Field(gt=0, le=1)]


def load_scoring(directory: str | None = None) -> ScoringWords:
    """Read and validate the file.

    Args:
        directory: a folder whose file replaces the shipped one; None for the shipped one.

    Raises:
        ResourceError: it is wrong.
    """
    return load_yaml(ScoringWords, "scoring.yaml", directory)
