"""Counts that a pronoun ties to what happened: «en dénonce 500», «600 l'ont été en mai», «… lorsqu'il les a tués»."""

from __future__ import annotations

from itertools import pairwise

from nlp_events.layers.figures.items import Item
from nlp_events.layers.figures.linking import Link
from nlp_events.layers.figures.phrases import Form
from nlp_events.layers.figures.readings import Context, Reading
from nlp_events.layers.figures.relations import inherit_from, noun_before, previous_reading

# «les a tués» is looked for so many characters into the sentence after the one that counts them.
NEXT = 140
# So many items stand between «ce nombre» and the number it goes on to, the verb among them.
REACH = 7


def pronoun(context: Context, at: int) -> Reading | None:
    """«l'opposition en dénonce 500», «ils sont finalement cinq»: the same thing again."""
    item = context.items[at]
    if item.kind != "bare" or item.weak or item.others or item.anaphora:
        return None
    words = context.lexicon.resources.words
    near = [
        one.word for one in context.items[max(0, at - 5) : at] if one.kind in ("word", "verb", "have", "be", "negation")
    ]
    some = any(word in words.pronoun for word in near)
    there = any(
        one.word in words.there and other.word in words.pronoun
        for one, other in pairwise(context.items[max(0, at - 5) : at])
    )
    said = some and (there or any(word.startswith(tuple(words.saying)) for word in near))
    being = any(one.kind == "be" for one in context.items[max(0, at - 4) : at])
    they = being and any(word in words.they for word in near)
    behind = context.items[at - 1].word in context.lexicon.linkers if at else False
    it = being and behind and any(word in words.it for word in near)
    if not (said or they or it) or (they and not said and _were_there(context, at)):
        return None
    own = [context.readings[index] for index in sorted(context.readings) if index < at]
    source = next((one for one in reversed([*context.before, *own]) if one.whole is None), None)
    if source is None and some:
        return _of_noun(context, at)
    return inherit_from(context, at, source, "pronoun") if source is not None else None


def _of_noun(context: Context, at: int) -> Reading | None:
    """«Les morts sont nombreux : on en compte quarante»: what «en» stands for was told without a number."""
    found = next((one for end in range(at, 0, -1) if (one := noun_before(context, end)) is not None), None)
    if found is None or found[1].number != "plural":
        return None
    first, form = found
    if form.trigger.context is not None and form.trigger.context not in context.story.contexts:
        return None
    return Reading(
        item=context.items[at], link=Link(context.items[first], form, "pronoun", 3), impact=form.trigger.impact,
        sentence=context.sentence, rules=[f"pronoun/{form.trigger.id}"],
    )  # fmt: skip


def this_number(context: Context, at: int) -> Reading | None:
    """«ce qui porte ce nombre à 22», «Ce chiffre a été porté à 9»: the number just told goes on."""
    item, items, lexicon = context.items[at], context.items, context.lexicon
    if item.kind != "bare" or item.weak or at < 3 or items[at - 1].word not in lexicon.resources.words.towards:
        return None
    near = items[max(0, at - REACH) : at]
    head = next((index for index in range(len(near) - 1, 0, -1) if near[index].word in lexicon.toll_heads), None)
    if head is None or near[head - 1].word not in lexicon.resources.words.these:
        return None
    if not any(one.word in lexicon.toll_verbs for one in near) or any(one.counts for one in near):
        return None
    previous = previous_reading(context, at)
    source = context.readings[previous] if previous is not None else next(reversed(context.before), None)
    return inherit_from(context, at, source, "this-number") if source is not None else None


def _were_there(context: Context, at: int) -> bool:
    """«ils étaient quinze dans la mine»: all who were there, hit or not."""
    being = [one for one in context.items[max(0, at - 4) : at] if one.kind == "be"]
    presence = context.lexicon.resources.presence.regex
    behind = context.folded[context.items[at].end : context.sentence[1]]
    return bool(being) and being[-1].tense == "imperfect" and presence.match(behind) is not None


def pro_verb(context: Context, at: int) -> Reading | None:
    """«2 000 ont été tués ; 600 autres l'ont été en mai», «500 le sont encore»: the verb told before is meant."""
    words = [one.word for one in context.items[at + 1 : at + 4]]
    kinds = [one.kind for one in context.items[at + 1 : at + 4]]
    if not words or words[0] not in context.lexicon.resources.words.proforms:
        return None
    if "be" not in kinds[1:3] or set(kinds[1:2]) - {"have", "be"} or context.items[at].weak:
        return None
    previous = previous_reading(context, at)
    last = context.before[-1] if context.before else None
    source = context.readings[previous] if previous is not None else last
    return inherit_from(context, at, source, "pro-verb") if source is not None else None


def object_pronoun(context: Context, at: int) -> Reading | None:
    """«Vingt-trois enfants dormaient lorsqu'il les a tués»: what was done to «les»."""
    item = context.items[at]
    if item.kind != "people" or not item.plural:
        return None
    words = context.lexicon.resources.words
    for index in range(at + 1, len(context.items) - 2):
        one, have, verb = context.items[index : index + 3]
        if one.counts or (one.kind == "thing" and one.plural):
            return None
        if one.word not in words.them or have.word not in words.did or verb.kind != "verb":
            continue
        form = _done_to_them(verb.forms)
        if form is None or context.items[index - 1].kind == "negation":
            return None
        return _told(context, item, verb, form, "object-pronoun")
    return None


def told_next(context: Context) -> None:
    """«Dix mineurs travaillaient au fond. Le coup de grisou les a tués.»: what is told behind says what was done.

    So it does of «tous»: «Le bac transportait 80 passagers ; tous ont été secourus.»
    """
    last = next((at for at in range(len(context.items) - 1, -1, -1) if context.items[at].counts), None)
    if last is None or last in context.readings:
        return
    item = context.items[last]
    if item.kind != "people" or not item.plural:
        return
    behind, end = item.end, context.sentence[1]
    match = context.lexicon.all_done.match(context.folded[behind : end + NEXT])
    if match is None:
        behind, match = end, context.lexicon.done_next.match(context.folded[end : end + NEXT])
    if match is None:
        return
    _, values = context.lexicon.verbs.match([match["verb"]], 0)
    form = _done_to_them(tuple(value for value in values if isinstance(value, Form)))
    if form is not None:
        start = behind + match.start("verb")
        verb = Item("verb", start, behind + match.end("verb"), word=match["verb"], forms=(form,))
        context.readings[last] = _told(context, item, verb, form, "next-pronoun")


def _done_to_them(forms: tuple[Form, ...]) -> Form | None:
    """The form that says what was done to several, without a context of its own."""
    fitting = (
        form
        for form in forms
        if form.trigger.role in ("object", "subject")  # «tous sont morts»
        and form.tense == "participle"
        and form.number == "plural"
        and form.trigger.context is None
        and form.trigger.tail is None
        and not form.trigger.active
    )
    return next(fitting, None)


def _told(context: Context, item: Item, verb: Item, form: Form, rule: str) -> Reading:
    return Reading(
        item=item, link=Link(verb, form, rule, 3), impact=form.trigger.impact, sentence=context.sentence,
        who_category=item.category, household=item.household, rules=[f"{rule}/{form.trigger.id}"],
    )  # fmt: skip
