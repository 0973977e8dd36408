"""The words of the language: classes that rules name, and the patterns that name them."""

from nlp_events.words.store import Words

__all__ = ["Words"]
