"""Organisations that a text names in full and, elsewhere, by their initials, whatever a recogniser makes of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from nlp_events.layers.entities.definitions import DEFINED
from nlp_events.layers.entities.matching import TextWord, words_of
from nlp_events.layers.entities.mention import Mention
from nlp_events.text.folding import fold

_CAPITALS = re.compile(r"(?<![\w-])[A-Z]{3,9}(?![\w-])")
_SMALL = 3
"""Letters up to which a word gives no letter to an acronym."""
_REACH = 24
"""Words in the longest name looked for; it bounds the work at each word."""
_JOINTS = " \u00a0\u202f'’-‐‑/"
_LISTED = 5
"""Letters from which an acronym tells a name that has commas in it («Commission des normes, de l'équité …»)."""


def stretched(text: str, heads: Set[str], breakers: Set[str] = frozenset()) -> Iterator[Mention]:
    """Names whose words begin with the very letters of an acronym that stands in the text.

    «la Haute autorité à la consolidation de la paix … La HACP»: all of the longer words, in order, from the first on.

    Args:
        text: the text.
        heads: keys of the words with which the name of an organisation begins.
        breakers: the words, folded, that no name holds.
    """
    acronyms = {match.group().lower() for match in _CAPITALS.finditer(text)}
    if not acronyms:
        return
    firsts, words = {letters[0] for letters in acronyms}, words_of(text)
    for at, (start, _, key) in enumerate(words):
        if key[0] in firsts and key in heads:
            end = _end(text, words[at : at + _REACH], acronyms, breakers)
            if end is not None:
                yield Mention(start, end, "ORG", DEFINED, text[start:end])


def _end(text: str, words: Sequence[TextWord], acronyms: Set[str], breakers: Set[str]) -> int | None:
    """Where the name ends that begins these words and gives an acronym, the longest one."""
    letters, commas, best = "", False, None
    for (_, before, _), (start, end, key) in zip([words[0], *words], words, strict=False):
        between = text[before:start] if start > before else ""
        commas = commas or "," in between
        if len(between) > _SMALL or between.strip(f"{_JOINTS},") or fold(text[start:end]) in breakers:
            break
        if len(key) <= _SMALL:
            continue
        letters += key[0]
        if not any(acronym.startswith(letters) for acronym in acronyms):
            break
        if letters in acronyms and (not commas or len(letters) >= _LISTED):
            best = end
    return best
