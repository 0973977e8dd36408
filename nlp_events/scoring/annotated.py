"""Annotated articles: JSON Lines with «doc_id», «text», «published» and «events»."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from nlp_events.errors import InputError

REQUIRED = ("impact", "start", "end")


def read_annotated(path: str | Path, *, half: str | None = None) -> list[dict[str, Any]]:
    """Read annotated articles; keys that are not known are kept.

    Args:
        path: a JSON Lines file, one article a line; or a folder of such files, as ``models/corpus``, which are read in
            the order of their names (not those in folders below).
        half: only the articles of this half, «train» or «held», where the articles name theirs; None for all.

    Raises:
        InputError: a file cannot be read, the folder holds none, or a line is no annotated article; it names the line.
    """
    files = sorted(Path(path).glob("*.jsonl")) if Path(path).is_dir() else [Path(path)]
    if not files:
        raise InputError(str(path), "empty", "holds no .jsonl file of annotated articles. Name another folder.")
    rows = [row for file in files for row in _file(file)]
    chosen = [row for row in rows if half is None or row.get("half") == half]
    if not chosen:
        raise InputError(str(path), "empty", f"holds no article of the half {half!r}. Choose another, or all.")
    return chosen


def _file(path: Path) -> list[dict[str, Any]]:
    try:
        lines = Path(path).read_text(encoding="utf-8").split("\n")  # a text may hold other line ends
    except FileNotFoundError as error:
        raise InputError(str(path), "missing", "there is no such file. Check the path.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), "unreadable", f"cannot be read ({error}). Save it as UTF-8 JSON Lines.") from error
    rows = [_row(line, f"{path}:{number}") for number, line in enumerate(lines, start=1) if line.strip()]
    if not rows:
        raise InputError(str(path), "empty", "holds no annotated article. Write one JSON object a line.")
    return rows


def _row(line: str, source: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise InputError(source, "json", f"the line is not whole JSON ({error}). Write one object a line.") from error
    if not isinstance(row, dict) or not isinstance(row.get("doc_id"), str) or not isinstance(row.get("events"), list):
        raise InputError(source, "type", 'has no "doc_id" or no list of "events". Give the article both.')
    for event in row["events"]:
        lacking = [name for name in REQUIRED if not isinstance(event, dict) or event.get(name) is None]
        if lacking or (event.get("min") is None and event.get("max") is None):
            what = ", ".join(lacking) or "min or max"
            raise InputError(source, "type", f"a figure has no {what}. Every figure needs impact, bounds and offsets.")
    return row
