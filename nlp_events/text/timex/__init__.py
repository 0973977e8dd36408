"""Dates of French news: a grammar of our own over the text, resolved as far as the article allows."""

from nlp_events.text.timex.finder import DateFinder, find_dates

__all__ = ["DateFinder", "find_dates"]
