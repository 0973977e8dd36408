"""Articles through a pipeline: one result for each, in this process or in several."""

from __future__ import annotations

import logging
import multiprocessing
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice

from spacy.language import Language
from spacy.tokens import Doc

from nlp_events import factories  # noqa: F401 - registers what components put on a Doc, in any process
from nlp_events.errors import NlpEventsError
from nlp_events.extensions import doc_of
from nlp_events.readers import MOST_CHARS, failed
from nlp_events.results import result_of
from nlp_events.text.language import french_share, is_french
from nlp_events.values import Article, ArticleMeta, ArticleResult

LOGGER = logging.getLogger("nlp_events")

LONGEST = MOST_CHARS
"""Characters of the longest text that is processed, unless the caller says otherwise. Recogniser and parser need some
4 kB a character (measured: 1.9 GB for 320 000 characters)."""

HALF_PAIR = re.compile("[\ud800-\udfff]")
"""What JSON can hold («\\ud83d») but no text."""

ALONE = 20_000
"""Characters from which a text is processed by itself, so that a batch of long ones cannot fill the memory."""

AHEAD = 2
"""Batches for each process that are read before the first of them is given back: what bounds the memory."""


def process(
    articles: Iterable[Article | ArticleResult],
    nlp: Language,
    *,
    n_process: int = 1,
    batch_size: int = 32,
    max_chars: int = LONGEST,
) -> Iterator[ArticleResult]:
    """Process articles lazily: one result for each, in their order, whatever happens to one of them.

    Args:
        articles: what ``readers.read`` yields; results (articles that could not be read) pass through.
        nlp: a pipeline from ``load``.
        n_process: number of processes, -1 for as many as there are processors; results do not depend on it.
        batch_size: articles that are processed together.
        max_chars: characters of the longest text that is processed; a longer one fails.

    Yields:
        Results; one that failed has its ``error`` set and no records.

    Raises:
        NlpEventsError: a component found something wrong that is not the article's, as a resource file; or a process
            has ended.
    """
    if n_process == 1:
        yield from _in_this_process(articles, nlp, batch_size, max_chars)
    else:
        yield from _in_processes(articles, nlp, n_process, batch_size, max_chars)


def _in_this_process(
    articles: Iterable[Article | ArticleResult], nlp: Language, batch_size: int, max_chars: int
) -> Iterator[ArticleResult]:
    queue = _Queue(articles, nlp, max_chars)
    while not queue.ended:
        docs = nlp.pipe(queue.docs(), batch_size=batch_size)
        for doc in _until_failure(docs, queue):
            yield from queue.results_before_doc()
            article = queue.take()
            yield _guarded(article, partial(result_of, article, doc))
        yield from queue.results()


def _in_processes(
    articles: Iterable[Article | ArticleResult], nlp: Language, n_process: int, batch_size: int, max_chars: int
) -> Iterator[ArticleResult]:
    """Batches out, results back. spaCy's own processes send back whole documents, which costs more than it saves."""
    source = iter(articles)
    workers = multiprocessing.cpu_count() if n_process < 0 else n_process
    # Of the kind of process that is usual here: where that is a copy of this one, the pipeline is there already.
    pool = ProcessPoolExecutor(workers, multiprocessing.get_context(), _begin, (nlp, batch_size, max_chars))
    waiting: deque[Future[list[ArticleResult]]] = deque()
    try:
        while True:
            batch = list(islice(source, batch_size))
            if batch:
                waiting.append(pool.submit(_batch, batch))
            while waiting and (not batch or len(waiting) > AHEAD * workers):
                yield from waiting.popleft().result()
            if not batch:
                return
    except BrokenProcessPool as error:
        problem = "a process ended before its articles were done. Use fewer processes (n_process) if memory is short"
        raise NlpEventsError(f"{problem}, or the command «nlp-events extract --jobs», which goes on.") from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


_run: Callable[[Iterable[Article | ArticleResult]], Iterator[ArticleResult]] | None = None
"""In a process of its own: what it was begun with."""


def _begin(nlp: Language, batch_size: int, max_chars: int) -> None:
    global _run
    _run = partial(_in_this_process, nlp=nlp, batch_size=batch_size, max_chars=max_chars)


