"""Decisions over facts: facts in; a choice, how sure it is and its reasons out. Weights are made by a recipe."""

from nlp_events.decisions.scorer import Choice, Scorer, checked_confidence, confidence, load_scorer

__all__ = ["Choice", "Scorer", "checked_confidence", "confidence", "load_scorer"]
