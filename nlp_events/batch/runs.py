"""Whole runs: articles in, one output that is whole at the end and can be gone on with at any moment before."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from typing import BinaryIO

from nlp_events.batch.journal import Item, Journal
from nlp_events.batch.pool import pooled_rows
from nlp_events.batch.recipe import Recipe
from nlp_events.batch.rows import Row, row_of
from nlp_events.values import Article, ArticleResult
from nlp_events.writers.formats import write_file


def run_to_file(
    articles: Iterable[Article | ArticleResult], journal: Journal, recipe: Recipe, *, jobs: int, stop: bool = False
) -> Generator[Row, None, None]:
    """Process articles into the file of a journal; what an earlier run has done is not done again.

    Args:
        articles: what ``readers.read`` yields.
        journal: the state of the output, which the caller closes.
        recipe: how articles are processed.
        jobs: number of processes; the output does not depend on it.
        stop: end at the first article that fails, which is then not written, so that it is tried again.

    Yields:
        The row of each article when it has been written, in the order of the articles; of one that an earlier run has
        written, a row without a line. When all have been yielded, the output is whole.

    Raises:
        NlpEventsError: the output cannot be written or resumed, the pipeline cannot be loaded, or a resource is wrong.
    """
    whole = journal.is_whole
    keys: deque[str] = deque()
    items = _noted(journal.remaining(articles), keys, recipe)
    for row in pooled_rows(items, recipe, jobs=jobs, load_first=journal.is_new):
        if stop and row.error is not None:
            yield row
            return
        journal.add(keys.popleft(), row)
        yield row
    if whole:
        return
    journal.open()  # also where there was no article at all
    if journal.rows_path != journal.target:
        write_file(journal.rows_path, journal.target, excel=recipe.excel)
    journal.finish()


def run_to_stream(
    articles: Iterable[Article | ArticleResult], stream: BinaryIO, recipe: Recipe, *, jobs: int, stop: bool = False
) -> Generator[Row, None, None]:
    """Process articles into a stream of JSON Lines, as ``run_to_file`` does into a file."""
    items = (article if isinstance(article, Article) else row_of(article, recipe) for article in articles)
    for row in pooled_rows(items, recipe, jobs=jobs):
        if not (stop and row.error is not None):
            stream.write(row.line or b"")
        yield row
        if stop and row.error is not None:
            return


def _noted(items: Iterable[tuple[str, Item]], keys: deque[str], recipe: Recipe) -> Iterator[Article | Row]:
    for key, item in items:
        keys.append(key)
        yield row_of(item, recipe) if isinstance(item, ArticleResult) else item
