"""Numbers that a list pairs with names: «Kati (12), Sikasso (7)», «Maradi, 14 ; Zinder, 9», «respectivement …»."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from nlp_events.layers.places.model import load_place_words
from nlp_events.layers.places.rules import Lead, Name, Pairing
from nlp_events.values import FigureValue
from nlp_events.words.store import SHIPPED, Words

# A name before a number without brackets: «Maradi, 14», «Maradi : 14».
_LABELS = (", ", " : ", ": ")
# Characters before a bracket in which a name is looked for.
_NAME = 60
# What ends such a pair.
_ENDS = (";", ".", "\n")


def pairings(
    folded: str, figures: Sequence[FigureValue], names: Sequence[Name], words: Words = SHIPPED
) -> dict[str, Pairing]:
    """The names that lists pair with figures, by the figures' keys.

    Args:
        folded: the folded text of the article.
        figures: its figures in text order.
        names: its names in text order.
        words: the words and rules.
    """
    ends, starts = {name.end: name for name in names}, [name.start for name in names]
    found: dict[str, Pairing] = {}
    for sentence, own in _by_sentence(figures).items():
        told = {one["key"]: name for one in own if (name := _labelled(folded, one, ends)) is not None}
        if len({name.start for name in told.values()}) < 2 and len(own) > 1:
            last = max(one["sentence_end"] for one in own)
            told = _in_order(folded, own, names[bisect_left(starts, sentence) : bisect_left(starts, last)], words)
        if len({name.start for name in told.values()}) > 1:
            first = min(name.start for name in told.values())
            lead = _lead(folded[sentence:first], words)
            found |= {key: Pairing(name.start, len(told), lead) for key, name in told.items()}
    return found


def bracketed_names(text: str, figures: Sequence[FigureValue], words: Words = SHIPPED) -> set[tuple[int, int]]:
    """[start, end) of the names before brackets in which figures stand, where a sentence has several of them.

    Args:
        text: the article.
        figures: its figures in text order.
        words: the words and rules.
    """
    found: set[tuple[int, int]] = set()
    for own in _by_sentence(figures).values():
        opened = {at for figure in own if (at := _opened(text, figure)) > 0}
        before = [_before(text, at, words) for at in opened] if len(opened) > 1 else []
        found |= {span for span in before if span is not None}
    return found


def shared_out(figures: Sequence[FigureValue], paired: Mapping[str, Pairing]) -> dict[str, set[int]]:
    """For each figure that a list shares out, by its key, where the names begin that its parts are paired with."""
    found: dict[str, set[int]] = defaultdict(set)
    for figure in figures:
        whole, pair = figure["part_of"], paired.get(figure["key"])
        if whole is not None and pair is not None:
            found[whole].add(pair.start)
    return found


def _by_sentence(figures: Sequence[FigureValue]) -> dict[int, list[FigureValue]]:
    own: dict[int, list[FigureValue]] = defaultdict(list)
    for figure in figures:
        own[figure["sentence_start"]].append(figure)
    return own


def _labelled(folded: str, figure: FigureValue, ends: Mapping[int, Name]) -> Name | None:
    """The name before the bracket that a figure stands in, or that is its label up to a semicolon."""
    start, opened = figure["start"], _opened(folded, figure)
    if opened > 0:
        first = max(0, opened - _NAME)
        return ends.get(first + len(folded[first:opened].rstrip()))
    closing = folded[figure["end"] : figure["end"] + 2].lstrip()[:1]
    label = next((one for one in _LABELS if folded.endswith(one, 0, start)), None)
    if label is None or (closing and closing not in _ENDS):
        return None
    return ends.get(start - len(label))


def _opened(text: str, figure: FigureValue) -> int:
    """Where the bracket begins in which a figure stands, -1 where it stands in none."""
    opened = text.rfind("(", figure["sentence_start"], figure["start"])
    return opened if opened < 0 or text.find(")", opened, figure["start"]) < 0 else -1


def _before(text: str, opened: int, words: Words) -> tuple[int, int] | None:
    """[start, end) of the name right before a bracket."""
    name = load_place_words(words).before_bracket.regex.search(text, max(0, opened - _NAME), opened)
    return None if name is None else name.span("name")


def _in_order(folded: str, own: Sequence[FigureValue], names: Sequence[Name], words: Words) -> dict[str, Name]:
    """Figures and names that «respectivement» pairs in their order; none unless there are as many of both."""
    rules = load_place_words(words)
    sentence = own[0]["sentence_start"], own[0]["sentence_end"]
    if rules.respectively.regex.search(folded, *sentence) is None:
        return {}
    rows = [row for row in _rows(folded, names, words) if len(row) > 1]
    kinds: dict[str, list[FigureValue]] = defaultdict(list)
    for figure in own:
        kinds[figure["impact"]].append(figure)
    for figures in kinds.values():
        row = next((row for row in rows if len(row) == len(figures)), None)
        if row is not None:
            return {figure["key"]: name for figure, name in zip(figures, row, strict=True)}
    return {}


def _rows(folded: str, names: Sequence[Name], words: Words) -> Iterator[list[Name]]:
    """Names of a sentence that are told in a row: «à Kati, Sikasso et Ségou»."""
    link, row = load_place_words(words).in_a_row.regex, list(names[:1])
    for one, other in pairwise(names):
        if link.match(folded[one.end : other.start]) is None:
            yield row
            row = []
        row.append(other)
    yield row


def _lead(before: str, words: Words) -> Lead:
    rules = load_place_words(words)
    if rules.list_of_origins.regex.search(before):
        return "origin"
    return "care" if rules.list_of_care.regex.search(before) else "-"
