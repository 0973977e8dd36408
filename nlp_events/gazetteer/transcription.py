"""One spelling for names from other alphabets, which French, English and GeoNames each write their own way."""

from __future__ import annotations

import re

from nlp_events.resources.entities import Transcription

_MARK = "~"
"""Begins every transcription, so that none is taken for the key of a name: those have letters and digits only."""

_REPEATED = re.compile(r"(.)\1+")
_LAST_SOUNDS = re.compile(r"(?<=\w\w)[aiuh]+(?= |$)")


class Transcriber:
    """Reduces keys of names to their transcription.

    Args:
        rules: articles, letters and the least length, as ``gazetteer.yaml`` gives them.
    """

    def __init__(self, rules: Transcription) -> None:
        self._articles = frozenset(rules.articles)
        self._letters = dict(rules.letters)
        longest_first = sorted(self._letters, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, longest_first)))
        self._shortest = rules.shortest

    def __call__(self, key: str) -> str | None:
        """The transcription of a key, as ``name_key`` makes it.

        Returns:
            What no key of a name can be («~fiasm»); None where too little is left to tell names apart.
        """
        words = [word for word in key.split() if word not in self._articles]
        written = self._pattern.sub(lambda match: self._letters[match.group()], " ".join(words))
        plain = _LAST_SOUNDS.sub("", _REPEATED.sub(r"\1", written)).replace(" ", "")
        return _MARK + plain if len(plain) >= self._shortest else None
