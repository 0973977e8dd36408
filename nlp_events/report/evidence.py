"""Where the text says what a record holds."""

from __future__ import annotations

from collections.abc import Mapping

from nlp_events.values import Event, Evidence, Span


def told_at(event: Event, slot: str) -> Span | None:
    """(start, end) of the words that fill a slot of a record; None for a slot that none fill."""
    return spans_of({slot: event.evidence[slot]}).get(slot) if slot in event.evidence else None


def spans_of(evidence: Mapping[str, Evidence]) -> dict[str, Span]:
    """Slot → (start, end) of its words, of the slots that the text tells in words."""
    return {slot: (one["span"][0], one["span"][1]) for slot, one in evidence.items() if one["span"] is not None}
