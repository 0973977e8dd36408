"""Weights made of decided cases: rounded, with probabilities that are true of cases they had not seen."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from nlp_events.decisions.fitting import Array, Case, minimum
from nlp_events.decisions.scorer import Scorer

DIGITS = 2
"""Of a shipped weight."""
STEPS = 100
"""Of the way to slope and offset, at the most."""
Unseen = list[tuple[str, float, bool]]
"""Source of a case, probability of the answer of a scorer that did not see it, and whether it is right; for a question
of yes or no the probability of a yes, and whether it is one."""


def rounded(found: Mapping[str, float], digits: int = DIGITS) -> Scorer:
    """A scorer of rounded weights; one below five of the last digit is left out."""
    weights = {fact: round(value, digits) for fact, value in found.items()}
    return Scorer(weights={fact: value for fact, value in weights.items() if abs(value) >= 5 * 10**-digits})


def calibrated(scorer: Scorer, unseen: Unseen, *, pull: float = 0.0) -> Scorer:
    """The scorer with a slope and an offset under which its probabilities are true of cases it had not seen.

    Args:
        scorer: its own slope and offset are where it begins.
        unseen: answers of scorers like it, whose slope is 1 and offset 0.
        pull: how strongly both are held where they begin, in answers.
    """
    odds = np.array([_logit(probability) for _, probability, _ in unseen])
    right = np.array([1.0 if one else -1.0 for _, _, one in unseen])
    centre = np.array([scorer.slope, scorer.offset])

    def loss(point: Array) -> tuple[float, Array]:
        margins = right * (point[0] * odds + point[1])
        away = point - centre
        errors = -right * np.exp(-np.logaddexp(0.0, margins))
        gradient = np.array([errors @ odds, errors.sum()]) + pull * away
        return float(np.logaddexp(0.0, -margins).sum() + 0.5 * pull * (away @ away)), gradient

    slope, offset = minimum(loss, centre, STEPS)
    return replace(scorer, slope=round(float(slope), 3), offset=round(float(offset), 3))


def _logit(probability: float) -> float:
    bounded = min(max(probability, 1e-6), 1 - 1e-6)
    return math.log(bounded / (1 - bounded))


def answer(scorer: Scorer, case: Case, *, chooses: bool) -> tuple[float, bool]:
    """The probability of the answer to a case, and whether it is right."""
    if not chooses:
        return scorer.probability(case.candidates[0]), case.right[0]
    choice = scorer.choose(case.candidates, case.groups, case.likely)
    return choice.probability, case.right[choice.index]


def loss_of(scorer: Scorer, case: Case, warmth: float = 1.0) -> float:
    """How improbable the right candidates of a case are, as a logarithm.

    Args:
        scorer: the weights.
        case: one with a right candidate.
        warmth: what the sums are multiplied with.
    """
    scores = [warmth * score for score in scorer.scores(case.candidates, case.likely)]
    return _log_sum(scores) - _log_sum([score for score, right in zip(scores, case.right, strict=True) if right])


def _log_sum(scores: Sequence[float]) -> float:
    top = max(scores)
    return top + math.log(math.fsum(math.exp(score - top) for score in scores))


def f_of(answers: Sequence[tuple[float, bool]], threshold: float) -> float:
    """F of what is accepted, of all that is true among the answers."""
    accepted = [right for probability, right in answers if probability >= threshold]
    return 2 * sum(accepted) / max(1, len(accepted) + sum(right for _, right in answers))


def save(scorer: Scorer, path: Path) -> None:
    """Write the weights in the order of their names."""
    data = {"slope": scorer.slope, "offset": scorer.offset, "threshold": scorer.threshold}
    if scorer.network:
        data["network"] = scorer.network
    text = json.dumps(data | {"weights": dict(sorted(scorer.weights.items()))}, ensure_ascii=False, indent=0)
    path.write_text(text + "\n", encoding="utf-8")
