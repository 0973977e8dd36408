"""Which older figure one replaces: the facts from which it is chosen among those of its kind around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from nlp_events.layers.links.mentions import number_of
from nlp_events.layers.links.shares import is_lowered, toll_of
from nlp_events.layers.links.updates import is_beside, may_replace, told_earlier, told_newer
from nlp_events.text.stems import stem, stems
from nlp_events.values import FigureValue
from nlp_events.words.store import SHIPPED, Words

# Figures before one and behind it among which the older one may be.
AROUND = 12
# Characters behind a figure in which the words that follow are looked for; between two in which each word counts.
_FOLLOWING, _GAP = 40, 200
# Words on either side of a figure, between two, and ranks that are told.
_BESIDE, _BETWEEN, _RANKS = 3, 12, 3
# How many times the older one the newer one is, at the most, for each word of it.
_RATIOS = ((1.25, "near"), (2.0, "double"), (5.0, "more"))


@dataclass(frozen=True, slots=True)
class UpdateQuestion:
    """Which figure one replaces: the key of each in question, the last of which is None, and the facts of each."""

    keys: Sequence[str | None]
    facts: Sequence[Sequence[str]]


class _Told(NamedTuple):
    """What the words around a figure tell of it: those before it in its sentence and behind it, and what they say."""

    before: Sequence[str]
    behind: Sequence[str]
    marks: Sequence[str]


class Updates:
    """The figures of an article, as far as rules have tied them, while it is asked which replaces which.

    Args:
        folded: the article's text, folded.
        figures: its figures in text order.
        words: the words and rules.
    """

    def __init__(self, folded: str, figures: Sequence[FigureValue], words: Words = SHIPPED) -> None:
        self._folded, self._figures, self._words = folded, figures, words
        self._told: dict[str, _Told] = {}
        keys = {figure["key"]: figure for figure in figures}
        # Sentences of which one has a figure that replaces one of the other, by a rule.
        tied = [(figure, keys.get(figure["supersedes"] or "")) for figure in figures]
        self._sentences = {
            (new["sentence_start"], old["sentence_start"]): new["key"] for new, old in tied if old is not None
        }
        self._replaced = {old["key"]: new["key"] for new, old in tied if old is not None}

    def question(self, index: int) -> UpdateQuestion:
        """The figures that one may replace, with what holds of each."""
        new = self._figures[index]
        near = range(max(0, index - AROUND), min(len(self._figures), index + AROUND + 1))
        olds = [at for at in near if may_replace(new, self._figures[at])]
        before, after = [at for at in olds if at < index], [at for at in olds if at > index]
        ranks = {at: rank for side in (before[::-1], after) for rank, at in enumerate(side)}
        facts = [[*self._pair(new, self._figures[at], ranks[at])] for at in olds]
        keys = [self._figures[at]["key"] for at in olds]
        return UpdateQuestion([*keys, None], [*facts, [*self._none(new, len(olds))]])

    def _none(self, new: FigureValue, olds: int) -> Iterator[str]:
        yield "none"
        yield f"none ruled={new['supersedes'] is not None}"
        yield f"none olds={min(_RANKS, olds)}"
        yield from (f"none {name}={new[name]}" for name in ("impact", "modifier", "certainty", "scope", "zone"))

    def _pair(self, new: FigureValue, old: FigureValue, rank: int) -> Iterator[str]:
        side = "before" if old["start"] < new["start"] else "after"
        first, second = (old, new) if side == "before" else (new, old)
        if first["sentence_start"] == second["sentence_start"]:
            place = "same"
        else:
            place = "next" if is_beside(first, second) else "far"
        where = f"{side} {place}"
        way = "up" if number_of(new) > number_of(old) else "down"
        yield from self._standing(new, old, where, rank)
        yield from self._likeness(new, old, place, way)
        yield from self._words_of(new, old, side, place, way)
        if second["start"] - first["end"] <= _GAP:
            yield from self._between(first, second, side)

    def _standing(self, new: FigureValue, old: FigureValue, where: str, rank: int) -> Iterator[str]:
        """Where the two stand, and how rules have tied them."""
        yield from (f"rank={min(_RANKS, rank)}", where, f"{where} rank={min(_RANKS, rank)}")
        yield f"zones={old['zone']}>{new['zone']}"
        ruled = new["supersedes"]
        yield f"ruled={ruled == old['key']}"
        if ruled == old["key"]:
            yield f"ruled {where}"
        yield f"other ruled={ruled not in (None, old['key'])}"
        other = self._replaced.get(old["key"])
        yield f"old replaced={other not in (None, new['key'])}"
        yield f"old newer={old['supersedes'] is not None}"
        if old["supersedes"] == new["key"]:
            yield "turned"
        yield f"old part={old['part_of'] is not None} of new={old['part_of'] == new['key']}"
        sibling = self._sentences.get((new["sentence_start"], old["sentence_start"]))
        if sibling not in (None, new["key"]):
            yield "sibling"

    def _likeness(self, new: FigureValue, old: FigureValue, place: str, way: str) -> Iterator[str]:
        """What the two have in common."""
        low, high = sorted((number_of(new), number_of(old)))
        times = high / max(1, low)
        ratio = next((name for most, name in _RATIOS if times <= most), "far")
        yield from (way, f"{place} {way}", f"ratio={ratio}", f"{way} ratio={ratio}", f"size={len(str(low))}")
        yield from (f"impact={new['impact']}", f"one impact={new['impact'] == old['impact']}", f"scope={new['scope']}")
        yield f"{place} impact={new['impact']}"
        yield from (f"{name}={old[name]}>{new[name]}" for name in ("modifier", "certainty"))  # type: ignore[literal-required]
        yield from (f"same {name}={_alike(new, old, name)}" for name in ("place_canonical", "country", "source_canonical"))
        yield from (f"same {name}={_alike(new, old, name)}" for name in ("cause", "who_category"))
        if new["date"] and old["date"] and new["date"] != old["date"]:
            yield f"date={'later' if new['date'] > old['date'] else 'earlier'}"
        else:
            yield f"date={_alike(new, old, 'date')}"
        nouns = [stem((one["who"] or "-").lower()) for one in (old, new)]
        yield f"nouns={'-' if nouns[0] == '-' else 'named'}>{'-' if nouns[1] == '-' else 'named'}"
        yield f"same noun={nouns[0] == nouns[1]}"

    def _words_of(self, new: FigureValue, old: FigureValue, side: str, place: str, way: str) -> Iterator[str]:
        """The words around both, and what they tell of them."""
        for name, one in (("new", new), ("old", old)):
            told = self._words_around(one)
            yield from (f"{name} {mark}" for mark in told.marks)
            yield from (f"{side} {name} {mark}" for mark in told.marks)
            yield from (f"{place} {name} {mark}" for mark in told.marks)
            yield from (f"{name} word={word}" for word in told.before[-_BESIDE:])
            yield from (f"{side} {name} last={word}" for word in told.before[-1:])
            yield from (f"{name} opening={word}" for word in told.before[:_BESIDE])
            yield from (f"{name} behind={word}" for word in told.behind[:_BESIDE])
            yield from (f"{name} told={word}" for word in {*told.before, *told.behind})
        yield f"{way} marks={'+'.join(sorted({*self._words_around(new).marks, *('old ' + one for one in self._words_around(old).marks)}))}"

    def _between(self, first: FigureValue, second: FigureValue, side: str) -> Iterator[str]:
        gap = self._folded[first["end"] : second["start"]]
        words = stems(gap)
        yield from (f"{side} between={word}" for word in {*words[:_BETWEEN], *words[-_BETWEEN:]})
        yield f"{side} turn={'-'.join(words[-2:])}"
        yield f"{side} start={'-'.join(words[:2])}"
        yield from (f"{side} words={min(4, len(words) // 2)}", f"{side} semicolon={';' in gap}", f"{side} bracket={'(' in gap}")
        yield f"{side} break={chr(10) in gap}"

    def _words_around(self, figure: FigureValue) -> _Told:
        """Told once for each figure, whatever it is compared with."""
        key = figure["key"]
        if key not in self._told:
            start, end, folded = figure["start"], figure["end"], self._folded
            first, last = figure["sentence_start"], figure["sentence_end"]
            behind = folded[end : min(last, end + _FOLLOWING)]
            marks = []
            if told_earlier(folded, self._figures, figure, self._words):
                marks.append("earlier")
            if told_newer(folded, self._figures, figure, self._words):
                marks.append("newer")
            if is_lowered(folded, first, last, self._words):
                marks.append("lowered")
            toll = toll_of(folded, first, last, self._words)
            if toll is not None:
                marks.append(toll)
            self._told[key] = _Told(stems(folded[first:start]), stems(behind), marks)
        return self._told[key]


def _alike(new: FigureValue, old: FigureValue, name: str) -> str:
    values = (new[name], old[name])  # type: ignore[literal-required]
    if None in values:
        return "neither" if values[0] == values[1] else "old" if values[0] is None else "new"
    return str(values[0] == values[1])
