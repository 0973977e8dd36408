"""Component ``nlp_events_sources``: who each figure is credited to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc, Span

from nlp_events.component import Component
from nlp_events.extensions import FIGURES, discourse_of, put_on, text_of, value_on
from nlp_events.layers.sources.rules import attribution_of, source_type
from nlp_events.text.discourse import Discourse
from nlp_events.text.evidence import inferred, prove, told
from nlp_events.text.folding import fold
from nlp_events.text.sentences import sentence_at, split_sentences
from nlp_events.values import DiscourseValue, EntityValue, FigureValue

SPEAKER_BACK = 3
"""Sentences back in which the speaker was named whom a pronoun takes up, at the most."""


class Sources(Component):
    """Fills in ``source``, ``source_canonical`` and ``source_type`` of ``span._.figure``.

    Args:
        words: the words and rules.
    """

    def annotate(self, doc: Doc) -> Doc:
        """Credit the figures of a Doc."""
        spans = doc.spans.get(FIGURES, ())
        if not spans:
            return doc
        text = text_of(doc)
        texts = text, fold(text)
        order = split_sentences(text, self.words)
        speakers, discourse = _Speakers(doc), discourse_of(doc)
        for span in spans:
            found = _attribution(texts[1], order, value_on(span, "figure"), discourse)
            if found is not None:
                self._credit(span, found, speakers, texts)
        return doc

    def _credit(self, span: Span, found: DiscourseValue, speakers: _Speakers, texts: tuple[str, str]) -> None:
        text, folded = texts
        start, end = found["parts"]["speaker"]
        figure: FigureValue = value_on(span, "figure").copy()
        entity = speakers.first_in(start, end)
        figure["source"] = text[start:end]
        figure["source_canonical"] = entity["canonical"] if entity else None
        by_words = source_type(folded[start:end], self.words)
        known = entity["kind"] if by_words == "other" and entity else None
        figure["source_type"] = by_words if known is None else known
        prove(figure, "source", told(start, end, found["rule"]))
        prove(figure, "source_type", inferred("known_organisation" if known else "words"))
        put_on(span, "figure", figure)


def _attribution(
    folded: str, order: Sequence[tuple[int, int]], figure: FigureValue, discourse: Discourse
) -> DiscourseValue | None:
    """Who a figure is credited to: in its own sentence, the speaker of the one before, or that of the quotation."""
    sentence = figure["sentence_start"], figure["sentence_end"]
    own = discourse.within("attribution", *sentence)
    found = attribution_of(folded, own, figure["start"], figure["end"])
    anew = found is not None and "said_before" in found["traits"]
    if anew or (found is None and discourse.within("same_speaker", *sentence)):
        found = _speaker_before(order, sentence[0], discourse) or found
    if (denial := _denied_next(order, sentence[0], discourse)) is not None:
        return denial
    quotation = discourse.around("quotation", figure["start"]) if found is None else None
    return quotation if quotation is not None and "speaker" in quotation["parts"] else found


def _denied_next(order: Sequence[tuple[int, int]], start: int, discourse: Discourse) -> DiscourseValue | None:
    """Who denies a figure in the next sentence: «C'est faux, répond le préfet»."""
    after = sentence_at(order, start) + 1
    return discourse.at("denial", order[after][0]) if after < len(order) else None


def _speaker_before(order: Sequence[tuple[int, int]], start: int, discourse: Discourse) -> DiscourseValue | None:
    """The speaker whom «il» or «cette source» takes up: the last one named in the sentences right before."""
    at = sentence_at(order, start)
    for first, last in reversed(order[max(0, at - SPEAKER_BACK) : at]):
        named = [one for one in discourse.within("attribution", first, last) if "said_before" not in one["traits"]]
        if named:
            return named[-1]
    return None


class _Speakers:
    """The people and organisations of a Doc by where they stand."""

    def __init__(self, doc: Doc) -> None:
        ents = [(ent, value_on(ent, "entity")) for ent in doc.ents if ent.label_ != "LOC"]
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
