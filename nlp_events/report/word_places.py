"""Where a word stands among the words and rules, its forms, and what it does there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from nlp_events.gazetteer.tables import load_organisations, load_places
from nlp_events.report.layers import LAYERS
from nlp_events.text.folding import fold
from nlp_events.text.name_keys import name_key
from nlp_events.words.forms import Kind
from nlp_events.words.lexicon import forms_of
from nlp_events.words.loader import FOLDER, WORDS
from nlp_events.words.nouns import NounKind, shipped_nouns
from nlp_events.words.store import SHIPPED, Words

YAML = ".yaml"
SHARED_LETTERS = 2
"""Letters with which a word and its lemma both begin: fewer in a handful of verbs, which are told by their lemma."""
PROVING = ("examples", "non_examples")
PERSONS = f"{WORDS}/persons.txt"
NOUNS: Mapping[NounKind, str] = {"people": "names people", "either": "names people or things"}
_PLAIN = re.compile(r"[\w' -]+")
KINDS: tuple[Kind, ...] = ("V", "N")


@dataclass(frozen=True, slots=True, kw_only=True)
class WordPlace:
    """One place of a word.

    Attributes:
        file: the file, from the folder of the language.
        key: where in the file; empty for a bare list.
        entry: the entry as it is written there: a lemma, a name, or a pattern.
        forms: the forms of the lemma; empty where the entry is taken as it is.
        does: what it does there, in words.
    """

    file: str
    key: str
    entry: str
    forms: tuple[str, ...]
    does: str

    def __str__(self) -> str:
        forms = f" ({', '.join(self.forms)})" if self.forms else ""
        where = f"{self.file}, {self.key}" if self.key else self.file
        return f"{where}: {self.entry}{forms}: {self.does}"


def places_of(word: str, words: Words = SHIPPED) -> Iterator[WordPlace]:
    """Every place of a word in lists, rules, patterns and tables.

    Args:
        word: a word or a name, in any of its forms.
        words: the words and rules.

    Yields:
        The places, file by file.
    """
    wanted = fold(word.strip())
    for name in _files():
        yield from _in_value(words.value(name)[0], wanted, name, ())
    if does := NOUNS.get(shipped_nouns().kind(wanted) or "thing"):
        yield WordPlace(file=PERSONS, key="", entry=wanted, forms=(), does=does)
    yield from _in_tables(word, words)


def _files() -> list[str]:
    return [*(name for name in LAYERS if name.endswith(YAML)), *_class_files()]


def _class_files() -> list[str]:
    return [f"{WORDS}/{path.name}" for path in sorted((FOLDER / WORDS).glob(f"*{YAML}"))]


def _in_value(value: Any, wanted: str, file: str, keys: tuple[str, ...]) -> Iterator[WordPlace]:
    if isinstance(value, Mapping):
        named = isinstance(value.get("id"), str)
        inside = (*keys, value["id"]) if named else keys
        for key, one in value.items():
            if key not in PROVING and not (named and key == "id"):
                at = inside if inside != keys else (*keys, str(key))
                found = list(_in_value(one, wanted, file, at)) + list(_of_key(key, one, wanted, file, at))
                yield from (_told(place, value) for place in found)
    elif isinstance(value, list):
        for one in value:
            yield from _in_value(one, wanted, file, keys)
    elif isinstance(value, str) and (place := _of_entry(value, wanted, file, keys)):
        yield place


def _of_key(key: Any, value: Any, wanted: str, file: str, keys: tuple[str, ...]) -> Iterator[WordPlace]:
    """A word that is the key of a table: «treize: 13»."""
    if str(key) == wanted and not isinstance(value, (Mapping, list)):
        yield WordPlace(file=file, key=".".join(keys[:-1]), entry=wanted, forms=(), does=f"stands for {value}")


def _of_entry(entry: str, wanted: str, file: str, keys: tuple[str, ...]) -> WordPlace | None:
    key = ".".join(keys)
    if not _PLAIN.fullmatch(entry):
        if re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", entry) is None:
            return None
        return WordPlace(file=file, key=key, entry=_short(entry, wanted), forms=(), does="is named in this pattern")
    forms = _forms(entry, wanted)
    if entry != wanted and wanted not in forms:
        return None
    return WordPlace(file=file, key=key, entry=entry, forms=forms, does=f"is one of «{_list(keys)}»" if keys else "")


def _list(keys: tuple[str, ...]) -> str:
    """The name of a list: that of the class where its words stand under «words»."""
    return keys[-2] if keys[-1] == WORDS and len(keys) > 1 else keys[-1]


def _forms(entry: str, wanted: str) -> tuple[str, ...]:
    """The forms of an entry, if it is a lemma that may have the word among them."""
    if entry[:SHARED_LETTERS] != wanted[:SHARED_LETTERS]:
        return ()
    found = [tuple(dict.fromkeys(form.text for form in forms_of(entry, kind))) for kind in KINDS]
    # A noun taken for an infinitive has one form, itself: the reading that gives more is the right one.
    return max((forms for forms in found if wanted in forms), key=len, default=())


def _told(place: WordPlace, value: Mapping[str, Any]) -> WordPlace:
    """A place in a trigger says what the trigger says."""
    if "impact" not in value or "role" not in value:
        return place
    does = f"says that people are {value['impact']}, as its {value['role']}"
    return WordPlace(file=place.file, key=place.key, entry=place.entry, forms=place.forms, does=does)


def _short(pattern: str, wanted: str) -> str:
    at = pattern.index(wanted)
    begin, end = max(0, at - 30), min(len(pattern), at + len(wanted) + 30)
    return f"{'…' * (begin > 0)}{pattern[begin:end]}{'…' * (end < len(pattern))}"


def _in_tables(word: str, words: Words) -> Iterator[WordPlace]:
    key = name_key(word)
    for place in load_places(words):
        if key in map(name_key, (place.canonical, *place.aliases)):
            does = f"is a place of {place.country or 'several countries'} ({place.precision})"
            yield WordPlace(file="places.csv", key=place.known_id, entry=place.canonical, forms=(), does=does)
    for one in load_organisations(words):
        if key in map(name_key, (one.canonical, *one.aliases)):
            does = f"is an organisation ({one.kind}{f', {one.country}' if one.country else ''})"
            yield WordPlace(file="organisations", key=one.known_id, entry=one.canonical, forms=(), does=does)
