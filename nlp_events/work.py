"""A batch of articles through a pipeline, in this process and thread."""

from __future__ import annotations

import gc
import logging
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeGuard

from spacy.language import Language
from spacy.tokens import Doc

from nlp_events.component import Component
from nlp_events.errors import NlpEventsError
from nlp_events.extensions import doc_of
from nlp_events.limits import in_time
from nlp_events.readers import Found, failed
from nlp_events.results import result_of
from nlp_events.text.language import french_share, is_french, language_of
from nlp_events.tokens import keep_stretches
from nlp_events.values import Article, ArticleMeta, ArticleResult
from nlp_events.words.store import SHIPPED, Words

LOGGER = logging.getLogger("nlp_events")

HALF_PAIR = re.compile("[\ud800-\udfff]")
"""What JSON can hold («\\ud83d») but no text."""

ALONE = 20_000
"""Characters from which a text is processed by itself, so that a batch of long ones cannot fill the memory."""

ONE_AT_A_TIME = threading.RLock()
"""Held while a batch is worked on: what a memory zone frees must be nobody else's, and spaCy's words are shared by all
threads. Threads take turns at the interpreter anyway."""


@dataclass(frozen=True)
class Work:
    """What is done with a batch, and how; crosses process borders."""

    nlp: Language
    max_chars: int
    max_seconds: float | None

    def __call__(self, batch: list[Found], seconds: float | None = None) -> list[ArticleResult]:
        """The results of a batch, in their order; interrupted after some seconds, where ``can_interrupt`` says so."""
        checked = [_checked(article, self.nlp, min(self.max_chars, self.nlp.max_length)) for article in batch]
        run = partial(_results, checked, self.nlp)
        with ONE_AT_A_TIME, _zone(checked, self.nlp), _uncollected(checked):
            return run() if seconds is None else in_time(seconds, run)


@contextmanager
def _zone(checked: list[Found], nlp: Language) -> Iterator[None]:
    """What frees the words of these texts: else each new name in a million articles would stay in memory."""
    vocab: Any = nlp.vocab
    if vocab.in_memory_zone:  # the caller's, and they may not be nested
        yield
        return
    keep_stretches((article.text for article in checked if isinstance(article, Article)), nlp)
    with nlp.memory_zone():
        yield


@contextmanager
def _uncollected(checked: list[Found]) -> Iterator[None]:
    """No search for cyclic garbage while a batch is worked on: it is let go at once when the batch is done.

    Python looks for it after every 700 objects that stay, and those of a batch stay to its end: 6 % of the time
    (measured on 74 news texts). Texts that are done alone may be long enough to fill the memory: there it goes on.
    """
    if not gc.isenabled() or not all(map(_is_short, checked)):
        yield
        return
    try:
        gc.disable()
        yield
    finally:
        gc.enable()


def _results(checked: list[Found], nlp: Language) -> list[ArticleResult]:
    """The results of articles that go through the pipeline together; long ones are done alone."""
    together = [article for article in checked if _goes_through_pipe(article)]
    docs = _until_failure(nlp.pipe((_doc(article, nlp) for article in together), batch_size=max(1, len(together))))
    return [_result(article, next(docs, None) if _goes_through_pipe(article) else None, nlp) for article in checked]


def _result(article: Found, doc: Doc | None, nlp: Language) -> ArticleResult:
    """The result of an article; one without a doc is done alone."""
    if isinstance(article, ArticleResult):
        return article
    return _guarded(article, lambda: result_of(article, nlp(_doc(article, nlp)) if doc is None else doc))


def _goes_through_pipe(article: Found) -> TypeGuard[Article]:
    return isinstance(article, Article) and _is_short(article)


def _is_short(article: Found) -> bool:
    return len(article.text or "") < ALONE


def _until_failure(docs: Iterator[Doc]) -> Iterator[Doc]:
    """The docs up to the first one that a component fails on, which ends the stream; its article is then done alone."""
    try:
        yield from docs
    except Exception as error:  # noqa: BLE001 - a component may raise anything, and one article must not end the run
        LOGGER.debug("a batch failed and is done one article at a time: %s", error)


def _guarded(article: Article, make: Callable[[], ArticleResult]) -> ArticleResult:
    try:
        return make()
    except NlpEventsError:
        raise  # not the article's fault but a resource's: it would come again with every other one
    except Exception as error:  # as above
        LOGGER.debug("%s failed", article.doc_id, exc_info=True)
        problem = f"could not be processed ({type(error).__name__}: {error}). Please report it with the text."
        return failed(article, "failed", problem)


def _checked(article: Found, nlp: Language, max_chars: int) -> Found:
    if isinstance(article, ArticleResult):
        return article
    if len(article.text) > max_chars:
        problem = f"has {len(article.text)} characters, more than the {max_chars} of one article."
        return failed(article, "long", f"{problem} Split it into articles.")
    if not article.text.strip():
        return failed(article, "empty", "the text is empty. Leave it out, or give the article its text.")
    words = _words(nlp)
    if not is_french(article.text, words):
        share = f"only {french_share(article.text, words):.0%} of its words are French function words"
        other = language_of(article.text)
        problem = f"is not French{f' but {other}' if other else ''} ({share})"
        return failed(article, "language", f"{problem}. This library reads French articles only.")
    if HALF_PAIR.search(article.text):
        return failed(article, "surrogate", "holds half of a surrogate pair. Write the character as one in UTF-8.")
    return article


def _words(nlp: Language) -> Words:
    """The words and rules that the components of a pipeline were made with."""
    name = next((name for name in ("nlp_events_zones", "nlp_events") if name in nlp.pipe_names), None)
    component = nlp.get_pipe(name) if name else None
    return component.words if isinstance(component, Component) else SHIPPED


def _doc(article: Article, nlp: Language) -> Doc:
    doc = doc_of(article.text, nlp)
    meta: ArticleMeta = {"doc_id": article.doc_id, "title": article.title, "published": article.published}
    doc._.article = meta
    return doc
