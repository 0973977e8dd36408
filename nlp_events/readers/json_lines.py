"""JSON Lines: one article a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BufferedReader
from typing import Any

from nlp_events.errors import InputError
from nlp_events.readers.articles import Found, article_of, failure
from nlp_events.readers.options import ReadOptions
from nlp_events.readers.sources import Source, bounded_lines
from nlp_events.text.decoding import UTF_16_MARKS, decode


def read_lines(stream: BufferedReader, source: Source, options: ReadOptions) -> Iterator[Found]:
    """The articles of a JSON Lines file, named «file:line» when they hold no id of their own."""
    if stream.peek(2).startswith(UTF_16_MARKS):
        problem = "is not UTF-8. Save JSON Lines as UTF-8 (iconv -f UTF-16 -t UTF-8)."
        yield failure(source.name, InputError(source.name, "encoding", problem))
        return
    number = 0
    for number, line in enumerate(bounded_lines(stream, options.max_bytes), start=1):
        if line.strip():
            yield _line(line, f"{source.name}:{number}", options)
    if not number:
        problem = "the file is empty. Leave it out, or put articles in it."
        yield failure(source.name, InputError(source.name, "empty", problem))


def _line(line: bytes, source: str, options: ReadOptions) -> Found:
    doc_id = source
    try:
        data = _object(line, source, options.max_bytes)
        own = data.get(options.id_field)
        if isinstance(own, str) and own:
            doc_id = own
        return article_of(data, source, options=options)
    except InputError as error:
        return failure(doc_id, error)


def _object(line: bytes, source: str, most_bytes: int) -> dict[str, Any]:
    if len(line) > most_bytes:
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
