"""Which trigger a counted group of people belongs to.

A count looks for its trigger on both sides: to the right as a subject («12 civils … ont été tués»), to the left as an
object («a tué 12 civils»). Each candidate has a cost that grows with what stands between; the cheapest wins. What finds
none inherits it from its neighbour («dont», brackets, coordination, lists by place).
"""

from __future__ import annotations

from dataclasses import dataclass

from nlp_events.text.figures.items import COUNTS, Item
from nlp_events.text.figures.lexicon import Form

# How many plain words may stand between a count and its trigger. Measured on wordings of our own: a toll's verb is
# rarely further; a longer reach takes the verb of another clause.
REACH_RIGHT = 16
REACH_LEFT = 9


@dataclass(frozen=True, slots=True)
class Link:
    """A count's trigger: the item that holds it (the count itself for «12 morts») and the rule that tied them."""

    trigger: Item
    form: Form
    rule: str
    cost: float
    tense: str | None = None


def link_right(items: list[Item], at: int) -> Link | None:
    """The cheapest trigger to the right of a count as its subject, None where there is none."""
    count = items[at]
    words = commas = verbs = crossed = depth = 0
    relative = False
    index = at + 1
    while index < len(items) and words <= REACH_RIGHT:
        item = items[index]
        kind = item.kind
        if kind == "open":
            depth += 1
        elif kind == "close":
            if depth == 0:
                # The count stood inside brackets: what follows them is the verb of the whole, not of the part.
                crossed += 1
            depth = max(0, depth - 1)
        elif depth:
            pass
        elif kind in ("stop", "colon", "toll"):
            return None
        elif kind == "breaks":
            if not relative:
                return None
            verbs += 1
        elif kind == "comma":
            commas += 1
        elif kind == "relative":
            relative = True
        elif kind in ("have", "be"):
            link = _predicate(items, index, count, words + 2 * crossed + 0.5 * commas)
            if link is not None:
                return link
            verbs += 1
            if verbs > 1 + relative or not (relative or commas):
                return None
        elif kind == "verb":
            link = _bare_verb(items, index, count, words + 2 * crossed + commas + 1.5 * verbs)
            if link is not None:
                return link
            if any(form.tense not in ("gerund", "infinitive") for form in item.forms):
                verbs += 1
                if verbs > relative:
                    return None
        elif kind in COUNTS or kind == "thing":
            if not _joined(items, index):
                crossed += 1
                if crossed > 2:
                    return None
        elif kind == "word":
            words += 1
        index += 1
    return None


def _joined(items: list[Item], at: int) -> bool:
    """Whether a count is tied to what stands before it by «et», a comma, «dont» or a bracket."""
    return at > 0 and items[at - 1].kind in ("coordination", "comma", "part", "open")


def _predicate(items: list[Item], at: int, count: Item, gap: float) -> Link | None:
    """The trigger behind an auxiliary: «ont été tués», «sont morts», «ont dû fuir», «seraient en danger»."""
    tense = items[at].tense
    being = items[at].kind == "be"
    words = 0
    index = at + 1
    while index < len(items) and words <= 5:
        item = items[index]
        if item.kind == "be":
            being = True
        elif item.kind == "verb":
            for form in item.forms:
                if _as_subject(form, count, being):
                    return Link(item, form, "subject" if form.trigger.role != "object" else "passive", 2 + gap * 0.2 + words * 0.1, tense)
            if any(form.trigger.role == "object" and form.tense == "participle" for form in item.forms) and not being:
                return None
        elif item.kind in ("word", "negation", "reflexive"):
            words += 1
        elif item.kind in ("comma", "coordination"):
            words += 2
        elif item.kind == "have":
            pass
        else:
            return None
        index += 1
    return None


def _as_subject(form: Form, count: Item, being: bool) -> bool:
    role = form.trigger.role
    if form.trigger.active:
        return False
    if role == "object":
        return (form.tense == "participle" and being and _agrees(form, count)) or (form.tense is None and being)
    if role == "subject":
        return form.tense is None or form.tense in ("participle", "infinitive")
    return role == "state"


