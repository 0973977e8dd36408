"""The pieces between characters and quantities: an atom is one word or digit group, a core is one number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

AtomKind = Literal[
    "unit",
    "teen",
    "ten",
    "hundred",
    "thousand",
    "scale",
    "half",
    "collective",
    "plural",
    "several",
    "digits",
    "code",
    "zero",
]
Shape = Literal["digits", "words", "collective", "plural", "several", "article", "zero", "range", "fraction"]


@dataclass(slots=True)
class Atom:
    """One number word or one digit group at ``start:end``."""

    start: int
    end: int
    kind: AtomKind
    value: float


@dataclass(slots=True)
class Core:
    """One number without its modifiers.

    ``low`` and ``high`` are equal but for a range (both bounds) and a vague number (``high`` None). ``multiplier`` is
    the last factor («trois **mille**»), 1 without one; ``plain`` says that the number is digits without separators.
    """

    start: int
    end: int
    low: float
    high: float | None
    shape: Shape
    multiplier: float = 1
    plain: bool = False
    bounded: bool = False
    """«entre» stands before the range and belongs to it."""


@dataclass(slots=True)
class Ruled:
    """A core or another stretch of text that counts nobody, with the reason and the rule that says so."""

    start: int
    end: int
    reason: str
    rule: str


@dataclass(slots=True)
class Judged:
    """A core and what refuses it, None where nothing does."""

    core: Core
    ruled: Ruled | None

    def refuse(self, reason: str, rule: str) -> None:
        """Refuse the core unless it is refused already."""
        if self.ruled is None:
            self.ruled = Ruled(self.core.start, self.core.end, reason, rule)
