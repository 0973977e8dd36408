"""Those of a toll who are named: «parmi eux, trois enfants», «trois d'entre eux», «les victimes sont des Kényans»."""

from __future__ import annotations

from nlp_events.layers.figures.items import Item
from nlp_events.layers.figures.linking import Link
from nlp_events.layers.figures.phrases import Form, tokens_of
from nlp_events.layers.figures.readings import Context, Reading
from nlp_events.layers.figures.relations import (
    antecedent,
    before_determiners,
    inherit_from,
    is_larger,
    kinds_between,
    larger,
    previous_reading,
)

# Whom «les victimes» means first, and whom where nobody has died.
DEAD = frozenset(("casualties", "killed"))
OTHER_VOICES = ("pronoun/", "competing/")
HURT = frozenset(("injured", "missing", "abducted"))


def among_told(context: Context, at: int) -> Reading | None:
    """«Parmi les onze tués, on compte deux agents et un maire»: what is named of a count told with «parmi»."""
    item, previous = context.items[at], previous_reading(context, at)
    if previous is None or item.kind != "people":
        return None
    if set(kinds_between(context, previous + 1, at)) & {"stop", "breaks", "verb", "be", "relative"}:
        return None
    source = context.readings[previous]
    before = before_determiners(context, previous)
    if before < 0 or context.items[before].word not in context.lexicon.resources.words.among_heads:
        return None
    if not is_larger(source, item) or not larger(source, item):
        return None
    return inherit_from(context, at, source, "among", whole=source)


def anaphora(context: Context, at: int) -> Reading | None:
    """«Trois d'entre eux …» without a trigger of its own: still the same thing happened to them."""
    quantity = context.items[at].quantity
    if not context.items[at].anaphora or quantity is None or quantity["kind"] == "vague":
        return None
    if quantity["min"] == 1 and not any(one.kind == "be" for one in context.items[at + 1 : at + 4]):
        # «l'un d'eux portait un fusil» tells something else of him.
        return None
    whole = antecedent(context, at)
    if whole is None:
        return None
    return inherit_from(context, at, whole, "anaphora", whole=whole)


def named_among(context: Context, at: int) -> Reading | None:
    """«Parmi les victimes figurent trois enfants», «un bébé figure parmi les morts»."""
    kind = context.items[at].kind
    quantity = context.items[at].quantity
    if kind not in ("people", "bare") or (kind == "bare" and not _is_subject(context, at)):
        return None
    if quantity is not None and quantity["kind"] == "zero":
        # «aucun Belge parmi les victimes» is no toll.
        return None
    start, end = context.sentence
    sentence = context.folded[start:end]
    phrase = next((one for one in context.lexicon.resources.words.among if one in sentence), None)
    if phrase is None or _breaks_between(context, at, start + sentence.index(phrase)):
        return None
    form = _form_of(context, phrase)
    wanted = _meant(form)
    bases = [(one, one.whole or one) for one in reversed(context.before)]
    if context.items[at].category != "armed_group":
        # Victims are no part of the assailants killed beside them.
        bases = [(one, base) for one, base in bases if base.who_category != "armed_group"]
    # Another voice's number is not the toll that is told.
    bases = [(one, base) for one, base in bases if not base.rules[0].startswith(OTHER_VOICES)]
    whole = next((base for one, base in bases if not wanted or {one.impact, base.impact} & wanted), None)
    if whole is None and form is not None and form.trigger.impact == "casualties":
        whole = next((base for _, base in bases if base.impact in HURT), None)
    if whole is not None and larger(whole, context.items[at]):
        return inherit_from(context, at, whole, "among", whole=whole)
    if form is None:
        return None
    item = context.items[at]
    end = start + sentence.index(phrase) + len(phrase)
    noun = Item("counted", end - len(tokens_of(phrase)[-1]), end)
    return Reading(
        item=item, link=Link(noun, form, "among", 3), impact=form.trigger.impact, sentence=context.sentence,
        who_category=item.category, rules=[f"among/{form.trigger.id}"],
    )  # fmt: skip


def _meant(form: Form | None) -> frozenset[str]:
    """The impacts that «parmi les victimes», «parmi les blessés» can speak of; none for «parmi eux»: any."""
    if form is None:
        return frozenset()
    return DEAD if form.trigger.impact == "casualties" else frozenset((form.trigger.impact,))


