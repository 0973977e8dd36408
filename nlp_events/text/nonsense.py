"""Figures that make no record, whatever component of a pipeline made them."""

from __future__ import annotations

from collections.abc import Sequence

from nlp_events.text.rings import closing_links
from nlp_events.values import FigureValue

WIDEST = 1_000_000
"""So many times its minimum, a maximum is no range any more but another reading of the same number: «entre 1,1 et 1,4
million» read as 1 to 1 400 000."""


def unsound_bounds(low: float | None, high: float | None) -> str | None:
    """Why two bounds are none of a number of people, «negative» or «spread»; None for sound ones.

    Args:
        low: the least, None where it is open.
        high: the most, None where it is open.
    """
    if any(bound is not None and bound < 0 for bound in (low, high)):
        return "negative"
    if low is None or high is None or low == 0:
        return None
    return None if low <= high < low * WIDEST else "spread"


def nonsense(figures: Sequence[FigureValue]) -> list[tuple[FigureValue, str]]:
    """The figures that make no record, and why.

    Args:
        figures: the figures of one document in text order.

    Returns:
        (figure, reason): «twice» for a key that one before it has, «ring» for one that is part of itself or replaces
        itself by the link that closes the ring, «negative» and «spread» as ``unsound_bounds`` says.
    """
    by_key: dict[str, FigureValue] = {}
    found: list[tuple[FigureValue, str]] = []
    for figure in figures:
        if by_key.setdefault(figure["key"], figure) is not figure:
            found.append((figure, "twice"))
        elif (reason := unsound_bounds(figure["min"], figure["max"])) is not None:
            found.append((figure, reason))
    ringed = dict.fromkeys(key for key, _ in closing_links(by_key))
    return [*found, *((by_key[key], "ring") for key in ringed)]
