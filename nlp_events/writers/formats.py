"""Which format a file name asks for, and files of one made into another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from nlp_events.errors import InputError, NlpEventsError
from nlp_events.values import ArticleResult
from nlp_events.writers.whole import whole_file

if TYPE_CHECKING:
    from nlp_events.writers.delimited import Dialect

Reader = Callable[[Path], Iterator[ArticleResult]]
Writer = Callable[[Iterable[ArticleResult], Path], None]

_MODULES = {
    "jsonl": "jsonl",
    "csv": "delimited",
    "parquet": "columnar",
    "sqlite": "database",
    "xlsx": "spreadsheet",
    "geojson": "geojson",
    "gexf": "network",
}
"""Format → the module that writes it, and reads it if it is read back, imported when needed."""
READ_BACK = ("jsonl", "csv", "parquet", "sqlite")
"""Formats that are read back; the others are for people and other programs."""

STANDARD_OUTPUT = "-"
"""What stands for standard output where a file is named."""

SUFFIXES = {f".{name}": name for name in _MODULES} | {".db": "sqlite"}
"""Ending of a file name → its format."""


def format_of(path: Path) -> str:
    """The format that a file name asks for.

    Raises:
        NlpEventsError: its ending is not known.
    """
    try:
        return SUFFIXES[path.suffix.lower()]
    except KeyError:
        raise NlpEventsError(f"{path}: has no known ending. Name it {', '.join(SUFFIXES)}.") from None


def read_results(path: str | Path) -> Iterator[ArticleResult]:
    """The results in a file that ``nlp-events extract`` or ``convert`` wrote, lazily.

    CSV and Parquet hold records alone: articles without one, entities and dates are not in them.

    Args:
        path: the file, whose format is told by its ending.

    Raises:
        InputError: there is no such file, it is none of ours, or of a format that is not read back.
        NlpEventsError: its ending is not known.
    """
    path = Path(path)
    name = format_of(path)
    if name not in READ_BACK:
        problem = f"is not read back. Name the .{', .'.join(READ_BACK)} file that it was made from."
        raise InputError(str(path), "format", problem)
    read = cast("Reader", _function("read", name))
    if not path.is_file():
        raise InputError(str(path), "missing", "there is no such file. Check the path.")
    return _guarded(path, read)


def write_results(
    results: Iterable[ArticleResult], path: str | Path, *, with_text: bool = False, excel: bool = False
) -> None:
    """Write results to a file, which appears whole or not at all.

    Args:
        results: what ``pipeline.process`` or ``read_results`` yields.
        path: the file, whose format is told by its ending.
        with_text: as in ``to_dict``; for JSON Lines alone, as SQLite keeps every text there is.
        excel: for CSV alone: as Excel opens it with a double click where decimals have a comma.

    Raises:
        NlpEventsError: the ending is not known, or the file cannot be written.
    """
    path = Path(path)
    name = format_of(path)
    write: Any = _function("write", name)
    if name == "jsonl":
        write = partial(write, with_text=with_text)
    if excel:
        write = partial(write, dialect=excel_dialect(path))
    with whole_file(path) as part:
        write(results, part)


def excel_dialect(path: str | Path) -> Dialect:
    """How CSV is written for Excel.

    Raises:
        NlpEventsError: the file is no CSV file.
    """
    from nlp_events.writers.delimited import EXCEL

    if Path(path).suffix.lower() != ".csv":
        raise NlpEventsError(f"{path}: only a .csv file is written for Excel. Name one, or write .xlsx.")
    return EXCEL


def has_text(path: str | Path) -> bool:
    """Whether a file of results holds the texts of its articles; errors as in ``read_results``."""
    return any(result.text is not None for result in read_results(path))


def write_file(rows: Path, path: Path, *, excel: bool = False) -> None:
    """Make a file of JSON Lines, as a run has written it, into one of another format; errors as in both above."""
    write_results(_guarded(rows, cast("Reader", _function("read", "jsonl"))), path, excel=excel)


def _function(what: str, name: str) -> Any:
    return getattr(import_module(f"nlp_events.writers.{_MODULES[name]}"), f"{what}_{name}")


def _guarded(path: Path, read: Reader) -> Iterator[ArticleResult]:
    import sqlite3

    problem = "is not a file of results, or is broken. Name one that nlp-events extract wrote."
    try:
        with closing(read(path)) as results:  # type: ignore[type-var]
            yield from results
    except (ValueError, KeyError, TypeError, AttributeError, sqlite3.Error) as error:
        raise InputError(str(path), "results", f"{problem} ({type(error).__name__}: {error})") from error
    except OSError as error:
        raise InputError(str(path), "unreadable", f"cannot be read ({error}). Check its permissions.") from error
