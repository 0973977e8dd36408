"""Bodies that every town has and that are named by it: «parquet de Bamako», «cour d'appel de Dakar»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nlp_events.gazetteer import Gazetteer
from nlp_events.layers.entities.mention import Mention
from nlp_events.layers.entities.model import EntityWords

LOCAL = "local"
"""The rule of a mention that is found here."""

_NAME = r"[A-ZÀ-ÖØ-Þ][^\W_]+(?:[-'’ ][A-ZÀ-ÖØ-Þ][^\W_]+){0,3}"


class LocalBodies:
    """Finds them.

    Args:
        words: the words of the entities.
        gazetteer: the towns and regions.
    """

    def __init__(self, words: EntityWords, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        heads = "|".join(map(re.escape, sorted(words.local_bodies, key=len, reverse=True)))
        links = "|".join(re.escape(link) + ("" if link[-1] == "'" else " ") for link in words.place_links)
        before = f"(?i:{heads}) (?:{links})".replace("'", "['’]")
        self._body = re.compile(rf"(?<![\w-]){before}(?P<place>{_NAME})(?![\w-])")
        behind = f"\\b(?:{links})".replace("'", "['’]")
        self._town = re.compile(rf"{behind}(?P<place>{_NAME})\Z")

    def find(self, text: str, model: Sequence[Mention]) -> Iterator[Mention]:
        """The bodies of a text whose place the gazetteer or a recogniser knows.

        Args:
            text: the text.
            model: the recogniser's mentions.
        """
        places = {(mention.start, mention.end) for mention in model if mention.label == "LOC"}
        for match in self._body.finditer(text):
            place = match["place"]
            if match.span("place") in places or self._gazetteer.known_precision(place) is not None:
                yield Mention(match.start(), match.end(), "ORG", LOCAL, match.group())

    def place(self, name: str) -> str | None:
        """The place in the name of such a body, None for another name."""
        match = self._body.fullmatch(name)
        return None if match is None else match["place"]

    def town(self, name: str) -> str | None:
        """The name at the end of a longer one that may be its town's: «hôpital de Nyala»."""
        match = self._town.search(name)
        return None if match is None else match["place"]
