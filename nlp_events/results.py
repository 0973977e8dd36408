"""From a processed ``Doc`` to the JSON object of the record's contract."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import cast

from spacy.tokens import Doc, Span

from nlp_events.extensions import DATES, FIGURES, QUANTITIES, REFUSALS, ZoneMap, text_of, value_on, values_of, zones_of
from nlp_events.text.evidence import span_of
from nlp_events.text.nonsense import nonsense
from nlp_events.values import (
    Article,
    ArticleResult,
    DateMention,
    DateValue,
    EntityMention,
    Event,
    FigureValue,
    Refusal,
    ReviewValue,
)

OFFERED_FROM = 0.1
"""The confidence from which a refused figure is offered for review: one in ten of them is right."""


def result_of(article: Article, doc: Doc) -> ArticleResult:
    """What the pipeline found in an article.

    Args:
        article: the article the doc was made of.
        doc: the doc after all components.

    Returns:
        Entities, dates and records, detached from the doc, in the order of the text.
    """
    zones, refusals = zones_of(doc), _refusals(doc)
    return ArticleResult(
        doc_id=article.doc_id,
        title=article.title,
        published=article.published,
        site=article.site,
        duplicate_of=article.duplicate_of,
        pages=article.pages,
        text=article.text,
        entities=tuple(_entity(text_of(doc), span, zones) for span in doc.ents),
        dates=tuple(_dates(doc, zones)),
        events=tuple(_on_pages(doc._.events, article.pages)),
        related=tuple(zones.of("related")),
        refusals=tuple(refusals),
        review=tuple(_offered(text_of(doc), refusals)),
    )


def _on_pages(events: Iterable[Event], pages: Sequence[tuple[int, int]]) -> Iterable[Event]:
    """Records with the pages they begin on, where there are pages."""
    if not pages:
        return events
    starts = [start for start, _ in pages]
    return (replace(event, page=bisect_right(starts, event.start)) for event in events)


def _offered(text: str, refusals: Iterable[Refusal]) -> Iterator[ReviewValue]:
    """The refused figures that may be right all the same."""
    for refusal in refusals:
        figure = refusal.get("figure")
        sure = None if figure is None else figure["confidence"]
        if figure is None or sure is None or sure < OFFERED_FROM:
            continue
        start, end = figure["start"], figure["end"]
        yield {
            "text": text[start:end], "start": start, "end": end, "impact": figure["impact"], "min": figure["min"],
            "max": figure["max"], "modifier": figure["modifier"], "unit": figure["unit"], "who": figure["who"],
            "trigger": figure["trigger"], "zone": figure["zone"],
            "sentence": text[figure["sentence_start"] : figure["sentence_end"]],
            "confidence": sure, "reason": refusal["reason"], "rule": refusal["rule"],
        }  # fmt: skip


def _entity(text: str, span: Span, zones: ZoneMap) -> EntityMention:
    value, start, end = value_on(span, "entity") or {}, span.start_char, span.end_char
    known = {
        "text": text[start:end],
        "label": span.label_,
        "start": start,
        "end": end,
        "canonical": value.get("canonical", text[start:end]),
        "entity_id": value.get("entity_id"),
        "zone": zones.at(start),
    }
    return cast("EntityMention", known | {name: filled for name, filled in value.items() if name not in known})


def _dates(doc: Doc, zones: ZoneMap) -> Iterator[DateMention]:
    text = text_of(doc)
    for value in sorted(values_of(doc, DATES), key=lambda one: (one["start"], one["end"])):
        start, end = value["start"], value["end"]
        known = {"text": text[start:end], "start": start, "end": end}
        known |= {name: value[name] for name in ("value", "first", "last", "grain")} | {"zone": zones.at(start)}
        more = {name: filled for name, filled in value.items() if name not in known}
        yield cast("DateMention", known | more | _open_side(value))


def _open_side(value: DateValue) -> dict[str, str]:
    """«depuis le 17 octobre» in a list of dates: the day it names, and that it begins there; ``last`` stays open."""
    written = value["value"]
    if written.endswith("/.."):
        return {"value": written.removesuffix("/.."), "modifier": value["modifier"] or "after"}
    if written.startswith("../"):
        return {"value": written.removeprefix("../"), "modifier": value["modifier"] or "before"}
    return {}


def _refusals(doc: Doc) -> list[Refusal]:
    """Every number that is in no record: refused, in a figure of another article, or read but with no trigger."""
    figures = [figure for figure in values_of(doc, FIGURES) if figure]
    found = [refusal for refusal in values_of(doc, REFUSALS) if refusal]
    found += [_refused(figure, "other_article") for figure in figures if figure["zone"] == "related"]
    found += [_refused(figure, reason) for figure, reason in nonsense(figures)]
    taken = _Covered(
        [*((one["start"], one["end"]) for one in found), *(place for one in figures for place in _places(one))]
    )
    for value in values_of(doc, QUANTITIES):
        if value and value["kind"] != "article" and not taken.touches(value["start"], value["end"]):
            found.append(Refusal(start=value["start"], end=value["end"], reason="no_trigger", rule=value["rule"]))
    return sorted(found, key=lambda one: (one["start"], one["end"]))


def _refused(figure: FigureValue, reason: str) -> Refusal:
    return Refusal(start=figure["start"], end=figure["end"], reason=reason, rule=figure["rule"])


def _places(figure: FigureValue) -> list[list[int]]:
    return [[figure["start"], figure["end"]], *figure["mentions"], *_told(figure, "quantity")]


def _told(figure: FigureValue, slot: str) -> list[list[int]]:
    span = span_of(figure, slot)
    return [] if span is None else [span]


class _Covered:
    """The stretches of a text that some intervals cover, joined where they overlap."""

    def __init__(self, intervals: Iterable[Sequence[int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted((one[0], one[1]) for one in intervals):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def touches(self, start: int, end: int) -> bool:
        """Whether a part of an interval is covered."""
        index = bisect_right(self._starts, end - 1) - 1
        return index >= 0 and self._ends[index] > start
