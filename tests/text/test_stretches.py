"""Stretches of a text, and which of them overlap another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp_events.text.stretches import Stretches

SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda one: (one[0], one[0] + one[1])))


@pytest.mark.parametrize(
    ("start", "end", "over"),
    [(0, 2, []), (0, 3, [0]), (9, 10, [0]), (10, 12, []), (5, 6, [1, 0]), (6, 13, [2, 0]), (15, 20, [])],
)
def test_which_overlap(start: int, end: int, over: list[int]) -> None:
    stretches = Stretches([(2, 10), (4, 6), (12, 15)])
    assert list(stretches.over(start, end)) == over
    assert stretches.is_over(start, end) is bool(over)


def test_of_none_none_overlaps() -> None:
    assert not Stretches(()).is_over(0, 9)
    assert list(Stretches(()).over(0, 9)) == []


@given(SPANS.map(sorted), st.integers(0, 70), st.integers(1, 20))
def test_they_are_those_that_share_a_character(spans: list[tuple[int, int]], start: int, length: int) -> None:
    end = start + length
    expected = [at for at, (first, last) in enumerate(spans) if first < end and start < last]
    assert sorted(Stretches(spans).over(start, end)) == expected
    assert Stretches(spans).is_over(start, end) is bool(expected)
