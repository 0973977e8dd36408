"""``words.csv``: words added one a line, each with what it is and a sentence that proves it.

kind;word;value;example
trigger;trucider;killed;Trois bergers ont été trucidés lundi.
saying;claironner;;Douze civils ont péri, a claironné le gouverneur.
person;orpailleur;other;Six orpailleurs ont été tués.
place;Bandiakoro;ML 12.61 -7.98;Neuf personnes sont mortes à Bandiakoro.
organisation;Comité de secours de Ségou|CSS;ngo ML;Le CSS a dénombré 40 blessés.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from nlp_events.errors import ResourceError
from nlp_events.values import Impact, SourceType, WhoCategory
from nlp_events.words.forms import shipped_forms
from nlp_events.words.tables import lines_of

ENTRIES = "words.csv"
"""The name of the file."""
COLUMNS = ("kind", "word", "value", "example")
FIGURES, VERBS, PLACES, ORGANISATIONS = "layers/figures.yaml", "words/verbs.yaml", "places.csv", "organisations.csv"
VERB_ENDINGS = ("er", "ir", "re", "oir")
ROLES = ("object", "subject", "counted", "action")
SEPARATOR = "|"
Addition = tuple[str, Any]
"""A file, and what is added to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One word that is added.

    Attributes:
        kind: what it is: one of ``KINDS``.
        word: the word as a dictionary has it; names of a place or an organisation, separated by «|».
        value: what it says or is worth, as its kind has it; empty for none.
        example: a sentence in which it does what it is for; empty for none.
        path: the file it stands in, for messages.
        line: its line there.
    """

    kind: str
    word: str
    value: str
    example: str
    path: str
    line: int

    def refused(self, problem: str, remedy: str) -> ResourceError:
        """The error of this line."""
        return ResourceError(self.path, f"line {self.line}" if self.line else self.kind, problem, remedy)


def entries_of(path: Path) -> list[Entry]:
    """The entries of a ``words.csv``; none where there is no such file.

    Raises:
        ResourceError: it cannot be read, has other columns, or a line is wrong.
    """
    if not path.exists():
        return []
    found = []
    for number, cells in lines_of(path):
        if unknown := [name for name in cells if name not in COLUMNS]:
            remedy = f"The columns are {', '.join(COLUMNS)}; quote a cell that holds the separator."
            raise ResourceError(str(path), f"line {number}", f"has a column {unknown[0]!r}.", remedy)
        values = {name: (cells.get(name) or "").strip() for name in COLUMNS}
        if any(values.values()):
            found.append(Entry(**values, path=str(path), line=number))
            additions_of(found[-1])
    return found


def additions_of(entry: Entry) -> list[Addition]:
    """What an entry adds to our files.

    Raises:
        ResourceError: its kind is unknown, it has no word, or its value is not one of its kind.
    """
    if entry.kind not in KINDS:
        raise entry.refused(f"there is no kind {entry.kind!r}.", f"Write one of {', '.join(KINDS)}.")
    if not entry.word:
        raise entry.refused("has no word.", "Write one, as a dictionary has it.")
    return list(KINDS[entry.kind](entry))


def is_verb(word: str) -> bool:
    """Whether a word is an infinitive: one of the dictionary, or what ends like one and is no noun of it."""
    table = shipped_forms()
    return bool(table.forms(word, "V")) or (word.endswith(VERB_ENDINGS) and not table.forms(word, "N"))


def _trigger(entry: Entry) -> Iterator[Addition]:
    impact, _, role = entry.value.partition(" ")
    _one_of(entry, impact, get_args(Impact), "impact")
    head, blank, rest = entry.word.partition(" ")
    verb = is_verb(head.removeprefix("se ").removeprefix("s'"))
    role = role.strip() or ("object" if verb else "counted")
    _one_of(entry, role, ROLES, "role")
    phrase = verb and bool(blank)
    key, words = ("phrases", f"{{{head}}} {rest}") if phrase else ("verbs" if verb else "nouns", entry.word)
    if not entry.example:
        raise entry.refused("a trigger needs an example.", "Write a sentence in which it counts people.")
    rule = {"id": f"own-{entry.word.replace(' ', '-')}", "impact": impact, "role": role, key: [words]}
    yield FIGURES, {"triggers": [{**rule, "examples": [entry.example]}]}


def _saying(entry: Entry) -> Iterator[Addition]:
    yield VERBS, {"saying": {"words": [entry.word]}}


def _person(entry: Entry) -> Iterator[Addition]:
    category = entry.value or "other"
    _one_of(entry, category, get_args(WhoCategory), "category")
    yield FIGURES, {"persons": {category: [entry.word]}}


def _thing(entry: Entry) -> Iterator[Addition]:
    yield FIGURES, {"things": {"nouns": [entry.word]}}


def _place(entry: Entry) -> Iterator[Addition]:
    country, *degrees = entry.value.split()
    canonical, _, aliases = entry.word.partition(SEPARATOR)
    row = {"canonical": canonical, "aliases": aliases, "country": country, "precision": "settlement"}
    if degrees:
        if len(degrees) != 2:
            raise entry.refused(f"{entry.value!r} is no country with degrees.", "Write «ML 12.6 -8.0», or «ML».")
        row |= dict(zip(("latitude", "longitude"), degrees, strict=True))
    yield PLACES, row


def _organisation(entry: Entry) -> Iterator[Addition]:
    kind, _, country = entry.value.partition(" ")
    _one_of(entry, kind, get_args(SourceType), "kind of organisation")
    canonical, _, aliases = entry.word.partition(SEPARATOR)
    yield ORGANISATIONS, {"canonical": canonical, "aliases": aliases, "kind": kind, "country": country}


def _one_of(entry: Entry, value: str, allowed: tuple[str, ...], name: str) -> None:
    if value not in allowed:
        raise entry.refused(f"{value!r} is no {name}.", f"Write one of {', '.join(allowed)}.")


KINDS: dict[str, Callable[[Entry], Iterator[Addition]]] = {
    "trigger": _trigger, "saying": _saying, "person": _person, "thing": _thing, "place": _place,
    "organisation": _organisation,
}  # fmt: skip
"""Kind of an entry → what it adds."""
