"""One linear scorer for every question: the weights of the facts that hold of a candidate are added up.

A fact is a short string that holds or does not («role=locative»). The candidate with the highest sum is chosen; the
sums give probabilities (softmax), which a slope and an offset fitted on texts the weights did not see make honest.
"""

from __future__ import annotations

import json
import math
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import repeat
from pathlib import Path

import numpy
from numpy.typing import NDArray

from nlp_events.errors import NlpEventsError, ResourceError

Facts = Sequence[str]
SHIPPED = Path(__file__).resolve().parent.parent / "weights" / "decisions"
DIGITS = 2
"""Of a probability that is told as a confidence: it is worth no more."""
TERMS = 4
"""Largest terms that a choice tells as its reasons."""


Likely = Sequence[float] | None
"""Of each candidate the logarithm of the probability that a network gives it; None where none was asked."""
NETWORK = "context"
"""The name of what a network adds, among the reasons of a choice."""
OF = " of="
"""Between a fact of a question and the value that it speaks for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What was chosen among candidates.

    ``index`` is the chosen candidate, ``probability`` from 0 to 1 how sure it is (calibrated), ``second`` the
    runner-up, None where there is none.
    """

    index: int
    probability: float
    second: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """Why a candidate was chosen.

    ``chosen`` and ``second`` name it and the runner-up: None for «none of them», and for no runner-up, which has no
    ``behind`` either. ``terms`` are the facts that speak for and against it most, with what each adds. ``behind`` is
    the sum of the runner-up less that of the chosen one.
    """

    chosen: str | None
    confidence: float
    terms: tuple[tuple[str, float], ...]
    second: str | None
    behind: float | None


@dataclass(frozen=True, kw_only=True)
class Scorer:
    """The weights of a question.

    ``weights`` maps a fact to what it adds; one that is not there adds nothing. ``slope`` and ``offset`` calibrate the
    log-odds of a choice. ``threshold`` is the probability from which a yes counts, for questions of yes or no.
    ``network`` is what the logarithm of the probability weighs that a network gives a candidate beside its facts.
    """

    weights: Mapping[str, float]
    slope: float = 1.0
    offset: float = 0.0
    threshold: float = 0.5
    network: float = 0.0

    def score(self, facts: Facts) -> float:
        """The sum of the weights of the facts that hold."""
        return sum(map(self.weights.get, facts, repeat(0.0)))

    def scores(self, candidates: Sequence[Facts], likely: Likely = None) -> list[float]:
        """The sum of each candidate: of its facts, and of what the network says of it."""
        sums = [self.score(facts) for facts in candidates]
        if likely is None or not self.network:
            return sums
        return [score + self.network * one for score, one in zip(sums, likely, strict=True)]

    def choose(
        self, candidates: Sequence[Facts], groups: Sequence[Hashable] | None = None, likely: Likely = None
    ) -> Choice:
        """The most probable candidate.

        Args:
            candidates: the facts of each; one at least.
            groups: which candidates are one and the same thing (mentions of a place): their probabilities are added,
                and the best of the best group is chosen; None where each is its own.
            likely: for each the logarithm of the probability that a network gives it; None where none was asked.

        Returns:
            The choice; of equals the first.
        """
        return self._best(self.scores(candidates, likely), groups)

    def choose_value(
        self, values: Sequence[object], common: Facts, own: Sequence[Facts] = (), likely: Likely = None
    ) -> Choice:
        """The most probable of several values, most of whose facts are those of the question.

        Args:
            values: what there is to choose from; of one, a fact ``f`` of the question is the fact ``f of=value``.
            common: the facts of the question.
            own: the facts of each value besides; none where there are none.
            likely: as in ``choose``.

        Returns:
            What ``choose`` gives for ``value_facts``, with no fact written out for every value.
        """
        places, rows, table = self._of_values
        told = [row for row in map(rows.get, ("", *common)) if row is not None]
        sums = numpy.empty((1 + len(told), len(values)))
        sums[0] = [self.score(facts) for facts in own] if own else 0
        # Of values that no weight speaks of the last column is, which is empty.
        sums[1:] = table[told][:, [places.get(str(value), -1) for value in values]]
        total = sums.sum(axis=0)
        if likely is not None and self.network:
            total += self.network * numpy.array(likely)
        return self._best(total.tolist(), None)

    def _best(self, scores: Sequence[float], groups: Sequence[Hashable] | None) -> Choice:
        masses = _masses(scores, groups if groups is not None else range(len(scores)))
        best = max(masses, key=_mass)
        others = [one for one in masses if one is not best]
        second = max(others, key=_mass)[1] if others else None
        return Choice(index=best[1], probability=self.calibrated(best[0]), second=second)

    @cached_property
    def _of_values(self) -> tuple[Mapping[str, int], Mapping[str, int], NDArray[numpy.float64]]:
        """The column of each value, the row of each fact of a question, and the table of what one adds to the other.

        The fact "" is that of a value as such.
        """
        places: dict[str, int] = {}
        rows: dict[str, int] = {}
        told: list[tuple[int, int, float]] = []
        for name, weight in self.weights.items():
            fact, of, value = f" {name}".rpartition(OF)
            if of:
                told.append((rows.setdefault(fact[1:], len(rows)), places.setdefault(value, len(places)), weight))
        table = numpy.zeros((len(rows), len(places) + 1))
        for row, place, weight in told:
            table[row, place] = weight
        return places, rows, table

    def probability(self, facts: Facts) -> float:
        """How probable a yes is, for a question of yes or no."""
        return _sigmoid(self.slope * self.score(facts) + self.offset)

    def calibrated(self, probability: float) -> float:
        """A probability of the model as what it was worth on unseen text."""
        bounded = min(max(probability, 1e-6), 1 - 1e-6)
        return _sigmoid(self.slope * math.log(bounded / (1 - bounded)) + self.offset)

    def explained(
        self,
        candidates: Sequence[Facts],
        groups: Sequence[Hashable],
        names: Sequence[str | None],
        likely: Likely = None,
    ) -> Reasons:
        """Why ``choose`` chooses what it does; arguments as there, and the name of each candidate."""
        choice = self.choose(candidates, groups, likely)
        scores = self.scores(candidates, likely)
        return Reasons(
            chosen=names[choice.index],
            confidence=confidence(choice.probability),
            terms=self.reasons(candidates, choice, likely),
            second=None if choice.second is None else names[choice.second],
            behind=None if choice.second is None else scores[choice.second] - scores[choice.index],
        )

    def reasons(
        self, candidates: Sequence[Facts], choice: Choice, likely: Likely = None
    ) -> tuple[tuple[str, float], ...]:
        """The largest terms of a choice.

        Args:
            candidates: those it was made among.
            choice: what ``choose`` gave.
            likely: as there.

        Returns:
            The facts that hold of the chosen one and not of the runner-up, with what each adds, the largest first;
            among them what the network adds to the one more than to the other.
        """
        others = () if choice.second is None else candidates[choice.second]
        weights = self.weights
        terms = [(fact, weights[fact]) for fact in candidates[choice.index] if fact in weights and fact not in others]
        if likely is not None and self.network and choice.second is not None:
            terms.append((NETWORK, self.network * (likely[choice.index] - likely[choice.second])))
        return tuple(sorted(terms, key=lambda one: (-abs(one[1]), one[0]))[:TERMS])


