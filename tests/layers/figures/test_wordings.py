"""Kinds of wording: who shares a verb, what a pronoun or a label says, what some of those told of went through."""

from __future__ import annotations

import pytest

from nlp_events.layers.figures.rules import find_figures
from nlp_events.layers.quantities.rules import find_quantities


def brief(text: str) -> list[str]:
    """«killed 12-12 12 morts < whole» for each figure."""
    found = []
    for one in find_figures(text, find_quantities(text)[0])[0]:
        whole = f" < {text[one.whole.item.start : one.whole.item.end]}" if one.whole is not None else ""
        bounds = f"{one.quantity['min']}-{one.quantity['max']}"
        found.append(f"{one.impact} {bounds} {text[one.item.start : one.item.end]}{whole}")
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le maire et un conseiller ont été tués dans l'attaque.", ["killed 1-1 un conseiller"]),
        ("Un policier et le chauffeur du car ont été tués.", ["killed 1-1 Un policier", "killed 1-1 le chauffeur"]),
        (
            "Le curé de Bria et une catéchiste ont été enlevés jeudi.",
            ["abducted 1-1 Le curé", "abducted 1-1 une catéchiste"],
        ),
        ("Une fillette et sa mère sont mortes noyées.", ["killed 1-1 Une fillette", "killed 1-1 sa mère"]),
        ("Le pilote et trois passagers ont péri.", ["killed 1-1 Le pilote", "killed 3-3 trois passagers"]),
        ("Un député accuse le ministre et les syndicats ont été arrêtés dans leur élan.", []),
    ],
)
def test_somebody_named_shares_the_verb_of_a_count(text: str, expected: list[str]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Le tir a tué douze clients, cinq autres ont été blessés.",
            ["killed 12-12 douze clients", "injured 5-5 cinq autres"],
        ),
        (
            "Le tir a tué douze clients, cinq autres ont été touchés.",
            ["killed 12-12 douze clients", "injured 5-5 cinq autres"],
        ),
        (
            "Les jihadistes ont enlevé 61 fidèles, neuf ayant été relâchés.",
            ["abducted 61-61 61 fidèles", "rescued 9-9 neuf < 61 fidèles"],
        ),
        (
            "Le choc a fait 21 blessés, six étant dans le coma.",
            ["injured 21-21 21 blessés", "injured 6-6 six < 21 blessés"],
        ),
        ("Le séisme a fait 51 morts, 20 étant identifiés.", ["killed 51-51 51 morts", "killed 20-20 20 < 51 morts"]),
        (
            "Vingt blessés ont été hospitalisés, cinq dans un état grave.",
            ["injured 20-20 Vingt blessés", "injured 5-5 cinq < Vingt blessés"],
        ),
        (
            "Cent mineurs ont été blessés ; 30 restaient hospitalisés.",
            ["injured 100-100 Cent mineurs", "injured 30-30 30 < Cent mineurs"],
        ),
        (
            "La crue a fait 30 morts, dont onze enfants emportés par le courant.",
            ["killed 30-30 30 morts", "killed 11-11 onze enfants < 30 morts"],
        ),
        (
            "Au moins 47 civils, 38 hommes et neuf femmes, ont été tués.",
            [
                "killed 47-None Au moins 47 civils",
                "killed 38-38 38 hommes < Au moins 47 civils",
                "killed 9-9 neuf femmes < Au moins 47 civils",
            ],
        ),
        (
            "Le raid a tué vingt villageois, dont sept dans un car qui fuyait la ville.",
            ["killed 20-20 vingt villageois", "killed 7-7 sept < vingt villageois"],
        ),
    ],
)
def test_some_of_those_told_of(text: str, expected: list[str]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seize cavaliers dormaient lorsqu'un obus les a tués.", ["killed 16-16 Seize cavaliers"]),
        ("Dix mineurs travaillaient au fond. Le coup de grisou les a tués.", ["killed 10-10 Dix mineurs"]),
        ("Vingt mineurs attendaient ; la police les a interpellés.", ["detained 20-20 Vingt mineurs"]),
        ("Dix mineurs travaillaient au fond. Le coup de grisou ne les a pas tués.", []),
        ("Dix rebelles ont capturé des soldats et les ont exécutés.", []),
        ("Deux cents paroissiens priaient. L'incendie les a surpris.", []),
        ("Ils sont 6 200 à avoir fui vers le Tchad.", ["refugee 6200-6200 6 200"]),
        ("Elles sont douze à avoir péri dans la grotte.", ["killed 12-12 douze"]),
        (
            "Le pays compte 900 déplacés ; 300 autres l'ont été lundi.",
            ["displaced 900-900 900 déplacés", "displaced 300-300 300 autres"],
        ),
        (
            "Six cents villageois ont été évacués ; deux cents le seront mardi.",
            ["evacuated 600-600 Six cents villageois", "evacuated 200-200 deux cents"],
        ),
    ],
)
def test_pronouns_tie_a_count_to_what_happened(text: str, expected: list[str]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Blessés : 35", ["injured 35-35 35"]),
        ("Point au 3 mai. Disparus : 4. Morts : 2.", ["missing 4-4 4", "killed 2-2 2"]),
        ("Déplacés recensés à Gao : 3 400", ["displaced 3400-3400 3 400"]),
        ("Point sur les combats. Retours enregistrés à Gao : 1 200.", ["returned 1200-1200 1 200"]),
        ("Matches joués : 35", []),
        (
            "Les crues ont fait 55 morts dans deux régions : 40 à Kayes et 15 à Ségou.",
            ["killed 55-55 55 morts", "killed 40-40 40 < 55 morts", "killed 15-15 15 < 55 morts"],
        ),
    ],
)
def test_labels_and_lists(text: str, expected: list[str]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'ONU exige la libération de douze otages.", ["abducted 12-12 douze otages"]),
        ("Le groupe réclame une rançon contre la libération de neuf infirmières.", []),
        (
            "Les négociations ont permis la libération de neuf infirmières enlevées en mai.",
            ["rescued 9-9 neuf infirmières"],
        ),
        ("L'armée annonce la libération de douze enlevés à Gao.", ["rescued 12-12 douze"]),
        ("La coulée a provoqué la mort de douze mineurs piégés.", ["killed 12-12 douze mineurs"]),
    ],
)
def test_a_noun_of_action_tells_what_came_last(text: str, expected: list[str]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Le bilan de l'ouragan a été révisé à la hausse, de 71 à 104 morts.",
            ["killed 71-71 71", "killed 104-104 104 morts"],
        ),
        ("Le bilan grimpe d'un coup de 71 à 104 morts.", ["killed 71-71 71", "killed 104-104 104 morts"]),
        ("Le nombre de morts est passé, selon la police, de 71 à 104.", ["killed 71-71 71", "killed 104-104 104"]),
        ("Le nombre de morts est estimé de 71 à 104.", ["killed 71-104 71 à 104"]),
        ("Le bilan reste provisoire : de 71 à 104 morts.", ["killed 71-104 71 à 104 morts"]),
        (
            "L'accident n'a pas fait 22 morts, mais dix-huit, et 40 passagers ont été blessés.",
            ["killed 22-22 22 morts", "killed 18-18 dix-huit", "injured 40-40 40 passagers"],
        ),
    ],
)
def test_two_tolls_of_an_update_are_no_range(text: str, expected: list[str]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Une mine a fait huit morts sur un pont de Gao.", ["killed 8-8 huit morts"]),
        ("Une voiture piégée a fait 45 blessés sur une place de Kaboul.", ["injured 45-45 45 blessés"]),
        ("Un déplacé sur cinq vit sous la tente.", []),
        ("La morgue est prévue pour 40 corps.", []),
        ("L'abri est conçu pour recevoir 300 évacués.", []),
    ],
)
def test_ratios_and_capacities_are_told_from_places(text: str, expected: list[str]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Point sur la crue. Blessés : 31. Personnes hébergées : 2 100.",
            ["injured 31-31 31", "displaced 2100-2100 2 100"],
        ),
        ("Point sur la crue. Morts : 12. Écoles endommagées : 48.", ["killed 12-12 12"]),
        ("Point sur la crue. Gao : 12 morts. Mopti : 7.", ["killed 12-12 12 morts", "killed 7-7 7"]),
        ("Ménages sinistrés après la crue : 350", ["affected 350-350 350"]),
        ("Point sur la crue. Disparus : 3. Soldats mobilisés : 900.", ["missing 3-3 3"]),
    ],
)
def test_only_a_place_repeats_the_label_before_it(text: str, expected: list[str]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Les pompiers tentaient de sauver neuf locataires.", []),
        ("Les plongeurs tentent d'extraire neuf mineurs ensevelis.", ["missing 9-9 neuf mineurs"]),
        ("Les pompiers ont réussi à sauver neuf locataires.", ["rescued 9-9 neuf locataires"]),
        ("Les ravisseurs ont remis onze otages à la Croix-Rouge.", ["rescued 11-11 onze otages"]),
        ("Un canot a été envoyé pour secourir neuf pêcheurs.", []),
    ],
)
def test_whoever_is_to_be_saved_is_not_saved_yet(text: str, expected: list[str]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Douze membres de la famille d'un député ont péri.", ["killed 12-12 Douze membres"]),
        ("Une famille de quatre a été tuée.", ["killed 4-4 quatre"]),
        ("Un député et deux gardes ont péri.", ["killed 1-1 Un député", "killed 2-2 deux gardes"]),
        ("Une Allemande a été tuée.", ["killed 1-1 Une Allemande"]),
        ("Deux passeurs, un Tunisien et un Libyen, ont été interpellés.", ["detained 2-2 Deux passeurs"]),
        ("Un accident de car avait emporté quatre joueurs.", ["killed 4-4 quatre joueurs"]),
        ("La crue a emporté quatre joueurs.", ["missing 4-4 quatre joueurs"]),
        ("Quatre matelots sont recherchés pour trafic.", []),
    ],
)
def test_who_is_the_subject(text: str, expected: list[str]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Les corps de neuf migrants ont été repêchés.", ["killed 9-9 neuf migrants"]),
        ("Les dépouilles de neuf pèlerins ont été rapatriées.", ["killed 9-9 neuf pèlerins"]),
        (
            "L'attaque a fait douze victimes, dont huit mortelles.",
            [
                "casualties 12-12 douze victimes",
                "killed 8-8 huit mortelles < douze victimes",
            ],
        ),
        ("Le bilan est de sept morts et non de trois.", ["killed 7-7 sept morts", "killed 3-3 trois"]),
        ("Le typhus a tué 43 détenus et en a contaminé 200.", ["killed 43-43 43 détenus"]),
        ("Le raid a fait 43 morts ; l'opposition en compte 60.", ["killed 43-43 43 morts", "killed 60-60 60"]),
    ],
)
def test_the_dead_and_who_counts_them(text: str, expected: list[str]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Neuf cents familles ont fui Djibo ; 300 d'entre elles sont rentrées.", [True, True]),
        ("Sur les 900 familles évacuées, 340 ont regagné leur domicile.", [True, True]),
        ("Le nombre de familles déplacées est passé de 900 à 1 400.", [True, True]),
        ("Neuf cents ménages ont fui Djibo, dont 300 vers Kaya.", [True, True]),
        ("Le nombre de personnes évacuées est passé de 900 à 1 400.", [False, False]),
    ],
)
def test_numbers_alone_are_counted_in_the_unit_told_before(text: str, expected: list[bool]) -> None:
    assert [one.household for one in find_figures(text, find_quantities(text)[0])[0]] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "La coulée a fait 62 morts ; dix-sept seulement ont été identifiés.",
            [
                "killed 62-62 62 morts",
                "killed 17-17 dix-sept < 62 morts",
            ],
        ),
        (
            "Le raid a fait 62 morts. Quarante sont des femmes.",
            [
                "killed 62-62 62 morts",
                "killed 40-40 Quarante < 62 morts",
            ],
        ),
        (
            "Le raid a fait 62 morts, dont neuf gardes, et 30 blessés.",
            [
                "killed 62-62 62 morts",
                "killed 9-9 neuf gardes < 62 morts",
                "injured 30-30 30 blessés",
            ],
        ),
        ("L'Ohio déplore deux décès, dont un à Dayton.", ["killed 2-2 deux décès", "killed 1-1 un < deux décès"]),
        (
            "Les 30 passagers sont tous morts : 18 Russes et 12 Serbes.",
            [
                "killed 30-30 30 passagers",
                "killed 18-18 18 Russes < 30 passagers",
                "killed 12-12 12 Serbes < 30 passagers",
            ],
        ),
        (
            "Huit cents villageois sont confinés : une fillette a perdu ses clés.",
            [
                "affected 800-800 Huit cents villageois",
            ],
        ),
        (
            "Le raid a fait 62 morts. Six Serbes sont au nombre des victimes.",
            [
                "killed 62-62 62 morts",
                "killed 6-6 Six Serbes < 62 morts",
            ],
        ),
        ("«Nous en avons capturé dix», se vante un général.", []),
    ],
)
def test_who_the_dead_are(text: str, expected: list[str]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le ferry emportait 113 passagers vers Zanzibar.", []),
        (
            "Cinq skieurs ont été blessés, une étant dans le coma.",
            [
                "injured 5-5 Cinq skieurs",
                "injured 1-1 une < Cinq skieurs",
            ],
        ),
        (
            "Sur 119 blessés, 64 sont soignés dans huit hôpitaux et vingt se trouvent en réanimation.",
            [
                "injured 119-119 119 blessés",
                "injured 64-64 64 < 119 blessés",
                "injured 20-20 vingt < 119 blessés",
            ],
        ),
        (
            "Le choc a fait 30 blessés. Quinze ont été héliportés à Gap.",
            [
                "injured 30-30 30 blessés",
                "injured 15-15 Quinze < 30 blessés",
            ],
        ),
        (
            "Le séisme a tué 48 personnes, selon la région, dix-neuf à Wajima, vingt à Suzu.",
            [
                "killed 48-48 48 personnes",
                "killed 19-19 dix-neuf < 48 personnes",
                "killed 20-20 vingt < 48 personnes",
            ],
        ),
        ("Douze enfants fuyant les combats sont morts de soif.", ["killed 12-12 Douze enfants"]),
        ("«Aucun n'a survécu», dit un rescapé.", []),
    ],
)
def test_those_aboard_treated_and_placed(text: str, expected: list[str]) -> None:
    assert brief(text) == expected


