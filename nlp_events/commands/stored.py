"""Results and incidents read back from files, each line by its shape."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nlp_events.errors import InputError
from nlp_events.readers.inputs import STANDARD_INPUT
from nlp_events.values import ArticleResult
from nlp_events.writers.formats import SUFFIXES, read_results
from nlp_events.writers.rows import from_dict


@dataclass(kw_only=True)
class Stored:
    """What files of results and incidents hold, and the lines that hold neither."""

    results: list[ArticleResult] = field(default_factory=list)
    incidents: list[dict[str, Any]] = field(default_factory=list)
    errors: list[InputError] = field(default_factory=list)


def read_stored(paths: Sequence[str]) -> Stored:
    """Read files that ``extract``, ``convert`` and ``incidents`` wrote, in any order and mixture.

    Args:
        paths: JSON Lines files, and tables of records; «-» for JSON Lines from standard input.

    Returns:
        Results and incidents in the order of the files; for each line that is neither an error that names it.

    Raises:
        InputError: a file cannot be read, or holds neither a result nor an incident.
    """
    stored = Stored()
    for path in paths:
        if Path(path).suffix.lower() in SUFFIXES and not path.lower().endswith(".jsonl"):
            stored.results += read_results(path)
            continue
        before = len(stored.results) + len(stored.incidents)
        for number, line in enumerate(_lines(path), start=1):
            if line.strip():
                _take(line, f"{path}:{number}", stored)
        if len(stored.results) + len(stored.incidents) == before:
            problem = "holds no result of «nlp-events extract» and no incident. Name a JSON Lines file that it wrote."
            raise InputError(path, "empty", problem)
    return stored


def _lines(path: str) -> Iterator[bytes]:
    lines: Iterable[bytes]
    try:
        if path == STANDARD_INPUT:
            yield from sys.stdin.buffer
            return
        with Path(path).open("rb") as lines:
            yield from lines
    except FileNotFoundError as error:
        raise InputError(path, "missing", "there is no such file. Check the path.") from error
    except OSError as error:
        problem = f"cannot be read ({error.strerror}). Name a file of JSON Lines."
        raise InputError(path, "unreadable", problem) from error


def _take(line: bytes, source: str, stored: Stored) -> None:
    try:
        row = json.loads(line)
        if "articles" in row and "impacts" in row:
            stored.incidents.append(row)
        else:
            stored.results.append(from_dict(row))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        problem = f"is no result of an article ({type(error).__name__}: {error}). Write the file again with «extract»."
        stored.errors.append(InputError(source, "json", problem))
