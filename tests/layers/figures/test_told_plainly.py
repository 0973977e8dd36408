"""Figures told by plain verbs, by «il y en a», by labels, in inverted sentences, and beside somebody."""

from __future__ import annotations

import pytest

from nlp_events.layers.figures.rules import find_figures, read_figures
from nlp_events.layers.quantities.rules import find_quantities


def brief(text: str) -> list[str]:
    """«killed 12 douze morts» for each figure."""
    readings, _ = find_figures(text, find_quantities(text)[0])
    return [f"{one.impact} {one.quantity['min']} {text[one.item.start : one.item.end]}" for one in readings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Après le séisme, l'hôpital de Gori a reçu 38 patients.", ["injured 38 38 patients"]),
        ("Après le séisme, le musée de Gori a reçu 38 patients.", []),
        ("Les éclats ont touché neuf maçons.", ["injured 9 neuf maçons"]),
        ("La hausse des loyers a touché neuf maçons.", []),
        ("La montagne a pris deux guides en une semaine.", []),
        ("En une semaine, la montagne a pris deux guides.", ["killed 2 deux guides"]),
        ("L'épidémie a fauché trente nourrissons.", ["killed 30 trente nourrissons"]),
        ("L'offensive a vidé le bourg de ses 900 habitants.", ["displaced 900 900 habitants"]),
        ("Devant l'offensive, les gendarmes ont vidé le bourg de ses 900 habitants.", ["evacuated 900 900 habitants"]),
        ("Après la bousculade, le nombre d'enfants reçus au concours passe à 40.", []),
    ],
)
def test_who_does_it_says_what_was_done(text: str, expected: list[str]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Trois gardes, reçus la veille et envoyés au nord, ont été tués par une mine.",
            ["killed 3 Trois gardes"],
        ),
        (
            "Quarante recrues placées au nord et mises à l'essai ont été tuées.",
            ["killed 40 Quarante recrues"],
        ),
    ],
)
def test_verbs_that_do_not_fit_are_stepped_over(text: str, expected: list[str]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "La radio parlait de deux noyés. Il y en avait sept.",
            ["killed 2 deux noyés", "killed 7 sept"],
        ),
        ("Les noyés sont nombreux : on en compte trente.", ["killed 30 trente"]),
        ("Les barques sont nombreuses : on en compte trente.", []),
        (
            "Deux corps ont été repêchés, ce qui porte ce nombre à 17.",
            ["killed 2 Deux corps", "killed 17 17"],
        ),
        ("Deux corps ont été repêchés à midi, et l'eau est montée à 17.", ["killed 2 Deux corps"]),
        ("Les blessés, au nombre de neuf, sont soignés à Pau.", ["injured 9 neuf"]),
        ("Le bilan s'arrêtait à 21 dimanche soir.", ["killed 21 21"]),
    ],
)
def test_a_number_takes_up_what_was_told(text: str, expected: list[str]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tués : 5 ; blessés : 21 ; disparus : 3.", ["killed 5 5", "injured 21 21", "missing 3 3"]),
        ("Tués : 5, blessés : 21.", ["killed 5 5", "injured 21 21"]),
        ("Tués : 5 ; tentes : 21.", ["killed 5 5"]),
        # No label stands before the first number.
        ("5 ; blessés : 21 selon la liste :", []),
    ],
)
def test_labels_follow_each_other(text: str, expected: list[str]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ont été blessés aussi quatre badauds.", ["injured 4 quatre badauds"]),
        (
            "Sont portés disparus un skipper et trois matelots.",
            ["missing 1 un skipper", "missing 3 trois matelots"],
        ),
        ("Restent introuvables cinq plongeurs.", ["missing 5 cinq plongeurs"]),
        ("Fuyant la police, trois voleurs ont sauté.", []),
    ],
)
def test_a_sentence_may_begin_with_its_verb(text: str, expected: list[str]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le colonel a été tué avec six gardes.", ["killed 6 six gardes"]),
        ("Le colonel a été tué avec deux fusils.", []),
        ("Le colonel s'est enfui avec six gardes.", []),
        ("Marc Petit, 61 ans, et son fils sont morts dans le choc.", ["killed 1 son fils"]),
        ("Le peintre, père de deux filles, est mort à 80 ans.", []),
        ("La voisine est sauve ; le père de deux filles tuées dans le choc témoigne.", ["killed 2 deux filles"]),
    ],
)
def test_who_is_told_beside_somebody(text: str, expected: list[str]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Un seul des neuf marins a survécu.", ["rescued 1 Un seul"]),
        ("Une, voire deux personnes sont mortes.", ["killed 1 Une, voire deux personnes"]),
        ("Au moins une personne est morte.", ["killed 1 Au moins une personne"]),
        (
            "Vingt blessés, six grièvement, sont soignés à Pau.",
            ["injured 20 Vingt blessés", "injured 6 six"],
        ),
        (
            "À Kita, deux bergers sont morts ; à Nioro, onze.",
            ["killed 2 deux bergers", "killed 11 onze"],
        ),
        (
            "Les plongeurs ont trouvé deux corps ; six autres ont été repérés.",
            ["killed 2 deux corps", "killed 6 six autres"],
        ),
        ("Ils étaient neuf à bord de la barque. Deux ont pu être sauvés.", ["rescued 2 Deux"]),
        ("Il a fallu neuf heures pour libérer deux ouvriers, coincés sous la grue.", ["rescued 2 deux ouvriers"]),
        ("Tout est prêt pour libérer deux ouvriers, coincés sous la grue.", ["affected 2 deux ouvriers"]),
    ],
)
def test_shares_and_second_tolls(text: str, expected: list[str]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "La douane a compté 64 bâches enlevées.",
        "L'équipe a perdu deux hommes sur blessure.",
        "La rébellion perd l'un de ses derniers combattants, un centenaire.",
        "Une trentaine de convives ont passé la nuit au bal.",
        "Le ferry a embarqué 300 croisiéristes.",
        "Il a gardé des chèvres pendant un pèlerinage.",
    ],
)
def test_what_only_looks_like_harm(text: str) -> None:
    assert brief(text) == []


def test_the_children_of_somebody_are_not_offered_to_be_weighed() -> None:
    text = "Le peintre, père de deux filles, est mort à 80 ans."
    assert read_figures(text, find_quantities(text)[0]).counts == []
