"""Component ``nlp_events_zones``: title, body and related lines."""

from __future__ import annotations

from spacy.tokens import Doc

from nlp_events.component import Component
from nlp_events.extensions import SPAN_GROUPS, ZONES, put_on, text_of
from nlp_events.layers.zones.rules import ZoneFinder
from nlp_events.words.store import SHIPPED, Words


class Zones(Component):
    """Writes ``doc.spans`` of zones.

    Args:
        words: the words and rules.

    Raises:
        ResourceError: the file is not valid.
    """

    def __init__(self, words: Words = SHIPPED) -> None:
        super().__init__(words)
        self._find = ZoneFinder(words)

    def annotate(self, doc: Doc) -> Doc:
        """Find the zones of ``doc.text``; a span covers whole tokens, so it may hold a blank more than the zone."""
        spans = []
        last = 0
        for start, end, value in self._find(text_of(doc)):
            span = doc.char_span(start, end, label=value["rule"], alignment_mode="expand")
            if span is None or span.start < last or not len(span):
                continue
            last = span.end
            put_on(span, SPAN_GROUPS[ZONES], value)
            spans.append(span)
        doc.spans[ZONES] = spans
        return doc
