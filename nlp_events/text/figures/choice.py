"""Which of the triggers around a count it belongs to, and whether that trigger may be said of it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from nlp_events.resources.figures import Trigger
from nlp_events.text.figures.items import COUNTS, Item
from nlp_events.text.figures.lexicon import Form
from nlp_events.text.figures.linking import Link
from nlp_events.text.figures.objects import link_left
from nlp_events.text.figures.readings import Context, last_noun
from nlp_events.text.figures.subjects import link_right

# A trigger noun («12 détenus») is given up for a verb («ont péri») only when that verb is this near in cost.
OVERRIDE_COST = 6.0
OVERRIDE_LEFT_COST = 1.8
OVERRIDE_PARTICIPLE_COST = 3.0
# A verb this near to its object outweighs a participle that tells what had been before.
MAIN_VERB_COST = 1.9
BEFORE = ("affected", "abducted", "displaced", "detained", "missing")
# Those who come and go as their work asks: a weak displacement trigger says nothing of them.
ON_DUTY = ("security_force", "armed_group", "aid_worker", "journalist")
# «un retrouvé sans vie»: a bare «un» counts only what stands right behind it.
WEAK_COSTS = {"participle": 1.0, "subject": 1.5, "state": 1.5}
# «60 passagers à bord du car, dont 12 ont péri»: so many items stand between a whole and its relative clause.
RELATIVE_REACH = 8
# «tués ou blessés» leaves open which.
EITHER = {"killed", "injured"}
# Displacement is of groups: «un voleur a fui» displaces nobody.
GROUPS = ("displaced", "refugee", "returned")


def choose(context: Context, at: int) -> Link | None:
    """The trigger of a count: its own noun, or the cheaper of what stands left and right of it."""
    items = context.items
    item = items[at]
    if _is_voice(context, at) or (item.kind == "bare" and at > 0 and _corrects(context, at)):
        # «114 morts contre 112 la veille, et 70 personnes …»: the older number has the first one's trigger.
        return None
    near = any(
        whole(context, at) for whole in (_is_outside, _is_whole_of_next, _is_whole_of_last, _is_whole_of_relative)
    )
    right = _right(context, at, near=near)
    left = link_left(items, at)
    if left is not None and (_is_wished(context, left) or _is_subject(items, at, left, right)):
        left = None
    if right is not None and left is not None and left.rule == "object" and _is_second_verb(items, right):
        # «a tué un agent et blessé deux passants»: the agent is the object of the first verb, not hurt by the second.
        right = None
    if right is not None and left is not None and _is_main_verb(left, right):
        right = None
    candidates = [
        fit for link in (right, left) if link is not None and (fit := _fitting(context, link, at)) is not None
    ]
    best = min(candidates, key=lambda link: link.cost, default=None)
    if best is not None and best.rule == "negated":
        best = _negated(context, best)
    if item.kind != "counted":
        return best
    own = Link(item, item.forms[0], "counted", 1)
    if own.form.trigger.context is not None and own.form.trigger.context not in context.story.contexts:
        return best
    nobody = item.quantity is not None and item.quantity["kind"] == "zero"
    if best is None or nobody or best.form.trigger.impact not in own.form.trigger.overridden_by:
        # «s'écrase, aucun rescapé»: nobody is left, which is not that nobody died.
        return own
    limit = OVERRIDE_LEFT_COST
    if best is right:
        limit = OVERRIDE_PARTICIPLE_COST if best.rule == "participle" else OVERRIDE_COST
    return best if best.cost <= limit else own


def _is_wished(context: Context, left: Link) -> bool:
    """«réclame la libération de douze otages», «tentent de sauver douze mineurs»: nobody is free yet."""
    if left.form.trigger.impact != "rescued":
        return False
    at = context.items.index(left.trigger)
    words = context.lexicon.resources.words
    if left.rule == "action":
        wished = tuple(words.wished)
    elif left.rule == "object" and left.form.tense == "infinitive":
        wished = tuple(words.attempted)
    else:
        return False
    for one in reversed(context.items[max(0, at - 4) : at]):
        if one.word.startswith(wished):
            return True
        if one.kind != "word":
            return False
    return False


def _is_subject(items: list[Item], at: int, left: Link, right: Link | None) -> bool:
    """«a tué douze clients, cinq autres ont été blessés»: a count right before its auxiliary is no object."""
    if right is None or left.rule != "object":
        return False
    return right.rule in ("passive", "subject") and items[at + 1].kind in ("have", "be")


def _corrects(context: Context, at: int) -> bool:
    """«contre 112», «pas fait douze morts, mais neuf»: a number beside another one, of the same thing."""
    before = context.items[at - 1]
    if before.word not in context.lexicon.resources.words.but:
        return before.kind == "versus"
    previous = max((index for index in context.readings if index < at), default=None)
    return previous is not None and any(
        one.kind == "negation" for one in context.items[max(0, previous - 4) : previous]
    )


def _is_main_verb(left: Link, right: Link) -> bool:
    """«ont évacué 4 000 riverains menacés par le feu», «la libération de douze lycéennes enlevées»: what came last."""
    near = left.rule in ("object", "action") and left.cost <= MAIN_VERB_COST
    return near and right.rule == "participle" and right.form.trigger.impact in BEFORE


def _right(context: Context, at: int, *, near: bool) -> Link | None:
    """The trigger to the right; one that does not fit gives way to the next («rentrés sains et saufs»)."""
    inner = _inner(context, at)
    link = link_right(context.items, at, near=near, inner=inner)
    if link is None or link.rule == "negated" or link.trigger.kind != "verb" or _fitting(context, link, at) is not None:
        return link
    link.trigger.kind = "word"
    following = link_right(context.items, at, near=near, inner=inner)
    link.trigger.kind = "verb"
    return following


def _is_voice(context: Context, at: int) -> bool:
    """«selon un officier», «d'après plusieurs rescapés»: a voice, not a victim."""
    items, quantity = context.items, context.items[at].quantity
    if at == 0 or quantity is None or quantity["kind"] not in ("article", "vague"):
        return False
    before = items[at - 1].word
    if (
        items[at].kind == "people"
        and quantity["kind"] == "article"
        and before in context.lexicon.resources.words.speech
    ):
        # «…», se vante un général
        return True
    return before in context.lexicon.voices or (at > 1 and f"{items[at - 2].word}{before}" in context.lexicon.voices)


