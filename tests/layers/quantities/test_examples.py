"""Every rule of quantities.yaml fires on its examples and on none of its non-examples."""

from __future__ import annotations

import pytest

from nlp_events.layers.quantities.model import PatternRule, RefusalRule, load_numerals
from nlp_events.layers.quantities.rules import find_quantities

NUMERALS = load_numerals()


def _rules_of(text: str) -> set[str]:
    quantities, refusals = find_quantities(text)
    return {value["rule"] for value in (*quantities, *refusals)}


@pytest.mark.parametrize(
    "rule",
    [*NUMERALS.zero, *NUMERALS.shapes, *NUMERALS.phrases, *NUMERALS.after, *NUMERALS.before],
    ids=lambda rule: rule.id,
)
def test_the_examples_of_a_rule(rule: PatternRule | RefusalRule) -> None:
    for example in rule.examples:
        assert rule.id in _rules_of(example), example
    for example in rule.non_examples:
        assert rule.id not in _rules_of(example), example


@pytest.mark.parametrize("ruling", ["approx", "at_least", "at_most"])
def test_every_modifier_rules_the_number_it_touches(ruling: str) -> None:
    words = NUMERALS.modifiers[ruling]  # type: ignore[index]
    for phrase in words.before:
        (value,) = find_quantities(f"Bilan : {phrase} 240 blessés.")[0]
        assert value["modifier"] == ruling, phrase
    for phrase in words.after:
        (value,) = find_quantities(f"Ils étaient 240 {phrase}, dit-il.")[0]
        assert value["modifier"] == ruling, phrase


@pytest.mark.parametrize("phrase", NUMERALS.update_before)
def test_an_update_is_no_range(phrase: str) -> None:
    assert len(find_quantities(f"Le bilan {phrase} 12 à 15 morts.")[0]) == 2
