"""The quantities of a text as figures need them: ones and nones that are no numerals, the tolls of an update."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlp_events.layers.figures.brought_in import brought_in
from nlp_events.layers.figures.lexicon import Lexicon
from nlp_events.values import QuantityValue

# So many characters before a range are looked at for «le bilan … est passé de».
BEFORE = 140


def completed(text: str, folded: str, quantities: Sequence[QuantityValue], lexicon: Lexicon) -> list[QuantityValue]:
    """The quantities, with «l'un des», «le conducteur» (one) and «n'a pas fait de» (none), «de 12 à 15» cut in two."""
    extra: list[QuantityValue] = list(brought_in(text, folded, lexicon))
    for pattern, value, rule in ((lexicon.single, 1, "one-of"), (lexicon.zero, 0, "zero")):
        for match in pattern.finditer(folded):
            end = match.end() if value == 0 else _one_end(folded, match)
            extra.append(
                {
                    "start": match.start(), "end": end, "number_start": match.start(), "number_end": end,
                    "min": value, "max": value, "modifier": "exact",
                    "kind": "number" if value else "zero", "rule": rule,
                }
            )  # fmt: skip
    taken = [(one["start"], one["end"]) for one in extra]
    counts = [quantity for quantity in quantities if quantity["kind"] != "fraction"]
    others = [q for q in counts if not any(q["start"] < end and start < q["end"] for start, end in taken)]
    numbers = [one for quantity in others for one in _moved(folded, quantity, lexicon)]
    return sorted([*numbers, *extra], key=lambda one: one["start"])


def _one_end(folded: str, match: re.Match[str]) -> int:
    """Where «l'un» ends in «l'un des», and «un seul» in «un seul des»."""
    if match["alone"]:
        return match.end("alone")
    space = folded.find(" ", match.start(), match.end())
    return match.end() if space < 0 else space


def _moved(folded: str, quantity: QuantityValue, lexicon: Lexicon) -> list[QuantityValue]:
    """Both numbers of «révisé à la hausse, de 290 à 321 morts», which read as a range; else the quantity itself."""
    start, end = quantity["number_start"], quantity["number_end"]
    if quantity["modifier"] != "range" or not lexicon.moved.search(folded[max(0, start - BEFORE) : start]):
        return [quantity]
    towards = next((f" {word} " for word in lexicon.resources.words.towards if f" {word} " in folded[start:end]), None)
    if towards is None:
        return [quantity]
    first_end = folded.index(towards, start)
    second = first_end + len(towards)
    return [_exact(quantity, quantity["min"], start, first_end), _exact(quantity, quantity["max"], second, end)]


def _exact(quantity: QuantityValue, value: float | None, start: int, end: int) -> QuantityValue:
    place: QuantityValue = {**quantity, "start": start, "end": end, "number_start": start, "number_end": end}
    return {**place, "min": value, "max": value, "modifier": "exact", "kind": "number"}
