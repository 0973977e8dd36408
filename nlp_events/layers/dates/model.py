"""The layer of date expressions: words with their values, rules over word classes, refusals, holidays."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, ValidationInfo, model_validator

from nlp_events.words.loader import Pattern, Resource, Word, WordList
from nlp_events.words.patterns import Names
from nlp_events.words.store import Words, derived
from nlp_events.words.wordings import Rule, Wording

FILE = "layers/dates.yaml"

Kind = Literal[
    "calendar", "weekday", "day", "period", "offset", "window", "part_of_year", "nth", "week", "decade", "century",
    "holiday", "same", "night", "range", "open", "list", "edge", "rest", "twice",
]  # fmt: skip
"""What a rule means; ``nlp_events.layers.dates.resolution`` holds one function for each."""

Gives = Literal[
    "day", "day_bare", "period", "month", "month_bare", "year", "year_bare", "season", "holiday", "span",
]  # fmt: skip
"""The class under which a rule's result is known to the rules of the next levels («<@month>»)."""

Value = int | str


_PART = re.compile(r"<([a-z_]+)>")


def _written(written: Any, info: ValidationInfo) -> Any:
    """A pattern of a rule in one line: of several one must fit, and a part stands in brackets for its name."""
    lines = [written] if isinstance(written, str) else written
    if info.context is None or not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
        return written
    names: Names = info.context
    return _PART.sub(lambda found: _part(names, found), "|".join(lines))


def _part(names: Names, found: re.Match[str]) -> str:
    part = names.parts.get(found[1])
    return found[0] if part is None else f"({part if isinstance(part, str) else '|'.join(part)})"


DatePattern = Annotated[Word, BeforeValidator(_written)]
"""A pattern of the date rules' own language (see the head of the file)."""
IsoDay = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]


class DateRule(Resource):
    """One rule of the grammar.

    Attributes:
        id: the name every date carries as ``rule``.
        level: a rule builds on the results of the levels below its own (1 to 4).
        kind: what it means.
        pattern: the pattern over words and classes (see the header of the file).
        gives: the class of its result.
        alone: False for a result that counts only inside a rule of a later level («mars» without a preposition).
        options: fixed values beside the slots of the pattern.
        examples: sentence → value of its first date, read as published on ``example_published``.
        non_examples: sentences in which nothing may be found.
    """

    id: Word
    level: Literal[1, 2, 3, 4]
    kind: Kind
    pattern: DatePattern
    gives: Gives
    alone: bool = True
    options: dict[Word, Value] = Field(default_factory=dict)
    examples: Annotated[dict[Word, Word], Field(min_length=1)]
    non_examples: tuple[Word, ...] = ()


class Refusal(Resource):
    """A context in which what looks like a date is none.

    Attributes:
        id: the name.
        rules: the rules it takes back; empty for every rule.
        before: a pattern that must end where the expression begins.
        after: a pattern that must begin where the expression ends.
        inside: a pattern the expression itself matches from its beginning.
        capital: True if the expression must begin with a single capital («Mars», not «MARS»).
        examples: sentences in which nothing may be found.
        non_examples: sentences in which it leaves a date alone.
    """

    id: Word
    rules: tuple[Word, ...] = ()
    before: Pattern | None = None
    after: Pattern | None = None
    inside: Pattern | None = None
    capital: bool = False
    examples: WordList
    non_examples: tuple[Word, ...] = ()

    @model_validator(mode="after")
    def _has_a_pattern(self) -> Refusal:
        if self.before is None and self.after is None and self.inside is None:
            raise ValueError("a refusal needs «before», «after» or «inside»")
        return self


class Holiday(Resource):
    """A named day or season of the year; one of the six ways of telling when.

    Attributes:
        month, day: a fixed day; with ``year`` a single day that is called by its date («le 11-Septembre»).
        easter: days after Easter Sunday (Gregorian).
        nth, weekday, month: the nth (negative: from the end) weekday (1 = Monday) of a month, or the first from
            ``day`` on.
        orthodox: days after Easter Sunday of the Orthodox churches.
        table: the name of a table of first days; ``days`` is then its length, or it ends where another table's feast
            begins, ``until`` («le ramadan»).
        either: the names of tables; the day is the nearest of theirs («l'Aïd» is one of two feasts).
    """

    year: int | None = None
    month: int | None = Field(default=None, ge=1, le=12)
    day: int | None = Field(default=None, ge=1, le=31)
    easter: int | None = None
    orthodox: int | None = None
    nth: int | None = None
    weekday: int | None = Field(default=None, ge=1, le=7)
    table: Word | None = None
    until: Word | None = None
    either: tuple[Word, ...] = ()
    days: int = Field(default=1, ge=1)


class NumericFormat(Rule):
    """A date in digits: named groups ``day``, ``month``, ``year``, ``year2`` or ``first`` and ``last``."""

    gives: Word


class DateResources(Resource):
    """The whole of ``dates.yaml``."""

    example_published: IsoDay
    words: dict[Word, dict[Word, Value]]
    light: WordList
    heads: Wording
    abbreviations: WordList
    slips: dict[Word, int]
    confused: dict[Word, Word]
    scanned: dict[Word, WordList]
    torn: dict[Word, WordList]
    wrapped: WordList
    no_slips: WordList
    glued: WordList
    wraps_before: WordList
    wraps_behind: WordList
    word_continues: Wording
    numbers: dict[Word, int]
    number_link: Word
    ordinals: dict[Word, int]
    ordinal_endings: WordList
    clock: Wording
    decade_digits: Wording
    roman_before: Wording
    numerics: tuple[NumericFormat, ...]
    future: Wording
    future_endings: Wording
    past: Wording
    past_endings: Wording
    past_made: Wording
    past_said: Wording
    past_told: Wording
    of_a_noun: Wording
    sentence_end: Wording
    event_named: Wording
    event_dated: Wording
    event_any: Wording
    harm_of: Wording
    publication: Wording
    date_alone: Wording
    date_ends: Wording
    holidays: dict[Word, Holiday]
    tables: dict[Word, tuple[IsoDay, ...]]
    rules: Annotated[tuple[DateRule, ...], Field(min_length=1)]
    refusals: Annotated[tuple[Refusal, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _names_exist(self) -> DateResources:
        names = [rule.id for rule in self.rules]
        doubles = sorted({name for name in names if names.count(name) > 1})
        if doubles:
            raise ValueError(f"rules with the same id: {', '.join(doubles)}")
        for refusal in self.refusals:
            unknown = sorted(set(refusal.rules) - set(names))
            if unknown:
                raise ValueError(f"refusal {refusal.id} names unknown rules: {', '.join(unknown)}")
        missing = sorted({str(name) for name in self.words.get("holiday", {}).values()} - set(self.holidays))
        if missing:
            raise ValueError(f"holidays without a day: {', '.join(missing)}")
        return self


@derived
def load_dates(words: Words) -> DateResources:
    """The validated date layer, one object a directory.

    Args:
        words: the words and rules.

    Raises:
        ResourceError: the file is wrong; the message names file, key and remedy.
    """
    resources: DateResources = words.resource(DateResources, FILE)
    return resources
