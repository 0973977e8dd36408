"""Every flag of a rule is needed: without it, an example of that rule fails, or a non-example gives a figure."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from nlp_events.layers.certainty.model import load_certainty
from nlp_events.layers.certainty.rules import Claim, judge
from nlp_events.layers.figures.flow import flow_of
from nlp_events.layers.figures.lexicon import load_lexicon
from nlp_events.layers.figures.model import Trigger, load_figures
from nlp_events.layers.figures.rules import find_figures
from nlp_events.layers.quantities.rules import find_quantities
from nlp_events.text.discourse import Discourse
from nlp_events.text.folding import fold

TRIGGERS = {trigger.id: trigger for trigger in load_figures().triggers}
LEXICON = load_lexicon()
OFF: dict[str, object] = {"strict": False, "active": False, "context": None, "only": (), "overridden_by": ()}
FLAGS = [(one.id, flag) for one in TRIGGERS.values() for flag, off in OFF.items() if getattr(one, flag) != off]
# What a trigger says of displacement, by a sentence that without its flag would say the other.
FLOWS = [
    ("displaced-movements", "flow", "Depuis les combats, le camp compte toujours 300 arrivants.", "flow"),
    ("returned-movements", "flow", "Depuis le cessez-le-feu, le district compte toujours 4 200 retours.", "flow"),
    ("displaced-living", "flow", "Trois cents villageois sont hébergés dans une école.", "stock"),
    ("displaced-living-told", "flow", "Depuis les combats, 700 familles sont sous des bâches.", "stock"),
    ("refugee-host", "flow", "La commune accueille 900 familles venues du Burundi.", "stock"),
    ("refugee-hosted-abroad", "flow", "Depuis le début de la guerre, le Liban accueille 900 000 Syriens.", "stock"),
    ("displaced-host", "flow", "L'école abrite 600 personnes chassées par les combats.", "stock"),
    ("displaced-shelter", "flow", "Deux collèges servent d'abri à 80 ménages.", "stock"),
    ("displaced-verb", "stative", "Quelque 4 500 villageois étaient déplacés.", "stock"),
]


def holds(trigger: Trigger) -> bool:
    """Whether the trigger is named by an example, its impact by each of them, and no non-example names it."""
    told = [find_figures(example, find_quantities(example)[0])[0] for example in trigger.examples]
    named = any(rule.endswith(f"/{trigger.id}") for found in told for one in found for rule in one.rules)
    return (
        named
        and all(any(one.impact == trigger.impact for one in found) for found in told)
        and not any(fires(trigger, text) for text in trigger.non_examples)
    )


def fires(trigger: Trigger, text: str) -> bool:
    readings, _ = find_figures(text, find_quantities(text)[0])
    return any(rule.endswith(f"/{trigger.id}") for one in readings for rule in one.rules)


def flow(text: str) -> str | None:
    readings, _ = find_figures(text, find_quantities(text)[0])
    return flow_of(readings[0], fold(text), LEXICON)


@pytest.fixture
def turn_off(monkeypatch: pytest.MonkeyPatch) -> Callable[[object, str, object], None]:
    """Sets a flag of a loaded rule for one test: they are frozen, and their tables too slow to make anew."""

    def turn(rule: object, flag: str, off: object) -> None:
        monkeypatch.setitem(vars(rule), flag, off)

    return turn


@pytest.mark.parametrize(("name", "flag"), FLAGS)
def test_a_trigger_needs_its_flag(name: str, flag: str, turn_off: Callable[[object, str, object], None]) -> None:
    trigger = TRIGGERS[name]
    assert holds(trigger)
    turn_off(trigger, flag, OFF[flag])
    assert not holds(trigger)


@pytest.mark.parametrize("name", [one.id for one in TRIGGERS.values() if one.tail is not None])
def test_a_trigger_needs_its_tail(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(LEXICON.tails, name)
    monkeypatch.setitem(vars(TRIGGERS[name]), "tail", None)
    assert not holds(TRIGGERS[name])


def test_every_flow_has_its_sentence() -> None:
    flowing = {one.id for one in TRIGGERS.values() if one.flow is not None or one.stative}
    assert flowing == {name for name, *_ in FLOWS}


@pytest.mark.parametrize(("name", "flag", "text", "expected"), FLOWS)
def test_a_trigger_needs_its_flow(
    name: str, flag: str, text: str, expected: str, turn_off: Callable[[object, str, object], None]
) -> None:
    assert flow(text) == expected
    turn_off(TRIGGERS[name], flag, None)
    assert flow(text) != expected


def test_a_fear_behind_a_figure_needs_a_verb_of_doubt(turn_off: Callable[[object, str, object], None]) -> None:
    rules = {rule.id: rule for rule in load_certainty().rules}
    assert [name for name, rule in rules.items() if rule.needs is not None] == ["fear-after"]
    text = "douze migrants ont péri vendredi, craint l'oim."
    claim = Claim(sentence=(0, len(text)), start=0, end=14, trigger=(19, 23), floor=0, ceiling=len(text), shared=False)
    assert judge(text, claim, Discourse()).certainty == "asserted"
    turn_off(rules["fear-after"], "needs", None)
    assert judge(text, claim, Discourse()).certainty == "possible"
