"""How sure a figure is."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from nlp_events.layers.certainty.model import CertaintyRule, load_certainty

RULES = load_certainty().rules


@pytest.fixture(scope="module")
def judging() -> Language:
    """Only what certainty needs: no model."""
    pipeline = spacy.blank("fr")
    for name in ("nlp_events_quantities", "nlp_events_figures", "nlp_events_certainty"):
        pipeline.add_pipe(name)
    return pipeline


def certainties(pipeline: Language, text: str) -> list[str]:
    doc = pipeline(text)
    return [span._.figure["certainty"] for span in doc.spans["nlp_events_figures"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le raid a fait 12 morts.", ["asserted"]),
        ("Le raid aurait fait 12 morts.", ["unconfirmed"]),
        ("Le raid aurait fait 12 morts et 30 blessés.", ["unconfirmed", "unconfirmed"]),
        ("Douze pêcheurs se seraient noyés au large de Sfax.", ["unconfirmed"]),
        ("Douze pêcheurs seraient morts et 30 blessés.", ["unconfirmed", "unconfirmed"]),
        ("Vingt passagers ont été blessés, dont 9 le seraient grièvement.", ["asserted", "unconfirmed"]),
        ("Douze ont été tués et 30 autres auraient été blessés.", ["asserted", "unconfirmed"]),
        ("L'attaque, qui aurait été préparée à Gao, a fait 12 morts.", ["asserted"]),
        ("Le ministre, qui souhaiterait partir, déplore 12 morts.", ["asserted"]),
        ("Les secours craignent la mort de 40 mineurs.", ["possible"]),
        ("Jusqu'à 5 000 civils pourraient fuir la ville.", ["possible"]),
        ("Demain, 300 riverains seront évacués.", ["possible"]),
        ("Deux cents habitants risquent de mourir de faim.", ["possible"]),
        ("L'ONU s'inquiète que des milliers de civils soient piégés.", ["possible"]),
        ("L'armée dément avoir tué 12 civils.", ["denied"]),
        ("L'explosion a fait quatre morts, et non sept.", ["asserted", "denied"]),
        ("Douze pêcheurs sont présumés morts.", ["unconfirmed"]),
        ("Les combats ont fait 40 morts. Ces chiffres n'ont pas pu être vérifiés.", ["unconfirmed"]),
        ("Le maire redoute que le bilan ne passe de quatre à trente morts.", ["asserted", "possible"]),
        ("L'attentat aura fait 40 morts en tout.", ["asserted"]),
    ],
)
def test_certainty(judging: Language, text: str, expected: list[str]) -> None:
    assert certainties(judging, text) == expected


def test_evidence_is_the_cue(judging: Language) -> None:
    text = "Le raid aurait fait 12 morts."
    doc = judging(text)
    (span,) = doc.spans["nlp_events_figures"]
    start, end = span._.figure["evidence"]["certainty"]
    assert text[start:end] == "aurait"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_can_fire(judging: Language, rule: CertaintyRule) -> None:
    for example in rule.examples:
        assert rule.certainty in certainties(judging, example), example


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.non_examples], ids=lambda rule: rule.id)
def test_every_rule_is_silent_on_its_non_examples(judging: Language, rule: CertaintyRule) -> None:
    for example in rule.non_examples:
        assert rule.certainty not in certainties(judging, example), example
