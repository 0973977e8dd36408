"""The words of the report in a language, from the files beside its template."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from nlp_events.errors import NlpEventsError
from nlp_events.words.files import yaml_of

PAGE = Path(__file__).with_name("page")


def languages() -> list[str]:
    """The codes of the languages that there is a file of words for."""
    return sorted(path.stem.removeprefix("texts.") for path in PAGE.glob("texts.*.yaml"))


@lru_cache
def wordings(language: str) -> dict[str, Any]:
    """All words of one language, by section and key; see the head of the files.

    Raises:
        NlpEventsError: there is no such language.
    """
    if language not in languages():
        raise NlpEventsError(f"there is no report in the language {language!r}. Take one of: {', '.join(languages())}.")
    words: dict[str, Any] = yaml_of(PAGE / f"texts.{language}.yaml")
    return words


def named(words: dict[str, Any], field: str, value: object) -> str:
    """The wording of an enumerated value of a record; a value without one is its own wording."""
    table = words["values"].get(field, {})
    return str(table.get(value, value))
