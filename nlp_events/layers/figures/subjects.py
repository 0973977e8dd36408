"""The trigger to the right of a count, which is its subject: «12 civils … ont été tués», «12 soldats tués»."""

from __future__ import annotations

from nlp_events.layers.figures.brought_in import RULE as BROUGHT_IN
from nlp_events.layers.figures.items import COUNTS, Item, is_said_of_a_share
from nlp_events.layers.figures.linking import Link
from nlp_events.layers.figures.phrases import Form

# How many plain words may stand between a count and its trigger. Measured on wordings of our own: a toll's verb is
# rarely further; a longer reach takes the verb of another clause.
REACH = 16
# «le maire de la commune et un conseiller»: so many items hold the noun that shares a verb with a count.
COMPANION = 6
FINITE = ("present", "imperfect", "past", "future", "conditional")


def link_right(items: list[Item], at: int, *, near: bool = False, inner: int | None = None) -> Link | None:
    """The best trigger to the right of a count as its subject.

    A participle beside the count («douze gardiens, retenus …») yields to the main predicate behind it («… ont été
    relâchés»), unless another count stands between.

    Args:
        items: the sentence.
        at: index of the count.
        near: take only a participle right beside the count: the count is the whole of another one before it, whose
            verb follows («cinq des onze mineurs coincés ont été secourus»).
        inner: index of the count that this one is a part of («onze mineurs»); its participle is stepped over.

    Returns:
        The link, None where there is none.
    """
    return _RightScan(items, at, near=near, inner=inner).run()


class _RightScan:
    """One walk to the right of a count, with what stands between it and the trigger."""

    def __init__(self, items: list[Item], at: int, *, near: bool, inner: int | None) -> None:
        self.items, self.at, self.near, self.inner = items, at, near, inner
        self.things = self.told = False
        self.words = self.commas = self.verbs = self.crossed = self.depth = 0
        self.relative = False
        counted_before = any(item.kind in COUNTS for item in items[max(0, at - 8) : at])
        self.coordinated = (_joined(items, at) and counted_before) or _has_companion(items, at)
        self.aside: Link | None = None

    def run(self) -> Link | None:
        for index in range((self.inner or self.at) + 1, len(self.items)):
            if self.words > REACH or (self.near and index > self.at + 4):
                break
            outcome = self._step(index)
            if isinstance(outcome, Link):
                return outcome
            if outcome:
                break
        return self.aside

    def _step(self, index: int) -> Link | bool:
        """A link, or whether the walk ends here."""
        item = self.items[index]
        kind = item.kind
        if kind in ("open", "close") or self.depth:
            return self._brackets(kind)
        if kind in ("stop", "colon", "toll"):
            return True
        if kind == "breaks":
            self.verbs += 1
            return not self.relative
        if item.counts or kind == "thing":
            return self._count(index)
        if kind in ("have", "be"):
            return self._auxiliary(index)
        if kind == "verb":
            return self._verb(index)
        if kind == "part" and is_said_of_a_share(self.items, index):
            return True
        if kind == "coordination" and self.items[self.at].kind == "unknown":
            return True
        if kind == "relative" and (self.aside is not None or (self.words and self.items[self.at].kind == "bare")):
            # «habitants évacués de deux bourgs, qui sont assiégés», «dont sept dans un car qui fuyait»: the clause is
            # on another noun.
            return True
        self.commas += kind == "comma"
        self.relative = self.relative or kind == "relative"
        self.words += kind in ("word", "bare")
        self.things = self.things or (item.thing and item.word.endswith(("s", "x")))
        return False

    def _brackets(self, kind: str) -> bool:
        if kind == "open":
            self.depth += 1
        elif kind == "close" and self.depth:
            self.depth -= 1
        elif kind == "close":
            # The count stood inside brackets: what follows them is the verb of the whole, not of the part.
            self.crossed += 1
        return False

    def _count(self, index: int) -> bool:
        count, other = self.items[self.at], self.items[index]
        if other.kind == "thing":
            self.crossed += 1
            self.things = self.things or other.plural
            return self.crossed > 2
        if other.kind == "counted":
            # «12 morts, dont trois enfants, et 30 blessés, dont …»: what follows is said of the blessés.
            self.told = True
        if _joined(self.items, index):
            self.coordinated = True
            if self.items[index - 1].kind == "comma" and not self._list_goes_on(index):
                # «…, vingt-trois enfants sont décédés»: another subject, not one of a list.
                return True
        else:
            self.crossed += 1
        return self.crossed > 2 or self.aside is not None or count.kind == "unknown"

    def _list_goes_on(self, index: int) -> bool:
        following = self.items[index + 1 : index + 5]
        kinds = [item.kind for item in following]
        return "coordination" in kinds or kinds[:1] == ["comma"]

    def _gap(self) -> float:
        return self.words + 2 * self.crossed + 0.5 * self.commas

    def _auxiliary(self, index: int) -> Link | bool:
        if self.near:
            return True
        link = _predicate(self.items, index, self.items[self.at], self._gap(), coordinated=self.coordinated)
        if link is not None:
            return link
        if self.items[index].tense == "gerund":
            return False
        self.verbs += 1
        return self.verbs > 1 + self.relative or not (self.relative or self.commas or self.aside)

    def _verb(self, index: int) -> Link | bool:
        if self.items[index - 1].kind == "have" and not self._is_finite(index):
            # «un agent qui a tué …»: what he did, not what was done to him.
            self.verbs += 1
            return self.verbs > 1 + self.relative
        if all(form.trigger.active and form.trigger.head is not None for form in self.items[index].forms):
            # «a reçu», «a pris»: it tells of others, and only where the right one does it.
            self.words += 1
            return False
        open_to_participles = self.inner is None and not self.told and (not self.things or self._says_people(index))
        if self.aside is None and (open_to_participles or self._is_finite(index)):
            count = self.items[self.at]
            gap = self._gap() + 0.5 * self.commas + 1.5 * self.verbs
            self.aside = _bare_verb(self.items, index, count, gap, coordinated=self.coordinated)
            if self.near and self.aside is not None and self.aside.rule != "participle":
                self.aside = None
                return True
            if self.aside is not None:
                return self.near or self.aside.form.tense not in ("participle", "gerund")
        if self._is_finite(index):
            self.verbs += 1
            return self.verbs > self.relative
        return False

    def _says_people(self, index: int) -> bool:
        """Whether a trigger is a wording of people only («indemne»), whatever other plural stands before it."""
        return any(form.tense is None or form.trigger.role == "state" for form in self.items[index].forms)

    def _is_finite(self, index: int) -> bool:
        return any(form.tense in FINITE for form in self.items[index].forms)


