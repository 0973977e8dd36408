"""The tokens of an article: spaCy's, found in its cache.

spaCy keeps the tokens of each stretch between two blanks, but from the first special case of a document on («M.», a
line end) it keeps nothing of that document, so that most of a newspaper is cut anew each time. Each stretch that is
new is cut once by itself here, which puts it in the cache: same tokens, a tenth of the time.
"""

from __future__ import annotations

from typing import Any
from weakref import WeakKeyDictionary

from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

_KEPT = 65_536
"""Stretches of a text that are kept, frequent ones first; spaCy's own limit of 10 000 is a few hundred articles."""

_LONGEST = 40
"""Characters of the longest stretch that is kept: a longer one is a link or made to be slow, and seldom comes again."""

_BLANKS = ("\n\n", "\n\n\n", "\n ", " \n")

_SEEN: WeakKeyDictionary[Language, set[str]] = WeakKeyDictionary()


def make_doc(text: str, nlp: Language) -> Doc:
    """``nlp.make_doc(text)``, faster from one text to the next.

    Args:
        text: any text.
        nlp: a pipeline.

    Returns:
        The tokens that its tokenizer gives, whatever that is.

    Raises:
        ValueError: the text is longer than ``nlp.max_length``.
    """
    if isinstance(nlp.tokenizer, Tokenizer):
        _keep(text, nlp)
    return nlp.make_doc(text)


def _keep(text: str, nlp: Language) -> None:
    """Have the tokenizer keep the tokens of every stretch of a text."""
    tokenizer: Any = nlp.tokenizer
    seen = _SEEN.get(nlp)
    if seen is None:
        seen = _SEEN[nlp] = set()
        tokenizer.max_cache_size = max(tokenizer.max_cache_size, _KEPT)
        for blank in _BLANKS:
            tokenizer(blank)
    if len(seen) < _KEPT:
        for stretch in set(text.split()) - seen:
            if len(stretch) <= _LONGEST:
                tokenizer(stretch)
                seen.add(stretch)
