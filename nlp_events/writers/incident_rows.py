"""Incidents as rows of tables: one a happening, one an impact, one an article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any, get_args

from nlp_events.values import Impact, Incident, IncidentActor, IncidentArticle, IncidentImpact, Reading, actor_told
from nlp_events.writers.columns import Column, columns_of

_DAYS = {"first": Column("date"), "last": Column("date")}
_TEXT, _NUMBER = Column(), Column("integer")
_NESTED = ("impacts", "articles", "mentioned", "actors", "means")
INCIDENT = tuple(field.name for field in fields(Incident) if field.name not in _NESTED)
IMPACT = tuple(field.name for field in fields(IncidentImpact) if field.name not in ("conflict", "history"))
ARTICLE = tuple(field.name for field in fields(IncidentArticle) if field.name != "tellings")
ACTOR = tuple(field.name for field in fields(IncidentActor))
_DID_IT = {
    "actor": _TEXT,
    **columns_of(Reading, ("actor_id", "actor_type", "actor_status")),
    "actor_conflict": Column("boolean"),
    "actors": _TEXT,
    "means": _TEXT,
}
"""Who leads the actors of an incident and what is told of them; all of them; with what."""
KNOWN = columns_of(Incident, INCIDENT) | _DAYS | _DID_IT
_TOLD = {"voices": Column("integer", optional=False), "sources": _TEXT, "doc_ids": _TEXT}
INCIDENT_TABLE = (
    KNOWN
    | columns_of(IncidentImpact, IMPACT)
    | {"best_source": _TEXT, "conflict": _TEXT, "voices": _TOLD["voices"], "doc_ids": _TEXT}
)
"""A row an impact of an incident; ``voices`` counts articles that are no copies."""
INCIDENT_COLUMNS = tuple(INCIDENT_TABLE)
HAPPENING = KNOWN | _TOLD | dict.fromkeys(get_args(Impact), _NUMBER) | {"best_rules": _TEXT}
"""A row an incident, with the best toll of persons for each impact, and the rules that chose them."""
TELLING = (
    {"incident_id": _TEXT}
    | columns_of(IncidentArticle, ARTICLE)
    | {"published": Column("date"), "mentioned": Column("boolean", optional=False)}
)
"""A row an article of an incident."""

DOER = {"incident_id": _TEXT} | columns_of(IncidentActor, ACTOR) | {"impacts": _TEXT}
"""A row an actor of an incident, who leads first."""


def known_of(incident: Incident) -> dict[str, Any]:
    """The columns of ``KNOWN``: what is known of an incident beside its impacts and articles."""
    lead = incident.lead
    return {name: getattr(incident, name) for name in INCIDENT} | {
        "actor": lead and lead.name,
        "actor_id": lead and lead.actor_id,
        "actor_type": lead and lead.actor_type,
        "actor_status": lead and lead.actor_status,
        "actor_conflict": lead and lead.conflict,
        "actors": "; ".join(map(actor_told, incident.actors)) or None,
        "means": "; ".join(incident.means) or None,
    }


def rows_of(incident: Incident) -> Iterator[dict[str, Any]]:
    """The rows of an incident's impacts."""
    known = known_of(incident) | _told(incident)
    for impact in incident.impacts:
        best = next((one for one in impact.history if one.event_id == impact.best_event_id), None)
        own = {name: getattr(impact, name) for name in IMPACT}
        yield known | own | {"best_source": best and best.source, "conflict": " | ".join(impact.conflict)}


def happening_of(incident: Incident) -> dict[str, Any]:
    """The row of an incident: the columns of ``HAPPENING``, and beside each toll its bounds and its rule.

    ``killed`` is the best toll of persons, ``killed_low``, ``killed_high`` and ``killed_rule`` stand beside it;
    ``displaced_households`` is that of households, which are no persons. What is not told is not there. Of those who
    fled and those who are in flight (``flow``), the first stand where they are known.
    """
    row = known_of(incident) | _told(incident)
    rules = {}
    for impact in sorted(incident.impacts, key=lambda one: (one.best is not None, one.flow != "stock")):
        name = impact.impact + ("_households" if impact.unit == "household" else "")
        row |= {name: impact.best, f"{name}_low": impact.low, f"{name}_high": impact.high}
        row[f"{name}_rule"] = rules[name] = impact.best_rule
    told = sorted(name for name in rules if row[name] is not None)
    return row | {"best_rules": "; ".join(f"{name}: {rules[name]}" for name in told)}


def tellings_of(incident: Incident) -> Iterator[dict[str, Any]]:
    """The rows of an incident's articles, those that only mention it last."""
    for mentioned, articles in ((False, incident.articles), (True, incident.mentioned)):
        for article in articles:
            own = {name: getattr(article, name) for name in ARTICLE}
            yield {"incident_id": incident.incident_id} | own | {"mentioned": mentioned}


def doers_of(incident: Incident) -> Iterator[dict[str, Any]]:
    """The rows of an incident's actors."""
    for actor in incident.actors:
        own = {name: getattr(actor, name) for name in ACTOR}
        yield {"incident_id": incident.incident_id} | own | {"impacts": "; ".join(actor.impacts)}


def sources_of(incident: Incident) -> list[str]:
    """Who its figures are credited to, each once, in the order of the readings."""
    named = (reading.source for impact in incident.impacts for reading in impact.history)
    return list(dict.fromkeys(name for name in named if name))


def _told(incident: Incident) -> dict[str, Any]:
    """How many articles of their own words tell of an incident, who says so, and the names of all articles."""
    return {
        "voices": sum(article.copy_of is None for article in incident.articles),
        "sources": "; ".join(sources_of(incident)),
        "doc_ids": " | ".join(article.doc_id for article in incident.articles),
    }
