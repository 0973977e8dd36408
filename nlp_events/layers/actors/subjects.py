"""Whose verbs of harm and of taking those of an article are: the subject that stands nearest before each and agrees."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nlp_events.layers.actors.deeds import Deed
from nlp_events.layers.actors.mention import Mention
from nlp_events.layers.actors.model import ActorResources, load_actors
from nlp_events.text.layout import Layout
from nlp_events.words.branches import Led
from nlp_events.words.store import SHIPPED, Words, derived

# Characters before a verb in which its subject, and a pronoun that is it, is looked for.
_REACH, _NEAR = 160, 24
# Characters of the article that makes a noun of a verb.
_ARTICLE = 7
# What stands before a mention that may be a subject, by the names of the wordings.
_FREE = frozenset(("-", "start", "clash", "of_attack"))


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb at [start, end): what its subject did, and whether it is of several; None where it does not tell."""

    start: int
    end: int
    deed: Deed
    many: bool | None


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is mentioned in an article, in text order, and which of them are the subject of which verb."""

    mentions: Sequence[Mention]
    subjects: Sequence[tuple[int, Verb]]


@derived
def _active(words: Words) -> Led:
    """Every verb of a deed, each a group of its name."""
    active = load_actors(words).active
    return Led(r"\b(?:" + "|".join(f"(?P<{deed}>{one.pattern})" for deed, one in active.items()) + ")")


class Subjects:
    """Finds who the subject of each verb of a deed is.

    Args:
        words: the words and rules.
    """

    def __init__(self, words: Words = SHIPPED) -> None:
        self._active, self._rules = _active(words), load_actors(words)

    def find(self, mentions: Sequence[Mention], layout: Layout) -> list[tuple[int, Verb]]:
        """The mention that is the subject of each verb, and the verb.

        Args:
            mentions: those of the article, in text order.
            layout: its sentences.
        """
        starts, found = [one.start for one in mentions], []
        for verb in _verbs(layout.folded, self._active, self._rules):
            at = self._subject(verb, mentions, starts, layout)
            if at is not None:
                found.append((at, verb))
        return found

    def _subject(self, verb: Verb, mentions: Sequence[Mention], starts: Sequence[int], layout: Layout) -> int | None:
        pronoun = self._rules.pronoun.regex.search(layout.folded, max(0, verb.start - _NEAR), verb.start)
        last = bisect_left(starts, pronoun.start() if pronoun else verb.start) - 1
        sentence = layout.sentence(verb.start)
        first = sentence - 1 if pronoun else sentence
        for at in range(last, -1, -1):
            one = mentions[at]
            if verb.start - one.end > (2 * _REACH if pronoun else _REACH) or layout.sentence(one.start) < first:
                return None
            if one.end <= verb.start and one.before in _FREE and verb.many in (None, one.many):
                return at
        return None


def _verbs(folded: str, active: Led, rules: ActorResources) -> Iterator[Verb]:
    for match in active.finditer(folded):
        if rules.articled.regex.search(folded, max(0, match.start() - _ARTICLE), match.start()):
            continue
        deed: Deed = "harm" if match.lastgroup == "harm" else "seize"
        many = rules.plural_verb.regex.search(match.group()) is not None
        yield Verb(match.start(), match.end(), deed, None if rules.gerund.regex.search(match.group()) else many)
