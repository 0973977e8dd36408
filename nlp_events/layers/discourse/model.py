"""The wordings of discourse."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from nlp_events.words.loader import Pattern, Resource, Word, WordList
from nlp_events.words.store import SHIPPED, Words
from nlp_events.words.wordings import Wording


class Cues(Resource):
    """Words without which some attributions cannot be there: a sentence without them is not searched."""

    speaking: Wording
    relative: Wording


class Borders(Resource):
    """What ends a clause; of two at one place the first of this order counts."""

    semicolon: Wording
    stop: Wording
    part: Wording
    contrast: Wording
    join: Wording
    mark: Wording


class AttributionRule(Resource):
    """One wording; its pattern holds a group «source», its own or that of the part ``<name>``, and may hold «verb».

    ``side`` is where the figure stands. A rule that ``beats`` others is taken even when another is nearer. A
    ``clause`` rule's source is a subject, which may not be the happening itself. Only sentences with all the cues it
    ``needs`` are searched.
    """

    id: Word
    pattern: Pattern
    side: Literal["before", "after", "either"]
    beats: bool = False
    clause: bool = False
    needs: tuple[Literal["speaking", "relative"], ...] = ()
    examples: WordList
    non_examples: tuple[Word, ...] = ()

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern, compiled once."""
        return re.compile(self.pattern)


class DiscourseResources(Resource):
    """The whole of ``discourse.yaml``."""

    list_line: Wording
    one_of: Wording
    quotation: Wording
    stops: Wording
    leads: Wording
    nobodies: Wording
    cues: Cues
    attributions: Annotated[tuple[AttributionRule, ...], Field(min_length=1)]
    not_speakers: Wording
    not_saying: Wording
    agencies: Wording
    said_before: Wording
    same_speaker: Wording
    denial: Wording
    spoken_before: Wording
    spoken_after: Wording
    earlier: Wording
    pluperfect: Wording
    of_story: Wording
    looking_back: Wording
    borders: Borders
    relative: Wording


def load_discourse(words: Words = SHIPPED) -> DiscourseResources:
    """Read ``discourse.yaml`` (see ``load_yaml``)."""
    return words.resource(DiscourseResources, "layers/discourse.yaml")
