"""Component ``nlp_events_certainty``: asserted, unconfirmed, possible or denied."""

from __future__ import annotations

from collections import defaultdict

from spacy.tokens import Doc, Span

from nlp_events.extensions import FIGURES, text_of
from nlp_events.text.folding import fold
from nlp_events.text.modality import Claim, Judgement, judge, shares_auxiliary


class CertaintyPipe:
    """Fills in ``certainty`` of ``span._.figure`` and its evidence.

    Args:
        resources: a folder of language resources, None for the shipped ones.
    """

    def __init__(self, resources: str | None = None) -> None:
        self.directory = resources

    def __call__(self, doc: Doc) -> Doc:
        """Judge the figures of a Doc."""
        folded = fold(text_of(doc))
        sentences: dict[int, list[Span]] = defaultdict(list)
        for span in doc.spans.get(FIGURES, ()):
            sentences[span._.figure["sentence_start"]].append(span)
        for spans in sentences.values():
            for index, span in enumerate(spans):
                self._judge(folded, spans, index, span)
        return doc

    def _judge(self, folded: str, spans: list[Span], index: int, span: Span) -> None:
        figure = dict(span._.figure)
        if figure["certainty"] == "denied" or figure["key"] in {one._.figure["supersedes"] for one in spans}:
            # The wording that made the figure has told already: «et non sept» rejects, «de quatre à …» takes as given.
            return
        judgement = self._shared(folded, spans, index) or judge(folded, claim_of(spans, index), self.directory)
        figure["certainty"] = judgement.certainty
        if judgement.cue is not None:
            figure["evidence"] = {**figure["evidence"], "certainty": list(judgement.cue)}
        span._.figure = figure

    def _shared(self, folded: str, spans: list[Span], index: int) -> Judgement | None:
        """The certainty of the figure before, when a participle without an auxiliary leans on that one's."""
        if index == 0 or not spans[index]._.figure["rule"].startswith(("participle/", "counted/")):
            return None
        previous, figure = spans[index - 1]._.figure, spans[index]._.figure
        if previous["certainty"] not in ("unconfirmed", "possible"):
            return None
        if not shares_auxiliary(folded, max(previous["end"], previous["trigger_end"]), figure["start"], self.directory):
            return None
        cue = previous["evidence"].get("certainty")
        return Judgement(previous["certainty"], (cue[0], cue[1]) if cue else None, "shared")


def claim_of(spans: list[Span], index: int) -> Claim:
    """A figure among those of its sentence, with the bounds its neighbours set."""
    figure = spans[index]._.figure
    trigger = (figure["trigger_start"], figure["trigger_end"])
    before = [one._.figure for one in spans[:index]]
    after = [one._.figure for one in spans[index + 1 :]]
    own = [one for one in before if one["trigger_start"] != one["start"] and not _same_trigger(one, figure)]
    floor = max((max(one["end"], one["trigger_end"]) for one in own if one["trigger_start"] >= one["end"]), default=0)
    ceiling = min((one["start"] for one in after if not _same_trigger(one, figure)), default=figure["sentence_end"])
    return Claim(
        sentence=(figure["sentence_start"], figure["sentence_end"]),
        start=figure["start"],
        end=figure["end"],
        trigger=trigger,
        floor=min(floor, figure["start"]),
        ceiling=max(ceiling, figure["end"]),
        shared=trigger[0] < figure["end"],
    )


def _same_trigger(one: dict[str, int], other: dict[str, int]) -> bool:
    return one["trigger_start"] == other["trigger_start"]
