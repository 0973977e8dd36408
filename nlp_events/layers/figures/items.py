"""A sentence as a row of items: counted people, triggers, auxiliaries and the small words between them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any, Literal

from nlp_events.layers.figures.phrases import TOKEN, Form
from nlp_events.values import QuantityValue, WhoCategory

Kind = Literal[
    "people",  # a number and people («12 civils», «un soldat»)
    "counted",  # a number and a noun that is a trigger itself («12 morts»)
    "bare",  # a number alone, or with «autres» or «d'entre eux»
    "unknown",  # a number and a noun nobody has told us about
    "thing",  # a number and a noun that is no person
    "verb",  # a trigger that is a verb, participle or phrase
    "action",  # a trigger that is a noun with a complement («la mort de»)
    "toll",  # «le bilan», «le nombre de morts»
    "have",
    "be",
    "coordination",
    "part",
    "relative",
    "negation",
    "reflexive",
    "breaks",
    "versus",
    "open",
    "close",
    "comma",
    "colon",
    "stop",
    "word",
]
QUOTES = ("«", "»", '"', "“", "”")
COUNTS = frozenset(("people", "counted", "bare", "unknown"))
MARKS: dict[str, Kind] = {
    "(": "open", "[": "open", ")": "close", "]": "close", ",": "comma", "–": "comma", "—": "comma", ":": "colon",
    ";": "stop",
}  # fmt: skip


@dataclass(init=False, eq=False)
class Item:
    """One item; offsets are those of the whole text, end-exclusive.

    Args:
        kind: its kind.
        start: where it begins.
        end: where it ends.
        word: its words, folded.
        own: what else is told of it. Most items are words of which nothing is: what is not told stays in the class,
            since to write it on each took a third of the time in which a sentence is read.
    """

    kind: Kind
    start: int
    end: int
    word: str = ""
    forms: tuple[Form, ...] = ()
    quantity: QuantityValue | None = None
    noun: str = ""
    noun_start: int = 0
    noun_end: int = 0
    category: WhoCategory | None = None
    household: bool = False
    anaphora: bool = False
    partitive: bool = False
    others: bool = False
    weak: bool = False
    thing: bool = False
    determiner: bool = False
    share: bool = False
    collective: bool = False
    negates: bool = False
    many: bool = False
    tense: str | None = None
    impact: str | None = None

    def __init__(self, kind: Kind, start: int, end: int, word: str = "", **own: Any) -> None:
        self.kind, self.start, self.end, self.word = kind, start, end, word
        if own:
            self.__dict__.update(own)

    @property
    def counts(self) -> bool:
        """Whether it counts somebody by itself; a bare «un» may be an article of any noun."""
        return self.kind in COUNTS and not self.weak

    @property
    def plural(self) -> bool:
        """Whether more than one is counted, so that a participle must be plural too."""
        if self.quantity is None or self.quantity["min"] != 1:
            return True
        # «une, voire deux personnes sont mortes», but «au moins une est morte»
        return self.quantity["max"] not in (None, 1)


@dataclass(slots=True)
class Tokens:
    """The folded tokens of a sentence with their offsets in the whole text."""

    words: list[str]
    starts: list[int]
    ends: list[int]

    def at(self, offset: int) -> int:
        """Index of the first token that begins at an offset or after it."""
        return bisect_left(self.starts, offset)

    def accent(self, text: str, capitals: Mapping[str, str]) -> None:
        """Give words in capitals the accents that capitals lose: «12 TUES ET 30 BLESSES».

        Args:
            text: the text as written.
            capitals: a word without accents → the word that it is most likely of.
        """
        for at, word in enumerate(self.words):
            if word in capitals and text[self.starts[at] : self.ends[at]].isupper():
                self.words[at] = capitals[word]


def tokenize(folded: str, start: int, end: int) -> Tokens:
    """Tokens of a part of a folded text."""
    spans = [match.span() for match in TOKEN.finditer(folded, start, end)]
    return Tokens([folded[first:last] for first, last in spans], [one[0] for one in spans], [one[1] for one in spans])


def are_they(items: Sequence[Item], at: int, they: Sequence[str]) -> bool:
    """«ils sont 14 500 à avoir fui», «Ils étaient neuf à bord»: the pronoun says that a number alone counts people."""
    before = items[max(0, at - 4) : at]
    return any(one.word in they for one in before) and any(one.kind == "be" for one in before)


def is_said_of_a_share(items: Sequence[Item], part: int) -> bool:
    """Whether a «dont» at an index opens a share with a verb of its own: «300 habitants, dont la moitié ont fui»."""
    share = next((at for at in range(part + 1, min(part + 4, len(items))) if items[at].share), None)
    if share is None:
        return False
    clause = takewhile(lambda item: item.kind not in ("comma", "stop", "close"), items[share + 1 :])
    return any(item.kind in ("have", "be", "verb") for item in clause)
