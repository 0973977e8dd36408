"""The component that writes zones on the Doc and lets line ends end sentences."""

from __future__ import annotations

from spacy.tokens import Doc

from nlp_events.extensions import SPAN_GROUPS, ZONES
from nlp_events.text.zones import ZoneFinder


class Zones:
    """Writes ``doc.spans`` of zones and, before a parse, the sentence starts at line starts.

    Place it before the parser: the parser keeps the starts that are set and decides about the tokens left open.

    Args:
        resources: a folder whose ``zones.yaml`` replaces the shipped one; None for the shipped one.

    Raises:
        ResourceError: the folder's file is not valid.
    """

    def __init__(self, resources: str | None = None) -> None:
        self._find = ZoneFinder(resources)

    def __call__(self, doc: Doc) -> Doc:
        """Find the zones of ``doc.text``; a span covers whole tokens, so it may hold a blank more than the zone."""
        spans = []
        last = 0
        for start, end, value in self._find(doc.text):
            span = doc.char_span(start, end, label=value["rule"], alignment_mode="expand")
            if span is None or span.start < last or not len(span):
                continue
            last = span.end
            span._.set(SPAN_GROUPS[ZONES], value)
            spans.append(span)
        doc.spans[ZONES] = spans
        if not doc.has_annotation("DEP"):
            _start_sentences(doc, self._find.sentence_starts(doc.text))
        return doc


def _start_sentences(doc: Doc, starts: list[int]) -> None:
    """Begin a sentence at these offsets; leave the other tokens to the parser.

    An offset inside a token (a line end that the tokenizer did not cut at) begins none.
    """
    at = {token.idx: token for token in doc if not token.is_space}
    for start in starts:
        if start in at:
            at[start].is_sent_start = True
