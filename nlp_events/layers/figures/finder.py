"""Figures that no rule has read, found by learned weights over the words around a number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from nlp_events.decisions import Scorer, confidence, load_scorer
from nlp_events.layers.figures.features import topic_steps
from nlp_events.layers.figures.finding import IMPACTS, CountFacts, trigger_of
from nlp_events.layers.figures.flow import FLOWING
from nlp_events.layers.figures.lexicon import Lexicon
from nlp_events.layers.figures.rules import Count
from nlp_events.text.evidence import DEFAULT, inferred, told
from nlp_events.values import Evidence, FigureValue, Flow, Impact

DECISION = "decisions/impacts"
"""The rule of a figure that was found so."""
SURE = 0.7
"""How probable a figure has to be to be written."""
LIKELY = 0.4
"""How probable a figure has to be to be offered for review."""


class Finder:
    """Asks of each number that may count people whether it is a figure, and what happened to those it counts.

    Args:
        lexicon: the tables.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.counts = load_scorer("counts")

    @cached_property
    def impacts(self) -> Scorer:
        """The weights of what happened: the largest file of weights, read when first asked for."""
        return load_scorer("impacts")

    def found(
        self, text: str, folded: str, counts: Sequence[Count], figures: Sequence[FigureValue], topic: float
    ) -> Iterator[FigureValue]:
        """The figures that are found, those that are worth a review among them, with their confidence; in text order.

        Args:
            text: the article.
            folded: the same, folded.
            counts: its numbers that may count people.
            figures: the figures that are read in it.
            topic: what its words say of it, the sum of the weights of ``topic_facts``.
        """
        open_counts = [one for one in counts if not one.is_read]
        if not open_counts:
            return
        article = self.facts(folded, counts, figures, topic)
        taken = [(one["start"], one["end"]) for one in figures]
        for count in open_counts:
            if any(start < count.item.end and count.item.start < end for start, end in taken):
                continue
            facts = article.of(count)
            probability = self.counts.probability(facts)
            if probability < LIKELY:
                continue
            choice = self.impacts.choose_value(IMPACTS, facts)
            sure = probability * choice.probability
            if sure >= LIKELY:
                yield self._value(text, folded, count, IMPACTS[choice.index], sure)

    def facts(self, folded: str, counts: Sequence[Count], figures: Sequence[FigureValue], topic: float) -> CountFacts:
        """An article's numbers, to ask what holds of each; arguments as in ``found``."""
        return CountFacts(folded, counts, figures, topic_steps(topic), self._lexicon.nouns)

    def _value(self, text: str, folded: str, count: Count, impact: Impact, probability: float) -> FigureValue:
        item, quantity = count.item, count.quantity
        trigger = trigger_of(folded, count, impact, self.impacts)
        flow = self._flow(folded, count, impact)
        key, who_end = f"{item.start}-{item.end}", item.end if item.noun else item.noun_end
        return {
            "key": key, "happening": key, "impact": impact, "start": item.start, "end": item.end,
            "min": _whole(quantity["min"]), "max": _whole(quantity["max"]), "modifier": quantity["modifier"],
            "unit": "household" if item.household else "person",
            "who": text[item.noun_start : who_end] if item.noun else None, "who_category": item.category,
            "trigger": text[slice(*trigger)], "trigger_start": trigger[0], "trigger_end": trigger[1], "zone": "body",
            "sentence_start": count.sentence[0], "sentence_end": count.sentence[1], "rule": DECISION,
            "evidence": _evidence(count, who_end, trigger, flow), "flow": flow, "part_of": None, "supersedes": None,
            "toll": None, "mentions": [[item.start, item.end]], "certainty": "asserted", "scope": "event",
            "source": None, "source_canonical": None, "source_type": None, "cause": None, "date": None,
            "place": None, "place_canonical": None, "place_role": None, "country": None,
            "latitude": None, "longitude": None, "place_precision": None,
            "confidence": confidence(probability), "place_confidence": None, "date_confidence": None,
            "actor": None, "actor_canonical": None, "actor_id": None, "actor_type": None, "actor_status": None,
            "means": None, "actor_confidence": None,
        }  # fmt: skip

    def _flow(self, folded: str, count: Count, impact: Impact) -> Flow | None:
        if impact not in FLOWING:
            return None
        return "stock" if self._lexicon.stays.search(folded[slice(*count.sentence)]) else "flow"


def _evidence(count: Count, who_end: int, trigger: tuple[int, int], flow: Flow | None) -> dict[str, Evidence]:
    item, quantity = count.item, count.quantity
    found = {
        "quantity": told(quantity["start"], quantity["end"], quantity["rule"]),
        "trigger": told(*trigger, DECISION),
        "certainty": inferred(DEFAULT),
        "scope": inferred(DEFAULT),
    }
    if item.noun:
        found["who"] = told(item.noun_start, who_end, "counted_noun")
    if item.category is not None:
        found["who_category"] = inferred("noun")
    if flow is not None:
        found["flow"] = inferred(DECISION)
    return found


def _whole(bound: float | None) -> int | None:
    return None if bound is None else round(bound)
