"""What a count without a trigger of its own takes from its neighbours.

«12 morts, dont trois enfants», «18 tués (11 femmes et 7 hommes)», «15 soldats ont été tués ainsi que 11 civils»,
«33 000 à Idleb, 8 900 à Alep», «le bilan passe de 12 à 15», «49 morts, contre 46 la veille», «parmi eux, trois femmes».
"""

from __future__ import annotations

from nlp_events.resources.figures import Trigger
from nlp_events.text.figures.items import COUNTS, QUOTES, Item
from nlp_events.text.figures.lexicon import Form, tokens_of
from nlp_events.text.figures.linking import Link
from nlp_events.text.figures.readings import Context, Reading

_LINKING = ("coordination", "comma", "part", "open", "close", "word")


def complete(context: Context) -> None:
    """Give every count of a sentence its trigger and its whole, as far as the sentence tells."""
    for at, item in enumerate(context.items):
        if item.kind not in COUNTS:
            continue
        if at in context.readings:
            _own_whole(context, at)
        else:
            _inherit(context, at)
    _updates(context)
    _apposed(context)
    _sums(context)


def _inherit(context: Context, at: int) -> None:
    for rule in RULES:
        reading = rule(context, at)
        if reading is not None:
            context.readings[at] = reading
            return


def _previous(context: Context, at: int) -> int | None:
    """Index of the nearest reading before an item in the sentence."""
    return max((index for index in context.readings if index < at), default=None)


def _copy(context: Context, at: int, source: Reading, rule: str) -> Reading:
    item = context.items[at]
    return Reading(
        item=item,
        link=source.link,
        impact=source.impact,
        sentence=context.sentence,
        who_category=item.category or (source.who_category if item.kind == "bare" else None),
        household=item.household or (source.household and item.kind == "bare"),
        inherited=True,
        rules=[f"{rule}/{source.link.form.trigger.id}"],
    )


def _kinds(context: Context, first: int, last: int) -> list[str]:
    return [item.kind for item in context.items[first:last]]


def _open_bracket(context: Context, at: int) -> int | None:
    """Index of the bracket an item stands in, None outside brackets."""
    depth = 0
    for index in range(at - 1, -1, -1):
        kind = context.items[index].kind
        if kind == "close":
            depth += 1
        elif kind == "open":
            if depth == 0:
                return index
            depth -= 1
    return None


def _whole_before(context: Context, at: int) -> Reading | None:
    """The nearest reading before an item that is no part itself."""
    for index in sorted((i for i in context.readings if i < at), reverse=True):
        if context.readings[index].whole is None:
            return context.readings[index]
    return None


def _larger(whole: Reading, item: Item) -> bool:
    """Whether a whole can hold a part of this size; an open bound holds anything."""
    quantity = item.quantity
    own = whole.quantity
    if quantity is None or own["max"] is None or quantity["min"] is None:
        return True
    return quantity["min"] <= own["max"]


def _bracket(context: Context, at: int) -> Reading | None:
    opened = _open_bracket(context, at)
    if opened is None:
        return None
    whole = _whole_before(context, opened)
    if whole is None or context.items[at].weak or _has_own_verb(context, at):
        return None
    reading = _copy(context, at, whole, "bracket")
    if reading.household == whole.household and _larger(whole, context.items[at]):
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


def _part_marker(context: Context, at: int) -> int | None:
    """Index of the «dont» that a count stands behind, over two small words or earlier parts of the same list."""
    words = 0
    for index in range(at - 1, -1, -1):
        item = context.items[index]
        if item.kind == "part":
            return index
        if item.kind == "word":
            words += 1
            if words > 3:
                return None
        elif item.kind in COUNTS:
            words = 0
        elif item.kind not in ("coordination", "comma"):
            return None
    return None


def _part(context: Context, at: int) -> Reading | None:
    marker = _part_marker(context, at)
    if marker is None or context.items[at].weak:
        return None
    whole = _whole_before(context, marker)
    if whole is None or not _larger(whole, context.items[at]):
        return None
    reading = _copy(context, at, whole, "part")
    reading.whole = whole
    return reading


