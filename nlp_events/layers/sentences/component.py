"""Component ``nlp_events_sentences``: sentence starts by punctuation and line ends."""

from __future__ import annotations

from typing import Any

import numpy
from spacy.attrs import SENT_START
from spacy.tokens import Doc

from nlp_events.component import Component
from nlp_events.extensions import text_of
from nlp_events.text.sentences import split_sentences


class Sentences(Component):
    """Sets ``token.is_sent_start`` of every token, so that a headline never runs into the line after it.

    Place it before the recogniser, whose names may not cross a sentence start, and before a parser where there is one,
    which keeps what is set. A Doc that has been parsed already keeps its sentences.

    Args:
        words: the words and rules.
    """

    def annotate(self, doc: Doc) -> Doc:
        """Begin the sentences of a Doc."""
        if doc.has_annotation("DEP"):
            return doc
        starts = {start for start, _ in split_sentences(text_of(doc), self.words)}
        # Token by token, spaCy looks for a parse of the whole Doc each time: quadratic.
        values = [1 if start in starts else -1 for start in doc.to_array("IDX").tolist()]
        if values:
            values[0] = 1
        column: Any = numpy.array(values, dtype="int64").astype("uint64").reshape(-1, 1)
        return doc.from_array([SENT_START], column)
