"""Why a slot of a record is empty, in the words of a reader."""

from __future__ import annotations

from collections.abc import Iterator

from nlp_events.values import ArticleResult, Event

NO_NAME = "the article names no place"
NO_PLACE = "no name stands where the place of this figure would"
NO_DAY = "the article tells no day"
NO_OWN_DAY = "its sentence tells no day, and what is not of the story takes none from elsewhere"
FEARED = "what is feared has no day yet"
NO_FIT = "no day of the article stands where its own would"
NOBODY = "its sentence names nobody who says so"
NO_CAUSE = "no word of the article tells what kind of happening it was"
NO_NOUN = "no noun stands behind the number"


def silences(event: Event, result: ArticleResult) -> Iterator[tuple[str, str]]:
    """(slot, reason) of each slot that is empty, of those that a reader misses.

    Args:
        event: the record.
        result: the article it is of.
    """
    if event.who is None:
        yield "who", NO_NOUN
    if event.place is None:
        names = any(one["label"] == "LOC" and one["zone"] != "related" for one in result.entities)
        yield "place", NO_PLACE if names else NO_NAME
    if event.date is None:
        yield "date", _undated(event, result)
    if event.source is None:
        yield "source", NOBODY
    if event.cause is None:
        yield "cause", NO_CAUSE


def _undated(event: Event, result: ArticleResult) -> str:
    if not any(one["zone"] != "related" for one in result.dates):
        return NO_DAY
    if event.certainty == "possible":
        return FEARED
    return NO_FIT if event.scope == "event" else NO_OWN_DAY