def _own_whole(context: Context, at: int) -> None:
    """A count with a trigger of its own can be a part as well: «…, dont 76 000 sont rentrées»."""
    reading = context.readings[at]
    item = context.items[at]
    marker = _part_marker(context, at)
    if marker is not None:
        whole = _whole_before(context, marker)
        if whole is None:
            # «50 personnes, dont dix enfants, ont été tuées»: the whole found its verb behind the part.
            whole = next((context.readings[i] for i in sorted(context.readings) if i < marker), None)
        if whole is not None and whole is not reading and _holds(whole, reading):
            reading.whole = whole
    elif (opened := _open_bracket(context, at)) is not None:
        whole = _whole_before(context, opened)
        if whole is not None and _holds(whole, reading) and whole.impact == reading.impact:
            reading.whole = whole
    elif item.anaphora or (item.others and _definite(context, at)):
        reading.whole = _antecedent(context, at)
    elif item.kind == "people" and _definite(context, at) and item.plural:
        reading.whole = _earlier_group(context, reading)
    elif (inner := _inner_reading(context, at)) is not None:
        reading.whole = inner
    elif item.partitive and (item.kind == "counted" or (item.quantity or {}).get("rule") == "one-of"):
        whole = _antecedent(context, at)
        if whole is not None and (whole.impact == reading.impact or "casualties" in (whole.impact, item.impact)):
            reading.whole = whole


def _earlier_group(context: Context, reading: Reading) -> Reading | None:
    """«les deux hommes arrêtés mardi»: some of those told of before, to whom the same has happened."""
    for one in reversed(context.before):
        base = one.whole or one
        if base.impact == reading.impact and _is_larger(base, reading.item) and _larger(base, reading.item):
            return base
    return None


def _apposed(context: Context) -> None:
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
        amounts = [_amount(context.items[part]) for part in parts]
        if len(parts) < 2 or whole.quantity["min"] != whole.quantity["max"] or sum(amounts) != whole.quantity["min"]:
            continue
        for part in parts:
            context.readings[part] = _copy(context, part, whole, "apposition")
            context.readings[part].whole = whole


def _amount(item: Item) -> float:
    return (item.quantity["min"] or 0) if item.quantity is not None else 0


def _inner_reading(context: Context, at: int) -> Reading | None:
    """The reading of «onze mineurs» for «cinq» in «cinq des onze mineurs»."""
    index = at + 1
    while index < len(context.items) and context.items[index].word in context.lexicon.determiners:
        index += 1
    return context.readings.get(index) if index > at + 1 and context.items[at].kind == "bare" else None


def _definite(context: Context, at: int) -> bool:
    return at > 0 and context.items[at - 1].word in context.lexicon.resources.words.definite


def _antecedent(context: Context, at: int) -> Reading | None:
    """The figure «d'entre eux» speaks of: the nearest one before that is large enough, of the same impact first."""
    own = [context.readings[i] for i in sorted(context.readings) if i < at]
    bases = [one.whole or one for one in (*reversed(own), *reversed(context.before))]
    item = context.items[at]
    fitting = [one for one in bases if one.quantity["kind"] != "zero" and _larger(one, item) and _is_larger(one, item)]
    reading = context.readings.get(at)
    same = [one for one in fitting if reading is not None and one.impact == reading.impact and item.kind == "counted"]
    return next(iter(same or fitting), None)


def _holds(whole: Reading, part: Reading) -> bool:
    """Whether a figure can hold another as a part: the same unit, no smaller."""
    return whole.household == part.household and _larger(whole, part.item)


def _is_larger(whole: Reading, item: Item) -> bool:
    own, part = whole.quantity, item.quantity
    return part is None or own["min"] is None or part["min"] is None or own["min"] > part["min"] or own["max"] is None


def _versus(context: Context, at: int) -> Reading | None:
    """«49 morts, contre 46 la veille»: the older toll."""
    previous = _previous(context, at)
    item = context.items[at]
    if previous is None or item.kind != "bare" or item.weak or context.items[at - 1].kind != "versus":
        return None
    reading = _copy(context, at, context.readings[previous], "versus")
    context.readings[previous].replaces = reading
    return reading


def _rather(context: Context, at: int) -> Reading | None:
    """«quatre morts, et non sept»: the figure that is rejected."""
    words = context.lexicon.resources.words
    previous = _previous(context, at)
    if previous is None or not context.items[at - 1].word.endswith(tuple(words.rather)):
        return None
    reading = _copy(context, at, context.readings[previous], "rather")
    reading.denied = True
    context.readings[previous].replaces = reading
    return reading


