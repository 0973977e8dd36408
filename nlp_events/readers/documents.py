"""Files of word processors: one text each, or an export of a press database."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader

from nlp_events.errors import InputError
from nlp_events.readers.articles import Found
from nlp_events.readers.days import day_in
from nlp_events.readers.factiva import cut_factiva, is_factiva
from nlp_events.readers.nexis import cut_nexis, is_nexis
from nlp_events.readers.options import ReadOptions
from nlp_events.readers.pieces import found_in_pieces
from nlp_events.readers.several import require_one
from nlp_events.readers.sources import Source, whole
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


def read_rtf(stream: BufferedReader, source: Source, options: ReadOptions) -> Iterator[Found]:
    """The articles of an RTF file."""
    from striprtf.striprtf import rtf_to_text

    data = whole(stream, source, options.max_bytes)
    try:
        # Of a link the words are kept, and not what it leads to.
        marked = data.decode("latin-1").replace(r"\fldinst", r"\link")
        text: str = rtf_to_text(marked, errors="replace")  # type: ignore[no-untyped-call]
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    except Exception as error:  # a reader of other people's files may fail in any way, and one file must not end a run
        problem = f"is no RTF, or a damaged one ({type(error).__name__}: {error}). Save it anew, or save its text."
        raise InputError(source.name, "rtf", problem) from error
    yield from found_in_lines(text.replace("|", " | ").split("\n"), source, options)
