"""What the rules of inheritance share: the readings around a count, and whether one can hold another."""

from __future__ import annotations

from nlp_events.layers.figures.items import COUNTS, Item
from nlp_events.layers.figures.model import Trigger
from nlp_events.layers.figures.phrases import Form
from nlp_events.layers.figures.readings import Context, Reading

# «plus de 300 personnes, dont 320 …»: how much larger than its least an open whole may turn out.
OPEN_WHOLE = 1.5


def previous_reading(context: Context, at: int) -> int | None:
    """Index of the nearest reading before an item in the sentence."""
    readings = context.readings
    return next((index for index in range(at - 1, -1, -1) if index in readings), None) if readings else None


def before_determiners(context: Context, at: int) -> int:
    """Index of the item before the determiners of a count («sur les 52», «cinq des onze»), -1 for none."""
    index = at - 1
    while index >= 0 and context.items[index].word in context.lexicon.determiners:
        index -= 1
    return index


def inherit_from(context: Context, at: int, source: Reading, rule: str, *, whole: Reading | None = None) -> Reading:
    """A reading of a count that takes the trigger of another one.

    ``rule`` names the wording, ``whole`` is the reading that the count is a part of.
    """
    item = context.items[at]
    return Reading(
        item=item,
        link=source.link,
        impact=source.impact,
        sentence=context.sentence,
        who_category=item.category or (source.who_category if item.kind == "bare" else None),
        household=item.household or (source.household and item.kind == "bare"),
        whole=whole,
        inherited=True,
        rules=[f"{rule}/{source.link.form.trigger.id}"],
    )


def kinds_between(context: Context, first: int, last: int) -> list[str]:
    """Kinds of the items from one index up to another."""
    return [item.kind for item in context.items[first:last]]


def open_bracket(context: Context, at: int) -> int | None:
    """Index of the bracket an item stands in, None outside brackets."""
    depth = 0
    for index in range(at - 1, -1, -1):
        kind = context.items[index].kind
        if kind == "close":
            depth += 1
        elif kind == "open":
            if depth == 0:
                return index
            depth -= 1
    return None


def whole_before(context: Context, at: int) -> Reading | None:
    """The nearest reading before an item that is no part itself, nor closed off by brackets where another stands."""
    indices = sorted((i for i in context.readings if i < at and context.readings[i].whole is None), reverse=True)
    inside = open_bracket(context, at)
    open_ones = [index for index in indices if open_bracket(context, index) in (None, inside)]
    return next((context.readings[index] for index in open_ones or indices), None)


def part_marker(context: Context, at: int) -> int | None:
    """Index of the «dont» that a count stands behind, over two small words or earlier parts of the same list."""
    words = 0
    heads = context.lexicon.resources.words.among_heads
    for index in range(at - 1, -1, -1):
        item = context.items[index]
        if item.kind == "part":
            # «31 blessés parmi les civils et 14 parmi les soldats»: the 14 are others.
            return None if item.word in heads and context.items[at - 1].kind == "coordination" and words else index
        if item.kind == "word":
            words += 1
            if words > 3:
                return None
        elif item.kind in COUNTS:
            words = 0
        elif item.kind not in ("coordination", "comma"):
            return None
    return None


def definite(context: Context, at: int) -> bool:
    """Whether «les», «ces» or «ses» stands before a count: it speaks of people told of before."""
    return at > 0 and context.items[at - 1].word in context.lexicon.resources.words.definite


def antecedent(context: Context, at: int) -> Reading | None:
    """The figure «d'entre eux» speaks of: the nearest one before that is large enough, of the same impact first."""
    own = [context.readings[i] for i in sorted(context.readings) if i < at]
    bases = [one.whole or one for one in (*reversed(own), *reversed(context.before))]
    item = context.items[at]
    fitting = [one for one in bases if one.quantity["kind"] != "zero" and larger(one, item) and is_larger(one, item)]
    reading = context.readings.get(at)
    same = [one for one in fitting if reading is not None and one.impact == reading.impact and item.kind == "counted"]
    return next(iter(same or fitting), None)


def larger(whole: Reading, item: Item) -> bool:
    """Whether a whole can hold a part of this size; an open bound holds anything."""
    quantity = item.quantity
    own = whole.quantity
    if quantity is None or quantity["min"] is None:
        return True
    if own["max"] is None:
        # «plusieurs dizaines, dont 80 femmes»: a vague whole holds anything; «au moins 312» does not hold 2 000.
        return own["kind"] == "vague" or own["min"] is None or quantity["min"] <= own["min"] * OPEN_WHOLE
    return quantity["min"] <= own["max"]


def is_larger(whole: Reading, item: Item) -> bool:
    """Whether a whole is larger than a part, not just as large; an open bound is."""
    own, part = whole.quantity, item.quantity
    return part is None or own["min"] is None or part["min"] is None or own["min"] > part["min"] or own["max"] is None


def holds(whole: Reading, part: Reading) -> bool:
    """Whether a figure can hold another as a part: the same unit, no smaller."""
    return whole.household == part.household and larger(whole, part.item)


def amount(item: Item) -> float:
    """The least a count says."""
    return (item.quantity["min"] or 0) if item.quantity is not None else 0


def toll_trigger(context: Context, impact: str | None) -> Trigger | None:
    """The trigger that stands for an impact where only a toll is told, None for an impact without one."""
    triggers = context.lexicon.resources.triggers
    return next((one for one in triggers if one.impact == impact and one.role in ("counted", "object")), None)


def noun_before(context: Context, verb: int) -> tuple[int, Form] | None:
    """The definite counted noun that ends before a verb («les déplacés internes»): its first item and its form."""
    items = context.items
    while verb and items[verb - 1].kind == "negation":
        verb -= 1
    for first in range(verb - 1, max(0, verb - 4), -1):
        words = [item.word for item in items[first:verb]]
        length, values = context.lexicon.counted.match(words, 0)
        form = next((one for one in values if isinstance(one, Form)), None)
        if form is not None and length == len(words) and items[first - 1].word in context.lexicon.articles:
            return first, form
    return None
