"""Articles through a pipeline: one result for each, in this process or in several."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from spacy.language import Language

from nlp_events.errors import NlpEventsError
from nlp_events.factories import require_ours  # and so what components put on a Doc is registered, in any process
from nlp_events.given import items_of, refused
from nlp_events.limits import Apart, Ended, TooLong, can_interrupt, checked_seconds
from nlp_events.processes import end_with_parent
from nlp_events.progress import with_progress
from nlp_events.readers import MOST_CHARS, Found, failed, failure
from nlp_events.values import Article, ArticleResult
from nlp_events.work import ONE_AT_A_TIME, Work

LONGEST = MOST_CHARS
"""Characters of the longest text that is processed, unless the caller says otherwise. Recogniser and parser need some
4 kB a character (measured: 1.9 GB for 320 000 characters)."""

AHEAD = 2
"""Batches for each process that are read before the first of them is given back: what bounds the memory."""


def process(  # noqa: PLR0913 - keyword-only beyond the articles and the pipeline
    articles: Iterable[Article | ArticleResult],
    nlp: Language,
    *,
    n_process: int = 1,
    batch_size: int = 32,
    max_chars: int = LONGEST,
    max_seconds: float | None = None,
    progress: bool = False,
) -> Iterator[ArticleResult]:
    """Process articles lazily: one result for each, in their order, whatever happens to one of them.

    Memory does not grow with the number of articles: the words of a batch are given back with it. A ``Doc`` that a
    component of your own keeps does not outlive its batch.

    Args:
        articles: what ``readers.read`` yields; results (articles that could not be read) pass through.
        nlp: a pipeline from ``load``.
        n_process: number of processes, -1 for as many as there are processors; results do not depend on it. An article
            that ends its process fails alone, and the others go on.
        batch_size: articles that are processed together.
        max_chars: characters of the longest text that is processed; a longer one fails.
        max_seconds: seconds that one article may take; one that takes longer fails with the status «timeout», and the
            others go on. None for no limit. In the main thread, on a system with signals, the article is interrupted
            where it stands; elsewhere the work is done in another process, which takes some seconds to start on
            Windows and macOS: give many articles at once there.
        progress: show a progress bar, in a notebook as well as on a terminal.

    Returns:
        An iterator of results; one that failed has its ``error`` set and no records.

    Raises:
        InputError: what is given are no articles.
        ModelError: ``nlp`` is no pipeline with components of this library.
        NlpEventsError: an option is wrong; or, while the articles are processed, a component found something wrong that
            is not the article's, as a resource file.
    """
    source = _source(articles)
    require_ours(nlp, "process")
    for name, number in (("n_process", n_process), ("batch_size", batch_size), ("max_chars", max_chars)):
        if number < 1 and (name, number) != ("n_process", -1):
            raise NlpEventsError(f"{name} is {number}. Give a number from 1 on.")
    work = Work(nlp, max_chars, checked_seconds(max_seconds))
    broken: list[Exception] = []
    batches = _batches(source, batch_size, broken)
    results = _in_this_process(batches, work) if n_process == 1 else _in_processes(batches, work, n_process)
    return _and_then_raise(with_progress(results, articles, shown=progress), broken)


def _source(articles: Iterable[Article | ArticleResult]) -> Iterator[Article | ArticleResult]:
    """The articles one by one; in the place of what is none, a result that says so."""
    remedy = "Give what nlp_events.readers.read(paths) yields, or texts to nlp_events.extract."
    if isinstance(articles, Article | ArticleResult):
        raise refused("process", articles, "Put it in a list: [article].")
    return (
        item
        if isinstance(item, Article | ArticleResult)
        else failure(f"article-{number}", refused(f"article-{number}", item, remedy))
        for number, item in enumerate(items_of("process", articles, remedy), start=1)
    )


def _batches(source: Iterable[Found], size: int, broken: list[Exception]) -> Iterator[list[Found]]:
    """So many at a time; what the source raises waits until what it gave before is done."""
    batch: list[Found] = []
    try:
        for item in source:
            batch.append(item)
            if len(batch) == size:
                yield batch
                batch = []
    except Exception as error:  # noqa: BLE001 - whatever it is, it is raised on
        broken.append(error)
    if batch:
        yield batch


def _and_then_raise(results: Iterable[ArticleResult], broken: list[Exception]) -> Iterator[ArticleResult]:
    yield from results
    if broken:
        raise broken[0]


class _Limited:
    """Batches within a limit of seconds for each of their articles.

    Args:
        work: what is done.
        seconds: the limit, None for none.
        apart: whether it is done in a process of its own wherever this one could be interrupted, too.
    """

    def __init__(self, work: Work, seconds: float | None, *, apart: bool = False) -> None:
        self._work = work
        self._seconds = seconds
        self._here = not apart
        self._apart: Apart[list[Found], list[ArticleResult]] = Apart(work, seconds)

    def __call__(self, batch: list[Found]) -> list[ArticleResult]:
        """The results of a batch; where it takes too long, each of its articles is done alone."""
        try:
            return self._in_time(batch)
        except TooLong:
            problem = f"took longer than {self._seconds:g} seconds. Allow more with max_seconds (--max-seconds)"
            return self._alone(batch, "timeout", f"{problem}, or leave it out.")
        except Ended as error:
            problem = f"ended the process that worked on it ({error})"
            return self._alone(batch, "failed", f"{problem}. Please report it with the text.")

    def _alone(self, batch: list[Found], reason: str, problem: str) -> list[ArticleResult]:
        if len(batch) > 1:
            return [result for article in batch for result in self([article])]
        return [one if isinstance(one, ArticleResult) else failed(one, reason, problem) for one in batch]

    def _in_time(self, batch: list[Found]) -> list[ArticleResult]:
        if self._here and can_interrupt():
            return self._work(batch, self._seconds)
        with ONE_AT_A_TIME:  # a copy of this process must not begin in the middle of a batch
            self._apart.start()
        return self._apart(batch)

    def end(self) -> None:
        """End the process, if there is one."""
        self._apart.end()


def _in_this_process(batches: Iterable[list[Found]], work: Work) -> Iterator[ArticleResult]:
    if work.max_seconds is None:
        for batch in batches:
            yield from work(batch)
        return
    limited = _Limited(work, work.max_seconds)
    try:
        for batch in batches:
            yield from limited(batch)
    finally:
        limited.end()


def _in_processes(batches: Iterator[list[Found]], work: Work, n_process: int) -> Iterator[ArticleResult]:
    """Batches out, results back. spaCy's own processes send back whole documents, which costs more than it saves."""
    pool = _Pool(work, multiprocessing.cpu_count() if n_process < 0 else n_process)
    try:
        for batch in batches:
            pool.give(batch)
            while len(pool.waiting) > AHEAD * pool.workers:
                yield from pool.first()
        while pool.waiting:
            yield from pool.first()
    finally:
        pool.end()


