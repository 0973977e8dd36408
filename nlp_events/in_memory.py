"""Articles from what a Python program holds: texts, mappings, tables."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from numbers import Real
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from nlp_events.errors import InputError
from nlp_events.given import described, is_table, items_of, refused
from nlp_events.readers import Found, article_of, failure, publication_day
from nlp_events.readers.formats import suffix_of
from nlp_events.values import Article, ArticleResult

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

Item: TypeAlias = "str | Article | ArticleResult | Mapping[str, object]"
Given: TypeAlias = "Item | Iterable[Item] | pd.DataFrame"
"""One article or many, as ``extract`` takes them."""
Day: TypeAlias = "str | date | np.datetime64 | None"
"""A day as a program may hold it; a ``datetime`` and pandas' ``Timestamp`` are dates too."""

COLUMNS = ("text", "doc_id", "title", "published", "source")
"""Keys of a mapping and columns of a table that are read, unless the caller says how they are called there."""
Names: TypeAlias = "Mapping[str, str]"
"""One of ``COLUMNS`` → its name in what is given; a name that is not there is its own."""

_REMEDY = (
    "Give a text, an Article, a mapping with «text», an iterable of these, or a table with a column «text»; files are "
    "read by nlp_events.readers.read(paths), and what that yields is taken too."
)
_LONGEST_PATH = 1_024
"""Characters from which a text is none of a file's name."""


def articles_of(
    given: Given, published: str | None, columns: Names | None = None, *, caller: str = "extract"
) -> Iterator[Found]:
    """The articles in what a caller gave; a wrong one among several costs itself, by a result with ``error``.

    Args:
        given: one article, an iterable or a table.
        published: ISO date that replaces the articles' own; None to take theirs.
        columns: how keys or columns are called that have another name than ours; None where all have ours.
        caller: the function it was given to, for messages.

    Raises:
        InputError: it is neither an article nor articles; a column is named that there is not.
    """
    names = _names(columns or {}, caller)
    if isinstance(given, str | Article | ArticleResult | Mapping):
        try:
            return iter([_article(given, "text-1", published, names)])
        except InputError as error:
            raise InputError(caller, error.reason, error.problem) from None
    if is_table(given):
        return _numbered(_rows(given, names, named=columns or {}), published, {})
    return _numbered(items_of(caller, given, _REMEDY), published, names)


def _names(columns: Names, caller: str) -> Names:
    unknown = [name for name in columns if name not in COLUMNS]
    if unknown:
        problem = f"columns names {described(unknown[0])}, and there is no such part of an article"
        raise InputError(caller, "column", f"{problem}. Name one of {', '.join(COLUMNS)}, as in {{'text': 'body'}}.")
    return columns


def day_of(value: object, source: str) -> str | None:
    """The day «YYYY-MM-DD» of a date, as it is written: a time of day and a time zone change nothing.

    Args:
        value: a text, a ``date``, a ``datetime``, a ``Timestamp``, numpy's ``datetime64``; None, NaN and NaT are none.
        source: its name in messages.

    Raises:
        InputError: it is no date.
    """
    if _is_missing(value):
        return None
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if type(value).__name__ == "datetime64":
        return publication_day(str(value), source)
    if not isinstance(value, str):
        problem = f"the publication date is {described(value)}, no date"
        raise InputError(source, "published", f"{problem}. Give a date, or write it as YYYY-MM-DD.")
    return publication_day(value, source)


def _numbered(items: Iterable[Any], published: str | None, names: Names) -> Iterator[Found]:
    for number, item in enumerate(items, start=1):
        name = f"text-{number}"
        try:
            yield _article(item, name, published, names)
        except InputError as error:
            yield failure(_own_id(_renamed(item, names)) or name, error)


def _renamed(item: object, names: Names) -> object:
    """A mapping with our keys, as the caller has named them."""
    if not names or not isinstance(item, Mapping):
        return item
    return {ours: item[theirs] for ours in COLUMNS if (theirs := names.get(ours, ours)) in item}


