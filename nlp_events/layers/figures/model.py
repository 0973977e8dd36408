"""The words of human-impact figures: triggers, people, things, vetoes."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from nlp_events.values import Flow, Impact, QuantityKind, WhoCategory
from nlp_events.words.loader import Pattern, Resource, Word, WordList
from nlp_events.words.store import SHIPPED, Words
from nlp_events.words.wordings import Rule, Wording

Tense = Literal["infinitive", "present", "imperfect", "past", "future", "conditional", "gerund", "participle"]
Role = Literal["counted", "object", "subject", "action", "state", "give"]
Examples = Annotated[tuple[Word, ...], Field(min_length=1)]


# In `only`: those named by their people («trois Syriens»), of whom no kind is known.
PEOPLES = "peoples"


class Trigger(Resource):
    """WordList that say what happened to people, and where their victims stand.

    ``nouns`` and ``verbs`` are lemmas (see ``words.lexicon.forms_of``), ``phrases`` name verbs in braces: «{perdre} la
    vie» in all forms, «{prendre.participle} au piège» in one part of them.
    """

    id: Word
    impact: Impact
    role: Role
    nouns: tuple[Word, ...] = ()
    verbs: tuple[Word, ...] = ()
    phrases: tuple[Word, ...] = ()
    forms: dict[Tense, WordList] = Field(default_factory=dict)
    strict: bool = False
    only: tuple[Word, ...] = ()
    context: Word | None = None
    tail: Pattern | None = None
    head: Pattern | None = None
    active: bool = False
    flow: Flow | None = None
    stative: bool = False
    overridden_by: tuple[Impact, ...] = ()
    examples: Examples
    non_examples: tuple[Word, ...] = ()

    def is_said_of(self, category: WhoCategory | None, noun: str) -> bool:
        """Whether a trigger that is said of some only («perdre» of soldiers, of kin) may be said of these people."""
        return not self.only or (category or PEOPLES) in self.only or noun in self.only


class Veto(Resource):
    """A context in which a figure is no record; it refuses the figures of its examples, and lets the others be."""

    id: Word
    pattern: Pattern
    where: Literal["before", "after", "clause", "sentence", "document"]
    impacts: tuple[Impact, ...] = ()
    kinds: tuple[QuantityKind, ...] = ()
    examples: Examples
    non_examples: tuple[Word, ...] = ()

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern, compiled once."""
        return re.compile(self.pattern)


class FlowRules(Resource):
    """Wordings of those who are away («vivent encore»), and of those who leave, in a period («en trois jours»)."""

    stays: Rule
    leaves: Rule


class FunctionWords(Resource):
    """Small words by what they do between a quantity and its trigger."""

    coordination: WordList
    part: WordList
    relative: WordList
    negation: WordList
    reflexive: WordList
    partitive: WordList
    determiners: WordList
    breaks: WordList
    among: WordList
    locatives: WordList
    functions: WordList
    articles: WordList
    insertable: WordList
    attributions: WordList
    definite: WordList
    voices: WordList
    among_heads: WordList
    then: WordList
    linkers: WordList
    wholes: WordList
    equivalents: WordList
    versus: WordList
    pronoun: WordList
    there: WordList
    parents: WordList
    degrees: WordList
    negators: WordList
    they: WordList
    it: WordList
    collectives: WordList
    rather: WordList
    but: WordList
    respectively: WordList
    shares: WordList
    included: WordList
    towards: WordList
    by_tens: WordList
    either: WordList
    whose: WordList
    these: WordList
    wished: WordList
    speech: WordList
    handled: WordList
    found: WordList
    treated: WordList
    anyone: WordList
    saying: WordList
    many: WordList
    achieved: WordList
    attempted: WordList
    together: WordList
    them: WordList
    did: WordList
    proforms: WordList
    heads: Annotated[dict[Word, int], Field(min_length=1)]


class GateWords(Resource):
    """Small words beside a number that make it nonsense as a number of people: see ``layers/figures/soundness.py``."""

    minus_signs: WordList
    wants_number: WordList
    partitives: WordList


class BroughtIn(Resource):
    """Persons told by an article or a possessive alone whom nobody has counted yet; see ``figures/brought_in.py``."""

    articles: WordList
    contractions: WordList
    possessives: WordList
    the: WordList
    own: WordList
    counted: Pattern


class ThingWords(Resource):
    """What a number counts that is not people: lemmas of nouns, and plurals whose singular is left out."""

    nouns: WordList
    plurals: WordList


class FigureResources(Resource):
    """The whole of ``figures.yaml``."""

    have: dict[Tense, WordList]
    be: dict[Tense, WordList]
    triggers: Annotated[tuple[Trigger, ...], Field(min_length=1)]
    toll_heads: WordList
    toll_nouns: dict[Impact, WordList]
    toll_verbs: WordList
    contexts: dict[Word, Wording]
    persons: dict[WhoCategory, WordList]
    person_suffixes: Wording
    people_names: Wording
    adverb_suffixes: Wording
    postnominals: Wording
    households: WordList
    things: ThingWords
    prenominals: WordList
    others: WordList
    ordinals: Wording
    words: FunctionWords
    singles: Rule
    brought_in: BroughtIn
    bodies: Rule
    periods: Rule
    fatal: Rule
    presence: Rule
    done_next: Rule
    all_done: Rule
    moved: Rule
    flow: FlowRules
    gate: GateWords
    vetoes: tuple[Veto, ...]
    zero: Rule


def load_figures(words: Words = SHIPPED) -> FigureResources:
    """Read ``figures.yaml`` (see ``load_yaml``)."""
    return words.resource(FigureResources, "layers/figures.yaml")
