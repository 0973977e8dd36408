"""Rows of records as they are given, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any, TypeAlias

from nlp_events.errors import InputError
from nlp_events.values import ArticleResult, Event

Row: TypeAlias = Mapping[str, Any]
REMEDY = (
    "Give results (what nlp_events.pipeline.process yields), records (what nlp_events.extract yields), or rows of a "
    "file of records, as an iterable; files are read by nlp_events.incident_files.read_records."
)
_SLOTS = (
    "event_id",
    "incident_id",
    "impact",
    "text",
    "start",
    "min",
    "max",
    "modifier",
    "unit",
    "place",
    "date",
    "scope",
)


def row_of(record: ArticleResult | Row) -> Row:
    """A result as a row; a row as it is."""
    if isinstance(record, ArticleResult):
        events = [of_event(event) for event in record.events]
        known = {"doc_id": record.doc_id, "title": record.title, "published": record.published, "text": record.text}
        return known | {"events": events, "entities": record.entities, "dates": record.dates}
    return record


def of_event(event: Event) -> dict[str, Any]:
    """A record as a row has it."""
    return {field.name: getattr(event, field.name) for field in fields(Event)}


def checked(row: Row) -> str:
    """The name of a row for messages, once it looks like one.

    Raises:
        InputError: it looks like none.
    """
    if not isinstance(row, Mapping) or not isinstance(row.get("doc_id"), str) or not row["doc_id"]:
        raise InputError("records", "record", 'a row has no "doc_id". Give what «nlp-events extract» writes.')
    if not isinstance(row.get("events"), list | tuple):
        raise InputError(row["doc_id"], "record", 'has no "events". Give what «nlp-events extract» writes.')
    return str(row["doc_id"])


def by_happening(events: Iterable[Row]) -> dict[str, list[Row]]:
    """Happening → its records, in the order in which they stand.

    Raises:
        KeyError: a record lacks a slot.
    """
    groups: dict[str, list[Row]] = {}
    for event in events:
        if missing := [name for name in _SLOTS if name not in event]:
            raise KeyError(", ".join(missing))
        groups.setdefault(event["incident_id"], []).append(event)
    return groups
