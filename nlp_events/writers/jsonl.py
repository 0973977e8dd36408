"""JSON Lines: an article a line, with nothing lost."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from nlp_events.values import ArticleResult
from nlp_events.writers.rows import from_dict, to_line


def write_jsonl(results: Iterable[ArticleResult], path: Path, *, with_text: bool = False) -> None:
    """Write results to a file of JSON Lines; ``with_text`` as in ``to_dict``."""
    with path.open("wb") as stream:
        for result in results:
            stream.write(to_line(result, with_text=with_text))


def read_jsonl(path: Path) -> Iterator[ArticleResult]:
    """The results in a file of JSON Lines.

    Raises:
        ValueError, KeyError, TypeError: a line is no such result.
    """
    with path.open("rb") as stream:
        for line in stream:
            if line.strip():
                yield from_dict(json.loads(line))
