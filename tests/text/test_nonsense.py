"""What is never written, whatever component made it."""

from __future__ import annotations

from typing import Any

import pytest

from nlp_events.text.nonsense import nonsense, unsound_bounds


@pytest.mark.parametrize(
    ("low", "high", "reason"),
    [
        (12, 12, None),
        (0, 0, None),
        (None, 40, None),
        (2, None, None),
        (0, 1_000_000, None),
        (3, 5_000, None),
        (1, 999_999, None),
        (1, 1_000_000, "spread"),
        (1.1, 1_400_000, "spread"),
        (40, 12, "spread"),
        (-3, -3, "negative"),
        (None, -1, "negative"),
        (-1, None, "negative"),
    ],
)
def test_bounds_of_people(low: float | None, high: float | None, reason: str | None) -> None:
    assert unsound_bounds(low, high) == reason


def figure(key: str, **changes: Any) -> dict[str, Any]:
    return {"key": key, "min": 4, "max": 4, "part_of": None, "supersedes": None} | changes


def test_each_figure_that_makes_no_record_has_its_reason() -> None:
    told: list[Any] = [
        figure("a", part_of="b"),
        figure("b", supersedes="a"),
        figure("c", min=-2),
        figure("d", part_of="d"),
        figure("e"),
        figure("e"),
    ]
    reasons = [(told.index(one), one["key"], reason) for one, reason in nonsense(told)]
    assert reasons == [(2, "c", "negative"), (4, "e", "twice"), (1, "b", "ring"), (3, "d", "ring")]
