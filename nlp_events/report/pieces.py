"""The parts of an article's text that its results hold: all, or the sentences of its records and what is to review."""

from __future__ import annotations

from collections.abc import Iterator

from nlp_events.report.evidence import told_at
from nlp_events.values import ArticleResult, Event

Piece = tuple[int, str]
"""Where a part begins in the text, in code points, and the part."""


def pieces(result: ArticleResult) -> Iterator[Piece]:
    """The known parts of a text, in its order; none where the article could not be read.

    Without the text, the place of a sentence is told by the figure in it: where it could stand at several, the
    trigger and the evidence say which.
    """
    if result.text is not None:
        yield 0, result.text
        return
    end = -1
    told = {(_start(event), event.sentence) for event in result.events}
    told |= {(one["start"] - max(0, one["sentence"].find(one["text"])), one["sentence"]) for one in result.review}
    for start, sentence in sorted(told):
        if start >= end:  # of sentences that run into one another only the first is shown
            yield start, sentence
            end = start + len(sentence)


def _start(event: Event) -> int:
    """Where the sentence of a record begins, as well as its parts can tell."""
    candidates = [event.start - at for at in _places(event.sentence, event.text)] or [event.start]
    return max(candidates, key=lambda start: (_agreement(event, start), -start))


def _places(sentence: str, text: str) -> Iterator[int]:
    at = sentence.find(text)
    while at >= 0:
        yield at
        at = sentence.find(text, at + 1)


def _agreement(event: Event, start: int) -> int:
    """How many of the words with a known place stand there, if the sentence begins at ``start``."""
    known = [(event.trigger, event.trigger_start)]
    known += [
        (text, span[0])
        for slot, text in (("who", event.who), ("place", event.place), ("source", event.source))
        if text is not None and (span := told_at(event, slot)) is not None
    ]
    return sum(event.sentence.startswith(text, at - start) for text, at in known if at >= start)
