"""Tolls by the words around them: their status, an earlier one, a total of what was told, a share of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlp_events.layers.links.mentions import ROUNDING, number_of
from nlp_events.layers.links.model import load_links
from nlp_events.values import FigureValue, Toll
from nlp_events.words.branches import united
from nlp_events.words.store import SHIPPED, Words, derived

# A total adds up a few figures around it; those further off are of other things.
PARTS = 4


@derived
def _any_toll(words: Words) -> re.Pattern[str]:
    """What fits where one of the rules of a toll's status does, which few sentences have."""
    return re.compile(united(rule.pattern for rule in load_links(words).tolls))


def toll_of(folded: str, start: int, end: int, words: Words = SHIPPED) -> Toll | None:
    """The status a sentence gives its toll, None where it gives none."""
    sentence = folded[start:end]
    if _any_toll(words).search(sentence) is None:
        return None
    return next((rule.toll for rule in load_links(words).tolls if rule.regex.search(sentence)), None)


def is_earlier(folded: str, start: int, end: int, words: Words = SHIPPED) -> bool:
    """Whether a sentence part speaks of an earlier toll («un premier bilan faisait état de»)."""
    return load_links(words).earlier.led.search(folded[start:end]) is not None


def is_total(folded: str, start: int, end: int, words: Words = SHIPPED) -> bool:
    """Whether a sentence adds up what was told before («ces deux attentats auront fait 40 morts»)."""
    return load_links(words).total.regex.search(folded[start:end]) is not None


def is_lowered(folded: str, start: int, end: int, words: Words = SHIPPED) -> bool:
    """Whether a sentence corrects a toll downwards («ramené à 24»)."""
    return load_links(words).lowered.regex.search(folded[start:end]) is not None


def parts_raising(
    folded: str, total: FigureValue, figures: Sequence[FigureValue], words: Words = SHIPPED
) -> list[FigureValue]:
    """The figures of a total's sentence that raise it: «deux blessés ont succombé, ce qui porte le bilan à 31».

    Args:
        folded: the text folded.
        total: the figure that may be raised.
        figures: the figures of the article.
        words: the words and rules.

    Returns:
        The smaller figures told before it in the sentence, of its impact and no other's part; none without the wording.
    """
    start = total["sentence_start"]
    if load_links(words).raised.regex.search(folded[start : total["start"]]) is None:
        return []
    return [
        one
        for one in figures
        if one["sentence_start"] == start
        and one["start"] < total["start"]
        and one["key"] != total["supersedes"]
        and one["part_of"] is None
        and one["unit"] == total["unit"]
        and (one["impact"] == total["impact"] or {one["impact"], total["impact"]} == {"killed", "casualties"})
        and 0 < number_of(one) < number_of(total)
    ]


def parts_of_total(total: FigureValue, figures: Sequence[FigureValue]) -> list[FigureValue]:
    """The figures around a total that add up to it, or to a little less or more of an uncertain one; else none."""
    replaced = {figure["supersedes"] for figure in figures}
    fitting = [
        one
        for one in figures
        if one is not total
        and one["key"] not in replaced
        and one["part_of"] is None
        and one["certainty"] != "denied"
        and one["unit"] == total["unit"]
        and one["scope"] in ("event", total["scope"])
        and (one["impact"] == total["impact"] or {one["impact"], total["impact"]} == {"killed", "casualties"})
        and 0 < number_of(one) < number_of(total)
    ]
    before = [one for one in fitting if one["start"] < total["start"]][-PARTS:]
    after = [one for one in fitting if one["start"] > total["start"]][:PARTS]
    runs = [before[i:] + after[:j] for i in range(len(before) + 1) for j in range(len(after) + 1)]
    sums = [(sum(map(number_of, run)), run) for run in runs if len(run) > 1]
    exact = next((run for amount, run in sums if amount == number_of(total)), None)
    if exact is not None:
        return exact
    if total["modifier"] not in ("exact", "range") and len(before) > 1:
        return before if sum(map(number_of, before)) <= (1 + ROUNDING) * number_of(total) else []
    return []


def whole_of_share(
    folded: str, figure: FigureValue, before: Sequence[FigureValue], words: Words = SHIPPED
) -> str | None:
    """Key of the larger figure told before that one is a share of: the worst of several attacks, the newly found.

    Args:
        folded: the text folded.
        figure: the figure that may be a share.
        before: the figures before it in text order.
        words: the words and rules.

    Returns:
        The key of the nearest whole, None where no wording makes the figure a share or no figure can hold it.
    """
    links = load_links(words)
    if figure["impact"] != "affected" and links.episode.regex.search(
        folded[figure["sentence_start"] : figure["start"]]
    ):
        wholes = [one for one in before if one["sentence_start"] < figure["sentence_start"]]
    elif links.newly.regex.search(folded[figure["start"] : figure["end"]]):
        wholes = [one for one in before if is_total(folded, one["sentence_start"], one["sentence_end"], words)]
    else:
        return None
    fitting = (
        one["key"]
        for one in reversed(wholes)
        if one["impact"] == figure["impact"]
        and one["unit"] == figure["unit"]
        and one["scope"] == figure["scope"]
        and one["certainty"] != "denied"
        and one["part_of"] is None
        and number_of(one) > number_of(figure) > 0
        and not (one["country"] and figure["country"] and one["country"] != figure["country"])
    )
    return next(fitting, None)
