"""Every flag of a rule can fire: without it, an example or a non-example of the rule itself goes wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import pytest

from nlp_events.layers.dates.model import DateRule, load_dates
from nlp_events.layers.dates.model import Refusal as DateRefusal
from nlp_events.layers.dates.rules import DateFinder
from nlp_events.layers.discourse import attributions
from nlp_events.layers.discourse.model import AttributionRule, load_discourse
from nlp_events.layers.quantities import rules as finder
from nlp_events.layers.quantities.model import RefusalRule, load_numerals
from nlp_events.layers.quantities.rules import find_quantities
from nlp_events.layers.sources.rules import attribution_of
from nlp_events.layers.zones.labels import Labels
from nlp_events.layers.zones.lines import Line
from nlp_events.layers.zones.model import Label, load_zones
from nlp_events.text.folding import fold
from nlp_events.words.loader import Resource

NUMERALS, DATES, DISCOURSE, ZONES = load_numerals(), load_dates(), load_discourse(), load_zones()
RuleT = TypeVar("RuleT", bound=Resource)

OFF: dict[str, Any] = {
    "digits": False, "most": None, "unless_noun": False, "before": (), "alone": True, "capital": False,
    "beats": False, "clause": False, "side": "either", "open": False,
}  # fmt: skip


def flags(rules: Iterable[Any], *names: str) -> list[Any]:
    """(rule, flag) of every flag that is set, named «rule-flag»."""
    return [
        pytest.param(rule, name, id=f"{rule.id}-{name}")
        for rule in rules
        for name in names
        if getattr(rule, name) != OFF[name]
    ]


def without(rules: tuple[RuleT, ...], rule: RuleT, flag: str) -> tuple[RuleT, ...]:
    return tuple(rule.model_copy(update={flag: OFF[flag]}) if other is rule else other for other in rules)


def goes_wrong(trials: Iterator[tuple[bool, bool]]) -> bool:
    return any(found is not expected for found, expected in trials)


@pytest.mark.parametrize(
    ("rule", "flag"),
    [
        *flags(NUMERALS.after, "digits", "most", "unless_noun", "before"),
        *flags(NUMERALS.before, "digits", "most", "unless_noun"),
    ],
)
def test_a_refused_number(rule: RefusalRule, flag: str, monkeypatch: pytest.MonkeyPatch) -> None:
    changed = {name: without(getattr(NUMERALS, name), rule, flag) for name in ("after", "before")}
    monkeypatch.setattr(finder, "load_numerals", lambda _: NUMERALS.model_copy(update=changed))
    find = finder.QuantityFinder()

    def fires(text: str) -> bool:
        return rule.id in {value["rule"] for found in find(text) for value in found}

    trials = [*((fires(text), True) for text in rule.examples), *((fires(text), False) for text in rule.non_examples)]
    assert goes_wrong(iter(trials))


@pytest.mark.parametrize(("rule", "flag"), flags(DATES.rules, "alone"))
def test_a_date(rule: DateRule, flag: str) -> None:
    find = DateFinder(DATES.model_copy(update={"rules": without(DATES.rules, rule, flag)})).find
    published = DATES.example_published
    wrong = [[date["value"] for date in find(text, published)][:1] != [value] for text, value in rule.examples.items()]
    assert any(wrong) or any(find(text, published) for text in rule.non_examples)


@pytest.mark.parametrize(("rule", "flag"), flags(DATES.refusals, "capital"))
def test_a_refused_date(rule: DateRefusal, flag: str) -> None:
    find = DateFinder(DATES.model_copy(update={"refusals": without(DATES.refusals, rule, flag)})).find
    published = DATES.example_published
    assert any(find(text, published) for text in rule.examples) or any(
        not find(text, published) for text in rule.non_examples
    )


def credited(text: str) -> tuple[list[str], list[str | None]]:
    """The rules of a sentence's attributions, and the speaker of each of its numbers."""
    folded = fold(text)
    found = [one for one in attributions.find_attributions(folded, 0, len(text)) if one["kind"] == "attribution"]
    owners = [attribution_of(folded, found, value["start"], value["end"]) for value in find_quantities(text)[0]]
    return sorted(one["rule"] for one in found), [one and text[slice(*one["parts"]["speaker"])] for one in owners]


@pytest.mark.parametrize(("rule", "flag"), flags(DISCOURSE.attributions, "beats", "clause", "side"))
def test_an_attribution(rule: AttributionRule, flag: str, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = (*rule.examples, *rule.non_examples)
    before = [credited(text) for text in texts]
    patched = DISCOURSE.model_copy(update={"attributions": without(DISCOURSE.attributions, rule, flag)})
    monkeypatch.setattr(attributions, "load_discourse", lambda _: patched)
    assert [credited(text) for text in texts] != before


@pytest.mark.parametrize(("rule", "flag"), flags(ZONES.labels, "open"))
def test_a_label_before_a_headline(rule: Label, flag: str) -> None:
    headline = f"{rule.words[0].capitalize()} la crue du fleuve"
    line = Line(0, len(headline), headline, fold(headline), bulleted=False, after_blank=False)
    assert Labels(ZONES).opens(line)
    assert not Labels(ZONES.model_copy(update={"labels": without(ZONES.labels, rule, flag)})).opens(line)
