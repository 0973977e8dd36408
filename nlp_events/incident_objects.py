"""Incidents as JSON objects and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from nlp_events.values import Incident, IncidentActor, IncidentArticle, IncidentImpact, Reading

_INCIDENT, _IMPACT, _READING, _ARTICLE, _ACTOR = (
    tuple(field.name for field in fields(kind))
    for kind in (Incident, IncidentImpact, Reading, IncidentArticle, IncidentActor)
)


def from_dict(data: dict[str, Any]) -> Incident:
    """The incident that ``to_dict`` made an object of.

    Raises:
        KeyError, TypeError, ValueError: it is no such object.
    """
    impacts = tuple(
        IncidentImpact(
            **one
            | {"conflict": tuple(one["conflict"]), "history": tuple(Reading(**reading) for reading in one["history"])}
        )
        for one in data["impacts"]
    )
    articles, mentioned = (
        tuple(IncidentArticle(**one | {"tellings": tuple(one["tellings"])}) for one in rows)
        for rows in (data["articles"], data.get("mentioned", ()))
    )
    actors = tuple(IncidentActor(**one | {"impacts": tuple(one["impacts"])}) for one in data.get("actors", ()))
    known = {"impacts": impacts, "articles": articles, "mentioned": mentioned, "actors": actors}
    return Incident(**data | known | {"means": tuple(data.get("means", ()))})


def to_dict(incident: Incident) -> dict[str, Any]:
    """The JSON object of one incident: the fields of ``Incident`` in their order, with those of its parts inside."""
    data = _plain(incident, _INCIDENT)
    data["impacts"] = tuple(
        _plain(one, _IMPACT) | {"history": tuple(_plain(reading, _READING) for reading in one.history)}
        for one in incident.impacts
    )
    for name, names in (("articles", _ARTICLE), ("mentioned", _ARTICLE), ("actors", _ACTOR)):
        data[name] = tuple(_plain(one, names) for one in data[name])
    return data


def _plain(one: object, names: Sequence[str]) -> dict[str, Any]:
    """The fields of a value: ``dataclasses.asdict`` copies what cannot change, five times as slowly."""
    return {name: getattr(one, name) for name in names}
