"""Component ``nlp_events_zones``: title, body and related lines."""

from __future__ import annotations

from spacy.tokens import Doc

from nlp_events.component import Component
from nlp_events.extensions import SPAN_GROUPS, ZONES, text_of
from nlp_events.layers.zones.rules import ZoneFinder


class Zones(Component):
    """Writes ``doc.spans`` of zones.

    Args:
        resources: a folder whose ``zones.yaml`` replaces the shipped one; None for the shipped one.

    Raises:
        ResourceError: the folder's file is not valid.
    """

    def __init__(self, resources: str | None = None) -> None:
        self._find = ZoneFinder(resources)

    def annotate(self, doc: Doc) -> Doc:
        """Find the zones of ``doc.text``; a span covers whole tokens, so it may hold a blank more than the zone."""
        spans = []
        last = 0
        for start, end, value in self._find(text_of(doc)):
            span = doc.char_span(start, end, label=value["rule"], alignment_mode="expand")
            if span is None or span.start < last or not len(span):
                continue
            last = span.end
            span._.set(SPAN_GROUPS[ZONES], value)
            spans.append(span)
        doc.spans[ZONES] = spans
        return doc
