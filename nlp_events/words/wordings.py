"""A pattern with what proves it: texts that it finds, and texts that it must leave alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from pydantic import BaseModel

from nlp_events.words.branches import Led
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

    @cached_property
    def led(self) -> Led:
        """The pattern for a search, where it has many alternatives that begin with letters: the same, but faster."""
        return Led(self.pattern)


class Rule(Wording):
    """A pattern of a list, with its name; no two of a file have the same."""

    id: Word


def models_in(value: object, key: str = "") -> Iterator[tuple[str, BaseModel]]:
    """Every model in a file's value, itself among them, with where it stands («flow.stays»); those of a list alike."""
    if isinstance(value, (tuple, list)):
        for one in value:
            yield from models_in(one, key)
        return
    if isinstance(value, BaseModel):
        yield key, value
        inside = {name: getattr(value, name) for name in type(value).model_fields}
    else:
        inside = value if isinstance(value, dict) else {}
    for name, one in inside.items():
        yield from models_in(one, f"{key}.{name}" if key else str(name))


def wordings_of(resource: BaseModel) -> Iterator[tuple[str, Wording]]:
    """Every pattern of a file with examples of its own, with its name: its «id», or where it stands («flow.stays»)."""
    for key, model in models_in(resource):
        if isinstance(model, Wording):
            yield (model.id if isinstance(model, Rule) else key), model
