"""Results and incidents made up from the sample articles, as many as asked for, always the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from spacy.language import Language

from nlp_events.pipeline import process
from nlp_events.readers import read
from nlp_events.values import ArticleResult, Event

SAMPLES = Path(__file__).resolve().parent.parent / "notebooks" / "articles"


def sample_results(nlp: Language) -> list[ArticleResult]:
    """What is in the sample articles."""
    return list(process(read([SAMPLES]), nlp))


def many(samples: Sequence[ArticleResult], number: int) -> Iterator[ArticleResult]:
    """As many results as asked for: the samples again and again, each time on other days and at other places."""
    for index in range(number):
        sample = samples[index % len(samples)]
        turn = index // len(samples)
        doc_id = f"{turn:04d}/{sample.doc_id}"
        published = _later(sample.published, turn)
        events = tuple(_moved(event, doc_id, turn) for event in sample.events)
        yield replace(sample, doc_id=doc_id, published=published, events=events)


def failed(doc_id: str = "casse.txt") -> ArticleResult:
    """An article that could not be read."""
    error = f"{doc_id}: is binary, not text. Save it as plain text."
    return ArticleResult(doc_id=doc_id, title=None, published=None, status="binary", error=error)


def incident(events: Sequence[Event]) -> dict[str, Any]:
    """An incident in its JSON form that holds some records of one impact, the last one as the best."""
    history = [
        {"event_id": one.event_id, "doc_id": one.doc_id, "as_of": f"2021-03-{12 + n:02d}", "text": one.text}
        | {"min": one.min, "max": one.max, "modifier": one.modifier, "who": one.who, "who_category": one.who_category}
        | {"source": one.source, "source_type": one.source_type, "certainty": one.certainty, "scope": one.scope}
        | {"flow": one.flow, "toll": one.toll, "part": False, "superseded": n == 0, "repeated": False}
        for n, one in enumerate(events)
    ]
    last = events[-1]
    impact = {"impact": last.impact, "unit": last.unit, "flow": last.flow, "low": last.min, "high": last.max}
    impact |= {"best": last.min, "best_rule": "latest_authoritative", "best_event_id": last.event_id}
    impact |= {"conflict": [events[0].event_id] if len(events) > 1 else [], "history": history}
    article = {"doc_id": last.doc_id, "published": "2021-03-12", "title": None, "tellings": [last.incident_id]}
    article |= {"copy_of": None, "score": None, "merge_reason": "first telling"}
    return {
        "incident_id": f"incident-{last.event_id}",
        "title": f"{last.cause} · {last.place} · {last.date}",
        "place": last.place,
        "country": last.country,
        "latitude": last.latitude,
        "longitude": last.longitude,
        "first": last.date,
        "last": last.date,
        "cause": last.cause,
        "scope": last.scope,
        "impacts": [impact],
        "articles": [article],
    }


def _later(day: str | None, turn: int) -> str | None:
    return day and (date.fromisoformat(day) + timedelta(days=turn % 700)).isoformat()


def _moved(event: Event, doc_id: str, turn: int) -> Event:
    day = _later(event.date, turn) if event.date and re.fullmatch(r"[\d-]{10}", event.date) else event.date
    latitude = event.latitude and round(event.latitude + (turn * 7 % 40) / 10 - 2, 2)
    return replace(event, doc_id=doc_id, event_id=f"{turn:04d}{event.event_id}"[:14], date=day, latitude=latitude)