def _agrees(form: Form, count: Item) -> bool:
    if form.number == "any" or (count.quantity is not None and count.quantity["kind"] == "zero"):
        return True
    return (form.number == "plural") == count.plural


def _bare_verb(items: list[Item], at: int, count: Item, gap: float) -> Link | None:
    """The trigger without an auxiliary: «12 soldats tués», «12 civils périssent», «12 civils en danger»."""
    for form in items[at].forms:
        trigger = form.trigger
        if trigger.active:
            continue
        if trigger.role == "object" and (form.tense == "participle" or form.tense is None):
            if form.number in ("any",) or _agrees(form, count):
                return Link(items[at], form, "participle", 1 + gap * 0.35)
        elif trigger.role == "subject" and form.tense != "infinitive" and form.tense != "gerund":
            if form.tense == "participle" and not (_agrees(form, count) and form.number != "singular"):
                continue
            return Link(items[at], form, "subject", 1.5 + gap * 0.3, form.tense)
        elif trigger.role == "subject":
            return Link(items[at], form, "subject", 2.5 + gap * 0.3)
        elif trigger.role == "state":
            return Link(items[at], form, "state", 1.5 + gap * 0.3)
    return None


def link_left(items: list[Item], at: int) -> Link | None:
    """The cheapest trigger to the left of a count as its object, None where there is none."""
    words = commas = crossed = 0
    index = at - 1
    while index >= 0 and words <= REACH_LEFT:
        item = items[index]
        kind = item.kind
        if kind in ("stop", "colon", "close", "part", "relative", "breaks", "toll"):
            return None
        if kind == "verb":
            return _governing_verb(items, index, words + 1.5 * commas + 0.5 * crossed)
        if kind == "action":
            form = item.forms[0]
            return Link(item, form, "action", 1.2 + words * 0.4 + commas) if words <= 4 else None
        if kind in COUNTS or kind == "thing":
            if not (index + 1 < len(items) and items[index + 1].kind in ("coordination", "comma")):
                return None
            crossed += 1
        elif kind == "comma":
            commas += 1
            if commas > 2:
                return None
        elif kind in ("have", "be"):
            return None
        elif kind == "word":
            words += 1
        index -= 1
    return None


def _governing_verb(items: list[Item], at: int, gap: float) -> Link | None:
    item = items[at]
    before = _auxiliaries(items, at)
    for form in item.forms:
        role = form.trigger.role
        if role == "give":
            return Link(item, form, "give", 1 + gap * 0.3, _tense(before, form))
        if role == "object":
            if form.tense not in ("participle", None):
                return Link(item, form, "object", 1 + gap * 0.3, form.tense)
            if form.tense == "participle" and form.number != "plural" and _is_active(before, items, at):
                return Link(item, form, "object", 1 + gap * 0.3, _tense(before, form))
            if form.tense == "participle" and any(part.kind == "be" for part in before) and gap <= 0.5:
                return Link(item, form, "inversion", 4 + gap * 0.5, _tense(before, form))
        elif role == "subject" and not form.trigger.strict and gap <= 0.5:
            # «où ont péri 12 ouvriers»: the subject after its verb.
            return Link(item, form, "inversion", 4 + gap * 0.5, form.tense)
    return None


def _auxiliaries(items: list[Item], at: int) -> list[Item]:
    """The auxiliaries before a participle, nearest first, over at most three small words."""
    found: list[Item] = []
    index, words = at - 1, 0
    while index >= 0 and words <= 3:
        kind = items[index].kind
        if kind in ("have", "be"):
            found.append(items[index])
        elif kind in ("word", "negation", "reflexive"):
            words += 1
        else:
            break
        index -= 1
    return found


def _is_active(before: list[Item], items: list[Item], at: int) -> bool:
    """«a tué», or the second of «a tué … et blessé»."""
    if before:
        return before[0].kind == "have"
    return _after_coordination(items, at)


def _after_coordination(items: list[Item], at: int) -> bool:
    index = at - 1
    while index >= 0 and at - index <= 4 and items[index].kind == "word":
        index -= 1
    return index >= 0 and items[index].kind in ("coordination", "comma")


def _tense(before: list[Item], form: Form) -> str | None:
    return before[-1].tense if before else form.tense
