"""Look-up tables made once from ``figures.yaml``: every inflected form of every trigger, and the classes of nouns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import get_args

from nlp_events.errors import ResourceError
from nlp_events.gazetteer.tables import Demonym
from nlp_events.layers.figures.model import BroughtIn, FigureResources, Tense, Trigger, load_figures
from nlp_events.layers.figures.phrases import Form, Number, Phrases, tokens_of
from nlp_events.text.folding import accented, fold
from nlp_events.words.lexicon import NOUN_PARTS, VERB_PARTS, forms_of
from nlp_events.words.nouns import NounTable, shipped_nouns
from nlp_events.words.store import Words, derived

_SLOT = re.compile(r"\{(\w+)(?:\.(\w+))?\}")
TENSES: tuple[Tense, ...] = get_args(Tense)
_ANY: tuple[Number, ...] = ("any",)
_NUMBERS: dict[Number, frozenset[str]] = {"singular": frozenset({"Kms", "Kfs"}), "plural": frozenset({"Kmp", "Kfp"})}


@dataclass(frozen=True, slots=True)
class BroughtInTable:
    """The nouns of ``BroughtIn``.

    ``word`` finds an article or a possessive and the ``noun`` behind it; ``the`` are the nouns behind an article,
    ``own`` those behind a possessive; ``counted`` is laid on what stands before a noun.
    """

    word: re.Pattern[str]
    contractions: frozenset[str]
    possessives: frozenset[str]
    the: frozenset[str]
    own: frozenset[str]
    counted: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables of the figures layer.

    ``openers`` holds the first words of all that is no count, ``marked`` the other words that are more than a word.
    """

    resources: FigureResources
    verbs: Phrases
    counted: Phrases
    actions: Phrases
    persons: Phrases
    tolls: Phrases
    words: Phrases
    partitives: Phrases
    openers: frozenset[str]
    marked: frozenset[str]
    auxiliaries: dict[str, tuple[str, Tense]]
    households: frozenset[str]
    things: frozenset[str]
    prenominals: frozenset[str]
    others: frozenset[str]
    functions: frozenset[str]
    determiners: frozenset[str]
    locatives: frozenset[str]
    articles: frozenset[str]
    linkers: frozenset[str]
    wholes: frozenset[str]
    toll_verbs: frozenset[str]
    toll_heads: frozenset[str]
    person_suffix: re.Pattern[str]
    people_name: re.Pattern[str]
    adverb: re.Pattern[str]
    postnominal: re.Pattern[str]
    ordinal: re.Pattern[str]
    single: re.Pattern[str]
    brought_in: BroughtInTable
    zero: re.Pattern[str]
    bodies: re.Pattern[str]
    periods: re.Pattern[str]
    fatal: re.Pattern[str]
    done_next: re.Pattern[str]
    all_done: re.Pattern[str]
    moved: re.Pattern[str]
    stays: re.Pattern[str]
    leaves: re.Pattern[str]
    tails: dict[str, re.Pattern[str]]
    heads: dict[str, re.Pattern[str]]
    voices: frozenset[str]
    days: frozenset[str]
    demonyms: frozenset[str]
    nouns: NounTable
    capitals: Mapping[str, str]
    many: frozenset[str]
    collectives: frozenset[str]
    contexts: dict[str, re.Pattern[str]]


