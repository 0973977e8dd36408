"""Lists that pair names with numbers: «Kati (12), Sikasso (7) et Ségou (3)», «Maradi, 14 ; Zinder, 9»."""

from __future__ import annotations

from itertools import pairwise

from nlp_events.layers.figures.items import Kind
from nlp_events.layers.figures.linking import Link
from nlp_events.layers.figures.phrases import Form
from nlp_events.layers.figures.readings import Context, Reading
from nlp_events.layers.figures.relations import amount, inherit_from, toll_trigger
from nlp_events.values import Impact

# So many items part one pair of a list from the next: «, dans le district de Kati (12)».
APART = 9
# What stands between two pairs: a verb begins another story.
BETWEEN: frozenset[Kind] = frozenset(("word", "comma", "stop", "coordination", "open", "close", "colon", "breaks"))
VAGUE: Impact = "casualties"
"""What «victimes» tells: those told before may be dead or hurt."""


def paired(context: Context, at: int) -> Reading | None:
    """«Les victimes se répartissent entre Kati (12), Sikasso (7) et Ségou (3)»: a number of such a list.

    It is one of those whose numbers add up to a figure told before, of whom the words before the list speak, or who
    are told right before in its sentence.
    """
    item = context.items[at]
    if item.kind != "bare" or item.weak or item.others or not _is_paired(context, at):
        return None
    pairs = _list_around(context, at)
    if len(pairs) < 2:
        return None
    first = context.readings.get(pairs[0])
    if first is not None and first.item.kind == "counted":
        # «Bria (12 morts), Bambari (7)»: the others are no parts of it.
        return inherit_from(context, at, first, "paired", whole=first.whole)
    form = _told_of(context, pairs[0])
    total = sum(amount(context.items[one]) for one in pairs)
    source = _source(context, pairs, form, total)
    if source is not None:
        whole = source.whole or source
        least = whole.quantity["min"]
        holds = least is not None and least >= total and whole.household == item.household
        holds = holds and not (whole is source and _is_bracketed(context, source))
        rule = "paired-sum" if least == total else "paired"
        return inherit_from(context, at, source, rule, whole=whole if holds else None)
    trigger = toll_trigger(context, form.trigger.impact) if form is not None else None
    if trigger is None:
        return None
    return Reading(
        item=item, link=Link(item, Form(trigger, None, "any"), "paired", 3), impact=trigger.impact,
        sentence=context.sentence, rules=[f"paired/{trigger.id}"],
    )  # fmt: skip


def _is_paired(context: Context, at: int) -> bool:
    """Whether a number stands alone in brackets behind a name, or alone between a name and a semicolon."""
    items = context.items
    if at < 2 or not context.text[items[at - 2].start].isupper():
        return False
    following = items[at + 1] if at + 1 < len(items) else None
    if items[at - 1].kind == "open":
        return following is not None and following.kind == "close"
    last = following is None or following.kind == "stop" or following.word == "."
    return last and items[at - 1].kind in ("comma", "colon")


def _list_around(context: Context, at: int) -> list[int]:
    """The places of the numbers of the list that a number stands in; of the same form, in their order."""
    form = context.items[at - 1].kind
    numbers = [
        one
        for one, (before, item) in enumerate(pairwise(context.items), 1)
        if before.kind == form and item.kind in ("bare", "counted") and _begins_pair(context, one)
    ]
    own = numbers.index(at) if at in numbers else None
    if own is None:
        return [at]
    first = last = own
    breaks = [_is_apart(context, one, other) for one, other in pairwise(numbers)]
    while first and not breaks[first - 1]:
        first -= 1
    while last < len(breaks) and not breaks[last]:
        last += 1
    return numbers[first : last + 1]


def _begins_pair(context: Context, at: int) -> bool:
    """Whether a number is paired, or counts in brackets behind a name: «Bria (12 morts)»."""
    items = context.items
    counted = items[at].kind == "counted" and items[at - 1].kind == "open" and at > 1
    return _is_paired(context, at) or (counted and context.text[items[at - 2].start].isupper())


def _is_apart(context: Context, one: int, other: int) -> bool:
    between = context.items[one + 1 : other]
    return len(between) > APART or any(item.kind not in BETWEEN for item in between)


def _told_of(context: Context, first: int) -> Form | None:
    """The last noun before a list that says whom it counts: «les défunts viennent de …», «les blessés : …»."""
    words = [item.word for item in context.items[: first - 2]]
    values = (context.lexicon.counted.match(words, at)[1] for at in reversed(range(len(words))))
    return next((one for own in values for one in own if isinstance(one, Form)), None)


def _source(context: Context, pairs: list[int], form: Form | None, total: float) -> Reading | None:
    """The figure that a list shares out, or whose kind its numbers are."""
    own = [context.readings[one] for one in sorted(context.readings, reverse=True) if one < pairs[0]]
    told = [*own, *reversed(context.before)]
    if form is not None and form.trigger.impact != VAGUE:
        told = [one for one in told if one.impact == form.trigger.impact]
    same = [one for one in told if one.quantity["min"] == one.quantity["max"] == total]
    if same:
        return same[0]
    if form is None:
        return own[0] if own else None
    return next((one for one in told if one.quantity["kind"] != "zero"), None)


def _is_bracketed(context: Context, source: Reading) -> bool:
    """Whether a figure stands alone in brackets itself: «à Kati (11), devant Ségou (5) et Koulikoro (2)»."""
    at = next((at for at, one in context.readings.items() if one is source), 0)
    return at > 0 and context.items[at - 1].kind == "open"
