"""GeoJSON (RFC 7946): a feature a record, a point where its place is known.

A record without coordinates has a null geometry, as the standard provides. Properties are the record's fields with
the days of its date, and its article's ``title``, ``published`` and ``site``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from nlp_events.values import ArticleResult, Event
from nlp_events.writers.records import record_row

ROW = "a feature a record"
LOST = "entities, dates, articles without a record, texts"


def write(results: Iterable[ArticleResult], path: Path) -> None:
    """Write a feature collection, a feature a line."""
    with path.open("w", encoding="utf-8", errors="replace", newline="\n") as stream:
        stream.write('{"type": "FeatureCollection", "features": [')
        separator = "\n"
        for result in results:
            for event in result.events:
                stream.write(separator + json.dumps(_feature(result, event), ensure_ascii=False, allow_nan=False))
                separator = ",\n"
        stream.write("\n]}\n")


def _feature(result: ArticleResult, event: Event) -> dict[str, Any]:
    point = None
    if event.latitude is not None and event.longitude is not None:
        point = {"type": "Point", "coordinates": [event.longitude, event.latitude]}
    properties = {name: getattr(result, name) for name in ("doc_id", "title", "published", "site")} | record_row(event)
    return {"type": "Feature", "id": event.event_id, "geometry": point, "properties": properties}
