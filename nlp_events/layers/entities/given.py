"""Given names alone of people who stand in full before them: «Karim Belhadj, épicier … Karim a tout perdu»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from nlp_events.layers.entities.mention import Mention
from nlp_events.layers.entities.model import EntityWords
from nlp_events.layers.entities.variants import PersonNames
from nlp_events.text.folding import fold

_BEFORE = 24
"""Characters before a given name in which a word may stand that brings in somebody else."""


class GivenNames:
    """Ties them to their bearers.

    Args:
        words: the words of the entities.
        persons: says which spellings of a given name are one.
    """

    def __init__(self, words: EntityWords, persons: PersonNames) -> None:
        self._key = persons.key
        newcomers = "|".join(map(re.escape, sorted(words.newcomers, key=len, reverse=True)))
        self._newcomer = re.compile(rf"\b(?:{newcomers}) \Z")
        described = "|".join(map(re.escape, sorted((*words.described, *words.kin), key=len, reverse=True)))
        # «Moussa, 12 ans», «Karim (17 ans)», «Awa, une voisine»
        self._described = re.compile(rf",? \(?[0-9]|, (?:{described})(?!\w)")

    def bearers(self, text: str, mentions: Sequence[Mention], persons: Mapping[str, str]) -> dict[int, str]:
        """Start of a mention → the canonical name of the one person before it who has this given name.

        A name that is brought in with an age or a trade of its own is somebody else, wherever it stands.

        Args:
            text: the text.
            mentions: its names in text order.
            persons: written name → canonical name; a name that is nobody else's is its own.
        """
        people = [mention for mention in mentions if mention.label == "PER"]
        alone = [one for one in people if " " not in one.text and persons.get(one.text) == one.text]
        if not alone:
            return {}
        folded, full = fold(text), list(self._full(people, persons))
        others = {one.text for one in alone if self._is_new(folded, one)}
        found: dict[int, str] = {}
        for mention in alone if full else ():
            first = self._key(mention.text)
            bearers = {name for start, given, name in full if start < mention.start and (given,) == first}
            if len(bearers) == 1 and mention.text not in others:
                found[mention.start] = bearers.pop()
        return found

    def _full(self, people: Sequence[Mention], persons: Mapping[str, str]) -> Iterator[tuple[int, str, str]]:
        """Where a full name begins, its given name and its canonical name."""
        for mention in people:
            words = self._key(mention.text)
            if len(words) > 1 and mention.text in persons:
                yield mention.start, words[0], persons[mention.text]

    def _is_new(self, folded: str, mention: Mention) -> bool:
        before = folded[max(0, mention.start - _BEFORE) : mention.start]
        return bool(self._newcomer.search(before) or self._described.match(folded, mention.end))
