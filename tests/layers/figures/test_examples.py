"""The examples of ``figures.yaml`` are tests: every trigger can fire, and does not where it must not."""

from __future__ import annotations

import pytest

from nlp_events.layers.figures.model import Trigger, Veto, load_figures
from nlp_events.layers.figures.rules import find_figures
from nlp_events.layers.quantities.rules import find_quantities

RESOURCES = load_figures()
TRIGGERS = [(trigger, example) for trigger in RESOURCES.triggers for example in trigger.examples]
REFUSED = [(trigger, example) for trigger in RESOURCES.triggers for example in trigger.non_examples]
VETOES = [(veto, example) for veto in RESOURCES.vetoes for example in veto.examples]
ALLOWED = [(veto, example) for veto in RESOURCES.vetoes for example in veto.non_examples]


def rules(text: str) -> list[str]:
    readings, _ = find_figures(text, find_quantities(text)[0])
    return [rule for reading in readings for rule in reading.rules]


@pytest.mark.parametrize(("trigger", "example"), TRIGGERS, ids=lambda value: getattr(value, "id", None))
def test_a_trigger_fires_on_its_examples(trigger: Trigger, example: str) -> None:
    readings, _ = find_figures(example, find_quantities(example)[0])
    assert trigger.impact in [reading.impact for reading in readings]


@pytest.mark.parametrize("trigger", RESOURCES.triggers, ids=lambda trigger: trigger.id)
def test_a_trigger_is_named_as_rule_by_one_of_its_examples(trigger: Trigger) -> None:
    assert any(rule.endswith("/" + trigger.id) for example in trigger.examples for rule in rules(example))


@pytest.mark.parametrize(("trigger", "example"), REFUSED, ids=lambda value: getattr(value, "id", None))
def test_a_trigger_is_silent_on_its_non_examples(trigger: Trigger, example: str) -> None:
    assert not any(rule.endswith("/" + trigger.id) for rule in rules(example))


@pytest.mark.parametrize(("veto", "example"), VETOES, ids=lambda value: getattr(value, "id", None))
def test_a_veto_keeps_its_examples_out(veto: Veto, example: str) -> None:
    readings, refusals = find_figures(example, find_quantities(example)[0])
    assert readings == []
    assert veto.id in [refusal["reason"] for refusal in refusals]


@pytest.mark.parametrize(("veto", "example"), ALLOWED, ids=lambda value: getattr(value, "id", None))
def test_a_veto_lets_its_non_examples_be(veto: Veto, example: str) -> None:
    readings, refusals = find_figures(example, find_quantities(example)[0])
    assert readings
    assert refusals == []
