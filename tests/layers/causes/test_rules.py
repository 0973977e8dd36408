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
