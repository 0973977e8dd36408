"""Who is mentioned in an article that may have done it, and what stands around each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from nlp_events.layers.actors.joining import joined
from nlp_events.layers.actors.mention import Around, Known, Mention
from nlp_events.layers.actors.model import HeadKind, load_actors
from nlp_events.text.folding import fold
from nlp_events.values import ActorType, Zone
from nlp_events.words.branches import Led
from nlp_events.words.store import Words, derived
from nlp_events.words.trie import trie_source

# Characters before a head, and before a mention, that are looked at; those that end in a word which may govern it.
_LEFT, _BEFORE, _NEAR = 40, 70, 26
# Names behind a head that may be its own.
_NAMES = 3
# Heads by kind whose bearers are all one to the article: «la police», «les agents» …
_ONE: frozenset[HeadKind] = frozenset(("police", "gang", "authority"))
# Kinds of heads of people by themselves, who may bear a name.
_PEOPLE: frozenset[HeadKind] = frozenset(("culprit", "doer", "engine", "somebody"))
# Kinds of heads of bodies of states, and what such bodies are: the head tells which («les soldats de la gendarmerie»).
_BODIES: frozenset[HeadKind] = frozenset(("state_force", "police", "authority"))
_OF_STATES = frozenset(("state_force", "police"))
# Kinds of heads whose tail may tell what they are: «des hommes de la police», «un groupe criminel».
_OPEN: frozenset[HeadKind] = frozenset(("culprit", "doer", "somebody", "armed_group", "body", "crowd"))
# Wordings behind a mention that tell nothing of what it did: behind what is told of it, its verb may stand.
_WEAK = frozenset(("to", "comma", "end"))
# What the bearers of a head of each kind are, one of them and several.
TYPES: dict[HeadKind, tuple[ActorType, ActorType]] = {
    "state_force": ("state_force", "state_force"), "authority": ("state_force", "state_force"),
    "police": ("police", "police"), "armed_group": ("armed_group", "armed_group"), "gang": ("gang", "gang"),
    "body": ("armed_group", "armed_group"), "crowd": ("crowd", "crowd"), "culprit": ("individual", "unknown"),
    "doer": ("individual", "unknown"), "engine": ("individual", "unknown"), "somebody": ("individual", "unknown"),
}  # fmt: skip


@derived
def _heads(words: Words) -> tuple[re.Pattern[str], dict[str, tuple[HeadKind, bool]]]:
    """Every head, and of each its kind and whether it is several."""
    known: dict[str, tuple[HeadKind, bool]] = {}
    for kind, forms in load_actors(words).heads.items():
        for form in forms:
            known.setdefault(form.lower(), (kind, form.split(" ")[0][-1] in "sx"))
    return re.compile(rf"\b(?:{trie_source(known)})\b(?!-)"), known


@derived
def _sides(words: Words) -> tuple[Led, re.Pattern[str]]:
    """All wordings before, and all behind, each a group of its name."""
    rules = load_actors(words)
    before, behind = (
        "|".join(f"(?P<{name}>{one.pattern})" for name, one in side.items()) for side in (rules.before, rules.behind)
    )
    return Led(before), re.compile(behind)


class Mentions:
    """Finds the mentions of an article.

    Args:
        words: the words and rules.
        country_of: the country of an adjective («malienne»), None where it is of none.
    """

    def __init__(self, words: Words, country_of: Callable[[str], str | None]) -> None:
        self._rules = load_actors(words)
        self._heads, self._kinds = _heads(words)
        self._words = words
        self._country_of = country_of

    def find(self, folded: str, known: Sequence[Known], zone_at: Callable[[int], Zone]) -> list[Mention]:
        """Every mention in text order; names inside one are the mention's own.

        Args:
            folded: the folded text of the article.
            known: its names in text order.
            zone_at: the zone of an offset.
        """
        found: list[Mention] = []
        taken: list[tuple[int, int]] = []
        starts = [one.start for one in known]
        for match in self._heads.finditer(folded):
            at = bisect_left(starts, match.start() + 1) - 1
            if (taken and match.start() < taken[-1][1]) or (at >= 0 and _holds(known[at], match)):
                continue
            if self._is_else(folded, match):
                continue
            following = bisect_left(starts, match.start())
            one = self._of_head(folded, match, known[following : following + _NAMES], zone_at)
            taken.append((one.start, one.end))
            found.append(one)
        found += [self._of_name(folded, one, zone_at) for one in known if not _is_inside(one, taken)]
        found += self._of_adjectives(folded, zone_at)
        return joined(sorted(found, key=_start))

    def _of_head(
        self, folded: str, match: re.Match[str], following: Sequence[Known], zone_at: Callable[[int], Zone]
    ) -> Mention:
        kind, many = self._kinds[match.group()]
        left = self._rules.determiner.regex.search(folded, max(0, match.start() - _LEFT), match.start())
        lead = left.group() if left else ""
        end = self._end(folded, match.end())
        names = [one for one in following if one.start <= end]
        if names and names[0].label != "LOC":
            end = max(end, names[0].end)
        names = [one for one in names if one.start < end]
        start, tail = match.start() - len(lead) + _contracted(lead), folded[match.end() : end]
        bearer = _bearer(names, kind, match.end())
        type_ = self._type(kind, tail, many=many)
        if bearer is not None and bearer.type is not None and not (kind in _BODIES and bearer.type in _OF_STATES):
            type_ = bearer.type
        if bearer is not None and bearer.label != "PER" and bearer.type is None:
            bearer = None
        country = self._country(tail, names)
        return Mention(
            start=start, end=end, head=match.group(), kind=kind, type=type_, many=many, determiner=_determiner(lead),
            armed=self._rules.armed.regex.search(tail) is not None, zone=zone_at(start),
            around=self._around(folded, start, end), country=country,
            group=_group(kind, type_, country) if bearer is None else f"name:{bearer.canonical}",
            canonical=None if bearer is None else bearer.canonical,
            known_id=None if bearer is None else bearer.known_id,
        )  # fmt: skip

    def _is_else(self, folded: str, match: re.Match[str]) -> bool:
        """Whether a head is an adjective there, or of somebody or something else."""
        start, end = match.span()
        if self._rules.other_sense.regex.match(folded, start):
            return True
        return self._rules.no_noun.regex.search(folded, max(0, start - _NEAR), end) is not None

    def _end(self, folded: str, end: int) -> int:
        """Where a mention ends whose head does at an offset."""
        tail = self._rules.tail.regex.match(folded, end)
        if tail is None:
            return end
        loose = self._rules.loose_end.regex.search(tail.group())
        return tail.end() - (len(loose.group()) if loose else 0)

    def _type(self, kind: HeadKind, tail: str, *, many: bool) -> ActorType:
        natures = self._rules.nature.items() if tail and (kind in _OPEN or kind == "state_force") else ()
        told = next((type_ for type_, one in natures if one.regex.search(tail)), TYPES[kind][many])
        return TYPES[kind][many] if kind == "state_force" and told != "armed_group" else told

    def _country(self, tail: str, names: Sequence[Known]) -> str | None:
        told = (self._country_of(word) for word in tail.split() if len(word) > 4)
        return next((one for one in told if one), next((one.country for one in names if one.label == "LOC"), None))

    def _of_name(self, folded: str, one: Known, zone_at: Callable[[int], Zone]) -> Mention:
        type_ = self._type_of_name(folded, one)
        army = type_ == "state_force" and one.label == "ORG" and one.country
        return Mention(
            start=one.start, end=one.end, head="name", kind=f"{one.label} {one.kind or '-'}",
            type=type_, many=False, determiner="-", armed=False, zone=zone_at(one.start),
            around=self._around(folded, one.start, one.end), country=one.country,
            group=f"state_force {one.country}" if army else f"name:{one.canonical}",
            canonical=one.canonical, known_id=one.known_id,
        )  # fmt: skip

    def _type_of_name(self, folded: str, one: Known) -> ActorType:
        """What a name is: of an organisation its first word may tell it, or that of its full name («FARDC»)."""
        if one.label != "ORG":
            return "individual" if one.label == "PER" else "state_force"
        if one.type == "armed_group":
            return one.type
        heads = (self._heads.match(folded, one.start), self._heads.match(fold(one.canonical)))
        kinds = [kind for head in heads if head and (kind := self._kinds[head.group()][0]) in _BODIES]
        return TYPES[kinds[0]][0] if kinds else one.type or "other"

    def _of_adjectives(self, folded: str, zone_at: Callable[[int], Zone]) -> Iterator[Mention]:
        """The states whose attacks an adjective tells («un raid israélien»)."""
        for match in self._rules.state_attack.led.finditer(folded):
            country = self._country_of(match["adjective"])
            if country is not None:
                start, end = match.span("adjective")
                around = self._around(folded, start, end)
                around.before, around.since = "of_attack", match.start()
                yield Mention(
                    start=start, end=end, head="adjective", kind="adjective", type="state_force", many=False,
                    determiner="-", armed=False, zone=zone_at(start), around=around,
                    group=_group("state_force", "state_force", country), country=country,
                )  # fmt: skip

    def _around(self, folded: str, start: int, end: int) -> Around:
        """What stands around a mention; before it within its line, and only where some word governs it."""
        before, behind = _sides(self._words)  # large patterns, made for the first article that somebody is behind
        line = folded.rfind("\n", max(0, start - _BEFORE), start) + 1
        first = max(0, start - _BEFORE, line)
        left = None
        if self._rules.governed.led.search(folded, max(first, start - _NEAR), start):
            left = before.search(folded, first, start)
        right = behind.match(folded, end)
        if right is None or right.lastgroup in _WEAK:
            aside = self._rules.aside.regex.match(folded, end)
            further = behind.match(folded, aside.end()) if aside else None
            right = right if further is None or further.lastgroup in _WEAK else further
        return Around(
            before=(left.lastgroup if left else "start" if line == start else "-") or "-",
            since=left.start() if left else start,
            behind=(right.lastgroup if right else "-") or "-",
            reach=right.end() if right else end,
        )


def _start(one: Mention) -> int:
    return one.start


def _holds(one: Known, match: re.Match[str]) -> bool:
    """Whether a head is a part of a name, and not its first word: «l'armée syrienne» may be one that no table has."""
    return one.end >= match.end() and (one.start < match.start() or one.known_id is not None)


def _is_inside(one: Known, taken: Sequence[tuple[int, int]]) -> bool:
    at = bisect_left(taken, (one.start + 1, 0)) - 1
    return at >= 0 and one.start < taken[at][1]


def _bearer(names: Sequence[Known], kind: HeadKind, head_end: int) -> Known | None:
    """The name of a mention: an organisation («combattants du Hamas»), of somebody also a person («le tireur, X»)."""
    told = [one for one in names if one.known_id is not None or one.start >= head_end]
    return next((one for one in told if one.label == "ORG" or (one.label == "PER" and kind in _PEOPLE)), None)


def _contracted(lead: str) -> int:
    """How much of what stands before a head is a preposition: «du » and «aux » say «de» and «à»."""
    first = lead.partition(" ")[0]
    return len(first) + 1 if first in ("du", "au", "aux", "de") else 0


def _determiner(lead: str) -> str:
    return lead.partition(" ")[0].partition("'")[0] or "-"


def _group(kind: HeadKind, type_: ActorType, country: str | None) -> str:
    if kind in _PEOPLE:
        return type_
    return kind if kind in _ONE else f"{kind} {country or '-'}"