def _article(item: object, name: str, published: str | None, names: Names) -> Found:
    value = item.as_py() if hasattr(item, "as_py") else item  # one of pyarrow's
    if isinstance(value, ArticleResult):
        return value
    if isinstance(value, Article):
        data: Mapping[str, Any] = {key: getattr(value, key) for key in COLUMNS[:-1]} | {"source": value.site}
    elif isinstance(value, Mapping):
        data = cast("Mapping[str, Any]", _renamed(value, names))
    elif isinstance(value, str):
        if _names_file(value):
            problem = f"{described(value)} names a file, and is no article"
            raise InputError(name, "path", f"{problem}. Read it with nlp_events.readers.read([path]), or its text.")
        data = {"text": str(value)}
    else:
        raise refused(name, value, _REMEDY)
    return article_of(_plain(data, name), name, published=published)


def _plain(data: Mapping[str, Any], name: str) -> dict[str, Any]:
    """A mapping with the values of ``article_of``, as they would be written in JSON."""
    found: dict[str, Any] = {key: None if _is_missing(data[key]) else data[key] for key in COLUMNS if key in data}
    if isinstance(text := found.get("text"), Iterable) and not isinstance(text, str):
        problem = f"«text» is {described(text)}, not one text"
        raise InputError(name, "type", f"{problem}. Give a list of mappings, or a table: pandas.DataFrame(...).")
    found |= {"doc_id": _own_id(data)} if "doc_id" in data else {}
    if "published" in found:
        found["published"] = day_of(found["published"], name)
    return found


def _own_id(item: object) -> str | None:
    """The id of an article; a number is taken as one, and 3.0 is 3, as in a column where some are missing."""
    own = item.get("doc_id") if isinstance(item, Mapping) else getattr(item, "doc_id", None)
    if _is_missing(own):
        return None
    return str(int(own) if isinstance(own, float) and own.is_integer() else own) or None


def _is_missing(value: object) -> bool:
    """None, a number that is none, pandas' and numpy's «not a time» and «not available»."""
    if value is None or type(value).__name__ in ("NAType", "NaTType"):
        return True
    # What is «not a number» or «not a time» differs from itself.
    return (isinstance(value, Real) or type(value).__name__ == "datetime64") and value != value


def _names_file(text: str) -> bool:
    """Whether a text is the name of a file or folder, or looks like one: no article is one word with such an ending."""
    line = text.strip()
    if not line or "\n" in line or len(line) > _LONGEST_PATH:
        return False
    if any(char.isspace() for char in line):
        return os.path.isfile(line)  # noqa: PTH113 - Path raises on a name that is too long
    return "://" in line or suffix_of(line) is not None or os.path.exists(line)  # noqa: PTH110 - as above


def _rows(table: Any, names: Names, *, named: Names) -> Iterator[dict[str, Any]]:
    """The rows of a table of pandas, polars or pyarrow with our names, lazily; ``named`` columns have to be there."""
    there = [str(name) for name in (table.column_names if hasattr(table, "column_names") else table.columns)]
    theirs = {ours: names.get(ours, ours) for ours in COLUMNS}
    kept = {ours: column for ours, column in theirs.items() if column in there}
    for ours in COLUMNS:
        if ours not in kept and (ours == "text" or ours in named):
            problem = f"the table has no column «{theirs[ours]}»; it has: {', '.join(there) or 'none'}"
            remedy = f"Name the one that is meant: columns={{'{ours}': …}}."
            raise InputError("extract", "column", f"{problem}. {remedy}")
    if twice := [column for column in kept.values() if there.count(column) > 1]:
        raise InputError("extract", "column", f"the table has «{twice[0]}» twice. Rename or drop one of them.")
    return _cells(table, kept, [there.index(column) for column in kept.values()])


def _cells(table: Any, kept: dict[str, str], places: list[int]) -> Iterator[dict[str, Any]]:
    theirs = [*kept.values()]
    if hasattr(table, "iloc"):
        columns = (table.iloc[:, place] for place in places)
        yield from (dict(zip(kept, row, strict=True)) for row in zip(*columns, strict=True))
    elif hasattr(table, "iter_rows"):
        rows = table.select(theirs).iter_rows(named=True)
        yield from ({ours: row[column] for ours, column in kept.items()} for row in rows)
    else:
        for batch in table.select(theirs).to_batches() if hasattr(table, "to_batches") else [table.select(theirs)]:
            yield from ({ours: row[column] for ours, column in kept.items()} for row in batch.to_pylist())
