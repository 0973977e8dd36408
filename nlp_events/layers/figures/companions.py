"""Who met with the same as somebody told before: «a été tué avec deux de ses hommes»."""

from __future__ import annotations

from nlp_events.layers.figures.linking import Link
from nlp_events.layers.figures.phrases import Form
from nlp_events.layers.figures.readings import Context, Reading
from nlp_events.values import Impact

# What befalls somebody and those who are with him alike; who flees with others may hold them.
SHARED: tuple[Impact, ...] = ("killed", "injured", "missing", "abducted", "detained", "rescued")


def with_somebody(context: Context, at: int) -> Reading | None:
    """«Le général a été tué avec sept gardes», «est mort avec ses deux fils»: the verb is said of them too."""
    items, item = context.items, context.items[at]
    together = context.lexicon.resources.words.together
    before = at - 2 if at and items[at - 1].determiner else at - 1
    if item.kind != "people" or before < 2 or items[before].word not in together:
        return None
    verb = items[before - 1]
    form = next((one for one in verb.forms if _is_suffered(context, before - 1, one)), None)
    if verb.kind != "verb" or form is None:
        return None
    return Reading(
        item=item, link=Link(verb, form, "with", 3), impact=form.trigger.impact, sentence=context.sentence,
        who_category=item.category, household=item.household, rules=[f"with/{form.trigger.id}"],
    )  # fmt: skip


def _is_suffered(context: Context, at: int, form: Form) -> bool:
    """Whether a verb at an index is said of its subject, to whom it happened."""
    trigger = form.trigger
    if trigger.impact not in SHARED or form.tense != "participle" or trigger.active or trigger.tail or trigger.head:
        return False
    if trigger.context is not None and trigger.context not in context.story.contexts:
        return False
    before = context.items[max(0, at - 3) : at]
    auxiliary = next((one.kind for one in reversed(before) if one.kind != "word"), None)
    return auxiliary == "be" or (auxiliary == "have" and trigger.role == "subject")
