"""One spelling for names from other alphabets, which French, English and GeoNames each write their own way."""

from __future__ import annotations

import re

from nlp_events.gazetteer.tables import Transcription
from nlp_events.text.name_keys import Sounds

_MARK = "~"
"""Begins every transcription, so that none is taken for the key of a name: those have letters and digits only."""

_LAST_SOUNDS = re.compile(r"(?<=\w\w)[aiuh]+(?= |$)")


class Transcriber:
    """Reduces keys of names to their transcription.

    Args:
        rules: articles, letters and the least length, as ``gazetteer.yaml`` gives them.
    """

    def __init__(self, rules: Transcription) -> None:
        self._articles = frozenset(rules.articles)
        self._sounds = Sounds(rules.letters)
        self._shortest = rules.shortest

    def __call__(self, key: str) -> str | None:
        """The transcription of a key, as ``name_key`` makes it.

        Returns:
            What no key of a name can be («~fiasm»); None where too little is left to tell names apart.
        """
        words = [word for word in key.split() if word not in self._articles]
        plain = _LAST_SOUNDS.sub("", self._sounds(" ".join(words))).replace(" ", "")
        return _MARK + plain if len(plain) >= self._shortest else None
