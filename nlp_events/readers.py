"""From files, folders and standard input to articles, one at a time.

What cannot be read is no exception but an ``ArticleResult`` with its ``error`` set, in the place the article would have
had: the run goes on, and the output still has a line for it.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from io import BufferedReader
from pathlib import Path
from typing import Any, cast

from nlp_events.errors import InputError
from nlp_events.text.decoding import UTF_16_MARKS, decode
from nlp_events.values import Article, ArticleResult

SUFFIXES = (".jsonl", ".txt")
STANDARD_INPUT = "-"
MOST_BYTES = 64 * 1024 * 1024
"""Bytes of one article (a text file, a JSON line) that are held in memory; no article comes near it."""

_DAY = re.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")
_TIMESTAMP = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}.*)?")


def read(inputs: Iterable[str | Path], *, published: str | None = None) -> Iterator[Article | ArticleResult]:
    """Read articles lazily, in the order of the inputs; the files of a folder in the order of their paths.

    Args:
        inputs: files («.txt»: one article, «.jsonl»: one a line), folders (searched at every depth), «-» for standard
            input (JSON Lines when its first character is «{», else one text).
        published: ISO date of publication that replaces whatever the inputs say; None to take theirs («published» in
            JSON, a date in the name of a text file).

    Yields:
        An ``Article``, or an ``ArticleResult`` with ``error`` for one that cannot be read. No ``doc_id`` comes twice.

    Raises:
        InputError: ``published`` is not a date.
    """
    day = publication_day(published, "published")
    return _unique(found for name in inputs for found in _input(str(name), day))


def article_of(data: Mapping[str, Any], source: str, *, published: str | None = None) -> Article:
    """Build an article from a mapping with «text» and, optionally, «doc_id», «title» and «published».

    Args:
        data: the mapping; other keys are ignored.
        source: its name in messages, and its ``doc_id`` when it holds none.
        published: as in ``read``.

    Raises:
        InputError: a value is missing or of the wrong type, or «published» is not a date.
    """
    if "text" not in data:
        raise InputError(source, "missing", 'has no "text". Give the article its text under that key.')
    for key in ("text", "doc_id", "title", "published"):
        if data.get(key) is not None and not isinstance(data[key], str):
            raise InputError(source, "type", f'"{key}" is a {type(data[key]).__name__}, not a string. Quote it.')
    if data["text"] is None:
        raise InputError(source, "type", '"text" is null. Give the article its text, or leave it out.')
    return Article(
        doc_id=data.get("doc_id") or source,
        text=data["text"],
        title=data.get("title") or None,
        published=published or publication_day(data.get("published"), source),
    )


def publication_day(value: str | None, source: str) -> str | None:
    """The day «YYYY-MM-DD» of an ISO 8601 date or timestamp; None for None or an empty string.

    Raises:
        InputError: it is neither.
    """
    if not value:
        return None
    if _TIMESTAMP.fullmatch(value):
        with suppress(ValueError):
            return date.fromisoformat(value[:10]).isoformat()
    raise InputError(source, "published", f"the publication date {value!r} is not a date. Write it as YYYY-MM-DD.")


def failure(doc_id: str, error: InputError) -> ArticleResult:
    """The result of an article that could not be read."""
    return ArticleResult(doc_id=doc_id, title=None, published=None, error=str(error))


def _unique(found: Iterator[Article | ArticleResult]) -> Iterator[Article | ArticleResult]:
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


def _input(name: str, published: str | None) -> Iterator[Article | ArticleResult]:
    path = Path(name)
    if name == STANDARD_INPUT:
        yield from _stream(cast("BufferedReader", sys.stdin.buffer), published)
    elif path.is_dir():
        yield from _folder(path, published)
    elif path.suffix.lower() in SUFFIXES or not path.exists():
        yield from _file(path, path.name, published)
    else:
        problem = f"has no known ending. Give {' or '.join(SUFFIXES)} files, a folder of them, or - for standard input."
        yield failure(name, InputError(name, "kind", problem))


def _folder(folder: Path, published: str | None) -> Iterator[Article | ArticleResult]:
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file())
    for path in paths:
        yield from _file(path, path.relative_to(folder).as_posix(), published)
    if not paths:
        problem = f"holds no article. Put {' or '.join(SUFFIXES)} files in it, or name another folder."
        yield failure(str(folder), InputError(str(folder), "empty", problem))


def _file(path: Path, doc_id: str, published: str | None) -> Iterator[Article | ArticleResult]:
    try:
        with path.open("rb") as stream:
            if path.suffix.lower() == ".jsonl":
                yield from _lines(stream, str(path), published)
            else:
                yield _text(stream, str(path), doc_id, published or _day_in(path.name))
    except FileNotFoundError:
        yield failure(str(path), InputError(str(path), "missing", "there is no such file. Check the path."))
    except OSError as error:
        problem = f"cannot be read ({error.strerror}). Check its permissions."
        yield failure(str(path), InputError(str(path), "unreadable", problem))


def _stream(stream: BufferedReader, published: str | None) -> Iterator[Article | ArticleResult]:
    first = stream.peek(4096)[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if first.startswith(b"{"):
        yield from _lines(stream, "stdin", published)
    else:
        yield _text(stream, "standard input", "stdin", published)


def _text(stream: BufferedReader, source: str, doc_id: str, published: str | None) -> Article | ArticleResult:
    try:
        data = stream.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise InputError(source, "long", "is too long to be one article. Split it into one file an article.")
        return Article(doc_id=doc_id, text=decode(data, source), published=published)
    except InputError as error:
        return failure(doc_id, error)


def _lines(stream: BufferedReader, source: str, published: str | None) -> Iterator[Article | ArticleResult]:
    if stream.peek(2).startswith(UTF_16_MARKS):
        problem = "is not UTF-8. Save JSON Lines as UTF-8 (iconv -f UTF-16 -t UTF-8)."
        yield failure(source, InputError(source, "encoding", problem))
        return
    number = 0
    for number, line in enumerate(_bounded_lines(stream), start=1):
        if line.strip():
            yield _line(line, f"{source}:{number}", published)
    if not number:
        yield failure(source, InputError(source, "empty", "the file is empty. Leave it out, or put articles in it."))


def _bounded_lines(stream: BufferedReader) -> Iterator[bytes]:
    """The lines of a stream; of one that is too long, one byte more than allowed, so that it is noticed."""
    while line := stream.readline(MOST_BYTES + 1):
        end = line
        while len(end) > MOST_BYTES and not end.endswith(b"\n"):
            end = stream.readline(MOST_BYTES + 1)
        yield line


def _line(line: bytes, source: str, published: str | None) -> Article | ArticleResult:
    doc_id = source
    try:
        data = _object(line, source)
        if isinstance(data.get("doc_id"), str) and data["doc_id"]:
            doc_id = data["doc_id"]
        return article_of(data, source, published=published)
    except InputError as error:
        return failure(doc_id, error)


def _object(line: bytes, source: str) -> dict[str, Any]:
    if len(line) > MOST_BYTES:
        raise InputError(source, "long", "the line is too long to be one article. Write one JSON object a line.")
    try:
        data = json.loads(decode(line.rstrip(b"\r\n"), source))
    except json.JSONDecodeError as error:
        problem = f"the line is not whole JSON ({error.msg} at column {error.colno}). Write one JSON object a line."
        raise InputError(source, "json", problem) from error
    except RecursionError as error:
        raise InputError(source, "json", "the JSON is nested too deeply. Write one flat object a line.") from error
    if not isinstance(data, dict):
        problem = f'the line holds a {type(data).__name__}. Write one object with "text" a line.'
        raise InputError(source, "type", problem)
    return data


def _day_in(name: str) -> str | None:
    for match in _DAY.finditer(name):
        with suppress(ValueError):
            return date.fromisoformat(match.group()).isoformat()
    return None
