"""What every article is looked at for, whatever it was read from."""

from __future__ import annotations

import logging
from dataclasses import replace

from nlp_events.errors import InputError
from nlp_events.readers.articles import Found, failure, readable
from nlp_events.readers.options import ReadOptions
from nlp_events.readers.sources import Source
from nlp_events.text.mojibake import LOST, garbled_lines, mend
from nlp_events.values import Article

LOGGER = logging.getLogger("nlp_events")


def checked(article: Article, source: Source, options: ReadOptions) -> Found:
    """An article that is not too long, with its garbled lines mended or a warning in the log.

    Args:
        article: as it was read.
        source: the file it was read from.
        options: how.
    """
    label = _label(article.doc_id, source)
    if len(article.text) > options.max_chars:
        problem = f"has {len(article.text)} characters, more than the {options.max_chars} of one article."
        return failure(article.doc_id, InputError(label, "long", f"{problem} Split it into articles."))
    if options.fix_encoding:
        article = replace(article, text=mend(article.text), title=article.title and mend(article.title))
    elif lines := garbled_lines(article.text):
        problem = (
            f"{lines} {'line was' if lines == 1 else 'lines were'} decoded in a wrong encoding before («dÃ©placÃ©s»)"
        )
        _warn(label, f"{problem}. --fix-encoding mends it")
    if lost := article.text.count(LOST):
        _warn(label, f"{lost} letters were lost («{LOST}») when it was saved. Read it from a better copy")
    return article


def _label(doc_id: str, source: Source) -> str:
    """What messages call an article: its file, with its place or id in it."""
    if doc_id.startswith(source.name):
        return doc_id
    if doc_id.startswith(source.doc_id):
        return source.name + doc_id.removeprefix(source.doc_id)
    return f"{source.name}, {doc_id}"


def _warn(label: str, problem: str) -> None:
    LOGGER.warning("%s: %s.", readable(label), problem)
