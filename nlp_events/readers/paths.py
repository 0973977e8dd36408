"""Values inside JSON, by keys with dots between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from nlp_events.readers.days import is_nothing

MISSING: Any = object()
"""What stands where there is nothing, which null is not."""

MOST_MAPPED = 1_000
"""Objects of a list that a path looks into: sources and authors of an article are few."""


def at(value: Any, path: str) -> Any:
    """What a path leads to; ``MISSING`` where it leads nowhere.

    Args:
        value: a JSON value.
        path: keys with dots between them («fields.date.original»), or one key that has dots itself. Inside a list of
            objects it stands for what it leads to in each of them.
    """
    if isinstance(value, list):
        found = [at(one, path) for one in value[:MOST_MAPPED]]
        return [one for one in found if one is not MISSING] or MISSING
    if not isinstance(value, Mapping):
        return MISSING
    if path in value:
        return value[path]
    key, _, rest = path.partition(".")
    return at(value[key], rest) if rest and key in value else MISSING


def first_at(value: Any, paths: Sequence[str]) -> Any:
    """What the first of some paths leads to that leads to anything; null if all do; ``MISSING`` if none does.

    Args:
        value: an object.
        paths: paths in it.
    """
    found = [at(value, path) for path in paths]
    there = [one for one in found if one is not MISSING]
    return next((one for one in there if not is_nothing(one)), there[0] if there else MISSING)


def text_at(value: Any) -> Any:
    """A text that is written in parts: paragraphs as strings, or stretches of which some have a form of their own."""
    if not isinstance(value, list) or not all(isinstance(part, str | Mapping) for part in value) or not value:
        return value
    if all(isinstance(part, str) for part in value):
        return "\n\n".join(value)
    parts = [part if isinstance(part, str) else part.get("text", "") for part in value]
    return "".join(parts) if all(isinstance(part, str) for part in parts) else value


def name_at(value: Any) -> str | None:
    """A name that may be one of several, or of an object; None for what is none."""
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(filter(None, map(name_at, value[:MOST_MAPPED])))) or None
    if isinstance(value, Mapping):
        return name_at(value.get("name") or value.get("title"))
    return value.strip() or None if isinstance(value, str) else None
