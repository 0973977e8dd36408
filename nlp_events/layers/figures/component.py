"""Component ``nlp_events_figures``: who, how many and what happened to them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import suppress
from typing import NamedTuple
from weakref import WeakKeyDictionary

from spacy.tokens import Doc, Span, SpanGroup

from nlp_events.component import Component
from nlp_events.decisions import checked_confidence, confidence, load_scorer
from nlp_events.extensions import (
    FIGURES,
    QUANTITIES,
    REFUSALS,
    ZoneMap,
    discourse_of,
    put_on,
    text_of,
    value_on,
    values_of,
    zones_of,
)
from nlp_events.layers.figures.context import Answer, Context, Numbers, figure_facts
from nlp_events.layers.figures.features import FigureFacts, topic_facts
from nlp_events.layers.figures.finder import ALONE, SURE, Finder
from nlp_events.layers.figures.flow import flow_of
from nlp_events.layers.figures.lexicon import load_lexicon
from nlp_events.layers.figures.readings import Reading
from nlp_events.layers.figures.rules import Count, Found, read_figures
from nlp_events.layers.figures.value import Told, key_of, value_of
from nlp_events.narrowing import view_of
from nlp_events.text.evidence import inferred
from nlp_events.text.folding import fold
from nlp_events.text.rings import LINKS
from nlp_events.values import Evidence, FigureValue, Refusal
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
        self.context = Context()
        self.decides = True

    def annotate(self, doc: Doc) -> Doc:
        """Find the figures of a Doc and set its span group; numbers refused join the group of refusals."""
        text = text_of(doc)
        foreseen = _FORESEEN.pop(doc, None)
        if foreseen is None or foreseen.component is not self:
            foreseen = _Foreseen(self, self._read(doc), None)
        found = foreseen.found
        folded, zones = fold(text), zones_of(doc)
        spans: list[Span] = []
        for reading in found.readings:
            span = _span(doc, reading.item.start, reading.item.end)
            if span is not None:
                put_on(span, "figure", value_of(self._told(folded, reading, zones), text, self.lexicon))
                spans.append(span)
        doc.spans[FIGURES] = SpanGroup(doc, name=FIGURES, spans=spans)
        self._refuse(doc, found.refusals)
        if self.decides:
            self._decide(doc, found.counts, foreseen.numbers)
        return doc

    def foresee(self, docs: Sequence[Doc]) -> None:
        """Read a batch, and ask the network for the numbers of all its documents at once."""
        read: list[tuple[Doc, Found]] = []
        for doc in docs if self.decides else ():
            with suppress(Exception):  # ``annotate`` meets it again, and there it is known whose fault it is
                if view_of(doc) is None:  # else another document is read in its place
                    read.append((doc, self._read(doc)))
        with suppress(Exception):  # as above
            answered = self.context.answered([(doc, found.counts) for doc, found in read])
            for (doc, found), numbers in zip(read, answered, strict=True):
                _FORESEEN[doc] = _Foreseen(self, found, numbers)

    def _read(self, doc: Doc) -> Found:
        quantities = [quantity for quantity in values_of(doc, QUANTITIES) if quantity]
        return read_figures(text_of(doc), quantities, self.words)

    def decide(self, doc: Doc, counts: Sequence[Count] | None = None) -> None:
        """Judge the figures that rules read in a Doc, of which none was refused, and find those that they did not.

        Args:
            doc: the Doc.
            counts: its numbers that may count people; None to read them anew.
        """
        self._decide(doc, self._read(doc).counts if counts is None else counts)

    def _decide(self, doc: Doc, counts: Sequence[Count], numbers: Numbers | None = None) -> None:
        """As ``decide``, of numbers that the network was asked for already, or is asked now."""
        if not doc.spans[FIGURES] and not counts:
            return
        topic = self._topic(doc)
        numbers = self._answered(doc, counts) if numbers is None else numbers
        self._judge(doc, numbers, topic)
        self._find(doc, numbers, topic)

    def counts(self, doc: Doc) -> list[tuple[Count, list[str], Answer]]:
        """Each number of a Doc that may count people, with what holds of it and what the network says of it.

        For a Doc whose figures are not found.
        """
        counts = self._read(doc).counts
        figures = values_of(doc, FIGURES)
        article = self.finder.facts(fold(text_of(doc)), counts, figures, self._topic(doc))
        return [(count, article.of(count), answer) for count, answer in self._answered(doc, counts)]

    def questions(self, doc: Doc) -> list[list[str]]:
        """What speaks for and against each figure of a Doc, in their order."""
        return self._questions(doc, self._answered(doc, self._read(doc).counts), self._topic(doc))

    def _questions(self, doc: Doc, numbers: Numbers, topic: float) -> list[list[str]]:
        figures = values_of(doc, FIGURES)
        if not figures:
            return []
        facts = FigureFacts(fold(text_of(doc)), figures, topic, self.lexicon.nouns)
        told = {count.item.start: answer for count, answer in numbers}
        return [[*facts.of(one), *figure_facts(told.get(one["start"]), one["impact"])] for one in figures]

    def _answered(self, doc: Doc, counts: Sequence[Count]) -> Numbers:
        return self.context.answered([(doc, counts)])[0]

    def _topic(self, doc: Doc) -> float:
        """What the words of an article say of it."""
        return self.topics.score(topic_facts(fold(text_of(doc)), self.topics.weights.keys()))

    def _judge(self, doc: Doc, numbers: Numbers, topic: float) -> None:
        """Say how sure the figures of a Doc are; those that are too improbable are left out and join the refusals."""
        kept: list[Span] = []
        refused: list[Refusal] = []
        for span, facts in zip(doc.spans[FIGURES], self._questions(doc, numbers, topic), strict=True):
            probability = self.scorer.probability(facts)
            figure: FigureValue = value_on(span, "figure").copy()
            figure["confidence"] = confidence(probability)
            put_on(span, "figure", figure)
            reason = None if figure["zone"] == "related" else self._doubt(probability)
            if reason is None:
                kept.append(span)
            else:
                refused.append(_refusal(figure, reason))
        if refused:
            _untie(kept)
            doc.spans[FIGURES] = SpanGroup(doc, name=FIGURES, spans=kept)
            self._refuse(doc, refused)

    def _find(self, doc: Doc, numbers: Numbers, topic: float) -> None:
        """Add the figures that no rule read to those of a Doc; what is not sure enough joins the refusals."""
        text, zones, discourse = text_of(doc), zones_of(doc), discourse_of(doc)
        folded, spans = fold(text), list(doc.spans[FIGURES])
        refused: list[Refusal] = []
        sure = SURE if spans else ALONE
        least = max(sure, self.min_confidence or 0)
        figures: list[FigureValue] = [value_on(span, "figure") for span in spans]
        read = {figure["start"]: figure["impact"] for figure in _refused(doc)}
        for found in self.finder.found(folded, numbers, figures, topic):
            start, zone = found.count.item.start, zones.at(found.count.item.start)
            span = _span(doc, start, found.count.item.end)
            if span is None or zone == "related" or discourse.around("attribution", start) is not None:
                continue
            if read.get(start) == found.impact:  # it was refused for what it is said to be
                continue
            figure = value_of(self.finder.told(found, folded, zone), text, self.lexicon, found.confidence)
            if found.confidence < least:
                refused.append(_refusal(figure, UNSURE if found.confidence >= sure else IMPROBABLE))
                continue
            put_on(span, "figure", figure)
            spans.append(span)
        spans.sort(key=_figure_start)
        doc.spans[FIGURES] = SpanGroup(doc, name=FIGURES, spans=spans)
        _take_back(doc, {span.start for span in spans})
        self._refuse(doc, refused)

    def _doubt(self, probability: float) -> str | None:
        """Why a figure of some probability is refused; None for one that is accepted."""
        least, asked = self.scorer.threshold, self.min_confidence
        if asked is None:
            return IMPROBABLE if probability < least else None
        if confidence(probability) >= asked:  # as the record tells it
            return None
        return IMPROBABLE if probability < least else UNSURE

    def _told(self, folded: str, reading: Reading, zones: ZoneMap) -> Told:
        item, trigger, form = reading.item, reading.link.trigger, reading.link.form.trigger
        return Told(
            item=item,
            quantity=reading.quantity,
            sentence=reading.sentence,
            impact=reading.impact,
            rule=reading.rules[0],
            trigger=(item.noun_start, item.noun_end) if trigger is item else (trigger.start, trigger.end),
            trigger_rule=form.id,
            zone=zones.at(item.start),
            flow=flow_of(reading, folded, self.lexicon),
            household=reading.household,
            who_category=reading.who_category,
            certainty="denied" if reading.denied else "asserted",
            part_of=key_of(reading.whole.item) if reading.whole is not None else None,
            supersedes=key_of(reading.replaces.item) if reading.replaces is not None else None,
            evidence=_evidence(reading),
        )

    @staticmethod
    def _refuse(doc: Doc, refusals: list[Refusal]) -> None:
        if not refusals and REFUSALS in doc.spans:
            return
        spans = list(doc.spans.get(REFUSALS, ()))
        for refusal in refusals:
            span = _span(doc, refusal["start"], refusal["end"])
            if span is not None:
                put_on(span, "refusal", refusal)
                spans.append(span)
        doc.spans[REFUSALS] = SpanGroup(doc, name=REFUSALS, spans=spans)


class _Foreseen(NamedTuple):
    """What is known of a document before its turn in a batch: by whom, what rules read, what the network says of it."""

    component: Figures
    found: Found
    numbers: Numbers | None


_FORESEEN: WeakKeyDictionary[Doc, _Foreseen] = WeakKeyDictionary()


def _figure_start(span: Span) -> tuple[int, int]:
    figure: FigureValue = value_on(span, "figure")
    return figure["start"], figure["end"]


def _refusal(figure: FigureValue, reason: str) -> Refusal:
    start, end = figure["start"], figure["end"]
    return {"start": start, "end": end, "reason": reason, "rule": figure["rule"], "figure": figure}


def _refused(doc: Doc) -> list[FigureValue]:
    """The figures that rules read in a Doc and that were refused."""
    refusals: list[Refusal] = [value_on(span, "refusal") for span in doc.spans.get(REFUSALS, ())]
    return [refusal["figure"] for refusal in refusals if "figure" in refusal]


def _take_back(doc: Doc, starts: Collection[int]) -> None:
    """Take back the refusals of numbers that were found to be figures after all, of another impact."""
    refusals = list(doc.spans.get(REFUSALS, ()))
    spans = [one for one in refusals if one.start not in starts]
    if len(spans) < len(refusals):
        doc.spans[REFUSALS] = SpanGroup(doc, name=REFUSALS, spans=spans)


def _untie(spans: list[Span]) -> None:
    """Take back the links of figures to those that are no longer there, and their evidence."""
    keys = {value_on(span, "figure")["key"] for span in spans}
    for span in spans:
        figure = value_on(span, "figure")
        lost = [link for link in LINKS if figure[link] is not None and figure[link] not in keys]
        if lost:
            evidence = {slot: one for slot, one in figure["evidence"].items() if slot not in lost}
            put_on(span, "figure", {**figure, **dict.fromkeys(lost), "evidence": evidence})


def _evidence(reading: Reading) -> dict[str, Evidence]:
    """Why a figure is denied, and why it is tied to others."""
    links = {"part_of": reading.whole, "supersedes": reading.replaces}
    found = {slot: inferred(reading.rules[0]) for slot, other in links.items() if other is not None}
    return {"certainty": inferred("rejected"), **found} if reading.denied else found


def _span(doc: Doc, start: int, end: int) -> Span | None:
    return doc.char_span(start, end, alignment_mode="expand")
