"""The same article from two databases: of one title and day, in nearly the same words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import islice

from nlp_events.text.folding import fold
from nlp_events.values import Article

MOST_KNOWN = 200_000
"""Articles that are remembered, some 70 MB of them: of a longer run the last."""

PERMUTATIONS = 64
ALIKE = 0.7
"""Share of equal runs of words from which two texts are the same: databases add a line or two, and a correction changes
one; another story of one headline and day («Le point à 18 heures») has hardly a run in common."""

_RUN = 4
"""Words of a run."""

_MOST_WORDS = 5_000
"""Words of a text that are looked at."""

_SEED = 20_231
_WORD = re.compile(r"\w+")
_HEADLINE = 200
"""Characters of a first line that stands for a title."""


@dataclass
class Duplicates:
    """Articles so far, by their titles and days."""

    _known: dict[bytes, tuple[str, bytes]] = field(default_factory=dict)

    def original_of(self, article: Article) -> str | None:
        """The ``doc_id`` of an article before this one that it repeats; None for one of its own words, or undated.

        Args:
            article: the next article; its text has a first line where it has no title.
        """
        if article.published is None:
            return None
        words = _WORD.findall(fold(article.text))
        title = article.title or article.text.lstrip()[:_HEADLINE].partition("\n")[0]
        key = _key(title, article.published)
        signature = _signature(words[:_MOST_WORDS])
        known = self._known.get(key)
        if known is not None:
            doc_id, theirs = known
            return doc_id if _alike(signature, theirs) >= ALIKE else None
        self._known[key] = (article.doc_id, signature)
        if len(self._known) > MOST_KNOWN:
            del self._known[next(islice(self._known, 1))]
        return None


def _key(title: str, published: str | None) -> bytes:
    plain = " ".join(_WORD.findall(fold(title)))
    return blake2b(f"{plain}\n{published}".encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _signature(words: list[str]) -> bytes:
    """MinHash of a text's runs of words; empty for one without words."""
    from rensa import RMinHash

    runs = {" ".join(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1))}
    minhash = RMinHash(num_perm=PERMUTATIONS, seed=_SEED)
    minhash.update(sorted(run.encode("utf-8", "replace").decode() for run in runs))
    return b"".join(number.to_bytes(4, "big") for number in minhash.digest())


def _alike(first: bytes, second: bytes) -> float:
    """An estimate of how alike two texts are, from 0 to 1."""
    same = sum(first[at : at + 4] == second[at : at + 4] for at in range(0, len(first), 4))
    return same / PERMUTATIONS