def _is_second_verb(items: list[Item], link: Link) -> bool:
    """Whether a bare participle stands right behind «et»: the second verb of an auxiliary before."""
    before = items[items.index(link.trigger) - 1]
    return link.rule == "participle" and before.kind == "coordination"


def _negated(context: Context, link: Link) -> Link | None:
    """«n'ont pu être sauvés»: those are dead; any other trigger that is negated says nothing."""
    if link.form.trigger.impact != "rescued":
        return None
    trigger = next(one for one in context.lexicon.resources.triggers if one.impact == "killed")
    return Link(link.trigger, Form(trigger, None, "any"), "not-rescued", link.cost)


def _outer(context: Context, at: int) -> int | None:
    """Index of «cinq» for «onze mineurs» in «cinq des onze mineurs», None where there is none."""
    items = context.items
    index = at - 1
    while index >= 0 and items[index].word in context.lexicon.determiners:
        index -= 1
    return index if 0 <= index < at - 1 and items[index].kind == "bare" else None


def _is_outside(context: Context, at: int) -> bool:
    return _outer(context, at) is not None


def _is_whole_of_relative(context: Context, at: int) -> bool:
    """«60 passagers dont 12 ont péri»: the verb right behind a number alone is of those 12."""
    items = context.items
    index = at + 1
    while index < len(items) and items[index].kind in ("word", "comma") and index - at <= RELATIVE_REACH:
        index += 1
    if index >= len(items) or items[index].word not in context.lexicon.resources.words.whose:
        return False
    index += 1
    while index < len(items) and items[index].kind == "word":
        index += 1
    if [item.kind for item in items[index : index + 2]] not in (["bare", "have"], ["bare", "be"], ["bare", "verb"]):
        return False
    # «Dix personnes, dont trois sont mineures, ont été tuées»: no trigger before the clause ends.
    clause = takewhile(lambda item: item.kind not in ("comma", "stop", "colon"), items[index + 1 :])
    return any(item.kind == "verb" for item in clause)


