"""Text files: one article each, as it stands."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader

from nlp_events.readers.articles import Found
from nlp_events.readers.days import day_in
from nlp_events.readers.options import ReadOptions
from nlp_events.readers.sources import Source, whole
from nlp_events.text.decoding import decode
from nlp_events.values import Article


def read_text(stream: BufferedReader, source: Source, options: ReadOptions) -> Iterator[Found]:
    """The article of a text file; a date in the file's name is its date of publication."""
    text = decode(whole(stream, source, options.max_bytes), source.name)
    yield Article(doc_id=source.doc_id, text=text, published=options.published or day_in(source.file_name))
