"""Numbers of people that no rule has read: the facts by which one is a figure, and what happened to those it counts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import get_args

from nlp_events.decisions import Scorer
from nlp_events.layers.figures.brought_in import RULE as BROUGHT_IN
from nlp_events.layers.figures.features import SIZES
from nlp_events.layers.figures.items import Item
from nlp_events.layers.figures.rules import Count
from nlp_events.text.stems import stem
from nlp_events.values import FigureValue, Impact
from nlp_events.words.nouns import NounTable

IMPACTS: tuple[Impact, ...] = get_args(Impact)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*'?")
# Characters of the sentence before a number and behind it, and of the sentence before, in which words are looked for.
_BEFORE, _BEHIND, _EARLIER, _OPENING = 120, 140, 120, 30
# Words before a number and behind it that are told: all, those by their side, those by their place, those looked up.
_ALL, _SIDE, _PLACED, _LOOKED_UP = (8, 9), (5, 6), (2, 3), 3
# Letters of a word that can be the one that tells what happened.
_TELLING = 5


class OtherFigures:
    """The figures of an article, and which of them stand where: asked for each number without looking at all.

    Args:
        figures: the figures, in text order.
    """

    def __init__(self, figures: Sequence[FigureValue]) -> None:
        self._figures = figures
        self._starts = [one["start"] for one in figures]
        self._furthest = list(accumulate((one["end"] for one in figures), max))
        self._impacts = Counter(one["impact"] for one in figures)

    def over(self, item: Item) -> list[int]:
        """The places in their order of the figures that share characters with a number."""
        found: list[int] = []
        at = bisect_left(self._starts, item.end) - 1
        while at >= 0 and self._furthest[at] > item.start:
            if self._figures[at]["end"] > item.start:
                found.append(at)
            at -= 1
        return found

    def facts(self, count: Count) -> Iterator[str]:
        """What is told of others than a number: in the article, in its sentence, before it."""
        own = self.over(count.item)
        impacts = self._impacts - Counter(self._figures[at]["impact"] for at in own)
        yield from (f"article={impact}" for impact in sorted(impacts))
        first, last, here = (bisect_left(self._starts, at) for at in (*count.sentence, count.item.start))
        yield from (f"beside={self._figures[at]['impact']}" for at in range(first, last) if at not in own)
        before = next((at for at in range(here - 1, -1, -1) if at not in own), None)
        yield f"last={'-' if before is None else self._figures[before]['impact']}"
        yield f"figures={min(4, len(self._figures) - len(own))}"


class CountFacts:
    """An article's words around its numbers, and the figures that rules read in it.

    Args:
        folded: the article's text, folded.
        counts: the numbers that may count people, in text order.
        figures: the figures that are read, in text order.
        topic: facts of what the article's words say of it.
        nouns: what nouns name.
    """

    def __init__(
        self,
        folded: str,
        counts: Sequence[Count],
        figures: Sequence[FigureValue],
        topic: Sequence[str],
        nouns: NounTable,
    ) -> None:
        self._folded, self.others = folded, OtherFigures(figures)
        self._numbers = Counter(count.sentence for count in counts)
        self._topic, self._nouns = topic, nouns

    def of(self, count: Count) -> list[str]:
        """What holds of a number, whatever it counts."""
        facts = [*self._alone(count), *self._beside(count), *self._around(count), *self._topic]
        return list(dict.fromkeys(facts))

    def _alone(self, count: Count) -> Iterator[str]:
        """What a number and its noun are."""
        quantity, item = count.quantity, count.item
        number = (quantity["min"] if quantity["min"] is not None else quantity["max"]) or 0
        yield f"size={next((word for least, word in SIZES if number >= least), 'one')}"
        yield f"modifier={quantity['modifier']}"
        yield f"quantity={'brought in' if quantity['rule'] == BROUGHT_IN else quantity['kind']}"
        yield f"item={item.kind}"
        yield f"category={item.category}"
        yield f"noun={stem(item.noun)}"

    def _beside(self, count: Count) -> Iterator[str]:
        """What is told of others, and how many numbers its sentence has."""
        yield from self.others.facts(count)
        yield f"numbers={min(4, self._numbers[count.sentence])}"

    def _around(self, count: Count) -> Iterator[str]:
        """The words around a number."""
        before, behind = (_WORD.findall(self._folded, *stretch) for stretch in _stretches(count))
        left, right = [stem(word) for word in before], [stem(word) for word in behind]
        yield from (f"near={word}" for word in left[-_ALL[0] :] + right[: _ALL[1]])
        yield from (f"before={word}" for word in left[-_SIDE[0] :])
        yield from (f"behind={word}" for word in right[: _SIDE[1]])
        yield from (f"before {at}={word}" for at, word in enumerate(left[::-1][: _PLACED[0]]))
        yield from (f"behind {at}={word}" for at, word in enumerate(right[: _PLACED[1]]))
        kinds = [str(self._nouns.kind(word)) for word in behind[:_LOOKED_UP]]
        yield from (f"kind {at}={kind}" for at, kind in enumerate(kinds))
        yield f"kinds={'-'.join(kinds[:2])}"
        start = count.sentence[0]
        opening = _WORD.findall(self._folded, start, start + _OPENING)[:1]
        yield from (f"opening={stem(word)}" for word in opening)
        earlier = _WORD.findall(self._folded, max(0, start - _EARLIER), start)
        yield from (f"earlier={stem(word)}" for word in earlier)


def words_around(folded: str, count: Count) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    """The words of its sentence before a number and behind it, each with its offset, in text order."""
    before, behind = (_WORD.finditer(folded, *stretch) for stretch in _stretches(count))
    return [(one.group(), one.start()) for one in before], [(one.group(), one.start()) for one in behind]


def _stretches(count: Count) -> tuple[tuple[int, int], tuple[int, int]]:
    """The stretches of its sentence before a number and behind it whose words tell what it counts."""
    start, end = count.sentence
    first, last = count.quantity["start"], count.quantity["end"]
    return (max(start, first - _BEFORE), first), (last, min(end, last + _BEHIND))


def trigger_of(folded: str, count: Count, impact: Impact, scorer: Scorer) -> tuple[int, int]:
    """[start, end) of the word around a number that speaks most for what happened; of equals the first.

    Small words are none, though they weigh: «une bombe *qui* a tué».
    """
    before, behind = words_around(folded, count)
    words = [*((word, at, "before") for word, at in before[-_ALL[0] :] if len(word) >= _TELLING)]
    words += [(word, at, "behind") for word, at in behind[: _ALL[1]] if len(word) >= _TELLING]
    if not words:
        return count.item.start, count.item.end

    def weight(one: tuple[str, int, str]) -> float:
        beginning = stem(one[0])
        return scorer.score([f"near={beginning} of={impact}", f"{one[2]}={beginning} of={impact}"])

    word, at, _ = max(words, key=weight)
    return at, at + len(word)
