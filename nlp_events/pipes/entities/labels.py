"""One name, one label: a weighted vote of recogniser, tables, gazetteer and the words before each mention."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from nlp_events.gazetteer import Gazetteer
from nlp_events.pipes.entities.mentions import Mention
from nlp_events.resources.entities import EntityWords, name_key
from nlp_events.text.folding import fold
from nlp_events.values import Label

_LISTED_PLACE = 2.0
_LARGE_SETTLEMENT = 0.75
_SURNAME = 2.0
_CUE_WINDOW = 28


class Labels:
    """Decides the label of each name of a document."""

    def __init__(self, words: EntityWords, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._weight = words.cue_weight
        self._cues: dict[str, Label] = {}
        for label, cues in words.cues.by_label().items():
            self._cues.update(dict.fromkeys(map(fold, cues), label))
        self._longest = max(len(cue.split()) for cue in self._cues)

    def vote(self, text: str, mentions: Sequence[Mention]) -> None:
        """Set the label of every mention but those of the tables of organisations."""
        groups: dict[str, list[Mention]] = defaultdict(list)
        for mention in mentions:
            groups[name_key(mention.text)].append(mention)
        surnames = _surnames(groups)
        for key, group in groups.items():
            if any(mention.organisation for mention in group):
                label: Label = "ORG"
            else:
                votes = self._votes(text, group)
                if key in surnames and not self._cue_says(votes, "LOC"):
                    votes["PER"] += _SURNAME
                label = max(votes, key=lambda candidate: votes[candidate])
            for mention in group:
                mention.label = label

    def _votes(self, text: str, group: Sequence[Mention]) -> dict[Label, float]:
        votes: dict[Label, float] = {"PER": 0.0, "LOC": 0.0, "ORG": 0.0}
        for mention in group:
            votes[mention.label] += 1
            cue = self._cue(text, mention.start)
            if cue is not None:
                votes[cue] += self._weight
        share = max(1, len(group))
        votes["LOC"] += self._place_weight(group[0].text) * share
        return votes

    def _place_weight(self, name: str) -> float:
        precision = self._gazetteer.known_precision(name)
        if precision is None:
            return 0.0
        return _LISTED_PLACE if precision == "listed" else _LARGE_SETTLEMENT

    def _cue_says(self, votes: dict[Label, float], label: Label) -> bool:
        return votes[label] >= self._weight

    def _cue(self, text: str, start: int) -> Label | None:
        """The label that the words right before a name ask for, the longest wording first."""
        before = fold(text[max(0, start - _CUE_WINDOW) : start])
        if not before or before[-1] not in " '":
            return None
        words = before.split()
        for count in range(min(self._longest, len(words)), 0, -1):
            label = self._cues.get(" ".join(words[-count:]))
            if label is not None:
                return label
        return None


def _surnames(groups: dict[str, list[Mention]]) -> set[str]:
    """Last words of the full personal names of the document."""
    full = (key for key, group in groups.items() if " " in key and group[0].label == "PER")
    return {key.rsplit(" ", 1)[1] for key in full}
