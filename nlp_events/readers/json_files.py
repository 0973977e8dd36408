"""JSON files: one article, or a list of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BufferedReader

from nlp_events.errors import InputError
from nlp_events.readers.articles import Found, found_in
from nlp_events.readers.days import day_in
from nlp_events.readers.json_values import parse
from nlp_events.readers.options import ReadOptions
from nlp_events.readers.sources import Source, whole
from nlp_events.text.decoding import decode

_REMEDY = "Write one object, or a list of them; a file with one object a line is JSON Lines: name it .jsonl."


def read_json(stream: BufferedReader, source: Source, options: ReadOptions) -> Iterator[Found]:
    """The articles of a JSON file, which is read whole; those of a list without an id are named «file:place»."""
    text = decode(whole(stream, source, options.max_bytes), source.name)
    data = parse(text, source.name, what="the file", remedy=_REMEDY)
    if not isinstance(data, list):
        found = found_in(data, source.name, source.doc_id, options)
        yield found if found.published else replace(found, published=day_in(source.file_name))
        return
    if not data:
        raise InputError(source.name, "empty", "the list is empty. Leave the file out, or put articles in it.")
    for place, item in enumerate(data, start=1):
        yield found_in(item, f"{source.name}:{place}", f"{source.doc_id}:{place}", options)
