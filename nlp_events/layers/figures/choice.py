"""Which of the triggers around a count it belongs to, and whether that trigger may be said of it."""

from __future__ import annotations

from itertools import takewhile

from nlp_events.layers.figures.fitting import fitting, inner_count
from nlp_events.layers.figures.items import COUNTS, QUOTES, Item
from nlp_events.layers.figures.linking import Link
from nlp_events.layers.figures.objects import link_left
from nlp_events.layers.figures.phrases import Form
from nlp_events.layers.figures.readings import Context
from nlp_events.layers.figures.relations import before_determiners
from nlp_events.layers.figures.subjects import link_right

# A trigger noun («12 détenus») is given up for a verb («ont péri») only when that verb is this near in cost.
OVERRIDE_COST = 6.0
OVERRIDE_LEFT_COST = 1.8
OVERRIDE_PARTICIPLE_COST = 3.0
# A verb this near to its object outweighs a participle that tells what had been before.
MAIN_VERB_COST = 1.9
BEFORE = ("affected", "abducted", "displaced", "detained", "missing")
# «il a fallu plus de neuf heures pour libérer»: so many items may stand between.
ACHIEVED = 8
# «60 passagers à bord du car, dont 12 ont péri»: so many items stand between a whole and its relative clause.
RELATIVE_REACH = 8
# «tués ou blessés» leaves open which.
EITHER = {"killed", "injured"}


def choose(context: Context, at: int) -> Link | None:
    """The trigger of a count: its own noun, or the cheaper of what stands left and right of it."""
    items = context.items
    item = items[at]
    if item.weak and not context.readings:  # no trigger fits it, see ``fitting``
        return None
    if _is_voice(context, at) or (item.kind == "bare" and at > 0 and _corrects(context, at)):
        # «114 morts contre 112 la veille, et 70 personnes …»: the older number has the first one's trigger.
        return None
    if _is_labelled(items, at):
        return None
    near = (
        _is_outside(context, at)
        or _is_whole_of_next(context, at)
        or _is_whole_of_last(context, at)
        or _is_whole_of_relative(context, at)
        or is_of_parent(context, at)
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
    candidates = [fit for link in (right, left) if link is not None and (fit := fitting(context, link, at)) is not None]
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
        if any(one.word in words.achieved for one in context.items[max(0, at - ACHIEVED) : at]):
            return False
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
    beside = items[at + 1]
    return right.rule in ("passive", "subject") and (beside.kind in ("have", "be") or beside is right.trigger)


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
    inner = inner_count(context, at)
    passed: list[Item] = []
    link = link_right(context.items, at, near=near, inner=inner)
    while link is not None and link.rule != "negated" and link.trigger.kind == "verb":
        if fitting(context, link, at) is not None:
            break
        link.trigger.kind = "word"
        passed.append(link.trigger)
        link = link_right(context.items, at, near=near, inner=inner)
    for item in passed:
        item.kind = "verb"
    return link


def _is_voice(context: Context, at: int) -> bool:
    """«selon un officier», «d'après plusieurs rescapés»: a voice, not a victim."""
    items, quantity = context.items, context.items[at].quantity
    if at == 0 or quantity is None or quantity["kind"] not in ("article", "vague"):
        return False
    before = items[at - 1].word
    quoted = at > 1 and (items[at - 2].kind == "comma" or items[at - 2].word in QUOTES)
    speaks = before in context.lexicon.resources.words.speech and quantity["kind"] == "article"
    if speaks and (quoted or items[at].kind == "people"):
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
    index = before_determiners(context, at)
    return index if 0 <= index < at - 1 and items[index].kind == "bare" else None


def _is_outside(context: Context, at: int) -> bool:
    return _outer(context, at) is not None


def _is_labelled(items: list[Item], at: int) -> bool:
    """«Tués : 5, blessés : 21»: what follows the 5 is the label of the next number."""
    behind = [item.kind for item in items[at + 1 : at + 4]]
    return at > 0 and items[at - 1].kind == "colon" and behind[:1] == ["comma"] and behind[-1:] == ["colon"]


def is_of_parent(context: Context, at: int) -> bool:
    """«L'acteur, père de deux filles, s'est éteint»: the verb is said of the father."""
    words = context.lexicon.resources.words
    return at > 1 and context.items[at - 1].word in words.linkers and context.items[at - 2].word in words.parents


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
    index = before_determiners(context, at)
    if index < 0 or items[index].word not in lexicon.resources.words.among_heads:
        return False
    return any(item.kind == "bare" and not item.weak for item in items[at + 1 :])


def _is_whole_of_last(context: Context, at: int) -> bool:
    """«230 civils sur les 320 déplacés ont …»: the verb belongs to the 230."""
    items, lexicon = context.items, context.lexicon
    index = before_determiners(context, at)
    heads = lexicon.resources.words.among_heads
    return 0 < index < at - 1 and items[index].word in heads and items[index - 1].kind in COUNTS


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
