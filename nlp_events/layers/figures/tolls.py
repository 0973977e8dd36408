"""Tolls and their updates: «le bilan passe de 12 à 15», «49 morts, contre 46 la veille», «37 selon l'armée»."""

from __future__ import annotations

from nlp_events.layers.figures.items import COUNTS, QUOTES, Item
from nlp_events.layers.figures.linking import Link
from nlp_events.layers.figures.phrases import Form
from nlp_events.layers.figures.readings import Context, Reading
from nlp_events.layers.figures.relations import inherit_from, noun_before, previous_reading, toll_trigger

# Counts taken time and again: «12 000 déplacés, contre 8 000 en mars» corrects nothing.
SERIES = ("affected", "displaced", "refugee", "returned")
# «, les autorités de la province de sept»: so many items name another voice.
VOICE_REACH = 7
ENDS = (".", "!", "?", "…", "»")
# «contre 98 sur la même période de 2018»: so far behind a number its period is told.
PERIOD_REACH = 70
# So many characters after a sentence with the people aboard, «aucun survivant» is said of them.
SURVIVED_WITHIN = 160


def older_number(context: Context, at: int) -> Reading | None:
    """«49 morts, contre 46 la veille»: the older toll."""
    previous = previous_reading(context, at)
    item = context.items[at]
    if previous is None or item.kind != "bare" or item.weak or context.items[at - 1].kind != "versus":
        return None
    reading = inherit_from(context, at, context.readings[previous], "versus")
    later = context.folded[item.end : min(item.end + PERIOD_REACH, context.sentence[1])].partition(",")[0]
    if reading.impact not in SERIES and context.lexicon.periods.search(later) is None:
        context.readings[previous].replaces = reading
    return reading


def rejected_number(context: Context, at: int) -> Reading | None:
    """«quatre morts, et non sept»: the figure that is rejected."""
    words = context.lexicon.resources.words
    previous = previous_reading(context, at)
    # «et non de trois»
    last = at - 2 if context.items[at - 1].word in context.lexicon.linkers else at - 1
    before = context.items[last]
    if previous is None or not before.word.endswith(tuple(words.rather)):
        return None
    if before.kind == "negation" and (context.items[at].kind != "bare" or context.items[last - 1].kind != "comma"):
        # «cinq tués, pas quatre», not «n'ont pas quatre …»
        return None
    reading = inherit_from(context, at, context.readings[previous], "rather")
    reading.denied = True
    context.readings[previous].replaces = reading
    return reading


def toll_number(context: Context, at: int) -> Reading | None:
    """«le bilan passe à 72», «porte à 45 le nombre de morts»: the noun of the toll says what is counted."""
    if context.items[at].kind != "bare" or context.items[at].weak or _leads_to_things(context, at):
        return None
    tolls = [index for index, item in enumerate(context.items) if item.kind == "toll"]
    # «le bilan, qui était de cinq morts, passe à six»
    moved = _is_moved_to(context, at)
    for toll in sorted(tolls, key=lambda index: abs(index - at)):
        first, last = min(toll, at), max(toll, at)
        if _told_between(context, first, last) and not moved:
            continue
        if toll > at and " " not in context.items[toll].word:
            # Only a noun that names what it counts («nombre de morts») may follow its number.
            continue
        between = context.items[first + 1 : last]
        if toll > at and tolls[0] < at and any(item.kind in ("comma", "coordination") for item in between):
            # «le nombre de morts s'élève à 44, celui des blessés à 126»
            continue
        if any(item.kind == "stop" or (item.kind in COUNTS and item.kind != "bare" and not moved) for item in between):
            continue
        words = [item.word for item in context.items[max(0, first - 6) : last]]
        # A verb that bounds its number is a piece of it: «dépasse les 700», «on estime à 700».
        words += context.items[at].word.split()[:3]
        if not any(word in context.lexicon.toll_verbs for word in words):
            continue
        trigger = toll_trigger(context, context.items[toll].impact)
        if trigger is None:
            continue
        link = Link(context.items[toll], Form(trigger, None, "any"), "toll", 3)
        return Reading(
            item=context.items[at], link=link, impact=trigger.impact, sentence=context.sentence,
            household=context.items[toll].household, rules=[f"toll/{trigger.id}"],
        )  # fmt: skip
    return None


