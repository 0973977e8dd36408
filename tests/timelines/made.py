"""Incidents made by hand: what articles say, a line each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from nlp_events.values import Incident, IncidentArticle, IncidentImpact, Reading


def said(day: str | None, doc_id: str, number: int | None, source: str | None = None, **changes: Any) -> Reading:
    """A figure of an article; its ``event_id`` is the article's name and the number, unless told."""
    known = {
        "event_id": f"{doc_id}-{number}", "doc_id": doc_id, "as_of": day, "text": f"{number} morts", "min": number,
        "max": number, "modifier": "exact", "who": None, "who_category": None, "source": source, "source_type": None,
        "certainty": "asserted", "scope": "event", "flow": None, "toll": None, "part": False, "superseded": False,
        "repeated": False,
    }  # fmt: skip
    return Reading(**known | changes)


def at_least(day: str | None, doc_id: str, number: int, source: str | None = None, **changes: Any) -> Reading:
    """«Au moins N»."""
    return said(day, doc_id, number, source, **{"max": None, "modifier": "at_least"} | changes)


def about(day: str | None, doc_id: str, number: int, source: str | None = None) -> Reading:
    """«Environ N»."""
    return said(day, doc_id, number, source, modifier="approx")


def article(doc_id: str, day: str | None, **changes: Any) -> IncidentArticle:
    """An article with its title."""
    known = {"title": f"Titre {doc_id}", "tellings": (), "copy_of": None, "score": None, "merge_reason": "first"}
    return IncidentArticle(doc_id=doc_id, published=day, **known | changes)


def told(
    *history: Reading, best: str | None = None, conflict: Sequence[str] = (), impact: str = "killed", **changes: Any
) -> Incident:
    """An incident of one impact, with an article for each that says something."""
    one = impact_of(*history, best=best, conflict=conflict, impact=impact)
    articles = {reading.doc_id: article(reading.doc_id, reading.as_of) for reading in history}
    known = {
        "incident_id": "i1", "title": "Attentat à Gao", "place": "Gao", "country": "ML", "latitude": 16.27,
        "longitude": -0.04, "first": "2023-05-03", "last": "2023-05-03", "cause": "attack", "scope": "event",
        "impacts": (one,) if history else (), "articles": tuple(articles.values()),
    }  # fmt: skip
    return Incident(**known | changes)


def impact_of(*history: Reading, best: str | None = None, conflict: Sequence[str] = (), impact: str = "killed") -> Any:
    """An impact with a history."""
    number = next((one.min for one in history if one.event_id == best), None)
    return IncidentImpact(
        impact=impact, unit="person", flow=None, low=None, high=None, best=number, best_rule="latest_authoritative",
        best_event_id=best, conflict=tuple(conflict), history=history,
    )  # fmt: skip
