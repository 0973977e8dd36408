"""Several rules in one expression: what is found is what each of them finds, whichever way it is looked for."""

from __future__ import annotations

import pytest

from nlp_events.layers.quantities.matching import Patterns
from nlp_events.layers.quantities.model import PatternRule


def rules(*patterns: str) -> list[PatternRule]:
    made = (f"r{number}" for number in range(len(patterns)))
    return [
        PatternRule(id=name, reason=None, pattern=pattern, examples=["un tiers"])
        for name, pattern in zip(made, patterns, strict=True)
    ]


@pytest.mark.parametrize(
    ("patterns", "found"),
    [
        ((r"\ble (?:tiers|quart)\b", r"\bles quatre chemins\b"), [(0, 8, "r0"), (12, 30, "r1"), (35, 43, "r0")]),
        ((r"\b(?P<one>t)iers\b", r"\b(?P<a>q)u\w*(?P=a)?"), [(3, 8, "r0"), (16, 22, "r1"), (38, 43, "r1")]),
        ((r"\bmoitié\b",), []),
    ],
)
def test_all_that_the_rules_find_from_left_to_right(
    patterns: tuple[str, ...], found: list[tuple[int, int, str]]
) -> None:
    text = "le tiers et les quatre chemins, ou le quart"
    assert [(start, end, rule.id) for start, end, rule in Patterns(rules(*patterns)).search_all(text)] == found
