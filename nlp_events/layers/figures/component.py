"""Component ``nlp_events_figures``: who, how many and what happened to them."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span, SpanGroup

from nlp_events.component import Component
from nlp_events.decisions import checked_confidence, confidence, load_scorer
from nlp_events.extensions import FIGURES, QUANTITIES, REFUSALS, ZoneMap, discourse_of, text_of
from nlp_events.layers.figures.features import FigureFacts, topic_facts
from nlp_events.layers.figures.finder import SURE, Finder
from nlp_events.layers.figures.flow import flow_of
from nlp_events.layers.figures.lexicon import load_lexicon
from nlp_events.layers.figures.readings import Reading
from nlp_events.layers.figures.rules import Count, Found, read_figures
from nlp_events.text.evidence import DEFAULT, inferred, told
from nlp_events.text.folding import fold
from nlp_events.text.rings import LINKS
from nlp_events.values import Evidence, FigureValue, Flow, Refusal, Unit
from nlp_events.words.store import SHIPPED, Words

IMPROBABLE = "improbable"
"""Why a figure is refused that its words and those of its article make improbable."""
UNSURE = "below_confidence"
"""Why one is refused that is probable, but less so than was asked for."""


class Figures(Component):
    """Reads the quantities of a Doc and writes ``doc.spans["nlp_events_figures"]`` with ``span._.figure``.

    Args:
        words: the words and rules.
        decisions: a folder of weights of one's own, which go before the shipped ones; None for those alone.
        min_confidence: how sure a figure has to be, from 0 (all that the rules read) to 1; None for the threshold of
            the weights.

    Raises:
        NlpEventsError: ``min_confidence`` is not from 0 to 1.
    """

    def __init__(
        self, words: Words = SHIPPED, decisions: str | None = None, min_confidence: float | None = None
    ) -> None:
        super().__init__(words)
        self.min_confidence = checked_confidence(min_confidence)
        self.lexicon = load_lexicon(words)
        self.topics, self.scorer = load_scorer("topics"), load_scorer("figures", decisions)
        self.finder = Finder(self.lexicon)
        self.decides = True

    def annotate(self, doc: Doc) -> Doc:
        """Find the figures of a Doc and set its span group; numbers refused join the group of refusals."""
        text = text_of(doc)
        found = self._read(doc)
        folded, zones = fold(text), ZoneMap(doc)
        spans: list[Span] = []
        for reading in found.readings:
            span = _span(doc, reading.item.start, reading.item.end)
            if span is not None:
                span._.figure = self._value(text, folded, reading, zones)
                spans.append(span)
        doc.spans[FIGURES] = SpanGroup(doc, name=FIGURES, spans=spans)
        self._refuse(doc, found.refusals)
        if self.decides:
            self.judge(doc)
            self._find(doc, found.counts)
        return doc

    def _read(self, doc: Doc) -> Found:
        quantities = [span._.quantity for span in doc.spans.get(QUANTITIES, ()) if span._.quantity]
        return read_figures(text_of(doc), quantities, self.words)

    def decide(self, doc: Doc) -> None:
        """Judge the figures that rules read in a Doc, of which none was refused, and find those that they did not."""
        self.judge(doc)
        self._find(doc, self._read(doc).counts)

    def counts(self, doc: Doc) -> list[tuple[Count, list[str]]]:
        """Each number of a Doc that may count people, with what holds of it; for a Doc whose figures are not found."""
        counts, folded = self._read(doc).counts, fold(text_of(doc))
        figures = [span._.figure for span in doc.spans.get(FIGURES, ())]
        article = self.finder.facts(folded, counts, figures, self.topics.score(topic_facts(folded)))
        return [(count, article.of(count)) for count in counts]

    def questions(self, doc: Doc) -> list[list[str]]:
        """What speaks for and against each figure of a Doc, in their order."""
        figures = [span._.figure for span in doc.spans[FIGURES]]
        if not figures:
            return []
        folded = fold(text_of(doc))
        facts = FigureFacts(folded, figures, self.topics.score(topic_facts(folded)), self.lexicon.nouns)
        return [facts.of(figure) for figure in figures]

    def judge(self, doc: Doc) -> None:
        """Say how sure the figures of a Doc are; those that are too improbable are left out and join the refusals."""
        kept: list[Span] = []
        refused: list[Refusal] = []
        for span, facts in zip(doc.spans[FIGURES], self.questions(doc), strict=True):
            probability = self.scorer.probability(facts)
            figure: FigureValue = span._.figure.copy()
            figure["confidence"] = confidence(probability)
            span._.figure = figure
            reason = None if figure["zone"] == "related" else self._doubt(probability)
            if reason is None:
                kept.append(span)
            else:
                refused.append(_refusal(figure, reason))
        if refused:
            _untie(kept)
            doc.spans[FIGURES] = SpanGroup(doc, name=FIGURES, spans=kept)
            self._refuse(doc, refused)

    def _find(self, doc: Doc, counts: Sequence[Count]) -> None:
        """Add the figures that no rule read to those of a Doc; what is not sure enough joins the refusals."""
        if all(count.is_read for count in counts):
            return
        text, zones = text_of(doc), ZoneMap(doc)
        folded, spans = fold(text), list(doc.spans[FIGURES])
        topic, discourse = self.topics.score(topic_facts(folded)), discourse_of(doc)
        refused: list[Refusal] = []
        least = max(SURE, self.min_confidence or 0)
        for figure in self.finder.found(text, folded, counts, [span._.figure for span in spans], topic):
            figure["zone"] = zones.at(figure["start"])
            span = _span(doc, figure["start"], figure["end"])
            speaker = discourse.around("attribution", figure["start"]) is not None
            if span is None or figure["zone"] == "related" or speaker:
                continue
            if (figure["confidence"] or 0) < least:
                refused.append(_refusal(figure, IMPROBABLE))
                continue
            span._.figure = figure
            spans.append(span)
        spans.sort(key=_figure_start)
        doc.spans[FIGURES] = SpanGroup(doc, name=FIGURES, spans=spans)
        self._refuse(doc, refused)

    def _doubt(self, probability: float) -> str | None:
        """Why a figure of some probability is refused; None for one that is accepted."""
        least, asked = self.scorer.threshold, self.min_confidence
        if asked is None:
            return IMPROBABLE if probability < least else None
        if confidence(probability) >= asked:  # as the record tells it
            return None
        return IMPROBABLE if probability < least else UNSURE

    def _value(self, text: str, folded: str, reading: Reading, zones: ZoneMap) -> FigureValue:
        item, quantity = reading.item, reading.quantity
        trigger = reading.link.trigger
        trigger_start, trigger_end = (
            (item.noun_start, item.noun_end) if trigger is item else (trigger.start, trigger.end)
        )
        who_end = item.end if item.noun else item.noun_end
        unit: Unit = "household" if reading.household else "person"
        flow = flow_of(reading, folded, self.lexicon)
        heads = 2 if item.noun in self.lexicon.resources.words.couples else 1
        return {
            "key": key_of(reading), "happening": key_of(reading), "impact": reading.impact, "start": item.start,
            "end": item.end,
            "min": _whole(quantity["min"], heads), "max": _whole(quantity["max"], heads),
            "modifier": quantity["modifier"],
            "unit": unit, "who": text[item.noun_start : who_end] if item.noun else None,
            "who_category": reading.who_category, "trigger": text[trigger_start:trigger_end],
            "trigger_start": trigger_start, "trigger_end": trigger_end, "zone": zones.at(item.start),
            "sentence_start": reading.sentence[0], "sentence_end": reading.sentence[1],
            "rule": reading.rules[0], "evidence": _evidence(reading, who_end, (trigger_start, trigger_end), flow),
            "flow": flow,
            "part_of": key_of(reading.whole) if reading.whole is not None else None,
            "supersedes": key_of(reading.replaces) if reading.replaces is not None else None,
            "toll": None, "mentions": [[item.start, item.end]],
            "certainty": "denied" if reading.denied else "asserted", "scope": "event",
            "source": None, "source_canonical": None, "source_type": None, "cause": None, "date": None,
            "place": None, "place_canonical": None, "place_role": None, "country": None,
            "latitude": None, "longitude": None, "place_precision": None,
            "confidence": None, "place_confidence": None, "date_confidence": None,
            "actor": None, "actor_canonical": None, "actor_id": None, "actor_type": None, "actor_status": None,
            "means": None, "actor_confidence": None,
        }  # fmt: skip

    @staticmethod
    def _refuse(doc: Doc, refusals: list[Refusal]) -> None:
        spans = list(doc.spans.get(REFUSALS, ()))
        for refusal in refusals:
            span = _span(doc, refusal["start"], refusal["end"])
            if span is not None:
                span._.refusal = refusal
                spans.append(span)
        doc.spans[REFUSALS] = SpanGroup(doc, name=REFUSALS, spans=spans)


def _figure_start(span: Span) -> tuple[int, int]:
    figure: FigureValue = span._.figure
    return figure["start"], figure["end"]


def _refusal(figure: FigureValue, reason: str) -> Refusal:
    start, end = figure["start"], figure["end"]
    return {"start": start, "end": end, "reason": reason, "rule": figure["rule"], "figure": figure}


def _untie(spans: list[Span]) -> None:
    """Take back the links of figures to those that are no longer there, and their evidence."""
    keys = {span._.figure["key"] for span in spans}
    for span in spans:
        figure = span._.figure
        lost = [link for link in LINKS if figure[link] is not None and figure[link] not in keys]
        if lost:
            evidence = {slot: one for slot, one in figure["evidence"].items() if slot not in lost}
            span._.figure = {**figure, **dict.fromkeys(lost), "evidence": evidence}


def _evidence(reading: Reading, who_end: int, trigger: tuple[int, int], flow: Flow | None) -> dict[str, Evidence]:
    """Why the slots hold what they hold that a figure has from its own sentence."""
    item, quantity, rule = reading.item, reading.quantity, reading.rules[0]
    found = {
        "quantity": told(quantity["start"], quantity["end"], quantity["rule"]),
        "trigger": told(*trigger, reading.link.form.trigger.id),
        "certainty": inferred("rejected" if reading.denied else DEFAULT),
        "scope": inferred(DEFAULT),
    }
    if item.noun:
        found["who"] = told(item.noun_start, who_end, "counted_noun")
    if reading.who_category is not None:
        found["who_category"] = inferred("noun" if item.noun else rule)
    if flow is not None:
        found["flow"] = inferred(reading.link.form.trigger.id)
    for slot, other in (("part_of", reading.whole), ("supersedes", reading.replaces)):
        if other is not None:
            found[slot] = inferred(rule)
    return found


def key_of(reading: Reading) -> str:
    """The name of a figure inside its document."""
    return f"{reading.item.start}-{reading.item.end}"


def _span(doc: Doc, start: int, end: int) -> Span | None:
    return doc.char_span(start, end, alignment_mode="expand")


def _whole(bound: float | None, heads: int) -> int | None:
    return None if bound is None else round(bound * heads)
