"""Copies of an article: the same wire on ten sites is one voice."""

from __future__ import annotations

import re
from hashlib import blake2b
from struct import pack

from nlp_events.merging.model import CopyRules
from nlp_events.merging.tellings import TellingArticle

_WORD = re.compile(r"\w+")
DIGITS = 8
"""Hexadecimal digits of one number of a signature, which has 32 bits."""
SEED = 20_231
"""Of the permutations; signatures in a store were made with it."""


def signature_of(article: TellingArticle, rules: CopyRules) -> str:
    """MinHash of an article's runs of words.

    Args:
        article: the article; of its words, those that ``sentences`` holds.
        rules: how long the runs are, and how many permutations.

    Returns:
        ``DIGITS`` hexadecimal digits a permutation. Equal numbers are, in expectation, as many as the runs are alike.
    """
    from rensa import RMinHash

    words = _WORD.findall(article.sentences.lower())
    runs = {" ".join(words[at : at + rules.words]) for at in range(max(1, len(words) - rules.words + 1))}
    minhash = RMinHash(num_perm=rules.permutations, seed=SEED)
    minhash.update(sorted(runs))
    return pack(f">{rules.permutations}I", *minhash.digest()).hex()


def alike(first: str, second: str) -> float:
    """The share of equal numbers of two signatures: an estimate of how alike the texts are, from 0 to 1."""
    places = range(0, len(first), DIGITS)
    return sum(first[at : at + DIGITS] == second[at : at + DIGITS] for at in places) / len(places)


def figures_of(article: TellingArticle) -> str:
    """A digest of an article's figures: an update that changes a number in the same words is no copy."""
    found = sorted(
        f"{mark.impact} {mark.unit} {mark.low} {mark.high}" for telling, _ in article.tellings for mark in telling.marks
    )
    return blake2b("\n".join(found).encode(), digest_size=8).hexdigest()
