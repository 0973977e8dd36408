"""The wordings of attribution: who says so."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from nlp_events.values import SourceType
from nlp_events.words.loader import Pattern, Resource, Word, WordList
from nlp_events.words.store import SHIPPED, Words
from nlp_events.words.wordings import Wording


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
    examples: WordList
    non_examples: tuple[Word, ...] = ()

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern, compiled once."""
        return re.compile(self.pattern)


class SourceResources(Resource):
    """The whole of ``sources.yaml``; the first of ``types`` that fits is the type of a source."""

    stops: Wording
    leads: Wording
    nobodies: Wording
    rules: Annotated[tuple[AttributionRule, ...], Field(min_length=1)]
    not_speakers: Wording
    pronoun_says: Wording
    types: Annotated[dict[SourceType, Wording], Field(min_length=1)]
    agencies: Wording
    said_before: Wording


def load_sources(words: Words = SHIPPED) -> SourceResources:
    """Read ``sources.yaml`` (see ``load_yaml``)."""
    return words.resource(SourceResources, "layers/sources.yaml")