class _Pool:
    """Processes, and the batches they were given; one that ends costs the article that ended it, and nothing else.

    Args:
        work: what they do.
        workers: their number.
    """

    def __init__(self, work: Work, workers: int) -> None:
        self.workers = workers
        self.waiting: deque[tuple[list[Found], Future[list[ArticleResult]]]] = deque()
        self._work = work
        self._alone = _Limited(work, work.max_seconds, apart=True)
        self._pool = self._begun()

    def _begun(self) -> ProcessPoolExecutor:
        # Of the kind of process that is usual here: where that is a copy of this one, the pipeline is there already.
        return ProcessPoolExecutor(self.workers, multiprocessing.get_context(), _begin, (self._work,))

    def give(self, batch: list[Found]) -> None:
        """Give out a batch."""
        with ONE_AT_A_TIME:  # a copy of this process must not begin in the middle of a batch
            try:
                future = self._pool.submit(_batch, batch)
            except BrokenProcessPool as error:  # what it was given before says so too, and is done anew
                future = Future()
                future.set_exception(error)
        self.waiting.append((batch, future))

    def first(self) -> list[ArticleResult]:
        """The results of the batch that was given first."""
        batch, future = self.waiting.popleft()
        try:
            return future.result()
        except BrokenProcessPool:
            return self._rescued(batch)

    def _rescued(self, batch: list[Found]) -> list[ArticleResult]:
        """The results of a batch when a process has ended: worked on apart, while the others go to new processes."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._pool = self._begun()
        others = [other for other, _ in self.waiting]
        self.waiting.clear()
        for other in others:
            self.give(other)
        return self._alone(batch)

    def end(self) -> None:
        """End all processes."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._alone.end()


_run: Callable[[list[Found]], list[ArticleResult]] | None = None
"""In a process of its own: what it was begun with."""


def _begin(work: Work) -> None:
    global _run
    end_with_parent()
    _run = work if work.max_seconds is None else _Limited(work, work.max_seconds)


def _batch(articles: list[Found]) -> list[ArticleResult]:
    assert _run is not None  # noqa: S101 - set before any batch
    return _run(articles)
