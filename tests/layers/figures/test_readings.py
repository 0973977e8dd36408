"""Whole readings of sentences: what happened to how many of whom, by which rule, and which is a part of which.

One table for all modules of the layer: where one of them goes astray, a line of it changes.
"""

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
        ("Le séisme n'a pas fait douze morts, mais neuf.", [
            "killed | 12-12 exact | douze morts | counted/killed-counted | None",
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
    ],
)  # fmt: skip
def test_readings(text: str, readings: list[str]) -> None:
    found = find_figures(text, find_quantities(text)[0])[0]
    assert [shown(text, one) for one in found] == readings
