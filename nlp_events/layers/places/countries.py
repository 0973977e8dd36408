"""The country of a place that no source knows: of the headline, the dateline, the other places, who is in charge there.

Neither the attacker's country nor the victims' nationality nor a neighbour tells it: «Israël a bombardé», «deux
touristes français», «près de la frontière soudanaise» stand for nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from nlp_events.gazetteer import Gazetteer
from nlp_events.layers.places.model import load_place_words
from nlp_events.layers.places.roles import Role
from nlp_events.layers.places.rules import Name, NameLabel
from nlp_events.text.folding import fold
from nlp_events.words.store import Words

# Labels of names that are places; what stands where a place stands may be one whatever its label.
PLACED: tuple[NameLabel, ...] = ("LOC", "unknown")
# A name in these roles is not where the news happens.
_AWAY: tuple[Role, ...] = ("speaker", "reference", "passing")
# A place counts so many times as much as a country that is merely named.
_PLACE, _NAMED = 3, 1
# Characters before an adjective that tell whose it is.
_BEFORE = 60
# Shorter words that are adjectives of nationality are mostly others.
_WORD = re.compile(r"[\w-]{5,}")

_Chosen = Callable[[Name], bool]
_RULES: tuple[tuple[str, _Chosen], ...] = (
    ("of_headline", lambda name: name.zone == "title" and not _is_named_land(name)),
    ("of_dateline", lambda name: name.role == "dateline"),
    ("of_places", lambda _: True),
)
"""The rule of the evidence, and the names that it goes by; the first that finds a country is right."""


def told_country(text: str, names: Sequence[Name], gazetteer: Gazetteer, words: Words) -> tuple[str, str] | None:
    """The country in which an article's unknown places lie, and by which rule; None where nothing tells.

    Args:
        text: the article's text.
        names: its names in text order.
        gazetteer: the adjectives of nationality.
        words: the words and rules.
    """
    for rule, chosen in _RULES:
        votes = _votes(name for name in names if chosen(name))
        if votes:
            return _most(votes), rule
    adjectives = Counter(_own_adjectives(text, gazetteer, words))
    return (_most(adjectives), "of_adjective") if adjectives else None


def _votes(names: Iterator[Name]) -> Counter[str]:
    votes: Counter[str] = Counter()
    for name in names:
        if name.country and name.label in PLACED and name.role not in _AWAY:
            votes[name.country] += _NAMED if _is_named_land(name) else _PLACE
    return votes


def _is_named_land(name: Name) -> bool:
    """Whether a name is a country's that nothing says to be where it happened: «Israël», its subject."""
    return name.precision == "country" and name.role == "plain"


def _own_adjectives(text: str, gazetteer: Gazetteer, words: Words) -> Iterator[str]:
    """The countries of «le ministère nigérian», «la police kényane»."""
    own = load_place_words(words).own_adjective.regex
    for word in _WORD.finditer(text):
        country = gazetteer.country_of_demonym(word.group())
        if country is not None and own.search(fold(text[max(0, word.start() - _BEFORE) : word.start()])):
            yield country


def _most(votes: Counter[str]) -> str:
    return max(sorted(votes), key=lambda code: votes[code])
