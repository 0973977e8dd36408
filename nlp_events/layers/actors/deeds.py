"""What each actor of an article did to people, by the words around all its mentions: harm, or taking them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Literal

from nlp_events.layers.actors.mention import Mention
from nlp_events.values import Impact

Deed = Literal["harm", "seize"]
DEEDS: dict[str, Deed] = {
    "agent_of_harm": "harm", "of_attack": "harm", "fires": "harm", "harms": "harm", "blows_himself_up": "harm",
    "harming": "harm", "blamed_on": "harm", "owned": "harm", "owned_in": "harm", "owns_up": "harm",
    "agent_of_seizure": "seize", "held_by": "seize", "seizes": "seize", "seizing": "seize",
}  # fmt: skip
"""What a wording before or behind a mention tells that its bearer did."""
# Wordings of whoever says that he did it, or that he did not, whatever it was.
_ANY = frozenset(("announces_deed", "denies"))
TAKING: frozenset[Impact] = frozenset(("detained", "abducted", "rescued", "returned"))
"""Impacts of those whom somebody took, holds or held."""


def deed_of(impact: Impact) -> Deed:
    """What was done to people of an impact."""
    return "seize" if impact in TAKING else "harm"


def deeds(one: Mention) -> set[Deed]:
    """What a mention is told to have done: a culprit did harm by its name."""
    if one.behind in _ANY:
        return {"harm", "seize"}
    told = {DEEDS[word] for word in (one.before, one.behind) if word in DEEDS}
    return told or ({"harm"} if one.kind == "culprit" else set())


class Deeds:
    """Who did what, over a whole article.

    Args:
        mentions: those who may have done it, in text order.
        earlier: of each whether its sentence tells of earlier happenings.
        subjects: which of them are the subject of a verb, and what it says that they did.
    """

    def __init__(
        self, mentions: Sequence[Mention], earlier: Sequence[bool], subjects: Sequence[tuple[int, Deed]]
    ) -> None:
        self.of: list[set[Deed]] = [deeds(one) for one in mentions]
        for at, deed in subjects:
            self.of[at].add(deed)
        self._told: dict[str, Counter[Deed]] = defaultdict(Counter)
        self._bodies = {one.group for one in mentions if one.type in ("police", "state_force")}
        ranks: dict[str, int] = defaultdict(int)
        self.order: list[str] = []
        # Few of the figures differ in what is asked here.
        self._found: dict[tuple[Impact, frozenset[str]], Mapping[str, list[str]]] = {}
        for one, back, did in zip(mentions, earlier, self.of, strict=True):
            self.order.append(f"order={min(2, ranks[one.group])}")
            ranks[one.group] += 1
            for deed in did if not back else ():
                self._told[one.group][deed] += 1

    def facts(self, impact: Impact, victims: Collection[str]) -> Mapping[str, list[str]]:
        """For a figure the facts of each actor that did the like.

        Args:
            impact: what happened to those whom the figure counts.
            victims: the groups of those who are counted themselves.
        """
        asked = impact, frozenset(victims)
        if asked not in self._found:
            self._found[asked] = self._facts(*asked)
        return self._found[asked]

    def _facts(self, impact: Impact, victims: Collection[str]) -> Mapping[str, list[str]]:
        deed = deed_of(impact)
        own = [group for group in self._told if group not in victims and self._fits(group, impact)]
        found = {group: ["fits", f"fits {deed}", "fits first" if group == own[0] else "fits later"] for group in own}
        if len(own) == 1:
            found[own[0]] += ["fits alone", f"fits alone {deed}"]
        most = max((self._told[group][deed] for group in own), default=0)
        for group in own:
            if deed in self._told[group]:
                found[group] += ["fits closely", f"fits closely {deed}"]
            if self._told[group][deed] == most > 1:
                found[group].append("fits most")
        return found

    def _fits(self, group: str, impact: Impact) -> bool:
        """Whether an actor did such a thing: who attacks may take people too, who arrests does no harm by that."""
        told = self._told[group]
        if impact == "detained":
            return group in self._bodies
        return "harm" in told or deed_of(impact) in told or group not in self._bodies
