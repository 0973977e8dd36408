"""What kind of happening a figure belongs to, by the words around it."""

from __future__ import annotations

from dataclasses import dataclass

from nlp_events.layers.causes.model import load_causes
from nlp_events.layers.causes.scanning import Scanner
from nlp_events.values import Cause
from nlp_events.words.store import SHIPPED, Words, derived


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


def find_causes(folded: str, words: Words = SHIPPED) -> list[CauseCue]:
    """Every word of a cause in a folded text, in text order."""
    scanner, told = _rules(words)
    cues = [CauseCue(match.start(), match.end(), *told[number]) for number, match in scanner.matches(folded)]
    return sorted(cues, key=lambda cue: (cue.start, -cue.end))
