"""Family names alone that several people of a text bear: who is meant («Mme Tremblay», «le maire Tremblay»)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from nlp_events.layers.entities.mention import Mention
from nlp_events.layers.entities.model import EntityWords
from nlp_events.layers.entities.people import People
from nlp_events.layers.entities.variants import PersonNames
from nlp_events.text.folding import fold
from nlp_events.text.name_keys import name_key

Gender = Literal["man", "woman"]

_BEFORE = 40
"""Characters before a name that are looked at."""


class Surnames:
    """Ties them to their bearers.

    Args:
        words: the words of the entities.
        persons: says which names are one person's.
        people: says who is told as somebody's kin.
    """

    def __init__(self, words: EntityWords, persons: PersonNames, people: People) -> None:
        self._persons, self._people = persons, people
        self._civilities = {fold(title): gender for gender, titles in words.civilities.items() for title in titles}
        self._given = {name_key(name): gender for gender, names in words.given_names.items() for name in names}
        self._articles = {article: gender for gender, articles in words.gendered.items() for article in articles}
        articles = "|".join(sorted(self._articles, key=len, reverse=True))
        # «la ministre Tremblay», «de l'ex-maire Tremblay», «son mari, Luc Tremblay»
        self._title = re.compile(rf"\b(?:(?P<article>{articles}) (?:\w+ )?|l')(?P<title>[\w-]+),? \Z")
        auxiliaries = "|".join(map(re.escape, words.auxiliaries))
        ends = {gender: "|".join(ends) for gender, ends in words.participle_ends.items()}
        self._agrees = re.compile(
            rf",? (?:{auxiliaries}) \w+(?:(?P<woman>{ends['woman']})|(?P<man>{ends['man']}))(?!\w)"
        )

    def bearers(self, text: str, mentions: Sequence[Mention], persons: Mapping[str, str]) -> dict[int, str]:
        """Start of a mention → the canonical name of the bearer that it means.

        The gender that the words around a name tell decides, then the same title before it, then who was named last.

        Args:
            text: the text.
            mentions: its names in text order.
            persons: written name → canonical name; a name that is nobody else's is its own.
        """
        folded, found = fold(text), dict[int, str]()
        people = [mention for mention in mentions if mention.label == "PER"]
        full = [mention for mention in people if " " in mention.text]
        shared = {name: bearers for name in self._alone(people, persons) if len(bearers := self._of(name, full)) > 1}
        for mention in people if shared else ():
            if mention.text in shared:
                found[mention.start] = persons[self._meant(folded, mention, shared[mention.text], full)]
        return found

    def _alone(self, people: Sequence[Mention], persons: Mapping[str, str]) -> Iterator[str]:
        """Names written alone that were joined to nobody."""
        yield from dict.fromkeys(one.text for one in people if persons.get(one.text) == one.text)

    def _of(self, name: str, full: Sequence[Mention]) -> list[str]:
        """The full names that may be meant by a shorter one."""
        names = dict.fromkeys(mention.text for mention in full if len(mention.text) > len(name))
        return [other for other in names if self._persons.may_stand_for(name, other)]

    def _meant(self, folded: str, mention: Mention, bearers: Sequence[str], full: Sequence[Mention]) -> str:
        gender = self._gender_here(folded, mention)
        known = {name: self._gender(folded, name, full) for name in bearers} if gender else {}
        kept = [name for name in bearers if known.get(name) == gender] if gender else []
        kept = kept or [name for name in bearers if gender is None or known.get(name) is None] or list(bearers)
        title = self._title_of(folded, mention.start)
        if title:  # «le président Biden» is not Hunter Biden, «son fils»
            kin = {one.text for one in full if self._people.is_kin(folded, one)}
            kept = [name for name in kept if name not in kin] or kept
        titled = [one.text for one in full if one.text in kept and title and self._title_of(folded, one.start) == title]
        named = [one.text for one in full if one.text in (titled or kept) and one.start < mention.start]
        return named[-1] if named else (titled or kept)[0]

    def _gender_here(self, folded: str, mention: Mention) -> Gender | None:
        """What the civility or the article before a name, or the participle behind it, tells."""
        before = folded[max(0, mention.start - _BEFORE) : mention.start]
        civility = self._civilities.get(before.rstrip(" ").rpartition(" ")[2].rpartition("\n")[2])
        if civility is not None:
            return civility
        title = self._title.search(before)
        if title is not None:
            return self._articles.get(title["article"])
        return self._agreed(folded, mention)

    def _agreed(self, folded: str, mention: Mention) -> Gender | None:
        """«Tremblay a été arrêtée»; a masculine form alone is no more than usual."""
        match = self._agrees.match(folded, mention.end)
        return "woman" if match is not None and match["woman"] else None

    def _gender(self, folded: str, name: str, full: Sequence[Mention]) -> Gender | None:
        """The gender of a full name: by its first word, or by what the text says where it stands."""
        told = self._given.get(name_key(name).partition(" ")[0])
        here = (self._gender_here(folded, mention) for mention in full if mention.text == name)
        return told or next((gender for gender in here if gender), None)

    def _title_of(self, folded: str, start: int) -> str | None:
        match = self._title.search(folded[max(0, start - _BEFORE) : start])
        return None if match is None else match["title"]
