"""French quantities: «plus de 20 000», «3 à 5 000», «une dizaine de milliers», «aucun»; and what is no quantity."""

from nlp_events.text.numerals.finder import QuantityFinder, find_quantities

__all__ = ["QuantityFinder", "find_quantities"]
