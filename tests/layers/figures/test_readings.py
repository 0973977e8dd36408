"""Whole readings of sentences: what happened to how many of whom, by which rule, and which is a part of which.

One table for all modules of the layer: where one of them goes astray, a line of it changes.
"""

# ruff: noqa: E501 - one reading of the table is one line

from __future__ import annotations

import pytest

from nlp_events.layers.figures.readings import Reading
from nlp_events.layers.figures.rules import find_figures
from nlp_events.layers.quantities.rules import find_quantities


def shown(text: str, one: Reading) -> str:
    """«killed | 3-3 exact | trois femmes | apposition/killed-counted | woman | of Cinq corps»."""
    quantity = one.quantity
    parts = [
        one.impact, f"{quantity['min']}-{quantity['max']} {quantity['modifier']}", text[one.item.start : one.item.end],
        "/".join(one.rules), str(one.who_category), *["household"] * one.household, *["denied"] * one.denied,
    ]  # fmt: skip
    for name, other in (("of", one.whole), ("replaces", one.replaces)):
        if other is not None:
            parts.append(f"{name} {text[other.item.start : other.item.end]}")
    return " | ".join(parts)


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("Trois gardes et deux cuisiniers sont morts, cinq autres sont blessés.", [
            "killed | 3-3 exact | Trois gardes | subject/killed-verb-subject | security_force",
            "killed | 2-2 exact | deux cuisiniers | subject/killed-verb-subject | civilian",
            "injured | 5-5 exact | cinq autres | passive/injured-verb | None",
        ]),
        ("Cinq corps, trois femmes et deux fillettes, ont été retrouvés dans le puits.", [
            "killed | 5-5 exact | Cinq corps | counted/killed-counted | None",
            "killed | 3-3 exact | trois femmes | apposition/killed-counted | woman | of Cinq corps",
            "killed | 2-2 exact | deux fillettes | apposition/killed-counted | child | of Cinq corps",
        ]),
        ("Six tués : quatre manifestants et deux gendarmes.", [
            "killed | 6-6 exact | Six tués | counted/killed-counted | None",
            "killed | 4-4 exact | quatre manifestants | colon/killed-counted | civilian | of Six tués",
            "killed | 2-2 exact | deux gendarmes | coordination/killed-counted | security_force | of Six tués",
        ]),
        ("Sept morts, trois soldats et deux civils, selon le camp.", [
            "killed | 7-7 exact | Sept morts | counted/killed-counted | None",
        ]),
        ("Vingt moines, quatre novices compris, ont été enlevés.", [
            "abducted | 20-20 exact | Vingt moines | included/abducted-verb | civilian",
            "abducted | 4-4 exact | quatre novices | included/abducted-verb | civilian | of Vingt moines",
        ]),
        ("L'un des gardiens a été tué et deux autres sont blessés.", [
            "killed | 1-1 exact | L'un des gardiens | passive/killed-verb | civilian",
            "injured | 2-2 exact | deux autres | passive/injured-verb | None",
        ]),
        ("Le bilan est passé de 12 à 19 morts.", [
            "killed | 12-12 exact | 12 | toll/killed-counted | None",
            "killed | 19-19 exact | 19 morts | counted/killed-counted | None | replaces 12",
        ]),
        ("Le bilan a été révisé à la baisse, de 40 à 31 tués.", [
            "killed | 40-40 exact | 40 | toll/killed-counted | None",
            "killed | 31-31 exact | 31 tués | counted/killed-counted | None | replaces 40",
        ]),
        ("L'attaque n'a pas fait de blessé.", [
            "injured | 0-0 exact | pas fait de blessé | counted/injured-counted | other",
        ]),
        ("Douze des quarante mineurs ont été remontés vivants.", [
            "rescued | 12-12 exact | Douze | subject/rescued-state | None",
        ]),
        ("Sur les 52 marins, 48 ont péri.", [
            "killed | 48-48 exact | 48 | subject/killed-verb-subject | None",
        ]),
        ("60 passagers dont 12 ont péri se trouvaient à bord.", [
            "killed | 12-12 exact | 12 | subject/killed-verb-subject | None",
        ]),
        ("Dix touristes, dont trois sont mineures, ont été tués.", [
            "killed | 10-10 exact | Dix touristes | passive/killed-verb | civilian",
            "killed | 3-3 exact | trois | passive/killed-verb | None | of Dix touristes",
        ]),
        ("230 villageois sur les 320 déplacés ont regagné leur hameau.", [
            "returned | 230-230 exact | 230 villageois | subject/returned-home | civilian",
            "displaced | 320-320 exact | 320 déplacés | counted/displaced-counted | migrant",
        ]),
        ("L'avion s'est écrasé avec 14 passagers, aucun rescapé.", [
            "killed | 14-14 exact | 14 passagers | none-survived/killed-counted | civilian",
        ]),
        ("La famille réclame la libération de douze otages.", [
            "abducted | 12-12 exact | douze otages | counted/abducted-counted | other",
        ]),
        ("Les plongeurs tentent de sauver neuf spéléologues.", []),
        ("Le tireur a tué douze clients, cinq autres ont été blessés.", [
            "killed | 12-12 exact | douze clients | object/killed-verb | civilian",
            "injured | 5-5 exact | cinq autres | passive/injured-verb | None",
        ]),
        ("Le tireur a tué un agent et blessé deux passants.", [
            "killed | 1-1 exact | un agent | object/killed-verb | security_force",
            "injured | 2-2 exact | deux passants | object/injured-verb | civilian",
        ]),
        ("Les pompiers ont évacué 4 000 riverains menacés par le feu.", [
            "evacuated | 4000-4000 exact | 4 000 riverains | object/evacuated-verb | civilian",
        ]),
        ("L'armée a annoncé la libération de douze lycéennes enlevées en mai.", [
            "rescued | 12-12 exact | douze lycéennes | action/rescued-action | child",
        ]),
        ("Selon un officier, huit soldats ont été tués.", [
            "killed | 8-8 exact | huit soldats | passive/killed-verb | security_force",
        ]),
        ("« Huit soldats ont été tués », a affirmé un colonel.", [
            "killed | 8-8 exact | Huit soldats | passive/killed-verb | security_force",
        ]),
        ("Onze pêcheurs n'ont pu être sauvés.", [
            "killed | 11-11 exact | Onze pêcheurs | not-rescued/killed-counted | civilian",
        ]),
        ("Trente personnes ont été tuées ou blessées.", [
            "casualties | 30-30 exact | Trente personnes | passive/killed-verb/either | civilian",
        ]),
        ("La tempête a fait 130 morts, contre 112 la veille.", [
            "killed | 130-130 exact | 130 morts | counted/killed-counted | None | replaces 112",
            "killed | 112-112 exact | 112 | versus/killed-counted | None",
        ]),
        ("Les trois alpinistes sont rentrés sains et saufs.", [
            "rescued | 3-3 exact | trois alpinistes | subject/rescued-safe | civilian",
        ]),
        ("Quatre hommes et une femme ont été interpellés, dont deux mineurs.", [
            "detained | 4-4 exact | Quatre hommes | passive/detained-person | civilian",
            "detained | 1-1 exact | une femme | passive/detained-person | woman",
        ]),
        ("Près de 2 000 familles, soit environ 11 000 personnes, ont été déplacées.", [
            "displaced | 2000-2000 approx | Près de 2 000 familles | passive/displaced-verb | None | household",
            "displaced | 11000-11000 approx | environ 11 000 personnes | passive/displaced-verb | civilian",
        ]),
        ("Le glissement de terrain a fait entre 15 et 20 morts et une dizaine de disparus.", [
            "killed | 15-20 range | entre 15 et 20 morts | counted/killed-counted | None",
            "missing | 10-10 approx | une dizaine de disparus | counted/missing-counted | other",
        ]),
        ("Au moins 18 soldats et 6 assaillants ont été tués, et 25 militaires blessés.", [
            "killed | 18-None at_least | Au moins 18 soldats | passive/killed-verb | security_force",
            "killed | 6-6 exact | 6 assaillants | passive/killed-verb | armed_group",
            "injured | 25-25 exact | 25 militaires | participle/injured-verb | security_force",
        ]),
        ("Bilan : 9 morts, 14 blessés et 3 disparus.", [
            "killed | 9-9 exact | 9 morts | counted/killed-counted | None",
            "injured | 14-14 exact | 14 blessés | counted/injured-counted | other",
            "missing | 3-3 exact | 3 disparus | counted/missing-counted | other",
        ]),
        ("Deux enfants de 4 et 7 ans sont morts noyés dans la crue.", [
            "killed | 2-2 exact | Deux enfants | subject/killed-verb-subject | child",
        ]),
        ("Un homme a été tué, sa femme et ses deux enfants grièvement blessés.", [
            "killed | 1-1 exact | Un homme | passive/killed-verb | civilian",
            "injured | 1-1 exact | sa femme | participle/injured-verb | woman",
            "injured | 2-2 exact | deux enfants | participle/injured-verb | child",
        ]),
        ("Parmi les 45 victimes figurent 12 enfants.", [
            "casualties | 45-45 exact | 45 victimes | counted/casualties-counted | other",
            "casualties | 12-12 exact | 12 enfants | among/casualties-counted | child | of 45 victimes",
        ]),
        ("Le choléra a tué 210 personnes, dont 95 enfants, depuis janvier.", [
            "killed | 210-210 exact | 210 personnes | object/killed-verb | civilian",
            "killed | 95-95 exact | 95 enfants | part/killed-verb | child | of 210 personnes",
        ]),
        ("Les inondations ont fait plus de 6 000 sans-abri et détruit 1 200 maisons.", [
            "homeless | 6000-None at_least | plus de 6 000 sans-abri | counted/homeless-counted | other",
        ]),
        ("Trois ouvriers ont trouvé la mort dans l'effondrement ; un quatrième reste porté disparu.", [
            "killed | 3-3 exact | Trois ouvriers | subject/killed-phrase-subject | civilian",
            "missing | 1-1 exact | un quatrième | subject/missing-verb | None",
        ]),
        ("Le bilan s'alourdit : 34 morts, selon le préfet.", [
            "killed | 34-34 exact | 34 morts | counted/killed-counted | None",
        ]),
        ("Des centaines de réfugiés sont rentrés au pays.", [
            "returned | 200-None vague | Des centaines de réfugiés | subject/returned-home | migrant",
        ]),
        ("L'explosion a blessé une quinzaine de dockers, dont trois grièvement.", [
            "injured | 15-15 approx | une quinzaine de dockers | object/injured-verb | civilian",
            "injured | 3-3 exact | trois | part/injured-verb | civilian | of une quinzaine de dockers",
        ]),
        ("Neuf personnes ont été arrêtées puis relâchées.", [
            "detained | 9-9 exact | Neuf personnes | passive/detained-verb | civilian",
        ]),
        ("Le convoi transportait 40 soldats ; 11 ont été tués.", [
            "killed | 11-11 exact | 11 | passive/killed-verb | None",
        ]),
        ("Il y a eu 7 tués dans les rangs de l'armée.", [
            "killed | 7-7 exact | 7 tués | counted/killed-counted | None",
        ]),
        ("Trois policiers ont perdu la vie et six ont été blessés.", [
            "killed | 3-3 exact | Trois policiers | subject/killed-phrase-subject | security_force",
            "injured | 6-6 exact | six | passive/injured-verb | None",
        ]),
        ("Ni mort ni blessé n'est à déplorer.", [
            "killed | 0-0 exact | Ni mort | counted/killed-counted | None",
            "injured | 0-0 exact | ni blessé | counted/injured-counted | other",
        ]),
        ("L'armée dit avoir neutralisé 23 rebelles.", [
            "killed | 23-23 exact | 23 rebelles | object/killed-verb | armed_group",
        ]),
        ("Un bébé de onze mois et sa mère ont été extraits vivants des décombres.", [
            "rescued | 1-1 exact | Un bébé | subject/rescued-state | child",
            "rescued | 1-1 exact | sa mère | subject/rescued-state | woman",
        ]),
        ("Le nombre des morts est monté à 57.", [
            "killed | 57-57 exact | 57 | toll/killed-counted | None",
        ]),
        ("Les autorités ont recensé 5 décès et 83 hospitalisations.", [
            "killed | 5-5 exact | 5 décès | counted/killed-counted | None",
        ]),
        ("Des tirs ont fait un mort et quatre blessés parmi les manifestants.", [
            "killed | 1-1 exact | un mort | counted/killed-counted | None",
            "injured | 4-4 exact | quatre blessés | counted/injured-counted | other",
        ]),
        ("Le gouverneur a salué les 30 secouristes qui ont extrait huit mineurs.", [
            "rescued | 8-8 exact | huit mineurs | object/rescued-verb | civilian",
        ]),
        ("Quelque 70 migrants, parmi lesquels une dizaine d'enfants, sont portés disparus.", [
            "missing | 70-70 approx | Quelque 70 migrants | subject/missing-verb | migrant",
            "missing | 10-10 approx | une dizaine d'enfants | subject/missing-verb | child | of Quelque 70 migrants",
        ]),
        ("Quinze villages ont été incendiés, jetant 3 000 habitants sur les routes.", [
            "displaced | 3000-3000 exact | 3 000 habitants | object/displaced-road | civilian",
        ]),
        ("Le cyclone laisse 1,2 million de sinistrés.", [
            "affected | 1200000-1200000 exact | 1,2 million de sinistrés | counted/affected-counted | other",
        ]),
        ("La police a interpellé dix suspects, dont quatre femmes.", [
            "detained | 10-10 exact | dix suspects | object/detained-person | armed_group",
            "detained | 4-4 exact | quatre femmes | part/detained-person | woman | of dix suspects",
        ]),
        ("Le bilan du naufrage grimpe à 23 morts et 8 disparus.", [
            "killed | 23-23 exact | 23 morts | counted/killed-counted | None",
            "missing | 8-8 exact | 8 disparus | counted/missing-counted | other",
        ]),
        ("Une explosion tue 12 ouvriers et en blesse 30 autres.", [
            "killed | 12-12 exact | 12 ouvriers | object/killed-verb | civilian",
            "injured | 30-30 exact | 30 autres | object/injured-verb | None",
        ]),
        ("Cinq des sept otages ont été libérés.", [
            "rescued | 5-5 exact | Cinq | passive/rescued-verb | None | of sept otages",
            "abducted | 7-7 exact | sept otages | counted/abducted-counted | other",
        ]),
        ("Sept autres personnes ont été hospitalisées.", [
            "injured | 7-7 exact | Sept autres personnes | passive/injured-verb | civilian",
        ]),
        ("Deux casques bleus sont morts, un troisième a été blessé.", [
            "killed | 2-2 exact | Deux casques bleus | subject/killed-verb-subject | security_force",
            "injured | 1-1 exact | un troisième | passive/injured-verb | None",
        ]),
        ("Les secours ont retrouvé les corps de six randonneurs.", [
            "killed | 6-6 exact | six randonneurs | action/killed-action | civilian",
        ]),
        ("Aucune victime n'est à déplorer.", [
            "casualties | 0-0 exact | Aucune victime | counted/casualties-counted | civilian",
        ]),
        ("Le village a perdu trois de ses habitants dans l'attaque.", [
            "killed | 3-3 exact | trois de ses habitants | object/killed-bereaved | civilian",
        ]),
        ("Un total de 15 corps ont été repêchés.", [
            "killed | 15-15 exact | 15 corps | counted/killed-counted | None",
        ]),
        ("Vingt-deux personnes, en majorité des femmes, ont été tuées.", [
            "killed | 22-22 exact | Vingt-deux personnes | passive/killed-verb | civilian",
        ]),
        ("Les autorités redoutent une centaine de morts.", [
            "killed | 100-100 approx | une centaine de morts | counted/killed-counted | None",
        ]),
        ("Un camp héberge 12 000 réfugiés.", [
            "refugee | 12000-12000 exact | 12 000 réfugiés | counted/refugee-counted | migrant",
        ]),
        ("L'armée a libéré 50 captifs.", [
            "rescued | 50-50 exact | 50 captifs | object/rescued-verb | None",
        ]),
        ("Le bilan de la crue, qui était de cinq morts, passe à huit.", [
            "killed | 5-5 exact | cinq morts | counted/killed-counted | None",
            "killed | 8-8 exact | huit | toll/killed-counted | None | replaces cinq morts",
        ]),
        ("Le nombre de morts s'élève à 38, celui des blessés à 90.", [
            "killed | 38-38 exact | 38 | toll/killed-counted | None",
            "injured | 90-90 exact | 90 | toll/injured-counted | None",
        ]),
        ("L'opposition parle de 50 morts, le ministère de six.", [
            "killed | 50-50 exact | 50 morts | counted/killed-counted | None",
            "killed | 6-6 exact | six | competing/killed-counted | None",
        ]),
        ("L'éboulement a fait 52 blessés, puis 61 mardi.", [
            "injured | 52-52 exact | 52 blessés | counted/injured-counted | other",
            "injured | 61-61 exact | 61 | then/injured-counted | other | replaces 52 blessés",
        ]),
        ("La grippe a fait 39 morts, contre 36 la semaine précédente.", [
            "killed | 39-39 exact | 39 morts | counted/killed-counted | None | replaces 36",
            "killed | 36-36 exact | 36 | versus/killed-counted | None",
        ]),
        ("Un corps a été repêché jeudi, portant le bilan à sept.", [
            "killed | 1-1 exact | Un corps | counted/killed-counted | None",
            "killed | 7-7 exact | sept | toll/killed-counted | None",
        ]),
        ("La secousse porte à 33 le nombre de morts.", [
            "killed | 33-33 exact | 33 | toll/killed-counted | None",
        ]),
        ("On estime à 900 le nombre de disparus.", [
            "missing | 900-900 approx | On estime à 900 | toll/missing-counted | None",
        ]),
        ("L'attaque a fait cinq tués, pas quatre.", [
            "killed | 5-5 exact | cinq tués | counted/killed-counted | None | replaces quatre",
            "killed | 4-4 exact | quatre | rather/killed-counted | None | denied",
        ]),
        ("L'incendie a fait six morts, et non neuf.", [
            "killed | 6-6 exact | six morts | counted/killed-counted | None | replaces neuf",
            "killed | 9-9 exact | neuf | rather/killed-counted | None | denied",
        ]),
        ("Le bilan dépasse désormais les 400 morts.", [
            "killed | 400-None at_least | dépasse désormais les 400 morts | counted/killed-counted | None",
        ]),
        ("Le car est tombé avec 22 personnes à bord, dont aucune n'a survécu.", [
            "killed | 22-22 exact | 22 personnes | none-survived/killed-counted | civilian",
        ]),
        ("Les déplacés sont désormais 45 000.", [
            "displaced | 45000-45000 exact | 45 000 | subject-noun/displaced-counted | None",
        ]),
        ("L'explosion a fait 23 blessés, neuf étant dans un état critique.", [
            "injured | 23-23 exact | 23 blessés | counted/injured-counted | other",
            "injured | 9-9 exact | neuf | subject/injured-state | None | of 23 blessés",
        ]),
        ("L'attaque a fait 18 tués (11 femmes et 7 hommes).", [
            "killed | 18-18 exact | 18 tués | counted/killed-counted | None",
            "killed | 11-11 exact | 11 femmes | bracket/killed-counted | woman | of 18 tués",
            "killed | 7-7 exact | 7 hommes | bracket/killed-counted | civilian | of 18 tués",
        ]),
        ("Vingt mineurs ont été remontés, les quatre autres sont morts.", [
            "rescued | 20-20 exact | Vingt mineurs | subject/rescued-up | civilian",
            "killed | 4-4 exact | quatre autres | subject/killed-verb-subject | None",
        ]),
        ("Le séisme a fait 300 morts, dont 41 étrangers, et 90 blessés.", [
            "killed | 300-300 exact | 300 morts | counted/killed-counted | None",
            "killed | 41-41 exact | 41 étrangers | part/killed-counted | civilian | of 300 morts",
            "injured | 90-90 exact | 90 blessés | counted/injured-counted | other",
        ]),
        ("Quatre des neuf plongeurs bloqués ont été secourus.", [
            "rescued | 4-4 exact | Quatre | passive/rescued-participle | None | of neuf plongeurs",
            "affected | 9-9 exact | neuf plongeurs | participle/affected-verb | civilian",
        ]),
        ("Le camp abrite 300 ménages, dont 80 arrivés en mai.", [
            "displaced | 300-300 exact | 300 ménages | object/displaced-host | None | household",
            "displaced | 80-80 exact | 80 | subject/displaced-move | None | household | of 300 ménages",
        ]),
        ("Dix-huit passagers ont été blessés. Six sont dans le coma.", [
            "injured | 18-18 exact | Dix-huit passagers | passive/injured-verb | civilian",
            "injured | 6-6 exact | Six | subject/injured-state | None | of Dix-huit passagers",
        ]),
        ("Les crues ont blessé 40 villageois. Parmi eux, douze sont dans un état grave.", [
            "injured | 40-40 exact | 40 villageois | object/injured-verb | civilian",
            "injured | 12-12 exact | douze | subject/injured-state | None | of 40 villageois",
        ]),
        ("Sur les 48 blessés, 12 sont dans un état grave.", [
            "injured | 48-48 exact | 48 blessés | counted/injured-counted | other",
            "injured | 12-12 exact | 12 | subject/injured-state | None | of 48 blessés",
        ]),
        ("Seize dockers travaillaient dans la cale. L'explosion les a tués.", [
            "killed | 16-16 exact | Seize dockers | next-pronoun/killed-verb | civilian",
        ]),
        ("Deux mille élèves ont été évacués en avril ; 600 autres l'ont été en mai.", [
            "evacuated | 2000-2000 exact | Deux mille élèves | passive/evacuated-verb | child",
            "evacuated | 600-600 exact | 600 autres | pro-verb/evacuated-verb | child",
        ]),
        ("Treize marins en danger ont appelé à l'aide.", [
            "affected | 13-13 exact | Treize marins | state/affected-state | civilian",
        ]),
        ("Six jeunes, cinq garçons et une fille, ont péri.", [
            "killed | 6-6 exact | Six jeunes | subject/killed-verb-subject | child",
            "killed | 5-5 exact | cinq garçons | subject/killed-verb-subject | child | of Six jeunes",
            "killed | 1-1 exact | une fille | subject/killed-verb-subject | child | of Six jeunes",
        ]),
        ("Douze membres de la famille d'un député ont péri.", [
            "killed | 12-12 exact | Douze membres | subject/killed-verb-subject | civilian",
        ]),
        ("Le raid a tué quinze civils et blessé vingt autres.", [
            "killed | 15-15 exact | quinze civils | object/killed-verb | civilian",
            "injured | 20-20 exact | vingt autres | object/injured-verb | None",
        ]),
        ("L'incendie où ont péri huit ouvriers est éteint.", [
            "killed | 8-8 exact | huit ouvriers | subject/killed-gone | civilian",
        ]),
        ("Douze hommes ont été condamnés à mort.", []),
        ("Une famille de quatre personnes a péri dans l'incendie.", [
            "killed | 4-4 exact | quatre personnes | subject/killed-verb-subject | civilian",
        ]),
        ("Deux bergers ont été tués. L'un d'eux portait un fusil.", [
            "killed | 2-2 exact | Deux bergers | passive/killed-verb | civilian",
        ]),
        ("Sept tués. Parmi les victimes figurent trois enfants.", [
            "killed | 7-7 exact | Sept tués | counted/killed-counted | None",
            "killed | 3-3 exact | trois enfants | among/killed-counted | child | of Sept tués",
        ]),
        ("Quatorze personnes ont péri. Quatre-vingts autres sont portées disparues.", [
            "killed | 14-14 exact | Quatorze personnes | subject/killed-verb-subject | civilian",
            "missing | 80-80 exact | Quatre-vingts autres | subject/missing-verb | None",
        ]),
        ("Les heurts ont fait vingt morts à Bria, dix à Bangassou.", [
            "killed | 20-20 exact | vingt morts | counted/killed-counted | None",
            "killed | 10-10 exact | dix | list/killed-counted | None",
        ]),
        ("Comté de Kati, 18 décès ; comté de Bla, trois.", [
            "killed | 18-18 exact | 18 décès | counted/killed-counted | None",
            "killed | 3-3 exact | trois | paired/killed-counted | None",
        ]),
        ("La Guinée compte 65 morts, le Libéria quatre.", [
            "killed | 65-65 exact | 65 morts | counted/killed-counted | None",
            "killed | 4-4 exact | quatre | list/killed-counted | None",
        ]),
        ("Blessés : 35", [
            "injured | 35-35 exact | 35 | label/injured-counted | None",
        ]),
        ("Personnes hébergées dans 17 centres : 2 900", [
            "displaced | 2900-2900 exact | 2 900 | label/displaced-living | None",
        ]),
        ("Mopti : 41 000 déplacés. Gao : 9 000.", [
            "displaced | 41000-41000 exact | 41 000 déplacés | counted/displaced-counted | migrant",
            "displaced | 9000-9000 exact | 9 000 | list/displaced-counted | migrant",
        ]),
        ("Le bombardement a tué 48 personnes, dix-neuf à Kidal, vingt à Gao.", [
            "killed | 48-48 exact | 48 personnes | object/killed-verb | civilian",
            "killed | 19-19 exact | dix-neuf | list/killed-verb | civilian | of 48 personnes",
            "killed | 20-20 exact | vingt | list/killed-verb | civilian | of 48 personnes",
        ]),
        ("Le séisme a fait 70 morts dans trois villes : 41 à Agadir, 20 à Fès.", [
            "killed | 70-70 exact | 70 morts | counted/killed-counted | None",
            "killed | 41-41 exact | 41 | list/killed-counted | None | of 70 morts",
            "killed | 20-20 exact | 20 | list/killed-counted | None | of 70 morts",
        ]),
        ("Près de 6 000 personnes, soit 1 100 ménages, ont fui.", [
            "displaced | 6000-6000 approx | Près de 6 000 personnes | subject/displaced-verb-subject | civilian",
            "displaced | 1100-1100 exact | 1 100 ménages | subject/displaced-verb-subject | None | household",
        ]),
        ("Quinze soldats ont été tués ainsi que onze civils.", [
            "killed | 15-15 exact | Quinze soldats | passive/killed-verb | security_force",
            "killed | 11-11 exact | onze civils | coordination/killed-verb | civilian",
        ]),
        ("La foudre a tué un berger, blessé sa femme et ses trois fils.", [
            "killed | 1-1 exact | un berger | object/killed-verb | civilian",
            "injured | 1-1 exact | sa femme | object/injured-verb | woman",
            "injured | 3-3 exact | trois fils | object/injured-verb | child",
        ]),
        ("Un voleur a fui.", []),
        ("Deux cents gendarmes ont été déplacés vers le nord.", []),
        ("Un responsable local évoque trois tués dans son camp.", [
            "killed | 3-3 exact | trois tués | counted/killed-counted | None",
        ]),
        ("D'après plusieurs rescapés, neuf passagers se sont noyés.", [
            "killed | 9-9 exact | neuf passagers | passive/killed-verb | civilian",
        ]),
        ("Les hôpitaux ont reçu 26 blessés, dont quatre enfants.", [
            "injured | 26-26 exact | 26 blessés | counted/injured-counted | other",
            "injured | 4-4 exact | quatre enfants | part/injured-counted | child | of 26 blessés",
        ]),
        ("Douze provinces sur 67 sont touchées.", []),
        ("Vingt clients sont morts, sept autres ont été touchés.", [
            "killed | 20-20 exact | Vingt clients | subject/killed-verb-subject | civilian",
            "injured | 7-7 exact | sept autres | passive/injured-hit | None",
        ]),
        ("Ils sont 14 500 à avoir fui.", [
            "displaced | 14500-14500 exact | 14 500 | subject/displaced-verb-subject | None",
        ]),
        ("Deux enfants, âgés de 4 et 9 ans, se sont noyés.", [
            "killed | 2-2 exact | Deux enfants | passive/killed-verb | child",
        ]),
        ("Cent vingt rebelles ont déposé les armes.", []),
        ("Les talibans affirment avoir tué 35 policiers.", [
            "killed | 35-35 exact | 35 policiers | object/killed-verb | security_force",
        ]),
        ("Douze otages, dont un nourrisson, sont toujours détenus.", [
            "abducted | 12-12 exact | Douze otages | counted/abducted-counted | other",
            "abducted | 1-1 exact | un nourrisson | passive/abducted-kept | child | of Douze otages",
        ]),
        ("Quelque 300 habitants demeurent sans abri.", [
            "homeless | 300-300 approx | Quelque 300 habitants | subject/homeless-state | civilian",
        ]),
        ("Sept personnes ont été tuées et autant blessées.", [
            "killed | 7-7 exact | Sept personnes | passive/killed-verb | civilian",
        ]),
        ("Une centaine de familles sinistrées ont été relogées.", [
            "evacuated | 100-100 approx | Une centaine de familles | passive/evacuated-verb | None | household",
        ]),
        ("L'accident n'a fait ni mort ni blessé.", [
            "killed | 0-0 exact | fait ni mort | counted/killed-counted | None",
            "injured | 0-0 exact | ni blessé | counted/injured-counted | other",
        ]),
        ("L'armée a perdu douze hommes dans l'embuscade.", [
            "killed | 12-12 exact | douze hommes | object/killed-lost | civilian",
        ]),
        ("Trois mineurs sont toujours bloqués au fond.", [
            "affected | 3-3 exact | Trois mineurs | passive/affected-verb | civilian",
        ]),
        ("Les inondations ont chassé 5 000 habitants de chez eux.", [
            "displaced | 5000-5000 exact | 5 000 habitants | object/displaced-driven-out | civilian",
        ]),
        ("La coulée a emporté neuf fidèles.", [
            "missing | 9-9 exact | neuf fidèles | object/missing-buried | civilian",
        ]),
        ("Cinq alpinistes manquent à l'appel.", [
            "missing | 5-5 exact | Cinq alpinistes | subject/missing-verb | civilian",
        ]),
        ("Un médecin et deux infirmières ont été kidnappés.", [
            "abducted | 1-1 exact | Un médecin | passive/abducted-verb | aid_worker",
            "abducted | 2-2 exact | deux infirmières | passive/abducted-verb | aid_worker",
        ]),
        ("Dix pirates ont été capturés.", [
            "detained | 10-10 exact | Dix pirates | passive/detained-verb | armed_group",
        ]),
        ("Le naufrage a coûté la vie à 27 migrants, dont sept femmes.", [
            "killed | 27-27 exact | 27 migrants | object/killed-give | migrant",
            "killed | 7-7 exact | sept femmes | part/killed-give | woman | of 27 migrants",
        ]),
        ("On compte huit morts et plusieurs blessés.", [
            "killed | 8-8 exact | huit morts | counted/killed-counted | None",
            "injured | 2-None vague | plusieurs blessés | counted/injured-counted | other",
        ]),
        ("Cinq corps, trois femmes et deux fillettes", [
            "killed | 5-5 exact | Cinq corps | counted/killed-counted | None",
            "killed | 3-3 exact | trois femmes | apposition/killed-counted | woman | of Cinq corps",
            "killed | 2-2 exact | deux fillettes | apposition/killed-counted | child | of Cinq corps",
        ]),
        ("Neuf tués : cinq soldats, trois civils et un prêtre, selon le camp.", [
            "killed | 9-9 exact | Neuf tués | counted/killed-counted | None",
            "killed | 5-5 exact | cinq soldats | colon/killed-counted | security_force | of Neuf tués",
            "killed | 3-3 exact | trois civils | colon/killed-counted | civilian | of Neuf tués",
            "killed | 1-1 exact | un prêtre | coordination/killed-counted | civilian | of Neuf tués",
        ]),
        ("Six morts et 20 blessés : quatre enfants et deux femmes.", [
            "killed | 6-6 exact | Six morts | counted/killed-counted | None",
            "injured | 20-20 exact | 20 blessés | counted/injured-counted | other",
            "injured | 4-4 exact | quatre enfants | colon/injured-counted | child | of 20 blessés",
            "injured | 2-2 exact | deux femmes | coordination/injured-counted | woman | of 20 blessés",
        ]),
        ("Six morts a-t-on appris : quatre enfants et deux femmes.", [
            "killed | 6-6 exact | Six morts | counted/killed-counted | None",
            "killed | 4-4 exact | quatre enfants | colon/killed-counted | child | of Six morts",
            "killed | 2-2 exact | deux femmes | coordination/killed-counted | woman | of Six morts",
        ]),
        ("Trois corps, une femme, un homme et un enfant, ont été retrouvés.", [
            "killed | 3-3 exact | Trois corps | counted/killed-counted | None",
        ]),
        ("Dix corps, quatre femmes, cinq hommes, ont été retrouvés.", [
            "killed | 10-10 exact | Dix corps | counted/killed-counted | None",
        ]),
        ("Dix corps, quatre femmes, deux hommes et quatre enfants, ont été retrouvés.", [
            "killed | 10-10 exact | Dix corps | counted/killed-counted | None",
            "killed | 4-4 exact | quatre femmes | apposition/killed-counted | woman | of Dix corps",
            "killed | 2-2 exact | deux hommes | apposition/killed-counted | civilian | of Dix corps",
            "killed | 4-4 exact | quatre enfants | apposition/killed-counted | child | of Dix corps",
        ]),
        ("Au moins cinq corps, trois femmes et deux hommes, ont été retrouvés.", [
            "killed | 5-None at_least | Au moins cinq corps | counted/killed-counted | None",
        ]),
        ("Comté de Kati, 18 décès ; comté de Bla et alentours, trois.", [
            "killed | 18-18 exact | 18 décès | counted/killed-counted | None",
            "killed | 3-3 exact | trois | list/killed-counted | None",
        ]),
        ("Comté de Kati, 18 décès ; comté de Bla, trois lundi.", [
            "killed | 18-18 exact | 18 décès | counted/killed-counted | None",
            "killed | 3-3 exact | trois | list/killed-counted | None",
        ]),
        ("Comté de Kati, 18 décès (maire) ; comté de Bla, trois.", [
            "killed | 18-18 exact | 18 décès | counted/killed-counted | None",
            "killed | 3-3 exact | trois | list/killed-counted | None",
        ]),
        ("Comté de Kati, 18 décès ; comté de Bla, trois maisons.", [
            "killed | 18-18 exact | 18 décès | counted/killed-counted | None",
        ]),
        ("La Guinée compte 65 morts, le Libéria quatre, le Mali deux.", [
            "killed | 65-65 exact | 65 morts | counted/killed-counted | None",
            "killed | 4-4 exact | quatre | list/killed-counted | None",
            "killed | 2-2 exact | deux | list/killed-counted | None",
        ]),
        ("Le séisme a fait 70 morts : 41 à Agadir et 20 à Fès.", [
            "killed | 70-70 exact | 70 morts | counted/killed-counted | None",
            "killed | 41-41 exact | 41 | list/killed-counted | None | of 70 morts",
            "killed | 20-20 exact | 20 | list/killed-counted | None | of 70 morts",
        ]),
        ("Trente morts à Bria et dix à Bangassou, selon le maire.", [
            "killed | 30-30 exact | Trente morts | counted/killed-counted | None",
            "killed | 10-10 exact | dix | list/killed-counted | None",
        ]),
        ("Les victimes sont trois enfants et deux femmes.", []),
        ("Sept morts. Les victimes sont quatre enfants et trois femmes.", [
            "killed | 7-7 exact | Sept morts | counted/killed-counted | None",
            "killed | 4-4 exact | quatre enfants | identity/killed-counted | child | of Sept morts",
            "killed | 3-3 exact | trois femmes | coordination/killed-counted | woman | of Sept morts",
        ]),
        ("Sept personnes sont mortes. Parmi les victimes, on compte deux agents et un maire.", [
            "killed | 7-7 exact | Sept personnes | subject/killed-verb-subject | civilian",
            "killed | 2-2 exact | deux agents | among/killed-verb-subject | security_force | of Sept personnes",
            "killed | 1-1 exact | un maire | coordination/killed-verb-subject | civilian | of Sept personnes",
        ]),
        ("Parmi les onze tués, on compte deux agents et un maire.", [
            "killed | 11-11 exact | onze tués | counted/killed-counted | None",
            "killed | 2-2 exact | deux agents | among/killed-counted | security_force | of onze tués",
            "killed | 1-1 exact | un maire | coordination/killed-counted | civilian | of onze tués",
        ]),
        ("Douze tués. Parmi eux, dix étaient des adolescents.", [
            "killed | 12-12 exact | Douze tués | counted/killed-counted | None",
            "killed | 10-10 exact | dix | described/killed-counted | None | of Douze tués",
        ]),
        ("Douze tués. Trois d'entre eux étaient des adolescents.", [
            "killed | 12-12 exact | Douze tués | counted/killed-counted | None",
            "killed | 3-3 exact | Trois d'entre eux | anaphora/killed-counted | None | of Douze tués",
        ]),
        ("Douze victimes ont été retrouvées. Dix-sept seulement ont été identifiées.", [
            "casualties | 12-12 exact | Douze victimes | counted/casualties-counted | other",
        ]),
        ("Vingt morts. Quatorze sont des femmes.", [
            "killed | 20-20 exact | Vingt morts | counted/killed-counted | None",
            "killed | 14-14 exact | Quatorze | described/killed-counted | None | of Vingt morts",
        ]),
        ("Un bébé figure parmi les morts.", [
            "killed | 1-1 exact | Un bébé | among/killed-counted | child",
        ]),
        ("Aucun Belge parmi les victimes.", []),
        ("Le car transportait 40 élèves. Parmi les blessés, six enfants.", [
            "injured | 6-6 exact | six enfants | among/injured-counted | child",
        ]),
        ("Quinze blessés, parmi lesquels trois enfants, ont été hospitalisés.", [
            "injured | 15-15 exact | Quinze blessés | counted/injured-counted | other",
            "injured | 3-3 exact | trois enfants | passive/injured-verb | child | of Quinze blessés",
        ]),
        ("Neuf morts ; parmi eux, deux enfants.", [
            "killed | 9-9 exact | Neuf morts | counted/killed-counted | None",
            "killed | 2-2 exact | deux enfants | part/killed-counted | child | of Neuf morts",
        ]),
        ("Une jeune fille a été tuée à Gao.", [
            "killed | 1-1 exact | Une jeune fille | passive/killed-verb | child",
        ]),
        ("Une jeune mère et un jeune ont été tués.", [
            "killed | 1-1 exact | Une jeune mère | passive/killed-verb | woman",
            "killed | 1-1 exact | un jeune | passive/killed-verb | child",
        ]),
        ("Les trois autres petits enfants sont morts.", [
            "killed | 3-3 exact | trois autres petits enfants | subject/killed-verb-subject | child",
        ]),
        ("Un retrouvé sans vie, deux portés disparus.", [
            "missing | 2-2 exact | deux portés disparus | counted/missing-counted | None",
        ]),
        ("Deux pêcheurs ont péri, un autre a survécu.", [
            "killed | 2-2 exact | Deux pêcheurs | subject/killed-verb-subject | civilian",
            "rescued | 1-1 exact | un autre | subject/rescued-verb-subject | None",
        ]),
        ("Huit soldats français blessés ont été évacués.", [
            "evacuated | 8-8 exact | Huit soldats français | passive/evacuated-verb | security_force",
        ]),
        ("Six civils palestiniens tués.", [
            "killed | 6-6 exact | Six civils palestiniens | participle/killed-verb | civilian",
        ]),
        ("Le pays accueille 300 000 réfugiés ; 40 000 ont été déplacés.", [
            "refugee | 300000-300000 exact | 300 000 réfugiés | counted/refugee-counted | migrant",
            "displaced | 40000-40000 exact | 40 000 | passive/displaced-verb | None",
        ]),
        ("Dix soldats ont été tués. Deux de ces soldats étaient frères.", [
            "killed | 10-10 exact | Dix soldats | passive/killed-verb | security_force",
        ]),
        ("Dix otages sont morts. Les trois otages français ont été enterrés.", [
            "killed | 10-10 exact | Dix otages | subject/killed-verb-subject | other",
            "killed | 3-3 exact | trois otages français | passive/killed-buried | other",
        ]),
        ("Un navire a coulé avec 40 marins. Les 40 marins ont péri.", [
            "killed | 40-40 exact | 40 marins | subject/killed-verb-subject | civilian",
        ]),
        ("Trente personnes ont été tuées ou blessées, dont douze enfants.", [
            "casualties | 30-30 exact | Trente personnes | passive/killed-verb/either | civilian",
            "casualties | 12-12 exact | douze enfants | part/killed-verb | child | of Trente personnes",
        ]),
        ("Quatre-vingts victimes, dont dix morts.", [
            "casualties | 80-80 exact | Quatre-vingts victimes | counted/casualties-counted | other",
            "killed | 10-10 exact | dix morts | counted/killed-counted | None | of Quatre-vingts victimes",
        ]),
        ("Ils sont trente à avoir péri.", [
            "killed | 30-30 exact | trente | subject/killed-verb-subject | None",
        ]),
        ("Ils sont finalement neuf à avoir été blessés.", [
            "injured | 9-9 exact | neuf | passive/injured-verb | None",
        ]),
        ("La police évoque dix morts, l'opposition en dénonce 50.", [
            "killed | 10-10 exact | dix morts | counted/killed-counted | None",
            "killed | 50-50 exact | 50 | pronoun/killed-counted | None",
        ]),
        ("Où ont péri douze enfants ?", [
            "killed | 12-12 exact | douze enfants | inversion/killed-verb-subject | child",
        ]),
        ("Dans ce bus ont été tués neuf élèves.", [
            "killed | 9-9 exact | neuf élèves | inversion/killed-verb | child",
        ]),
        ("La mort de deux officiers et de six soldats.", [
            "killed | 2-2 exact | deux officiers | action/killed-action | security_force",
            "killed | 6-6 exact | six soldats | action/killed-action | security_force",
        ]),
        ("Le raid a tué, selon le maire, onze personnes.", [
            "killed | 11-11 exact | onze personnes | object/killed-verb | civilian",
        ]),
        ("Il a tué deux voisins et, dans la rue, trois passants.", [
            "killed | 2-2 exact | deux voisins | object/killed-verb | civilian",
            "killed | 3-3 exact | trois passants | object/killed-verb | civilian",
        ]),
        ("L'enlèvement de trente élèves et d'un professeur.", [
            "abducted | 30-30 exact | trente élèves | action/abducted-action | child",
            "abducted | 1-1 exact | un professeur | action/abducted-action | civilian",
        ]),
        ("Cinq corps, trois femmes, deux fillettes.", [
            "killed | 5-5 exact | Cinq corps | counted/killed-counted | None",
            "killed | 3-3 exact | trois femmes | apposition/killed-counted | woman | of Cinq corps",
            "killed | 2-2 exact | deux fillettes | apposition/killed-counted | child | of Cinq corps",
        ]),
        ("Six tués selon le maire ; quatre manifestants et deux gendarmes.", [
            "killed | 6-6 exact | Six tués | counted/killed-counted | None",
        ]),
        ("Six tués lundi, a dit le maire : quatre manifestants et deux gendarmes.", [
            "killed | 6-6 exact | Six tués | counted/killed-counted | None",
            "killed | 4-4 exact | quatre manifestants | colon/killed-counted | civilian | of Six tués",
            "killed | 2-2 exact | deux gendarmes | coordination/killed-counted | security_force | of Six tués",
        ]),
        ("Neuf corps, quatre femmes et cinq enfants, et deux blessés.", [
            "killed | 9-9 exact | Neuf corps | counted/killed-counted | None",
            "killed | 4-4 exact | quatre femmes | apposition/killed-counted | woman | of Neuf corps",
            "killed | 5-5 exact | cinq enfants | apposition/killed-counted | child | of Neuf corps",
            "injured | 2-2 exact | deux blessés | counted/injured-counted | other",
        ]),
        ("Il a tué neuf mineurs, mais douze ont fui.", [
            "killed | 9-9 exact | neuf mineurs | object/killed-verb | civilian",
            "displaced | 12-12 exact | douze | subject/displaced-verb-subject | None",
        ]),
        ("Le pays accueille 1,1 million de réfugiés, dont 550 000 arrivés depuis avril.", [
            "refugee | 1100000-1100000 exact | 1,1 million de réfugiés | counted/refugee-counted | migrant",
            "refugee | 550000-550000 exact | 550 000 | subject/displaced-move | None | of 1,1 million de réfugiés",
        ]),
        ("L'éboulement a fait 62 morts, dont vingt-quatre enfants emportés par le courant.", [
            "killed | 62-62 exact | 62 morts | counted/killed-counted | None",
            "killed | 24-24 exact | vingt-quatre enfants | participle/missing-buried | child | of 62 morts",
        ]),
        ("L'attaque a fait 151 morts, dont dix-neuf étrangers, et 82 blessés.", [
            "killed | 151-151 exact | 151 morts | counted/killed-counted | None",
            "killed | 19-19 exact | dix-neuf étrangers | part/killed-counted | civilian | of 151 morts",
            "injured | 82-82 exact | 82 blessés | counted/injured-counted | other",
        ]),
        ("L'attaque a fait douze morts. Deux des victimes étaient des enfants.", [
            "killed | 12-12 exact | douze morts | counted/killed-counted | None",
            "killed | 2-2 exact | Deux des victimes | counted/casualties-counted | other | of douze morts",
        ]),
        ("Le naufrage a fait 411 morts, 28 étant identifiés.", [
            "killed | 411-411 exact | 411 morts | counted/killed-counted | None",
            "killed | 28-28 exact | 28 | absolute/killed-counted | None | of 411 morts",
        ]),
        ("Trente otages ont été enlevés, dix-neuf ayant été relâchés.", [
            "abducted | 30-30 exact | Trente otages | counted/abducted-counted | other",
            "rescued | 19-19 exact | dix-neuf | passive/rescued-verb | None | of Trente otages",
        ]),
        ("Neuf cents familles ont fui. Trois cents d'entre elles sont au camp.", [
            "displaced | 900-900 exact | Neuf cents familles | subject/displaced-verb-subject | None | household",
            "displaced | 300-300 exact | Trois cents d'entre elles | anaphora/displaced-verb-subject | None | household | of Neuf cents familles",
        ]),
        ("Cinq cents personnes sont blessées ; 375 restaient hospitalisées.", [
            "injured | 500-500 exact | Cinq cents personnes | passive/injured-verb | civilian",
            "injured | 375-375 exact | 375 | passive/injured-verb | None | of Cinq cents personnes",
        ]),
        ("Trois personnes ont été arrêtées. Les deux hommes arrêtés mardi sont libres.", [
            "detained | 3-3 exact | Trois personnes | passive/detained-verb | civilian",
            "detained | 2-2 exact | deux hommes | participle/detained-verb | civilian | of Trois personnes",
        ]),
        ("Le tireur a tué quatre clients (deux femmes et deux hommes).", [
            "killed | 4-4 exact | quatre clients | object/killed-verb | civilian",
            "killed | 2-2 exact | deux femmes | bracket/killed-verb | woman | of quatre clients",
            "killed | 2-2 exact | deux hommes | bracket/killed-verb | civilian | of quatre clients",
        ]),
    ],
)  # fmt: skip
def test_readings(text: str, readings: list[str]) -> None:
    found = find_figures(text, find_quantities(text)[0])[0]
    assert [shown(text, one) for one in found] == readings
