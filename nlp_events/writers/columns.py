"""What the columns of tables hold, told by the types of the record's contract: one account of them for every format.

A field that is added to ``Event`` or ``Incident`` is a column of each table at once, with its type.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from nlp_events.text.days import DateGrain, days_of, grain_of
from nlp_events.values import ArticleResult, Event

Kind = Literal["text", "integer", "number", "date", "boolean", "nested"]
_KINDS: dict[Any, Kind] = {int: "integer", float: "number", bool: "boolean", str: "text"}
DATED = ("date_first", "date_last", "date_grain")
"""What stands beside ``date`` in every table: its first and last day, and how wide it is."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its kind, the words of an enumeration (none for any text), and whether a cell may be empty.

    A «date» is an ISO day as text; what writes types makes a day of it.
    """

    kind: Kind = "text"
    words: tuple[str, ...] = ()
    optional: bool = True


def column_of(hint: Any) -> Column:
    """The column of a type."""
    kinds = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    (kind,) = (one for one in kinds if one is not type(None))
    words = get_args(kind) if get_origin(kind) is Literal else ()
    return Column("text" if words else _KINDS.get(kind, "nested"), words, optional=type(None) in kinds)


def columns_of(value: type, names: Iterable[str] = ()) -> dict[str, Column]:
    """The columns of a dataclass, in the order of its fields; of some of them where they are named."""
    hints = get_type_hints(value)
    return {name: column_of(hints[name]) for name in names or hints}


def with_days(columns: Mapping[str, Column]) -> dict[str, Column]:
    """Columns with those of ``DATED`` behind ``date``."""
    day = Column("date")
    found: dict[str, Column] = {}
    for name, column in columns.items():
        found[name] = column
        if name == "date":
            found |= dict(zip(DATED, (day, day, Column(words=get_args(DateGrain))), strict=True))
    return found


def dated(value: str | None) -> dict[str, str | None]:
    """What ``DATED`` says of a record's date; days as ISO dates."""
    first, last = (day.isoformat() if day else None for day in days_of(value))
    return {"date_first": first, "date_last": last, "date_grain": grain_of(value)}


ARTICLE = columns_of(ArticleResult, ("doc_id", "title", "published", "site", "duplicate_of", "status", "error"))
ARTICLE["published"] = Column("date")
"""Columns of an article, as they stand in front of each of its records."""
RECORD = with_days({name: column for name, column in columns_of(Event).items() if name != "doc_id"})
"""Columns of a record in its article."""
TABLE = ARTICLE | {name: replace(column, optional=True) for name, column in RECORD.items()}
"""The table of records: a row for an article that failed has its article's columns alone."""
FRAME = {name: column for name, column in ARTICLE.items() if name not in ("status", "error")} | RECORD
"""The table of records in memory, which has no row for an article that failed."""
