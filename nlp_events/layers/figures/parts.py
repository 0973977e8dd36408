"""Parts and wholes: «12 morts, dont trois enfants», «18 tués (11 femmes et 7 hommes)», «cinq des onze mineurs»."""

from __future__ import annotations

from nlp_events.layers.figures.items import COUNTS, Item
from nlp_events.layers.figures.phrases import tokens_of
from nlp_events.layers.figures.readings import Context, Reading
from nlp_events.layers.figures.relations import (
    antecedent,
    before_determiners,
    definite,
    holds,
    inherit_from,
    is_larger,
    larger,
    open_bracket,
    part_marker,
    previous_reading,
    whole_before,
)

DEAD = ("killed", "casualties")
# What has carried off or buried those who are counted as dead.
CARRIED_OFF = ("missing-buried",)


def bracketed(context: Context, at: int) -> Reading | None:
    """«18 tués (11 femmes et 7 hommes)»: what stands in brackets behind a figure."""
    opened = open_bracket(context, at)
    if opened is None:
        return None
    whole = whole_before(context, opened)
    if whole is None or context.items[at].weak or _has_own_verb(context, at):
        return None
    reading = inherit_from(context, at, whole, "bracket")
    if reading.household == whole.household and larger(whole, context.items[at]):
        reading.whole = whole
    return reading


def _has_own_verb(context: Context, at: int) -> bool:
    """Whether a verb follows a count inside its bracket: «(1 200 autres ont pu entrer)» tells its own story."""
    for item in context.items[at + 1 :]:
        if item.kind == "close":
            return False
        if item.kind in ("have", "be", "verb"):
            return True
    return False


def marked_part(context: Context, at: int) -> Reading | None:
    """«12 morts, dont trois enfants»: what «dont» and its like introduce."""
    marker = part_marker(context, at)
    following = context.items[at + 1].word if at + 1 < len(context.items) else ""
    if marker is None or (context.items[at].weak and following not in context.lexicon.locatives):
        # «dont un dans une maison de retraite» counts; «dont un bombardement …» does not.
        return None
    whole = whole_before(context, marker)
    if whole is None or not larger(whole, context.items[at]):
        return None
    return inherit_from(context, at, whole, "part", whole=whole)


def own_whole(context: Context, at: int) -> None:
    """A count with a trigger of its own can be a part as well: «…, dont 76 000 sont rentrées»."""
    reading = context.readings[at]
    if reading.whole is not None:
        return
    if is_absolute(context, at):
        reading.whole = _nearest_larger(context, at)
    elif (marker := part_marker(context, at)) is not None:
        _marked_whole(context, at, marker)
    elif (opened := open_bracket(context, at)) is not None:
        reading.whole = _bracketed_whole(context, reading, opened)
    else:
        _whole_told_before(context, at)


def _marked_whole(context: Context, at: int, marker: int) -> None:
    """The whole of a part behind «dont» and its like, of whom something else is told than of the whole."""
    reading, item = context.readings[at], context.items[at]
    whole = _before_marker(context, at, marker)
    if whole is None:
        return
    if item.kind == "bare" and not item.noun:
        # «300 ménages, dont 80 arrivés en mai»
        reading.household = whole.household
    carried = reading.link.form.trigger.id in CARRIED_OFF
    if whole.impact == "killed" and not (reading.impact in DEAD or carried):
        # «151 morts, dont dix-neuf étrangers, et 82 blessés»: no part of the dead.
        return
    if whole is reading or not holds(whole, reading):
        return
    reading.whole = whole
    if whole.impact == "refugee" and reading.impact == "displaced" and item.kind == "bare":
        # «1,1 million de réfugiés, dont 550 000 arrivés depuis avril»
        reading.impact = whole.impact
    if whole.impact == "killed" and carried:
        # «62 morts, dont vingt-quatre enfants emportés par le courant»
        reading.impact = "killed"


