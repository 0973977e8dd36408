"""Kinds of happenings whose words mislead: mines of ore and of war, gas, crowds, police, cars as weapons."""

from __future__ import annotations

import pytest
from spacy.language import Language

from nlp_events.extensions import FIGURES
from nlp_events.layers.causes.component import Causes
from tests.layers.causes.test_component import document

MISJUDGED = pytest.mark.xfail(strict=True, reason="the learned choice in a text this short is wrong")


@pytest.fixture(scope="module")
def causes() -> Causes:
    return Causes()


def first_cause(causes: Causes, blank: Language, text: str) -> str | None:
    """The cause of what the first sentence tells."""
    end = text.find(". ") + 1 or len(text)
    doc = causes(document(blank, text, text[:end]))
    return str(doc.spans[FIGURES][0]._.figure["cause"])


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        # mines of ore
        ("L'explosion d'une mine de charbon a fait 12 morts.", "industrial_accident"),
        ("Une explosion dans une mine de charbon a tué 28 mineurs.", "industrial_accident"),
        ("L'effondrement d'une mine artisanale a tué 20 creuseurs.", "industrial_accident"),
        pytest.param(
            "Onze orpailleurs sont morts dans l'éboulement d'une mine d'or.", "industrial_accident", marks=MISJUDGED
        ),
        ("Un accident dans une mine d'or a fait neuf morts.", "industrial_accident"),
        ("Une mine de cobalt s'est effondrée, tuant 30 personnes.", "industrial_accident"),
        ("Un puits d'orpaillage s'est effondré : sept morts.", "industrial_accident"),
        ("L'effondrement d'un puits de mine a fait huit morts.", "industrial_accident"),
        pytest.param("Quinze mineurs ont péri après un éboulement.", "industrial_accident", marks=MISJUDGED),
        ("L'inondation d'une galerie de mine a fait six morts.", "industrial_accident"),
        ("Une carrière de sable s'est affaissée sur cinq ouvriers, tous morts.", "industrial_accident"),
        # mines of war
        ("L'explosion d'une mine a tué quatre enfants.", "armed_conflict"),
        ("Quatre bergers ont sauté sur une mine.", "armed_conflict"),
        ("Leur véhicule a sauté sur une mine antipersonnel : trois morts.", "armed_conflict"),
        ("Une mine terrestre a tué deux paysans.", "armed_conflict"),
        ("Deux démineurs sont morts dans l'explosion d'un engin datant de la guerre.", "armed_conflict"),
        # gas and plants
        ("L'explosion d'une bonbonne de gaz a fait quatre morts.", "industrial_accident"),
        ("Une explosion due au gaz a soufflé un immeuble, tuant cinq personnes.", "industrial_accident"),
        ("Une fuite d'ammoniac a tué six employés.", "industrial_accident"),
        ("Un camion-citerne a explosé, tuant 40 personnes qui recueillaient l'essence.", "transport_accident"),
        ("L'explosion d'un silo à grains a fait trois morts.", "industrial_accident"),
        ("Quatre personnes sont mortes intoxiquées au monoxyde de carbone.", "other"),
        # buildings
        ("L'effondrement d'un immeuble a fait 14 morts.", "industrial_accident"),
        ("Une école s'est effondrée pendant les cours : 22 élèves tués.", "other"),
        ("Le toit d'une église s'est écroulé, tuant 13 fidèles.", "other"),
        ("L'effondrement d'une maison a tué trois enfants.", "other"),
        # crowds, suicide, police
        ("Une bousculade dans un stade a fait 56 morts.", "other"),
        ("Onze fidèles sont morts piétinés lors d'un pèlerinage.", "other"),
        ("Un mouvement de panique a fait huit morts au stade.", "other"),
        ("Deux adolescents se sont suicidés.", "other"),
        ("Le suicide d'un agriculteur a fait réagir.", "other"),
        ("Trois passagers d'une secte sont morts dans un suicide collectif.", "other"),
        ("Un jeune homme a été tué par un policier lors d'un contrôle.", "unrest"),
        ("La police a tiré sur des manifestants : quatre morts.", "unrest"),
        ("Deux détenus sont morts en garde à vue.", "unrest"),
        # cars as weapons
        ("Un camion a foncé dans la foule, tuant douze passants.", "attack"),
        ("Une voiture a foncé sur un marché de Noël : cinq morts.", "attack"),
        ("Une camionnette a percuté des piétons, tuant 13 personnes. L'attentat a été revendiqué.", "attack"),
        (
            "Le camion lancé sur la promenade a fait 86 morts. Le parquet antiterroriste est saisi de l'attaque.",
            "attack",
        ),
        ("Une voiture-bélier a fauché des piétons : trois morts.", "attack"),
        ("Un camion a percuté un car, tuant 12 passagers.", "transport_accident"),
        (
            "Une voiture a fauché des piétons : le conducteur, ivre, a tué trois personnes.",
            "transport_accident",
        ),
    ],
)
def test_kinds_whose_words_mislead(causes: Causes, blank: Language, text: str, cause: str) -> None:
    assert first_cause(causes, blank, text) == cause
