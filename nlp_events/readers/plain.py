"""Text files: one article each, as it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BufferedReader

from nlp_events.readers.articles import Found, found_in
from nlp_events.readers.corpora import described
from nlp_events.readers.days import day_in
from nlp_events.readers.options import STANDARD, ReadOptions
from nlp_events.readers.several import require_one
from nlp_events.readers.sources import Source, whole
from nlp_events.text.decoding import decode
from nlp_events.values import Article


def read_text(stream: BufferedReader, source: Source, options: ReadOptions) -> Iterator[Found]:
    """The article of a text file; its date of publication is that in the file's name, or in a table beside it."""
    text = decode(whole(stream, source, options.max_bytes), source.name)
    if source.about is not None:
        piece = described(source.about, (), source)
        data = {"text": text, "title": piece.title, "published": piece.date, "source": piece.site}
        yield found_in(data, source.name, source.doc_id, replace(STANDARD, published=options.published))
        return
    require_one(text, source)
    yield Article(doc_id=source.doc_id, text=text, published=options.published or day_in(source.file_name))
