"""GeoJSON (RFC 7946): a feature a record or an incident, a point where its place is known.

What has no coordinates has a null geometry, as the standard provides. Properties of a record are its fields with the
days of its date, and its article's ``title``, ``published`` and ``site``; those of an incident are flat, as
``incident_rows.happening_of`` gives them. Lost: entities, dates, what is to review, articles without a record, texts;
of incidents the history, and why an article is of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from nlp_events.values import ArticleResult, Event, Incident
from nlp_events.writers.incident_rows import happening_of
from nlp_events.writers.records import record_row

_ARTICLE = ("doc_id", "title", "published", "site")


def write_geojson(results: Iterable[ArticleResult], path: Path) -> None:
    """Write a feature collection of records, a feature a line."""
    _write(path, (_record(result, event) for result in results for event in result.events))


def write_incident_geojson(incidents: Iterable[Incident], path: Path) -> None:
    """Write a feature collection of incidents, a feature a line."""
    _write(path, (_feature(one.incident_id, happening_of(one)) for one in incidents))


def _write(path: Path, features: Iterable[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8", errors="replace", newline="\n") as stream:
        stream.write('{"type": "FeatureCollection", "features": [')
        separator = "\n"
        for feature in features:
            stream.write(separator + json.dumps(feature, ensure_ascii=False, allow_nan=False))
            separator = ",\n"
        stream.write("\n]}\n")


def _record(result: ArticleResult, event: Event) -> dict[str, Any]:
    return _feature(event.event_id, {name: getattr(result, name) for name in _ARTICLE} | record_row(event))


def _feature(key: str, properties: Mapping[str, Any]) -> dict[str, Any]:
    point, where = None, (properties["longitude"], properties["latitude"])
    if None not in where:
        point = {"type": "Point", "coordinates": list(where)}
    return {"type": "Feature", "id": key, "geometry": point, "properties": properties}
