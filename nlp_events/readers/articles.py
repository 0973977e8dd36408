"""From mappings to articles, and what stands in the place of one that cannot be read."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from nlp_events.errors import InputError
from nlp_events.readers.days import MOST_SHOWN, REMEDY, is_nothing, is_number, publication_day
from nlp_events.readers.json_values import Repeating
from nlp_events.readers.options import STANDARD, ReadOptions
from nlp_events.values import Article, ArticleResult

LOGGER = logging.getLogger("nlp_events")

Found = Article | ArticleResult
"""What readers yield: an article, or a result with ``error`` in the place of one that cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undated(Article):
    """An article whose own date of publication cannot be read: it is kept, and the date is told and left out.

    Attributes:
        written: what stands in its place, for messages.
    """

    written: str = ""

    def article(self) -> Article:
        """The article as such."""
        return Article(doc_id=self.doc_id, text=self.text, title=self.title, published=self.published, site=self.site)


def article_of(
    data: Mapping[str, Any],
    source: str,
    *,
    doc_id: str | None = None,
    published: str | None = None,
    options: ReadOptions = STANDARD,
) -> Article:
    """Build an article from a mapping with a text and, optionally, an id, a title and a date of publication.

    A date that cannot be read leaves the article undated, with a warning in the log.

    Args:
        data: the mapping; keys other than those that the options name, and «source» (the site or paper), are ignored.
            The date is as in ``publication_day``.
        source: its name in messages.
        doc_id: its ``doc_id`` when it holds none; None for ``source``.
        published: as in ``ReadOptions``, which it overrides.
        options: the names of the keys.

    Raises:
        InputError: a value is missing or of the wrong type.
    """
    made = _made(data, source, doc_id, published, options)
    return told(made, source) if isinstance(made, Undated) else made


def told(article: Undated, source: str) -> Article:
    """An article as such, after a warning that it has no date."""
    LOGGER.warning("%s", readable(undated(source, article.written)))
    return article.article()


def undated(source: str, written: str) -> str:
    """What is said of an article whose date of publication cannot be read."""
    problem = f"the publication date {written} is not a date, and the article is left undated"
    return f"{source}: {problem}. {REMEDY}"


def _made(
    data: Mapping[str, Any], source: str, doc_id: str | None, published: str | None, options: ReadOptions
) -> Article:
    text = _text_of(data, source, options.text_field)
    name, title, day = (_value(data, key) for key in (options.id_field, options.title_field, options.date_field))
    _require_string(options.id_field, name, source)
    _require_string(options.title_field, title, source)
    if not _is_date(day):
        _require_string(options.date_field, day, source)
    site, written = data.get("source"), ""
    try:
        published = published or options.published or publication_day(day, source, date_format=options.date_format)
    except InputError:
        written = f"{day!r:.{MOST_SHOWN}}"
    kind = partial(Undated, written=written) if written else Article
    return kind(
        doc_id=name or doc_id or source,
        text=text,
        title=title or None,
        published=published,
        site=site if isinstance(site, str) and site else None,
    )


def _text_of(data: Mapping[str, Any], source: str, key: str) -> str:
    if key not in data:
        raise InputError(source, "missing", f'has no "{key}". Give the article its text under that key.')
    text = data[key]
    if text is None:
        raise InputError(source, "type", f'"{key}" is null. Give the article its text, or leave it out.')
    _require_string(key, text, source)
    return str(text)


def _value(data: Mapping[str, Any], key: str) -> Any:
    """What a key holds; None for what pandas writes for nothing."""
    value = data.get(key)
    return value if value is None or isinstance(value, str) or not is_nothing(value) else None


def _require_string(key: str, value: object, source: str) -> None:
    if value is not None and not isinstance(value, str):
        raise InputError(source, "type", f'"{key}" is a {type(value).__name__}, not a string. Quote it.')


def _is_date(value: object) -> bool:
    """Whether a value is a date of some class, or a number that may be one."""
    return isinstance(value, date) or is_number(value) or type(value).__name__ == "datetime64"


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
        _require_once(data, source, options)
        return _made(data, source, doc_id, None, options)
    except InputError as error:
        return failure(own if isinstance(own, str) and own else doc_id, error)


def _require_once(data: dict[str, Any], source: str, options: ReadOptions) -> None:
    if not isinstance(data, Repeating):
        return
    for key in (options.text_field, options.id_field, options.title_field, options.date_field):
        if key in data.repeated:
            raise InputError(source, "json", f'has "{key}" twice, with two values. Keep one of them.')


def unexpected(source: str, error: Exception) -> InputError:
    """What is said of an error that nobody foresaw: it costs one article or file, and never the run."""
    if isinstance(error, InputError):
        return error
    if isinstance(error, OSError):
        return InputError(source, "unreadable", f"cannot be read ({error.strerror or error}). Check its permissions.")
    problem = f"could not be read ({type(error).__name__}: {error}). Leave it out, or save it anew; please report it."
    return InputError(source, "failed", problem)


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
