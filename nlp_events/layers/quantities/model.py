"""The French words of quantities: number words, collective nouns, modifiers, ranges, zero, refusals."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from nlp_events.words.loader import Pattern, Resource, Word, Words, load_yaml

Values = Annotated[dict[Word, int], Field(min_length=1)]
Ruling = Literal["approx", "at_least", "at_most"]


class PatternRule(Resource):
    """A regular expression over folded text; ``reason`` is set where it refuses a number."""

    id: Word
    pattern: Pattern
    reason: Word | None = None
    examples: Words
    non_examples: tuple[Word, ...] = ()


class RefusalRule(Resource):
    """Words beside a number that say it counts nobody.

    ``digits`` limits it to numbers in digits, ``most`` to values up to it. ``unless_noun`` spares a number that a
    plural noun follows. ``before`` on a rule of the words after asks for one of these before as well.
    """

    id: Word
    reason: Word
    words: Words
    before: tuple[Word, ...] = ()
    digits: bool = False
    most: int | None = None
    unless_noun: bool = False
    examples: Words
    non_examples: tuple[Word, ...] = ()


class ModifierWords(Resource):
    """Where a modifier stands: before the number or after it."""

    before: Words
    after: Words


class Years(Resource):
    """A bare number of four digits in these bounds is a year unless a plural noun follows or a modifier precedes."""

    before: Words
    never_before: Words
    plural_verbs: Words
    first: int
    last: int


class Numerals(Resource):
    """``quantities.yaml``: see the comments there."""

    units: Values
    teens: Values
    tens: Values
    hundreds: Words
    thousands: Words
    scales: Values
    suffixes: Values
    conjunction: Word
    decimal_words: Words
    halves: Words
    half_tails: Words
    three_quarter_tails: Words
    quarter_tails: Words
    third_tails: Words
    two_third_tails: Words
    denominators: Values
    not_fraction_after: Words
    ratio_dated_before: Words
    fraction_endings: Annotated[dict[Word, Words], Field(min_length=1)]
    negative: Pattern
    collectives: Values
    plurals: Values
    collectives_with_de: Words
    plural_determiners: Words
    several: Words
    collective_adjectives: Words
    single_determiners: Words
    partitives: Words
    articles: Words
    article_elisions: Words
    not_article_before: Words
    not_article_after: Words
    endings: Annotated[dict[Word, Words], Field(min_length=1)]
    modifiers: dict[Ruling, ModifierWords]
    article_modifiers: Words
    postposed: Words
    between: Words
    between_link: Word
    dash_links: Words
    word_links: Words
    enumeration_links: tuple[str, ...]
    update_before: Words
    zero_words: Words
    zero: Annotated[tuple[PatternRule, ...], Field(min_length=1)]
    skipped: Words
    shapes: Annotated[tuple[PatternRule, ...], Field(min_length=1)]
    phrases: Annotated[tuple[PatternRule, ...], Field(min_length=1)]
    after: Annotated[tuple[RefusalRule, ...], Field(min_length=1)]
    before: Annotated[tuple[RefusalRule, ...], Field(min_length=1)]
    years: Years
    invariable: Words
    function_words: Words
    new_word: Word
    new_before: Words
    determiners: Words
    ratio_word: Word
    ordinal_pattern: Pattern


def load_numerals(directory: str | None = None) -> Numerals:
    """The layer of quantities.

    Args:
        directory: a folder whose ``quantities.yaml`` replaces the shipped one; None for the shipped one.

    Raises:
        ResourceError: the file is not a valid layer.
    """
    numerals: Numerals = load_yaml(Numerals, "layers/quantities.yaml", directory)
    return numerals
