"""Persons told by an article or a possessive alone: «le conducteur a été tué», «sa fille a été blessée»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp_events.layers.figures.lexicon import Lexicon
from nlp_events.values import QuantityValue

RULE = "brought-in"
"""The rule of a quantity of one that no numeral tells."""
# A name behind the noun: «le chauffeur Issa Traoré», «sa fille, Awa», «le cycliste belge Jan Peeters».
_NAME = re.compile(r"(?: (?!d[eu]s? )[a-zà-öø-ÿœ]+)?,? [^\W\d_a-zà-öø-ÿœ]")
# So many characters before a noun are looked at for what counts it.
_BEFORE = 30


def brought_in(text: str, folded: str, lexicon: Lexicon) -> Iterator[QuantityValue]:
    """One for each person whom a text brings in without counting, in text order.

    Who is named counts as a name; who was counted before («un chauffeur») is only taken up.

    Args:
        text: the article.
        folded: the article, folded.
        lexicon: the tables.

    Yields:
        A quantity of one on the article or the possessive, as «un» would be.
    """
    table = lexicon.brought_in
    counted: dict[str, int] = {}  # looked for once a noun: a long text may bring it in a thousand times
    for match in table.word.finditer(folded):
        noun = match["noun"]
        if noun not in (table.own if match["word"] in table.possessives else table.the):
            continue
        if _NAME.match(text, match.end()):
            continue
        if noun not in counted:
            counted[noun] = _counted_first(folded, noun, lexicon)
        if counted[noun] <= match.start():
            continue
        start, end = match.span("word")
        yield {
            "start": start, "end": end, "number_start": start, "number_end": end,
            "min": 1, "max": 1, "modifier": "exact", "kind": "article", "rule": RULE,
        }  # fmt: skip


def _counted_first(folded: str, noun: str, lexicon: Lexicon) -> int:
    """Where a noun ends that a text counts for the first time («un chauffeur», «deux cyclistes»); else beyond it."""
    every = re.compile(rf"\b{re.escape(noun)}s?\b").finditer(folded)
    counted = lexicon.brought_in.counted
    ends = (at.end() for at in every if counted.search(folded[max(0, at.start() - _BEFORE) : at.start()]))
    return next(ends, len(folded) + 1)