def _is_moved_to(context: Context, at: int) -> bool:
    """Whether a toll's verb stands right before a number: «passe à six», «est monté à 33»."""
    before = context.items[max(0, at - 2) : at]
    words = context.lexicon.resources.words.towards
    moves = context.lexicon.toll_verbs.union(context.lexicon.resources.words.then)
    return len(before) == 2 and before[1].word in words and before[0].word in moves


def _leads_to_things(context: Context, at: int) -> bool:
    """«le bilan passe de 12 à 15 défaites»: what the second number counts, the first counts too."""
    towards = context.lexicon.resources.words.towards
    following = context.items[at + 1 : at + 3]
    return len(following) == 2 and following[0].word in towards and following[1].kind in ("thing", "unknown")


def corrected_number(context: Context, at: int) -> Reading | None:
    """«n'a pas fait douze morts, mais neuf»: the first number is denied, the second one replaces it."""
    previous, item = previous_reading(context, at), context.items[at]
    # «mais de neuf»
    last = at - 2 if context.items[at - 1].word in context.lexicon.linkers else at - 1
    if previous is None or item.kind != "bare" or context.items[last].word not in context.lexicon.resources.words.but:
        return None
    source = context.readings[previous]
    between = {one.kind for one in context.items[previous + 1 : last]}
    negated = any(one.kind == "negation" for one in context.items[max(0, previous - 4) : previous])
    if not negated or between - {"comma"} or source.quantity["kind"] == "zero":
        return None
    reading = inherit_from(context, at, source, "corrected")
    reading.replaces = source
    source.denied = True
    return reading


def counted_subject(context: Context, at: int) -> Reading | None:
    """«Les déplacés sont 61 000», «Les blessés, au nombre de douze, …»: the subject says what is counted."""
    item, items = context.items[at], context.items
    if item.kind != "bare" or item.weak or item.others or item.anaphora:
        return None
    between = ("word", "negation", "breaks")
    verb = next((index for index in range(at - 1, max(-1, at - 6), -1) if items[index].kind not in between), None)
    apposed = verb is not None and items[verb].kind == "comma" and _is_in_number(context, at)
    if verb is None or not (items[verb].kind == "be" or apposed):
        return None
    noun = noun_before(context, verb)
    if noun is None:
        return None
    first, form = noun
    return Reading(
        item=item, link=Link(items[first], form, "subject-noun", 3), impact=form.trigger.impact,
        sentence=context.sentence, rules=[f"subject-noun/{form.trigger.id}"],
    )  # fmt: skip


def _is_in_number(context: Context, at: int) -> bool:
    """Whether a number stands behind «au nombre de»."""
    before = context.items[max(0, at - 2) : at]
    heads, linkers = context.lexicon.toll_heads, context.lexicon.linkers
    return len(before) == 2 and before[0].word in heads and before[1].word in linkers


def _told_between(context: Context, first: int, last: int) -> bool:
    """Whether the toll's number has been told already; only «de 12 à 15» has two."""
    towards = context.lexicon.resources.words.towards
    told = [index for index in context.readings if first < index < last]
    return bool(told) and not (told[-1] == last - 2 and context.items[last - 1].word in towards)


def later_number(context: Context, at: int, source: Reading, between: list[Item]) -> Reading | None:
    """«41 blessés, puis 48»: a later toll of the same thing."""
    if not between or between[-1].word not in context.lexicon.resources.words.then or len(between) > 3:
        return None
    reading = inherit_from(context, at, source, "then")
    reading.replaces = source
    return reading


def competing(context: Context, at: int) -> Reading | None:
    """«185 morts selon le maire, 37 à en croire l'armée»: another voice on the same thing."""
    item, previous = context.items[at], previous_reading(context, at)
    if previous is None or item.kind != "bare" or item.weak or item.others:
        return None
    voices = context.lexicon.resources.words.attributions
    following = next((one for one in context.items[at + 1 :] if one.word not in QUOTES), None)
    rest = context.folded[following.start : context.sentence[1]] if following is not None else ""
    if not any(rest.startswith(voice) and not rest[len(voice) : len(voice) + 1].isalpha() for voice in voices):
        return None
    if any(one.kind in ("have", "be", "stop") for one in context.items[at - 3 : at]):
        return None
    return inherit_from(context, at, context.readings[previous], "competing")


