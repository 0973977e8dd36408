"""Linguistics over strings: a text in, values with offsets out. Nothing here knows spaCy or files."""
