"""Cuts a sentence into items: what is no count is looked up in the tables, counts are read by ``counts``."""

from __future__ import annotations

from collections.abc import Sequence

from nlp_events.layers.figures.counts import Counts, forms_of
from nlp_events.layers.figures.items import MARKS, Item, Kind, tokenize
from nlp_events.layers.figures.lexicon import Lexicon
from nlp_events.layers.figures.phrases import Form
from nlp_events.values import QuantityValue


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
        self.folded, self.lexicon = folded, lexicon
        self.tokens = tokenize(folded, *span)
        self.tokens.accent(text, lexicon.capitals)
        self.quantities = {q["start"]: q for q in quantities}
        self.counts = Counts(text, self.tokens, self.quantities, lexicon)

    def read(self) -> list[Item]:
        items: list[Item] = []
        words, starts, openers = self.tokens.words, self.tokens.starts, self.lexicon.openers
        at = 0
        while at < len(words):
            quantity = self.quantities.get(starts[at])
            if quantity is not None and not self._is_wording(quantity, at):
                item, at = self.counts.read(quantity, at)
            elif words[at] in openers:
                item, at = self._other(at)
            else:
                item, at = self._mark(at), at + 1
            items.append(item)
        return items

    def _is_wording(self, quantity: QuantityValue, at: int) -> bool:
        """Whether «aucune» begins a wording («aucune trace de …»): no count of traces."""
        return quantity["kind"] == "zero" and bool(self.lexicon.verbs.match(self.tokens.words, at)[1])

    def _other(self, at: int) -> tuple[Item, int]:
        words = self.tokens.words
        lexicon = self.lexicon
        kind: Kind
        length, values = lexicon.tolls.match(words, at)
        if values:
            return self._item("toll", at, at + length, impact=str(values[0])), at + length
        if words[at] in lexicon.toll_heads and (toll := self._toll(at)) is not None:
            return toll
        length, found = lexicon.verbs.match(words, at)
        verbs = tuple(form for form in forms_of(found) if self._has_tail(form, at + length))
        action_length, actions = lexicon.actions.match(words, at)
        if actions and action_length >= length and (last := self._governor_end(at + action_length)) is not None:
            return self._item("action", at, last, forms=forms_of(actions)), last
        if verbs:
            kind = "word" if length == 1 and self._is_nominal(at, verbs) else "verb"
            item = self._item(kind, at, at + length, forms=verbs)
            item.negates = words[at] in lexicon.resources.words.negators
            return item, at + length
        if (auxiliary := lexicon.auxiliaries.get(words[at])) is not None:
            kind = "have" if auxiliary[0] == "have" else "be"
            many = words[at] in lexicon.many
            return self._item(kind, at, at + 1, tense=auxiliary[1], many=many), at + 1
        length, names = lexicon.words.match(words, at)
        if names and not (names[0] == "breaks" and at and words[at - 1] in lexicon.determiners):
            # «le chauffeur du car» breaks nothing.
            return self._item(names[0], at, at + length), at + length  # type: ignore[arg-type]
        return self._mark(at), at + 1

    def _mark(self, at: int) -> Item:
        """A punctuation mark, or a word that is nothing else."""
        word, tokens = self.tokens.words[at], self.tokens
        mark = Item(MARKS.get(word, "word"), tokens.starts[at], tokens.ends[at], word)
        if word in self.lexicon.marked:
            mark.thing = word in self.lexicon.things
            mark.determiner = word in self.lexicon.determiners
            mark.share = word in self.lexicon.resources.words.shares
        return mark

    def _toll(self, at: int) -> tuple[Item, int] | None:
        """«le nombre des noyés», «le nombre de mineurs emportés»: a toll and what it counts."""
        words, lexicon = self.tokens.words, self.lexicon
        linker = next((i for i in range(at + 1, min(at + 4, len(words))) if words[i] in lexicon.linkers), None)
        if linker is None or linker + 1 >= len(words) or self.tokens.starts[linker + 1] in self.quantities:
            return None
        length, counted = lexicon.counted.match(words, linker + 1)
        if counted:
            impact = forms_of(counted)[0].trigger.impact
            return self._item("toll", at, linker + 1 + length, impact=impact), linker + 1 + length
        known = words[linker + 1] in lexicon.households or lexicon.persons.match(words, linker + 1)[1]
        if not known and not lexicon.people_name.search(words[linker + 1]):
            return None
        for index in range(linker + 2, min(linker + 7, len(words))):
            length, verbs = lexicon.verbs.match(words, index)
            told = [form for form in forms_of(verbs) if form.tense in ("participle", None)]
            forms = [form for form in told if form.trigger.head is None and self._has_tail(form, index + length)]
            if forms:
                impact = next((form for form in forms if form.trigger.context is None), forms[0]).trigger.impact
                household = words[linker + 1] in lexicon.households
                return self._item("toll", at, index + length, impact=impact, household=household), index + length
        return None

    def _has_tail(self, form: Form, after: int) -> bool:
        """Whether a verb that needs certain words behind it («gagné le Bangladesh») has them; not for objects."""
        tail = self.lexicon.tails.get(form.trigger.id)
        if tail is None or form.trigger.role == "object":
            return True
        end = self.tokens.ends[after - 1] if after else 0
        return tail.search(self.folded[end : min(len(self.folded), end + 60)]) is not None

    def _governor_end(self, end: int) -> int | None:
        """Where a trigger noun with a complement ends («la mort de», «le retour volontaire de»), not «condamné à mort».

        Args:
            end: where the noun ends, exclusive.
        """
        following, lexicon = self.tokens.words[end : end + 2], self.lexicon
        if following and following[0] in lexicon.linkers:
            return end
        adjective = len(following) == 2 and following[1] in lexicon.linkers and following[0].isalpha()
        if adjective and following[0] not in lexicon.functions and self.tokens.starts[end] not in self.quantities:
            return end + 1
        return None

    def _is_nominal(self, at: int, forms: tuple[Form, ...]) -> bool:
        """Whether an article makes a noun of a form: «les blessés», «la menace»; not «les tuant», «l'a tué».

        So does «à» of a participle: «condamnés à mort».
        """
        if at == 0:
            return False
        if self.tokens.words[at - 1] in self.lexicon.resources.words.towards:
            return all(form.tense == "participle" for form in forms)
        if self.tokens.words[at - 1] not in self.lexicon.articles:
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
            **fields,
        )
