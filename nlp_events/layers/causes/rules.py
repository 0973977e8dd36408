"""What kind of happening a figure belongs to, by the words around it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

from nlp_events.layers.causes.model import load_causes
from nlp_events.layers.causes.scanning import Scanner
from nlp_events.values import Cause
from nlp_events.words.store import SHIPPED, Words, derived

# How much a word counts by where it stands: in the figure's sentence, in the sentence before, in the title, elsewhere.
# Set on wordings of our own: one sure word beside the figure outweighs two in the rest of the article.
SAME, BEFORE, AFTER, TITLE, ELSEWHERE = 4.0, 1.5, 1.0, 1.8, 0.35
# The same word said again adds little: an article on floods that says «armée» five times is still one on floods.
REPEATED = 0.3


@dataclass(frozen=True, slots=True)
class CauseCue:
    """One word that tells a cause, at [start, end)."""

    start: int
    end: int
    cause: Cause
    weight: float
    rule: str


@derived
def _rules(words: Words) -> tuple[Scanner, tuple[tuple[Cause, float, str], ...]]:
    causes = load_causes(words).causes
    return Scanner([rule.pattern for rule in causes]), tuple((r.cause, float(r.weight), r.id) for r in causes)


@derived
def _turns(words: Words) -> dict[str, tuple[str, Cause]]:
    """Rule → the rule that turns its words into those of another cause wherever it stands, and that cause."""
    rules = load_causes(words).causes
    return {rule.id: (rule.turned_by, rule.turned_into) for rule in rules if rule.turned_by and rule.turned_into}


def find_causes(folded: str, words: Words = SHIPPED) -> list[CauseCue]:
    """Every word of a cause in a folded text, in text order."""
    scanner, told = _rules(words)
    cues = [CauseCue(match.start(), match.end(), *told[number]) for number, match in scanner.matches(folded)]
    return sorted(_turned(cues, _turns(words)), key=lambda cue: (cue.start, -cue.end))


def _turned(cues: list[CauseCue], turns: dict[str, tuple[str, Cause]]) -> list[CauseCue]:
    """The words that another of the article gives its cause: a lorry in a crowd, where it speaks of an attack."""
    said = {cue.rule for cue in cues}
    turned = {rule: cause for rule, (by, cause) in turns.items() if by in said}
    return [replace(cue, cause=turned[cue.rule]) if cue.rule in turned else cue for cue in cues]


class CauseFinder:
    """The causes of one article, read once and asked for every figure.

    Args:
        cues: the causes of the article in text order, without those of related zones.
        title: [start, end) of the title zone, (0, 0) without one.
    """

    def __init__(self, cues: list[CauseCue], title: tuple[int, int]) -> None:
        self._cues = cues
        self._starts = [cue.start for cue in cues]
        weights = [(cue, TITLE if title[0] <= cue.start < title[1] else ELSEWHERE) for cue in cues]
        self._far = _scored(weights)

    def cause_of(self, sentence: tuple[int, int], neighbours: tuple[int, int]) -> CauseCue | None:
        """The cause of a figure.

        Args:
            sentence: [start, end) of the figure's sentence.
            neighbours: [start of the sentence before, end of the sentence after).

        Returns:
            The strongest cue of the strongest cause, None where no word tells any.
        """
        first, last = bisect_left(self._starts, neighbours[0]), bisect_left(self._starts, neighbours[1])
        near = _scored([(cue, _nearness(cue, sentence)) for cue in self._cues[first:last]])
        if not self._far:
            return None

        def score(cause: Cause) -> float:
            return self._far[cause][0] + (near[cause][0] if cause in near else 0)

        # Sorted by name first, so that a tie falls the same way in every run.
        best = max(sorted(self._far), key=score)
        return near[best][1] if best in near else self._far[best][1]


def _scored(weights: list[tuple[CauseCue, float]]) -> dict[Cause, tuple[float, CauseCue]]:
    """For each cause, its sum and its strongest cue; the same rule again adds little."""
    scores: dict[Cause, tuple[float, CauseCue]] = {}
    best: dict[Cause, float] = {}
    seen: set[str] = set()
    for cue, weight in weights:
        value = cue.weight * weight * (REPEATED if cue.rule in seen else 1)
        seen.add(cue.rule)
        total, strongest = scores.get(cue.cause, (0.0, cue))
        if value > best.get(cue.cause, 0.0):
            best[cue.cause], strongest = value, cue
        scores[cue.cause] = (total + value, strongest)
    return scores


def _nearness(cue: CauseCue, sentence: tuple[int, int]) -> float:
    if sentence[0] <= cue.start < sentence[1]:
        return SAME
    return BEFORE if cue.start < sentence[0] else AFTER
