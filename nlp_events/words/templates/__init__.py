"""The templates that ``nlp-events words init`` writes."""

from __future__ import annotations

from importlib.resources import files

NAMES = ("words.csv", "figures.yaml", "verbs.yaml")
"""The files, the one to begin with first."""


def templates() -> dict[str, str]:
    """Name of a file → its text, all in comments but the heads of tables."""
    return {name: files(__name__).joinpath(name).read_text(encoding="utf-8") for name in NAMES}