def gapped(context: Context, at: int) -> Reading | None:
    """«l'opposition parle de 60 morts, les autorités de sept»: another voice, the verb left out."""
    item, items, previous = context.items[at], context.items, previous_reading(context, at)
    if previous is None or item.kind != "bare" or item.weak or item.others:
        return None
    linkers = context.lexicon.linkers
    between = items[previous + 1 : at - 1]
    named = 1 < len(between) <= VOICE_REACH and between[0].kind == "comma" and between[1].determiner
    ends = at + 1 == len(items) or items[at + 1].kind in ("comma", "stop") or items[at + 1].word in ENDS
    if not (named and ends and items[previous - 1].word in linkers and items[at - 1].word in linkers):
        return None
    if any(one.kind != "word" for one in between[1:]):
        return None
    return inherit_from(context, at, context.readings[previous], "competing")


def towards(context: Context, at: int) -> Reading | None:
    """«passe de 12 à 15 morts»: the first number takes the noun of the second."""
    if context.items[at].kind != "bare" or context.items[at].weak or at + 2 >= len(context.items):
        return None
    if context.items[at + 1].word not in context.lexicon.resources.words.towards or at + 2 not in context.readings:
        return None
    source = context.readings[at + 2]
    reading = inherit_from(context, at, source, "update")
    source.replaces = reading
    return reading


def updates(context: Context) -> None:
    """«le bilan passe de 12 à 15»: both numbers read as tolls, the second replaces the first."""
    towards = context.lexicon.resources.words.towards
    last: Reading | None = None
    for at in sorted(context.readings):
        reading = context.readings[at]
        toll = reading.rules[0].startswith("toll/")
        if toll and last is not None and _is_update(context, at, last, reading):
            # «de neuf, le nombre des morts est passé à 24, puis à 33»
            reading.replaces = last
        if toll or (reading.whole is None and reading.item.kind == "counted"):
            last = reading
    for at, reading in context.readings.items():
        following = context.readings.get(at + 2)
        if following is None or reading.item.kind != "bare" or context.items[at + 1].word not in towards:
            continue
        if following.impact == reading.impact and following.replaces is None:
            following.replaces = reading


def _is_update(context: Context, at: int, last: Reading, reading: Reading) -> bool:
    """Whether a toll has moved on from the one before it in the sentence."""
    if not _is_moved_to(context, at) or reading.replaces is not None or last.replaces is reading:
        return False
    # «deux corps …, portant le bilan à six» adds to the toll; «le bilan, de cinq morts, passe à six» moves it.
    told = last.rules[0].startswith("toll/") or reading.link.trigger.start < last.item.start
    return told and reading.whole is None and last.impact == reading.impact and last.quantity["kind"] != "zero"


def none_survived(context: Context) -> None:
    """«avec onze personnes à bord, dont aucune n'a survécu»: those who were aboard are dead.

    So are those of the sentence before: «L'avion transportait 55 passagers. Il n'y a aucun survivant.»
    """
    for at in sorted(context.readings):
        reading = context.readings[at]
        if reading.impact != "rescued" or reading.quantity["kind"] != "zero":
            continue
        aboard = _aboard(context, at)
        trigger = toll_trigger(context, "killed")
        if not aboard or trigger is None:
            continue
        link = Link(reading.link.trigger, Form(trigger, None, "any"), "none-survived", 3)
        context.readings.pop(at)
        for place, (item, sentence) in aboard.items():
            context.readings[place] = Reading(
                item=item, link=link, impact="killed", sentence=sentence, who_category=item.category,
                rules=[f"none-survived/{trigger.id}"],
            )  # fmt: skip


def _aboard(context: Context, at: int) -> dict[int, tuple[Item, tuple[int, int]]]:
    """The people of whom nobody survived, with their sentence, by their place among the items.

    «aucun des 80 passagers», else the last ones counted before; those of the sentence before have places before 0.
    """
    behind, items = context.items[at + 1 : at + 3], context.items
    if len(behind) == 2 and behind[0].word in context.lexicon.linkers and behind[1].kind == "people":
        return {at + 2: (behind[1], context.sentence)}
    before = next((index for index in range(at - 1, -1, -1) if items[index].kind == "people"), None)
    if before is not None:
        return {before: (items[before], context.sentence)}
    untold = context.story.untold
    near = [one for one in untold if context.sentence[0] - one[1][1] <= SURVIVED_WITHIN]
    return {index - len(near): one for index, one in enumerate(near)}
