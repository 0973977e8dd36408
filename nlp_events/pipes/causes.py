"""Component ``nlp_events_causes``: what kind of happening each figure belongs to."""

from __future__ import annotations

from spacy.tokens import Doc

from nlp_events.extensions import FIGURES, ZONES
from nlp_events.text.causes import CauseFinder, find_causes
from nlp_events.text.folding import fold
from nlp_events.text.sentences import sentence_at, split_sentences


class Causes:
    """Fills in ``cause`` of ``span._.figure`` and its evidence.

    Args:
        resources: a folder of language resources, None for the shipped ones.
    """

    def __init__(self, resources: str | None = None) -> None:
        self.directory = resources

    def __call__(self, doc: Doc) -> Doc:
        """Tell the causes of the figures of a Doc."""
        spans = doc.spans.get(FIGURES, ())
        if not spans:
            return doc
        text = doc.text
        cues = find_causes(fold(text), self.directory)
        zones = [(one.start_char, one.end_char, one._.zone["zone"]) for one in doc.spans.get(ZONES, ())]
        related = [(start, end) for start, end, zone in zones if zone == "related"]
        title = next(((start, end) for start, end, zone in zones if zone == "title"), (0, 0))
        own = CauseFinder([cue for cue in cues if not _inside(cue.start, related)], title)
        every = CauseFinder(cues, title)
        sentences = split_sentences(text, self.directory)
        for span in spans:
            figure = dict(span._.figure)
            at = sentence_at(sentences, figure["sentence_start"])
            neighbours = (sentences[max(0, at - 1)][0], sentences[min(len(sentences) - 1, at + 1)][1])
            finder = every if figure["zone"] == "related" else own
            cue = finder.cause_of((figure["sentence_start"], figure["sentence_end"]), neighbours)
            if cue is not None:
                figure["cause"] = cue.cause
                figure["evidence"] = {**figure["evidence"], "cause": [cue.start, cue.end]}
                span._.figure = figure
        return doc


def _inside(offset: int, ranges: list[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in ranges)