@derived
def load_lexicon(words: Words) -> Lexicon:
    """The tables of these words and rules, built once."""
    resources = load_figures(words)
    verbs, counted, actions = _trigger_tables(resources)
    tolls = _table((word, impact) for impact, nouns in resources.toll_nouns.items() for word in nouns)
    persons = _table((word, who) for who, nouns in resources.persons.items() for word in _inflected(nouns))
    small = _table(
        (word, name)
        for name in ("coordination", "part", "relative", "negation", "reflexive", "breaks", "versus")
        for word in getattr(resources.words, name)
    )
    auxiliaries: dict[str, tuple[str, Tense]] = {
        word: (kind, tense)
        for kind in ("have", "be")
        for tense, forms in getattr(resources, kind).items()
        for word in forms
    }
    things = frozenset((*_inflected(resources.things.nouns), *resources.things.plurals))
    determiners = frozenset(resources.words.determiners)
    return Lexicon(
        resources=resources,
        verbs=verbs,
        counted=counted,
        actions=actions,
        persons=persons,
        tolls=tolls,
        words=small,
        partitives=_table((phrase, "partitive") for phrase in resources.words.partitive),
        openers=frozenset().union(
            *(table.by_first for table in (verbs, actions, tolls, small)), auxiliaries, resources.toll_heads
        ),
        auxiliaries=auxiliaries,
        households=frozenset(_inflected(resources.households)),
        marked=frozenset().union(things, determiners, resources.words.shares),
        things=things,
        prenominals=frozenset(resources.prenominals),
        others=frozenset(resources.others),
        functions=frozenset(resources.words.functions),
        determiners=determiners,
        locatives=frozenset(resources.words.locatives),
        articles=frozenset(resources.words.articles),
        linkers=frozenset(resources.words.linkers),
        wholes=frozenset(resources.words.wholes),
        toll_verbs=frozenset(resources.toll_verbs),
        toll_heads=frozenset(resources.toll_heads),
        person_suffix=resources.person_suffixes.regex,
        people_name=resources.people_names.regex,
        adverb=resources.adverb_suffixes.regex,
        postnominal=resources.postnominals.regex,
        ordinal=resources.ordinals.regex,
        single=resources.singles.regex,
        brought_in=_brought_in(resources.brought_in),
        zero=resources.zero.regex,
        bodies=resources.bodies.regex,
        periods=resources.periods.regex,
        fatal=resources.fatal.regex,
        done_next=resources.done_next.regex,
        all_done=resources.all_done.regex,
        moved=resources.moved.regex,
        stays=resources.flow.stays.regex,
        leaves=resources.flow.leaves.regex,
        tails={one.id: re.compile(one.tail) for one in resources.triggers if one.tail is not None},
        heads={one.id: re.compile(one.head) for one in resources.triggers if one.head is not None},
        voices=frozenset(resources.words.voices),
        days=frozenset(resources.words.insertable),
        demonyms=_demonyms(words),
        nouns=shipped_nouns(),
        capitals=_capitals((verbs, counted, actions, persons, tolls), auxiliaries),
        many=frozenset(resources.words.many),
        collectives=frozenset(resources.words.collectives),
        contexts={name: context.regex for name, context in resources.contexts.items()},
    )


def _capitals(tables: Iterable[Phrases], auxiliaries: Iterable[str]) -> dict[str, str]:
    """A word without its accents → the word, of those that do not give another known word («tue», «tué»)."""
    known = {word for table in tables for entries in table.by_first.values() for words, _ in entries for word in words}
    return accented(known | set(auxiliaries))


def _demonyms(words: Words) -> frozenset[str]:
    rows = words.table(Demonym, "demonyms.csv")
    return frozenset(fold(form) for row in rows for form in row.forms)


def _table(pairs: Iterator[tuple[str, str]]) -> Phrases:
    table = Phrases()
    for phrase, value in pairs:
        table.add(tokens_of(phrase), value)
    table.sort()
    return table


def _trigger_tables(resources: FigureResources) -> tuple[Phrases, Phrases, Phrases]:
    verbs, counted, actions = Phrases(insertable=frozenset(resources.words.insertable)), Phrases(), Phrases()
    for trigger in resources.triggers:
        nouns = counted if trigger.role == "counted" else actions
        for noun in _inflected(trigger.nouns):
            words = tokens_of(noun)
            number: Number = "plural" if words[0].endswith(("s", "x")) else "singular"
            nouns.add(words, Form(trigger, None, number))
        for phrase in (*(f"{{{verb}}}" for verb in trigger.verbs), *trigger.phrases):
            for words, tense, number in _expand(trigger, phrase):
                verbs.add(words, Form(trigger, tense, number))
        for tense, forms in trigger.forms.items():
            for form in forms:
                verbs.add(tokens_of(form), Form(trigger, tense, "any"))
    for table in (verbs, counted, actions):
        table.sort()
    return verbs, counted, actions


