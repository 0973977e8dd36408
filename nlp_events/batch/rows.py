"""One article's line of output, and the little that a run needs to know of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nlp_events.batch.recipe import Recipe
from nlp_events.readers import failed
from nlp_events.values import Article, ArticleResult
from nlp_events.writers.rows import to_line

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of JSON Lines with its line end; None for one that is in the output already.

    ``status`` and ``error`` are the result's; ``records`` is how many it holds.
    """

    line: bytes | None
    status: str
    records: int
    error: str | None = None


def row_of(result: ArticleResult, recipe: Recipe) -> Row:
    """The row of a result."""
    line = to_line(result, with_text=recipe.with_text)
    return Row(line=line, status=result.status, records=len(result.events), error=result.error)


def failed_row(article: Article, reason: str, problem: str, recipe: Recipe) -> Row:
    """The row of an article that a process was lost over."""
    return row_of(failed(article, reason, problem), recipe)


def process_rows(articles: Iterable[Article], nlp: Language, recipe: Recipe) -> Iterator[Row]:
    """Process articles in this process: one row for each, in their order; errors as in ``pipeline.process``."""
    from nlp_events.pipeline import process

    for result in process(articles, nlp, max_chars=recipe.max_chars):
        yield row_of(result, recipe)
