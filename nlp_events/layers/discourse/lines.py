"""What the lines of an article are: under a dateline, or items of a list below its heading."""

from __future__ import annotations

from collections.abc import Iterator

from nlp_events.layers.discourse.model import load_discourse
from nlp_events.text.datelines import dateline_at
from nlp_events.values import DiscourseValue
from nlp_events.words.store import SHIPPED, Words


def find_lines(folded: str, words: Words = SHIPPED) -> Iterator[DiscourseValue]:
    """The datelines and the list lines of a text, in its order.

    Args:
        folded: the folded text of the article.
        words: the words and rules.

    Yields:
        Each dateline with its town and day, each line of a list with the line above the list as its heading.
    """
    rules = load_discourse(words)
    heading: tuple[int, int] | None = None
    start = 0
    for line in folded.split("\n"):
        if line and (dateline := _dateline(folded, start, words)) is not None:
            yield dateline
        if not rules.list_line.regex.match(line):
            heading = (start, start + len(line)) if line.strip() else heading
        elif heading is not None:
            yield {
                "start": start, "end": start + len(line), "kind": "list_line", "parts": {"heading": [*heading]},
                "traits": [],
                "rule": "list_line",
            }  # fmt: skip
        start += len(line) + 1


def _dateline(folded: str, start: int, words: Words) -> DiscourseValue | None:
    found = dateline_at(folded, start, words)
    if found is None:
        return None
    named = {"town": found.town, "day": found.day}
    parts = {name: [*part] for name, part in named.items() if part is not None}
    return {
        "start": found.start, "end": found.end, "kind": "dateline", "parts": parts, "traits": [], "rule": found.rule,
    }  # fmt: skip