def _is_whole_of_next(context: Context, at: int) -> bool:
    """«Sur les 52 passagers, 48 ont péri»: the verb belongs to the 48."""
    items, lexicon = context.items, context.lexicon
    index = at - 1
    while index >= 0 and items[index].word in lexicon.determiners:
        index -= 1
    if index < 0 or items[index].word not in lexicon.resources.words.among_heads:
        return False
    return any(item.kind == "bare" and not item.weak for item in items[at + 1 :])


def _is_whole_of_last(context: Context, at: int) -> bool:
    """«230 civils sur les 320 déplacés ont …»: the verb belongs to the 230."""
    items, lexicon = context.items, context.lexicon
    index = at - 1
    while index >= 0 and items[index].word in lexicon.determiners:
        index -= 1
    heads = lexicon.resources.words.among_heads
    return 0 < index < at - 1 and items[index].word in heads and items[index - 1].kind in COUNTS


def _inner(context: Context, at: int) -> int | None:
    """Index of «onze mineurs» for «cinq» in «cinq des onze mineurs», None where there is none."""
    items = context.items
    if items[at].kind != "bare":
        return None
    index = at + 1
    while index < len(items) and items[index].word in context.lexicon.determiners:
        index += 1
    return index if at + 1 < index < len(items) and items[index].kind in ("people", "counted") else None


def _fitting(context: Context, link: Link, at: int) -> Link | None:
    """The link, or the same one by another trigger of its word («retenus»: hostages, else detained), or None."""
    if _fits(context, link, at):
        return link
    form = link.form
    for other in link.trigger.forms:
        same = (other.trigger.role, other.tense, other.number) == (form.trigger.role, form.tense, form.number)
        if same and other is not form and _fits(context, again := replace(link, form=other), at):
            return again
    return None


def _fits(context: Context, link: Link, at: int) -> bool:
    """Whether a trigger may be said of what is counted: a strict one needs people, a weak one its subject matter."""
    item, trigger = context.items[at], link.form.trigger
    if item.kind == "bare" and (not _bare_fits(context, at, strict=trigger.strict) or link.rule == "inversion"):
        return False
    if item.weak and not (link.cost <= WEAK_COSTS.get(link.rule, 0) and context.readings):
        return False
    tail = context.lexicon.tails.get(trigger.id) if trigger.role == "object" else None
    if tail is not None and not _has_tail(context, at, tail):
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


def _bare_fits(context: Context, at: int, *, strict: bool) -> bool:
    """A number alone speaks of the last noun that was counted: it must be people."""
    inner = _inner(context, at)
    if inner is not None:
        return True
    if _is_share_of_things(context, at):
        return False
    referent = last_noun(context.items[:at]) or context.story.last_noun
    if referent is None:
        return not strict or _are_they(context, at) or _is_named_by_fate(context, at)
    return referent in ("people", "counted") or (referent == "unknown" and not strict)


def _is_named_by_fate(context: Context, at: int) -> bool:
    """«la libération de douze enlevés»: a participle right behind the number says that they are people."""
    following = context.items[at + 1 : at + 2]
    return any(form.tense == "participle" and form.number == "plural" for one in following for form in one.forms)


def _are_they(context: Context, at: int) -> bool:
    """«ils sont 14 500 à avoir fui»: the pronoun says that they are people."""
    before = context.items[max(0, at - 4) : at]
    they = context.lexicon.resources.words.they
    return any(one.word in they for one in before) and any(one.kind == "be" for one in before)


def _is_share_of_things(context: Context, at: int) -> bool:
    """«douze des 67 provinces»."""
    items, index = context.items, at + 1
    while index < len(items) and items[index].word in context.lexicon.wholes:
        index += 1
    return at + 1 < index < len(items) and items[index].kind in ("thing", "unknown")


def is_either(context: Context, link: Link) -> bool:
    """Whether a trigger is one of two that leave it open what happened: «tués ou blessés», «a tué ou blessé»."""
    impact = link.form.trigger.impact
    if impact not in EITHER:
        return False
    items, either = context.items, context.lexicon.resources.words.either
    at = items.index(link.trigger)
    for beside, other in ((at + 1, at + 2), (at - 1, at - 2)):
        if 0 <= other < len(items) and items[beside].word in either:
            impacts = {form.trigger.impact for form in items[other].forms}
            if impact not in impacts and impacts & EITHER:
                return True
    return False
