"""PDF files: the text of all pages as one article."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from io import BufferedReader, BytesIO
from itertools import count, zip_longest
from typing import TYPE_CHECKING

from nlp_events.errors import InputError
from nlp_events.readers.articles import Found
from nlp_events.readers.days import day_in
from nlp_events.readers.options import ReadOptions
from nlp_events.readers.pdf_pages import Columns, without_repeated
from nlp_events.readers.several import require_one
from nlp_events.readers.sources import Source, whole
from nlp_events.readers.written_dates import written_day
from nlp_events.values import Article, Span

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 1_000
"""Pages of the longest report that is read."""

MOST_STEPS = 500_000
"""Steps that it takes to draw it, at most some 3 000 a page; so many take 20 seconds."""

_FULL = 0.7
"""Share of the longest line that a line has which is broken for want of room."""

_WORD = re.compile(r"[^\W\d_]+")
_ENDS = (".", "!", "?", ":", ";", "…", "»", "”")
_BULLETS = ("-", "–", "—", "•", "*", "·", "▪", "●", "○", "o ")

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # what it has to say of a file is in our own message


def read_pdf(stream: BufferedReader, source: Source, options: ReadOptions) -> Iterator[Found]:
    """The article of a PDF file, its lines joined to paragraphs; it is named and dated by its file's name.

    It knows where its pages begin. Heads and feet that the pages repeat are left out. Without a day in the name, the
    day the file was made stands in for that of publication.
    """
    data = BytesIO(whole(stream, source, options.max_bytes))
    try:
        pages, made = _extracted(data, source, options.max_chars)
    except (InputError, ImportError):
        raise
    except Exception as error:  # a reader of other people's files may fail in any way, and one file must not end a run
        problem = f"is no PDF, or a damaged one ({type(error).__name__}: {error}). Save it anew, or save its text."
        raise InputError(source.name, "pdf", problem) from error
    text, spans = _together(pages)
    if not text.strip():
        problem = "holds no text but pictures of pages. Run text recognition over it first (ocrmypdf)."
        raise InputError(source.name, "empty", problem)
    published = options.published or day_in(source.file_name) or made
    yield Article(doc_id=source.doc_id, text=text, published=published, pages=spans)


def _together(pages: list[str]) -> tuple[str, tuple[Span, ...]]:
    """The text of all pages, and the [start, end) of each in it."""
    text = "\n\n".join(pages)
    blank = len(text) - len(text.lstrip())
    text = text.strip()
    spans, start = [], -blank
    for page in pages:
        end = start + len(page)
        spans.append((min(max(start, 0), len(text)), min(max(end, 0), len(text))))
        start = end + len("\n\n")
    return text, tuple(spans)


def _extracted(data: BytesIO, source: Source, most_chars: int) -> tuple[list[str], str | None]:
    reader = _opened(data, source)
    if len(reader.pages) > MOST_PAGES:
        raise InputError(source.name, "long", f"has more than {MOST_PAGES} pages. Split it into articles.")
    pages: list[str] = []
    steps = count()

    def bounded(*_drawn: object) -> None:
        if next(steps) > MOST_STEPS:
            raise InputError(source.name, "long", "takes too many steps to draw. Save its text as a .txt file.")

    for page in reader.pages:
        columns = Columns(float(page.mediabox.width))
        plain = page.extract_text(visitor_operand_before=bounded, visitor_text=columns.visitor())
        pages.append(columns.text() or plain)
        if sum(map(len, pages)) > most_chars:
            return pages, None  # the check of its length will refuse it
    require_one("\n\n".join(pages), source)
    return [joined(page) for page in without_repeated(pages)], _day_made(reader)


def _opened(data: BytesIO, source: Source) -> PdfReader:
    try:
        from pypdf import PdfReader
    except ImportError as error:
        problem = 'is a PDF, which takes pypdf to read. Install it with: pip install "nlp-events[pdf]"'
        raise InputError(source.name, "extra", problem) from error
    reader = PdfReader(data)
    if reader.is_encrypted and not reader.decrypt(""):
        raise InputError(source.name, "encrypted", "is locked by a password. Save it without one.")
    return reader


def _day_made(reader: PdfReader) -> str | None:
    try:
        made = reader.metadata.creation_date if reader.metadata else None
    except Exception:  # noqa: BLE001 - a date that is none costs no text, and pypdf may fail on it in any way
        return written_day(str(reader.metadata.creation_date_raw)) if reader.metadata else None
    return made.date().isoformat() if made else None


def _goes_on(line: str, following: str) -> bool:
    if line.endswith(_ENDS) or following.startswith(_BULLETS):
        return False
    if line.endswith("-"):
        return bool(_WORD.search(line) and _WORD.search(following))
    return True


def joined(page: str) -> str:
    """The lines of a page joined to paragraphs: a PDF has no paragraphs, only lines where they stand on the paper.

    A line goes on in the next when it is nearly as long as the longest, ends no sentence, and the next one begins like
    the middle of one. A hyphen at its end stays, unless the page has the word without it.
    """
    lines = [" ".join(line.split()) for line in page.splitlines()]
    full = max(map(len, lines), default=0) * _FULL
    words = set(_WORD.findall(page))
    text = ""
    for line, following in zip_longest(lines, lines[1:], fillvalue=""):
        text += line
        if not (len(line) >= full and following and _goes_on(line, following)):
            text += "\n"
        elif line.endswith("-"):
            whole_word = _WORD.findall(line)[-1] + _WORD.findall(following)[0]
            text = text[:-1] if whole_word in words else text
        else:
            text += " "
    return text