def _before_marker(context: Context, at: int, marker: int) -> Reading | None:
    whole = whole_before(context, marker)
    if whole is None:
        # «50 personnes, dont dix enfants, ont été tuées»: the whole found its verb behind the part.
        whole = next((context.readings[i] for i in sorted(context.readings) if i < marker), None)
    if whole is None and _speaks_of_them(context, marker):
        whole = antecedent(context, at)
        if whole is not None and whole.impact != context.readings[at].impact and _names_victims(context, marker):
            # «Parmi les blessés …» behind a toll of the dead.
            return None
    return whole


def _bracketed_whole(context: Context, reading: Reading, opened: int) -> Reading | None:
    """The figure of the same kind that a bracket shares out: «14 morts et 33 blessés: Gao (8 morts, 20 blessés) …»."""
    before = (context.readings[at] for at in sorted(context.readings, reverse=True) if at < opened)
    alike = (one for one in before if one.whole is None and one.impact == reading.impact and holds(one, reading))
    return next((one for one in alike if open_bracket(context, context.items.index(one.item)) is None), None)


def _whole_told_before(context: Context, at: int) -> None:
    """The whole of a count that speaks of people told of before: «300 d'entre elles», «deux des victimes»."""
    reading, item = context.readings[at], context.items[at]
    if item.anaphora or (item.others and definite(context, at)):
        _whole_of_others(context, at)
    elif item.partitive and item.kind == "people" and _is_of_these(context, item):
        bases = (one.whole or one for one in reversed(context.before))
        reading.whole = next((one for one in bases if holds(one, reading) and is_larger(one, item)), None)
    elif item.kind == "people" and definite(context, at) and item.plural:
        reading.whole = _earlier_group(context, reading)
    elif (inner := _inner_reading(context, at)) is not None:
        reading.whole = inner
    elif item.kind == "bare" and not item.weak and (whole := _told_as_whole(context, at)) is not None:
        reading.whole = whole
        reading.household = whole.household
    elif item.partitive and (item.kind == "counted" or _is_one(item)):
        _whole_of_victims(context, at)


def _whole_of_others(context: Context, at: int) -> None:
    reading, item = context.readings[at], context.items[at]
    whole = antecedent(context, at)
    if whole is None or (item.others and _is_other_fate(whole, reading)):
        return
    reading.whole = whole
    if item.anaphora:
        # «300 d'entre elles» of 900 families are families.
        reading.household = whole.household


def _whole_of_victims(context: Context, at: int) -> None:
    reading = context.readings[at]
    whole = antecedent(context, at)
    if whole is None or not (whole.impact == reading.impact or "casualties" in (whole.impact, reading.impact)):
        return
    reading.whole = whole
    if reading.impact == "casualties":
        # «Deux des victimes étaient …» of twelve dead.
        reading.impact = whole.impact


def is_absolute(context: Context, at: int) -> bool:
    """«21 blessés, neuf étant dans un état critique», «dix-neuf ayant été relâchés»: some of those just told of."""
    item, following = context.items[at], context.items[at + 1 : at + 2]
    return (
        item.kind == "bare"
        and at > 0
        and context.items[at - 1].kind == "comma"
        and [one.tense for one in following] == ["gerund"]
    )


def absolute(context: Context, at: int) -> Reading | None:
    """«411 morts, 28 étant identifiés»: the same happened to them, whatever else is told."""
    if not is_absolute(context, at) or (whole := _nearest_larger(context, at)) is None:
        return None
    return inherit_from(context, at, whole, "absolute", whole=whole)


def graded(context: Context, at: int) -> Reading | None:
    """«Douze blessés, trois grièvement, …»: some of those hurt, by how badly."""
    following = context.items[at + 1].word if at + 1 < len(context.items) else ""
    previous = previous_reading(context, at)
    if previous is None or context.items[at].kind != "bare" or following not in context.lexicon.resources.words.degrees:
        return None
    whole = context.readings[previous]
    if whole.impact != "injured" or not larger(whole, context.items[at]):
        return None
    return inherit_from(context, at, whole, "graded", whole=whole.whole or whole)


