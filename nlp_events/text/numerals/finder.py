"""The quantities of a text, and the numbers that were refused."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TypeVar

from nlp_events.resources.numerals import Numerals, Ruling, load_numerals
from nlp_events.text.folding import fold
from nlp_events.text.numerals.core import Core, Ruled
from nlp_events.text.numerals.grammar import Grammar
from nlp_events.text.numerals.lexer import Lexer
from nlp_events.text.numerals.matching import After, Before, Patterns, with_elision
from nlp_events.text.numerals.ranges import Ranges
from nlp_events.text.numerals.refusals import Refuser
from nlp_events.values import Modifier, QuantityKind, QuantityValue, Refusal

Value = TypeVar("Value", QuantityValue, Refusal)

_KINDS: dict[str, QuantityKind] = {
    "plural": "vague",
    "several": "vague",
    "article": "article",
    "zero": "zero",
    "range": "range",
}
_MODIFIERS: dict[str, Modifier] = {"plural": "vague", "several": "vague", "collective": "approx", "range": "range"}


class QuantityFinder:
    """Finds quantities with one set of language resources.

    Args:
        resources: a folder whose ``numerals.yaml`` replaces the shipped one; None for the shipped one.

    Raises:
        ResourceError: the folder's file is not valid.
    """

    def __init__(self, resources: str | None = None) -> None:
        numerals = load_numerals(resources)
        self._lexer = Lexer(numerals)
        self._grammar = Grammar(numerals)
        self._ranges = Ranges(numerals)
        self._refuser = Refuser(numerals)
        self._articles = _Articles(numerals)
        self._modifiers = _Modifiers(numerals)
        self._zero = Patterns(numerals.zero)
        self._phrases = Patterns(numerals.phrases)
        self._links = frozenset(numerals.enumeration_links)

    def __call__(self, text: str) -> tuple[list[QuantityValue], list[Refusal]]:
        """Find the quantities of a text.

        Args:
            text: any text.

        Returns:
            The quantities and the refused numbers, each in text order, none overlapping another of its list.
        """
        folded = fold(text)
        backwards = folded[::-1]
        atoms = self._lexer.atoms(folded)
        zeros = self._zero.search_all(folded)
        phrases = self._phrases.search_all(folded)
        cores = self._grammar.cores(text, folded, backwards, [atom for atom in atoms if atom.kind != "code"])
        taken = [(start, end) for start, end, _ in (*zeros, *phrases)]
        kept, refused = self._judge(text, folded, backwards, _outside(cores, sorted(taken)))
        quantities = [
            *self._modifiers.apply(folded, backwards, kept),
            *(_zero_value(start, end, rule.id) for start, end, rule in zeros),
        ]
        refusals = [
            *refused,
            *(Ruled(start, end, rule.reason or "fraction", rule.id) for start, end, rule in phrases),
            *(Ruled(atom.start, atom.end, "code", "letter_before") for atom in atoms if atom.kind == "code"),
        ]
        return _without_overlap(quantities), _without_overlap(map(_refusal, refusals))

    def _judge(self, text: str, folded: str, backwards: str, cores: list[Core]) -> tuple[list[Core], list[Ruled]]:
        """Join ranges and sort the cores into those that may count people and those that do not."""
        judged: list[tuple[Core, Ruled | None]] = []
        index, free_from = 0, 0
        while index < len(cores):
            core = cores[index]
            index += 1
            if core.start < free_from:
                continue
            ruled = self._refuser.shape(folded, core)
            if ruled is None:
                core, index = self._joined(folded, backwards, cores, core, index)
                ruled = self._refuser.context(text, folded, backwards, core)
            if core.shape == "article" and ruled is None and self._articles.is_none(folded, backwards, core):
                continue
            judged.append((core, ruled))
            free_from = max(core.end, ruled.end if ruled else 0)
        return self._linked(folded, backwards, judged)

    def _joined(self, folded: str, backwards: str, cores: list[Core], core: Core, index: int) -> tuple[Core, int]:
        if index < len(cores) and self._refuser.shape(folded, cores[index]) is None:
            ranged = self._ranges.join(folded, backwards, core, cores[index])
            if ranged is not None:
                return ranged, index + 1
        return core, index

    def _linked(
        self, folded: str, backwards: str, judged: list[tuple[Core, Ruled | None]]
    ) -> tuple[list[Core], list[Ruled]]:
        """Carry a refusal back over an enumeration, and refuse scores and shares."""
        kept: list[Core] = []
        refused: list[Ruled] = []
        following: tuple[Core, Ruled | None] | None = None
        for core, ruled in reversed(judged):
            verdict = ruled or (following and self._by_following(folded, backwards, core, *following)) or None
            previous_is_whole = (
                following is not None and following[1] is None and self._refuser.is_share(folded, core, following[0])
            )
            if previous_is_whole and following is not None and kept:
                kept.pop()
                refused.append(Ruled(following[0].start, following[0].end, "fraction", "share_whole"))
                if _is_rate(core, following[0]):
                    verdict = Ruled(core.start, core.end, "fraction", "share_rate")
            if verdict is None:
                kept.append(core)
            else:
                refused.append(verdict)
            following = (core, verdict)
        return kept[::-1], refused[::-1]

    def _by_following(self, folded: str, backwards: str, core: Core, after: Core, ruled: Ruled | None) -> Ruled | None:
        if core.shape in ("article", "several") or after.start - core.end > 8:
            return None
        gap = folded[core.end : after.start]
        if (
            ruled is not None
            and gap in self._links
            and ruled.reason not in ("code", "rank", "list_number", "adjective")
        ):
            return Ruled(core.start, core.end, ruled.reason, ruled.rule)
        if ruled is not None and ruled.rule == "score_pair":
            return None
        if ruled is None and self._ranges.is_score(folded, core, after) and not self._ranges.is_update(backwards, core):
            return Ruled(core.start, core.end, "score", "score_pair")
        return None


class _Articles:
    """Which «un» and «une» are no article before a noun."""

    def __init__(self, numerals: Numerals) -> None:
        self._elisions = Before({f"{letters}'": True for letters in numerals.article_elisions})
        self._before = Before(dict.fromkeys(numerals.not_article_before, True))
        self._after = After(dict.fromkeys(numerals.not_article_after, True))

    def is_none(self, folded: str, backwards: str, core: Core) -> bool:
        """«l'un», «un peu», «une fois», «un à un», «la une»."""
        if folded[core.start - 1 : core.start] == "'" and not self._elisions.match(backwards, core.start):
            return True
        return bool(self._before.match(backwards, core.start) or self._after.match(folded, core.end))


