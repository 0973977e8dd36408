"""Which figure another is a part of: the facts from which its whole is chosen among the larger ones around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from nlp_events.layers.links.mentions import number_of
from nlp_events.text.stems import stem, stems
from nlp_events.values import FigureValue

# Figures before one and behind it among which its whole may be.
BEFORE, BEHIND = 8, 3
# Ranks, words and marks are told up to so many.
_RANKS, _BETWEEN, _GAP, _MARKS = 4, 10, 6, 3
# Characters behind a figure in which the words that follow are looked for; characters between a sentence and the next.
_FOLLOWING, _NEXT = 30, 5


@dataclass(frozen=True, slots=True)
class WholeQuestion:
    """Which figure one is a part of: the key of each in question, the last of which is None, and the facts of each."""

    keys: Sequence[str | None]
    facts: Sequence[Sequence[str]]


def question_of(folded: str, figures: Sequence[FigureValue], index: int) -> WholeQuestion:
    """The figures that one may be a part of, with what holds of each.

    Args:
        folded: the article's text, folded.
        figures: its figures in text order, as far as rules have tied them.
        index: which of them is asked about.
    """
    part = figures[index]
    near = range(max(0, index - BEFORE), min(len(figures), index + BEHIND + 1))
    wholes = [at for at in near if at != index and _may_hold(figures[at], part)]
    sibling = figures[index - 1]["part_of"] if index else None
    words = _words_around(folded, part)
    pairs = [_Pair(folded, words, figures[at], part, index - at, sibling) for at in wholes]
    facts = [[*pair.facts()] for pair in pairs]
    return WholeQuestion([*(figures[at]["key"] for at in wholes), None], [*facts, [*_of_none(words, part, len(facts))]])


class _Words(NamedTuple):
    """The beginnings of the words before a part in its sentence, and of those behind it."""

    before: Sequence[str]
    behind: Sequence[str]


def _words_around(folded: str, part: FigureValue) -> _Words:
    start, end = part["start"], part["end"]
    return _Words(stems(folded[part["sentence_start"] : start]), stems(folded[end : end + _FOLLOWING]))


def _may_hold(whole: FigureValue, part: FigureValue) -> bool:
    return whole["zone"] != "related" and number_of(whole) > number_of(part) > 0


def _of_none(words: _Words, part: FigureValue, wholes: int) -> Iterator[str]:
    yield "none"
    yield from (f"none word={word}" for word in words.before[-2:])
    yield from (f"none {name}={part[name]}" for name in ("impact", "who_category", "modifier"))
    yield f"none ruled={part['part_of'] is not None}"
    yield f"none wholes={min(_MARKS, wholes)}"


class _Pair:
    """A figure and a larger one near it; ``apart`` is how many figures before it that stands."""

    def __init__(  # noqa: PLR0913 - made in one place
        self, folded: str, words: _Words, whole: FigureValue, part: FigureValue, apart: int, sibling: str | None
    ) -> None:
        self._folded, self._words, self._whole, self._part, self._apart = folded, words, whole, part, apart
        self._sibling = sibling
        if whole["sentence_start"] == part["sentence_start"]:
            self._where = "same"
        else:
            beside = abs(whole["sentence_end"] - part["sentence_start"]) < _NEXT
            self._where = "next" if beside else "far"

    def facts(self) -> Iterator[str]:
        yield from self._standing()
        yield from self._likeness()
        yield from self._around()
        if self._where == "same" and self._apart > 0:
            yield from self._between()

    def _standing(self) -> Iterator[str]:
        """Where the two stand, and how rules have tied them."""
        where, whole, part = self._where, self._whole, self._part
        side, rank = "before" if self._apart > 0 else "after", min(_RANKS, abs(self._apart))
        yield from (f"{side} rank={rank}", f"{side} {where}", f"{side} {where} rank={rank}")
        yield f"ruled={part['part_of'] == whole['key']}"
        yield f"other ruled={part['part_of'] not in (None, whole['key'])}"
        yield f"whole is part={whole['part_of'] is not None}"
        yield f"whole newer={whole['supersedes'] is not None} part newer={part['supersedes'] is not None}"
        if part["supersedes"] == whole["key"] or whole["supersedes"] == part["key"]:
            yield "updates"
        if self._sibling == whole["key"]:
            yield from ("sibling", f"{where} sibling alike={self._alike}")

    @property
    def _alike(self) -> bool:
        return self._whole["impact"] == self._part["impact"]

    def _likeness(self) -> Iterator[str]:
        """What the two have in common."""
        where, whole, part = self._where, self._whole, self._part
        impacts, share = f"{whole['impact']}>{part['impact']}", number_of(part) / number_of(whole)
        ratio = "half" if share > 0.5 else "tenth" if share > 0.1 else "small"
        yield from (f"impacts={impacts}", f"{where} impacts={impacts}", f"alike={self._alike}")
        yield from (f"{where} alike={self._alike}", f"ratio={ratio}", f"{where} ratio={ratio}")
        yield from (f"same {name}={self._same(name)}" for name in ("scope", "unit", "country", "date"))
        yield f"same place={self._same('place_canonical')}"
        yield f"{where} date={self._same('date')} place={self._same('place_canonical')} alike={self._alike}"
        yield f"said={part['source'] is not None and self._same('source')}"
        yield f"certainty={whole['certainty']}>{part['certainty']}"
        yield from (f"zone={whole['zone']}>{part['zone']}", f"category={whole['who_category']}>{part['who_category']}")
        nouns = [stem((one["who"] or "-").lower()) for one in (whole, part)]
        yield from (f"same noun={nouns[0] == nouns[1]}", f"noun={nouns[1]}")
        yield from (f"whole modifier={whole['modifier']}", f"part modifier={part['modifier']}")

    def _same(self, name: str) -> bool:
        return bool(self._whole[name] == self._part[name])  # type: ignore[literal-required]

    def _around(self) -> Iterator[str]:
        """The words before the part, at the head of its sentence, and behind it."""
        before, behind = self._words
        yield from (f"{self._where} word={word}" for word in before[-2:])
        yield from (f"{self._where} opening={word}" for word in before[:2])
        yield from (f"{self._where} behind={word}" for word in behind[:2])

    def _between(self) -> Iterator[str]:
        """What stands between a whole and a part behind it in its sentence."""
        gap = self._folded[self._whole["end"] : self._part["start"]]
        words = stems(gap)
        yield from (f"between={word}" for word in words[:_BETWEEN])
        yield from (f"last={word}" for word in words[-1:])
        yield from (f"first={word}" for word in words[:1])
        yield f"turn={'-'.join(words[-2:])}"
        yield f"words={min(_GAP, len(words))}"
        yield f"bracket={'(' in gap and ')' not in gap}"
        yield from (f"commas={min(_MARKS, gap.count(','))}", f"colon={':' in gap}", f"semicolon={';' in gap}")
