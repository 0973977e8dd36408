"""Counts that share a trigger: «15 soldats ont été tués ainsi que 11 civils», «33 000 à Idleb, 8 900 à Alep»."""

from __future__ import annotations

from itertools import pairwise

from nlp_events.layers.figures.items import Item
from nlp_events.layers.figures.linking import Link
from nlp_events.layers.figures.phrases import Form
from nlp_events.layers.figures.readings import Context, Reading
from nlp_events.layers.figures.relations import inherit_from, is_larger, previous_reading
from nlp_events.layers.figures.tolls import later_number

# So many items before a number can be the label of its line.
LABEL = 8
# Words up to this length join the pieces of a name («Ville de Gao»); longer ones without a capital tell something.
SHORT = 3
_LINKING = ("coordination", "comma", "part", "open", "close", "word")


def coordinated(context: Context, at: int) -> Reading | None:
    """«15 soldats ont été tués ainsi que 11 civils», «33 000 à Idleb, 8 900 à Alep», «90 familles, soit 400 âmes»."""
    previous = previous_reading(context, at)
    item = context.items[at]
    if previous is None or item.kind == "unknown" or context.readings[previous].quantity["kind"] == "zero":
        return None
    between = context.items[previous + 1 : at]
    kinds = {one.kind for one in between}
    source = context.readings[previous]
    equivalent = bool(between) and between[-1].word in context.lexicon.resources.words.equivalents
    if equivalent and (len(between) <= 6 or _is_other_unit(source, item)):
        return inherit_from(context, at, source, "equivalent")
    if item.kind == "bare" and not item.others:
        return later_number(context, at, source, between) or _listed(context, at, source, between)
    if not kinds & {"coordination", "comma"} or between[-1].kind not in ("coordination", "comma", "word"):
        return None
    words = sum(one.kind == "word" for one in between)
    trigger_between = source.link.trigger in between
    if kinds - {*_LINKING, "verb", "have", "be"} or (not trigger_between and kinds & {"verb", "have", "be"}):
        return None
    if not _ends_with_coordination(between) or words > 8:
        return None
    reading = inherit_from(context, at, source, "coordination")
    if source.inherited:
        reading.whole = source.whole
    return reading


def respectively(context: Context, at: int) -> Reading | None:
    """«respectivement 8, 5 et 13 morts»: each of the numbers takes the noun of the last."""
    if context.items[at].kind != "bare":
        return None
    words = context.lexicon.resources.words.respectively
    following = next((index for index in sorted(context.readings) if index > at), None)
    if following is None or not any(item.word in words for item in context.items):
        return None
    between = {item.kind for item in context.items[at + 1 : following]}
    if not between or between - {"comma", "coordination", "bare"} or context.items[following].kind != "counted":
        return None
    return inherit_from(context, at, context.readings[following], "respectively")


def _is_other_unit(source: Reading, item: Item) -> bool:
    """«601 000 personnes sont déplacées dans la région …, soit 120 200 ménages»: the same people counted otherwise."""
    return item.kind in ("people", "counted") and item.household != source.household


def _ends_with_coordination(between: list[Item]) -> bool:
    return any(one.kind == "coordination" for one in between[-2:])


def _listed(context: Context, at: int, source: Reading, between: list[Item]) -> Reading | None:
    """A bare number before a place, after a figure: a list of tolls by place."""
    following = context.items[at + 1] if at + 1 < len(context.items) else None
    if following is None or following.word not in context.lexicon.locatives:
        return None
    if any(one.kind in ("stop", "breaks") for one in between):
        return None
    last_colon = max((index for index, one in enumerate(between) if one.kind == "colon"), default=-1)
    if any(one.kind in ("thing", "unknown") for one in between[last_colon + 1 :]):
        # «70 morts dans trois pays : 41 à …»: only behind the colon do things break the list.
        return None
    if context.items[at].weak and not source.inherited and source.item.kind != "bare":
        return None
    reading = inherit_from(context, at, source, "list")
    whole = source.whole or _list_whole(context, source)
    if whole is source and source.whole is None and _is_placed(context, source, between):
        # «vingt morts à Bria, dix à Bangassou»: each has its own place; neither holds the other.
        return reading
    if whole.household == reading.household and is_larger(whole, context.items[at]):
        reading.whole = whole
        if whole is not source:
            source.whole = whole
    return reading


def _is_placed(context: Context, source: Reading, between: list[Item]) -> bool:
    """Whether a place stands right behind a figure or its trigger, and no colon before the next number."""
    if any(one.kind in ("colon", "part", "open") for one in between):
        return False
    ends = [source.item.end, source.link.trigger.end]
    before = [one for one in context.items if one.start < between[-1].end] if between else []
    return any(following.word in context.lexicon.locatives and one.end in ends for one, following in pairwise(before))


def _list_whole(context: Context, source: Reading) -> Reading:
    """The total a list by place belongs to: the figure before it, or one told earlier where the list stands alone."""
    index = context.items.index(source.item)
    following = context.items[index + 1] if index + 1 < len(context.items) else None
    if source.item.kind == "bare" and following is not None and following.word in context.lexicon.locatives:
        for one in reversed(context.before):
            if one.impact == source.impact and one.whole is None and is_larger(one, source.item):
                return one
    return source


