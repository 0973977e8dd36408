"""What is no record for the company it keeps, and what is one all the same."""

from __future__ import annotations

import pytest

from nlp_events.layers.figures.rules import find_figures
from nlp_events.layers.quantities.rules import find_quantities


def read(text: str) -> tuple[list[str], list[str]]:
    """The figures of a text, and the reasons of what was refused."""
    figures, refusals = find_figures(text, find_quantities(text)[0])
    texts = [f"{one.impact} {text[one.item.start : one.item.end]}" for one in figures]
    return texts, [one["reason"] for one in refusals]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("L'équipe, privée de cinq blessés, jouera la demi-finale.", "sport"),
        ("Armé d'un couteau, il tente de tuer un passant.", "attempted"),
        ("Des bandits ont essayé d'enlever trois élèves.", "attempted"),
        ("Sur les routes, 60 tués de moins qu'en mai : le préfet s'en félicite.", "difference"),
        ("Douze députés se sont rendus au chevet du maire.", "gone_there"),
        ("Près de 900 000 électeurs se sont déplacés dans les bureaux de vote.", "at_the_polls"),
        ("L'entraîneur devra se passer de quatre blessés.", "sport"),
        ("Huit rescapées disputeront les quarts de finale.", "sport"),
        ("Chaque année, la noyade tue 1 000 baigneurs.", "rate_told"),
        ("Le tabac tue 900 personnes tous les ans.", "rate"),
        ("La tuberculose tue un habitant toutes les dix minutes.", "rate"),
        ("Le district compte trois déplacés pour dix habitants.", "ratio"),
        ("Le choléra laisse deux morts pour dix familles.", "ratio"),
        ("Sans la digue, la crue aurait fait 300 morts.", "counterfactual"),
        ("La grève a pris 2 000 voyageurs en otage.", "strike"),
        ("La rougeole fait deux morts pour 1 000 naissances.", "rate"),
        ("Une fosse du Moyen Âge contenait neuf corps.", "ancient"),
        ("Le médicament aurait pu sauver 300 vies.", "counterfactual"),
        ("Douze ouvriers ont failli mourir dans le puits.", "counterfactual"),
        ("Lors de la simulation, 25 victimes fictives ont été soignées.", "drill"),
        ("L'exercice mettait en scène 30 blessés.", "drill"),
        ("La série a tué deux de ses héros au dernier épisode.", "anniversary"),
        ("Le faux médecin a fait 90 victimes.", "fraud"),
        ("Trois élus ont disparu de l'affiche.", "out_of_view"),
        ("Le lycée déplacera 400 élèves dans des préfabriqués.", "move"),
        ("Le camp a été conçu pour 2 000 réfugiés.", "target"),
        ("Le gymnase est prêt à accueillir 200 sinistrés.", "target"),
    ],
)
def test_no_record(text: str, reason: str) -> None:
    figures, reasons = read(text)
    assert figures == []
    assert reason in reasons


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Une bousculade en quart de finale a fait 12 morts.", ["killed 12 morts"]),
        ("Trois comédiens ont été tués dans l'attentat contre le théâtre.", ["killed Trois comédiens"]),
        ("L'exposition aux fumées a tué trois ouvriers.", ["killed trois ouvriers"]),
        ("Deux soldats ont été tués pendant un exercice militaire.", ["killed Deux soldats"]),
        ("Chaque jour apporte un deuil. Lundi, 14 civils ont été tués.", ["killed 14 civils"]),
        ("Deux archéologues ont été enlevés près de Mari.", ["abducted Deux archéologues"]),
        ("La fuite de gaz a blessé onze habitants.", ["injured onze habitants"]),
        ("Un soldat sur une moto a été tué.", ["killed Un soldat"]),
        ("Trois morts sur un chantier de Dosso", ["killed Trois morts"]),
        ("Le car s'est retourné : neuf morts sur 42 passagers.", ["killed neuf morts"]),
        ("Un carambolage a fait cinq blessés sur trois kilomètres.", ["injured cinq blessés"]),
        ("Quatre morts pour une dispute de voisins.", ["killed Quatre morts"]),
        ("Sans l'aide promise, 3 000 familles ont fui la vallée.", ["displaced 3 000 familles"]),
        ("Le syndicat dénonce l'enlèvement de trois enseignants.", ["abducted trois enseignants"]),
        ("Les attaquants ont blessé douze gendarmes.", ["injured douze gendarmes"]),
        ("Le remaniement suit l'attaque qui a fait sept morts.", ["killed sept morts"]),
        ("Deux archéologues ont été tués dans la cité médiévale.", ["killed Deux archéologues"]),
        ("Trois figurants sont morts sur le tournage.", ["killed Trois figurants"]),
        ("Les fraudes électorales ont nourri des heurts qui ont fait neuf victimes.", ["casualties neuf victimes"]),
        ("Le vol de bétail a fait 30 victimes en un an.", ["casualties 30 victimes"]),
        ("Le tabac tue chaque année ; lundi, un feu a tué neuf fumeurs.", ["killed neuf fumeurs"]),
        (
            "Deux joueurs blessés manqueront la demi-finale ; sept supporters ont été blessés.",
            ["injured sept supporters"],
        ),
        ("Six mineurs frappent toutes les dix minutes ; neuf ont été tués.", ["killed neuf"]),
    ],
)
def test_a_record_all_the_same(text: str, expected: list[str]) -> None:
    assert read(text)[0] == expected


@pytest.mark.parametrize(
    "after",
    ["mais la ville tient", "désormais", "lorsque la digue a rompu", "trois jours plus tard", "quelques heures après"],
)
def test_the_word_behind_the_people_is_no_adjective_of_theirs(after: str) -> None:
    assert read(f"L'attaque a fait 12 morts {after}.")[0] == ["killed 12 morts"]


def test_an_adjective_behind_the_people_is_theirs() -> None:
    assert read("L'attaque a tué 12 soldats nigériens.")[0] == ["killed 12 soldats nigériens"]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("La foule a tenté de fuir : le gaz a tué deux hommes.", "killed deux hommes"),
        ("Trois rebelles se sont rendus.", "detained Trois rebelles"),
        ("La milice a déplacé 400 familles à la veille du scrutin.", "displaced 400 familles"),
    ],
)
def test_what_resembles_them_is_a_figure(text: str, figure: str) -> None:
    assert read(text)[0] == [figure]
