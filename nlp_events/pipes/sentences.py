"""Component ``nlp_events_sentences``: sentence starts by punctuation and line ends."""

from __future__ import annotations

from spacy.tokens import Doc

from nlp_events.text.sentences import split_sentences


class Sentences:
    """Sets ``token.is_sent_start`` of every token, so that a headline never runs into the line after it.

    Place it before the recogniser, whose names may not cross a sentence start, and before a parser where there is one,
    which keeps what is set. A Doc that has been parsed already keeps its sentences.

    Args:
        resources: a folder of language resources, None for the shipped ones.
    """

    def __init__(self, resources: str | None = None) -> None:
        self.directory = resources

    def __call__(self, doc: Doc) -> Doc:
        """Begin the sentences of a Doc."""
        if doc.has_annotation("DEP"):
            return doc
        starts = {start for start, _ in split_sentences(doc.text, self.directory)}
        for token in doc:
            token.is_sent_start = token.i == 0 or token.idx in starts
        return doc
