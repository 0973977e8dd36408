"""JSON Lines: one article a line."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader

from nlp_events.errors import InputError
from nlp_events.readers.articles import Found, failure, found_in
from nlp_events.readers.json_records import Records
from nlp_events.readers.json_values import parse
from nlp_events.readers.notes import Said
from nlp_events.readers.options import ReadOptions
from nlp_events.readers.sources import Source, bounded_lines, lines_of
from nlp_events.text.decoding import UTF_16_MARKS, decode

_BLANK = b"\xef\xbb\xbf \t\r\n"
_REMEDY = "Write one JSON object a line."


def read_lines(stream: BufferedReader, source: Source, options: ReadOptions) -> Iterator[Found | Said]:
    """The articles of a JSON Lines file, named «file:line» when they hold no id of their own."""
    if stream.peek(2).startswith(UTF_16_MARKS):
        problem = "is not UTF-8. Save JSON Lines as UTF-8 (iconv -f UTF-16 -t UTF-8)."
        yield failure(source.name, InputError(source.name, "encoding", problem))
        return
    number = 0
    records = Records(Source(source.name, source.name, source.depth), options)
    with lines_of(stream) as lines:
        for number, line in enumerate(bounded_lines(lines, options.max_bytes), start=1):
            if line.strip(_BLANK):
                yield from _line(line, f":{number}", source, records, options)
    if not number:
        problem = "the file is empty. Leave it out, or put articles in it."
        yield failure(source.name, InputError(source.name, "empty", problem))
    yield from records.left_out()


def _line(line: bytes, place: str, source: Source, records: Records, options: ReadOptions) -> Iterator[Found | Said]:
    name = f"{source.name}{place}"
    try:
        if len(line) > options.max_bytes:
            raise InputError(name, "long", f"the line is too long to be one article. {_REMEDY}")
        data = parse(decode(line.rstrip(b"\r\n"), name), name, what="the line", remedy=_REMEDY)
        yield from [found_in(data, name, name, options)] if isinstance(data, list) else records.articles(data, place)
    except InputError as error:
        yield failure(name, error)
