"""The wordings of attribution: who says so."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from nlp_events.values import SourceType
from nlp_events.words.loader import Pattern, Resource, Word
from nlp_events.words.store import SHIPPED, Words

Examples = Annotated[tuple[Word, ...], Field(min_length=1)]


class AttributionRule(Resource):
    """One wording; its pattern holds a group «source», its own or that of the part ``<name>``.

    ``side`` is where the figure stands. A rule that ``beats`` others is taken even when another is nearer. A
    ``clause`` rule's source is a subject, which may not be the happening itself. Only
    sentences with the letters of ``needs`` are searched.
    """

    id: Word
    pattern: Pattern
    side: Literal["before", "after", "either"]
    beats: bool = False
    clause: bool = False
    needs: str | None = None
    examples: Examples
    non_examples: tuple[Word, ...] = ()


class SourceTypeRule(Resource):
    """Words that tell the type of a source; the first rule that matches wins."""

    type: SourceType
    pattern: Pattern


class SourceResources(Resource):
    """The whole of ``sources.yaml``."""

    stops: Pattern
    leads: Pattern
    nobodies: Pattern
    rules: Annotated[tuple[AttributionRule, ...], Field(min_length=1)]
    not_speakers: Pattern
    pronoun_says: Pattern
    types: Annotated[tuple[SourceTypeRule, ...], Field(min_length=1)]
    agencies: Pattern
    dateline: Pattern
    said_before: Pattern


def load_sources(words: Words = SHIPPED) -> SourceResources:
    """Read ``sources.yaml`` (see ``load_yaml``)."""
    return words.resource(SourceResources, "layers/sources.yaml")
