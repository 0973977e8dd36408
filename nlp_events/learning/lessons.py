"""Ours refitted to a user's own answers, and whether that gains: by weights that had not seen the article.

Each question is fitted from the shipped weights, to which it stays near (a prior), so that some dozens of answers are
enough to learn a habit of the user's texts, and what they do not speak of stays as it was.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from spacy.language import Language

from nlp_events.decisions.fitting import Case
from nlp_events.decisions.scorer import Scorer
from nlp_events.errors import ModelError
from nlp_events.learning.articles import PROPOSES, Annotated, annotated, component
from nlp_events.learning.cases import (
    ACTORS,
    SOURCES,
    actor_cases,
    date_cases,
    figure_cases,
    means_cases,
    place_cases,
    source_cases,
    status_cases,
)
from nlp_events.learning.refits import Refits
from nlp_events.learning.weights import Unseen, answer, calibrated, f_of

ARTICLES, ANSWERS, OF_EACH = 20, 40, 10
"""The fewest articles and answers that a question is learned from, and of yes and of no the fewest of each."""
CHANCE = 0.1
"""How probable the articles that gained may be among those that changed, if it were a matter of chance."""
PULL = 40.0
"""Answers for which our own slope and offset count, beside the user's."""


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question that is learned anew: its cases, the component that asks it, and whether it chooses or says yes.

    ``slot`` is the component's attribute that holds the scorer.
    """

    cases: Callable[[Annotated, Language], Iterator[Case]]
    component: str
    chooses: bool = True
    slot: str = "scorer"

    def ours(self, nlp: Language) -> Scorer:
        """The scorer that answers the question in a pipeline."""
        scorer: Scorer = getattr(component(nlp, self.component), self.slot)
        return scorer

    def right(self, scorer: Scorer, probability: float, truth: bool) -> bool:  # noqa: FBT001 - as in ``Unseen``
        """Whether the decision is right that an answer leads to."""
        return truth if self.chooses else (probability >= scorer.threshold) == truth

    def share(self, scorer: Scorer, answers: Unseen) -> float:
        """How right answers are: the share of the right ones, or F of the figures that are accepted."""
        if self.chooses:
            return sum(right for _, _, right in answers) / len(answers)
        return f_of([(probability, right) for _, probability, right in answers], scorer.threshold)


QUESTIONS: Mapping[str, Question] = {
    "figures": Question(cases=figure_cases, component=PROPOSES, chooses=False),
    "sources": Question(cases=source_cases, component=SOURCES),
    "dates": Question(cases=date_cases, component="nlp_events_times"),
    "places": Question(cases=place_cases, component="nlp_events_places"),
    "actors": Question(cases=actor_cases, component=ACTORS),
    "statuses": Question(cases=status_cases, component=ACTORS, slot="statuses"),
    "means": Question(cases=means_cases, component=ACTORS, slot="means"),
}
"""Every question that is learned anew; the topics stay ours, since facts of figures are made of them."""


@dataclass(frozen=True, kw_only=True)
class Lesson:
    """What the answers taught about a question.

    Attributes:
        answers: decided cases of the user's, and ``articles`` the number of those they come from.
        ours: how right the shipped weights are on them (share of right ones, F for figures); None where too few.
        mine: the same of weights made of the other articles.
        better: articles that have more right answers than with ours, and ``worse`` those that have fewer.
        problem: why nothing is learned; None where something is.
        scorer: the weights made of all answers; None where nothing is learned.
    """

    answers: int
    articles: int
    ours: float | None = None
    mine: float | None = None
    better: int = 0
    worse: int = 0
    problem: str | None = None
    scorer: Scorer | None = None

    def to_dict(self) -> dict[str, Any]:
        """What is told of it, as JSON values."""
        told = {name: value for name, value in asdict(replace(self, scorer=None)).items() if value is not None}
        return {name: round(value, 4) if isinstance(value, float) else value for name, value in told.items()}


def learn(rows: Sequence[Mapping[str, Any]], nlp: Language) -> dict[str, Lesson]:
    """What articles with answers teach about each question.

    Args:
        rows: articles as ``inputs.rows_of`` gives them.
        nlp: a pipeline as ``load`` gives it, with the shipped weights; it is left as it was.

    Raises:
        ModelError: the pipeline has not the components that decide.
    """
    missing = [question.component for question in QUESTIONS.values() if question.component not in nlp.pipe_names]
    if missing:
        raise ModelError(f"the pipeline has no component {missing[0]!r}. Give what nlp_events.load() returns.")
    articles = annotated("own", rows, nlp)
    return {name: _lesson(question, articles, nlp) for name, question in QUESTIONS.items()}


def _lesson(question: Question, articles: Sequence[Annotated], nlp: Language) -> Lesson:
    told = [(article, case) for article in articles for case in question.cases(article, nlp) if _teaches(case)]
    lesson = Lesson(answers=len(told), articles=len({article.doc_id for article, _ in told}))
    problem = _too_few(lesson, [case for _, case in told], question)
    if problem is not None:
        return replace(lesson, problem=problem)
    ours = question.ours(nlp)
    before = [(article.doc_id, *answer(ours, case, chooses=question.chooses)) for article, case in told]
    mine, after = _learned(told, ours, question)
    better, worse = _changed(question, (ours, before), (mine, after))
    shares = question.share(ours, before), question.share(mine, after)
    lesson = replace(lesson, ours=shares[0], mine=shares[1], better=better, worse=worse)
    problem = _no_gain(lesson)
    return replace(lesson, problem=problem, scorer=mine if problem is None else None)


def _teaches(case: Case) -> bool:
    return any(case.right) and not all(case.right)


def _learned(told: Sequence[tuple[Annotated, Case]], ours: Scorer, question: Question) -> tuple[Scorer, Unseen]:
    """Ours refitted to all answers, with the answers of weights that had not seen the article."""
    refits = Refits([(article.fold, case) for article, case in told], ours)
    unseen = [
        (article.doc_id, *answer(refits.unseen(article.fold), case, chooses=question.chooses)) for article, case in told
    ]
    scorer = replace(refits.best(), offset=ours.offset, threshold=ours.threshold)
    mine = calibrated(scorer, unseen, pull=PULL)
    return mine, [(doc_id, mine.calibrated(probability), right) for doc_id, probability, right in unseen]


def _changed(question: Question, before: tuple[Scorer, Unseen], after: tuple[Scorer, Unseen]) -> tuple[int, int]:
    """How many articles have more right answers than before, and how many fewer."""
    gains: dict[str, int] = defaultdict(int)
    for sign, (scorer, answers) in ((-1, before), (1, after)):
        for doc_id, probability, right in answers:
            gains[doc_id] += sign * question.right(scorer, probability, right)
    return sum(gain > 0 for gain in gains.values()), sum(gain < 0 for gain in gains.values())


def _too_few(lesson: Lesson, cases: Sequence[Case], question: Question) -> str | None:
    if lesson.articles < ARTICLES or lesson.answers < ANSWERS:
        return (
            f"{lesson.answers} answers in {lesson.articles} articles are too few; "
            f"{ANSWERS} in {ARTICLES} are needed at least"
        )
    wrong = sum(not case.right[0] for case in cases)
    if not question.chooses and min(wrong, len(cases) - wrong) < OF_EACH:
        return f"{wrong} of {len(cases)} are wrong; {OF_EACH} wrong ones and {OF_EACH} right ones are needed at least"
    return None


def _no_gain(lesson: Lesson) -> str | None:
    """Why what was learned is not worth having: no more is right, or no more than chance may bring."""
    if lesson.ours is None or lesson.mine is None or lesson.mine <= lesson.ours:
        return "nothing is gained on articles that the weights had not seen"
    if _by_chance(lesson.better, lesson.worse) > CHANCE:
        return f"{lesson.better} articles gain and {lesson.worse} lose, which may be chance; judge more of them"
    return None


def _by_chance(better: int, worse: int) -> float:
    """How probable so many heads or more are of so many coins (a sign test)."""
    changed = better + worse
    return float(sum(math.comb(changed, heads) for heads in range(better, changed + 1)) / 2**changed)
