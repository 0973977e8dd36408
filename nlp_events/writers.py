"""From results to JSON Lines and tables."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, get_args

from nlp_events import values
from nlp_events.errors import NlpEventsError
from nlp_events.values import ArticleResult, Event

if TYPE_CHECKING:
    from pandas import DataFrame

STANDARD_OUTPUT = "-"
COLUMNS = tuple(field.name for field in fields(Event))
_RECORD = COLUMNS[1:]  # The record stands inside its article's object, which holds the doc_id.

_CATEGORIES = {
    "impact": values.Impact,
    "modifier": values.Modifier,
    "unit": values.Unit,
    "who_category": values.WhoCategory,
    "certainty": values.Certainty,
    "cause": values.Cause,
    "scope": values.Scope,
    "flow": values.Flow,
    "place_role": values.PlaceRole,
    "source_type": values.SourceType,
    "toll": values.Toll,
    "zone": values.Zone,
}
_TYPES = {
    **dict.fromkeys(("start", "end", "trigger_start", "trigger_end"), "int64"),
    **dict.fromkeys(("min", "max"), "Int64"),
    **dict.fromkeys(("latitude", "longitude"), "float64"),
    **dict.fromkeys(("mentions", "evidence"), "object"),
}
"""Column → pandas type; enumerations are categories and all others texts."""


def to_dict(result: ArticleResult) -> dict[str, Any]:
    """The JSON object of one article, with the keys of the record's contract in its order."""
    return {
        "doc_id": result.doc_id,
        "title": result.title,
        "published": result.published,
        "error": result.error,
        "entities": list(result.entities),
        "dates": list(result.dates),
        "events": [{name: getattr(event, name) for name in _RECORD} for event in result.events],
    }


def to_line(result: ArticleResult) -> bytes:
    """One line of JSON Lines in UTF-8, with its line end."""
    line = json.dumps(to_dict(result), ensure_ascii=False, allow_nan=False) + "\n"
    return line.encode("utf-8", "replace")  # only a file name can hold what UTF-8 has no form for


@contextmanager
def writing(path: str | Path) -> Iterator[Callable[[ArticleResult], None]]:
    """Write JSON Lines to a file that appears whole or not at all.

    Args:
        path: the file, which is replaced; «-» for standard output, which is written line by line.

    Yields:
        A function that writes one result.

    Raises:
        NlpEventsError: the file cannot be written.
    """
    if str(path) == STANDARD_OUTPUT:
        yield partial(_write, sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return
    target = Path(path).resolve()
    # A device or a pipe is written as it is: replacing it by a file is not what anybody wants.
    whole = target.is_file() or not target.exists()
    with _opened(target.with_name(f".{target.name}.{os.getpid()}.part") if whole else target, path) as stream:
        yield partial(_write, stream)
    if whole:
        Path(stream.name).replace(target)


@contextmanager
def _opened(part: Path, path: str | Path) -> Iterator[BinaryIO]:
    try:
        stream = part.open("wb")
    except OSError as error:
        problem = f"cannot be written ({error.strerror}). Name a file in a folder that exists and is yours to write."
        raise NlpEventsError(f"{path}: {problem}") from error
    try:
        with stream:
            yield stream
    except BaseException:
        if part.name.endswith(".part"):
            part.unlink(missing_ok=True)
        raise


def _write(stream: BinaryIO, result: ArticleResult) -> None:
    stream.write(to_line(result))


def to_frame(events: Iterable[Event]) -> DataFrame:
    """Put records into a table, one row a figure.

    Args:
        events: what ``extract`` yields.

    Returns:
        A frame with the fields of ``Event`` as columns, in their order: bounds as nullable integers, offsets as
        integers, coordinates as floats, enumerations as categories, texts as strings, ``mentions`` and ``evidence`` as
        objects. Without a record it has the same columns and types and no row.
    """
    import pandas as pd  # Imported here: it takes longer to load than all the rest of the command line.

    rows = list(events)
    frame: DataFrame = pd.DataFrame(
        {name: pd.Series([getattr(row, name) for row in rows], dtype=_dtype(name)) for name in COLUMNS}
    )
    return frame


def _dtype(name: str) -> Any:
    from pandas import CategoricalDtype

    if name in _CATEGORIES:
        return CategoricalDtype(list(get_args(_CATEGORIES[name])))
    return _TYPES.get(name, "string")
