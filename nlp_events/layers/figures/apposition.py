"""Who they are, named beside them: «trois corps, deux femmes et un homme», «cinq tués : trois gardes et un prêtre»."""

from __future__ import annotations

from nlp_events.layers.figures.readings import Context, Reading
from nlp_events.layers.figures.relations import amount, inherit_from, is_larger, kinds_between, larger, previous_reading


def included(context: Context) -> None:
    """«dix-sept missionnaires, cinq enfants compris, séquestrés …»: a part and its whole share one trigger."""
    words = context.lexicon.resources.words.included
    for at, item in enumerate(context.items):
        if item.word not in words:
            continue
        counts = [index for index in range(at) if context.items[index].counts]
        if len(counts) < 2 or set(kinds_between(context, counts[-1] + 1, at)) - {"word", "bare", "coordination"}:
            continue
        whole, part = counts[-2:]
        if whole not in context.readings and part in context.readings:
            context.readings[whole] = inherit_from(context, whole, context.readings[part], "included")
        if whole in context.readings and larger(context.readings[whole], context.items[part]):
            context.readings[part] = inherit_from(context, part, context.readings[whole], "included")
            context.readings[part].whole = context.readings[whole]


def apposed(context: Context) -> None:
    """«trois corps, deux femmes et un homme»: who they are, when the numbers add up."""
    for at in sorted(context.readings):
        whole = context.readings[at]
        parts: list[int] = []
        index = at + 1
        while index + 1 < len(context.items) and context.items[index].kind in ("comma", "coordination", "colon"):
            if context.items[index + 1].kind != "people" or index + 1 in context.readings:
                break
            parts.append(index + 1)
            index += 2
        amounts = [amount(context.items[part]) for part in parts]
        if len(parts) < 2 or whole.quantity["min"] != whole.quantity["max"] or sum(amounts) != whole.quantity["min"]:
            continue
        if all(amount == 1 for amount in amounts):
            continue
        for part in parts:
            context.readings[part] = inherit_from(context, part, whole, "apposition")
            context.readings[part].whole = whole


def behind_colon(context: Context, at: int) -> Reading | None:
    """«cinq tués : trois manifestants et deux policiers»: the parts named behind a colon."""
    previous = previous_reading(context, at)
    if previous is None or context.items[at].kind != "people":
        return None
    kinds = kinds_between(context, previous + 1, at)
    goes_on = context.readings[previous].rules[0].startswith("colon/") and set(kinds) <= {"comma", "coordination"}
    told = {"stop", "breaks"} if kinds[-1:] == ["colon"] else {"verb", "have", "be", "stop", "breaks"}
    if not ("colon" in kinds or goes_on) or set(kinds) & told:
        return None
    if any(one.kind in ("have", "be") for one in context.items[at + 1 : at + 2]):
        # «… : une fillette a perdu une jambe» tells another thing.
        return None
    source = context.readings[previous]
    whole = source.whole or source
    if not is_larger(whole, context.items[at]) or whole.quantity["kind"] == "zero":
        return None
    return inherit_from(context, at, source, "colon", whole=whole)


def sums(context: Context) -> None:
    """«Six jeunes, cinq hommes et une femme, …»: counts that add up to the one before them are its parts."""
    order = sorted(context.readings)
    for position, at in enumerate(order):
        if at not in context.readings:
            continue
        whole = context.readings[at]
        total = whole.quantity["min"]
        if (
            total is None
            or whole.quantity["max"] not in (total, None)
            or whole.quantity["kind"] == "vague"
            or total < 2
        ):
            continue
        parts: list[Reading] = []
        for index in order[position + 1 :]:
            if index not in context.readings:
                break
            part = context.readings[index]
            if part.impact != whole.impact or part.whole is not None or part.household != whole.household:
                break
            if set(kinds_between(context, at + 1, index)) & {"verb", "stop", "breaks"}:
                break
            parts.append(part)
            amount = sum(one.quantity["min"] or 0 for one in parts)
            if amount == total:
                if all(one.quantity["kind"] == "article" for one in parts):
                    # «Deux rescapés, un Irakien et un Somalien, …»: who they are, counted already.
                    _forget(context, parts)
                for one in parts:
                    one.whole = whole
                break
            if amount > total:
                break


def _forget(context: Context, readings: list[Reading]) -> None:
    for at in [at for at, reading in context.readings.items() if reading in readings]:
        del context.readings[at]
