"""What an article has that a column or key may hold."""

from __future__ import annotations

from typing import Literal

FieldName = Literal["text", "title", "date", "id", "source"]

FIELDS: tuple[FieldName, ...] = ("text", "title", "date", "id", "source")

Paths = tuple[str, ...]
"""Keys, or paths of keys with dots between them, of which the first that is there counts."""
