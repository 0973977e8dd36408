"""Articles in portions: as many as a pipeline does well together, and few enough to be done again alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from multiprocessing.reduction import ForkingPickler

from nlp_events.batch.rows import Row
from nlp_events.values import Article

MOST_ARTICLES = 32
MOST_CHARS = 40_000
"""Characters of one portion; a longer article is a portion by itself."""


@dataclass(eq=False)
class Chunk:
    """Consecutive items of a run: articles, whose rows are filled in as they come, and rows that are there already."""

    items: list[Article | Row]

    def __post_init__(self) -> None:
        self._rows: list[Row | None] = [item if isinstance(item, Row) else None for item in self.items]

    @property
    def complete(self) -> bool:
        """Whether every row is there."""
        return all(row is not None for row in self._rows)

    def rows(self) -> list[Row]:
        """The rows that are there, in their order."""
        return [row for row in self._rows if row is not None]

    def pieces(self) -> list[Piece]:
        """The work in it: one piece, or none."""
        places = [place for place, item in enumerate(self.items) if isinstance(item, Article)]
        return [Piece(self, places)] if places else []

    def fill(self, places: Sequence[int], rows: Sequence[Row]) -> None:
        """Put rows in their places."""
        for place, row in zip(places, rows, strict=True):
            self._rows[place] = row


@dataclass(eq=False)
class Piece:
    """Articles of a chunk that one process gets at once."""

    chunk: Chunk
    places: list[int]

    @property
    def articles(self) -> list[Article]:
        """Its articles."""
        return [item for item in (self.chunk.items[place] for place in self.places) if isinstance(item, Article)]

    @cached_property
    def payload(self) -> bytes:
        """Its articles as a process receives them."""
        return bytes(ForkingPickler.dumps(self.articles))

    def fill(self, rows: Sequence[Row]) -> None:
        """Put the rows of its articles in their places."""
        self.chunk.fill(self.places, rows)

    def split(self) -> list[Piece]:
        """Each of its articles alone."""
        return [Piece(self.chunk, [place]) for place in self.places]


def chunks_of(items: Iterable[Article | Row]) -> Iterator[Chunk]:
    """Cut items into chunks, lazily; where they are cut depends on nothing but the items."""
    chunk: list[Article | Row] = []
    chars = 0
    for item in items:
        length = len(item.text) if isinstance(item, Article) else 0
        if chunk and (len(chunk) == MOST_ARTICLES or chars + length > MOST_CHARS):
            yield Chunk(chunk)
            chunk, chars = [], 0
        chunk.append(item)
        chars += length
    if chunk:
        yield Chunk(chunk)
