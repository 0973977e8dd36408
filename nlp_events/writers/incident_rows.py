"""Incidents as rows of a table: one an impact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from nlp_events.values import Incident, IncidentImpact

INCIDENT = tuple(field.name for field in fields(Incident) if field.name not in ("impacts", "articles"))
IMPACT = tuple(field.name for field in fields(IncidentImpact) if field.name not in ("conflict", "history"))
INCIDENT_COLUMNS = (*INCIDENT, *IMPACT, "best_source", "conflict", "voices", "doc_ids")
"""A row an impact of an incident; ``voices`` counts articles that are no copies."""


def rows_of(incident: Incident) -> Iterator[dict[str, Any]]:
    """The rows of an incident."""
    known = {name: getattr(incident, name) for name in INCIDENT}
    known["voices"] = sum(article.copy_of is None for article in incident.articles)
    known["doc_ids"] = " | ".join(article.doc_id for article in incident.articles)
    for impact in incident.impacts:
        best = next((one for one in impact.history if one.event_id == impact.best_event_id), None)
        own = {name: getattr(impact, name) for name in IMPACT}
        yield known | own | {"best_source": best and best.source, "conflict": " | ".join(impact.conflict)}
