"""What kind of happening a figure belongs to, by the words around it."""

from __future__ import annotations

from dataclasses import dataclass, replace

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
