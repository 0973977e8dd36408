"""Words that a recogniser has behind a listed organisation: its adjective, a verb, whose it is."""

from __future__ import annotations

import re
from dataclasses import replace

from nlp_events.gazetteer import Gazetteer
from nlp_events.layers.entities.mention import Mention
from nlp_events.layers.entities.model import EntityWords
from nlp_events.text.folding import fold
from nlp_events.text.name_keys import name_key

_LONG = 4
"""Words from which a listed name is whole by itself: a common word behind it is a verb («… humanitaires alerte»)."""


class Tails:
    """Says whether a listed name inside a longer one of the recogniser is what the text names.

    Args:
        gazetteer: demonyms and places.
        words: the words of the entities.
    """

    def __init__(self, gazetteer: Gazetteer, words: EntityWords) -> None:
        self._gazetteer = gazetteer
        self._heads = words.organisation_heads()
        self._articles = frozenset(words.articles)
        owners = "|".join(re.escape(owner) for owner in sorted(words.owner_links, key=len, reverse=True))
        links = "|".join(re.escape(link) + ("" if link[-1] == "'" else " ") for link in words.country_links)
        self._of_place = re.compile(rf" (?:{links.replace(chr(39), '[' + chr(39) + '’]')})(?P<place>[A-ZÀ-Þ].*)")
        titles = "|".join(re.escape(title) for title in sorted(words.titles, key=len, reverse=True) if title.isalpha())
        # «Parti des travailleurs du président Lula»
        self._titled = re.compile(rf" (?:{owners}) ?(?:{titles})\b(?! (?:{owners}|{links}))")
        self._owned = re.compile(rf" (?:{owners}) ?(?P<owner>\S.*)")

    def settle(self, text: str, found: Mention, start: int, end: int) -> Mention | None:
        """The listed name, with the adjective of its own country behind it, or None for another organisation.

        Args:
            text: the text.
            found: the listed name.
            start: where the longer name of the recogniser begins.
            end: where it ends, one past its last character.
        """
        head, tail = name_key(text[start : found.start]), text[found.end : end]
        if not tail:  # «Groupe État islamique»
            return found if head in self._heads else None
        if head and head not in self._heads:
            return None
        word = tail.strip()
        if " " not in word and word[:1].islower():
            return self._with_word(text, found, word, end)
        if self._goes_on(found, word) or self._titled.match(tail):
            return found
        if self._in_own_country(found, tail):
            return replace(found, end=end, text=text[found.start : end])
        return found if self._belongs(found, tail) else None

    def _goes_on(self, found: Mention, tail: str) -> bool:
        """«Institut royal météorologique place Liège …»: a common word that is no link goes on with the clause."""
        word = fold(tail).partition(" ")[0]
        linked = word in self._articles or "'" in word or not tail[:1].islower()
        return not linked and self._gazetteer.country_of_demonym(word) is None and self._is_whole(found.text)

    def _in_own_country(self, found: Mention, tail: str) -> bool:
        """«Union des forces républicaines de Guinée»: the country behind a name is the one of the tables."""
        match = self._of_place.fullmatch(tail)
        country = None if match is None else self._gazetteer.listed_country(match["place"])
        return country is not None and found.organisation is not None and country == found.organisation.country

    def _with_word(self, text: str, found: Mention, word: str, end: int) -> Mention | None:
        country = self._gazetteer.country_of_demonym(word)
        own = country is not None and found.organisation is not None and country == found.organisation.country
        if own:
            return replace(found, end=end, text=text[found.start : end])
        return found if country is None and self._is_whole(found.text) else None

    def _belongs(self, found: Mention, tail: str) -> bool:
        """«Union pour la démocratie de Tshisekedi», «NDC-R de Guidon»: whose it is, not where."""
        match = self._owned.fullmatch(tail)
        if match is None or not match["owner"][:1].isupper() or not self._is_whole(found.text):
            return False
        return self._gazetteer.known_precision(match["owner"]) is None

    def _is_whole(self, name: str) -> bool:
        words = [word for word in re.split(r"[ '’-]", fold(name)) if word and word not in self._articles]
        return len(words) >= _LONG - 1 or (name.isupper() and len(words) == 1) or len(name.split()) > _LONG
