"""From mappings to articles, and what stands in the place of one that cannot be read."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from dataclasses import fields as fields_of
from datetime import date
from typing import Any

from nlp_events.errors import InputError
from nlp_events.readers.days import MOST_SHOWN, REMEDY, is_nothing, is_number, publication_day
from nlp_events.readers.fields import STANDARD_FIELDS, STANDARD_NAMES, Fields, asked, fields_among, options_of
from nlp_events.readers.json_values import Repeating
from nlp_events.readers.options import STANDARD, ReadOptions
from nlp_events.readers.paths import MISSING, at, first_at, name_at, text_at
from nlp_events.readers.sources import Source
from nlp_events.text.field_names import FIELDS, Paths
from nlp_events.values import Article, ArticleResult

LOGGER = logging.getLogger("nlp_events")

_COUNTED = re.compile(r"[0-9]{1,5}")
"""A guessed id that only counts the rows of its file, as every other file does."""

Found = Article | ArticleResult
"""What readers yield: an article, or a result with ``error`` in the place of one that cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted(Article):
    """An article and what is to be known of it until it leaves the readers.

    Attributes:
        written: what stands in the place of its date of publication and is none: it is told, and the article kept.
        place: its file and place in it, where its id was guessed, so that another article may have it too.
    """

    written: str = ""
    place: str = ""

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
        data: the mapping; keys other than those that the options name are ignored, and without options other than
            «text», «doc_id», «title», «published» and «source» (the site or paper). The date is as in
            ``publication_day``.
        source: its name in messages.
        doc_id: its ``doc_id`` when it holds none; None for ``source``.
        published: as in ``ReadOptions``, which it overrides.
        options: the names of the keys.

    Raises:
        InputError: a value is missing or of the wrong type.
    """
    names = Source(source, doc_id or source)
    own: dict[Any, Any] = {name: found for name, given in options_of(options).items() if (found := asked(given, names))}
    made = _made(data, names, published, options, replace(STANDARD_FIELDS, **own))
    return told(made, source) if isinstance(made, Noted) else made


def told(article: Noted, source: str) -> Article:
    """An article as such, after a warning where its date is none."""
    if article.written:
        LOGGER.warning("%s", readable(undated(source, article.written)))
    return article.article()


def undated(source: str, written: str) -> str:
    """What is said of an article whose date of publication cannot be read."""
    problem = f"the publication date {written} is not a date, and the article is left undated"
    return f"{source}: {problem}. {REMEDY}"


def _made(
    data: Mapping[str, Any], names: Source, published: str | None, options: ReadOptions, fields: Fields
) -> Article:
    """An article; ``names`` has its name in messages, and its ``doc_id`` when it holds none."""
    text = _text_of(data, names.name, fields.text)
    own, title = (_string(data, fields[name], names.name) for name in ("id", "title"))
    if fields.loose_id and _COUNTED.fullmatch(own):
        own = ""
    day, written = _day_of(data, fields.date, names.name), ""
    try:
        published = published or options.published
        published = published or publication_day(day, names.name, date_format=options.date_format)
    except InputError:
        written = f"{day!r:.{MOST_SHOWN}}"
    place = names.doc_id if own and fields.loose_id else ""
    article = Article(
        doc_id=own or names.doc_id,
        text=text,
        title=title or None,
        published=published,
        site=name_at(first_at(data, fields.source)),
    )
    return noted(article, written=written, place=place) if written or place else article


def noted(article: Article, *, written: str = "", place: str = "") -> Noted:
    """An article with what is to be known of it."""
    known = {field.name: getattr(article, field.name) for field in fields_of(Article)}
    return Noted(**known, written=written, place=place)


def _text_of(data: Mapping[str, Any], source: str, paths: Paths) -> str:
    text = text_at(first_at(data, paths))
    key = next((path for path in paths if at(data, path) is text), paths[0] if paths else STANDARD_NAMES["text"])
    if text is MISSING:
        raise InputError(source, "missing", f'has no "{key}". Give the article its text under that key.')
    if text is None:
        raise InputError(source, "type", f'"{key}" is null. Give the article its text, or leave it out.')
    _require_string(key, text, source)
    return str(text)


def _value(data: Mapping[str, Any], paths: Paths) -> Any:
    """What the first of some keys holds; None for what pandas writes for nothing."""
    value = first_at(data, paths)
    if value is MISSING:
        return None
    return value if value is None or isinstance(value, str) or not is_nothing(value) else None


def _string(data: Mapping[str, Any], paths: Paths, source: str) -> str:
    """A title or an id, which may be a whole number; empty where there is none."""
    value = _value(data, paths)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    _require_string(paths[0] if paths else "", value, source)
    return value or ""


def _day_of(data: Mapping[str, Any], paths: Paths, source: str) -> Any:
    value = _value(data, paths)
    if not _is_date(value):
        _require_string(paths[0] if paths else "", value, source)
    return value


def _require_string(key: str, value: object, source: str) -> None:
    if value is not None and not isinstance(value, str):
        raise InputError(source, "type", f'"{key}" is a {type(value).__name__}, not a string. Quote it.')


def _is_date(value: object) -> bool:
    """Whether a value is a date of some class, or a number that may be one."""
    return isinstance(value, date) or is_number(value) or type(value).__name__ == "datetime64"


def found_in(data: object, source: str, doc_id: str, options: ReadOptions, fields: Fields | None = None) -> Found:
    """The article of a JSON value, or what stands in its place, under its own id if it has one.

    Args:
        data: the value, which should be an object.
        source: its name in messages.
        doc_id: its ``doc_id`` when it holds none.
        options: how it is read.
        fields: where its fields stand; None to tell it by the options and the names of its keys.
    """
    names = Source(source, doc_id)
    if not isinstance(data, dict):
        problem = f'holds a {type(data).__name__}. Write an object with a "text" for each article.'
        return failure(doc_id, InputError(source, "type", problem))
    fields = fields or fields_among(list(data), names, options)
    own = first_at(data, fields.id)
    try:
        _require_once(data, source, fields)
        return _made(data, names, None, options, fields)
    except InputError as error:
        sure = isinstance(own, str) and own and not fields.loose_id
        return failure(own if sure else doc_id, error)


def _require_once(data: dict[str, Any], source: str, fields: Fields) -> None:
    if not isinstance(data, Repeating):
        return
    for name in FIELDS:
        for path in fields[name]:
            if path.partition(".")[0] in data.repeated or path in data.repeated:
                raise InputError(source, "json", f'has "{path}" twice, with two values. Keep one of them.')


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
        duplicate_of=article.duplicate_of,
        pages=article.pages,
        status=reason,
        error=str(InputError(article.doc_id, reason, problem)),
        text=article.text,
    )


def readable(name: str) -> str:
    r"""A name in which what UTF-8 has no form for, as a byte of a file name that is no text, is written «\udcff»."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")
