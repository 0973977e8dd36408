"""Date expressions of a Doc, as spans with values. Needs nothing of the pipeline but a tokenizer."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from nlp_events.component import Component
from nlp_events.extensions import DATES, put_on, text_of
from nlp_events.layers.dates.rules import finder_of
from nlp_events.values import DateValue
from nlp_events.words.store import SHIPPED, Words


class Dates(Component):
    """Finds dates and resolves them against ``doc._.article["published"]``, or against a dateline of the text.

    Writes ``doc.spans["nlp_events_dates"]``; each span carries ``span._.date_value``, whose offsets are exact even
    where the tokenizer cuts elsewhere.

    Args:
        words: the words and rules.

    Raises:
        ResourceError: the file is wrong.
    """

    def __init__(self, words: Words = SHIPPED) -> None:
        super().__init__(words)
        self.finder = finder_of(words)

    def annotate(self, doc: Doc) -> Doc:
        """Annotate a Doc and return it."""
        article = doc._.article
        published = article["published"] if article else None
        found = self.finder.find(text_of(doc), published) if len(doc) else []
        spans = [span for value in found if (span := self._span(doc, value)) is not None]
        doc.spans[DATES] = spans
        return doc

    def _span(self, doc: Doc, value: DateValue) -> Span | None:
        span: Span | None = doc.char_span(value["start"], value["end"], alignment_mode="expand")
        if span is not None:
            put_on(span, "date_value", value)
        return span
