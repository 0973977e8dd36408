"""Files of word processors: one text each, or an export of a press database."""

from __future__ import annotations

from collections.abc import Iterator

from nlp_events.errors import InputError
from nlp_events.readers.articles import Found
from nlp_events.readers.days import day_in
from nlp_events.readers.factiva import cut_factiva, is_factiva
from nlp_events.readers.nexis import cut_nexis, is_nexis
from nlp_events.readers.options import ReadOptions
from nlp_events.readers.pieces import found_in_pieces
from nlp_events.readers.several import require_one
from nlp_events.readers.sources import Source
from nlp_events.values import Article

_DATABASES = ((is_factiva, cut_factiva), (is_nexis, cut_nexis))


def found_in_lines(lines: list[str], source: Source, options: ReadOptions) -> Iterator[Found]:
    """The articles of a document: those of an export, or one, which is named and dated by its file's name.

    Args:
        lines: its paragraphs, a row of a table being one.
        source: its names.
        options: how it is read.
    """
    lines = [" ".join(line.split()) for line in lines]
    for is_export, cut in _DATABASES:
        if is_export(lines):
            yield from found_in_pieces(cut(lines, source), source, options)
            return
    text = "\n\n".join(line for line in lines if line)
    if not text:
        problem = "holds no text. Leave it out, or run text recognition over its pictures first."
        raise InputError(source.name, "empty", problem)
    require_one(text, source)
    yield Article(doc_id=source.doc_id, text=text, published=options.published or day_in(source.file_name))
