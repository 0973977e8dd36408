"""Component ``nlp_events_certainty``: asserted, unconfirmed, possible or denied."""

from __future__ import annotations

from collections import defaultdict

from spacy.tokens import Doc, Span

from nlp_events.component import Component
from nlp_events.extensions import FIGURES, discourse_of, put_on, text_of, value_on
from nlp_events.layers.certainty.rules import Claim, Judgement, judge, shares_auxiliary
from nlp_events.text.discourse import Discourse
from nlp_events.text.evidence import prove, span_of
from nlp_events.text.folding import fold
from nlp_events.values import FigureValue


class CertaintyPipe(Component):
    """Fills in ``certainty`` of ``span._.figure`` and its evidence.

    Args:
        words: the words and rules.
    """

    def annotate(self, doc: Doc) -> Doc:
        """Judge the figures of a Doc."""
        folded = fold(text_of(doc))
        sentences: dict[int, list[Span]] = defaultdict(list)
        for span in doc.spans.get(FIGURES, ()):
            sentences[value_on(span, "figure")["sentence_start"]].append(span)
        for spans in sentences.values():
            self._judge(folded, spans, discourse_of(doc))
        return doc

    def _judge(self, folded: str, spans: list[Span], discourse: Discourse) -> None:
        """Judge the figures of one sentence."""
        figures: list[FigureValue] = [value_on(span, "figure").copy() for span in spans]
        superseded = {figure["supersedes"] for figure in figures}
        for index, (span, figure) in enumerate(zip(spans, figures, strict=True)):
            if figure["certainty"] == "denied" or figure["key"] in superseded:
                # The wording that made the figure has told: «et non sept» rejects, «de quatre à …» takes as given.
                continue
            judgement = self._shared(folded, figures, index)
            judgement = judgement or judge(folded, claim_of(figures, index), discourse, self.words)
            figure["certainty"] = judgement.certainty
            cue = list(judgement.cue) if judgement.cue is not None else None
            prove(figure, "certainty", {"span": cue, "rule": judgement.rule})
            put_on(span, "figure", figure)

    def _shared(self, folded: str, figures: list[FigureValue], index: int) -> Judgement | None:
        """The certainty of the figure before, when a participle without an auxiliary leans on that one's."""
        if index == 0 or not figures[index]["rule"].startswith(("participle/", "counted/")):
            return None
        previous, figure = figures[index - 1], figures[index]
        if previous["certainty"] not in ("unconfirmed", "possible"):
            return None
        if not shares_auxiliary(folded, max(previous["end"], previous["trigger_end"]), figure["start"], self.words):
            return None
        cue = span_of(previous, "certainty")
        return Judgement(previous["certainty"], (cue[0], cue[1]) if cue else None, "shared")


def claim_of(figures: list[FigureValue], index: int) -> Claim:
    """A figure among those of its sentence, with the bounds its neighbours set."""
    figure = figures[index]
    trigger = (figure["trigger_start"], figure["trigger_end"])
    before, after = figures[:index], figures[index + 1 :]
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


def _same_trigger(one: FigureValue, other: FigureValue) -> bool:
    return one["trigger_start"] == other["trigger_start"]
