"""What a decision was made by, in the words of an analyst: the table is ``page/facts.yaml``."""

from __future__ import annotations

from functools import lru_cache

from nlp_events.decisions import Reasons
from nlp_events.report.wordings import PAGE
from nlp_events.words.files import yaml_of

NONE = "none"
_LEAST = 0.05
"""What adds less is not told."""


@lru_cache
def _table(slot: str) -> dict[str, str]:
    tables = yaml_of(PAGE / "facts.yaml")
    return {**tables["both"], **tables[slot]}


def fact_wording(fact: str, slot: str) -> str:
    """A fact in words.

    Args:
        fact: as the features of a layer write it («after rank=0 role=locative»).
        slot: what is chosen by it, «place», «date», «source», «cause» or «actor».

    Returns:
        The wordings of its parts, of which the table has the longest; the fact itself where one has none.
    """
    table, words, told = _table(slot), fact.split(" "), []
    while words:
        length, wording = _longest(words, table)
        if not length:
            return fact
        told.append(wording)
        words = words[length:]
    first, *others = dict.fromkeys(told)
    return f"{first} ({', '.join(others)})" if others else first


def _longest(words: list[str], table: dict[str, str]) -> tuple[int, str]:
    """How many of the first words have a wording together, and which; (0, "") where none has."""
    for length in range(len(words), 0, -1):
        if (wording := table.get(" ".join(words[:length]))) is not None:
            return length, wording
        name, equals, value = words[length - 1].rpartition("=")
        any_value = table.get(" ".join([*words[: length - 1], f"{name}=*"])) if equals else None
        if any_value is not None:
            return length, any_value.format(value)
    return 0, ""


def reasons_wording(why: Reasons, slot: str) -> str:
    """A choice in words: «Gao, 0.91: first name after the figure +1.2, locative +1.0; second: Kidal −0.4»."""
    sums: dict[str, float] = {}
    for fact, weight in why.terms:
        wording = fact_wording(fact, slot)
        sums[wording] = sums.get(wording, 0.0) + weight
    terms = ", ".join(f"{wording} {_signed(weight)}" for wording, weight in sums.items() if abs(weight) >= _LEAST)
    second = "" if why.behind is None else f"; second: {why.second or NONE} {_signed(why.behind)}"
    return f"{why.chosen or NONE}, {why.confidence:.2f}{': ' if terms else ''}{terms}{second}"


def _signed(value: float) -> str:
    return f"{value:+.1f}".replace("-", "\u2212")
