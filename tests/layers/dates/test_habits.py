"""Dates as agencies of all countries write them, in whole dispatches: its value, and what is none."""

from __future__ import annotations

import pytest

from nlp_events.layers.dates.rules import find_dates
from tests.layers.marked import marked, within

# value | a sentence with the date in brackets | published, 12 May 2021 (a Wednesday) unless told, «-» if unknown;
# «none» is no date
ITEMS = """
2018|Douze civils ont été tués [il y a de cela trois ans] dans le Liptako.
2019|Douze civils ont été tués [il y a deux longues années] dans le Liptako.
1971|Douze civils ont été tués [il y a un demi-siècle] dans le Liptako.
1971|Douze civils ont été tués [voilà près d'un demi-siècle] dans le Liptako.|2021-01-12
2021-05-09|Douze civils ont été tués [il y a seulement trois jours] dans le Liptako.
2021-05-12|Douze civils ont été tués [il y a quelques heures] dans le Liptako.
2021-05-10|Le séisme [d'avant-hier] a détruit douze maisons.
2021-05-12|Douze civils ont été tués [voici quelques heures] dans le Liptako.
2021-05-03|L'attaque du 3 mai a fait douze morts. [Quelques heures plus tard], l'armée a riposté.
2021-05-03|L'attaque du 3 mai a fait douze morts. [Quelques heures auparavant], un drone avait survolé le camp.
2021-05-14|Le tribunal doit rendre sa décision [vendredi], selon le greffe.
2021-05-14|Les recherches reprendront [vendredi], selon le préfet.
2021-05-07|Les corps ont été inhumés [vendredi], selon le préfet.
2021-12-05|Le scrutin est fixé [au 5 décembre] en Gambie.
2021-12-05|Le procès a été reporté [au 5 décembre] par le juge.
2021-05-14|L'audience est repoussée [à vendredi].
2021-05-03/2021-05-05|Les combats [du 3 au 5] ont fait douze morts à Goz Beïda.
2021-05-03/2021-05-05|Douze civils ont été tués [entre le 3 et le 5], selon la mission.
none|Le parti est passé [du 5 au 10] pour cent des voix.
2021-05-03|L'accident s'est produit le [03-05-21] à Arlon.
2021-05-03|L'accident s'est produit lundi [3-5-21] à Arlon.
none|Il a gagné par [6-3-12] à Arlon.
2021-05-03|L'accident s'est produit le [03 / 05 / 2021] à Lévis.
2021-05-03|L'accident s'est produit le [3 mai 2021 (lundi)] à Lévis.
2021-05-03|L'accident s'est produit [le 3 mai (lundi)] à Lévis.
2021-01-01|L'accident s'est produit le [ler janvier 2021] à Lomé.
2021-01-01|L'accident s'est produit le [Ier janvier 2021] à Lomé.
2021-02-14|L'accident s'est produit le [l4 février 2021] à Lomé.
2021-02-14|L'accident s'est produit le [14 fevrler 2021] à Lomé.
2020-11-04|L'accident s'est produit le [4 novermbre 2020] à Lomé.
2020-12-04|L'accident s'est produit le [4 desembre 2020] à Lomé.
2020-07-01|L'accident s'est produit le [1er juollet 2020] à Lomé.
none|Il a vendu 12 [disques] en rupture.
2021-05-11|L'accident s'est produit [mardl] à Lomé.
2020-10-04|L'accident s'est produit le [dimanche\\n4 octobre 2020] à Lomé.
2021-05-09|Le titre [de dimanche]\\n12 morts à Lomé
2020-10-04|L'accident s'est produit le [4 octobre de l'an 2020] à Lomé.
2021-05-03/2021-05-05|Combats [3–5 mai 2021] : 12 morts.
2021-01/2021-04|Bilan [janvier–avril 2021] : 12 morts.
2021-05-12|Un homme a été poignardé [ce jour mercredi 12 mai 2021] à Bouaké.
2021-04-05/2021-04-11|Douze morts ont été recensés [la semaine allant du 5 au 11 avril].
2021-04-05/2021-04-11|Douze morts ont été recensés dans la [semaine du 5 au 11 avril 2021].
2021-04-16/2021-04-30|Douze morts ont été recensés [dans la deuxième moitié d'avril].
2021-04-01/2021-04-15|Douze morts ont été recensés [dans la première moitié du mois d'avril].
2020-01/2020-06|Douze morts ont été recensés [dans la première moitié de 2020].
2021-07/2021-12|Douze camps ouvriront [dans la seconde moitié de l'année].
2021-03/2021-04|Douze morts ont été recensés [en mars et avril].
2021-03/2021-04|Douze morts ont été recensés [en mars et en avril].
2021-02/2021-04|Douze morts ont été recensés [en février, mars et avril].
2021-01|Douze morts ont été recensés en [janvier] et avril.
2020-06/2020-08|Un camp avait brûlé [l'été de l'année dernière].
2021-10/2021-12|Un camp ouvrira [au dernier trimestre de l'année].
2021-05-08/2021-05-09|Douze noyades [le week-end du 8 et 9 mai].
2021-04-03|Une attaque a visé la cathédrale [le samedi saint].
2021-05-22/2021-05-23|Huit baigneurs se sont noyés [durant le week-end de la Pentecôte].|2021-05-26
2021-06-24|Une fusillade a éclaté [le soir de la Saint-Jean] à Montréal.|2021-06-26
2021-06-23|Une fusillade a éclaté [la veille de la Saint-Jean] à Montréal.|2021-06-26
2019-05-03|[Deux ans jour pour jour après] le naufrage du 3 mai 2017, une stèle a été posée.
2021-05-06|L'armée s'était retirée [l'avant-veille] de l'attaque de samedi.
none|Un attentat a frappé Lima mercredi. [Un an jour pour jour après] cet attentat, le deuil était général.
2021-05-07|Le chantier a coûté moins que prévu, dit un rapport remis [vendredi].
2021-04-13/2021-05-12|Huit ouvriers ont péri [en plein ramadan].|2022-03-10
2022-12-25|Huit ouvriers seront libérés [à Noël].|2022-03-10
2021-12-25|Les fêtes [de Noël] ont été annulées.|2021-12-15
2021-05-11|Huit ouvriers ont péri [à l'aube, mardi].
2021-05-10/2021-05-11|Des tirs ont éclaté [lundi puis mardi].
2021-05-16|Le scrutin [de dimanche] se tiendra sous bonne garde.
2021-05-09|Le scrutin [de dimanche] s'est tenu sous bonne garde.
2021-05-18|La tempête a frappé le 11 mai. [Sept jours après], on cherche les disparus.|2021-05-20
2021-05-18|La tempête a frappé le 11 mai. [Sept jours plus tard], on cherche les disparus.|2021-05-20
2021-01/2021-07|[Les sept premiers mois de 2021] ont été meurtriers.|2021-10-20
2020-08|La ville comptait encore ses morts [d'août].|2021-05-12
2020-07|Le pont cédait [en juillet].
2021-05-08/2021-05-09|Une avalanche a tué trois skieurs [le week-end du 8/9 mai] en Valais.
2021-05-08/2021-05-09|Une avalanche a tué trois skieurs [samedi/dimanche] en Valais.
2020-12-24/2020-12-25|Un obus est tombé dans la nuit du [24/25 décembre 2020].
none|Le vol [2021] a été détourné.
none|Le marché se tient [le premier lundi de chaque mois].
none|Le marché se tient [le jeudi] sur deux.
2021-05-03|(Kinshasa, 4 mai 2021) – Un bac a chaviré [lundi] à Likasi.|-
2021-05-03|04.05.2021, 14:12\\nUn bac a chaviré [lundi] à Likasi.|-
2021-05-03|Le 4 mai 2021 à 14h12\\nUn bac a chaviré [lundi] à Likasi.|-
2021-05-04|Le lundi 3 mai 2021, un bac a chaviré. Deux corps ont été repêchés [mardi].|-
2021-05-03|Le lundi 3 mai 2021, un bac a chaviré. Deux corps ont été repêchés [lundi].|-
XXXX-XX-XX|Le 3 mai 2021, un bac a chaviré. Deux corps ont été repêchés [mardi].|-
XXXX-XX-XX|Le lundi 3 mai 2021, un bac a chaviré. Deux corps ont été repêchés [mardi dernier].|-
""".strip().splitlines()


@pytest.mark.parametrize("item", ITEMS)
def test_a_habit_of_writing_a_date(item: str) -> None:
    expected, text, published = [*item.split("|"), "2021-05-12"][:3]
    text, start, end = marked(text)
    found = within(find_dates(text, published=None if published == "-" else published), start, end)
    assert [one["value"] for one in found] == [expected] * (expected != "none")
