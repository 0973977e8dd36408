"""Figures of a whole text: every sentence read, linked, completed by inheritance and checked against the vetoes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlp_events.text.figures.inheritance import complete
from nlp_events.text.figures.items import COUNTS, Item, read_items
from nlp_events.text.figures.lexicon import Lexicon, load_lexicon
from nlp_events.text.figures.linking import Link, link_left, link_right
from nlp_events.text.figures.readings import Context, Reading
from nlp_events.text.folding import fold
from nlp_events.text.sentences import split_sentences
from nlp_events.values import QuantityValue, Refusal

# A trigger noun («12 détenus») is given up for a verb («ont péri») only when that verb is this near in cost.
OVERRIDE_COST = 6.0


def find_figures(
    text: str, quantities: Sequence[QuantityValue], directory: str | None = None
) -> tuple[list[Reading], list[Refusal]]:
    """Read every human-impact figure of a text.

    Args:
        text: the article.
        quantities: its quantities in text order, as the quantities layer found them.
        directory: a folder of language resources, None for the shipped ones.

    Returns:
        The readings in text order, and the numbers that name people but were refused, with the veto's id as reason.
    """
    lexicon = load_lexicon(directory)
    folded = fold(text)
    allowed = _allowed(folded, lexicon)
    readings: list[Reading] = []
    refusals: list[Refusal] = []
    before: list[Reading] = []
    groups = _by_sentence(split_sentences(text, directory), _completed(folded, quantities, lexicon))
    for sentence, own in groups:
        found = _sentence(text, folded, sentence, own, lexicon, before)
        kept = []
        for reading in found:
            veto = _veto(reading, folded, lexicon, allowed)
            if veto is None:
                kept.append(reading)
            else:
                start, end = reading.item.start, reading.item.end
                refusals.append({"start": start, "end": end, "reason": veto, "rule": veto})
        readings.extend(kept)
        before = kept or before
    return readings, refusals


def _completed(folded: str, quantities: Sequence[QuantityValue], lexicon: Lexicon) -> list[QuantityValue]:
    """The quantities, with «l'un des» (one) and «n'a pas fait de» (none) added."""
    extra: list[QuantityValue] = []
    for pattern, value, rule in ((lexicon.single, 1, "one-of"), (lexicon.zero, 0, "zero")):
        for match in pattern.finditer(folded):
            end = match.end() if value == 0 else _first_word_end(folded, match)
            extra.append(
                {
                    "start": match.start(), "end": end, "number_start": match.start(), "number_end": end,
                    "min": value, "max": value, "modifier": "exact",
                    "kind": "number" if value else "zero", "rule": rule,
                }
            )  # fmt: skip
    taken = [(one["start"], one["end"]) for one in extra]
    others = [q for q in quantities if not any(q["start"] < end and start < q["end"] for start, end in taken)]
    return sorted([*others, *extra], key=lambda one: one["start"])


def _first_word_end(folded: str, match: re.Match[str]) -> int:
    return folded.find(" ", match.start(), match.end())


def _by_sentence(
    sentences: list[tuple[int, int]], quantities: list[QuantityValue]
) -> list[tuple[tuple[int, int], list[QuantityValue]]]:
    groups: list[tuple[tuple[int, int], list[QuantityValue]]] = []
    at = 0
    for start, end in sentences:
        own: list[QuantityValue] = []
        while at < len(quantities) and quantities[at]["start"] < end:
            if quantities[at]["start"] >= start:
                own.append(quantities[at])
            at += 1
        if own:
            groups.append(((start, end), own))
    return groups


def _sentence(
    text: str,
    folded: str,
    sentence: tuple[int, int],
    quantities: list[QuantityValue],
    lexicon: Lexicon,
    before: list[Reading],
) -> list[Reading]:
    items = read_items(text, folded, sentence, quantities, lexicon)
    readings: dict[int, Reading] = {}
    for at, item in enumerate(items):
        if item.kind not in COUNTS:
            continue
        link = choose(items, at)
        if link is not None:
            readings[at] = _reading(item, link, sentence)
    context = Context(lexicon, items, sentence, readings, before, folded)
    complete(context)
    return [readings[at] for at in sorted(readings)]


def _reading(item: Item, link: Link, sentence: tuple[int, int]) -> Reading:
    return Reading(
        item=item,
        link=link,
        impact=link.form.trigger.impact,
        sentence=sentence,
        who_category=item.category,
        household=item.household,
        rules=[f"{link.rule}/{link.form.trigger.id}"],
    )


def choose(items: list[Item], at: int) -> Link | None:
    """The trigger of a count: its own noun, or the cheaper of what stands left and right of it."""
    item = items[at]
    candidates = [link for link in (link_right(items, at), link_left(items, at)) if link and _fits(link, item)]
    best = min(candidates, key=lambda link: link.cost, default=None)
    if item.kind != "counted":
        return best
    own = Link(item, item.forms[0], "counted", 1)
    if best is not None and best.cost <= OVERRIDE_COST:
        if best.form.trigger.impact in own.form.trigger.overridden_by:
            return best
    return own


def _fits(link: Link, item: Item) -> bool:
    """Whether a trigger may be said of what is counted: a strict one needs people."""
    trigger = link.form.trigger
    if item.kind == "unknown" and trigger.strict:
        return False
    if trigger.only is not None and item.category not in (trigger.only, "armed_group"):
        return False
    return not (item.kind == "bare" and link.rule == "inversion")


def _allowed(folded: str, lexicon: Lexicon) -> frozenset[int]:
    """Indices of the vetoes that can apply: those on the document only where it holds their pattern."""
    return frozenset(
        index
        for pattern, index in lexicon.vetoes
        if lexicon.resources.vetoes[index].where != "document" or pattern.search(folded)
    )


def _veto(reading: Reading, folded: str, lexicon: Lexicon, allowed: frozenset[int]) -> str | None:
    for pattern, index in lexicon.vetoes:
        veto = lexicon.resources.vetoes[index]
        if index not in allowed or (veto.impacts and reading.impact not in veto.impacts):
            continue
        if veto.kinds and reading.quantity["kind"] not in veto.kinds:
            continue
        if veto.where == "document" or pattern.search(folded, *_window(veto.where, reading)):
            return veto.id
    return None


def _window(where: str, reading: Reading) -> tuple[int, int]:
    start, end = reading.sentence
    if where == "before":
        return max(start, reading.item.start - 60), reading.item.start
    if where == "after":
        return reading.item.end, min(end, reading.item.end + 60)
    return start, end
