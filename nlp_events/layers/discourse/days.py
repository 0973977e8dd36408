"""On which days somebody spoke: a day of speaking never dates what is told."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from nlp_events.layers.discourse.model import load_discourse
from nlp_events.text.sentences import sentence_at
from nlp_events.values import DiscourseValue
from nlp_events.words.store import SHIPPED, Words

BEFORE, AFTER = 60, 100
"""Characters of a date's sentence that are read before and after it."""
REACH = 40
"""Characters between a day of speaking and the words of its attribution, at the most."""


def find_days(
    folded: str, dates: Iterable[tuple[int, int]], sentences: Sequence[tuple[int, int]], words: Words = SHIPPED
) -> Iterator[DiscourseValue]:
    """The dates on which somebody spoke («a souligné lundi»).

    Args:
        folded: the folded text of the article.
        dates: [start, end) of each date.
        sentences: [start, end) of each sentence.
        words: the words and rules.

    Yields:
        One piece for each such date.
    """
    rules = load_discourse(words)
    for start, end in dates:
        first, last = sentences[sentence_at(sentences, start)]
        before = rules.spoken_before.led.search(folded[max(first, start - BEFORE) : start])
        if before is not None or rules.spoken_after.regex.match(folded[end : min(last, end + AFTER)]):
            rule = "spoken_after" if before is None else "spoken_before"
            yield {"start": start, "end": end, "kind": "day_of_speaking", "parts": {}, "traits": [], "rule": rule}


def give_days(attributions: Sequence[DiscourseValue], days: Iterable[DiscourseValue]) -> None:
    """Tie each day of speaking to the attribution whose words stand nearest to it."""
    starts = [one["start"] for one in attributions]
    for day in days:
        at = bisect_left(starts, day["end"])
        near = min(attributions[max(0, at - 2) : at + 1], key=lambda one: _gap(one, day), default=None)
        if near is not None and _gap(near, day) <= REACH:
            near["parts"]["day"] = [day["start"], day["end"]]


def _gap(attribution: DiscourseValue, day: DiscourseValue) -> int:
    return max(0, attribution["start"] - day["end"], day["start"] - attribution["end"])
