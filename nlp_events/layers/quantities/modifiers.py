"""Modifiers around a number, and the value of the two together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlp_events.layers.quantities.core import Core
from nlp_events.layers.quantities.matching import After, Before, with_endings
from nlp_events.layers.quantities.model import Numerals, Ruling
from nlp_events.values import Modifier, QuantityKind, QuantityValue

_KINDS: dict[str, QuantityKind] = {
    "plural": "vague",
    "several": "vague",
    "article": "article",
    "zero": "zero",
    "range": "range",
    "fraction": "fraction",
}
_MODIFIERS: dict[str, Modifier] = {"plural": "vague", "several": "vague", "collective": "approx", "range": "range"}


class Modifiers:
    """Modifiers around the cores of a text."""

    def __init__(self, numerals: Numerals) -> None:
        rulings = numerals.modifiers.items()
        before = {form: ruling for ruling, words in rulings for form in with_endings(words.before, numerals.endings)}
        self._before = Before(before, wraps=True)
        self._before_article = Before({phrase: before[phrase] for phrase in numerals.article_modifiers})
        forms = {
            form: ruling for ruling, words in rulings for form in with_endings(words.before, numerals.fraction_endings)
        }
        self._before_fraction = Before({**before, **forms})
        self._rulings: dict[str, Ruling] = {form: ruling for ruling, words in rulings for form in words.after}
        self._after = After(self._rulings)
        self._bounds = frozenset((f" {numerals.conjunction} ", *numerals.bound_links))
        functions = "|".join(numerals.function_words)
        words = "|".join(re.escape(word) for word in sorted(numerals.postposed, key=len, reverse=True))
        verbs = "|".join(map(re.escape, numerals.years.plural_verbs))
        ends = "|".join(map(re.escape, numerals.postposed_end))
        partitives = "|".join(map(re.escape, numerals.partitives))
        self._partitive = re.compile(rf" (?:{partitives})")
        self._threshold = numerals.threshold.regex
        self._unreached = numerals.unreached.regex
        noun = rf"(?!(?:{functions}|{words})\b)[^\W\d_]+"
        self._postposed = re.compile(
            rf" (?:{partitives})?{noun}(?:[- ]{noun}){{0,2}}"
            rf"(?: (?P<m>{words})(?![\w'])|, (?P<c>{words})(?=[,.;)\n]|\Z)| (?P<e>{ends})(?=[,.;)]|\Z| (?:{verbs})\b))"
        )

    def apply(self, folded: str, backwards: str, cores: Sequence[Core]) -> list[QuantityValue]:
        """One quantity a core, with the modifiers that touch it.

        Args:
            folded: the folded text.
            backwards: the folded text, reversed.
            cores: the numbers that may count people, in text order.

        Returns:
            The quantities in text order; «au moins 12 et au plus 15» is one range.
        """
        found: list[QuantityValue] = []
        fronts = [self._in_front(backwards, core) for core in cores]
        for number, core in enumerate(cores):
            # The next number begins with its modifier: «40 blessés et plus de 12 morts» are 40, not 40 and more.
            following = fronts[number + 1][0] if number + 1 < len(cores) else len(folded) + 2
            value = self._quantity(folded, core, fronts[number], following)
            if found and value["start"] <= found[-1]["start"]:
                found.pop()  # the «un» of «un maximum de 50»
            both = (
                _bounded(found[-1], value)
                if found and folded[found[-1]["end"] : value["start"]] in self._bounds
                else None
            )
            found[len(found) - (both is not None) :] = [both or value]
        return found

    def _quantity(self, folded: str, core: Core, front: tuple[int, Ruling | None], following: int) -> QuantityValue:
        start, ruling = front
        end, behind = core.end, None
        if ruling in (None, "approx"):
            end, behind = self._behind(folded, core, following)
        elif self._threshold.search(folded, start, core.start) and self._unreached.match(folded, end):
            # «la barre des 50 tués n'a pas été atteinte»
            ruling = "at_most"
        return quantity_value(core, (start, end), behind or ruling)

    def _in_front(self, backwards: str, core: Core) -> tuple[int, Ruling | None]:
        """Up to two modifiers: «au moins environ 30» is at least 30."""
        tables = {"article": self._before_article, "fraction": self._before_fraction}
        table = tables.get(core.shape, self._before)
        start, ruling = core.start, None
        for _ in range(2):
            found = table.match(backwards, start)
            if found is None:
                break
            start, ruling = found[0], found[1] if ruling in (None, "approx") else ruling
        return start, ruling

    def _behind(self, folded: str, core: Core, following: int) -> tuple[int, Ruling | None]:
        """A modifier behind the number or behind what it counts; one before the next number is that one's."""
        if core.shape == "article":
            return core.end, None
        found = self._after.match(folded, core.end)
        counting = core.shape != "collective" and self._partitive.match(folded, found[0]) if found else None
        if found and found[0] + 1 < following and not counting:
            return found
        placed = self._postposed.match(folded, core.end)
        if placed and placed.end() + 1 < following:
            return core.end, self._rulings[placed.group("m") or placed.group("c") or placed.group("e")]
        return core.end, None


def quantity_value(core: Core, span: tuple[int, int], ruling: Ruling | None) -> QuantityValue:
    """The value of a core under a modifier: bounds, both included, None where open."""
    low, high = _whole(core.low), None if core.high is None else _whole(core.high)
    modifier = "range" if core.shape == "fraction" and low != high else _MODIFIERS.get(core.shape, "exact")
    if ruling and modifier != "range" and core.shape not in ("plural", "several", "zero"):
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


def _bounded(left: QuantityValue, right: QuantityValue) -> QuantityValue | None:
    """The range between a lower and an upper bound, or None when the two are no such pair."""
    if {left["modifier"], right["modifier"]} != {"at_least", "at_most"} or left["kind"] != right["kind"]:
        return None
    low = left["min"] if left["min"] is not None else right["min"]
    high = left["max"] if left["max"] is not None else right["max"]
    if low is None or high is None or low >= high:
        return None
    return QuantityValue(
        start=left["start"],
        end=right["end"],
        number_start=left["number_start"],
        number_end=right["number_end"],
        min=low,
        max=high,
        modifier="range",
        kind="range",
        rule="quantity_bounds",
    )


def _whole(value: float) -> float:
    return int(value) if value == int(value) else value


def zero_value(start: int, end: int, rule: str) -> QuantityValue:
    """«aucun», «pas de» and their like."""
    return QuantityValue(
        start=start, end=end, number_start=start, number_end=end, min=0, max=0, modifier="exact", kind="zero", rule=rule
    )
