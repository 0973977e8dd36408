"""Which older figure one replaces: the facts from which it is chosen among those of its kind around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from nlp_events.layers.links.mentions import number_of
from nlp_events.layers.links.shares import is_lowered, toll_of
from nlp_events.layers.links.updates import around, is_beside, may_replace, told_earlier, told_newer
from nlp_events.text.stems import stem, stems
from nlp_events.values import FigureValue
from nlp_events.words.store import SHIPPED, Words

# Figures before one and behind it among which the older one may be.
AROUND = 12
# Characters behind a figure in which the words that follow are looked for; between two in which each word counts.
_FOLLOWING, _GAP = 40, 200
# Words are told by their ending where they are longer.
_SHORT = 5
_WORD = re.compile(r"[^\W\d_]+")
# Slots in which the two may be alike.
_SHARED = ("place_canonical", "country", "source_canonical", "cause", "who_category")
# Words on either side of a figure, between two, and ranks that are told.
_BESIDE, _LED, _BETWEEN, _RANKS = 3, 4, 12, 3
# How many times the older one the newer one is, at the most, for each word of it.
_RATIOS = ((1.25, "near"), (2.0, "double"), (5.0, "more"))


@dataclass(frozen=True, slots=True)
class UpdateQuestion:
    """Which figure one replaces: the key of each in question, the last of which is None, and the facts of each.

    ``numbers`` tells which of them say the same: a toll told twice is one.
    """

    keys: Sequence[str | None]
    facts: Sequence[Sequence[str]]
    numbers: Sequence[int | None]


class _Told(NamedTuple):
    """The words around a figure: before it in its sentence and behind it, what rules make of them, and their shapes."""

    before: Sequence[str]
    behind: Sequence[str]
    marks: Sequence[str]
    led: Sequence[str]
    followed: Sequence[str]


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
        self._places = {figure["key"]: place for place, figure in enumerate(figures)}
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
        numbers = [number_of(self._figures[at]) for at in olds]
        return UpdateQuestion([*keys, None], [*facts, [*self._none(new, len(olds))]], [*numbers, None])

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
        yield from (f"{name}={old[name]}>{new[name]}" for name in ("modifier", "certainty"))
        yield from (f"same {name}={_alike(new, old, name)}" for name in _SHARED)
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
            yield from (f"{name} led={shape}" for shape in told.led)
            yield from (f"{side} {name} led={shape}" for shape in told.led)
            yield from (f"{name} followed={shape}" for shape in told.followed)
        marks = {*self._words_around(new).marks, *(f"old {mark}" for mark in self._words_around(old).marks)}
        yield f"{way} marks={'+'.join(sorted(marks))}"

    def _between(self, first: FigureValue, second: FigureValue, side: str) -> Iterator[str]:
        gap = self._folded[first["end"] : second["start"]]
        words = stems(gap)
        yield from (f"{side} between={word}" for word in dict.fromkeys((*words[:_BETWEEN], *words[-_BETWEEN:])))
        yield f"{side} turn={'-'.join(words[-2:])}"
        yield f"{side} start={'-'.join(words[:2])}"
        marks = {"semicolon": ";", "bracket": "(", "break": "\n"}
        yield from (f"{side} {name}={mark in gap}" for name, mark in marks.items())
        yield f"{side} words={min(4, len(words) // 2)}"

    def _words_around(self, figure: FigureValue) -> _Told:
        """Told once for each figure, whatever it is compared with."""
        key = figure["key"]
        if key not in self._told:
            folded, start, first = self._folded, figure["start"], figure["sentence_start"]
            behind = folded[figure["end"] : min(figure["sentence_end"], figure["end"] + _FOLLOWING)]
            near = around(self._figures, self._places[key])
            clause = max([first, *(one["end"] for one in near if one["end"] <= start)])
            led, followed = _shapes(folded[clause:start])[-_LED:], _shapes(behind)[:_BESIDE]
            self._told[key] = _Told(
                stems(folded[first:start]),
                stems(behind),
                self._marks(figure, near),
                ["-".join(led[-size:]) for size in range(1, len(led) + 1)],
                ["-".join(followed[:size]) for size in range(1, len(followed) + 1)],
            )
        return self._told[key]

    def _marks(self, figure: FigureValue, near: Sequence[FigureValue]) -> list[str]:
        """What rules make of the words around a figure."""
        start, end = figure["sentence_start"], figure["sentence_end"]
        told = {
            "earlier": told_earlier(self._folded, near, figure, self._words),
            "newer": told_newer(self._folded, near, figure, self._words),
            "lowered": is_lowered(self._folded, start, end, self._words),
        }
        toll = toll_of(self._folded, start, end, self._words)
        return [*(mark for mark, holds in told.items() if holds), *([toll] if toll is not None else [])]


def _shapes(text: str) -> list[str]:
    """The words of a text: short ones as they are, of long ones the ending, by which tenses are told apart."""
    return [word if len(word) <= _SHORT else f"~{word[-3:]}" for word in _WORD.findall(text)]


def _alike(new: FigureValue, old: FigureValue, name: str) -> str:
    values = (new[name], old[name])  # type: ignore[literal-required]
    if None in values:
        return "neither" if values[0] == values[1] else "old" if values[0] is None else "new"
    return str(values[0] == values[1])
