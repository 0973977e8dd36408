"""One happening, however often it is told: records of many articles to incidents."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import TypeAlias

from nlp_events.given import items_of
from nlp_events.merging.assembly import incidents_of
from nlp_events.merging.clustering import Clustering, Placement
from nlp_events.merging.decisions import Join, Split, read_joins, read_splits
from nlp_events.merging.from_records import articles_of
from nlp_events.merging.model import load_merging
from nlp_events.merging.rows import REMEDY
from nlp_events.merging.store import Store, opened
from nlp_events.merging.tellings import TellingArticle
from nlp_events.values import ArticleResult, Event, Incident
from nlp_events.words.store import Words, words_of

LOGGER = logging.getLogger("nlp_events")

_Decisions: TypeAlias = tuple[Sequence[Split], Sequence[Join]]


def incidents(
    records: Iterable[ArticleResult | Event | Mapping[str, object]],
    *,
    store: str | Path | None = None,
    split: str | Path | None = None,
    join: str | Path | None = None,
    words: Words | str | Path | None = None,
) -> Iterator[Incident]:
    """Put records of many articles together by happening.

    The same records give the same incidents in any order. Figures are never changed and never added up.

    Args:
        records: results, rows of files that ``nlp-events extract`` wrote, or records that ``extract`` yields (these
            know no day of publication). Of two articles with the same ``doc_id``, one is taken.
        store: a file that keeps what was placed, made when it is not there: new articles then join the old incidents,
            whose ids stay, and nothing old is compared again; None to start anew and keep nothing.
        split: a CSV file of an analyst, ``incident_id,doc_id``: articles that are no part of an incident.
        join: a CSV file of an analyst, ``incident_id,into``: incidents that are one.
        words: a folder with words and rules of your own, or ``Words`` with some added; None for the shipped alone.

    Returns:
        An iterator of incidents in the order in which they were first told, with those of the store.

    Raises:
        InputError: a row is no record, or what is given are no rows, as a path or a table; a file of the analyst is
            wrong or names what is not there.
        NlpEventsError: the store cannot be opened.
        ResourceError: a resource file is wrong.
    """
    chosen = words_of(words)
    articles = articles_of(items_of("incidents", records, REMEDY), chosen)
    splits = read_splits(split) if split is not None else ()
    joins = read_joins(join) if join is not None else ()
    return _incidents(articles, store, (splits, joins), chosen)


def _incidents(
    articles: Iterator[TellingArticle], store: str | Path | None, decisions: _Decisions, words: Words
) -> Iterator[Incident]:
    rules = load_merging(words)
    with opened(store) as tables:
        left_out, changed = tables.add(articles, rules.copies)
        LOGGER.info("%d articles have a doc_id that is there already, and were left out", left_out)
        if changed:
            LOGGER.warning("%d articles say something else than those of their doc_id, and were left out", changed)
        tables.mark_copies(rules.copies)
        clustering = Clustering(words, tables.rarity(), copied=tables.copied())
        tables.place(_placements(tables, clustering), lambda: clustering.unite(tables.members(clustering.near)))
        tables.decide(*decisions)
        yield from incidents_of(tables.output(), rules)


def _placements(tables: Store, clustering: Clustering) -> Iterator[tuple[str, Placement]]:
    for telling, incident_id, copy in tables.placed():
        clustering.restore(telling, incident_id, copy=copy)
    for _, article in groupby(tables.unplaced(), key=lambda one: one[0].doc_id):
        told = list(article)
        for number, (telling, copy_of) in enumerate(told, start=1):
            others = [other for other, _ in told[number:]]
            yield telling.telling_id, clustering.place(telling, copy_of, others)
