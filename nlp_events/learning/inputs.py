"""What a user gives to learn from: annotated articles, and judgements with the results that were judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from nlp_events.errors import InputError
from nlp_events.readers import publication_day
from nlp_events.scoring.annotated import read_annotated
from nlp_events.scoring.judgements import judged_rows, read_judgements
from nlp_events.values import ArticleResult

JUDGEMENTS = ".json"
"""What a file of judgements ends in; anything else holds annotated articles."""

Row = dict[str, Any]


def is_judgements(path: str) -> bool:
    """Whether a file is one of judgements, by its ending: a report gives «.json», annotated articles are «.jsonl»."""
    return Path(path).suffix.lower() == JUDGEMENTS


def rows_of(paths: Sequence[str], results: Iterable[ArticleResult]) -> list[Row]:
    """Articles to learn from, each once: an annotation goes before judgements of the same article.

    Args:
        paths: files of judgements, files and folders of annotated articles.
        results: the results that were judged, with their texts.

    Raises:
        InputError: a file cannot be read or is neither; no judgement is of the results; an article has no text.
    """
    rows = [_checked(row, path) for path in paths if not is_judgements(path) for row in read_annotated(path)]
    judged = [path for path in paths if is_judgements(path)]
    if judged:
        known = {row["doc_id"] for row in rows}
        rows += [row for row in _judged(judged, list(results)) if row["doc_id"] not in known]
    return rows


def _judged(paths: Sequence[str], results: Sequence[ArticleResult]) -> Iterator[Row]:
    said = [one for path in paths for one in read_judgements(path)]
    if not said:
        raise InputError(paths[0], "empty", "holds no judgement. Judge records in the report, then download it again.")
    rows = list(judged_rows(results, said))
    if not rows:
        problem = "is of none of these records. Name the results that the report was made of with --records."
        raise InputError(paths[0], "other", problem)
    yield from rows


def count_judged(rows: Iterable[Row]) -> int:
    """How many judgements the articles hold."""
    return sum(len(row["events"]) + len(row["wrong"]) for row in rows if "wrong" in row)


def _checked(row: Row, path: str) -> Row:
    """An annotated article with all that learning reads."""
    source = f"{path}, {row['doc_id']}"
    if "status" in row:
        problem = "is a result of «extract», which would teach what it says itself. Judge it, and make it gold."
        raise InputError(source, "type", f"{problem} See «nlp-events gold».")
    if not isinstance(row.get("text"), str) or not row["text"].strip():
        raise InputError(source, "text", 'has no "text", from which to learn. Give the article its text.')
    wrong = next((one for one in row["events"] if not _is_in(one, len(row["text"]))), None)
    if wrong is not None:
        problem = f"a figure stands at {wrong['start']} to {wrong['end']}, which is not in the text. Count its signs."
        raise InputError(source, "offsets", problem)
    return row | {"published": publication_day(row.get("published"), source)}


def _is_in(figure: Mapping[str, Any], length: int) -> bool:
    start, end = figure["start"], figure["end"]
    return isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= length
