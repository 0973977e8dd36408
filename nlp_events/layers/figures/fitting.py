"""Whether a trigger may be said of what is counted: a strict one needs people, a weak one its subject matter."""

from __future__ import annotations

import re
from dataclasses import replace

from nlp_events.layers.figures.items import Item, are_they
from nlp_events.layers.figures.linking import Link
from nlp_events.layers.figures.model import Trigger
from nlp_events.layers.figures.readings import Context, last_noun

# Those who come and go as their work asks: a weak displacement trigger says nothing of them.
ON_DUTY = ("security_force", "armed_group", "aid_worker", "journalist")
# «un retrouvé sans vie»: a bare «un» counts only what stands right behind it.
WEAK_COSTS = {"participle": 1.0, "subject": 1.5, "state": 1.5}
# Displacement is of groups: «un voleur a fui» displaces nobody.
GROUPS = ("displaced", "refugee", "returned")


def inner_count(context: Context, at: int) -> int | None:
    """Index of «onze mineurs» for «cinq» in «cinq des onze mineurs», None where there is none."""
    items = context.items
    if items[at].kind != "bare":
        return None
    index = at + 1
    while index < len(items) and items[index].word in context.lexicon.determiners:
        index += 1
    return index if at + 1 < index < len(items) and items[index].kind in ("people", "counted") else None


def fitting(context: Context, link: Link, at: int) -> Link | None:
    """The link, or the same one by another trigger of its word («retenus»: hostages, else detained), or None."""
    if _fits(context, link, at):
        return link
    form, item = link.form, context.items[at]
    for other in link.trigger.forms:
        same = (other.trigger.role, other.tense, other.number) == (form.trigger.role, form.tense, form.number)
        same = same and other.trigger.is_said_of(item.category, item.noun)
        if same and other is not form and _fits(context, again := replace(link, form=other), at):
            return again
    return None


def _fits(context: Context, link: Link, at: int) -> bool:
    """Whether a trigger may be said of what is counted: a strict one needs people, a weak one its subject matter."""
    item, trigger = context.items[at], link.form.trigger
    if item.kind == "bare" and (not _bare_fits(context, at, trigger) or link.rule == "inversion"):
        return False
    if item.weak and not (link.cost <= WEAK_COSTS.get(link.rule, 0) and context.readings):
        return False
    tail = context.lexicon.tails.get(trigger.id) if trigger.role == "object" else None
    if tail is not None and not _has_tail(context, at, tail):
        return False
    head = context.lexicon.heads.get(trigger.id)
    if head is not None and not head.search(context.folded[context.sentence[0] : link.trigger.start]):
        # «l'hôpital a reçu 31 patients»: who does it says what it is.
        return False
    if item.kind == "unknown" and (trigger.strict or link.cost > 4):
        return False
    if trigger.role == "state" and item.quantity is not None and item.quantity["kind"] == "zero":
        # «aucun des blessés n'est en danger» counts nobody.
        return False
    if trigger.impact in GROUPS and item.quantity is not None and item.quantity["kind"] == "article":
        return False
    if _is_on_the_move(trigger, item):
        return False
    if trigger.context is not None:
        leaves = trigger.impact in GROUPS or trigger.impact == "evacuated"
        # Families that move do so for good.
        told = trigger.context in context.story.contexts or (leaves and item.household) or _are_other_hurt(context, at)
        return told and not (leaves and item.category in ON_DUTY)
    return True


def _are_other_hurt(context: Context, at: int) -> bool:
    """«vingt clients sont morts, sept autres ont été touchés»: the dead before them say what hit them."""
    killed = (reading.impact == "killed" for index, reading in context.readings.items() if index < at)
    return context.items[at].others and any(killed)


def _is_on_the_move(trigger: Trigger, item: Item) -> bool:
    """Gunmen who flee, sailors who are moved and soldiers who come home from a mission are not displaced."""
    if trigger.role == "counted":
        return False
    moved = trigger.impact == "displaced" and trigger.role == "object"
    if item.category == "armed_group":
        return trigger.impact == "displaced"
    return item.category == "security_force" and (moved or trigger.impact == "returned")


def _has_tail(context: Context, at: int, tail: re.Pattern[str]) -> bool:
    return tail.search(context.folded[context.items[at].end : context.sentence[1]]) is not None


def _bare_fits(context: Context, at: int, trigger: Trigger) -> bool:
    """A number alone speaks of the last noun that was counted: it must be people."""
    strict = trigger.strict
    if inner_count(context, at) is not None:
        return True
    if _is_share_of_things(context, at):
        return False
    referent = last_noun(context.items[:at]) or context.story.last_noun
    if referent is None:
        they = context.lexicon.resources.words.they
        return (
            not strict or bool(context.readings) or are_they(context.items, at, they) or _is_named_by_fate(context, at)
        )
    return referent in ("people", "counted") or (referent == "unknown" and not strict) or _goes_on(context, at, trigger)


def _is_named_by_fate(context: Context, at: int) -> bool:
    """«la libération de douze enlevés»: a participle right behind the number says that they are people."""
    following = context.items[at + 1 : at + 2]
    return any(form.tense == "participle" and form.number == "plural" for one in following for form in one.forms)


def _goes_on(context: Context, at: int, trigger: Trigger) -> bool:
    """«64 blessés sont soignés dans huit hôpitaux et vingt se trouvent en réanimation»: hospitals fare no better."""
    previous = max((index for index in context.readings if index < at), default=None)
    return previous is not None and trigger.role == "state" and context.readings[previous].impact == trigger.impact


def _is_share_of_things(context: Context, at: int) -> bool:
    """«douze des 67 provinces»."""
    items, index = context.items, at + 1
    while index < len(items) and items[index].word in context.lexicon.wholes:
        index += 1
    return at + 1 < index < len(items) and items[index].kind in ("thing", "unknown")
