"""Fitting the weights of a question to decided cases: a softmax over each case's candidates, with a prior.

Numpy alone, deterministic. The same code makes the shipped weights (``models/train_decisions.py``) and can refit them
on somebody's own cases, with the shipped ones as the prior.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
STEPS = 150
"""Of the way to the weights, at the most."""
MEMORY = 10
"""Steps that the curvature is estimated from."""


@dataclass(frozen=True, slots=True)
class Case:
    """A question that somebody answered: the facts of each candidate, which are right, what the case weighs.

    ``article`` names the article it comes from: folds keep articles whole. ``groups`` and ``likely`` are those of
    ``Scorer.choose``.
    """

    candidates: Sequence[Sequence[str]]
    right: Sequence[bool]
    article: str
    weight: float = 1.0
    groups: Sequence[Hashable] | None = None
    likely: Sequence[float] | None = None


def fit(
    cases: Sequence[Case],
    *,
    strength: float = 1.0,
    least: int = 5,
    prior: Mapping[str, float] | None = None,
    network: float = 0.0,
) -> dict[str, float]:
    """Weights under which the right candidates are most probable.

    Args:
        cases: the decided cases; those without a right candidate, or with right ones only, say nothing.
        strength: how strongly weights are drawn to the prior (half the squared distance times this).
        least: cases in which a fact has to hold to get a weight.
        prior: weights to start from and to stay near; None for zero.
        network: what ``likely`` of a case weighs beside the weights, as in ``Scorer``; 0 to fit to the facts alone.

    Returns:
        Fact → weight.
    """
    told = [case for case in cases if any(case.right) and not all(case.right)]
    start = dict(prior or {})
    names = sorted(_frequent(told, least) | start.keys())
    if not told or not names:
        return start
    table = _Table(told, {name: index for index, name in enumerate(names)}, network)
    centre = np.array([start.get(name, 0.0) for name in names])
    found = minimum(lambda weights: table.loss(weights, centre, strength), centre.copy(), STEPS)
    return dict(zip(names, found.tolist(), strict=True))


def _frequent(cases: Sequence[Case], least: int) -> set[str]:
    """Facts that hold in enough cases, and not of every candidate of them all."""
    counts: Counter[str] = Counter()
    for case in cases:
        counts.update({fact for facts in case.candidates for fact in facts})
    return {fact for fact, count in counts.items() if count >= least}


class _Table:
    """Cases as one sparse matrix of candidates by facts."""

    def __init__(self, cases: Sequence[Case], columns: Mapping[str, int], network: float) -> None:
        rows: list[int] = []
        indices: list[int] = []
        sizes: list[int] = []
        right: list[bool] = []
        at = 0
        for case in cases:
            sizes.append(len(case.candidates))
            right.extend(case.right)
            for facts in case.candidates:
                own = {columns[fact] for fact in facts if fact in columns}
                indices.extend(sorted(own))
                rows.extend([at] * len(own))
                at += 1
        self.rows, self.indices = np.array(rows, dtype=np.int64), np.array(indices, dtype=np.int64)
        self.starts = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int64)
        self.owner = np.repeat(np.arange(len(cases)), sizes)
        self.right = np.array(right, dtype=np.bool_)
        self.weights = np.array([case.weight for case in cases])
        self.given = np.zeros(at)
        if network:
            likely = [case.likely or [0.0] * len(case.candidates) for case in cases]
            self.given = network * np.array([one for case in likely for one in case])
        self.shape = (at, len(columns))

    def scores(self, weights: Array) -> Array:
        return self.given + _sums(self.rows, weights[self.indices], self.shape[0])

    def loss(self, weights: Array, centre: Array, strength: float) -> tuple[float, Array]:
        """The penalised loss and its gradient."""
        scores = self.scores(weights)
        every, share = self._normalised(scores)
        correct, told = self._normalised(np.where(self.right, scores, -np.inf))
        pull = (share - told) * self.weights[self.owner]
        gradient = _sums(self.indices, pull[self.rows], self.shape[1])
        away = weights - centre
        value = float(self.weights @ (every - correct)) + 0.5 * strength * float(away @ away)
        return value, gradient + strength * away

    def _normalised(self, scores: Array) -> tuple[Array, Array]:
        """The logarithm of the sum of powers of each case, and each candidate's share of it."""
        top = np.maximum.reduceat(scores, self.starts)
        powers = np.exp(scores - top[self.owner])
        total = np.add.reduceat(powers, self.starts)
        return top + np.log(total), powers / total[self.owner]


def _sums(indices: NDArray[np.int64], values: Array, size: int) -> Array:
    return np.bincount(indices, values, size).astype(np.float64)


def minimum(function: Callable[[Array], tuple[float, Array]], point: Array, steps: int) -> Array:
    """The point at which a convex function is least (limited-memory BFGS with a backtracking line search)."""
    value, slope = function(point)
    pairs: list[tuple[Array, Array, float]] = []
    for _ in range(steps):
        direction = _direction(slope, pairs)
        length, descent = 1.0 if pairs else 1.0 / max(1.0, float(np.abs(slope).sum())), float(direction @ slope)
        while True:
            moved = point + length * direction
            reached, steeper = function(moved)
            if reached <= value + 1e-4 * length * descent or length < 1e-10:
                break
            length /= 2
        step, change = moved - point, steeper - slope
        if float(step @ change) > 1e-12:
            pairs = [*pairs[-MEMORY + 1 :], (step, change, 1 / float(step @ change))]
        done = value - reached <= 1e-7 * max(1.0, abs(value))
        point, value, slope = moved, reached, steeper
        if done:
            break
    return point


def _direction(slope: Array, pairs: Sequence[tuple[Array, Array, float]]) -> Array:
    direction = -slope
    factors: list[Any] = []
    for step, change, curve in reversed(pairs):
        factor = curve * float(step @ direction)
        direction = direction - factor * change
        factors.append(factor)
    if pairs:
        step, change, _ = pairs[-1]
        direction = direction * (float(step @ change) / float(change @ change))
    for (step, change, curve), factor in zip(pairs, reversed(factors), strict=True):
        direction = direction + step * (factor - curve * float(change @ direction))
    return direction
