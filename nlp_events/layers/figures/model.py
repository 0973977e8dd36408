"""The words of human-impact figures: triggers, people, things, vetoes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from nlp_events.values import Flow, Impact, QuantityKind, WhoCategory
from nlp_events.words.loader import Pattern, Resource, Word, Words, load_yaml

Tense = Literal["infinitive", "present", "imperfect", "past", "future", "conditional", "gerund", "participle"]
Role = Literal["counted", "object", "subject", "action", "state", "give"]
Endings = Annotated[tuple[str, ...], Field(min_length=1)]
Examples = Annotated[tuple[Word, ...], Field(min_length=1)]


class Trigger(Resource):
    """Words that say what happened to people, and where their victims stand."""

    id: Word
    impact: Impact
    role: Role
    nouns: tuple[Word, ...] = ()
    verbs: tuple[Word, ...] = ()
    phrases: tuple[Word, ...] = ()
    forms: dict[Tense, Words] = Field(default_factory=dict)
    strict: bool = False
    only: tuple[Word, ...] = ()
    context: Word | None = None
    tail: Pattern | None = None
    active: bool = False
    flow: Flow | None = None
    stative: bool = False
    overridden_by: tuple[Impact, ...] = ()
    examples: Examples
    non_examples: tuple[Word, ...] = ()


class Veto(Resource):
    """A context in which a figure is no record."""

    id: Word
    pattern: Pattern
    where: Literal["before", "after", "clause", "sentence", "document"]
    impacts: tuple[Impact, ...] = ()
    kinds: tuple[QuantityKind, ...] = ()
    examples: Examples


class WordingRule(Resource):
    """A wording that is read from the text itself: «l'un des», «n'a pas fait de», «leurs corps ont été retrouvés»."""

    id: Word
    pattern: Pattern
    examples: Examples


class FlowRules(Resource):
    """Wordings of those who are away («vivent encore»), and of those who leave, in a period («en trois jours»)."""

    stays: WordingRule
    leaves: WordingRule


class FunctionWords(Resource):
    """Small words by what they do between a quantity and its trigger."""

    coordination: Words
    part: Words
    relative: Words
    negation: Words
    reflexive: Words
    partitive: Words
    determiners: Words
    breaks: Words
    among: Words
    locatives: Words
    functions: Words
    articles: Words
    insertable: Words
    attributions: Words
    definite: Words
    voices: Words
    among_heads: Words
    then: Words
    linkers: Words
    wholes: Words
    equivalents: Words
    versus: Words
    pronoun: Words
    negators: Words
    they: Words
    it: Words
    collectives: Words
    rather: Words
    but: Words
    included: Words
    towards: Words
    either: Words
    whose: Words
    these: Words
    wished: Words
    speech: Words
    handled: Words
    treated: Words
    anyone: Words
    saying: Words
    many: Words
    attempted: Words
    them: Words
    did: Words
    proforms: Words


class GateWords(Resource):
    """Small words beside a number that make it nonsense as a number of people: see ``layers/figures/soundness.py``."""

    minus_signs: Words
    wants_number: Words
    partitives: Words


class FigureResources(Resource):
    """The whole of ``figures.yaml``."""

    conjugations: dict[Word, dict[Tense, Endings]]
    have: dict[Tense, Words]
    be: dict[Tense, Words]
    triggers: Annotated[tuple[Trigger, ...], Field(min_length=1)]
    toll_heads: Words
    toll_nouns: dict[Impact, Words]
    toll_verbs: Words
    contexts: dict[Word, Pattern]
    persons: dict[WhoCategory, Words]
    person_suffixes: Pattern
    people_names: Pattern
    adverb_suffixes: Pattern
    postnominals: Pattern
    households: Words
    things: Words
    prenominals: Words
    others: Words
    ordinals: Pattern
    words: FunctionWords
    singles: WordingRule
    bodies: WordingRule
    periods: WordingRule
    fatal: WordingRule
    done_next: WordingRule
    moved: WordingRule
    flow: FlowRules
    gate: GateWords
    vetoes: tuple[Veto, ...]
    zero: WordingRule


def load_figures(directory: str | None = None) -> FigureResources:
    """Read ``figures.yaml`` (see ``load_yaml``)."""
    return load_yaml(FigureResources, "layers/figures.yaml", directory)
