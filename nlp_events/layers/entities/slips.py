"""Listed organisations whose name is written with one wrong word: «Programme alimantaire mondial»."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from rapidfuzz.fuzz import ratio

from nlp_events.gazetteer.tables import Organisation
from nlp_events.text.name_keys import name_key

_LEAST = 3
"""Words, small ones left out, that a name must have: with fewer a slip makes another name."""
_ALIKE = 80.0
"""Similarity, of 100, of the wrong word to the right one."""

Words = tuple[str, ...]


class Slips:
    """Finds the listed name that a written one is but for one word.

    Args:
        organisations: the tables.
        small: keys of words that a name may have or lack.
        is_demonym: whether a word tells a country; «malienne» for «algérienne» is no slip.
    """

    def __init__(
        self, organisations: Iterable[Organisation], small: frozenset[str], is_demonym: Callable[[str], bool]
    ) -> None:
        self._small, self._is_demonym = small, is_demonym
        self._organisations = tuple(organisations)

    @cached_property
    def _by_end(self) -> Mapping[str, list[tuple[Words, Organisation]]]:
        """The listed names by their number of words and their first and last one; made for the first long name."""
        found: dict[str, list[tuple[Words, Organisation]]] = defaultdict(list)
        for organisation in self._organisations:
            for name in (organisation.canonical, *organisation.aliases):
                words = self._words(name)
                if len(words) >= _LEAST:
                    for end in {words[0], words[-1]}:
                        found[f"{len(words)} {end}"].append((words, organisation))
        return found

    def find(self, name: str) -> Organisation | None:
        """The organisation of a name with one wrong word; None for a name that is none, or that of several."""
        words = self._words(name)
        if len(words) < _LEAST:
            return None
        near = (one for end in {words[0], words[-1]} for one in self._by_end.get(f"{len(words)} {end}", ()))
        found = {one.known_id: one for listed, one in near if self._is_slip(words, listed)}
        return found.popitem()[1] if len(found) == 1 else None

    def _words(self, name: str) -> Words:
        words = name_key(name).split()
        return tuple(word for word in words if word not in self._small)

    def _is_slip(self, words: Words, listed: Words) -> bool:
        wrong = [pair for pair in zip(words, listed, strict=True) if pair[0] != pair[1]]
        if len(wrong) > 1:
            return False
        return all(not self._is_demonym(written) and ratio(written, right) >= _ALIKE for written, right in wrong)
