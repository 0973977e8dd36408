"""What is worth saying of the files of a run: once, however many articles or files it is true of."""

from __future__ import annotations

import logging
from collections import Counter
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from nlp_events.values import Article

LOGGER = logging.getLogger("nlp_events")

MOST_KINDS = 10
"""Kinds of files left out that a message names."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What a reader has to say of a file, among its articles.

    Attributes:
        key: what is the same where it is said of another file, which is then not said again.
        message: the file, and what to know of it.
    """

    key: str
    message: str


@dataclass(frozen=True, slots=True)
class DateColumn:
    """A column or key of a file without dates that looks like one, among its articles.

    Attributes:
        name: the column.
    """

    name: str


def ending_of(name: str) -> str:
    """The ending of a file name, for messages."""
    return PurePosixPath(name).suffix.lower()[:20] or "no ending"


Said = Remark | DateColumn
"""What readers yield besides what is found."""


@dataclass
class Notes:
    """What a run has read, for its last line.

    Attributes:
        articles: articles that were read.
        undated: those of them that have no date of publication.
        date_columns: columns that look like dates and are none → in how many files.
        left_out: endings of the files that nothing reads → how many of them.
        hollow: pages of crawls that hold no article.
    """

    articles: int = 0
    undated: int = 0
    date_columns: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    hollow: int = 0
    _said: set[str] = field(default_factory=set)

    def count(self, article: Article) -> None:
        """Count an article."""
        self.articles += 1
        self.undated += article.published is None

    def note(self, remark: Remark | DateColumn) -> None:
        """Say in the log what was not said yet; keep a column for the last line."""
        if isinstance(remark, DateColumn):
            self.date_columns[remark.name] += 1
        elif remark.key not in self._said:
            self._said.add(remark.key)
            LOGGER.warning("%s", remark.message.encode("utf-8", "backslashreplace").decode())

    @property
    def lines(self) -> list[str]:
        """What is to be said at the end: of articles without a date, and of files that were left out."""
        return [line for line in (self._dates(), self._pages(), self._others()) if line]

    def _dates(self) -> str:
        if not self.undated:
            return ""
        have = "has" if self.undated == 1 else "have"
        said = f"{self.undated} of {self.articles} articles {have} no date"
        if not self.date_columns:
            return said
        columns = [repr(name) for name, _ in self.date_columns.most_common(3)]
        alone = len(columns) == 1
        looks = f"column {columns[0]} looks like one" if alone else f"columns {', '.join(columns)} look like one"
        return f"{said}; {looks}: name it with --date-field"

    def _pages(self) -> str:
        return f"{self.hollow} pages of crawls hold no article and were left out" if self.hollow else ""

    def _others(self) -> str:
        total = self.left_out.total()
        if not total:
            return ""
        kinds = ", ".join(f"{kind}: {count}" for kind, count in self.left_out.most_common(MOST_KINDS))
        was = "file of another kind was" if total == 1 else "files of other kinds were"
        return f"{total} {was} left out ({kinds})"