def _nearest_larger(context: Context, at: int) -> Reading | None:
    item = context.items[at]
    told = (context.readings[index] for index in sorted(context.readings, reverse=True) if index < at)
    return next((one for one in told if larger(one, item) and is_larger(one, item)), None)


def _is_of_these(context: Context, item: Item) -> bool:
    """«4 100 de ces ménages»: some of those told of before."""
    number_end = item.quantity["number_end"] if item.quantity is not None else item.start
    return any(
        word in context.lexicon.resources.words.these for word in tokens_of(context.folded[number_end : item.end])
    )


def _names_victims(context: Context, marker: int) -> bool:
    """Whether a «parmi» names them by what happened to them, and not «eux»."""
    words = [item.word for item in context.items[marker + 1 : marker + 4]]
    return any(context.lexicon.counted.match(words, index)[1] for index in range(len(words)))


def _is_other_fate(whole: Reading, part: Reading) -> bool:
    """«32 mineurs ont été remontés, les cinq autres sont morts»: those are not among the 32."""
    return whole.impact != part.impact and whole.impact in ("killed", "rescued", "returned")


def _speaks_of_them(context: Context, marker: int) -> bool:
    """Whether a «parmi» says «parmi eux», «parmi les blessés»."""
    rest = context.folded[context.items[marker].start : context.sentence[1]]
    return rest.startswith(tuple(context.lexicon.resources.words.among))


def _told_as_whole(context: Context, at: int) -> Reading | None:
    """«Sur les 48 blessés, 12 sont dans un état grave», «Dix-huit blessés. Six sont dans le coma»."""
    reading, items = context.readings[at], context.items
    for index in sorted((one for one in context.readings if one < at), reverse=True):
        before = before_determiners(context, index)
        if before >= 0 and items[before].word in context.lexicon.resources.words.among_heads:
            return context.readings[index] if larger(context.readings[index], items[at]) else None
    if (whole := _told_as_harmed(context, at)) is not None:
        return whole
    first = not any(one.kind in COUNTS for one in items[:at])
    if not first or items[at].others or reading.link.form.trigger.role != "state":
        return None
    last = context.before[-1] if context.before else None
    base = (last.whole or last) if last is not None else None
    fits = base is not None and base.impact == reading.impact and is_larger(base, items[at])
    return base if fits and base is not None and larger(base, items[at]) else None


def _told_as_harmed(context: Context, at: int) -> Reading | None:
    """«500 personnes sont blessées ; 375 restaient hospitalisées»: how some of those fare who were told of."""
    reading = context.readings[at]
    previous = previous_reading(context, at)
    beside = at > 0 and context.items[at - 1].kind in ("comma", "stop")
    if previous is None or reading.impact != "injured" or context.items[at].others or not beside:
        return None
    whole = context.readings[previous]
    base = whole.whole or whole
    told = base.impact == "injured" and base.link.trigger is not reading.link.trigger
    return base if told and is_larger(base, reading.item) and larger(base, reading.item) else None


def _is_one(item: Item) -> bool:
    """«l'un des marins»."""
    return item.quantity is not None and item.quantity["rule"] == "one-of"


def _earlier_group(context: Context, reading: Reading) -> Reading | None:
    """«les deux hommes arrêtés mardi»: some of those told of before, to whom the same has happened."""
    noun, anyone = reading.item.noun, context.lexicon.resources.words.anyone
    for one in reversed(context.before):
        base = one.whole or one
        if noun not in anyone and base.item.noun not in ("", noun):
            # «les 379 passagers» are none of the 97 000 inhabitants moved before.
            continue
        if base.impact == reading.impact and is_larger(base, reading.item) and larger(base, reading.item):
            return base
    return None


def _inner_reading(context: Context, at: int) -> Reading | None:
    """The reading of «onze mineurs» for «cinq» in «cinq des onze mineurs»."""
    index = at + 1
    while index < len(context.items) and context.items[index].word in context.lexicon.determiners:
        index += 1
    return context.readings.get(index) if index > at + 1 and context.items[at].kind == "bare" else None
