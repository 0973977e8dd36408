"""Dates of French news: a grammar of our own over the text, resolved as far as the article allows."""
