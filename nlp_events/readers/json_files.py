"""JSON files: one article, or a list of them, at the top or below a key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BufferedReader

from nlp_events.readers.articles import Found
from nlp_events.readers.days import day_in
from nlp_events.readers.json_records import Records
from nlp_events.readers.json_values import parse
from nlp_events.readers.notes import Said
from nlp_events.readers.options import ReadOptions
from nlp_events.readers.sources import Source, whole
from nlp_events.text.decoding import decode
from nlp_events.values import Article

_REMEDY = "Write one object, or a list of them; a file with one object a line is JSON Lines: name it .jsonl."


def read_json(stream: BufferedReader, source: Source, options: ReadOptions) -> Iterator[Found | Said]:
    """The articles of a JSON file, which is read whole; those of a list without an id are named «file:place»."""
    text = decode(whole(stream, source, options.max_bytes), source.name)
    records = Records(source, options)
    for found in records.articles(parse(text, source.name, what="the file", remedy=_REMEDY), ""):
        if isinstance(found, Article) and found.doc_id == source.doc_id and not found.published:
            found = replace(found, published=day_in(source.file_name))
        yield found
    yield from records.left_out()
