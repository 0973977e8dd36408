"""JSON Schema of what is written, made from the types of the record's contract: of an article's line, of an incident's.

What is written in other formats is read back as the same (``read_results``), as far as the format holds it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, get_type_hints

from pydantic import TypeAdapter, create_model

from nlp_events.values import ArticleResult, DateValue, EntityValue, Event, Incident, Span, Zone

VERSION = "1.0"
"""Of what is written. A field more raises the second number, one less or with another meaning the first."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_MENTION = {"text": str, "start": int, "end": int, "zone": Zone}
_DAY = {"value": str, "first": str | None, "last": str | None, "grain": str}
_ENTITY = {"label": str, "canonical": str, "entity_id": str | None}


def schema_of(what: str) -> dict[str, Any]:
    """The JSON Schema of a line of JSON Lines.

    Args:
        what: «article» for what ``extract`` writes, «incident» for what ``incidents`` writes.
    """
    title, made = SCHEMAS[what]
    head = {"$schema": DIALECT, "$id": f"urn:nlp-events:{what}:{VERSION}", "title": title}
    found = _strict(made())
    found.pop("description", None)
    return head | {name: part for name, part in found.items() if name not in head}


def _article() -> dict[str, Any]:
    hints = get_type_hints(ArticleResult)
    whole = {name: hints[name] for name in ("doc_id", "title", "published", "site", "status", "error")}
    record = {name: kind for name, kind in get_type_hints(Event).items() if name != "doc_id"}
    parts = {
        "entities": list[_model("Entity", _MENTION | _ENTITY, get_type_hints(EntityValue))],  # type: ignore[misc]
        "dates": list[_model("Date", _MENTION | _DAY, get_type_hints(DateValue))],  # type: ignore[misc]
        "events": list[_model("Record", record)],  # type: ignore[misc]
    }
    made = _model("Article", whole | parts, {"text": str | None, "related": list[Span]})
    return TypeAdapter(made).json_schema()


def _incident() -> dict[str, Any]:
    return TypeAdapter(Incident).json_schema()


SCHEMAS: Mapping[str, tuple[str, Callable[[], dict[str, Any]]]] = {
    "article": ("An article with its names, dates and event records", _article),
    "incident": ("An incident: one happening, however often it is told", _incident),
}
"""What there is a schema of → its title, and what makes it."""


def _model(name: str, always: Mapping[str, Any], sometimes: Mapping[str, Any] | None = None) -> Any:
    """A type with fields that are always there, and with others that may be missing."""
    fields: dict[str, Any] = {field: (kind, ...) for field, kind in always.items()}
    more = {field: (kind, None) for field, kind in (sometimes or {}).items() if field not in fields}
    return create_model(name, **(fields | more))


def _strict(part: Any) -> Any:
    """The same without titles that only repeat names and without defaults; nothing but its fields is in an object."""
    if isinstance(part, list):
        return [_strict(one) for one in part]
    if not isinstance(part, dict):
        return part
    fields = part.get("properties")
    found = {name: _strict(one) for name, one in part.items() if name not in ("title", "default", "properties")}
    if fields is not None:
        found["properties"] = {name: _strict(one) for name, one in fields.items()}
        found["additionalProperties"] = False
    return found
