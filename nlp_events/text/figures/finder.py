"""Figures of a whole text: every sentence read, linked, completed by inheritance and checked against the vetoes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nlp_events.resources.figures import Trigger
from nlp_events.text.figures.inheritance import complete
from nlp_events.text.figures.items import COUNTS, Item, read_items
from nlp_events.text.figures.lexicon import Form, Lexicon, load_lexicon
from nlp_events.text.figures.linking import Link, link_left, link_right
from nlp_events.text.figures.readings import Context, Matters, Reading, Story, last_noun
from nlp_events.text.figures.tolls import none_survived
from nlp_events.text.folding import fold
from nlp_events.text.sentences import split_sentences
from nlp_events.values import QuantityValue, Refusal

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
# Displacement is of groups: «un voleur a fui» displaces nobody.
GROUPS = ("displaced", "refugee", "returned")
# «d'entre eux» reaches back over this many sentences that hold a number.
MEMORY = 4


def find_figures(
    text: str, quantities: Sequence[QuantityValue], directory: str | None = None
) -> tuple[list[Reading], list[Refusal]]:
    """Read every human-impact figure of a text.

    Args:
        text: the article.
        quantities: its quantities in text order, as the quantities layer found them.
        directory: a folder of language resources, None for the shipped ones.

    Returns:
        The readings in text order, and the numbers that name people but were refused, with the veto's id as reason.
    """
    lexicon = load_lexicon(directory)
    folded = fold(text)
    allowed = _allowed(folded, lexicon)
    readings: list[Reading] = []
    refusals: list[Refusal] = []
    story = Story(Matters(lexicon, folded))
    groups = _by_sentence(split_sentences(text, directory), _completed(folded, quantities, lexicon))
    for sentence, own in groups:
        found = _sentence((text, folded), sentence, own, lexicon, story)
        kept: list[Reading] = []
        for reading in found:
            veto = _veto(reading, folded, lexicon, allowed)
            if veto is None:
                kept.append(reading)
            else:
                start, end = reading.item.start, reading.item.end
                refusals.append({"start": start, "end": end, "reason": veto, "rule": veto})
        readings.extend(kept)
        story.add(kept, MEMORY)
    _found_dead(folded, readings, lexicon)
    return readings, refusals


def _found_dead(folded: str, readings: list[Reading], lexicon: Lexicon) -> None:
    """Those carried off are dead when the next words tell that their bodies were found."""
    for reading in readings:
        if reading.impact == "missing" and reading.link.form.trigger.role == "object":
            end = reading.sentence[1]
            if lexicon.bodies.search(folded[end : end + 160]):
                reading.impact = "killed"
                reading.rules.insert(0, f"bodies-found/{reading.link.form.trigger.id}")


def _completed(folded: str, quantities: Sequence[QuantityValue], lexicon: Lexicon) -> list[QuantityValue]:
    """The quantities, with «l'un des» (one) and «n'a pas fait de» (none) added."""
    extra: list[QuantityValue] = []
    for pattern, value, rule in ((lexicon.single, 1, "one-of"), (lexicon.zero, 0, "zero")):
        for match in pattern.finditer(folded):
            end = match.end() if value == 0 else _first_word_end(folded, match)
            extra.append(
                {
                    "start": match.start(), "end": end, "number_start": match.start(), "number_end": end,
                    "min": value, "max": value, "modifier": "exact",
                    "kind": "number" if value else "zero", "rule": rule,
                }
            )  # fmt: skip
    taken = [(one["start"], one["end"]) for one in extra]
    counts = [quantity for quantity in quantities if quantity["kind"] != "fraction"]
    others = [q for q in counts if not any(q["start"] < end and start < q["end"] for start, end in taken)]
    return sorted([*others, *extra], key=lambda one: one["start"])


def _first_word_end(folded: str, match: re.Match[str]) -> int:
    space = folded.find(" ", match.start(), match.end())
    return match.end() if space < 0 else space


def _by_sentence(
    sentences: Sequence[tuple[int, int]], quantities: list[QuantityValue]
) -> list[tuple[tuple[int, int], list[QuantityValue]]]:
    groups: list[tuple[tuple[int, int], list[QuantityValue]]] = []
    at = 0
    for start, end in sentences:
        own: list[QuantityValue] = []
        while at < len(quantities) and quantities[at]["start"] < end:
            if quantities[at]["start"] >= start:
                own.append(quantities[at])
            at += 1
        if own:
            groups.append(((start, end), own))
    return groups


def _sentence(
    texts: tuple[str, str], sentence: tuple[int, int], quantities: list[QuantityValue], lexicon: Lexicon, story: Story
) -> list[Reading]:
    text, folded = texts
    items = read_items(text, folded, sentence, quantities, lexicon)
    context = Context(lexicon, items, sentence, {}, story, folded, text)
    for at, item in enumerate(items):
        if item.kind not in COUNTS:
            continue
        link = choose(context, at)
        if link is not None:
            context.readings[at] = _reading(item, link, sentence)
    none_survived(context)
    complete(context)
    story.note(items)
    return [context.readings[at] for at in sorted(context.readings) if not _is_nobody_saved(context.readings[at])]


def _is_nobody_saved(reading: Reading) -> bool:
    """«aucun survivant» tells of the dead, «dont aucun …» of nobody: neither is a toll of zero."""
    nobody = reading.quantity["kind"] == "zero"
    return nobody and (reading.impact == "rescued" or reading.rules[0].startswith("part/"))


def _reading(item: Item, link: Link, sentence: tuple[int, int]) -> Reading:
    return Reading(
        item=item,
        link=link,
        impact=link.form.trigger.impact,
        sentence=sentence,
        who_category=item.category,
        household=item.household,
        rules=[f"{link.rule}/{link.form.trigger.id}"],
    )


def choose(context: Context, at: int) -> Link | None:
    """The trigger of a count: its own noun, or the cheaper of what stands left and right of it."""
    items = context.items
    item = items[at]
    if _is_voice(context, at) or (item.kind == "bare" and at > 0 and items[at - 1].kind == "versus"):
        # «114 morts contre 112 la veille, et 70 personnes …»: the older number has the first one's trigger.
        return None
    near = _outer(context, at) is not None or _is_whole_of_next(context, at) or _is_whole_of_last(context, at)
    right = _right(context, at, near=near)
    left = link_left(items, at)
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
    if best is None or best.form.trigger.impact not in own.form.trigger.overridden_by:
        return own
    limit = OVERRIDE_LEFT_COST
    if best is right:
        limit = OVERRIDE_PARTICIPLE_COST if best.rule == "participle" else OVERRIDE_COST
    return best if best.cost <= limit else own


def _is_main_verb(left: Link, right: Link) -> bool:
    """«ont évacué 4 000 riverains menacés par le feu»: what was done to them, not how they were before."""
    near = left.rule == "object" and left.cost <= MAIN_VERB_COST
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
    if trigger.impact in GROUPS and item.quantity is not None and item.quantity["kind"] == "article":
        return False
    if _is_on_the_move(trigger, item):
        return False
    if trigger.context is not None:
        leaves = trigger.impact in GROUPS or trigger.impact == "evacuated"
        # Families that move do so for good.
        told = trigger.context in context.story.contexts or (leaves and item.household)
        return told and not (leaves and item.category in ON_DUTY)
    return True


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
        return not strict
    return referent in ("people", "counted") or (referent == "unknown" and not strict)


def _is_share_of_things(context: Context, at: int) -> bool:
    """«douze des 67 provinces»."""
    items, index = context.items, at + 1
    while index < len(items) and items[index].word in context.lexicon.wholes:
        index += 1
    return at + 1 < index < len(items) and items[index].kind in ("thing", "unknown")


def _allowed(folded: str, lexicon: Lexicon) -> frozenset[int]:
    """Indices of the vetoes that can apply: those on the document only where it holds their pattern."""
    return frozenset(
        index
        for pattern, index in lexicon.vetoes
        if lexicon.resources.vetoes[index].where != "document" or pattern.search(folded)
    )


def _veto(reading: Reading, folded: str, lexicon: Lexicon, allowed: frozenset[int]) -> str | None:
    for pattern, index in lexicon.vetoes:
        veto = lexicon.resources.vetoes[index]
        if index not in allowed or (veto.impacts and reading.impact not in veto.impacts):
            continue
        if veto.kinds and reading.quantity["kind"] not in veto.kinds:
            continue
        if veto.where == "document" or pattern.search(folded[slice(*_window(veto.where, reading))]):
            return veto.id
    return None


def _window(where: str, reading: Reading) -> tuple[int, int]:
    start, end = reading.sentence
    if where == "before":
        return max(start, reading.quantity["number_start"] - 60), reading.quantity["number_start"]
    if where == "after":
        return reading.item.end, min(end, reading.item.end + 60)
    return start, end
