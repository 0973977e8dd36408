"""The tokenizer: spaCy's, with every stretch between two blanks in its cache.

spaCy keeps the tokens of each stretch, but from the first special case of a document on («M.», a line end) it keeps
nothing of that document, so that most of a newspaper is cut anew each time. Here each stretch that is new is cut once
by itself, which puts it in the cache: same tokens, a tenth of the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

_KEPT = 16_384
"""Stretches of a text that are kept, frequent ones first; with their words some 7 MB. spaCy stops at 10 000. Twice as
many save 3 % of the time and let the memory of a long run grow for longer."""

_LONGEST = 40
"""Characters of the longest stretch that is kept: a longer one is a link or made to be slow, and seldom comes again."""

_UNBROKEN = 400
"""Characters of the longest stretch that is cut into tokens as it is, the longest links among them."""

_PIECE = 200
"""Characters of a piece of a longer one. For each token spaCy searches all that is left of the stretch for the end of
a link: 10 000 commas cost half a minute, in pieces a second."""

_LONG = re.compile(rf"\S{{{_UNBROKEN + 1},}}")

_BLANKS = ("\n\n", "\n\n\n", "\n ", " \n")


class KeepingTokenizer(Tokenizer):  # type: ignore[misc]  # spaCy has no types for it
    """spaCy's tokenizer, which it is saved as; made with the same arguments."""

    max_cache_size: int
    _seen: set[str] | None = None

    def __call__(self, string: str) -> Doc:
        """Cut a text into tokens, as spaCy's does; a stretch without blanks that is too long, piece by piece."""
        if not self.vocab.in_memory_zone:  # where spaCy keeps nothing
            self.keep(string)
        cuts = list(_cuts(string))
        if not cuts:
            return self._cut(string)
        pieces = [self._cut(string[start:end]) for start, end in pairwise((0, *cuts, len(string)))]
        # Of all attributes the norm alone is the tokenizer's; with them all each piece would begin a sentence.
        whole: Doc = Doc.from_docs(pieces, ensure_whitespace=False, attrs=["NORM"])
        return whole

    def _cut(self, string: str) -> Doc:
        doc: Doc = super().__call__(string)
        return doc

    def keep(self, string: str) -> None:
        """Keep the tokens of a text's stretches."""
        if self._seen is None:
            self._seen = set()
            self.max_cache_size = max(self.max_cache_size, _KEPT)
            for blank in _BLANKS:
                super().__call__(blank)
        if len(self._seen) < _KEPT:
            for stretch in set(string.split()) - self._seen:
                if len(stretch) <= _LONGEST:
                    super().__call__(stretch)
                    self._seen.add(stretch)


def _cuts(string: str) -> Iterator[int]:
    """Where the pieces of each stretch begin that is too long, but for its first."""
    for stretch in _LONG.finditer(string):
        yield from range(stretch.start() + _PIECE, stretch.end(), _PIECE)


def use_keeping_tokenizer(nlp: Language) -> None:
    """Put it in the place of spaCy's tokenizer with the same rules; a tokenizer of another kind stays."""
    plain: Any = nlp.tokenizer
    if type(plain) is not Tokenizer:
        return
    nlp.tokenizer = KeepingTokenizer(
        plain.vocab,
        rules=plain.rules,
        prefix_search=plain.prefix_search,
        suffix_search=plain.suffix_search,
        infix_finditer=plain.infix_finditer,
        token_match=plain.token_match,
        url_match=plain.url_match,
        faster_heuristics=plain.faster_heuristics,
    )


def keep_stretches(texts: Iterable[str], nlp: Language) -> None:
    """Have a pipeline's tokenizer keep the tokens of texts that it will cut in a memory zone, where it keeps none."""
    if isinstance(nlp.tokenizer, KeepingTokenizer):
        for text in texts:
            nlp.tokenizer.keep(text)
