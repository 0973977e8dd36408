"""Component ``nlp_events_sources``: who each figure is credited to."""

from __future__ import annotations

from bisect import bisect_left

from spacy.tokens import Doc, Span

from nlp_events.component import Component
from nlp_events.extensions import FIGURES, text_of
from nlp_events.layers.sources.rules import (
    Attribution,
    attribution_of,
    find_attributions,
    goes_on,
    is_said_before,
    source_type,
)
from nlp_events.text.evidence import inferred, prove, told
from nlp_events.text.folding import fold
from nlp_events.text.sentences import sentence_at, split_sentences
from nlp_events.values import EntityValue, FigureValue
from nlp_events.words.store import SHIPPED, Words


class Sources(Component):
    """Fills in ``source``, ``source_canonical`` and ``source_type`` of ``span._.figure``.

    Args:
        words: the words and rules.
    """

    def __init__(self, words: Words = SHIPPED) -> None:
        self.words = words

    def annotate(self, doc: Doc) -> Doc:
        """Credit the figures of a Doc."""
        spans = doc.spans.get(FIGURES, ())
        if not spans:
            return doc
        text = text_of(doc)
        folded = fold(text)
        order = split_sentences(text, self.words)
        speakers = _Speakers(doc)
        sentences: dict[tuple[int, int], list[Attribution]] = {}
        for span in spans:
            figure = span._.figure
            sentence = (figure["sentence_start"], figure["sentence_end"])
            if sentence not in sentences:
                sentences[sentence] = find_attributions(folded, *sentence, self.words)
            found = attribution_of(folded, sentences[sentence], figure["start"], figure["end"])
            anew = found is not None and is_said_before(folded[found.start : found.end], self.words)
            if anew or (found is None and goes_on(folded, *sentence, self.words)):
                at = sentence_at(order, sentence[0])
                before = find_attributions(folded, *order[at - 1], self.words) if at else []
                found = before[-1] if before else found
            if found is not None:
                self._credit(span, found, speakers, (text, folded))
        return doc

    def _credit(self, span: Span, found: Attribution, speakers: _Speakers, texts: tuple[str, str]) -> None:
        text, folded = texts
        figure: FigureValue = span._.figure.copy()
        entity = speakers.first_in(found.start, found.end)
        figure["source"] = text[found.start : found.end]
        figure["source_canonical"] = entity["canonical"] if entity else None
        by_words = source_type(folded[found.start : found.end], self.words)
        known = entity["kind"] if by_words == "other" and entity else None
        figure["source_type"] = by_words if known is None else known
        prove(figure, "source", told(found.start, found.end, found.rule))
        prove(figure, "source_type", inferred("known_organisation" if known else "words"))
        span._.figure = figure


class _Speakers:
    """The people and organisations of a Doc by where they stand."""

    def __init__(self, doc: Doc) -> None:
        ents = [(ent, ent._.entity) for ent in doc.ents if ent.label_ != "LOC"]
        self._values: list[EntityValue] = [value for _, value in ents if value]
        self._places = [(ent.start_char, ent.end_char) for ent, value in ents if value]

    def first_in(self, start: int, end: int) -> EntityValue | None:
        """The first one that lies in [start, end)."""
        for index in range(bisect_left(self._places, (start, 0)), len(self._places)):
            if self._places[index][0] >= end:
                break
            if self._places[index][1] <= end:
                return self._values[index]
        return None
