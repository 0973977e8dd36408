"""JSON Schema of what is written, made from the types of the record's contract: of an article's line, of an incident's.

What is written in other formats is read back as the same (``read_results``), as far as the format holds it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, get_type_hints

from pydantic import TypeAdapter, create_model

from nlp_events.values import ArticleResult, Event, Incident

VERSION = "1.1"
"""Of what is written. A field more raises the second number, one less or with another meaning the first."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_HELD = ("doc_id", "title", "published", "site", "status", "error", "entities", "dates")
"""Fields of a result that are always written, besides its records and what is to review."""
_OF_COPIES = ("duplicate_of",)
"""Those of an article that is nearly the same as one before it."""
_OF_PAGES = ("pages", "page")
"""Those of an article with pages, and of its records."""
_ASKED = ("text", "related")
"""Those that are written with its text."""


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
    own = {name: kind for name, kind in get_type_hints(Event).items() if name != "doc_id"}
    record: Any = {name: (kind, None if name in _OF_PAGES else ...) for name, kind in own.items()}
    records: Any = tuple[create_model("Record", **record), ...]  # type: ignore[misc]  # made just now
    fields: Any = {name: (hints[name], ...) for name in _HELD}
    fields |= {"events": (records, ...), "review": (hints["review"], ...)}
    fields |= {name: (hints[name], None) for name in (*_OF_COPIES, _OF_PAGES[0], *_ASKED)}
    return TypeAdapter(create_model("Article", **fields)).json_schema()


def _incident() -> dict[str, Any]:
    return TypeAdapter(Incident).json_schema()


SCHEMAS: Mapping[str, tuple[str, Callable[[], dict[str, Any]]]] = {
    "article": ("An article with its names, dates and event records", _article),
    "incident": ("An incident: one happening, however often it is told", _incident),
}
"""What there is a schema of → its title, and what makes it."""


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
