"""What runs in a worker process: one pipeline, loaded once, and articles in, rows out.

Nothing heavy is imported before the pipeline is loaded.
"""

from __future__ import annotations

import faulthandler
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

from nlp_events.batch.recipe import Recipe
from nlp_events.batch.rows import process_rows
from nlp_events.errors import NlpEventsError
from nlp_events.values import Article

if TYPE_CHECKING:
    from spacy.language import Language

READY, ROWS, REFUSED = "ready", "rows", "refused"
"""The kinds of message to the parent: (READY, None), (ROWS, list of Row), (REFUSED, what is wrong)."""

GRACE = 30.0
"""Seconds after the limit, at which the parent ends this process, until it ends itself: the parent may be gone."""


def work(connection: Connection, recipe: Recipe) -> None:
    """Answer lists of articles with lists of rows until the parent hangs up.

    Args:
        connection: to the parent.
        recipe: what to load and how to process.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is the parent's, which then ends this process
    try:
        nlp = recipe.load()
    except NlpEventsError as error:
        connection.send((REFUSED, str(error)))
        return
    try:
        connection.send((READY, None))
        while True:
            connection.send(_answer(connection.recv(), nlp, recipe))
    except (EOFError, OSError):
        return  # the parent has gone


def _answer(articles: list[Article], nlp: Language, recipe: Recipe) -> tuple[str, Any]:
    # The zone frees the words of these texts: else each new name in a million articles would stay in memory.
    with _ended_after(recipe.max_seconds), nlp.memory_zone():
        try:
            return ROWS, list(process_rows(articles, nlp, recipe))
        except NlpEventsError as error:
            return REFUSED, str(error)


@contextmanager
def _ended_after(seconds: float | None) -> Iterator[None]:
    """End this process if the block takes too long, even where it never gives the interpreter back."""
    if seconds is None:
        yield
        return
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - a device
        faulthandler.dump_traceback_later(seconds + GRACE, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()
