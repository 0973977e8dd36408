"""Reading one layer of language resources: YAML or CSV to frozen, validated models.

A linguist edits ``lang/fr/*.yaml`` and ``*.csv`` without touching code; ``directory`` replaces the shipped folder file
by file (a file that is not there is taken from the package).
"""

from __future__ import annotations

import csv
import json
import os
import re
from functools import lru_cache
from io import StringIO
from pathlib import Path
from typing import Annotated, Any, TypeVar

from nlp_events.resources.files import MOST_TABLE, text_of, yaml_of
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
from nlp_events.words.lexicon import ClassKind, WordClass, parts_of
from nlp_events.words.patterns import Names, PatternError

SHIPPED = Path(__file__).resolve().parent.parent / "lang" / "fr"
WORDS = "words"
"""The folder of the classes of words."""
PARTS = "parts"
"""The key under which a file names patterns that its other patterns use."""
_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?")


class Resource(BaseModel):
    """A strict, frozen piece of a resource file: unknown keys, wrong types and empty lists are errors."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


ResourceT = TypeVar("ResourceT", bound=Resource)
RowT = TypeVar("RowT", bound=Resource)
ModelT = TypeVar("ModelT", bound=BaseModel)


def _compiles(pattern: str) -> str:
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
Words = Annotated[tuple[Word, ...], BeforeValidator(_with_classes), Field(min_length=1)]
"""A list of words; «<weekday>» in it stands for the words of that class."""


def resource_path(name: str, directory: str | None = None) -> Path:
    """Where a resource file is read from: ``directory`` if it holds one of that name, else the package."""
    if directory is not None:
        folder = Path(directory)
        if not os.path.isdir(folder):  # noqa: PTH112 - False, too, for what no system can look up
            raise ResourceError(str(folder), "", "there is no such folder of language resources.", "Check the path.")
        if os.path.lexists(folder / name):  # what is there and is no file is refused where it is read
            return folder / name
    return SHIPPED / name


def load_yaml(model: type[ResourceT], name: str, directory: str | None = None) -> ResourceT:
    """Read and validate one YAML file.

    Args:
        model: the layer's model.
        name: the file name («dates.yaml»).
        directory: a folder whose file of that name replaces the shipped one; None for the shipped one.

    Returns:
        The validated layer, one object a (model, name, directory).

    Raises:
        ResourceError: the file is no YAML, has a duplicate or unknown key, or a value of the wrong form.
    """
    # The cache forgets the type variable: it is put back here, once for every layer.
    layer: ResourceT = _load_yaml(model, name, directory)
    return layer


@lru_cache(maxsize=64)
def _load_yaml(model: type[ResourceT], name: str, directory: str | None) -> ResourceT:
    path = resource_path(name, directory)
    data = yaml_of(path)
    parts = data.pop(PARTS, {}) if isinstance(data, dict) else {}
    return _validated(model, data, path, Names(word_classes(directory), _validated(_Parts, {PARTS: parts}, path).parts))


class _Parts(Resource):
    parts: dict[Word, Word | tuple[Word, ...]]


class ClassResource(Resource):
    """One class of words: verbs or nouns as lemmas, whose forms are made by code, or phrases as they are."""

    kind: ClassKind
    words: Words


class _ClassFile(RootModel[dict[Word, ClassResource]]):
    model_config = ConfigDict(strict=True, frozen=True)


@lru_cache(maxsize=8)
def word_classes(directory: str | None = None) -> dict[str, tuple[str, ...]]:
    """Every class that patterns can name, with its words, of all files of the folder ``words``.

    Args:
        directory: a folder whose files in ``words`` replace the shipped ones; None for the shipped ones.

    Raises:
        ResourceError: a file is wrong, or two of them have a class of one name.
    """
    classes: dict[str, tuple[str, ...]] = {}
    for name in sorted(path.name for path in (SHIPPED / WORDS).glob("*.yaml")):
        path = resource_path(f"{WORDS}/{name}", directory)
        for key, given in _validated(_ClassFile, yaml_of(path), path).root.items():
            found = parts_of(key, WordClass(given.kind, given.words))
            if twice := next((part for part in found if part in classes), None):
                raise ResourceError(str(path), key, f"the class {twice!r} stands in another file.", "Rename one.")
            classes |= found
    return classes


@lru_cache(maxsize=64)
def load_table(row: type[RowT], name: str, directory: str | None = None) -> tuple[RowT, ...]:
    """Read and validate one CSV table (UTF-8, comma, header line); empty cells are left to the row's defaults.

    Args:
        row: the model of one line; a field of several values takes them separated by «|».
        name: the file name («organisations.csv»).
        directory: a folder whose file of that name replaces the shipped one; None for the shipped one.

    Returns:
        One validated row a line, in file order.

    Raises:
        ResourceError: a line has an unknown column or a value of the wrong form.
    """
    return read_table(row, resource_path(name, directory))


def read_table(row: type[RowT], path: Path) -> tuple[RowT, ...]:
    """Read a CSV table from any path: see ``load_table``."""
    rows = csv.DictReader(StringIO(text_of(path, MOST_TABLE), newline=""), strict=True)
    try:
        names = list(rows.fieldnames or ())
        if twice := next((name for name in names if names.count(name) > 1), None):
            raise ResourceError(str(path), "line 1", f"has two columns {twice!r}.", "Keep one of them.")
        return tuple(_row(row, cells, path, number) for number, cells in enumerate(rows, start=2))
    except csv.Error as error:
        problem = f"cannot be read as CSV ({error})."
        # The row began behind the last line that was read well.
        line = f"line {rows.line_num + 1}"
        raise ResourceError(str(path), line, problem, "Close its quotes, or double them.") from error


def _row(row: type[RowT], cells: dict[str | None, Any], path: Path, number: int) -> RowT:
    try:
        return row.model_validate(_cells(row, cells))
    except ValidationError as error:
        raise _wrong(error, path, f"line {number}") from error


def _cells(row: type[RowT], cells: dict[str | None, Any]) -> dict[str, Any]:
    if None in cells:
        return {"more cells than columns": cells[None]}
    filled = {str(name): value.strip() for name, value in cells.items() if value is not None and value.strip()}
    kinds = _kinds(row)
    return {name: _cell(value, kinds.get(name)) for name, value in filled.items()}


@lru_cache(maxsize=64)
def _kinds(row: type[Resource]) -> dict[str, str]:
    """How each column is read: asked once a model, for a cell is quick to read and an annotation slow."""
    annotations = {name: field.annotation for name, field in row.model_fields.items()}
    return {
        name: "several" if "tuple" in str(annotation) else "number"
        for name, annotation in annotations.items()
        if "tuple" in str(annotation) or annotation in (float, float | None)
    }


def _cell(value: str, kind: str | None) -> Any:
    if kind == "several":
        return tuple(part.strip() for part in value.split("|") if part.strip())
    if kind == "number" and _NUMBER.fullmatch(value):
        return float(value)
    return value


def _validated(model: type[ModelT], data: Any, path: Path, names: Names | None = None) -> ModelT:
    try:
        # Strict JSON mode takes arrays for tuples, which strict Python mode does not.
        return model.model_validate_json(json.dumps(data), context=names)
    except ValidationError as error:
        raise _wrong(error, path) from error
    except TypeError as error:
        raise ResourceError(str(path), "", f"holds a value JSON has no form for ({error}).", "Quote it.") from error


def _wrong(error: ValidationError, path: Path, line: str = "") -> ResourceError:
    first = error.errors(include_url=False)[0]
    key = ".".join(str(part) for part in (line, *first["loc"]) if part != "")
    return ResourceError(str(path), key, f"{first['msg']}.", "Correct this entry; the head of the file explains it.")
