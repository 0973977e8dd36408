"""One file of words and rules: YAML or CSV to frozen, validated models."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    RootModel,
    ValidationError,
    ValidationInfo,
)

from nlp_events.errors import ResourceError
from nlp_events.words.lexicon import ClassKind
from nlp_events.words.patterns import Names, PatternError

FOLDER = Path(__file__).resolve().parent.parent / "lang" / "fr"
"""Where the shipped words and rules lie."""
WORDS = "words"
"""The folder of the classes of words."""
PARTS = "parts"
"""The key under which a file names patterns that its other patterns use."""


class Resource(BaseModel):
    """A strict, frozen piece of a resource file: unknown keys, wrong types and empty lists are errors."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


ResourceT = TypeVar("ResourceT", bound=Resource)
ModelT = TypeVar("ModelT", bound=BaseModel)


def _compiles(pattern: str, info: ValidationInfo) -> str:
    if info.context is not None and info.context.proven:
        return pattern
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:  # the last two: of a count or a depth beyond all bounds
        raise ValueError(f"the regular expression does not compile: {error}") from error
    return pattern


def _expanded(written: Any, info: ValidationInfo) -> Any:
    """A pattern with the names in it, and its lines where it has several, put into one regular expression."""
    lines = isinstance(written, list) and written and all(isinstance(line, str) for line in written)
    if info.context is None or not (isinstance(written, str) or lines):
        return written
    names: Names = info.context
    try:
        return names.expanded(written)
    except PatternError as error:
        raise ValueError(str(error)) from error


Pattern = Annotated[str, BeforeValidator(_expanded), Field(min_length=1), AfterValidator(_compiles)]
"""A regular expression over folded text (lower case, straight apostrophes, plain spaces), which may name classes of
words, «<saying.past>», and parts of its file; a list is one of its lines."""


def _with_classes(written: Any, info: ValidationInfo) -> Any:
    """A list of words with those of the classes that are named in it; a tuple, for strict models want no list."""
    if not isinstance(written, list):
        return written
    if info.context is None:
        return tuple(written)
    names: Names = info.context
    try:
        return tuple(word for one in written for word in (names.words(one) if isinstance(one, str) else (one,)))
    except PatternError as error:
        raise ValueError(str(error)) from error


Word = Annotated[str, Field(min_length=1)]
WordList = Annotated[tuple[Word, ...], BeforeValidator(_with_classes), Field(min_length=1)]
"""A list of words; «<weekday>» in it stands for the words of that class."""


class Parts(Resource):
    """The named patterns of a file, which its other patterns use."""

    parts: dict[Word, Word | tuple[Word, ...]]


class ClassResource(Resource):
    """One class of words: verbs or nouns as lemmas, whose forms are made by code, or phrases as they are."""

    kind: ClassKind
    words: WordList


class ClassFile(RootModel[dict[Word, ClassResource]]):
    """A file of the folder ``words``: name of a class → what it holds."""

    model_config = ConfigDict(strict=True, frozen=True)


def validated(model: type[ModelT], data: Any, path: Path, names: Names | None = None) -> ModelT:
    """The value of a YAML file as its model.

    Args:
        model: what it has to be.
        data: its value.
        path: the file, for messages.
        names: what the names in its patterns stand for; None where it has none.

    Raises:
        ResourceError: it has a key or a value that the model has not.
    """
    try:
        # Strict JSON mode takes arrays for tuples, which strict Python mode does not.
        return model.model_validate_json(json.dumps(data), context=names)
    except ValidationError as error:
        raise wrong(error, path) from error
    except TypeError as error:
        raise ResourceError(str(path), "", f"holds a value JSON has no form for ({error}).", "Quote it.") from error


def wrong(error: ValidationError, path: Path, line: str = "") -> ResourceError:
    """The error of a file whose value is not what its model says: the first of what is wrong."""
    first = error.errors(include_url=False)[0]
    key = ".".join(str(part) for part in (line, *first["loc"]) if part != "")
    return ResourceError(str(path), key, f"{first['msg']}.", "Correct this entry; the head of the file explains it.")
