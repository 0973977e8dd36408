"""Numbers that count nobody: years, ages, times, prices, distances, roads, ranks … each with its rule."""

from __future__ import annotations

import re

from nlp_events.layers.quantities.core import Core, Ruled
from nlp_events.layers.quantities.matching import After, Before, Patterns
from nlp_events.layers.quantities.model import Numerals, RefusalRule

_CODE = re.compile(r"(?<!\w)[A-ZÉ]{1,3}[ -]?$")
_NAME = 32
"""Characters before a number that a name and its preposition may fill («à Delmas 32»)."""
_LONGEST_PLACE = 6
_COUNTED = 1000
"""A decimal below it that stands before a word counts nobody («4,8 selon l'institut»)."""
_STARTS = ("", ".", "!", "?", "\n")
_CLAUSE = ("", ",", ".", ";", ":", "\n", "«", '"')


class Refuser:
    """Decides for one core whether it counts nobody."""

    def __init__(self, numerals: Numerals) -> None:
        self._shapes = Patterns(numerals.shapes)
        self._after = After(_by_word(numerals.after), numerals.partitives, numerals.skipped)
        self._before = Before(_by_word(numerals.before))
        self._also_before = {
            rule.id: Before(dict.fromkeys(rule.before, True)) for rule in numerals.after if rule.before
        }
        self._years = numerals.years
        self._year_before = Before(dict.fromkeys(numerals.years.before, True))
        self._plural_verb = re.compile(rf" (?:{'|'.join(map(re.escape, numerals.years.plural_verbs))})\b")
        self._ordinal = numerals.ordinal.regex
        self._share_link = f" {numerals.ratio_word} "
        self._ratio = re.compile(rf"(?: [^\W\d_]+){{0,2}} {numerals.ratio_word} ")
        others = "|".join((*numerals.function_words, *numerals.several, *numerals.plurals, *numerals.units))
        invariable = "|".join(map(re.escape, numerals.invariable))
        self._year_never = Before(dict.fromkeys(numerals.years.never_before, True))
        self._plural_noun = re.compile(
            rf" {{1,2}}(?:(?:{invariable})\b|(?!(?:{others})\b)[^\W\d_]+(?:-[^\W\d_]+)*[sx]\b)"
        )
        self._glued_noun = re.compile(r"[^\W\d_]{4,}s\b")
        self._new = numerals.new_word
        self._new_before = Before(dict.fromkeys(numerals.new_before, True))
        determiners = "|".join(map(re.escape, numerals.determiners))
        self._new_noun = re.compile(rf"(?:\A|\W)(?:{determiners})(?:(?<=')| )(?!(?:{others})\b)[^\W\d_]+ $")
        self._place_ends = tuple(f" {word} " for word in numerals.name_before)
        calm = "|".join(word for word in numerals.function_words if word not in numerals.years.plural_verbs)
        self._function = re.compile(rf" (?:{calm})\b")
        self._word = re.compile(r" [^\W\d_]")

    def shape(self, folded: str, core: Core) -> Ruled | None:
        """A refusal by the look of the digits themselves («14 h 30», «12/03/2016», «12e»)."""
        if core.shape not in ("digits", "zero"):
            return None
        found = self._shapes.match(folded, _first_digit(folded, core))
        if found is None:
            return None
        start, end, rule = found
        return Ruled(start, max(end, core.end if end > core.end else end), rule.reason or "code", rule.id)

    def context(self, text: str, folded: str, backwards: str, core: Core) -> Ruled | None:
        """A refusal by what stands beside the number."""
        return (
            self._ordinal_word(folded, core)
            or self._by_after(folded, backwards, core)
            or self._by_before(folded, backwards, core)
            or self._year(folded, backwards, core)
            or self._model(text, folded, core)
            or self._adjective(folded, backwards, core)
            or self._compound(folded, core)
        )

    def is_share(self, folded: str, previous: Core, core: Core) -> bool:
        """«19 voix **sur 27**»: the second number is what the first is a share of."""
        gap = folded[previous.end : core.start]
        if core.shape == "article" or (previous.high is not None and previous.low > core.low):
            return False
        return len(gap) <= 40 and self._ratio.fullmatch(gap) is not None

    def is_counting(self, folded: str, core: Core) -> bool:
        """«un débat sur **trois projets**»: what is counted follows the number."""
        return self._plural_noun.match(folded, core.end) is not None

    def is_share_alone(self, folded: str, previous: Core, core: Core) -> bool:
        """«un **sur** trois», with no noun between."""
        return folded[previous.end : core.start] == self._share_link

    def _ordinal_word(self, folded: str, core: Core) -> Ruled | None:
        if core.shape == "article" and folded[core.end : core.end + 1] != "-":
            return None  # «un troisième soldat» is one soldier
        found = self._ordinal.match(folded, core.end)
        return Ruled(core.start, found.end(), "rank", "ordinal_word") if found else None

    def _by_after(self, folded: str, backwards: str, core: Core) -> Ruled | None:
        found = self._after.match(folded, core.end)
        if found is None:
            return None
        end, rules = found
        for rule in rules:
            before = self._also_before.get(rule.id)
            if _fits(rule, core) and (before is None or before.match(backwards, core.start)):
                return Ruled(core.start, end, rule.reason, rule.id)
        return None

    def _by_before(self, folded: str, backwards: str, core: Core) -> Ruled | None:
        if core.shape not in ("digits", "words", "range"):
            return None
        found = self._before.match(backwards, core.start)
        if found is None:
            return None
        for rule in found[1]:
            if _fits(rule, core) and not (rule.unless_noun and self._plural_noun.match(folded, core.end)):
                return Ruled(core.start, core.end, rule.reason, rule.id)
        return None

    def _year(self, folded: str, backwards: str, core: Core) -> Ruled | None:
        high = core.high or core.low
        if not core.plain or core.low < 1000 or high > self._years.last or core.low % 1:
            return None
        if self._year_never.match(backwards, core.start) or self._is_subject(folded, core):
            return None
        noun = self._plural_noun.match(folded, core.end) is not None
        named = self._year_before.match(backwards, core.start) is not None
        modern = core.low >= self._years.first
        if (modern and (named or not noun)) or (named and not noun):
            return Ruled(core.start, core.end, "year", "year")
        return None

    def _is_subject(self, folded: str, core: Core) -> bool:
        """«…, 1900 sont morts»: a count that begins a clause."""
        before = folded[max(0, core.start - 3) : core.start].rstrip(" ")
        return before[-1:] in _CLAUSE and self._plural_verb.match(folded, core.end) is not None

    def _model(self, text: str, folded: str, core: Core) -> Ruled | None:
        glued = folded[core.end : core.end + 1]
        if (
            core.shape == "digits"
            and (glued.isalpha() or glued == "_")
            and not self._glued_noun.match(folded, core.end)
        ):
            return Ruled(core.start, core.end, "code", "letter_after")
        plain = core.plain and core.shape == "digits"
        if plain and core.low < _COUNTED and self._is_part_of_a_name(text, folded, core):
            return Ruled(core.start, core.end, "name", "named_place")
        if (
            plain
            and _CODE.search(text[max(0, core.start - 6) : core.start])
            and not self._plural_noun.match(folded, core.end)
        ):
            return Ruled(core.start, core.end, "code", "capitals_before")
        return None

    def _is_part_of_a_name(self, text: str, folded: str, core: Core) -> bool:
        """«à Delmas 32»: behind a name with its preposition, and with nothing that it could count."""
        begin = text.rfind(" ", max(0, core.start - _NAME), max(0, core.start - 1)) + 1
        named = text[core.start - 1 : core.start] == " " and text[begin].isupper() and text[core.start - 2].islower()
        first = folded[max(0, begin - 2) : begin].rstrip(" ")[-1:] in _STARTS
        if first and named and self._function.match(folded, core.end):
            return True  # «Delmas 32 est bloquée»
        if not named or not f" {text[max(0, begin - _LONGEST_PLACE) : begin]}".lower().endswith(self._place_ends):
            return False
        return not self._word.match(folded, core.end) or self._function.match(folded, core.end) is not None

    def _compound(self, folded: str, core: Core) -> Ruled | None:
        """«Deux-Sèvres», «trois-mâts»; «4,8 selon l'institut» counts nobody either."""
        behind = folded[core.end : core.end + 1] == "-" and folded[core.end + 1 : core.end + 2].isalpha()
        in_front = (
            folded[max(0, core.start - 1) : core.start] == "-" and folded[core.start - 2 : core.start - 1].isalpha()
        )
        if behind or (in_front and core.shape != "digits"):
            return Ruled(core.start, core.end, "name", "compound_name")
        if core.low % 1 and core.low < _COUNTED and core.shape == "digits" and self._word.match(folded, core.end):
            return Ruled(core.start, core.end, "decimal", "decimal_number")
        return None

    def _adjective(self, folded: str, backwards: str, core: Core) -> Ruled | None:
        if folded[core.start : core.end] != self._new or self._word.match(folded, core.end):
            return None
        named = self._new_before.match(backwards, core.start)
        if named or self._new_noun.search(folded[max(0, core.start - 40) : core.start]):
            return Ruled(core.start, core.end, "adjective", "adjective_new")
        return None


def _first_digit(folded: str, core: Core) -> int:
    """The start of a number without its minus."""
    if core.low >= 0:
        return core.start
    return core.start + 1 + (folded[core.start + 1] == " ")


def _fits(rule: RefusalRule, core: Core) -> bool:
    if rule.digits and not (core.plain or core.shape == "digits" or (core.shape == "range" and core.plain)):
        return False
    return rule.most is None or (core.low <= rule.most and (core.high or core.low) <= rule.most)


def _by_word(rules: tuple[RefusalRule, ...]) -> dict[str, list[RefusalRule]]:
    table: dict[str, list[RefusalRule]] = {}
    for rule in rules:
        for word in rule.words:
            table.setdefault(word, []).append(rule)
    return table
