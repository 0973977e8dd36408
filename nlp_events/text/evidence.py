"""Where an article says what a slot of a figure holds, and which rule took it."""

from __future__ import annotations

from nlp_events.values import Evidence, FigureValue

DEFAULT = "default"
"""The rule of a slot that no wording fills: «asserted», «event»."""


def told(start: int, end: int, rule: str) -> Evidence:
    """Evidence that stands in the text.

    Args:
        start: offset of its first character.
        end: offset behind its last.
        rule: the id of the rule that took it.
    """
    return {"span": [start, end], "rule": rule}


def inferred(rule: str) -> Evidence:
    """Evidence of what no words of the text say by themselves: a default, or what another slot entails."""
    return {"span": None, "rule": rule}


def copied(evidence: Evidence) -> Evidence:
    """Evidence with its span as a list: what was read back from bytes or a file may have a tuple."""
    return {"span": None if evidence["span"] is None else list(evidence["span"]), "rule": evidence["rule"]}


def span_of(figure: FigureValue, slot: str) -> list[int] | None:
    """[start, end) of the words that fill a slot of a figure; None for a slot that none fill."""
    evidence = figure["evidence"].get(slot)
    return evidence["span"] if evidence is not None else None


def prove(figure: FigureValue, slot: str, evidence: Evidence) -> None:
    """Put evidence into a figure, whose mapping may be another figure's too."""
    figure["evidence"] = {**figure["evidence"], slot: evidence}
