"""By which of its mentions an actor is told: a name, or a noun of what it did, before «the suspect» or a car."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from nlp_events.layers.actors.mention import Mention
from nlp_events.layers.actors.model import load_actors
from nlp_events.words.store import SHIPPED, Words

_NAMELESS = frozenset(("individual", "unknown"))
# From the best to the worst: a name, a noun of somebody, one of whoever is accused, a car.
_NAME, _NOUN, _VAGUE, _ENGINE = range(4)


class Faces:
    """Ranks the mentions of one actor by how well they tell who it is.

    Args:
        words: the words and rules.
    """

    def __init__(self, words: Words = SHIPPED) -> None:
        self._vague = load_actors(words).vague.regex

    def best(self, at: int, own: Sequence[tuple[int, Mention]], score: Callable[[int], float]) -> int:
        """The candidate that tells an actor best.

        Args:
            at: the candidate that was chosen.
            own: the candidates of its group, and their mentions.
            score: how probable each is by itself, which decides among equals.
        """
        if dict(own)[at].type not in _NAMELESS:
            return at
        return min(own, key=lambda one: (self._rank(one[1]), -score(one[0]), one[0]))[0]

    def _rank(self, one: Mention) -> int:
        if one.head == "name":
            return _NAME
        if one.kind == "engine":
            return _ENGINE
        return _VAGUE if self._vague.search(one.head) else _NOUN
