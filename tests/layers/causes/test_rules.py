"""What kind of happening it was."""

from __future__ import annotations

import pytest

from nlp_events.layers.causes.model import CauseRule, load_causes
from nlp_events.layers.causes.rules import CauseFinder, find_causes
from nlp_events.text.folding import fold

RULES = load_causes().causes


def cause(text: str, sentence: str) -> str | None:
    start = text.index(sentence)
    finder = CauseFinder(find_causes(fold(text)), (0, 0))
    found = finder.cause_of((start, start + len(sentence)), (0, len(text)))
    return None if found is None else found.cause


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_fires_on_its_examples(rule: CauseRule) -> None:
    for example in rule.examples:
        assert rule.id in {cue.rule for cue in find_causes(fold(example))}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_no_rule_fires_on_its_non_examples(rule: CauseRule) -> None:
    for example in rule.non_examples:
        assert rule.id not in {cue.rule for cue in find_causes(fold(example))}


def test_what_turns_a_rule_is_a_rule() -> None:
    assert {rule.turned_by for rule in RULES if rule.turned_by} <= {rule.id for rule in RULES}


@pytest.mark.parametrize(
    ("text", "sentence", "expected"),
    [
        ("Un séisme a frappé la côte. Douze personnes sont mortes.", "Douze personnes sont mortes.", "earthquake"),
        ("Un kamikaze s'est fait exploser. L'armée a bouclé la zone. Six morts.", "Six morts.", "attack"),
        ("Le naufrage d'une pirogue a fait 30 morts.", "Le naufrage d'une pirogue a fait 30 morts.", "shipwreck"),
        ("Des pluies diluviennes ont fait six morts.", "Des pluies diluviennes ont fait six morts.", "flood"),
        ("Un camion-citerne piégé a tué 14 soldats.", "Un camion-citerne piégé a tué 14 soldats.", "attack"),
        ("Des hommes ont ouvert le feu : six morts.", "Des hommes ont ouvert le feu : six morts.", "attack"),
        (
            "Retenus dans un entrepôt par des rebelles, 18 otages.",
            "Retenus dans un entrepôt par des rebelles, 18 otages.",
            "attack",
        ),
        (
            "L'explosion du dépôt de carburant a fait 12 morts.",
            "L'explosion du dépôt de carburant a fait 12 morts.",
            "industrial_accident",
        ),
        ("Le conseil municipal siège lundi. Deux morts.", "Deux morts.", None),
    ],
)
def test_the_nearest_sure_word_decides(text: str, sentence: str, expected: str | None) -> None:
    assert cause(text, sentence) == expected


def test_one_article_two_causes() -> None:
    text = "Le séisme a fait 200 morts. À Lagos, une collision entre deux cars a fait neuf morts."
    assert cause(text, "Le séisme a fait 200 morts.") == "earthquake"
    assert cause(text, "À Lagos, une collision entre deux cars a fait neuf morts.") == "transport_accident"
