"""Figures of a whole text: every sentence read, linked, completed by inheritance and checked against the vetoes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nlp_events.layers.figures.choice import choose, is_either, is_of_parent
from nlp_events.layers.figures.completing import completed
from nlp_events.layers.figures.inheritance import complete
from nlp_events.layers.figures.items import COUNTS, Item
from nlp_events.layers.figures.lexicon import Lexicon, load_lexicon
from nlp_events.layers.figures.linking import Link
from nlp_events.layers.figures.reader import read_items
from nlp_events.layers.figures.readings import Context, Matters, Reading, Story
from nlp_events.layers.figures.refusing import Vetoes, load_vetoes
from nlp_events.layers.figures.soundness import Gate
from nlp_events.layers.figures.tolls import none_survived
from nlp_events.layers.figures.unread import unread
from nlp_events.text.folding import fold
from nlp_events.text.sentences import split_sentences
from nlp_events.values import QuantityValue, Refusal
from nlp_events.words.store import SHIPPED, Words

# «d'entre eux» reaches back over this many sentences that hold a number.
MEMORY = 4
# Kinds of quantities that no figure is guessed from: a number that is refused, and nobody.
UNCOUNTED = ("zero",)
# What somebody does to others: its subject is not hit by it.
DONE_BY_PEOPLE = ("killed", "injured", "abducted", "detained")


@dataclass(frozen=True, slots=True)
class Count:
    """A number of a sentence that may count people."""

    item: Item
    quantity: QuantityValue
    sentence: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """What the rules make of a text: its figures, the numbers they refuse, and every number that may count people."""

    readings: list[Reading]
    refusals: list[Refusal]
    counts: list[Count]


def find_figures(
    text: str, quantities: Sequence[QuantityValue], words: Words = SHIPPED
) -> tuple[list[Reading], list[Refusal]]:
    """The readings and refusals of ``read_figures``."""
    found = read_figures(text, quantities, words)
    return found.readings, found.refusals


def read_figures(text: str, quantities: Sequence[QuantityValue], words: Words = SHIPPED) -> Found:
    """Read every human-impact figure of a text.

    Args:
        text: the article.
        quantities: its quantities in text order, as the quantities layer found them.
        words: the words and rules.

    Returns:
        The readings in text order; the numbers that name people but were refused, with the veto's id or what makes
        nonsense of them as the reason; every number that may count people and is not refused.
    """
    lexicon = load_lexicon(words)
    folded = fold(text)
    vetoes = Vetoes(folded, load_vetoes(words))
    gate = Gate(folded, frozenset(one["number_start"] for one in quantities), lexicon)
    found = Found([], [], [])
    story = Story(Matters(lexicon, folded))
    groups = _by_sentence(split_sentences(text, words), completed(text, folded, quantities, lexicon))
    for sentence, own in groups:
        context = _sentence((text, folded), sentence, own, lexicon, story)
        refused = list(unread(context))
        kept: list[Reading] = []
        for reading in _told(context):
            veto = gate.refusal(reading.quantity) or vetoes.of(reading)
            if veto is None:
                kept.append(reading)
            else:
                start, end = reading.item.start, reading.item.end
                refused.append({"start": start, "end": end, "reason": veto, "rule": veto})
        found.readings.extend(kept)
        found.refusals.extend(refused)
        found.counts.extend(_counts(context, kept, refused))
        story.add(kept, MEMORY)
    _found_dead(folded, found.readings, lexicon)
    return found


def _counts(context: Context, kept: Sequence[Reading], refused: Sequence[Refusal]) -> Iterator[Count]:
    """The numbers of a sentence that may count people."""
    read, gone = {id(one.item) for one in kept}, {one["start"] for one in refused}
    for at, item in enumerate(context.items):
        quantity = item.quantity
        if quantity is None or item.kind not in COUNTS or item.start in gone or quantity["kind"] in UNCOUNTED:
            continue
        said_of_others = _is_known_whole(context, at) or _does_harm(context, at) or is_of_parent(context, at)
        if id(item) in read or not said_of_others:
            yield Count(item, quantity, context.sentence)


def _does_harm(context: Context, at: int) -> bool:
    """Whether a count is of those who did it: «trois hommes armés ont tué le gardien»."""
    auxiliary, verb = (*context.items[at + 1 : at + 3], None, None)[:2]
    if auxiliary is None or verb is None or (auxiliary.kind, verb.kind) != ("have", "verb"):
        return False
    return all(one.trigger.role == "object" and one.trigger.impact in DONE_BY_PEOPLE for one in verb.forms)


def _is_known_whole(context: Context, at: int) -> bool:
    """Whether a count only says of how many the one before it is a part: «quatre des six suspects»."""
    part, linker = context.items[max(0, at - 2) : at] if at > 1 else (None, None)
    return part is not None and linker is not None and part.counts and linker.word in context.lexicon.wholes


def _found_dead(folded: str, readings: list[Reading], lexicon: Lexicon) -> None:
    """Those carried off are dead when an accident did it, or the next words tell that their bodies were found."""
    for reading in readings:
        if reading.impact != "missing" or reading.link.form.trigger.role != "object":
            continue
        start, end = reading.sentence
        rule = ""
        if reading.link.rule == "object" and lexicon.fatal.search(folded[start : reading.link.trigger.start]):
            rule = "fatal"
        elif lexicon.bodies.search(folded[end : end + 160]):
            rule = "bodies-found"
        if rule:
            reading.impact = "killed"
            reading.rules.insert(0, f"{rule}/{reading.link.form.trigger.id}")


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
) -> Context:
    text, folded = texts
    items = read_items(text, folded, sentence, quantities, lexicon)
    context = Context(lexicon, items, sentence, {}, story, folded, text)
    for at, item in enumerate(items):
        if item.kind not in COUNTS:
            continue
        link = choose(context, at)
        if link is not None:
            reading = context.readings[at] = _reading(item, link, sentence)
            if is_either(context, link):
                reading.impact = "casualties"
                reading.rules.append("either")
    none_survived(context)
    complete(context)
    story.note(context)
    return context


def _told(context: Context) -> list[Reading]:
    told = (context.readings[at] for at in sorted(context.readings))
    return [one for one in told if not _is_nobody_saved(one) and not _is_nobody_of_them(context, one)]


def _is_nobody_saved(reading: Reading) -> bool:
    """«aucun survivant» tells of the dead, «dont aucun …» of nobody: neither is a toll of zero."""
    nobody = reading.quantity["kind"] == "zero"
    return nobody and (reading.impact == "rescued" or reading.rules[0].startswith("part/"))


def _is_nobody_of_them(context: Context, reading: Reading) -> bool:
    """«aucun des blessés n'est en danger» speaks of those hurt: nobody says that none was."""
    item = reading.item
    if reading.quantity["kind"] != "zero" or item.kind != "counted":
        return False
    behind = context.folded[reading.quantity["number_end"] : item.end].split()[:2]
    return behind[:1] != [] and (
        behind[0] in context.lexicon.wholes or behind[-1] in context.lexicon.resources.words.these
    )


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
