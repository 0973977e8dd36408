"""Who speaks in a quotation, however many sentences it has."""

from __future__ import annotations

from collections.abc import Sequence

from nlp_events.layers.discourse.model import load_discourse
from nlp_events.values import DiscourseValue
from nlp_events.words.store import SHIPPED, Words

NEAR = 4
"""Characters between the end of a quotation and the words that say whose it is, at the most."""
BACK = 600
"""Characters before a quotation in which its speaker was named, where a pronoun takes him up, at the most."""


def find_quotations(folded: str, words: Words = SHIPPED) -> list[DiscourseValue]:
    """The quotations of a text, marks included.

    Args:
        folded: the folded text of the article.
        words: the words and rules.

    Returns:
        The quotations in text order; who speaks in each is not known yet.
    """
    return [
        {
            "start": match.start(), "end": match.end(), "kind": "quotation", "parts": {}, "traits": [],
            "rule": "quotation",
        }
        for match in load_discourse(words).quotation.regex.finditer(folded)
    ]  # fmt: skip


def give_speakers(quotations: Sequence[DiscourseValue], said: Sequence[DiscourseValue], folded: str) -> None:
    """Tell each quotation its speaker, where the words behind it, in it or before it name one.

    Args:
        quotations: those of the text.
        said: the attributions and the places where a speaker goes on, in text order.
        folded: the folded text of the article.
    """
    for quotation in quotations:
        near = [one for one in said if quotation["start"] - BACK <= one["start"] <= quotation["end"] + NEAR]
        found = _behind(quotation, near) or _within(quotation, near) or _before(quotation, near, folded)
        if found is not None:
            quotation["parts"]["speaker"] = found["parts"]["speaker"]


def _behind(quotation: DiscourseValue, said: Sequence[DiscourseValue]) -> DiscourseValue | None:
    """«…», a dit le maire; «…», a-t-il dit."""
    for one in said:
        if quotation["end"] - NEAR <= one["start"]:
            if one["kind"] == "same_speaker" or "said_before" in one["traits"]:
                before = [other for other in said if other["end"] <= quotation["start"] and "speaker" in other["parts"]]
                return before[-1] if before else None
            return one if "before" in one["traits"] else None
    return None


def _within(quotation: DiscourseValue, said: Sequence[DiscourseValue]) -> DiscourseValue | None:
    """«Il pleut, a dit le maire. Il vente.»."""
    own = (one for one in said if quotation["start"] < one["start"] and one["end"] < quotation["end"])
    return next((one for one in own if "before" in one["traits"] and "verb" in one["parts"]), None)


def _before(quotation: DiscourseValue, said: Sequence[DiscourseValue], folded: str) -> DiscourseValue | None:
    """Le maire a dit : «…»."""
    own = [one for one in said if one["end"] <= quotation["start"] and "verb" in one["parts"]]
    if not own or "after" not in own[-1]["traits"]:
        return None
    between = folded[own[-1]["end"] : quotation["start"]]
    return own[-1] if between.rstrip().endswith(":") and not _ENDS.intersection(between) else None


_ENDS = frozenset(".;!?\n")
