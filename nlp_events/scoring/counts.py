"""Counts of what was right, and the scores they give."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

FIGURES = "figures"
"""The name of the count of all figures."""


@dataclass
class Tally:
    """How many were right, missed, and found though they are not there."""

    right: int = 0
    missed: int = 0
    extra: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 0 where nothing was."""
        return self.right / max(1, self.right + self.extra)

    @property
    def recall(self) -> float:
        """The share of what is there that was found; 0 where nothing is."""
        return self.right / max(1, self.right + self.missed)

    @property
    def f(self) -> float:
        """The harmonic mean of both; 0 where nothing is there and nothing was found."""
        return 2 * self.right / max(1, 2 * self.right + self.missed + self.extra)


@dataclass
class Share:
    """How many of a number were right."""

    right: int = 0
    of: int = 0

    def add(self, *, right: bool) -> None:
        """Count one."""
        self.right += right
        self.of += 1

    @property
    def share(self) -> float:
        """Between 0 and 1; 0 of nothing is 0."""
        return self.right / max(1, self.of)

    @property
    def interval(self) -> tuple[float, float]:
        """The bounds that hold the true share 95 times in 100 (Wilson); (0, 1) of nothing."""
        if not self.of:
            return 0.0, 1.0
        z, share = 1.96, self.share
        middle = share + z * z / (2 * self.of)
        spread = z * math.sqrt(share * (1 - share) / self.of + z * z / (4 * self.of * self.of))
        scale = 1 + z * z / self.of
        return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)


@dataclass(frozen=True, kw_only=True)
class Difference:
    """Where output and annotation differ.

    ``kind`` is «missed», «extra» or the slot; ``text`` is the figure as written.
    """

    doc_id: str
    kind: str
    text: str
    expected: Any
    found: Any


@dataclass(kw_only=True)
class Scores:
    """The result of a comparison.

    ``tallies`` has one count for all figures, one for each impact («impact:killed») and for each phenomenon that the
    annotated articles name («phenomenon:…»); ``slots`` are counted on figures that are right. ``unanswered`` are the
    articles without a result, whose figures are all missed.
    """

    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    slots: dict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    differences: list[Difference] = field(default_factory=list)
    unanswered: list[str] = field(default_factory=list)
    articles: int = 0

    def to_dict(self) -> dict[str, Any]:
        """The scores as one JSON object, rounded to four places."""
        tallies = {
            name: {"precision": round(one.precision, 4), "recall": round(one.recall, 4), "f": round(one.f, 4)}
            | {"right": one.right, "missed": one.missed, "extra": one.extra}
            for name, one in sorted(self.tallies.items())
        }
        slots = {
            name: {"right": one.right, "of": one.of, "share": round(one.share, 4)}
            for name, one in sorted(self.slots.items())
        }
        return {"articles": self.articles, "unanswered": self.unanswered, "tallies": tallies, "slots": slots}