def _joined(items: list[Item], at: int) -> bool:
    """Whether a count is tied to what stands before it by «et», a comma, «dont» or a bracket."""
    while at > 1 and items[at - 1].determiner:
        at -= 1
    if at == 0:
        return False
    kind = items[at - 1].kind
    if kind == "comma":
        # «Six jeunes, cinq hommes»: a comma joins only what follows a count at once.
        return any(item.kind in (*COUNTS, "close") for item in items[max(0, at - 4) : at - 1])
    return kind in ("coordination", "part", "open")


def _has_companion(items: list[Item], at: int) -> bool:
    """«le maire et un conseiller», «un policier et le chauffeur du car»: somebody named shares the plural verb."""
    before = items[max(0, at - COMPANION) : at]
    quantity = items[at].quantity
    if before and before[-1].kind == "coordination" and quantity is not None and quantity["rule"] == BROUGHT_IN:
        # «Jean Petit, 54 ans, et son fils sont morts»
        return True
    if before and before[-1].kind == "coordination":
        plain = [item.kind == "word" for item in before[:-1]]
        return all(plain[-1:]) and any(item.determiner for item in before[:-1])
    for index in range(at + 1, min(at + COMPANION, len(items) - 1)):
        if items[index].kind == "coordination":
            return items[index + 1].determiner and not items[index + 1].word.endswith(("s", "x"))
        if items[index].kind != "word":
            return False
    return False