def list_item(context: Context, at: int) -> Reading | None:
    """«comté de Putnam, 18 décès ; comté de Wilson, trois», «les Philippines comptent 65 morts, la Chine quatre»."""
    item, previous = context.items[at], previous_reading(context, at)
    if previous is None or item.kind != "bare" or item.weak or item.others:
        return None
    between = context.items[previous + 1 : at]
    kinds = {one.kind for one in between}
    if not kinds & {"stop", "comma"} or kinds - {"stop", "comma", "word", "coordination", "open", "close", "colon"}:
        return None
    following = context.items[at + 1 : at + 3]
    closing = ("stop", "comma", "coordination", "colon")
    ends = len(following) < 2 or following[0].kind in closing or following[0].word in (".", *context.lexicon.days)
    if not ends or not any(_is_name(context, one) for one in between):
        return None
    source = context.readings[previous]
    return inherit_from(context, at, source, "list", whole=source.whole)


def _is_name(context: Context, item: Item) -> bool:
    return item.kind == "word" and context.text[item.start].isupper()


def heading_list(context: Context, at: int) -> Reading | None:
    """«Mopti : 161 204 déplacés. Gao : 91 015.»: a list whose every line is a sentence."""
    item = context.items[at]
    if item.kind != "bare" or item.weak or not context.before or at < 2 or at > 6:
        return None
    if context.items[at - 1].kind != "colon" or any(one.word != "." for one in context.items[at + 1 :]):
        return None
    if any(len(one.word) > SHORT and not context.text[one.start].isupper() for one in context.items[: at - 1]):
        # «Écoles endommagées : 248» names no place.
        return None
    return inherit_from(context, at, context.before[-1], "list")


def labelled(context: Context, at: int) -> Reading | None:
    """«Blessés : 35», «Retours enregistrés à Gao : 1 200»: the first word of a line says what its number counts.

    So it does behind another label and its number: «Tués : 6 ; blessés : 12».
    """
    items = context.items
    item = items[at]
    first = _label_start(items, at)
    if item.kind != "bare" or item.weak or not 1 < at - first <= LABEL or items[at - 1].kind != "colon":
        return None
    words = [one.word for one in items[first : at - 1]]
    found = _counted_label(context, first, words) or _people_label(context, (first, at), words)
    if found is None:
        return None
    index, form = found
    trigger = form.trigger
    if trigger.context is not None and trigger.context not in context.story.contexts:
        return None
    return Reading(
        item=item, link=Link(items[index], form, "label", 3), impact=trigger.impact, sentence=context.sentence,
        household=words[0] in context.lexicon.households, rules=[f"label/{trigger.id}"],
    )  # fmt: skip


def place_first(context: Context, at: int) -> Reading | None:
    """«À Kindu, trois enfants sont morts ; à Kasongo, neuf.»: the toll of another place, its verb left out."""
    items, previous = context.items, previous_reading(context, at)
    item, closed = items[at], items[at - 1].kind == "comma"
    if previous is None or item.kind != "bare" or item.weak or item.others or not closed or previous + 3 > at - 1:
        return None
    ends = at + 1 == len(items) or items[at + 1].kind in ("comma", "stop", "coordination") or items[at + 1].word == "."
    first = next(
        (one for one in range(at - 2, previous, -1) if items[one].kind in ("stop", "coordination", "comma")), None
    )
    if not ends or first is None or items[first + 1].word not in context.lexicon.locatives:
        return None
    named = context.text[items[first + 2].start : items[first + 2].end][:1].isupper()
    return inherit_from(context, at, context.readings[previous], "list") if named else None


def _label_start(items: list[Item], at: int) -> int:
    """Index of the first item of the label before a number: that of the sentence, or the one behind another number."""
    near = range(at - 1, max(1, at - 2 - LABEL), -1)  # a longer one is no label
    ends = (index + 1 for index in near if items[index].kind in ("stop", "comma"))
    return next((first for first in ends if items[first - 2].kind == "bare" and items[first - 3].kind == "colon"), 0)


def _counted_label(context: Context, first: int, words: list[str]) -> tuple[int, Form] | None:
    """«Blessés», «Déplacés recensés à Gao»: the noun that begins a label, with its index."""
    length, values = context.lexicon.counted.match(words, 0)
    form = next((one for one in values if isinstance(one, Form) and one.number == "plural"), None)
    if form is None or {one.kind for one in context.items[first + length : first + len(words)]} - {"word", "be"}:
        return None
    return first, form


def _people_label(context: Context, span: tuple[int, int], words: list[str]) -> tuple[int, Form] | None:
    """«Personnes hébergées dans 17 centres», «Ménages touchés»: people and what happened to them, with its index."""
    if not (context.lexicon.persons.match(words, 0)[1] or words[0] in context.lexicon.households):
        return None
    first, at = span
    near = range(first + 1, min(first + 4, at - 1))
    index = next((index for index in near if context.items[index].kind == "verb"), None)
    if index is None:
        return None
    for form in context.items[index].forms:
        trigger = form.trigger
        told = trigger.context in (None, "disaster") or trigger.context in context.story.contexts
        if told and trigger.tail is None and (form.number == "plural" or form.tense is None):
            return index, form
    return None


def placed_share(context: Context, at: int) -> Reading | None:
    """«a tué 48 personnes, dix-neuf à Wajima, vingt à Suzu»: the shares of places, not more objects of the verb."""
    item, previous = context.items[at], previous_reading(context, at)
    reading = context.readings[at]
    if previous is None or item.kind != "bare" or item.weak or item.others or context.items[at - 1].kind != "comma":
        return None
    source = context.readings[previous]
    if reading.link.rule != "object" or source.link.trigger is not reading.link.trigger:
        return None
    return _listed(context, at, source, context.items[previous + 1 : at])
