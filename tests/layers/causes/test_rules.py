"""What kind of happening it was."""

from __future__ import annotations

import pytest

from nlp_events.layers.causes.model import CauseRule, load_causes
from nlp_events.layers.causes.rules import find_causes
from nlp_events.text.folding import fold

RULES = load_causes().causes


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_fires_on_its_examples(rule: CauseRule) -> None:
    for example in rule.examples:
        assert rule.id in {cue.rule for cue in find_causes(fold(example))}


def test_cues_stand_in_the_order_of_the_text() -> None:
    text = "une crue, un séisme, une crue"
    assert [(one.start, one.end, one.cause) for one in find_causes(text)] == [
        (4, 8, "flood"), (13, 19, "earthquake"), (25, 29, "flood"),
    ]  # fmt: skip


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_no_rule_fires_on_its_non_examples(rule: CauseRule) -> None:
    for example in rule.non_examples:
        assert rule.id not in {cue.rule for cue in find_causes(fold(example))}


def test_what_turns_a_rule_is_a_rule() -> None:
    assert {rule.turned_by for rule in RULES if rule.turned_by} <= {rule.id for rule in RULES}