def _expand(trigger: Trigger, phrase: str) -> Iterator[tuple[tuple[str, ...], Tense | None, Number]]:
    """Every inflected form of «{perdre} la vie»; a phrase without a verb stands for itself."""
    slots = _SLOT.findall(phrase)
    if not slots:
        yield tokens_of(phrase), None, "any"
        return
    choices = [list(_inflect(trigger, verb, part)) for verb, part in slots]
    for forms in product(*choices):
        words = phrase
        for form, _tense, _number in forms:
            words = _SLOT.sub(form, words, count=1)
        yield tokens_of(words), forms[0][1], forms[0][2]


def _inflect(trigger: Trigger, verb: str, part: str) -> Iterator[tuple[str, Tense | None, Number]]:
    """The forms of a verb by tense; of one part alone they are as good as typed, and have neither tense nor number."""
    if part and part not in TENSES:
        problem = f"no part of a verb is named «{part}»."
        raise ResourceError("figures.yaml", f"triggers.{trigger.id}", problem, f"Use one of {', '.join(TENSES)}.")
    forms = _conjugated(verb)
    if not forms:
        problem = f"«{verb}» is no verb whose forms are known."
        raise ResourceError("figures.yaml", f"triggers.{trigger.id}", problem, "Write its infinitive.")
    if part:
        yield from ((text, None, "any") for text in dict.fromkeys(text for text, tense, _ in forms if tense == part))
        return
    yield from forms


@lru_cache(maxsize=512)
def _conjugated(verb: str) -> tuple[tuple[str, Tense, Number], ...]:
    """The forms of a verb with tense and number, tense by tense; none where nothing but the infinitive is known."""
    forms = forms_of(verb, "V")
    if len(forms) < 2:
        return ()
    tagged = [(form.text, frozenset(form.tags)) for form in forms]
    present = {text for text, tags in tagged if not tags.isdisjoint(VERB_PARTS["present"])}
    return tuple(
        (text, tense, number)
        for tense in TENSES
        for text, tags in tagged
        # «il périt» is present and past: one of them is enough.
        if not tags.isdisjoint(VERB_PARTS[tense]) and not (tense == "past" and text in present)
        for number in (_numbers(tags) if tense == "participle" else _ANY)
    )


def _numbers(tags: frozenset[str]) -> Iterator[Number]:
    """The numbers of a participle: «pris» is both."""
    yield from (number for number, own in _NUMBERS.items() if not own.isdisjoint(tags))


def _brought_in(words: BroughtIn) -> BroughtInTable:
    the, own = (frozenset(_singular(nouns)) for nouns in (words.the, words.own))
    either = "|".join(sorted(re.escape(word) for word in (*words.articles, *words.contractions, *words.possessives)))
    return BroughtInTable(
        word=re.compile(rf"\b(?P<word>{either})(?:(?<=')| )(?P<noun>[^\W\d_]+(?:-[^\W\d_]+)*)"),
        contractions=frozenset(words.contractions),
        possessives=frozenset(words.possessives),
        the=the,
        own=the | own,
        counted=re.compile(rf"\b{words.counted}\Z"),
    )


def _singular(nouns: Iterable[str]) -> Iterator[str]:
    """The singulars of each noun."""
    singular = set(NOUN_PARTS["singular"])
    return (form.text for noun in nouns for form in forms_of(noun, "N") if singular & set(form.tags))


def _inflected(nouns: Iterable[str]) -> Iterator[str]:
    """Singular, plural and feminine of each noun, every form once."""
    return iter(dict.fromkeys(form.text for noun in nouns for form in forms_of(noun, "N")))
