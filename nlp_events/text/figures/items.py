"""A sentence as a row of items: counted people, triggers, auxiliaries and the small words between them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from nlp_events.text.figures.lexicon import TOKEN, Form, Lexicon
from nlp_events.values import QuantityValue, WhoCategory

Kind = Literal[
    "people",  # a number and people («12 civils», «un soldat»)
    "counted",  # a number and a noun that is a trigger itself («12 morts»)
    "bare",  # a number alone, or with «autres» or «d'entre eux»
    "unknown",  # a number and a noun nobody has told us about
    "thing",  # a number and a noun that is no person
    "verb",  # a trigger that is a verb, participle or phrase
    "action",  # a trigger that is a noun with a complement («la mort de»)
    "toll",  # «le bilan», «le nombre de morts»
    "have",
    "be",
    "coordination",
    "part",
    "relative",
    "negation",
    "reflexive",
    "breaks",
    "versus",
    "open",
    "close",
    "comma",
    "colon",
    "stop",
    "word",
]
QUOTES = ("«", "»", '"', "“", "”")
COUNTS = ("people", "counted", "bare", "unknown")
_MARKS: dict[str, Kind] = {
    "(": "open", "[": "open", ")": "close", "]": "close", ",": "comma", "–": "comma", "—": "comma", ":": "colon",
    ";": "stop",
}  # fmt: skip


@dataclass(slots=True, eq=False)
class Item:
    """One item; offsets are those of the whole text, end-exclusive."""

    kind: Kind
    start: int
    end: int
    word: str = ""
    forms: tuple[Form, ...] = ()
    quantity: QuantityValue | None = None
    noun: str = ""
    noun_start: int = 0
    noun_end: int = 0
    category: WhoCategory | None = None
    household: bool = False
    anaphora: bool = False
    partitive: bool = False
    others: bool = False
    weak: bool = False
    thing: bool = False
    determiner: bool = False
    collective: bool = False
    negates: bool = False
    tense: str | None = None
    impact: str | None = None

    @property
    def counts(self) -> bool:
        """Whether it counts somebody by itself; a bare «un» may be an article of any noun."""
        return self.kind in COUNTS and not self.weak

    @property
    def plural(self) -> bool:
        """Whether more than one is counted, so that a participle must be plural too."""
        return self.quantity is None or self.quantity["min"] != 1


@dataclass(slots=True)
class Tokens:
    """The folded tokens of a sentence with their offsets in the whole text."""

    words: list[str]
    starts: list[int]
    ends: list[int]

    def at(self, offset: int) -> int:
        """Index of the first token that begins at an offset or after it."""
        return bisect_left(self.starts, offset)


def tokenize(folded: str, start: int, end: int) -> Tokens:
    """Tokens of a part of a folded text."""
    matches = list(TOKEN.finditer(folded, start, end))
    return Tokens([m.group() for m in matches], [m.start() for m in matches], [m.end() for m in matches])


def read_items(
    text: str, folded: str, span: tuple[int, int], quantities: Sequence[QuantityValue], lexicon: Lexicon
) -> list[Item]:
    """Cut one sentence into items.

    Args:
        text: the whole text.
        folded: the text folded.
        span: (start, end) of the sentence.
        quantities: the quantities of the sentence in text order.
        lexicon: the tables.

    Returns:
        The items in text order.
    """
    return _Reader(text, folded, span, quantities, lexicon).read()


class _Reader:
    def __init__(
        self, text: str, folded: str, span: tuple[int, int], quantities: Sequence[QuantityValue], lexicon: Lexicon
    ) -> None:
        self.text, self.folded, self.lexicon = text, folded, lexicon
        self.tokens = tokenize(folded, *span)
        self.quantities = {q["start"]: q for q in quantities}
        self.collectives = frozenset(lexicon.resources.words.collectives)

    def read(self) -> list[Item]:
        items: list[Item] = []
        at = 0
        while at < len(self.tokens.words):
            quantity = self.quantities.get(self.tokens.starts[at])
            if (
                quantity is not None
                and quantity["kind"] == "zero"
                and self.lexicon.verbs.match(self.tokens.words, at)[1]
            ):
                # «aucune trace de …»: one wording, no count of traces.
                quantity = None
            item, at = self._count(quantity, at) if quantity is not None else self._other(at)
            items.append(item)
        return items

    # ---- everything but counts

    def _other(self, at: int) -> tuple[Item, int]:
        if self.tokens.words[at] not in self.lexicon.openers:
            return self._mark(at), at + 1
        words = self.tokens.words
        lexicon = self.lexicon
        kind: Kind
        length, values = lexicon.tolls.match(words, at)
        if values:
            return self._item("toll", at, at + length, impact=str(values[0])), at + length
        if words[at] in lexicon.toll_heads and (toll := self._toll(at)) is not None:
            return toll
        length, found = lexicon.verbs.match(words, at)
        verbs = tuple(form for form in _forms(found) if self._has_tail(form, at + length))
        action_length, actions = lexicon.actions.match(words, at)
        if actions and action_length >= length and self._governs(at, action_length):
            return self._item("action", at, at + action_length, forms=_forms(actions)), at + action_length
        if verbs:
            kind = "word" if length == 1 and self._is_nominal(at, verbs) else "verb"
            item = self._item(kind, at, at + length, forms=verbs)
            item.negates = words[at] in lexicon.resources.words.negators
            return item, at + length
        if (auxiliary := lexicon.auxiliaries.get(words[at])) is not None:
            kind = "have" if auxiliary[0] == "have" else "be"
            return self._item(kind, at, at + 1, tense=auxiliary[1]), at + 1
        length, names = lexicon.words.match(words, at)
        if names:
            return self._item(names[0], at, at + length), at + length  # type: ignore[arg-type]
        return self._mark(at), at + 1

    def _mark(self, at: int) -> Item:
        """A punctuation mark, or a word that is nothing else."""
        word, tokens = self.tokens.words[at], self.tokens
        mark = Item(_MARKS.get(word, "word"), tokens.starts[at], tokens.ends[at], word=word)
        mark.thing = word in self.lexicon.things
        mark.determiner = word in self.lexicon.determiners
        return mark

    def _toll(self, at: int) -> tuple[Item, int] | None:
        """«le nombre des noyés», «le nombre de mineurs emportés»: a toll and what it counts."""
        words, lexicon = self.tokens.words, self.lexicon
        linker = next((i for i in range(at + 1, min(at + 4, len(words))) if words[i] in lexicon.linkers), None)
        if linker is None or linker + 1 >= len(words) or self.tokens.starts[linker + 1] in self.quantities:
            return None
        length, counted = lexicon.counted.match(words, linker + 1)
        if counted:
            impact = _forms(counted)[0].trigger.impact
            return self._item("toll", at, linker + 1 + length, impact=impact), linker + 1 + length
        if not lexicon.persons.match(words, linker + 1)[1] and not lexicon.people_name.search(words[linker + 1]):
            return None
        for index in range(linker + 2, min(linker + 7, len(words))):
            length, verbs = lexicon.verbs.match(words, index)
            forms = [form for form in _forms(verbs) if form.tense in ("participle", None)]
            if forms:
                impact = forms[0].trigger.impact
                return self._item("toll", at, index + length, impact=impact), index + length
        return None

    def _has_tail(self, form: Form, after: int) -> bool:
        """Whether a verb that needs certain words behind it («gagné le Bangladesh») has them; not for objects."""
        tail = self.lexicon.tails.get(form.trigger.id)
        if tail is None or form.trigger.role == "object":
            return True
        end = self.tokens.ends[after - 1] if after else 0
        return tail.search(self.folded[end : min(len(self.folded), end + 60)]) is not None

    def _governs(self, at: int, length: int) -> bool:
        """Whether a trigger noun has a complement: «la mort de …», not «condamné à mort»."""
        following = self.tokens.words[at + length : at + length + 2]
        return bool(following) and (following[0] in self.lexicon.linkers)

    def _is_nominal(self, at: int, forms: tuple[Form, ...]) -> bool:
        """Whether an article makes a noun of a form: «les blessés», «la menace»; not «les tuant», «l'a tué»."""
        if at == 0 or self.tokens.words[at - 1] not in self.lexicon.articles:
            return False
        if self.tokens.starts[at - 1] in self.quantities:
            # «un retrouvé sans vie»: a number, not an article.
            return False
        return all(form.tense in ("participle", "present", None) for form in forms)

    def _item(self, kind: Kind, first: int, last: int, **fields: object) -> Item:
        return Item(
            kind,
            self.tokens.starts[first],
            self.tokens.ends[last - 1],
            word=" ".join(self.tokens.words[first:last]),
            **fields,  # type: ignore[arg-type]
        )

    # ---- counts

    def _count(self, quantity: QuantityValue, first: int) -> tuple[Item, int]:
        words = self.tokens.words
        at = self.tokens.at(quantity["end"])
        item = Item("bare", quantity["start"], quantity["end"], quantity=quantity)
        item.word = " ".join(words[first:at])
        item.collective = (
            first > 1 and words[first - 2] in self.collectives and words[first - 1] in self.lexicon.linkers
        )
        if at < len(words) and words[at] in QUOTES:
            at += 1
        at, item.anaphora = self._anaphora(at)
        if item.anaphora:
            item.end = self.tokens.ends[at - 1]
            return item, at
        begun = at
        at, item.partitive = self._linker(at)
        at = self._prenominals(at, item)
        if at < len(words) and self.tokens.starts[at] not in self.quantities and self._noun(at, item):
            return item, self.tokens.at(item.end)
        if item.others:
            item.end = self.tokens.ends[at - 1]
            return item, at
        item.weak = quantity["kind"] == "article"
        return item, max(begun, first + 1)

    def _anaphora(self, at: int) -> tuple[int, bool]:
        length = self.lexicon.partitives.match(self.tokens.words, at)[0] if at < len(self.tokens.words) else 0
        return at + length, length > 0

    def _linker(self, at: int) -> tuple[int, bool]:
        """Step over «de», «d'», «des», «de ses»: (next token, whether it is part of a known whole)."""
        words = self.tokens.words
        if at >= len(words) or words[at] not in self.lexicon.linkers:
            return at, False
        partitive = words[at] in self.lexicon.wholes
        at += 1
        if at < len(words) and words[at] in self.lexicon.determiners and words[at] not in self.lexicon.linkers:
            return at + 1, True
        return at, partitive

    def _prenominals(self, at: int, item: Item) -> int:
        words = self.tokens.words
        begun = at
        single = item.quantity is not None and item.quantity["kind"] == "article"
        if single and at < len(words) and self.lexicon.ordinal.match(words[at]) and self._is_noun(at + 1):
            # «un neuvième corps» is one more.
            return at + 1
        if single and at + 1 < len(words) and self.lexicon.ordinal.match(words[at]) and self._is_auxiliary(at + 1):
            # «une troisième reste captive»
            item.others = True
            return at + 1
        while at < len(words) and at - begun < 3 and words[at] in self.lexicon.prenominals:
            # «une jeune a été tuée»: an adjective that is a person itself, when no noun follows.
            if words[at] not in self.lexicon.others and self._is_people(at) and not self._is_noun(at + 1):
                break
            item.others = item.others or words[at] in self.lexicon.others
            at += 1
        return at

    def _is_auxiliary(self, at: int) -> bool:
        return self.tokens.words[at] in self.lexicon.auxiliaries

    def _is_people(self, at: int) -> bool:
        return bool(self.lexicon.persons.match(self.tokens.words, at)[1])

    def _is_noun(self, at: int) -> bool:
        words = self.tokens.words
        if at >= len(words):
            return False
        return self._is_people(at) or bool(self.lexicon.counted.match(words, at)[1])

    def _noun(self, at: int, item: Item) -> bool:
        """Read the counted noun at a token into the item; False where none stands there."""
        words = self.tokens.words
        lexicon = self.lexicon
        length, counted = lexicon.counted.match(words, at)
        people_length, people = lexicon.persons.match(words, at)
        if counted and length >= people_length:
            self._fill(item, "counted", at, length)
            item.forms = _forms(counted)
            item.category = str(people[0]) if people else None  # type: ignore[assignment]
            return True
        if people:
            self._fill(item, "people", at, people_length)
            item.category = str(people[0])  # type: ignore[assignment]
            return True
        return self._other_noun(at, item)

    def _other_noun(self, at: int, item: Item) -> bool:
        word, lexicon = self.tokens.words[at], self.lexicon
        if word in lexicon.households and self._is_of_people(at, item):
            # «une famille de quatre personnes»: the people are counted next.
            return False
        if word in lexicon.households:
            self._household(at, item)
            return True
        if word in lexicon.things:
            self._fill(item, "thing", at, 1)
            return True
        if not word[0].isalpha() or word in lexicon.functions or word in lexicon.auxiliaries:
            return False
        if lexicon.verbs.match(self.tokens.words, at)[1]:
            return False
        if lexicon.adverb.search(word) and item.quantity is not None and item.quantity["kind"] != "article":
            return False
        original = self.text[self.tokens.starts[at] : self.tokens.ends[at]]
        known = lexicon.person_suffix.search(word) or (
            original[0].isupper() and item.plural and lexicon.people_name.search(original)
        )
        if not known and item.quantity is not None and item.quantity["kind"] == "article":
            # «un bombardement»: an article before a word that is no person counts nobody.
            return False
        self._fill(item, "people" if known else "unknown", at, 1)
        return True

    def _is_of_people(self, at: int, item: Item) -> bool:
        after = at + 2
        single = item.quantity is not None and item.quantity["kind"] == "article"
        return single and after < len(self.tokens.words) and self.tokens.starts[after] in self.quantities

    def _household(self, at: int, item: Item) -> None:
        """«180 familles», «1 100 ménages de déplacés»: the complement says what happened to them."""
        self._fill(item, "people", at, 1)
        item.household = True
        words, lexicon = self.tokens.words, self.lexicon
        if at + 2 < len(words) and words[at + 1] in lexicon.linkers:
            length, counted = lexicon.counted.match(words, at + 2)
            if counted:
                self._fill(item, "counted", at, 2 + length)
                item.forms = _forms(counted)

    def _fill(self, item: Item, kind: Kind, at: int, length: int) -> None:
        item.kind = kind
        item.noun_start, item.noun_end = self.tokens.starts[at], self.tokens.ends[at + length - 1]
        item.noun = " ".join(self.tokens.words[at : at + length])
        item.end = item.noun_end
        after = at + length
        words = self.tokens.words
        while after < len(words) and after - at - length < 2 and self.lexicon.postnominal.search(words[after]):
            if self.lexicon.verbs.match(words, after)[1]:
                break
            item.end = self.tokens.ends[after]
            after += 1


def _forms(values: list[Form | str]) -> tuple[Form, ...]:
    return tuple(value for value in values if isinstance(value, Form))
