"""What every article is looked at for, whatever it was read from."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace

from nlp_events.errors import InputError
from nlp_events.readers.articles import Found, Noted, failure, readable, undated
from nlp_events.readers.options import ReadOptions
from nlp_events.readers.sources import Source
from nlp_events.text.mojibake import LOST, garbled_lines, mend
from nlp_events.values import Article

LOGGER = logging.getLogger("nlp_events")


class Checks:
    """What is looked at in each article of one file, and told once a file: a dump may hold a million garbled ones.

    Args:
        source: the file that the user named; for the members of an archive, the archive.
        options: how it is read.
    """

    def __init__(self, source: Source, options: ReadOptions) -> None:
        self._source = source
        self._options = options
        self._garbled = _Count()
        self._lost = _Count()
        self._undated = _Count()
        self._written = ""

    def checked(self, article: Article, source: Source) -> Found:
        """An article that is not too long, with its garbled lines mended, or counted; and a date that is none counted.

        Args:
            article: as it was read.
            source: the file it was read from.
        """
        label = _label(article.doc_id, source)
        if isinstance(article, Noted) and article.written:
            self._note_undated(article, label)
        if len(article.text) > self._options.max_chars:
            problem = f"has {len(article.text)} characters, more than the {self._options.max_chars} of one article."
            return failure(article.doc_id, InputError(label, "long", f"{problem} Split it into articles."))
        if self._options.fix_encoding:
            article = replace(article, text=mend(article.text), title=article.title and mend(article.title))
        else:
            self._garbled.add(garbled_lines(article.text), label)
        self._lost.add(article.text.count(LOST), label)
        return article

    def tell(self) -> None:
        """Say in the log what was found: a warning for dates, garbled lines and lost letters, each with its number."""
        if count := self._undated:
            self._tell_undated(count)
        if count := self._garbled:
            lines = "line was" if count.number == 1 else "lines were"
            problem = f"{count.number} {lines} decoded in a wrong encoding before («dÃ©placÃ©s»)"
            self._warn(count, f"{problem}{count.spread}. --fix-encoding mends it")
        if count := self._lost:
            letters = "letter was" if count.number == 1 else "letters were"
            problem = f"{count.number} {letters} lost («{LOST}») when it was saved"
            self._warn(count, f"{problem}{count.spread}. Read it from a better copy")

    def _note_undated(self, article: Noted, label: str) -> None:
        if article.published is None:  # else the file's name has told the day
            self._undated.add(1, label)
            self._written = self._written or article.written

    def _tell_undated(self, count: _Count) -> None:
        if count.number == 1:
            LOGGER.warning("%s", readable(undated(count.first, self._written)))
            return
        problem = f"the publication dates of {count.number} articles are not dates, and they are left undated"
        remedy = "Write dates as YYYY-MM-DD, or name their form with --date-format"
        self._warn(count, f"{problem}, the first of them {count.first} ({self._written}). {remedy}")

    def _warn(self, count: _Count, problem: str) -> None:
        label = count.first if count.articles == 1 else self._source.name
        LOGGER.warning("%s: %s.", readable(label), readable(problem))


@dataclass
class _Count:
    """How much of something the articles of a file hold: in all, in how many of them, and in which one first."""

    number: int = 0
    articles: int = 0
    first: str = ""

    def __bool__(self) -> bool:
        return self.number > 0

    def add(self, number: int, label: str) -> None:
        if number:
            self.first = self.first or label
            self.number += number
            self.articles += 1

    @property
    def spread(self) -> str:
        return "" if self.articles == 1 else f", in {self.articles} articles, the first of them {self.first}"


def _label(doc_id: str, source: Source) -> str:
    """What messages call an article: its file, with its place or id in it."""
    if doc_id.startswith(source.name):
        return doc_id
    if doc_id.startswith(source.doc_id):
        return source.name + doc_id.removeprefix(source.doc_id)
    return f"{source.name}, {doc_id}"
