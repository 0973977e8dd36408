"""Who says so: the attribution a figure is credited to, and the type of a source."""

from __future__ import annotations

from collections.abc import Sequence

from nlp_events.layers.sources.model import load_sources
from nlp_events.values import DiscourseValue, SourceType
from nlp_events.words.store import SHIPPED, Words

# A comma between a figure and a voice costs as much as this many characters: «240 selon A, 93 selon B».
COMMA_COST = 40


def attribution_of(folded: str, attributions: Sequence[DiscourseValue], start: int, end: int) -> DiscourseValue | None:
    """The attribution a figure at [start, end) is credited to, None where the sentence names nobody for it.

    Args:
        folded: the folded text of the article.
        attributions: those of the figure's sentence.
        start: where the figure begins.
        end: where it ends, exclusive.
    """
    fitting = [one for one in attributions if not _overlaps(one, start, end) and _on_its_side(one, start)]
    return min(fitting, key=lambda one: _rank(folded, one, start, end), default=None)


def _overlaps(one: DiscourseValue, start: int, end: int) -> bool:
    first, last = one["parts"]["speaker"]
    return first < end and start < last


def _on_its_side(one: DiscourseValue, start: int) -> bool:
    if "either" in one["traits"]:
        return True
    return one["start"] > start if "before" in one["traits"] else one["start"] <= start


def _rank(folded: str, one: DiscourseValue, start: int, end: int) -> tuple[bool, bool, int]:
    """Agencies last, then what beats others, then what is nearest."""
    between = folded[end : one["start"]] if one["start"] >= end else folded[one["parts"]["speaker"][1] : start]
    distance = len(between) + COMMA_COST * any(mark in between for mark in ",;")
    return "agency" in one["traits"], "beats" not in one["traits"], distance


def source_type(folded_name: str, words: Words = SHIPPED) -> SourceType:
    """The type of a source by its words, «other» where none tells."""
    return next(
        (kind for kind, wording in load_sources(words).types.items() if wording.regex.search(folded_name)), "other"
    )