def _toll(context: Context, at: int) -> Reading | None:
    """«le bilan passe à 72», «porte à 45 le nombre de morts»: the noun of the toll says what is counted."""
    if context.items[at].kind != "bare" or context.items[at].weak:
        return None
    tolls = [index for index, item in enumerate(context.items) if item.kind == "toll"]
    for toll in sorted(tolls, key=lambda index: abs(index - at)):
        first, last = min(toll, at), max(toll, at)
        if _told_between(context, first, last):
            continue
        if toll > at and " " not in context.items[toll].word:
            # Only a noun that names what it counts («nombre de morts») may follow its number.
            continue
        between = context.items[first + 1 : last]
        if any(item.kind == "stop" or (item.kind in COUNTS and item.kind != "bare") for item in between):
            continue
        if not any(item.word in context.lexicon.toll_verbs for item in context.items[max(0, first - 6) : last]):
            continue
        trigger = _toll_trigger(context, context.items[toll].impact)
        if trigger is None:
            continue
        link = Link(context.items[toll], Form(trigger, None, "any"), "toll", 3)
        return Reading(
            item=context.items[at], link=link, impact=trigger.impact, sentence=context.sentence,
            rules=[f"toll/{trigger.id}"],
        )  # fmt: skip
    return None


def _told_between(context: Context, first: int, last: int) -> bool:
    """Whether the toll's number has been told already; only «de 12 à 15» has two."""
    towards = context.lexicon.resources.words.towards
    told = [index for index in context.readings if first < index < last]
    return bool(told) and not (told[-1] == last - 2 and context.items[last - 1].word in towards)


def _toll_trigger(context: Context, impact: str | None) -> Trigger | None:
    triggers = context.lexicon.resources.triggers
    return next((one for one in triggers if one.impact == impact and one.role in ("counted", "object")), None)


def _coordinated(context: Context, at: int) -> Reading | None:
    """«15 soldats ont été tués ainsi que 11 civils», «33 000 à Idleb, 8 900 à Alep», «90 familles, soit 400 âmes»."""
    previous = _previous(context, at)
    item = context.items[at]
    if previous is None or item.kind == "unknown" or context.readings[previous].quantity["kind"] == "zero":
        return None
    between = context.items[previous + 1 : at]
    kinds = {one.kind for one in between}
    source = context.readings[previous]
    equivalent = bool(between) and between[-1].word in context.lexicon.resources.words.equivalents
    if equivalent and len(between) <= 6:
        return _copy(context, at, source, "equivalent")
    if item.kind == "bare" and not item.others:
        return _then(context, at, source, between) or _listed(context, at, source, between)
    if not kinds & {"coordination", "comma"} or between[-1].kind not in ("coordination", "comma", "word"):
        return None
    words = sum(one.kind == "word" for one in between)
    trigger_between = source.link.trigger in between
    if kinds - {*_LINKING, "verb", "have", "be"} or (not trigger_between and kinds & {"verb", "have", "be"}):
        return None
    if not _ends_with_coordination(between) or words > 8:
        return None
    reading = _copy(context, at, source, "coordination")
    if source.inherited:
        reading.whole = source.whole
    return reading


def _ends_with_coordination(between: list[Item]) -> bool:
    return any(one.kind == "coordination" for one in between[-2:])


def _then(context: Context, at: int, source: Reading, between: list[Item]) -> Reading | None:
    """«41 blessés, puis 48»: a later toll of the same thing."""
    if not between or between[-1].word not in context.lexicon.resources.words.then or len(between) > 3:
        return None
    reading = _copy(context, at, source, "then")
    reading.replaces = source
    return reading


def _competing(context: Context, at: int) -> Reading | None:
    """«185 morts selon le maire, 37 à en croire l'armée»: another voice on the same thing."""
    item, previous = context.items[at], _previous(context, at)
    if previous is None or item.kind != "bare" or item.weak or item.others:
        return None
    voices = context.lexicon.resources.words.attributions
    following = next((one for one in context.items[at + 1 :] if one.word not in QUOTES), None)
    rest = context.folded[following.start : context.sentence[1]] if following is not None else ""
    if not any(rest.startswith(voice) and not rest[len(voice) : len(voice) + 1].isalpha() for voice in voices):
        return None
    if any(one.kind in ("have", "be", "stop") for one in context.items[at - 3 : at]):
        return None
    return _copy(context, at, context.readings[previous], "competing")


def _pronoun(context: Context, at: int) -> Reading | None:
    """«l'opposition en dénonce 500», «ils sont finalement cinq»: the same thing again."""
    item = context.items[at]
    if item.kind != "bare" or item.weak or item.others or item.anaphora:
        return None
    words = context.lexicon.resources.words
    near = [one.word for one in context.items[max(0, at - 5) : at] if one.kind in ("word", "have", "be", "negation")]
    said = any(word in words.pronoun for word in near)
    being = any(one.kind == "be" for one in context.items[max(0, at - 4) : at])
    they = being and any(word in words.they for word in near)
    if not (said or they):
        return None
    own = [context.readings[index] for index in sorted(context.readings) if index < at]
    source = next((one for one in reversed([*context.before, *own]) if one.whole is None), None)
    return _copy(context, at, source, "pronoun") if source is not None else None


