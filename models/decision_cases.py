"""What each question is made of: the kinds of articles, what their cases weigh, how weights are fitted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from spacy.language import Language

from nlp_events.decisions.fitting import Case
from nlp_events.learning.articles import Annotated
from nlp_events.learning.cases import (
    actor_cases,
    cause_cases,
    count_cases,
    date_cases,
    figure_cases,
    impact_cases,
    means_cases,
    place_cases,
    scope_cases,
    source_cases,
    status_cases,
    topic_cases,
    update_cases,
    whole_cases,
)

PRESS = "press"
"""The genre of the corpus in which nobody is counted."""


def kind_of(article: Annotated) -> str:
    """The source of an article, or the general press."""
    return PRESS if article.row.get("genre") == PRESS else article.source


@dataclass(frozen=True)
class Question:
    """A question: its cases, the component that asks it, how its weights are fitted.

    ``slot`` is the component's attribute that holds the scorer, with dots where it is deeper. ``weights`` is what a
    case of each source weighs,
    ``press`` what one of the general press weighs besides. ``strength`` draws weights to zero, ``least`` is the number
    of cases in which a fact has to hold. ``chooses`` tells a choice among candidates from a yes or no.
    """

    cases: Callable[[Annotated, Language], Iterator[Case]]
    component: str
    weights: Mapping[str, float]
    slot: str = "scorer"
    strength: float = 3.0
    least: int = 20
    press: float = 1.0
    chooses: bool = True

    def weight(self, article: Annotated) -> float:
        """What a case of an article weighs."""
        return self.weights[article.source] * (self.press if kind_of(article) == PRESS else 1.0)


# The corpus has six times the cases of real news and is denser; the rules that propose figures know our gold.
QUESTIONS: dict[str, Question] = {
    "topics": Question(
        topic_cases, "nlp_events_figures", {"wild": 1.0, "corpus": 1.0, "gold": 0.3}, slot="topics", strength=10.0,
        least=10, chooses=False,
    ),
    "sources": Question(
        source_cases, "nlp_events_sources", {"wild": 2.0, "corpus": 0.6, "gold": 1.0}, strength=4.0, least=8,
    ),
    "causes": Question(
        cause_cases, "nlp_events_causes", {"wild": 2.0, "corpus": 0.5, "gold": 1.0}, strength=4.0, least=10,
    ),
    "dates": Question(date_cases, "nlp_events_times", {"wild": 2.0, "corpus": 0.6, "gold": 1.5}, strength=6.0),
    "scopes": Question(
        scope_cases, "nlp_events_times", {"wild": 2.0, "corpus": 0.5, "gold": 0.7}, slot="scopes", strength=4.0,
        least=8,
    ),
    "places": Question(place_cases, "nlp_events_places", {"wild": 2.0, "corpus": 0.4, "gold": 1.0}, strength=4.0),
    "actors": Question(
        actor_cases, "nlp_events_actors", {"wild": 2.0, "corpus": 0.6, "gold": 1.0}, strength=12.0, least=8,
    ),
    "statuses": Question(
        status_cases, "nlp_events_actors", {"wild": 2.0, "corpus": 0.6, "gold": 1.0}, slot="statuses", strength=2.0,
        least=5,
    ),
    "means": Question(
        means_cases, "nlp_events_actors", {"wild": 2.0, "corpus": 0.6, "gold": 1.0}, slot="means", strength=5.0,
        least=8,
    ),
    "figures": Question(
        figure_cases, "nlp_events_figures", {"wild": 2.0, "corpus": 0.5, "gold": 1.0}, least=8, press=3.0,
        chooses=False,
    ),
    "counts": Question(
        count_cases, "nlp_events_figures", {"wild": 2.0, "corpus": 0.7, "gold": 0.5}, slot="finder.counts",
        strength=3.3, least=6, press=3.0, chooses=False,
    ),
    "impacts": Question(
        impact_cases, "nlp_events_figures", {"wild": 2.0, "corpus": 0.7, "gold": 0.5}, slot="finder.impacts",
        strength=1.6, least=6,
    ),
    "updates": Question(
        update_cases, "nlp_events_links", {"wild": 2.0, "corpus": 0.7, "gold": 1.5}, slot="updates", strength=3.0,
        least=4,
    ),
    "wholes": Question(
        whole_cases, "nlp_events_links", {"wild": 2.0, "corpus": 0.7, "gold": 1.5}, strength=3.0, least=4,
    ),
}  # fmt: skip
"""Every question, in an order in which each has the answers it needs."""
