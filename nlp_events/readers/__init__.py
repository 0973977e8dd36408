"""From files, folders and standard input to articles, one at a time.

What cannot be read is no exception but an ``ArticleResult`` with its ``error`` set, in the place the article would have
had: the run goes on, and the output still has a line for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from nlp_events.errors import InputError
from nlp_events.readers.articles import Found, article_of, failure
from nlp_events.readers.days import publication_day
from nlp_events.readers.inputs import read_input
from nlp_events.readers.options import MOST_CHARS, STANDARD, ReadOptions

__all__ = ["MOST_CHARS", "Found", "ReadOptions", "article_of", "failure", "publication_day", "read"]


def read(
    inputs: Iterable[str | Path], *, options: ReadOptions = STANDARD, published: str | None = None
) -> Iterator[Found]:
    """Read articles lazily, in the order of the inputs; the files of a folder in the order of their paths.

    Args:
        inputs: files («.txt», «.md»: one article, «.jsonl»: one a line), folders (searched at every depth), «-» for
            standard input (JSON Lines when its first character is «{», else one text).
        options: how they are read.
        published: short for options with that ``published``.

    Yields:
        An ``Article``, or an ``ArticleResult`` with ``error`` for one that cannot be read. No ``doc_id`` comes twice.

    Raises:
        InputError: ``published`` is not a date.
    """
    chosen = replace(options, published=publication_day(published or options.published, "published"))
    return _unique(found for name in inputs for found in read_input(str(name), chosen))


def _unique(found: Iterator[Found]) -> Iterator[Found]:
    seen: set[str] = set()
    for one in found:
        if one.doc_id not in seen:
            seen.add(one.doc_id)
            yield one
            continue
        problem = "another article before it has this doc_id. Give each its own, or leave the second one out."
        number = next(n for n in range(2, len(seen) + 3) if f"{one.doc_id} ({n})" not in seen)
        seen.add(f"{one.doc_id} ({number})")
        yield failure(f"{one.doc_id} ({number})", InputError(one.doc_id, "duplicate", problem))
