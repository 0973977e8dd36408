"""Decisions over facts: facts in; a choice, how sure it is and its reasons out. Weights are made by a recipe."""

from nlp_events.decisions.scorer import Choice, Reasons, Scorer, checked_confidence, confidence, value_facts
from nlp_events.decisions.store import load_scorer

__all__ = ["Choice", "Reasons", "Scorer", "checked_confidence", "confidence", "load_scorer", "value_facts"]
