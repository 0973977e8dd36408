"""One name, one label: a weighted vote of recogniser, tables, gazetteer and the words before each mention."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nlp_events.gazetteer import Gazetteer
from nlp_events.layers.entities.acronyms import ACRONYM
from nlp_events.layers.entities.definitions import DEFINED
from nlp_events.layers.entities.local_bodies import LOCAL
from nlp_events.layers.entities.mention import Mention
from nlp_events.layers.entities.model import EntityWords
from nlp_events.layers.entities.variants import PersonNames
from nlp_events.text.folding import fold
from nlp_events.text.name_keys import cached_key, name_key
from nlp_events.values import Label

_PLACE_WEIGHTS = {"country": 2.0, "listed": 1.1, "settlement": 0.6}
"""What the gazetteer's word weighs, a mention, against the recogniser's: a place that the tables list needs no other
witness, a settlement of GeoNames needs «à» before it."""

_REGION_NAME = 2.0
"""What it weighs, a mention, that a name begins with the common noun of a region («État de Guerrero»)."""

_FAMILY_NAME = 1.7
"""What it weighs, a mention, that a full personal name of the document ends in the name."""

_TWO = 2
_PERSON_START = 1.5
"""What it weighs, a mention, that a name that no table of places has begins as people's do («Abou …», «Oum …»)."""

_CUE_WINDOW = 28
_ACRONYM = 5


