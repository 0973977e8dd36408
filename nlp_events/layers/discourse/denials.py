"""What the next sentence denies: «Une radio a parlé de douze morts. C'est faux, répond le préfet»."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from nlp_events.layers.discourse.attributions import cut
from nlp_events.layers.discourse.model import load_discourse
from nlp_events.values import DiscourseValue
from nlp_events.words.store import SHIPPED, Words


def find_denials(
    folded: str,
    sentences: Sequence[tuple[int, int]],
    said: Callable[[int], Sequence[DiscourseValue]],
    words: Words = SHIPPED,
) -> Iterator[DiscourseValue]:
    """The sentences that deny what the one before them tells.

    Args:
        folded: the folded text of the article.
        sentences: [start, end) of each sentence.
        said: what is said in a sentence, by its index.
        words: the words and rules.

    Yields:
        A piece for each such sentence that names who denies.
    """
    rules = load_discourse(words)
    for at, (start, end) in enumerate(sentences):
        match = rules.denial.regex.search(folded[start:end]) if at else None
        if match is None:
            continue
        name = match["speaker"] or match["qualifier"]
        if name is None:
            speaker = next((one["parts"]["speaker"] for one in said(at) if "speaker" in one["parts"]), None)
        else:
            found = cut(folded, start, start + len(name), rules)
            speaker = None if found is None else [*found]
        if speaker is not None:
            yield {
                "start": start, "end": end, "kind": "denial", "parts": {"speaker": speaker}, "traits": [],
                "rule": "denial",
            }  # fmt: skip