def test_a_bracket_holds_no_part_outside_it() -> None:
    text = "Neuf cents ménages (4 500 personnes) ont fui Djugu, dont 640 vers Bunia."
    assert brief(text)[-1] == "displaced 640-640 640 < Neuf cents ménages"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "La chaleur a tué 900 fidèles, dont au moins 60 Serbes.",
            [
                "killed 900-900 900 fidèles",
                "killed 60-None au moins 60 Serbes < 900 fidèles",
            ],
        ),
        (
            "Neuf rescapés ont été tirés de la boue et 150 ouvriers manquent à l'appel.",
            [
                "rescued 9-9 Neuf rescapés",
                "missing 150-150 150 ouvriers",
            ],
        ),
        (
            "Le raid a tué deux gardes et neuf villageois périssent dans l'incendie.",
            [
                "killed 2-2 deux gardes",
                "killed 9-9 neuf villageois",
            ],
        ),
    ],
)
def test_at_least_some_and_subjects_beside_their_verb(text: str, expected: list[str]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Les morts se comptent par dizaines à Goma.", ["killed 20-None dizaines"]),
        ("Les déplacés se chiffrent en milliers.", ["displaced 2000-None milliers"]),
        ("Les corps s'entassent par centaines à la morgue.", ["killed 200-None centaines"]),
        ("Les habitants fuient par milliers la ville.", ["displaced 2000-None milliers"]),
        ("Ils sont morts par dizaines dans le désert.", ["killed 20-None dizaines"]),
        ("Les camions se comptent par dizaines.", []),
        ("Ils ont été tués par des dizaines de miliciens.", []),
        ("Les morts se comptent par famille.", []),
        ("La morgue reçoit les corps par dizaines.", ["killed 20-None dizaines"]),
        ("L'hôpital soigne les blessés par centaines.", ["injured 200-None centaines"]),
    ],
)
def test_people_who_come_by_tens(text: str, expected: list[str]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Un bac portant 80 touristes a pris feu ; tous ont pu être secourus.", ["rescued 80-80 80 touristes"]),
        ("Le car menait 42 fidèles. Tous sont morts.", ["killed 42-42 42 fidèles"]),
        ("Le car menait 42 fidèles. Tous dormaient.", []),
        ("Le car menait 42 fidèles. Tous les bagages ont été retrouvés.", []),
        ("Le car menait 42 fidèles et deux guides ; tous sont morts.", ["killed 2-2 deux guides"]),
    ],
)
def test_what_all_of_them_met(text: str, expected: list[str]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Un avion de ligne a ramené à Lomé 80 exilés.", []),
        ("Quatre mille exilés ont été renvoyés à Caracas par avion.", ["returned 4000-4000 Quatre mille exilés"]),
        ("Douze élèves ont été renvoyés du lycée.", []),
        ("Mille Afghans ont été renvoyés du Pakistan.", ["returned 1000-1000 Mille Afghans"]),
        ("Une cinquantaine de fidèles ont été piétinés.", ["casualties 50-50 Une cinquantaine de fidèles"]),
        ("Cent riverains sont encore sous les gravats.", ["missing 100-100 Cent riverains"]),
        ("Mille enfants sont en état de malnutrition.", ["affected 1000-1000 Mille enfants"]),
        ("On est sans nouvelles d'une quinzaine de marins.", ["missing 15-15 une quinzaine de marins"]),
        ("Dix mille bergers sont confrontés à la famine.", ["affected 10000-10000 Dix mille bergers"]),
        ("Le nombre de villageois tués oscille entre 50 et 100.", ["killed 50-100 entre 50 et 100"]),
        ("On ne déplore aucune perte en vies humaines.", ["killed 0-0 aucune perte en vies humaines"]),
    ],
)
def test_words_of_return_want_and_loss(text: str, expected: list[str]) -> None:
    assert brief(text) == expected
