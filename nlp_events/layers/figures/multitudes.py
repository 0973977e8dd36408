"""People who come by tens: «les morts se comptent par dizaines», «ils fuient par milliers»."""

from __future__ import annotations

from nlp_events.layers.figures.items import Item
from nlp_events.layers.figures.linking import Link
from nlp_events.layers.figures.readings import Context, Reading
from nlp_events.layers.figures.relations import noun_before

# «ont été tués sans pitié par dizaines»: so many words may stand between the verb and its number.
REACH = 4
_ROLES = ("subject", "passive")


def by_tens(context: Context, at: int) -> Reading | None:
    """A vague number behind «par» or «en»: the subject's noun says what is counted, else the verb itself."""
    item, items = context.items[at], context.items
    if item.kind != "bare" or item.quantity is None or item.quantity["kind"] != "vague" or at < 2:
        return None
    if items[at - 1].word not in context.lexicon.resources.words.by_tens or item.others or item.anaphora:
        return None
    told = next((index for index in range(at - 3, max(0, at - 2 - REACH), -1) if items[index].kind == "reflexive"), 0)
    if told and (noun := noun_before(context, told)) is not None:
        first, form = noun
        return _reading(context, item, Link(items[first], form, "subject-noun", 3))
    if (noun := noun_before(context, at - 1)) is not None:
        # «on compte les morts par dizaines»
        first, form = noun
        return _reading(context, item, Link(items[first], form, "noun-by-tens", 3))
    for before in reversed(items[max(0, at - 1 - REACH) : at - 1]):
        verb = next((one for one in before.forms if one.trigger.role in _ROLES), None)
        if before.kind == "verb" and verb is not None:
            return _reading(context, item, Link(before, verb, "by-tens", 3))
        if before.kind != "word":
            return None
    return None


def _reading(context: Context, item: Item, link: Link) -> Reading:
    trigger = link.form.trigger
    rules = [f"{link.rule}/{trigger.id}"]
    return Reading(item=item, link=link, impact=trigger.impact, sentence=context.sentence, rules=rules)
