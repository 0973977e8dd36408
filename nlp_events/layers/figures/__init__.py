"""Human-impact figures in a sentence: items, the links between them, and what was read.

``lexicon`` turns the resources into look-up tables, ``items`` cuts a sentence into counted people and triggers,
``linking`` says which trigger a count belongs to, ``rules`` puts the parts together over a whole text.
"""
