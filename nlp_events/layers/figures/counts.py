"""Reads what a number counts: people, a noun that is a trigger itself, things, or nothing that is told."""

from __future__ import annotations

from nlp_events.layers.figures.brought_in import RULE as BROUGHT_IN
from nlp_events.layers.figures.items import QUOTES, Item, Kind, Tokens
from nlp_events.layers.figures.lexicon import Lexicon
from nlp_events.layers.figures.phrases import Form
from nlp_events.values import QuantityValue


class Counts:
    """Reads the counts of one sentence.

    Args:
        text: the whole text.
        tokens: the tokens of the sentence.
        quantities: its quantities by their start.
        lexicon: the tables.
    """

    def __init__(self, text: str, tokens: Tokens, quantities: dict[int, QuantityValue], lexicon: Lexicon) -> None:
        self.text, self.tokens, self.quantities, self.lexicon = text, tokens, quantities, lexicon

    def read(self, quantity: QuantityValue, first: int) -> tuple[Item, int]:
        """Read the count that begins at a token: (its item, the index of the token after it)."""
        words = self.tokens.words
        at = self.tokens.at(quantity["end"])
        item = Item("bare", quantity["start"], quantity["end"], quantity=quantity)
        item.word = " ".join(words[first:at])
        led = first > 1 and words[first - 2] in self.lexicon.collectives and words[first - 1] in self.lexicon.linkers
        item.collective = led and item.plural
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
            if quantity["rule"] == BROUGHT_IN and words[first] in self.lexicon.brought_in.contractions:
                # «la mort du conducteur»: «du» is no part of who is counted.
                item.start = item.noun_start
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
        if single and at + 1 < len(words) and self.lexicon.ordinal.match(words[at]) and self._is_predicate(at + 1):
            # «une troisième reste captive», «un quatrième fait prisonnier», «une dernière à Gao»
            item.others = True
            return at + 1
        while at < len(words) and at - begun < 3 and words[at] in self.lexicon.prenominals:
            # «une jeune a été tuée»: an adjective that is a person itself, when no noun follows.
            if words[at] not in self.lexicon.others and self._is_people(at) and not self._is_noun(at + 1):
                break
            item.others = item.others or words[at] in self.lexicon.others
            at += 1
        return at

    def _is_predicate(self, at: int) -> bool:
        words = self.tokens.words
        small = words[at] in self.lexicon.resources.words.negation or words[at] in self.lexicon.locatives
        return small or words[at] in self.lexicon.auxiliaries or bool(self.lexicon.verbs.match(words, at)[1])

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
            item.forms = forms_of(counted)
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
        if not word[0].isalpha() or word.endswith("'") or word in lexicon.functions or word in lexicon.auxiliaries:
            return False
        if lexicon.verbs.match(self.tokens.words, at)[1]:
            return False
        if lexicon.adverb.search(word) and item.quantity is not None and item.quantity["kind"] != "article":
            return False
        original = self.text[self.tokens.starts[at] : self.tokens.ends[at]]
        named = lexicon.people_name.search(original) if item.plural else word in lexicon.demonyms
        known = lexicon.person_suffix.search(word) or (original[0].isupper() and named) or self._is_human(word)
        if not known and item.quantity is not None and item.quantity["kind"] == "article":
            # «un bombardement»: an article before a word that is no person counts nobody.
            return False
        self._fill(item, "people" if known else "unknown", at, 1)
        return True

    def _is_human(self, word: str) -> bool:
        """Whether the dictionary has a noun for people in this form («brancardiers»)."""
        return self.lexicon.nouns.kind(word) == "people"

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
                item.forms = forms_of(counted)

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


def forms_of(values: list[Form | str]) -> tuple[Form, ...]:
    """The forms among the values of a table."""
    return tuple(value for value in values if isinstance(value, Form))
