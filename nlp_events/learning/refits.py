"""Weights refitted from a prior, with how near they stay to it chosen by answers they had not seen.

On 60 articles of the kind that the shipped weights were made of, weights drawn to them weakly lose up to 5 points, and
drawn strongly lose none; a habit of somebody's own, as a place taken from the title, is learned from 20 articles if
they are drawn weakly (0.36 to 0.91 right), and not if strongly (to 0.60). So each is tried, and of those that do best
but for chance the strongest is taken.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from nlp_events.decisions.fitting import Case, fit
from nlp_events.decisions.scorer import Scorer
from nlp_events.learning.weights import loss_of, rounded

STRENGTHS = (3.0, 20.0, 100.0)
"""How strongly weights are drawn to the prior, as ``fit`` takes it."""
DIGITS = 3
"""Of a weight: what answers hardly moved stays what it was."""
LEAST = 5
"""Answers in which a fact has to hold that has no weight in the prior."""


class Refits:
    """A scorer refitted to answers, and to those of some folds.

    Args:
        told: the fold of each answer, and the answer.
        prior: the scorer to begin with.
    """

    def __init__(self, told: Sequence[tuple[int, Case]], prior: Scorer) -> None:
        self._told = told
        # As sure as ours have proved to be: else answers would only teach that ours are too sure of themselves.
        self._prior = {fact: weight * prior.slope for fact, weight in prior.weights.items()}
        self._network = prior.network * prior.slope
        self._chosen: dict[frozenset[int], float] = {}
        self._made: dict[tuple[frozenset[int], float], Scorer] = {}

    def best(self) -> Scorer:
        """Of all answers."""
        return self._best(frozenset())

    def unseen(self, fold: int) -> Scorer:
        """Of the answers of all folds but one, which has no part in the choice of the strength either."""
        return self._best(frozenset([fold]))

    def _best(self, out: frozenset[int]) -> Scorer:
        if out not in self._chosen:
            losses = {strength: self._losses(out, strength) for strength in STRENGTHS}
            least = losses[min(STRENGTHS, key=lambda one: math.fsum(losses[one].values()))]
            self._chosen[out] = next(one for one in reversed(STRENGTHS) if _is_as_good(losses[one], least))
        return self._fitted(out, self._chosen[out])

    def _losses(self, out: frozenset[int], strength: float) -> dict[str, float]:
        """Article → how improbable its answers are to weights that were made of the other folds, as a logarithm."""
        found: dict[str, float] = defaultdict(float)
        for fold, case in self._told:
            if fold not in out:
                found[case.article] += loss_of(self._fitted(out | {fold}, strength), case)
        return found

    def _fitted(self, out: frozenset[int], strength: float) -> Scorer:
        """Weights of the answers of the folds that are not left out, made once."""
        key = (out, strength)
        if key not in self._made:
            cases = [case for fold, case in self._told if fold not in out]
            weights = fit(cases, strength=strength, least=LEAST, prior=self._prior, network=self._network)
            self._made[key] = replace(rounded(weights, DIGITS), network=round(self._network, DIGITS))
        return self._made[key]


def _is_as_good(losses: Mapping[str, float], least: Mapping[str, float]) -> bool:
    """Whether losses are the least but for chance: by no more than one standard error, over articles."""
    more = [loss - least[article] for article, loss in losses.items()]
    return math.fsum(more) <= math.sqrt(math.fsum(one * one for one in more))
