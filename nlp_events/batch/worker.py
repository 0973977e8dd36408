"""What runs in a worker process: one pipeline, loaded once, and articles in, rows out.

Nothing heavy is imported before the pipeline is loaded.
"""

from __future__ import annotations

from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

from nlp_events.batch.recipe import Recipe
from nlp_events.batch.rows import process_rows
from nlp_events.errors import NlpEventsError
from nlp_events.processes import ended_after, leave_interrupts
from nlp_events.values import Article

if TYPE_CHECKING:
    from spacy.language import Language

READY, ROWS, REFUSED = "ready", "rows", "refused"
"""The kinds of message to the parent: (READY, None), (ROWS, list of Row), (REFUSED, what is wrong)."""


def work(connection: Connection, recipe: Recipe) -> None:
    """Answer lists of articles with lists of rows until the parent hangs up.

    Args:
        connection: to the parent.
        recipe: what to load and how to process.
    """
    leave_interrupts()
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
    with ended_after(recipe.max_seconds):
        try:
            return ROWS, list(process_rows(articles, nlp, recipe))
        except NlpEventsError as error:
            return REFUSED, str(error)
