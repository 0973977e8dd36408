"""The words that tell the type of a source."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from nlp_events.values import SourceType
from nlp_events.words.loader import Resource
from nlp_events.words.store import SHIPPED, Words
from nlp_events.words.wordings import Wording


class SourceResources(Resource):
    """The whole of ``sources.yaml``; the first of ``types`` that fits is the type of a source.

    ``noun`` is somebody who may speak, told by a noun. ``leading_article`` is what a name is compared without,
    ``conditional`` how a figure is told that somebody vouches for.
    """

    noun: Wording
    leading_article: Wording
    conditional: Wording
    types: Annotated[dict[SourceType, Wording], Field(min_length=1)]


def load_sources(words: Words = SHIPPED) -> SourceResources:
    """Read ``sources.yaml`` (see ``load_yaml``)."""
    return words.resource(SourceResources, "layers/sources.yaml")
