"""From mappings to articles, and what stands in the place of one that cannot be read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nlp_events.errors import InputError
from nlp_events.readers.days import publication_day
from nlp_events.readers.options import STANDARD, ReadOptions
from nlp_events.values import Article, ArticleResult

Found = Article | ArticleResult
"""What readers yield: an article, or a result with ``error`` in the place of one that cannot be read."""


def article_of(
    data: Mapping[str, Any],
    source: str,
    *,
    doc_id: str | None = None,
    published: str | None = None,
    options: ReadOptions = STANDARD,
) -> Article:
    """Build an article from a mapping with a text and, optionally, an id, a title and a date of publication.

    Args:
        data: the mapping; keys other than those that the options name, and «source» (the site or paper), are ignored.
        source: its name in messages.
        doc_id: its ``doc_id`` when it holds none; None for ``source``.
        published: as in ``ReadOptions``, which it overrides.
        options: the names of the keys.

    Raises:
        InputError: a value is missing or of the wrong type, or the date is not one.
    """
    text, name, title, day = options.text_field, options.id_field, options.title_field, options.date_field
    if text not in data:
        raise InputError(source, "missing", f'has no "{text}". Give the article its text under that key.')
    for key in (text, name, title, day):
        if data.get(key) is not None and not isinstance(data[key], str):
            raise InputError(source, "type", f'"{key}" is a {type(data[key]).__name__}, not a string. Quote it.')
    if data[text] is None:
        raise InputError(source, "type", f'"{text}" is null. Give the article its text, or leave it out.')
    site = data.get("source")
    return Article(
        doc_id=data.get(name) or doc_id or source,
        text=data[text],
        title=data.get(title) or None,
        published=published or options.published or publication_day(data.get(day), source),
        site=site if isinstance(site, str) and site else None,
    )


def found_in(data: object, source: str, doc_id: str, options: ReadOptions) -> Found:
    """The article of a JSON value, or what stands in its place, under its own id if it has one.

    Args:
        data: the value, which should be an object.
        source: its name in messages.
        doc_id: its ``doc_id`` when it holds none.
        options: the names of the keys.
    """
    if not isinstance(data, dict):
        problem = f'holds a {type(data).__name__}. Write an object with "{options.text_field}" for each article.'
        return failure(doc_id, InputError(source, "type", problem))
    own = data.get(options.id_field)
    try:
        return article_of(data, source, doc_id=doc_id, options=options)
    except InputError as error:
        return failure(own if isinstance(own, str) and own else doc_id, error)


def failure(doc_id: str, error: InputError) -> ArticleResult:
    """The result of an article that could not be read."""
    return ArticleResult(doc_id=doc_id, title=None, published=None, status=error.reason, error=readable(str(error)))


def failed(article: Article, reason: str, problem: str) -> ArticleResult:
    """The result of an article that was read and could not be processed: what is known of it is kept."""
    return ArticleResult(
        doc_id=article.doc_id,
        title=article.title,
        published=article.published,
        site=article.site,
        status=reason,
        error=str(InputError(article.doc_id, reason, problem)),
        text=article.text,
    )


def readable(name: str) -> str:
    r"""A name in which what UTF-8 has no form for, as a byte of a file name that is no text, is written «\udcff»."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")
