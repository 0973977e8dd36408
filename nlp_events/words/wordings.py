"""A pattern with what proves it: texts that it finds, and texts that it must leave alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from pydantic import BaseModel

from nlp_events.words.loader import Pattern, Resource, Word, WordList


class Wording(Resource):
    """One pattern of a file. Its place in the file names it; ``Rule`` names itself.

    Attributes:
        pattern: a regular expression over the stretch of text its layer lays it on.
        examples: such stretches, in which it is found.
        non_examples: such stretches, in which it is not.
        as_written: whether it is laid on text as written, capitals and all, rather than on folded text.
    """

    pattern: Pattern
    examples: WordList
    non_examples: tuple[Word, ...] = ()
    as_written: bool = False

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern, compiled once."""
        return re.compile(self.pattern)


class Rule(Wording):
    """A pattern of a list, with its name; no two of a file have the same."""

    id: Word


def wordings_of(resource: BaseModel) -> Iterator[tuple[str, Wording]]:
    """Every pattern of a file with examples of its own, with its name: its «id», or where it stands («flow.stays»)."""
    for key in type(resource).model_fields:
        yield from _wordings(getattr(resource, key), key)


def _wordings(value: object, key: str) -> Iterator[tuple[str, Wording]]:
    if isinstance(value, Wording):
        yield (value.id if isinstance(value, Rule) else key), value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _wordings(getattr(value, name), f"{key}.{name}")
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from _wordings(one, f"{key}.{name}")
    elif isinstance(value, tuple):
        for one in value:
            yield from _wordings(one, key)
