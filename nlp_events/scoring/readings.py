"""The readings that annotated figures allow, and figures paired with the records that were found.

An annotated figure has the fields of a record and an «id»; «<field>_also» lists other values that are as right, and
«optional» says that it counts neither way.
"""

from __future__ import annotations

import itertools
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from nlp_events.scoring.model import load_scoring
from nlp_events.values import Event

Gold = dict[str, Any]
"""An annotated figure, as its JSON object."""

Key = tuple[Any, ...]
"""(impact, min, max, unit): what makes a figure right."""


@dataclass(frozen=True)
class Pairing:
    """Figures and records one to one, figures that no record has, and records that no figure has."""

    pairs: list[tuple[Gold, Event]]
    missed: list[Gold]
    extra: list[Event]


def key_of(event: Event) -> Key:
    """What of a record must be right."""
    return event.impact, event.min, event.max, event.unit


def accepted(gold: Gold, field: str) -> list[Any]:
    """Every value of a field that is right."""
    return [gold.get(field), *gold.get(f"{field}_also", ())]


def accepted_keys(gold: Gold) -> set[Key]:
    """Every key that is right for an annotated figure."""
    units = [unit or "person" for unit in accepted(gold, "unit")]
    keys = set(itertools.product(accepted(gold, "impact"), accepted(gold, "min"), accepted(gold, "max"), units))
    number = gold["max"] if gold.get("min") is None else gold["min"]
    bounds = {"exact": (number, number), "approx": (number, number), "at_least": (number, None)}
    bounds["at_most"] = (None, number)
    for modifier in gold.get("modifier_also", ()):
        if modifier in bounds:
            keys |= {(impact, *bounds[modifier], unit) for impact, _, _, unit in keys}
    return keys


def pair(golds: Sequence[Gold], events: Sequence[Event]) -> Pairing:
    """Pair figures and records: the same stretch of text first, then anywhere.

    What is optional, and a record that says a paired figure again, counts neither way.
    """
    left = list(events)
    missed = [gold for gold in golds if not gold.get("optional")]
    spare = [gold for gold in golds if gold.get("optional")]
    pairs: list[tuple[Gold, Event]] = []
    for on_the_spot in (True, False):
        for gold in list(missed):
            hit = _hit(gold, left, on_the_spot=on_the_spot)
            if hit is not None:
                missed.remove(gold)
                left.remove(hit)
                pairs.append((gold, hit))
    known = {key for gold in [*(gold for gold, _ in pairs), *spare] for key in accepted_keys(gold)}
    extra = [one for one in left if key_of(one) not in known and not any(overlap(gold, one) for gold in spare)]
    return Pairing(pairs, missed, extra)


def _hit(gold: Gold, events: Sequence[Event], *, on_the_spot: bool) -> Event | None:
    keys = accepted_keys(gold)
    return next((one for one in events if key_of(one) in keys and (overlap(gold, one) or not on_the_spot)), None)


def overlap(gold: Gold, event: Event) -> bool:
    """Whether a figure and a record share a character."""
    return bool(gold["start"] < event.end and event.start < gold["end"])


def same_name(first: str | None, second: str | None) -> bool:
    """Whether two names of a place or a source share enough of their words; None only equals None."""
    if not first or not second:
        return not first and not second
    mine, other = words_of(first), words_of(second)
    common = sum((Counter(mine) & Counter(other)).values())
    return 2 * common >= load_scoring().least_share * (len(mine) + len(other))


@lru_cache(maxsize=4096)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name that count, without accents and capitals."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(char if char.isalnum() else " " for char in plain if not unicodedata.combining(char))
    return tuple(word for word in letters.split() if word not in load_scoring().small_words)
