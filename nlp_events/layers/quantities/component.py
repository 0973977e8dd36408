"""The component that writes quantities and refused numbers on the Doc."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from spacy.tokens import Doc, Span

from nlp_events.component import Component
from nlp_events.extensions import QUANTITIES, REFUSALS, SPAN_GROUPS, put_on, text_of
from nlp_events.layers.quantities.rules import QuantityFinder
from nlp_events.values import QuantityValue, Refusal
from nlp_events.words.store import SHIPPED, Words

Value = TypeVar("Value", QuantityValue, Refusal)


class Quantities(Component):
    """Writes ``doc.spans`` of quantities and of refusals; needs nothing but the text, so a blank pipeline will do.

    Args:
        words: the words and rules.

    Raises:
        ResourceError: the folder's file is not valid.
    """

    def __init__(self, words: Words = SHIPPED) -> None:
        super().__init__(words)
        self._find = QuantityFinder(words)

    def annotate(self, doc: Doc) -> Doc:
        """Find the quantities of ``doc.text``; each span covers whole tokens, its value the exact offsets."""
        quantities, refusals = self._find(text_of(doc))
        doc.spans[QUANTITIES] = list(_spans(doc, quantities, QUANTITIES))
        doc.spans[REFUSALS] = list(_spans(doc, refusals, REFUSALS))
        return doc


def _spans(doc: Doc, values: Iterable[Value], key: str) -> Iterable[Span]:
    """One span a value. Two values inside one token cannot both be spans: the first stands."""
    last = 0
    for value in values:
        span = doc.char_span(value["start"], value["end"], label=value["rule"], alignment_mode="expand")
        if span is None or span.start < last or not len(span):
            continue
        last = span.end
        put_on(span, SPAN_GROUPS[key], value)
        yield span
