"""What speaks for and against a figure that the rules propose: the facts by which it is accepted or refused."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set

from nlp_events.layers.figures.brought_in import RULE as BROUGHT_IN
from nlp_events.text.stems import stem, stems
from nlp_events.values import FigureValue
from nlp_events.words.nouns import NounTable

_NAMED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# Words counted that are looked up.
_COUNTED = 3
# Words before and after a figure that tell what is said of it.
_NEAR = 7
# Characters of a sentence's part and of the article in which words are looked for.
_REACH, _MOST = 80, 6_000
# The sum of an article's words is told in steps of this size, up to so many either way.
_TOPIC_STEP, _TOPIC_MOST = 1.5, 3
SIZES = (
    (1_000_000, "millions"), (10_000, "myriads"), (1_000, "thousands"), (100, "hundreds"), (20, "tens"), (2, "few"),
)  # fmt: skip


def topic_facts(folded: str, known: Set[str] | None = None) -> list[str]:
    """The words of an article, by which it tells of people killed, hurt or driven out, or of something else.

    Args:
        folded: the article, folded.
        known: the facts that are asked for, where others are of no use.
    """
    facts = {f"word={word}" for word in set(stems(folded[:_MOST]))}
    return sorted(facts if known is None else facts & known)


def topic_steps(topic: float) -> list[str]:
    """What the words of an article say of it, in steps."""
    step = max(-_TOPIC_MOST, min(_TOPIC_MOST, round(topic / _TOPIC_STEP)))
    return [f"topic>={least}" for least in range(-_TOPIC_MOST, step + 1)]


class FigureFacts:
    """The words of an article, and the figures proposed in it.

    Args:
        folded: the article's text, folded.
        figures: the figures that rules propose, in text order.
        topic: what its words say of it, the sum of the weights of ``topic_facts``.
        nouns: what nouns name.
    """

    def __init__(self, folded: str, figures: Sequence[FigureValue], topic: float, nouns: NounTable) -> None:
        self._folded, self._nouns = folded, nouns
        self._impacts = Counter(figure["impact"] for figure in figures)
        self._topic = topic_steps(topic)

    def of(self, figure: FigureValue) -> list[str]:
        """The facts that hold of one of the figures."""
        kind = figure["rule"].partition("/")[0]
        impact, trigger = figure["impact"], stem(figure["trigger"].lower())
        number = figure["min"] if figure["min"] is not None else figure["max"] or 0
        size = next((word for least, word in SIZES if number >= least), "one")
        who = (figure["who"] or "").lower()
        others = sum(self._impacts.values()) - self._impacts[impact]
        facts = [
            f"impact={impact}", f"kind={kind}", f"kind={kind} impact={impact}", f"trigger={trigger}",
            f"trigger={trigger} impact={impact}", f"rule={figure['rule']}",
            f"size={size}", f"size={size} impact={impact}",
            f"modifier={figure['modifier']}", f"zone={figure['zone']}", f"unit={figure['unit']}",
            f"alike={min(3, self._impacts[impact])}", f"others={min(4, others)}",
            f"others={min(2, others)} impact={impact}",
            f"category={figure['who_category']}", f"category={figure['who_category']} impact={impact}",
            f"part={figure['part_of'] is not None}", f"newer={figure['supersedes'] is not None}",
            *(f"who={word}" for word in sorted({*stems(who)})), "who=-" if not who else "who",
        ]  # fmt: skip
        return [*facts, *self._brought_in(figure), *self._named(figure, who), *self._near(figure), *self._topic]

    def _brought_in(self, figure: FigureValue) -> list[str]:
        """How a person is told whom no numeral counts: «le conducteur», «sa mère»."""
        if figure["evidence"]["quantity"]["rule"] != BROUGHT_IN:
            return []
        word = self._folded[figure["start"] : figure["end"]].partition(" ")[0]
        return ["brought in", f"brought in {word}", f"brought in rule={figure['rule']}"]

    def _named(self, figure: FigureValue, who: str) -> list[str]:
        """Whether the words counted, and the word behind them, name people or things («deux jeunes lynx»)."""
        counted = _NAMED.findall(who)[:_COUNTED]
        behind = _NAMED.match(self._folded, figure["end"] + 1)
        kinds = [f"noun {at}={self._nouns.kind(word)}" for at, word in enumerate(counted)]
        if "thing" in (self._nouns.kind(word) for word in counted):
            kinds.append(f"thing impact={figure['impact']}")
        return [*kinds, f"behind={self._nouns.kind(behind.group()) if behind else '-'}"]

    def _near(self, figure: FigureValue) -> list[str]:
        """The words around a figure, and those between it and its trigger."""
        start, end = figure["start"], figure["end"]
        before = self._folded[max(figure["sentence_start"], start - _REACH) : start]
        after = self._folded[end : min(figure["sentence_end"], end + _REACH)]
        left = stems(before)[-_NEAR:]
        right = stems(after)[:_NEAR]
        near = [f"near={word}" for word in dict.fromkeys((*left, *right))]
        edge = [f"left={left[-1]}" if left else "left=-", f"right={right[0]}" if right else "right=-"]
        gap = max(figure["trigger_start"] - end, start - figure["trigger_end"], 0)
        side = "after" if figure["trigger_start"] >= end else "before" if figure["trigger_end"] <= start else "inside"
        first, last = (end, figure["trigger_start"]) if side == "after" else (figure["trigger_end"], start)
        commas = self._folded.count(",", first, max(first, last))
        return [*near, *edge, f"side={side} far={min(5, gap // 15)}", f"side={side} commas={min(2, commas)}"]