def _list_item(context: Context, at: int) -> Reading | None:
    """«comté de Putnam, 18 décès ; comté de Wilson, trois», «les Philippines comptent 65 morts, la Chine quatre»."""
    item, previous = context.items[at], _previous(context, at)
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
    reading = _copy(context, at, source, "list")
    reading.whole = source.whole
    return reading


def _is_name(context: Context, item: Item) -> bool:
    return item.kind == "word" and context.text[item.start].isupper()


def _heading_list(context: Context, at: int) -> Reading | None:
    """«Mopti : 161 204 déplacés. Gao : 91 015.»: a list whose every line is a sentence."""
    item = context.items[at]
    if item.kind != "bare" or item.weak or not context.before or at < 2 or at > 6:
        return None
    if context.items[at - 1].kind != "colon" or any(one.word != "." for one in context.items[at + 1 :]):
        return None
    return _copy(context, at, context.before[-1], "list")


def none_survived(context: Context) -> None:
    """«avec onze personnes à bord, dont aucune n'a survécu»: those who were aboard are dead."""
    for at in sorted(context.readings):
        reading = context.readings[at]
        if reading.impact != "rescued" or reading.quantity["kind"] != "zero":
            continue
        aboard = next((i for i in range(at - 1, -1, -1) if context.items[i].kind == "people"), None)
        trigger = _toll_trigger(context, "killed")
        if aboard is None or trigger is None:
            continue
        link = Link(reading.link.trigger, Form(trigger, None, "any"), "none-survived", 3)
        context.readings.pop(at)
        context.readings[aboard] = Reading(
            item=context.items[aboard], link=link, impact="killed", sentence=context.sentence,
            who_category=context.items[aboard].category, rules=[f"none-survived/{trigger.id}"],
        )  # fmt: skip


def _identity(context: Context, at: int) -> Reading | None:
    """«Les victimes sont trois Kényans»: who those are that were counted before."""
    if context.items[at].kind != "people":
        return None
    subject = next((index for index in range(at) if context.items[index].kind in ("counted", "word")), None)
    verb = next((index for index in range(at) if context.items[index].kind == "be"), None)
    if subject is None or verb is None or verb > 6 or at - verb > 8:
        return None
    if set(_kinds(context, verb + 1, at)) - {"coordination", "comma", "people", "word"}:
        return None
    named = next((index for index in range(verb) if index in context.readings), None)
    if named is not None:
        whole: Reading | None = context.readings[named]
    elif _names_victims(context, verb):
        whole = _antecedent(context, at)
    else:
        return None
    if whole is None or not _larger(whole, context.items[at]):
        return None
    reading = _copy(context, at, whole, "identity")
    reading.whole = whole
    return reading


def _names_victims(context: Context, verb: int) -> bool:
    """Whether the subject before a verb is «les victimes», «les morts»."""
    words = [item.word for item in context.items[:verb]]
    return any(context.lexicon.counted.match(words, index)[1] for index in range(len(words)))


def _listed(context: Context, at: int, source: Reading, between: list[Item]) -> Reading | None:
    """A bare number before a place, after a figure: a list of tolls by place."""
    following = context.items[at + 1] if at + 1 < len(context.items) else None
    if following is None or following.word not in context.lexicon.locatives:
        return None
    if any(one.kind in ("stop", "breaks", "thing", "unknown") for one in between):
        return None
    if context.items[at].weak and not source.inherited and source.item.kind != "bare":
        return None
    reading = _copy(context, at, source, "list")
    whole = source.whole or _list_whole(context, source)
    if whole.household == reading.household and _is_larger(whole, context.items[at]):
        reading.whole = whole
        if whole is not source:
            source.whole = whole
    return reading


def _list_whole(context: Context, source: Reading) -> Reading:
    """The total a list by place belongs to: the figure before it, or one told earlier where the list stands alone."""
    index = context.items.index(source.item)
    following = context.items[index + 1] if index + 1 < len(context.items) else None
    if source.item.kind == "bare" and following is not None and following.word in context.lexicon.locatives:
        for one in reversed(context.before):
            if one.impact == source.impact and one.whole is None and _is_larger(one, source.item):
                return one
    return source


def _anaphora(context: Context, at: int) -> Reading | None:
    """«Trois d'entre eux …» without a trigger of its own: still the same thing happened to them."""
    quantity = context.items[at].quantity
    if not context.items[at].anaphora or quantity is None or quantity["kind"] == "vague":
        return None
    if not any(one.kind == "be" for one in context.items[at + 1 : at + 4]):
        # «l'un d'eux portait un fusil» tells something else of him.
        return None
    whole = _antecedent(context, at)
    if whole is None:
        return None
    reading = _copy(context, at, whole, "anaphora")
    reading.whole = whole
    return reading