class _Modifiers:
    """Modifiers around the cores of a text."""

    def __init__(self, numerals: Numerals) -> None:
        rulings = numerals.modifiers.items()
        self._before = Before({form: ruling for ruling, words in rulings for form in with_elision(words.before)})
        after: dict[str, Ruling] = {form: ruling for ruling, words in rulings for form in words.after}
        self._after = After(after)
        functions = "|".join(numerals.function_words)
        words = "|".join(re.escape(word) for word in sorted(numerals.postposed, key=len, reverse=True))
        partitives = "|".join(map(re.escape, numerals.partitives))
        self._postposed = re.compile(
            rf" (?:{partitives})?(?!(?:{functions})\b)[^\W\d_]+(?:[- ](?!(?:{functions}|{words})\b)[^\W\d_]+){{0,2}} (?P<m>{words})(?![\w'])"
        )
        self._rulings = after

    def apply(self, folded: str, backwards: str, cores: list[Core]) -> Iterable[QuantityValue]:
        """One quantity a core, with the modifiers that touch it."""
        for number, core in enumerate(cores):
            following = cores[number + 1].start if number + 1 < len(cores) else len(folded)
            yield self._quantity(folded, backwards, core, following)

    def _quantity(self, folded: str, backwards: str, core: Core, following: int) -> QuantityValue:
        start, end, ruling = core.start, core.end, None
        for _ in range(2):
            found = self._before.match(backwards, start)
            if found:
                start, ruling = found[0], found[1] if ruling in (None, "approx") else ruling
        if ruling is None:
            end, ruling = self._behind(folded, core, following)
        return _value(core, (start, end), ruling)

    def _behind(self, folded: str, core: Core, following: int) -> tuple[int, Ruling | None]:
        found = self._after.match(folded, core.end)
        if found and found[0] + 1 < following:
            return found
        if core.shape == "article":
            return core.end, None
        placed = self._postposed.match(folded, core.end)
        if placed and placed.end() + 1 < following:
            return core.end, self._rulings.get(placed.group("m"))
        return core.end, None


def _value(core: Core, span: tuple[int, int], ruling: Ruling | None) -> QuantityValue:
    low, high = _whole(core.low), None if core.high is None else _whole(core.high)
    modifier = _MODIFIERS.get(core.shape, "exact")
    if ruling and core.shape not in ("plural", "several", "range"):
        modifier = ruling
    minimum = None if modifier == "at_most" else low
    maximum = None if modifier == "at_least" else high
    kind = _KINDS.get(core.shape, "number")
    return QuantityValue(
        start=span[0],
        end=span[1],
        number_start=core.start,
        number_end=core.end,
        min=minimum,
        max=maximum,
        modifier=modifier,
        kind="number" if kind == "article" and ruling else kind,
        rule=f"quantity_{core.shape}" + (f"_{ruling}" if ruling else ""),
    )


def _whole(value: float) -> float:
    return int(value) if value == int(value) else value


def _zero_value(start: int, end: int, rule: str) -> QuantityValue:
    return QuantityValue(
        start=start, end=end, number_start=start, number_end=end, min=0, max=0, modifier="exact", kind="zero", rule=rule
    )


def _is_rate(part: Core, whole: Core) -> bool:
    return part.low < 10 and (whole.low <= 10 or whole.low in (100, 1000))


def _refusal(ruled: Ruled) -> Refusal:
    return Refusal(start=ruled.start, end=ruled.end, reason=ruled.reason, rule=ruled.rule)


def _outside(cores: list[Core], taken: list[tuple[int, int]]) -> list[Core]:
    """The cores that touch none of the stretches already taken; both lists are in order."""
    free: list[Core] = []
    position = 0
    for core in cores:
        while position < len(taken) and taken[position][1] <= core.start:
            position += 1
        if position == len(taken) or taken[position][0] >= core.end:
            free.append(core)
    return free


def _without_overlap(values: Iterable[Value]) -> list[Value]:
    ordered = sorted(values, key=lambda value: (value["start"], -value["end"]))
    result: list[Value] = []
    for value in ordered:
        if not result or value["start"] >= result[-1]["end"]:
            result.append(value)
    return result


@lru_cache(maxsize=8)
def _finder(resources: str | None) -> QuantityFinder:
    return QuantityFinder(resources)


def find_quantities(text: str, resources: str | None = None) -> tuple[list[QuantityValue], list[Refusal]]:
    """The quantities of a text and the numbers that count nobody.

    Args:
        text: any text.
        resources: a folder whose ``numerals.yaml`` replaces the shipped one; None for the shipped one.

    Returns:
        The quantities and the refused numbers, each in text order, none overlapping another of its list.

    Raises:
        ResourceError: the folder's file is not valid.
    """
    return _finder(resources)(text)
