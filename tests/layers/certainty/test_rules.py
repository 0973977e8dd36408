"""How sure a figure is."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from nlp_events.layers.certainty.model import load_certainty

RULES = {rule.id: rule for rule in load_certainty().rules}


@pytest.fixture(scope="module")
def judging() -> Language:
    """Only what certainty needs: no model."""
    pipeline = spacy.blank("fr")
    for name in ("nlp_events_quantities", "nlp_events_discourse", "nlp_events_figures", "nlp_events_certainty"):
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
        ("Une radio annonce 40 morts. C'est faux, répond le maire.", ["denied"]),
        ("Une radio annonce 40 morts. Le maire dément avoir fui.", ["asserted"]),
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
    start, end = span._.figure["evidence"]["certainty"]["span"]
    assert text[start:end] == "aurait"


TOLD = [
    ("fear", "Les secours craignent la mort de 40 mineurs."),
    ("fear", "L'ONU s'inquiète que des milliers de civils soient piégés."),
    ("fear-after", "Jusqu'à 250 migrants pourraient s'être noyés, redoute l'OIM."),
    ("tomorrow", "Demain, 300 riverains devront quitter leur logement."),
    ("presumed", "Douze pêcheurs sont présumés morts."),
    ("presumed", "Ce bilan de 40 morts n'a pas été confirmé."),
    ("presumed", "La mairie n'a pas pu confirmer la mort de trois élèves."),
    ("to-be-checked", "Les combats ont fait 40 morts. Ces chiffres n'ont pas pu être vérifiés."),
    ("denial", "L'armée dément avoir tué 12 civils."),
    ("denial-after", "Quarante civils auraient péri, ce que dément l'armée."),
    ("question", "Combien de temps avant 100 morts de plus ?"),
    ("conditional-clause", "Si la digue cède, 3 000 habitants seront évacués."),
]


def test_every_rule_has_a_sentence() -> None:
    assert {rule for rule, _ in TOLD} == set(RULES)


@pytest.mark.parametrize(("rule", "text"), TOLD)
def test_every_rule_can_fire(judging: Language, rule: str, text: str) -> None:
    assert RULES[rule].certainty in certainties(judging, text)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("fear", "Douze mineurs sont morts et l'on craint un effondrement."),
        ("denial", "L'armée a démenti, mais affirme avoir tué 12 rebelles."),
    ],
)
def test_a_rule_is_silent_where_it_must_be(judging: Language, rule: str, text: str) -> None:
    assert RULES[rule].certainty not in certainties(judging, text)