def _predicate(items: list[Item], at: int, count: Item, gap: float, *, coordinated: bool) -> Link | None:
    """The trigger behind an auxiliary: «ont été tués», «sont morts», «ont dû fuir», «seraient en danger»."""
    if _is_alone(count) and not coordinated and items[at].many:
        # «douze membres de la famille d'un député ont péri»
        return None
    tense = items[at].tense
    being = items[at].kind == "be"
    nobody = count.quantity is not None and count.quantity["kind"] == "zero"
    negated = _is_negated(items, at) and not nobody
    words = 0
    index = at + 1
    while index < len(items) and words <= 5:
        item = items[index]
        if item.kind == "be":
            being = True
        elif item.kind == "verb":
            for form in item.forms:
                if _as_subject(form, count, being=being, coordinated=coordinated):
                    rule = "passive" if form.trigger.role == "object" else "subject"
                    if negated and not item.negates:
                        rule = "negated"
                    return Link(item, form, rule, 2 + gap * 0.2 + words * 0.1, tense)
            if any(form.trigger.role == "object" and form.tense == "participle" for form in item.forms) and not being:
                return None
        elif item.kind in ("word", "negation", "reflexive"):
            words += 1
        elif item.kind == "comma" and (closing := _closing_comma(items, index)) is not None:
            # «sont, dans le même temps, revenues»: an insertion is stepped over.
            index = closing
            words += 1
        elif item.kind in ("comma", "coordination"):
            words += 2
        elif item.kind == "have":
            pass
        else:
            return None
        index += 1
    return None


def _is_alone(count: Item) -> bool:
    zero = count.quantity is not None and count.quantity["kind"] == "zero"
    return count.kind in ("people", "counted") and not count.plural and not (zero or count.collective)


def _is_negated(items: list[Item], at: int) -> bool:
    """«ne sont pas», «n'ont pu»; the «ne» of «on craint qu'ils ne soient ensevelis» denies nothing."""
    if at == 0 or items[at - 1].kind != "negation":
        return False
    following = items[at + 1 : at + 3]
    return any(item.kind == "negation" or item.word in ("pu", "plus", "point", "guère") for item in following) or any(
        item.negates for item in items[at + 1 : at + 5]
    )


def _closing_comma(items: list[Item], at: int) -> int | None:
    """Index of the comma that closes an insertion of a few plain words opened by a comma."""
    for index in range(at + 1, min(at + 9, len(items))):
        if items[index].kind == "comma":
            return index if index > at + 1 else None
        if items[index].kind not in ("word", "coordination"):
            return None
    return None


def _as_subject(form: Form, count: Item, *, being: bool, coordinated: bool) -> bool:
    role = form.trigger.role
    if form.trigger.active:
        return False
    if role == "object":
        agrees = form.tense == "participle" and _agrees(form, count, coordinated=coordinated)
        return being and (form.tense is None or agrees)
    if role == "subject":
        return form.tense is None or form.tense in ("participle", "infinitive")
    return role == "state"


def _agrees(form: Form, count: Item, *, coordinated: bool) -> bool:
    """Number agreement; one of several joined by «et» may have a plural verb, a «famille de quatre» a singular one."""
    zero = count.quantity is not None and count.quantity["kind"] == "zero"
    if form.number == "any" or zero or count.collective or (coordinated and form.number == "plural"):
        return True
    return (form.number == "plural") == count.plural


def _bare_verb(items: list[Item], at: int, count: Item, gap: float, *, coordinated: bool) -> Link | None:
    """The trigger without an auxiliary: «12 soldats tués», «12 civils périssent», «12 civils en danger»."""
    for form in items[at].forms:
        role, tense = form.trigger.role, form.tense
        if form.trigger.active or role in ("give", "action"):
            continue
        if tense == "participle" and not _agrees(form, count, coordinated=coordinated):
            continue
        if role == "object" and tense in ("participle", None):
            return Link(items[at], form, "participle", 1 + gap * 0.35)
        if role == "state":
            return Link(items[at], form, "state", 1.5 + gap * 0.3)
        if role == "subject" and tense == "infinitive":
            return Link(items[at], form, "subject", 2.5 + gap * 0.3)
        if role == "subject" and tense == "gerund" and gap == 0:
            # «douze enfants fuyant les combats»: their main verb may follow.
            return Link(items[at], form, "participle", 1)
        if role == "subject" and tense != "gerund":
            return Link(items[at], form, "subject", 1.5 + gap * 0.3, tense)
    return None
