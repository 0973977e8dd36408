"""A name found in a text."""

from __future__ import annotations

from dataclasses import dataclass

from nlp_events.gazetteer.tables import Organisation
from nlp_events.values import Label


@dataclass(slots=True)
class Mention:
    """A name in the text: half-open offsets, its label so far, and who says so («model», «table», «repeat» …)."""

    start: int
    end: int
    label: Label
    rule: str
    text: str
    organisation: Organisation | None = None
    alias_of: str | None = None
