"""Whether one count can hold another, on counts made by hand."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from nlp_events.layers.figures.relations import amount, before_determiners, definite, holds, is_larger, larger


def count(low: float | None, high: float | None, kind: str = "number") -> Any:
    return {"min": low, "max": high, "kind": kind}


def reading(low: float | None, high: float | None, kind: str = "number", *, household: bool = False) -> Any:
    return SimpleNamespace(quantity=count(low, high, kind), household=household, item=item(low, high))


def item(low: float | None, high: float | None) -> Any:
    return SimpleNamespace(quantity=count(low, high))


@pytest.mark.parametrize(
    ("whole", "part", "holding", "above"),
    [
        (reading(12, 12), item(3, 3), True, True),
        (reading(12, 12), item(12, 12), True, False),
        (reading(12, 12), item(13, 13), False, False),
        (reading(10, 20), item(15, 15), True, False),
        (reading(10, 20), item(21, 21), False, False),
        (reading(20, None, "vague"), item(8000, 8000), True, True),
        (reading(300, None), item(450, 450), True, True),
        (reading(300, None), item(451, 451), False, True),
        (reading(None, None), item(451, 451), True, True),
        (reading(None, 5), item(6, 6), False, True),
        (reading(None, 5), item(5, 5), True, True),
        (reading(12, 12), item(None, 40), True, True),
    ],
)
def test_a_whole_is_no_smaller_than_its_part(whole: Any, part: Any, holding: bool, above: bool) -> None:
    assert larger(whole, part) is holding
    assert is_larger(whole, part) is above


def test_what_counts_nothing_fits_everywhere() -> None:
    nothing: Any = SimpleNamespace(quantity=None)
    assert larger(reading(1, 1), nothing)
    assert is_larger(reading(1, 1), nothing)
    assert amount(nothing) == 0


@pytest.mark.parametrize(("low", "high", "least"), [(3, 3, 3), (None, 5, 0), (0, 0, 0)])
def test_the_least_a_count_says(low: float | None, high: float, least: float) -> None:
    assert amount(item(low, high)) == least


@pytest.mark.parametrize(("one", "other", "held"), [(False, False, True), (True, True, True), (True, False, False)])
def test_families_hold_families(one: bool, other: bool, held: bool) -> None:
    assert holds(reading(12, 12, household=one), reading(3, 3, household=other)) is held


def context(*words: str) -> Any:
    """A sentence of words, in which «les» and «des» stand before a count."""
    known = SimpleNamespace(
        determiners=("les", "des"), resources=SimpleNamespace(words=SimpleNamespace(definite=("les",)))
    )
    return SimpleNamespace(items=[SimpleNamespace(word=word) for word in words], lexicon=known)


@pytest.mark.parametrize(
    ("words", "at", "before", "is_definite"),
    [
        (("sur", "les", "52"), 2, 0, True),
        (("sur", "des", "les", "52"), 3, 0, True),
        (("cinq", "des", "onze"), 2, 0, False),
        (("les", "onze"), 1, -1, True),
        (("onze",), 0, -1, False),
        (("onze", "les"), 0, -1, False),
    ],
)
def test_what_stands_before_a_count(words: tuple[str, ...], at: int, before: int, is_definite: bool) -> None:
    assert before_determiners(context(*words), at) == before
    assert definite(context(*words), at) is is_definite
