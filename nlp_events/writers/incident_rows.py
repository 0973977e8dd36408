"""Incidents as rows of a table: one an impact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from nlp_events.values import Incident, IncidentImpact
from nlp_events.writers.columns import Column, columns_of

_DAYS = {"first": Column("date"), "last": Column("date")}
INCIDENT = tuple(field.name for field in fields(Incident) if field.name not in ("impacts", "articles"))
IMPACT = tuple(field.name for field in fields(IncidentImpact) if field.name not in ("conflict", "history"))
INCIDENT_TABLE = (
    (columns_of(Incident, INCIDENT) | _DAYS)
    | columns_of(IncidentImpact, IMPACT)
    | {"best_source": Column(), "conflict": Column(), "voices": Column("integer", optional=False), "doc_ids": Column()}
)
"""A row an impact of an incident; ``voices`` counts articles that are no copies."""
INCIDENT_COLUMNS = tuple(INCIDENT_TABLE)


def rows_of(incident: Incident) -> Iterator[dict[str, Any]]:
    """The rows of an incident."""
    known = {name: getattr(incident, name) for name in INCIDENT} | articles_of(incident)
    for impact in incident.impacts:
        best = next((one for one in impact.history if one.event_id == impact.best_event_id), None)
        own = {name: getattr(impact, name) for name in IMPACT}
        yield known | own | {"best_source": best and best.source, "conflict": " | ".join(impact.conflict)}


def articles_of(incident: Incident) -> dict[str, Any]:
    """How many articles of their own words tell of an incident, and the names of all that do."""
    return {
        "voices": sum(article.copy_of is None for article in incident.articles),
        "doc_ids": " | ".join(article.doc_id for article in incident.articles),
    }