_ORGANISATIONS = frozenset((ACRONYM, DEFINED, LOCAL))
"""The rules that tell an organisation without doubt."""
_DATELINE = 2.0
_IN_BRACKETS = re.compile(r" \(([^()\n]{2,30})\)")


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What the whole document says: its text, family names and initials of its people, the countries it names."""

    text: str
    families: frozenset[str]
    firsts: frozenset[str]
    middles: tuple[tuple[str, ...], ...]
    initials: frozenset[str]
    countries: frozenset[str]


class Labels:
    """Decides the label of each name of a document."""

    def __init__(self, words: EntityWords, gazetteer: Gazetteer, persons: PersonNames) -> None:
        self._gazetteer = gazetteer
        self._persons = persons
        self._ambiguous = frozenset(map(name_key, words.ambiguous_places))
        self._given = frozenset(name_key(name) for names in words.given_names.values() for name in names)
        self._person_starts = frozenset(map(name_key, words.person_starts))
        self._cues: dict[str, tuple[Label, float]] = {}
        for cues, weight in ((words.weak_cues, words.weak_cue_weight), (words.cues, words.cue_weight)):
            for label, wordings in cues.by_label().items():
                self._cues.update((fold(wording), (label, weight)) for wording in wordings)
        self._longest = max(len(wording.split()) for wording in self._cues)

    def vote(self, text: str, mentions: Sequence[Mention]) -> None:
        """Set the label of every mention but those of the tables of organisations."""
        groups: dict[str, list[Mention]] = defaultdict(list)
        for mention in mentions:
            groups[cached_key(mention.text)].append(mention)
        full = [
            group[0].text
            for key, group in groups.items()
            if " " in key and (group[0].label == "PER" or self._is_person(key) or self._is_named(group))
        ]
        families = frozenset(map(self._persons.family_name, full)) - {""}
        initials = frozenset(map(self._persons.initials_of, full)) - {""}
        middles = tuple(
            words[1:-1] for words in (tuple(cached_key(name).split()) for name in full) if len(words) > _TWO
        )
        firsts = frozenset(cached_key(name).partition(" ")[0] for name in full)
        evidence = _Evidence(text, families, firsts, middles, initials, self._countries(groups))
        for key, group in groups.items():
            label = self._label(key, group, evidence)
            for mention in group:
                mention.label = label

    def _label(self, key: str, group: Sequence[Mention], evidence: _Evidence) -> Label:
        if any(mention.organisation or mention.rule in _ORGANISATIONS for mention in group):
            return "ORG"
        if any(mention.alias_of for mention in group) or self._persons.initials(group[0].text) in evidence.initials:
            return "PER"
        votes: dict[Label, float] = {"PER": 0.0, "LOC": 0.0, "ORG": 0.0}
        for mention in group:
            votes[mention.label] += mention.rule != "repeat"
        cued = self._cued(group, evidence.text)
        name = group[0].text
        # A full name is in the families by itself: it is no witness against the tables («El Geneina»).
        body = any(mention.label == "ORG" for mention in group)  # «Moderna»
        if self._is_person(key) or self._is_named(group):
            votes["PER"] += _PERSON_START * len(group)
        alone = " " in key and self._gazetteer.is_listed(name)
        named = self._is_family(key, name, evidence) or (not body and key in evidence.firsts)
        if not alone and not cued["LOC"] and named:
            votes["PER"] += _FAMILY_NAME * len(group)
        votes["LOC"] += self._place_weight(name, key, evidence.countries) * len(group)
        return max(votes, key=lambda candidate: votes[candidate] + cued[candidate])

    def _is_family(self, key: str, name: str, evidence: _Evidence) -> bool:
        """Whether a name may stand for somebody of the document: «Bemba» for «Jean-Pierre Bemba Gombo»."""
        if self._persons.family_name(name) in evidence.families:
            return True
        return " " not in key and any(key in full for full in evidence.middles)

    def _is_person(self, key: str) -> bool:
        """«Abou …», «Oum …»: how only people are named, but for the places that the tables have."""
        return key.partition(" ")[0] in self._person_starts and self._gazetteer.known_precision(key) is None

    def _is_named(self, group: Sequence[Mention]) -> bool:
        """«Yoweri Museveni»: a given name and one word more, no place of any table, no body («France Musique»)."""
        name = group[0].text
        first, _, last = name.partition(" ")
        full = name_key(first) in self._given and last.isalpha() and last[0].isupper()
        return full and self._gazetteer.known_precision(name) is None and all(one.label != "ORG" for one in group)

    def _cued(self, group: Sequence[Mention], text: str) -> dict[Label, float]:
        cued: dict[Label, float] = {"PER": 0.0, "LOC": 0.0, "ORG": 0.0}
        # «le maire UDI», «en NBA»: what stands before an acronym tells little.
        name = group[0].text
        acronym = name.isupper() and len(name) <= _ACRONYM and not self._gazetteer.is_listed(name)
        for mention in group:
            label, weight = self._cue(text, mention.start)
            cued[label] += 0.0 if acronym else weight
            cued["LOC"] += _DATELINE if self._is_in_country(text, mention.end) else 0.0
        return cued

    def _is_in_country(self, text: str, end: int) -> bool:
        """«GAO (Mali)»."""
        match = _IN_BRACKETS.match(text, end)
        return match is not None and self._gazetteer.known_precision(match.group(1)) == "country"

    def _countries(self, groups: Mapping[str, Sequence[Mention]]) -> frozenset[str]:
        """Countries that the document names."""
        names = (group[0].text for group in groups.values() if group[0].label == "LOC")
        found = (name for name in names if self._gazetteer.known_precision(name) == "country")
        return frozenset(code for name in found if (code := self._gazetteer.listed_country(name)))

    def _place_weight(self, name: str, key: str, countries: frozenset[str]) -> float:
        if self._gazetteer.wordings.is_region_name(name):
            return _REGION_NAME
        precision = self._gazetteer.known_precision(name)
        doubtful = key in self._ambiguous and self._gazetteer.listed_country(name) not in countries
        return 0.0 if precision is None or doubtful else _PLACE_WEIGHTS[precision]

    def _cue(self, text: str, start: int) -> tuple[Label, float]:
        """The label that the words right before a name ask for and its weight, the longest wording first."""
        before = fold(text)[max(0, start - _CUE_WINDOW) : start]
        if before and before[-1] in " '":
            words = before.split()
            for count in range(min(self._longest, len(words)), 0, -1):
                found = self._cues.get(" ".join(words[-count:]))
                if found is not None:
                    return found
        return "LOC", 0.0
