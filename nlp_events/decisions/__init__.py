"""Decisions over facts: facts in; a choice, how sure it is and its reasons out. Weights are made by a recipe."""

from nlp_events.decisions.scorer import Choice, Scorer
from nlp_events.decisions.store import load_scorer

__all__ = ["Choice", "Scorer", "load_scorer"]
