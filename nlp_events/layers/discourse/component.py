"""Component ``nlp_events_discourse``: how an article is told, found once for all layers behind it."""

from __future__ import annotations

from spacy.tokens import Doc, Span, SpanGroup

from nlp_events.component import Component
from nlp_events.extensions import DATES, DISCOURSE, QUANTITIES, text_of, values_of
from nlp_events.layers.discourse.rules import find_discourse
from nlp_events.text.folding import fold
from nlp_events.text.sentences import split_sentences
from nlp_events.values import DiscourseValue


class DiscoursePipe(Component):
    """Writes ``doc.spans["nlp_events_discourse"]``, each span with ``span._.discourse``.

    Args:
        words: the words and rules.
    """

    def annotate(self, doc: Doc) -> Doc:
        """Find the discourse of a Doc: one span a stretch of whole tokens, with all the pieces that it is."""
        pieces: dict[tuple[int, int], list[DiscourseValue]] = {}
        for value in self._find(doc):
            span = doc.char_span(value["start"], value["end"], alignment_mode="expand")
            if span is not None:
                pieces.setdefault((span.start, span.end), []).append(value)
        spans = [Span(doc, *stretch, label=own[0]["kind"]) for stretch, own in pieces.items()]
        for span, own in zip(spans, pieces.values(), strict=True):
            span._.discourse = own
        doc.spans[DISCOURSE] = SpanGroup(doc, name=DISCOURSE, spans=spans)
        return doc

    def _find(self, doc: Doc) -> list[DiscourseValue]:
        text = text_of(doc)
        counted = doc.spans.get(QUANTITIES)
        return find_discourse(
            fold(text),
            split_sentences(text, self.words),
            dates=[(one["start"], one["end"]) for one in values_of(doc, DATES)],
            numbers=None if counted is None else [one["start"] for one in values_of(doc, QUANTITIES)],
            words=self.words,
        )
