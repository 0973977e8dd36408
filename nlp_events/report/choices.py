"""Why causes, places, dates, sources and actors of an article's figures are what they are, found out anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from nlp_events.component import Component
from nlp_events.decisions import Reasons
from nlp_events.extensions import FIGURES, doc_of, values_of
from nlp_events.layers.actors.component import Actors
from nlp_events.layers.causes.component import Causes
from nlp_events.layers.places.component import Places
from nlp_events.layers.sources.component import Sources
from nlp_events.layers.times.component import Times
from nlp_events.narrowing import through_narrow
from nlp_events.values import Article, ArticleMeta, Event, Span

SLOTS = ("place", "date", "source", "cause", "actor")
"""Slots that are chosen among candidates."""
_CHOOSES: tuple[tuple[str, type[Component]], ...] = (
    ("place", Places),
    ("date", Times),
    ("source", Sources),
    ("cause", Causes),
    ("actor", Actors),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """The choices of an article: for each slot, figure → why, a figure by its (start, end)."""

    place: dict[Span, Reasons] = field(default_factory=dict)
    date: dict[Span, Reasons] = field(default_factory=dict)
    source: dict[Span, Reasons] = field(default_factory=dict)
    cause: dict[Span, Reasons] = field(default_factory=dict)
    actor: dict[Span, Reasons] = field(default_factory=dict)

    def of(self, event: Event, slot: str, records: Mapping[str, Event]) -> Reasons | None:
        """Why a slot of a record holds what it holds.

        Args:
            event: the record.
            slot: one of ``SLOTS``.
            records: the article's records by ``event_id``.

        Returns:
            The choice made for the record's own figure; where it has the slot from its whole or from a mention, the
            choice made for that one. None where no choice made it.
        """
        told: dict[Span, Reasons] = getattr(self, slot)
        made = [told[span] for span in _figures(event, records) if span in told]
        alike = [one for one in made if one.chosen == getattr(event, slot)]
        # Of several that chose the same, the one that the record took it from.
        own = (one for one in alike if one.confidence == getattr(event, f"{slot}_confidence", None))
        return next(iter((*own, *alike)), None)


def _figures(event: Event, records: Mapping[str, Event]) -> Iterator[Span]:
    """The figures that a record may have a slot from, its own first."""
    yield event.start, event.end
    yield from event.mentions
    whole = records.get(event.part_of or "")
    if whole is not None:
        yield whole.start, whole.end
        yield from whole.mentions


def choices_of(article: Article, nlp: Language) -> Choices:
    """The choices that a pipeline makes for an article, which goes through it once more.

    Args:
        article: the article.
        nlp: the pipeline; one without components that choose makes none.
    """
    doc = doc_of(article.text, nlp)
    meta: ArticleMeta = {"doc_id": article.doc_id, "title": article.title, "published": article.published}
    doc._.article = meta
    found: dict[str, dict[str, Reasons]] = {slot: {} for slot in SLOTS}
    spans: dict[str, Span] = {}
    for part in _parts(pipe for _, pipe in nlp.pipeline):
        slot = _slot(part)
        if slot is None:
            doc = part(doc)
            continue
        doc = through_narrow(doc, _asked(part, found[slot]))
        # Figures that are mentions of others are gone when all components have run.
        figures = values_of(doc, FIGURES)
        spans |= {one["key"]: (one["start"], one["end"]) for one in figures}
    return Choices(**{slot: {spans[key]: why for key, why in made.items()} for slot, made in found.items()})


def _parts(pipes: Iterable[Any]) -> Iterator[Any]:
    for pipe in pipes:
        yield from pipe.components if isinstance(pipe, Component) else (pipe,)


def _slot(part: object) -> str | None:
    return next((slot for slot, kind in _CHOOSES if isinstance(part, kind)), None)


def _asked(part: Any, found: dict[str, Reasons]) -> Callable[[Doc], Doc]:
    """A component that is asked for its reasons before it does its work."""

    def annotate(doc: Doc) -> Doc:
        found.update(part.reasons(doc))
        return part.annotate(doc)  # type: ignore[no-any-return]

    return annotate
