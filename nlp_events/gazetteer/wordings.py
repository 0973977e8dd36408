"""What the wording of a name, and the words before it, tell of the place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property

from nlp_events.gazetteer.place import PlaceKind
from nlp_events.gazetteer.tables import PlaceWords
from nlp_events.gazetteer.transcription import Transcriber
from nlp_events.text.folding import fold
from nlp_events.text.name_keys import cached_key
from nlp_events.words.store import Words

_LONGEST_DESCRIPTION = 100
_BEFORE = 40
"""Characters before a name that are looked at."""


class PlaceWordings:
    """Reads names of places.

    Args:
        words: the words and tables; ``gazetteer.yaml`` is read when the first name is.
    """

    def __init__(self, words: Words) -> None:
        self._own_words = words

    def kind_before(self, text: str, start: int) -> PlaceKind | None:
        """What the words before a name tell: «la province de », «dans le » a region, «la ville de » a town.

        Args:
            text: as written.
            start: where the name begins.
        """
        folded = fold(text)[max(0, start - _BEFORE) : start]
        if self._words.region_before.regex.search(folded):
            return "region"
        return "settlement" if self._words.settlement_before.regex.search(folded) else None

    def lies_in(self, text: str, end: int, start: int) -> bool:
        """Whether what stands between two names says that the first lies in the second («Carthagène, en Colombie»).

        Args:
            text: as written.
            end: where the first ends.
            start: where the second begins.
        """
        return start - end <= _BEFORE and self._words.lies_in.regex.match(fold(text[end:start])) is not None

    def names_thing(self, text: str, start: int) -> bool:
        """Whether the words before a name make it that of a storm, a ship, an operation, a feast («cyclone Chido»)."""
        return self._words.named_thing.regex.search(fold(text)[max(0, start - _BEFORE) : start]) is not None

    def is_feast(self, name: str) -> bool:
        """Whether a name is that of a feast («Labor Day», «Tabaski»), which no place is meant by."""
        return self._words.feast.regex.match(name) is not None

    def is_feature(self, name: str) -> bool:
        """Whether a name begins as that of a sea, a river or a desert does, so that no word of it stands for it."""
        return self._words.feature.regex.match(name) is not None

    def is_borderless(self, name: str) -> bool:
        """Whether a name is a sea's, a continent's or a vague part of one, where no country goes without saying."""
        return self._words.borderless.regex.match(name) is not None

    def is_region_name(self, name: str) -> bool:
        """Whether a name begins with the common noun of a region («État de Guerrero», «province du Yagha»)."""
        return self._words.region_name.regex.match(name) is not None

    def parts(self, name: str, is_listed: Callable[[str], bool]) -> Iterator[tuple[PlaceKind | None, str]]:
        """What a description may come down to, each with the kind of place that the words before it tell.

        That is what follows a preposition or a common noun, or comes before a point of the compass.

        Args:
            name: as written.
            is_listed: whether the tables hold a name, for one without a capital.
        """
        name = name[:_LONGEST_DESCRIPTION]
        if self.is_feature(name):
            return
        if name[:1].islower() or name[:1].isdigit() or self.is_region_name(name):
            for match in self._words.before_name.regex.finditer(name):
                part = name[match.end() :]
                if part[:1].isupper() or is_listed(part):
                    yield self.kind_before(name, match.end()), part
        compass = self._words.compass_ending.regex.search(name)
        if compass is not None:
            yield None, name[: compass.start()]

    def written_out(self, name: str) -> str:
        """The key of a name, «St-Louis» as «saint louis»."""
        key = cached_key(name)
        if not self._abbreviated(key):
            return key
        return " ".join(self._words.abbreviations.get(word, word) for word in key.split())

    def transcription(self, name: str) -> str | None:
        """The transcription of a name as written; None for one too short for that, and for a sea or a river."""
        return None if self.is_feature(name) else self.transcriber(self.written_out(name))

    @cached_property
    def spelled_freely(self) -> frozenset[str]:
        """ISO codes of countries whose names have no spelling of their own in Latin letters, or many."""
        return frozenset((*self._words.transcription.countries, *self._words.transcription.freely))

    @cached_property
    def transcriber(self) -> Transcriber:
        """Reduces keys to their transcription."""
        return Transcriber(self._words.transcription)

    @cached_property
    def _abbreviated(self) -> Callable[[str], object]:
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, self._words.abbreviations))})\b").search

    @cached_property
    def _words(self) -> PlaceWords:
        return self._own_words.resource(PlaceWords, "gazetteer.yaml")
