"""One name, one label: a weighted vote of recogniser, tables, gazetteer and the words before each mention."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from nlp_events.gazetteer import Gazetteer
from nlp_events.pipes.entities.mentions import Mention
from nlp_events.resources.entities import EntityWords, name_key
from nlp_events.text.folding import fold
from nlp_events.text.names import PersonNames
from nlp_events.values import Label

_PLACE_WEIGHTS = {"country": 2.0, "listed": 0.9, "settlement": 0.4}
"""What the gazetteer's word weighs, a mention, against the recogniser's."""

_FAMILY_NAME = 1.25
"""What it weighs, a mention, that a full personal name of the document ends in the name."""

_CUE_WINDOW = 28
_ACRONYM = 5


class Labels:
    """Decides the label of each name of a document."""

    def __init__(self, words: EntityWords, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._persons = PersonNames(words)
        self._ambiguous = frozenset(map(name_key, words.ambiguous_places))
        self._cues: dict[str, tuple[Label, float]] = {}
        for cues, weight in ((words.weak_cues, words.weak_cue_weight), (words.cues, words.cue_weight)):
            for label, wordings in cues.by_label().items():
                self._cues.update((fold(wording), (label, weight)) for wording in wordings)
        self._longest = max(len(wording.split()) for wording in self._cues)

    def vote(self, text: str, mentions: Sequence[Mention]) -> None:
        """Set the label of every mention but those of the tables of organisations."""
        groups: dict[str, list[Mention]] = defaultdict(list)
        for mention in mentions:
            groups[name_key(mention.text)].append(mention)
        families = self._families(groups)
        for key, group in groups.items():
            label = self._label(text, key, group, families)
            for mention in group:
                mention.label = label

    def _label(self, text: str, key: str, group: Sequence[Mention], families: frozenset[str]) -> Label:
        if any(mention.organisation for mention in group):
            return "ORG"
        votes: dict[Label, float] = {"PER": 0.0, "LOC": 0.0, "ORG": 0.0}
        cued: dict[Label, float] = {"PER": 0.0, "LOC": 0.0, "ORG": 0.0}
        # «le maire UDI», «en NBA»: what stands before an acronym tells little.
        name = group[0].text
        acronym = name.isupper() and len(name) <= _ACRONYM and not self._gazetteer.is_listed(name)
        for mention in group:
            votes[mention.label] += mention.rule != "repeat"
            label, weight = self._cue(text, mention.start)
            cued[label] += 0.0 if acronym else weight
        if not cued["LOC"] and self._persons.family_name(group[0].text) in families:
            votes["PER"] += _FAMILY_NAME * len(group)
        votes["LOC"] += self._place_weight(group[0].text, key) * len(group)
        return max(votes, key=lambda candidate: votes[candidate] + cued[candidate])

    def _families(self, groups: Mapping[str, Sequence[Mention]]) -> frozenset[str]:
        """Family names of the full personal names of the document."""
        full = (group[0] for key, group in groups.items() if " " in key and group[0].label == "PER")
        return frozenset(self._persons.family_name(mention.text) for mention in full) - {""}

    def _place_weight(self, name: str, key: str) -> float:
        precision = self._gazetteer.known_precision(name)
        if precision is None or key in self._ambiguous:
            return 0.0
        return _PLACE_WEIGHTS[precision]

    def _cue(self, text: str, start: int) -> tuple[Label, float]:
        """The label that the words right before a name ask for and its weight, the longest wording first."""
        before = fold(text[max(0, start - _CUE_WINDOW) : start])
        if before and before[-1] in " '":
            words = before.split()
            for count in range(min(self._longest, len(words)), 0, -1):
                found = self._cues.get(" ".join(words[-count:]))
                if found is not None:
                    return found
        return "LOC", 0.0