def _batch(articles: list[Article | ArticleResult]) -> list[ArticleResult]:
    assert _run is not None  # noqa: S101 - set before any batch
    return list(_run(articles))


class _Queue:
    """Articles between reading and result, in their order; some go through ``nlp.pipe``, some are done alone."""

    def __init__(self, articles: Iterable[Article | ArticleResult], nlp: Language, max_chars: int) -> None:
        self._source = iter(articles)
        self._nlp = nlp
        self._max_chars = min(max_chars, nlp.max_length)
        self._waiting: deque[Article | ArticleResult] = deque()
        self.ended = False
        self.reading = False

    def docs(self) -> Iterator[Doc]:
        """Docs for ``nlp.pipe``, read from the source; what it should not see only waits its turn."""
        while True:
            self.reading = True
            article = next(self._source, None)
            self.reading = False
            if article is None:
                self.ended = True
                return
            checked = _checked(article, self._nlp, self._max_chars)
            self._waiting.append(checked)
            if _goes_through_pipe(checked):
                yield _doc(checked, self._nlp)  # type: ignore[arg-type]

    def results_before_doc(self) -> Iterator[ArticleResult]:
        """Results of the articles that stand before the next one that went through ``nlp.pipe``."""
        while not _goes_through_pipe(self._waiting[0]):
            yield self._alone(self._waiting.popleft())

    def results(self) -> Iterator[ArticleResult]:
        """Results of all that wait, each done alone."""
        while self._waiting:
            yield self._alone(self._waiting.popleft())

    def take(self) -> Article:
        """The article of the doc that ``nlp.pipe`` has just given."""
        return self._waiting.popleft()  # type: ignore[return-value]

    def _alone(self, article: Article | ArticleResult) -> ArticleResult:
        if isinstance(article, ArticleResult):
            return article
        return _guarded(article, lambda: result_of(article, self._nlp(_doc(article, self._nlp))))


def _goes_through_pipe(article: Article | ArticleResult) -> bool:
    return isinstance(article, Article) and len(article.text) < ALONE


def _until_failure(docs: Iterator[Doc], queue: _Queue) -> Iterator[Doc]:
    """The docs up to the first one that a component fails on, which ends the stream; its article is then done alone."""
    while True:
        try:
            doc = next(docs, None)
        except Exception as error:  # a component may raise anything, and one article must not end the run
            if queue.reading:
                raise
            LOGGER.debug("a batch failed and is done one article at a time: %s", error)
            return
        if doc is None:
            return
        yield doc


def _guarded(article: Article, make: Callable[[], ArticleResult]) -> ArticleResult:
    try:
        return make()
    except NlpEventsError:
        raise  # not the article's fault but a resource's: it would come again with every other one
    except Exception as error:  # as above
        LOGGER.debug("%s failed", article.doc_id, exc_info=True)
        problem = f"could not be processed ({type(error).__name__}: {error}). Please report it with the text."
        return failed(article, "failed", problem)


def _checked(article: Article | ArticleResult, nlp: Language, max_chars: int) -> Article | ArticleResult:
    if isinstance(article, ArticleResult):
        return article
    if len(article.text) > max_chars:
        problem = f"has {len(article.text)} characters, more than the {max_chars} of one article."
        return failed(article, "long", f"{problem} Split it into articles.")
    if not article.text.strip():
        return failed(article, "empty", "the text is empty. Leave it out, or give the article its text.")
    resources = _resources(nlp)
    if not is_french(article.text, resources):
        share = f"only {french_share(article.text, resources):.0%} of its words are French function words"
        return failed(article, "language", f"is not French ({share}). This library reads French articles only.")
    if HALF_PAIR.search(article.text):
        return failed(article, "surrogate", "holds half of a surrogate pair. Write the character as one in UTF-8.")
    return article


def _resources(nlp: Language) -> str | None:
    """The folder of language resources that the components of a pipeline were made with."""
    name = next((name for name in ("nlp_events_zones", "nlp_events") if name in nlp.pipe_names), None)
    return nlp.get_pipe_config(name).get("resources") if name else None


def _doc(article: Article, nlp: Language) -> Doc:
    doc = doc_of(article.text, nlp)
    meta: ArticleMeta = {"doc_id": article.doc_id, "title": article.title, "published": article.published}
    doc._.article = meta
    return doc
