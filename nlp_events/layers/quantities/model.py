"""The French words of quantities: number words, collective nouns, modifiers, ranges, zero, refusals."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from nlp_events.words.loader import Pattern, Resource, Word, WordList
from nlp_events.words.store import SHIPPED, Words
from nlp_events.words.wordings import Wording

Values = Annotated[dict[Word, int], Field(min_length=1)]
Ruling = Literal["approx", "at_least", "at_most"]


class PatternRule(Resource):
    """A regular expression over folded text; ``reason`` is set where it refuses a number."""

    id: Word
    pattern: Pattern
    reason: Word | None = None
    examples: WordList
    non_examples: tuple[Word, ...] = ()


class RefusalRule(Resource):
    """Words beside a number that say it counts nobody.

    ``digits`` limits it to numbers in digits, ``most`` to values up to it. ``unless_noun`` spares a number that a
    plural noun follows. ``before`` on a rule of the words after asks for one of these before as well.
    """

    id: Word
    reason: Word
    words: WordList
    before: tuple[Word, ...] = ()
    digits: bool = False
    most: int | None = None
    unless_noun: bool = False
    examples: WordList
    non_examples: tuple[Word, ...] = ()


class ModifierWords(Resource):
    """Where a modifier stands: before the number or after it."""

    before: WordList
    after: WordList


class Years(Resource):
    """A bare number of four digits in these bounds is a year unless a plural noun follows or a modifier precedes."""

    before: WordList
    never_before: WordList
    plural_verbs: WordList
    first: int
    last: int


class Toll(Resource):
    """Ordinals that are a running toll: what they count, what stands before them, and the time told behind."""

    noun: Wording
    before: Wording
    over: Wording


class Numerals(Resource):
    """``quantities.yaml``: see the comments there."""

    units: Values
    teens: Values
    tens: Values
    hundreds: WordList
    thousands: WordList
    scales: Values
    suffixes: Values
    conjunction: Word
    decimal_words: WordList
    halves: WordList
    half_tails: WordList
    about_tails: WordList
    three_quarter_tails: WordList
    quarter_tails: WordList
    third_tails: WordList
    two_third_tails: WordList
    denominators: Values
    not_fraction_after: WordList
    ratio_dated_before: WordList
    fraction_endings: Annotated[dict[Word, WordList], Field(min_length=1)]
    negative: Wording
    collectives: Values
    plurals: Values
    collectives_with_de: WordList
    plural_determiners: WordList
    several: WordList
    collective_adjectives: WordList
    single_determiners: WordList
    partitives: WordList
    articles: WordList
    article_elisions: WordList
    not_article_before: WordList
    not_article_after: WordList
    endings: Annotated[dict[Word, WordList], Field(min_length=1)]
    modifiers: dict[Ruling, ModifierWords]
    article_modifiers: WordList
    postposed: WordList
    postposed_end: WordList
    threshold: Wording
    unreached: Wording
    as_many: Wording
    multiples: Values
    between: WordList
    between_link: Word
    between_rounded: tuple[str, ...]
    bound_links: tuple[str, ...]
    dash_links: WordList
    slash_links: WordList
    word_links: WordList
    enumeration_links: tuple[str, ...]
    update_before: WordList
    zero_words: WordList
    zero: Annotated[tuple[PatternRule, ...], Field(min_length=1)]
    skipped: WordList
    shapes: Annotated[tuple[PatternRule, ...], Field(min_length=1)]
    phrases: Annotated[tuple[PatternRule, ...], Field(min_length=1)]
    after: Annotated[tuple[RefusalRule, ...], Field(min_length=1)]
    before: Annotated[tuple[RefusalRule, ...], Field(min_length=1)]
    years: Years
    invariable: WordList
    function_words: WordList
    new_word: Word
    new_before: WordList
    determiners: WordList
    ratio_word: Word
    name_before: WordList
    ordinal: Wording
    toll: Toll


def load_numerals(words: Words = SHIPPED) -> Numerals:
    """The layer of quantities.

    Args:
        words: the words and rules.

    Raises:
        ResourceError: the file is not a valid layer.
    """
    return words.resource(Numerals, "layers/quantities.yaml")
