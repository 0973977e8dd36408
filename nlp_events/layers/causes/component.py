"""Component ``nlp_events_causes``: what kind of happening each figure belongs to."""

from __future__ import annotations

from spacy.tokens import Doc

from nlp_events.component import Component
from nlp_events.extensions import FIGURES, ZoneMap, text_of
from nlp_events.layers.causes.rules import CauseFinder, find_causes
from nlp_events.text.evidence import prove, told
from nlp_events.text.folding import fold
from nlp_events.text.sentences import sentence_at, split_sentences
from nlp_events.values import FigureValue


class Causes(Component):
    """Fills in ``cause`` of ``span._.figure`` and its evidence.

    Args:
        words: the words and rules.
    """

    def annotate(self, doc: Doc) -> Doc:
        """Tell the causes of the figures of a Doc."""
        spans = doc.spans.get(FIGURES, ())
        if not spans:
            return doc
        text = text_of(doc)
        cues = find_causes(fold(text), self.words)
        zones = ZoneMap(doc)
        title = next(zones.of("title"), (0, 0))
        own = CauseFinder([cue for cue in cues if zones.at(cue.start) != "related"], title)
        every = CauseFinder(cues, title)
        sentences = split_sentences(text, self.words)
        for span in spans:
            figure: FigureValue = span._.figure.copy()
            at = sentence_at(sentences, figure["sentence_start"])
            neighbours = (sentences[max(0, at - 1)][0], sentences[min(len(sentences) - 1, at + 1)][1])
            finder = every if figure["zone"] == "related" else own
            cue = finder.cause_of((figure["sentence_start"], figure["sentence_end"]), neighbours)
            if cue is not None:
                figure["cause"] = cue.cause
                prove(figure, "cause", told(cue.start, cue.end, cue.rule))
                span._.figure = figure
        return doc
