"""Which reader a file has, by its ending."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from io import BufferedReader
from typing import cast

from nlp_events.errors import InputError
from nlp_events.readers.articles import Found, failure
from nlp_events.readers.options import ReadOptions
from nlp_events.readers.sources import Source
from nlp_events.values import Article

Reader = Callable[[BufferedReader, Source, ReadOptions], Iterator[Found]]

_READERS = {
    ".jsonl": "json_lines:read_lines",
    ".md": "plain:read_text",
    ".txt": "plain:read_text",
}
"""Ending → module and function; a module is imported when a file needs it."""

SUFFIXES = tuple(_READERS)


def suffix_of(name: str) -> str | None:
    """The ending of a file name that says how it is read; None when none does."""
    lower = name.lower()
    return next((suffix for suffix in SUFFIXES if lower.endswith(suffix)), None)


def read_stream(stream: BufferedReader, source: Source, suffix: str, options: ReadOptions) -> Iterator[Found]:
    """The articles of an open file, each checked.

    Args:
        stream: its bytes.
        source: its names.
        suffix: one of ``SUFFIXES``.
        options: how it is read.
    """
    module, function = _READERS[suffix].split(":")
    reader = cast("Reader", getattr(import_module(f"nlp_events.readers.{module}"), function))
    try:
        for found in reader(stream, source, options):
            yield _checked(found, source, options) if isinstance(found, Article) else found
    except InputError as error:
        yield failure(source.doc_id, error)


def _checked(article: Article, source: Source, options: ReadOptions) -> Found:
    if len(article.text) <= options.max_chars:
        return article
    label = source.name if article.doc_id == source.doc_id else f"{source.name}, {article.doc_id}"
    problem = f"has {len(article.text)} characters, more than the {options.max_chars} of one article."
    return failure(article.doc_id, InputError(label, "long", f"{problem} Split it into articles."))