def value_facts(values: Sequence[object], common: Facts, own: Sequence[Facts] = ()) -> list[list[str]]:
    """The facts of each value, written out; arguments as those of ``Scorer.choose_value``."""
    every = own or [()] * len(values)
    return [
        [f"{OF[1:]}{value}", *(f"{fact}{OF}{value}" for fact in common), *facts]
        for value, facts in zip(values, every, strict=True)
    ]


def confidence(probability: float) -> float:
    """A probability as it is told: rounded, so that it is the same on every machine."""
    return round(probability, DIGITS)


def checked_confidence(least: float | None) -> float | None:
    """A confidence that is asked for.

    Raises:
        NlpEventsError: it is not from 0 to 1.
    """
    if least is not None and not 0 <= least <= 1:
        raise NlpEventsError(f"min_confidence is {least:g}. Give a number from 0 to 1, or None.")
    return least


def _masses(scores: Sequence[float], groups: Iterable[Hashable]) -> list[tuple[float, int]]:
    """For each group its probability and the index of its best candidate."""
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers)
    masses: dict[Hashable, tuple[float, int]] = {}
    for index, group in enumerate(groups):
        mass, best = masses.get(group, (0.0, index))
        masses[group] = (mass + powers[index] / total, index if scores[index] > scores[best] else best)
    return [*masses.values()]


def _mass(one: tuple[float, int]) -> float:
    return one[0]


def _sigmoid(value: float) -> float:
    if value < 0:
        return math.exp(value) / (1 + math.exp(value))
    return 1 / (1 + math.exp(-value))


def read_scorer(path: Path, remedy: str) -> Scorer:
    """The weights that a file holds.

    Args:
        path: the file.
        remedy: what to do where it holds none.

    Raises:
        ResourceError: the file is not there, or holds no weights.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        weights = {str(fact): _number(value) for fact, value in data["weights"].items()}
        return Scorer(weights=weights, **{name: _number(value) for name, value in data.items() if name != "weights"})
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise ResourceError(str(path), "weights", f"holds no weights ({error}).", remedy) from error


def _number(value: object) -> float:
    """A finite number of a file: one that is none would make every sum it is in none."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError(f"{value!r} is no number")
    return float(value)
