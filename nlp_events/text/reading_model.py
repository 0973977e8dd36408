"""What the columns of tables and the keys of JSON are called, and what databases and programs write."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from nlp_events.text.field_names import FieldName, Paths
from nlp_events.words.loader import Resource, WordList
from nlp_events.words.store import SHIPPED, Words

FILE = "reading.yaml"


class Preset(Resource):
    """What a database or program (``name``) writes: how its files are known, where an article's fields stand."""

    name: str
    known_by: Annotated[tuple[Paths, ...], Field(min_length=1)]
    no_text: bool = False
    partial: bool = False
    records: Paths
    text: Annotated[Paths, Field(min_length=1)]
    title: Paths
    date: Paths
    id: Paths
    source: Paths


class ReadingResource(Resource):
    """``reading.yaml``."""

    months: dict[str, str]
    fields: dict[FieldName, WordList]
    wrappers: WordList
    records: WordList
    presets: dict[str, Preset]


def load_reading(words: Words = SHIPPED) -> ReadingResource:
    """The validated file."""
    return words.resource(ReadingResource, FILE)
