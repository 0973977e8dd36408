"""Figures that no rule has read, found by learned weights over the words around a number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from nlp_events.decisions import Scorer, confidence, load_scorer
from nlp_events.layers.figures.context import Numbers, count_facts, impact_facts
from nlp_events.layers.figures.features import topic_steps
from nlp_events.layers.figures.finding import IMPACTS, CountFacts, trigger_of
from nlp_events.layers.figures.flow import flow_told
from nlp_events.layers.figures.lexicon import Lexicon
from nlp_events.layers.figures.rules import Count
from nlp_events.layers.figures.value import Told
from nlp_events.values import FigureValue, Impact, Zone

DECISION = "decisions/impacts"
"""The rule of a figure that was found so."""
SURE = 0.7
"""How probable a figure has to be to be written."""
ALONE = 0.8
"""How probable it has to be where no rule reads a figure of its article. Of those between ``SURE`` and this, two makes
of the weights had 0 of 6 right in real news and the general press, 23 of 31 in the rest of the corpus."""
LIKELY = 0.4
"""How probable a figure has to be to be offered for review."""
FAINT = 0.02
"""How probable the network has to find a number for its words to be looked at one by one."""


@dataclass(frozen=True, slots=True)
class Find:
    """A number that is a figure, what happened to those it counts, and how sure both are, from 0 to 1."""

    count: Count
    impact: Impact
    confidence: float


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
        self,
        folded: str,
        numbers: Numbers,
        figures: Sequence[FigureValue],
        topic: float,
    ) -> Iterator[Find]:
        """The figures that are found, those that are worth a review among them; in text order.

        Args:
            folded: the article, folded.
            numbers: its numbers that may count people.
            figures: the figures that are read in it and were not refused.
            topic: what its words say of it, the sum of the weights of ``topic_facts``.
        """
        article = self.facts(folded, [count for count, _ in numbers], figures, topic)
        for count, answer in numbers:
            if answer is not None and 1 - answer[0] < FAINT:
                continue
            if article.others.over(count.item):
                continue
            facts = article.of(count)
            probability = self.counts.probability([*facts, *count_facts(answer)])
            if probability < LIKELY:
                continue
            choice = self.impacts.choose_value(IMPACTS, facts, impact_facts(answer))
            sure = probability * choice.probability
            if sure >= LIKELY:
                yield Find(count, IMPACTS[choice.index], confidence(sure))

    def facts(self, folded: str, counts: Sequence[Count], figures: Sequence[FigureValue], topic: float) -> CountFacts:
        """An article's numbers, to ask what holds of each; arguments as in ``found``."""
        return CountFacts(folded, counts, figures, topic_steps(topic), self._lexicon.nouns)

    def told(self, one: Find, folded: str, zone: Zone) -> Told:
        """What a figure that is found tells."""
        item, sentence = one.count.item, one.count.sentence
        return Told(
            item=item, quantity=one.count.quantity, sentence=sentence, impact=one.impact, rule=DECISION,
            trigger=trigger_of(folded, one.count, one.impact, self.impacts), trigger_rule=DECISION, zone=zone,
            flow=flow_told(one.impact, folded[slice(*sentence)], self._lexicon), household=item.household,
            who_category=item.category,
        )  # fmt: skip
