"""Happenings that have a name: «vol 4102», «l'ouragan Lorena», «l'attentat de Karrada»."""

from __future__ import annotations

from collections.abc import Collection, Set
from typing import Annotated

from pydantic import Field

from nlp_events.merging.tellings import key_of
from nlp_events.text.folding import fold
from nlp_events.words.loader import Resource, Word, WordList
from nlp_events.words.store import SHIPPED, Words
from nlp_events.words.wordings import Rule, Wording

Rules = Annotated[tuple[Rule, ...], Field(min_length=1)]
PROPER = "!"
"""What the keys of names begin with that one happening alone has."""


_STORM = f"{PROPER}storm "
_OF_STORMS = frozenset(("storm", "flood", "landslide", "shipwreck"))
"""Causes by which what a storm does is told."""
BY_STORMS = _OF_STORMS | {None, "transport_accident"}
"""The same, and those that one article may give for it: a car that was swept away."""


class NameResources(Resource):
    """The whole of ``merging_names.yaml``: each pattern has a group «name»."""

    proper: Rules
    placed: Rules
    follows: Wording
    kinds: dict[Word, WordList]


class NamedHappenings:
    """Finds happenings that have a name.

    Args:
        words: the words and rules.
    """

    def __init__(self, words: Words = SHIPPED) -> None:
        rules = words.resource(NameResources, "merging_names.yaml")
        self._follows = rules.follows.regex
        self._rules = [(PROPER, rule) for rule in rules.proper] + [("", rule) for rule in rules.placed]

    def keys_of(self, text: str) -> frozenset[str]:
        """The happenings named in a text: «!storm lorena», «attack karrada»."""
        return frozenset(
            f"{mark}{rule.id} {key_of(found['name'])}"
            for mark, rule in self._rules
            for found in rule.regex.finditer(text)
        )

    def follows(self, text: str) -> bool:
        """Whether a text says that it is about what came after a happening: a trial, a burial, a law."""
        return self._follows.search(fold(text)) is not None


def differ(ours: Set[str], theirs: Set[str]) -> bool:
    """Whether two tellings name two happenings of one kind, each by a name that is its alone."""
    for kind in {key.split(" ")[0] for key in ours if key.startswith(PROPER)}:
        mine = {key for key in ours if key.startswith(f"{kind} ")}
        other = {key for key in theirs if key.startswith(f"{kind} ")}
        if other and not mine & other:
            return True
    return False


def names_another(ours: Set[str], theirs: Set[str]) -> bool:
    """Whether one names happenings of one kind that the other does not: «Nadine, three weeks after Lorena»."""
    kinds = {key.split(" ")[0] for key in theirs if key.startswith(PROPER)}
    return any(key.split(" ")[0] in kinds and key not in theirs for key in ours if key.startswith(PROPER))


def names_storm_alone(ours: Set[str], theirs: Set[str], causes: Collection[str]) -> bool:
    """Whether a telling names a storm, and articles that never do tell of what no storm is.

    Args:
        ours: the named happenings of the telling.
        theirs: those of the articles, and the names in them.
        causes: what the articles tell as the cause.
    """
    names = {key.removeprefix(_STORM) for key in ours if key.startswith(_STORM)}
    if not names or not causes or not _OF_STORMS.isdisjoint(causes):
        return False
    return names.isdisjoint(theirs) and not any(key.startswith(_STORM) for key in theirs)
