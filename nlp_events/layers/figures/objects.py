"""The trigger to the left of a count, whose object it is: «a tué 12 civils», «la mort de 12 civils»."""

from __future__ import annotations

from nlp_events.layers.figures.items import Item
from nlp_events.layers.figures.linking import Link
from nlp_events.layers.figures.phrases import Form

# How many plain words may stand between a trigger and its object (see ``subjects.REACH``).
REACH = 9


def link_left(items: list[Item], at: int) -> Link | None:
    """The cheapest trigger to the left of a count as its object, None where there is none."""
    words = commas = crossed = 0
    index = at - 1
    while index >= 0 and words <= REACH:
        item = items[index]
        kind = item.kind
        if kind in ("stop", "colon", "close", "part", "relative", "breaks", "toll"):
            return None
        if kind == "verb":
            return _governing_verb(items, index, items[at], words + 1.5 * commas + crossed)
        if kind == "action":
            form = item.forms[0]
            return Link(item, form, "action", 1.2 + words * 0.4 + commas + crossed) if words <= 4 else None
        if item.counts or kind == "thing":
            if not (index + 1 < len(items) and items[index + 1].kind in ("coordination", "comma")):
                return None
            crossed += 1
        elif kind == "coordination":
            crossed += 1
        elif kind == "comma":
            commas += 1
            if commas > 2:
                return None
        elif kind in ("have", "be"):
            return None
        elif kind in ("word", "bare"):
            words += 1
        index -= 1
    return None


def _governing_verb(items: list[Item], at: int, count: Item, gap: float) -> Link | None:
    item = items[at]
    before = _auxiliaries(items, at)
    opens = _opens(items, at) and all(one.kind != "comma" for one in items[at : items.index(count)])
    # «Ont été blessés également trois passants»
    near = 2.0 if opens else 0.5
    for form in item.forms:
        role = form.trigger.role
        if not form.trigger.is_said_of(count.category, count.noun):
            continue
        if role == "give" or (role == "state" and gap <= 1):
            return Link(item, form, "object", 1 + gap * 0.3, _tense(before, form))
        if role == "object":
            if form.tense != "participle":
                return Link(item, form, "object", 1 + gap * 0.3, form.tense)
            if form.tense == "participle" and form.number != "plural" and _is_active(before, items, at):
                return Link(item, form, "object", 1 + gap * 0.3, _tense(before, form))
            if form.tense == "participle" and any(part.kind == "be" for part in before) and gap <= near:
                return Link(item, form, "inversion", 4 + gap * 0.5, _tense(before, form))
        elif role in ("subject", "state") and gap <= near and _may_follow(form, opens=opens):
            # «où ont péri 12 ouvriers»: the subject after its verb.
            return Link(item, form, "inversion", 4 + gap * 0.5, form.tense)
    return None


def _may_follow(form: Form, *, opens: bool) -> bool:
    """Whether a subject may stand behind its verb: any at a sentence's head, else of what is not strict."""
    if opens:
        return form.tense not in ("infinitive", "gerund")
    return form.trigger.role == "subject" and not form.trigger.strict


def _opens(items: list[Item], at: int) -> bool:
    """Whether a sentence begins with the verb at an index, as lists do: «Sont portés disparus un pilote et …»."""
    if at and items[0].kind not in ("have", "be"):
        return False
    return all(items[index].kind in ("have", "be", "word") for index in range(at))


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
