"""What kind of happening a figure belongs to, by the words around it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from nlp_events.resources.causes import load_causes
from nlp_events.values import Cause

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


@lru_cache(maxsize=8)
def _patterns(directory: str | None) -> tuple[tuple[re.Pattern[str], Cause, float, str], ...]:
    return tuple((re.compile(r.pattern), r.cause, float(r.weight), r.id) for r in load_causes(directory).causes)


def find_causes(folded: str, directory: str | None = None) -> list[CauseCue]:
    """Every word of a cause in a folded text, in text order."""
    cues = [
        CauseCue(match.start(), match.end(), cause, weight, rule)
        for pattern, cause, weight, rule in _patterns(directory)
        for match in pattern.finditer(folded)
    ]
    return sorted(cues, key=lambda cue: (cue.start, -cue.end))


def cause_of(
    cues: list[CauseCue], sentence: tuple[int, int], neighbours: tuple[int, int], title: tuple[int, int]
) -> CauseCue | None:
    """The cause of a figure.

    Args:
        cues: the causes of the article, without those of related zones.
        sentence: [start, end) of the figure's sentence.
        neighbours: [start of the sentence before, end of the sentence after).
        title: [start, end) of the title zone, (0, 0) without one.

    Returns:
        The strongest cue of the strongest cause, None where no word tells any.
    """
    scores: dict[Cause, float] = defaultdict(float)
    best: dict[Cause, tuple[float, CauseCue]] = {}
    seen: set[tuple[str, bool]] = set()
    for cue in cues:
        near = sentence[0] <= cue.start < sentence[1]
        value = cue.weight * _nearness(cue, sentence, neighbours, title)
        if (cue.rule, near) in seen:
            value *= REPEATED
        seen.add((cue.rule, near))
        scores[cue.cause] += value
        if cue.cause not in best or value > best[cue.cause][0]:
            best[cue.cause] = (value, cue)
    if not scores:
        return None
    # Sorted by name first, so that a tie falls the same way in every run.
    return best[max(sorted(scores), key=lambda cause: scores[cause])][1]


def _nearness(
    cue: CauseCue, sentence: tuple[int, int], neighbours: tuple[int, int], title: tuple[int, int]
) -> float:
    if sentence[0] <= cue.start < sentence[1]:
        return SAME
    if title[0] <= cue.start < title[1]:
        return TITLE
    if neighbours[0] <= cue.start < sentence[0]:
        return BEFORE
    if sentence[1] <= cue.start < neighbours[1]:
        return AFTER
    return ELSEWHERE