def _is_subject(context: Context, at: int) -> bool:
    """«Parmi eux, dix étaient des adolescents»: a number behind a comma and before its verb."""
    around = [one.kind for one in (*context.items[max(0, at - 1) : at], *context.items[at + 1 : at + 2])]
    return around == ["comma", "be"] and not context.items[at].weak


def _breaks_between(context: Context, at: int, offset: int) -> bool:
    """Whether another clause begins between a count and an offset."""
    first, last = sorted((context.items[at].start, offset))
    return any(one.kind in ("breaks", "stop") and first < one.start < last for one in context.items)


def _form_of(context: Context, phrase: str) -> Form | None:
    """The counted noun at the end of «parmi les morts», None in «parmi eux»."""
    words = list(tokens_of(phrase))
    _, values = context.lexicon.counted.match(words, len(words) - 1)
    return values[0] if values and isinstance(values[0], Form) else None


def identified(context: Context, at: int) -> Reading | None:
    """«Les victimes sont trois Kényans»: who those are that were counted before."""
    if context.items[at].kind != "people":
        return None
    subject = next((index for index in range(at) if context.items[index].kind in ("counted", "word")), None)
    verb = next((index for index in range(at) if context.items[index].kind == "be"), None)
    if subject is None or verb is None or verb > 6 or at - verb > 8:
        return None
    if set(kinds_between(context, verb + 1, at)) - {"coordination", "comma", "people", "word"}:
        return None
    named = next((index for index in range(verb) if index in context.readings), None)
    if named is not None:
        whole: Reading | None = context.readings[named]
    elif (form := _victims_named(context, verb)) is not None:
        whole = _last_of(context, form.trigger.impact) or antecedent(context, at)
    else:
        return None
    if whole is None or not larger(whole, context.items[at]):
        return None
    return inherit_from(context, at, whole, "identity", whole=whole)


def _victims_named(context: Context, verb: int) -> Form | None:
    """The counted noun of the subject before a verb: «les morts», «les victimes»."""
    words = [item.word for item in context.items[:verb]]
    for index in range(len(words)):
        _, values = context.lexicon.counted.match(words, index)
        if values and isinstance(values[0], Form):
            return values[0]
    return None


def _last_of(context: Context, impact: str) -> Reading | None:
    """The whole told last of an impact."""
    return next((one.whole or one for one in reversed(context.before) if one.impact == impact), None)


def described(context: Context, at: int) -> Reading | None:
    """«Dix-sept seulement ont été identifiés», «Quatre-vingt-dix sont des femmes»: some of those of the toll before."""
    item, items = context.items[at], context.items
    if item.kind != "bare" or item.weak or item.anaphora or not _begins_clause(context, at):
        return None
    following = items[at + 1 : at + 7]
    being = [index for index, one in enumerate(following) if one.kind == "be"]
    if not being:
        return None
    after = [one.word for one in following[being[-1] + 1 :]]
    if item.others:
        return _more_dead(context, at, after)
    handled = any(word.startswith(tuple(context.lexicon.resources.words.handled)) for word in after[:2])
    people = after[:1] == ["des"] and bool(context.lexicon.persons.match(after, 1)[1]) if len(after) > 1 else False
    whole = antecedent(context, at)
    treated = any(word.startswith(tuple(context.lexicon.resources.words.treated)) for word in after[:2])
    if whole is None:
        return None
    if not (people or (handled and whole.impact in DEAD) or (treated and whole.impact == "injured")):
        return None
    return inherit_from(context, at, whole, "described", whole=whole)


def _more_dead(context: Context, at: int, after: list[str]) -> Reading | None:
    """«… cinq cadavres ; trois autres ont été repérés»: more of the bodies told just before.

    ``after`` are the words behind the verb.
    """
    told = [context.readings[index] for index in sorted(context.readings) if index < at]
    last = next(reversed([*context.before, *told]), None)
    words = context.lexicon.resources.words
    if last is None or last.link.rule != "counted" or last.impact != "killed":
        return None
    if not any(word.startswith((*words.handled, *words.found)) for word in after[:2]):
        return None
    return inherit_from(context, at, last, "described")


def _begins_clause(context: Context, at: int) -> bool:
    return at == 0 or context.items[at - 1].kind in ("stop", "comma", "coordination", "part")