def _colon(context: Context, at: int) -> Reading | None:
    """«cinq tués : trois manifestants et deux policiers»: the parts named behind a colon."""
    previous = _previous(context, at)
    if previous is None or context.items[at].kind != "people":
        return None
    kinds = _kinds(context, previous + 1, at)
    if "colon" not in kinds or set(kinds) & {"verb", "have", "be", "stop", "breaks"}:
        return None
    source = context.readings[previous]
    whole = source.whole or source
    if not _is_larger(whole, context.items[at]) or whole.quantity["kind"] == "zero":
        return None
    reading = _copy(context, at, source, "colon")
    reading.whole = whole
    return reading


def _among(context: Context, at: int) -> Reading | None:
    """«Parmi les victimes figurent trois enfants», «un bébé figure parmi les morts»."""
    if context.items[at].kind != "people":
        return None
    start, end = context.sentence
    sentence = context.folded[start:end]
    phrase = next((one for one in context.lexicon.resources.words.among if one in sentence), None)
    if phrase is None or _breaks_between(context, at, start + sentence.index(phrase)):
        return None
    form = _form_of(context, phrase)
    wanted = form.trigger.impact if form is not None and form.trigger.impact != "casualties" else None
    bases = [(one, one.whole or one) for one in reversed(context.before)]
    whole = next((base for one, base in bases if wanted in (None, one.impact, base.impact)), None)
    if whole is not None and _larger(whole, context.items[at]):
        reading = _copy(context, at, whole, "among")
        reading.whole = whole
        return reading
    if form is None:
        return None
    item = context.items[at]
    return Reading(
        item=item, link=Link(item, form, "among", 3), impact=form.trigger.impact, sentence=context.sentence,
        who_category=item.category, rules=[f"among/{form.trigger.id}"],
    )  # fmt: skip


def _breaks_between(context: Context, at: int, offset: int) -> bool:
    """Whether another clause begins between a count and an offset."""
    first, last = sorted((context.items[at].start, offset))
    return any(one.kind in ("breaks", "stop") and first < one.start < last for one in context.items)


def _form_of(context: Context, phrase: str) -> Form | None:
    """The counted noun at the end of «parmi les morts», None in «parmi eux»."""
    words = list(tokens_of(phrase))
    _, values = context.lexicon.counted.match(words, len(words) - 1)
    return values[0] if values and isinstance(values[0], Form) else None


def _towards(context: Context, at: int) -> Reading | None:
    """«passe de 12 à 15 morts»: the first number takes the noun of the second."""
    if context.items[at].kind != "bare" or context.items[at].weak or at + 2 >= len(context.items):
        return None
    if context.items[at + 1].word not in context.lexicon.resources.words.towards or at + 2 not in context.readings:
        return None
    source = context.readings[at + 2]
    reading = _copy(context, at, source, "update")
    source.replaces = reading
    return reading


def _updates(context: Context) -> None:
    """«le bilan passe de 12 à 15»: both numbers read as tolls, the second replaces the first."""
    towards = context.lexicon.resources.words.towards
    for at, reading in context.readings.items():
        following = context.readings.get(at + 2)
        if following is None or reading.item.kind != "bare" or context.items[at + 1].word not in towards:
            continue
        if following.impact == reading.impact and following.replaces is None:
            following.replaces = reading


def _sums(context: Context) -> None:
    """«Six jeunes, cinq hommes et une femme, …»: counts that add up to the one before them are its parts."""
    order = sorted(context.readings)
    for position, at in enumerate(order):
        whole = context.readings[at]
        total = whole.quantity["min"]
        if total is None or whole.quantity["max"] != total or total < 2:
            continue
        parts: list[Reading] = []
        for index in order[position + 1 :]:
            part = context.readings[index]
            if part.impact != whole.impact or part.whole is not None or part.household != whole.household:
                break
            if set(_kinds(context, at + 1, index)) & {"verb", "stop", "breaks"}:
                break
            parts.append(part)
            amount = sum(one.quantity["min"] or 0 for one in parts)
            if amount == total:
                for one in parts:
                    one.whole = whole
                break
            if amount > total:
                break


RULES = (
    _bracket, _part, _rather, _versus, _toll, _competing, _coordinated, _colon, _anaphora, _among, _identity,
    _towards, _list_item, _heading_list, _pronoun,
)  # fmt: skip
"""Ways to inherit, tried in this order."""
