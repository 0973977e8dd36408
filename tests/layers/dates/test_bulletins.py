"""What bulletins of all francophone countries write for a date: its value, and what is none."""

from __future__ import annotations

import pytest

from nlp_events.layers.dates.rules import find_dates
from tests.layers.marked import marked, within

# value | a sentence with the date in brackets | published, 3 November 2016 unless told; «none» is no date
ITEMS = """
2016-10-29|Un obus a tué [samedi dans la matinée].
2016-10-29|Un obus a tué [samedi vers midi].
2016-10-29|Un obus a tué [samedi en début de soirée].
2016-10-29|Un obus a tué [samedi peu avant minuit].
2016-10-29|Un obus a tué [samedi à 14 heures].
2016-10-29|Un obus a tué [samedi, à la tombée de la nuit].
2016-10-29|Un obus a tué [samedi après-midi].
2016-10-29|Un obus a tué [samedi au petit matin].
2016-10-29|Un obus a tué [samedi 29].
2016-10-29|Un obus a tué [samedi 29 octobre courant].
2016-10-29|Un obus a tué [le samedi 29 octobre de l'année en cours].
2016-10-29|Un obus a tué [ce samedi].
2016-10-29|Un obus a tué [ce dernier samedi].
2016-10-29|Un obus a tué [le samedi précédent].
2016-10-29|Un obus a tué [le samedi passé].
2016-10-29|Un obus a tué [samedi de la semaine dernière].
2016-10-29|Un obus a tué [le samedi, 29 octobre].
2016-10-29|Un obus a tué [Sam. 29 oct.].
2016-10-29|Un obus a tué [SAMEDI].
2016-10-29|Un obus a tué [samedi, 29.10.2016].
2016-11-05|Le ministre parlera [samedi].
2016-11-05|Le ministre parlera [samedi prochain].
2016-11-05|Le ministre parlera [ce samedi].
2016-11-12|Le ministre parlera [samedi en huit].
2016-10-29/2016-10-30|Un obus a tué [samedi et dimanche].
2016-10-29/2016-10-30|Un obus a tué [entre samedi et dimanche].
2016-10-29/2016-10-30|Un obus a tué [de samedi à dimanche].
2016-10-29/2016-10-30|Un obus a tué [dans la nuit de samedi à dimanche].
2016-10-29/2016-10-30|Un obus a tué [durant la nuit de samedi à dimanche].
2016-10-29/2016-10-30|Un obus a tué [la nuit de samedi à dimanche].
2016-10-29/2016-10-30|Un obus a tué [dans la nuit de samedi à dimanche dernier].
2016-10-29/2016-10-30|Un obus a tué [dans la nuit du 29 au 30 octobre].
2016-10-29/2016-10-30|Un obus a tué [dans la nuit du 29 au 30 octobre 2016].
2016-10-29/2016-10-30|Un obus a tué [dans la nuit du 29 octobre au 30 octobre].
2016-10-29/2016-10-30|Un obus a tué [dans la nuit du samedi 29 au dimanche 30 octobre].
2016-10-29/2016-10-30|Un obus a tué [dans la nuit du 29/10 au 30/10].
2016-10-29/2016-10-30|Un obus a tué [nuit du 29 au 30].
2016-10-29/2016-10-30|Un obus a tué [les 29 et 30 octobre].
2016-10-29/2016-10-30|Un obus a tué [les samedi 29 et dimanche 30 octobre].
2016-10-29/2016-10-30|Un obus a tué [29-30 octobre].
2016-11-01|Un obus a tué [mardi dans la nuit].
2016-11-02/2016-11-03|Un obus a tué [dans la nuit de mercredi à ce jeudi].
2016-11-02|Un obus a tué [la nuit dernière].
2016-11-02|Un obus a tué [hier, mercredi 2 novembre].
2016-11-02|Un obus a tué [hier mercredi 2 novembre].
2016-11-02|Un obus a tué [hier vers 15 h].
2016-11-02|Un obus a tué [hier à l'aube].
2016-11-02|Un obus a tué [Hier].
2016-11-02|Un obus a tué [la journée d'hier].
2016-11-02|Un obus a tué [au cours de la journée d'hier].
2016-11-02|Un obus a tué [au soir d'hier].
2016-11-02|Un obus a tué [dans la soirée d'hier].
2016-11-02|Un obus a tué [en date d'hier].
2016-11-01|Un obus a tué [avant-hier mardi].
2016-11-03|Un obus a tué [ce 3 novembre].
2016-11-03|Un obus a tué [en ce jeudi 3 novembre].
2016-11-03|Un obus a tué [ce jeudi matin].
2016-11-03|Un obus a tué [dans la matinée de ce jeudi].
2016-11-03|Un obus a tué [cet après-midi].
2016-11-03|Un obus a tué [ce midi].
2016-11-03|Un obus a tué [cette nuit].
2016-10-14|Un pont a sauté le 12 octobre. [Deux jours plus tard], un obus a tué.
2016-10-14|Un pont a sauté le 12 octobre. [Deux jours après], un obus a tué.
2016-10-13|Un pont a sauté le 12 octobre. [Le jour suivant], un obus a tué.
2016-10-13|Un pont a sauté le 12 octobre. [Dès le lendemain], un obus a tué.
2016-10-13|Un pont a sauté le 12 octobre. [Le lendemain matin], un obus a tué.
2016-10-13|Un pont a sauté le 12 octobre. [Le lendemain soir], un obus a tué.
2016-10-11|Un pont a sauté le 12 octobre. [La veille au soir], un obus avait tué.
2016-10-11|Un pont a sauté le 12 octobre. [Le jour précédent], un obus avait tué.
2016-10-11|Un pont a sauté le 12 octobre. [Un jour plus tôt], un obus avait tué.
2016-10-05|Un pont a sauté le 12 octobre. [Une semaine plus tôt], un obus avait tué.
2016-10-05|Un pont a sauté le 12 octobre. [Une semaine auparavant], un obus avait tué.
2016-10-12|Un pont a sauté le 12 octobre. [Le jour même], un obus a tué.
2016-10-12|Un pont a sauté le 12 octobre. [Le soir même], un obus a tué.
2016-10-12|Un pont a sauté le 12 octobre. [Ce matin-là], un obus a tué.
2016-10|Un pont a sauté le 12 octobre. [Ce mois-là], un obus a tué.
2015|Un pont a sauté le 12 octobre 2015. [La même année], un obus a tué.
2016|Un pont a sauté le 12 octobre 2015. [L'année suivante], un obus a tué.
2014|Un pont a sauté le 12 octobre 2015. [L'année précédente], un obus avait tué.
2014|Un pont a sauté le 12 octobre 2015. [Un an plus tôt], un obus avait tué.
2014|Un pont a sauté le 12 octobre 2015. [Un an auparavant], un obus avait tué.
2015-10-14|Un pont a sauté le 12 octobre 2015. [Le 14 du même mois], un obus a tué.
2015-10-14|Un pont a sauté le 12 octobre 2015. [Le surlendemain], un obus a tué.
2015-10-14|Un pont a sauté le 12 octobre 2015. [Au surlendemain], un obus a tué.
2015-11|Un pont a sauté le 12 octobre 2015. [Le mois suivant], un obus a tué.
2015-09|Un pont a sauté le 12 octobre 2015. [Le mois précédent], un obus avait tué.
2011|[Il y a cinq ans], un obus a tué.
2016-10-24|[Il y a dix jours], un obus a tué.
2016-10-13|[Il y a trois semaines], un obus a tué.
2016-08|[Il y a trois mois], un obus a tué.
2016-08|[Voici trois mois], un obus a tué.
2016-10|[Il y a un mois], un obus a tué.
2016-10-03|[Il y a un mois jour pour jour], un obus a tué.
2015|[Voilà un an], un obus a tué.
2015|[Voici un an], un obus a tué.
2015|[Il y a tout juste un an], un obus a tué.
2016-10-31|[Voici trois jours], un obus a tué.
2016-11-01|[Il y a deux jours], un obus a tué.
2016-11-01|[Il y a 48 heures], un obus a tué.
2016-11-06|[Dans trois jours], il parlera.
2016-11-17|[Dans deux semaines], il parlera.
2016-10-31/2016-11-03|[Ces trois derniers jours], un obus a tué.
2016-10-17/2016-10-23|[Semaine 42] : douze cas.
2016-10-17/2016-10-23|[La semaine du 17 octobre], un obus a tué.
2016-10-17/2016-10-23|[La semaine du 17 au 23 octobre 2016], un obus a tué.
2016-10-17/2016-10-23|[17-23 octobre] : douze cas.
2016-10-24/2016-10-30|[la semaine écoulée], un obus a tué.
2016-10-24/2016-10-30|[au cours de la semaine dernière], un obus a tué.
2016-10|[Durant le mois écoulé], un obus a tué.
2016-10|[Le mois écoulé] a été meurtrier.
2015|[L'année écoulée] a été meurtrière.
2016-04/2016-06|[Au deuxième trimestre 2016], un obus a tué.
2016-04/2016-06|[Au 2e trimestre], un obus a tué.
2016-04/2016-06|[Au T2 2016] : douze cas.
2016-04/2016-06|[2e trim. 2016] : douze cas.
2016-01/2016-06|[Au premier semestre], un obus a tué.
2016-01/2016-06|[Au S1 2016] : douze cas.
2016-01/2016-06|[les six premiers mois de l'année] : douze cas.
2016-01/2016-06|[au premier semestre de cette année] : douze cas.
2015-12/2016-02|[L'hiver dernier], il a neigé.
2016-06/2016-08|[Cet été], il a plu.
2016-03/2016-05|[Au printemps dernier], il a plu.
2016-06/2016-08|[Pendant l'été], il a plu.
2016-06/2016-08|[l'été passé], il a plu.
2014-09/2014-11|[à l'automne de 2014], il a plu.
1990/1999|[Dans les années 1990], il a plu.
1990/1999|[Pendant les années quatre-vingt-dix], il a plu.
1920/1929|[Dans les années vingt], il a plu.
1930/1939|[Dans les années trente], il a plu.
2010/2019|[Dans les années 2010], il a plu.
2000/2009|[Dans les années 2000], il a plu.
2016-12-25|Il parlera [le 25 décembre].
2015-12-24|[Au réveillon de Noël], un feu a tué.|2016-01-05
2015-12-31|[Au réveillon du Nouvel An], un feu a tué.|2016-01-05
2016-03-27|[À Pâques], un feu a tué.|2016-04-05
2016-03-27|[Le jour de Pâques 2016], un feu a tué.
2016-03-24|[Le Jeudi saint], un feu a tué.|2016-04-05
2016-03-20|[Le dimanche des Rameaux], un feu a tué.|2016-04-05
2016-05-05|[Le jeudi de l'Ascension], un feu a tué.|2016-05-20
2016-05-26|[Le jour de la Fête-Dieu], un feu a tué.|2016-06-05
2016-04-04|[Le jour de la fête de l'indépendance du Sénégal], un feu a tué.
2014-10-04|[Le jour de la Tabaski 2014], un feu a tué.
2016-07-06|[Le jour de la Korité], un feu a tué.
2016-10-11|[La fête de l'Achoura] a été endeuillée.
2016-10-12|[Le jour du Yom Kippour], un feu a tué.
2016-10-30|[La fête de Diwali] a été endeuillée.
2016-02-08|[Le Nouvel An chinois] a été endeuillé.|2016-02-20
2016-06-30|[Le jour de l'indépendance de la RDC], un feu a tué.
2016-06-30|[Le 30-Juin], un feu a tué.
2016-05-20|[La fête nationale du Cameroun] a été endeuillée.
2016-08-07|[La fête nationale ivoirienne] a été endeuillée.
2016-06-26|[La fête nationale malgache] a été endeuillée.
2016-07-05|[La fête de l'indépendance algérienne] a été endeuillée.
2016-11-01|[Le jour de la Toussaint], un feu a tué.
2016-05-08|[Le 8-Mai], un feu a tué.
2016-09-18|[Le jour du Jeûne fédéral], un feu a tué.
none|La rue du [8-Mai-1945] est barrée.
none|L'avenue du [30-Juin] est barrée.
none|Le quartier [11-Novembre] est barré.
none|Le palais du [25-Janvier] brûle.
none|Le Parti du [15-Novembre] proteste.
none|L'affaire du [Watergate] éclate.
none|La révolution d'[Octobre] a triomphé.
none|Le traité de [Versailles] fut signé.
none|Le journal Le [Matin] l'écrit.
none|Le journal L'[Aurore] l'écrit.
none|Le Dimanche [sanglant] a marqué.
none|Mme [Avril] a témoigné.
none|M. [Janvier] a témoigné.
none|Il marche [vite].
none|Il a reçu [2000 euros].
none|Il a [20 ans].
none|[Chaque lundi], il prie.
none|[Tous les vendredis], il prie.
2016-11-03|[3.11.2016] - Un obus a tué.
2016-11-03|[03/11/2016] Un obus a tué.
2016-11-03|[3/11/2016] Un obus a tué.
2016-11-03|[03-11-2016] Un obus a tué.
2016-11-03|[2016-11-03T14:30:00Z] Un obus a tué.
2016-11-03|[03.11.16] Un obus a tué.
2016-11-03|[3 nov 16] Un obus a tué.
2016-11-03|Paris, [3 nov 2016] (AFP) - Un obus a tué.
2016-11-03|PARIS, [3 novembre] (Reuters) - Un obus a tué.
2016-11-03|Genève, [le 3 novembre] - Un obus a tué.
2016-11-03|Dakar, [3 nov] (APS) - Un obus a tué.
2016-11-03|KINSHASA, [jeudi 3 novembre 2016] – Un obus a tué.
2016-11-01|Le [premier novembre], un obus a tué.
2016-11-01|Le [1 novembre], un obus a tué.
2016-11-01|Le [1er nov.], un obus a tué.
2016-11-01|Le [01 novembre], un obus a tué.
2016-11-01|Le [1er Novembre 2016], un obus a tué.
2016-11-01|Le [1er.11.2016], un obus a tué.
2015-12-13|Le [dimanche 13 décembre dernier], un obus a tué.|2016-01-20
2015-12-13|Le [13 décembre], un obus a tué.|2016-01-20
2015-12-13|Le [13.12.], un obus a tué.|2016-01-20
2015-12-13|Le [13/12], un obus a tué.|2016-01-20
2015-12-13|Le [13 déc.], un obus a tué.|2016-01-20
2015-12-13|Le [13 du mois dernier], un obus a tué.|2016-01-20
2015-12-13|Le [13 décembre de l'an dernier], un obus a tué.|2016-01-20
2015-12-13|Le [13 décembre de l'année passée], un obus a tué.|2016-01-20
2015-12-13|Le [13 décembre écoulé], un obus a tué.|2016-01-20
2015-12|[En décembre], un obus a tué.|2016-01-20
2015-12|[En décembre dernier], un obus a tué.|2016-01-20
2015-12|[Fin décembre], un obus a tué.|2016-01-20
2015-12|[Mi-décembre], un obus a tué.|2016-01-20
2015-12|[Le mois dernier], un obus a tué.|2016-01-20
2015-12/2016-01|[Entre décembre et janvier], un obus a tué.|2016-01-20
2015-12-28/2016-01-03|[Du 28 décembre au 3 janvier], un obus a tué.|2016-01-20
2016-05/2016-07|[De mai à juillet], un obus a tué.
2016-05/2016-07|[Entre mai et juillet], un obus a tué.
2016-05/2016-06|[mai-juin 2016] : douze cas.
2016-05/2016-06|[mai/juin 2016] : douze cas.
2015-11/2016-03|[De novembre 2015 à mars 2016], un obus a tué.
2015-11-13/2016-03-22|[Entre le 13 novembre 2015 et le 22 mars 2016], un obus a tué.
2015-11-13/2016-03-22|[du 13.11.2015 au 22.3.2016] : douze cas.
2015-11-13/2016-03-22|[du 13/11/2015 au 22/03/2016] : douze cas.
2012/2015|[De 2012 à 2015], un obus a tué.
2012/2015|[Entre 2012 et 2015], un obus a tué.
2012/2015|[2012-2015] : douze cas.
2012/..|[Depuis 2012], un obus a tué.
2012/..|[Dès 2012], un obus a tué.
2012/..|[depuis l'année 2012], un obus a tué.
2016-05/..|[depuis mai], un obus a tué.
2016-05/..|[depuis mai dernier], un obus a tué.
2016-05/..|[depuis la mi-mai], un obus a tué.
2016-05/..|[depuis fin mai], un obus a tué.
2016-05-04/..|[depuis le 4 mai], un obus a tué.
2016-05-04/..|[depuis le 4/5/2016], un obus a tué.
2016-05-04/..|[À compter du 4 mai], un obus a tué.
2016-10-29/..|[depuis samedi], un obus a tué.
2016-10-29/..|[depuis samedi dernier], un obus a tué.
2016-11-01/..|[depuis avant-hier], un obus a tué.
2013/..|[depuis trois ans], un obus a tué.
2016-10-24/..|[depuis dix jours], un obus a tué.
../2016-11-15|[jusqu'au 15 novembre], il reste.
../2016-11-04|[jusqu'à demain], il reste.
../2016-12|[jusqu'en décembre], il reste.
../2016-12|[jusqu'à fin décembre], il reste.
../2016-12|[jusqu'à la fin décembre], il reste.
../2016|[jusqu'à la fin de l'année], il reste.
../2014-12-31|[avant 2015], il restait.
2015|[vers 2015], un obus a tué.
2015|[aux alentours de 2015], un obus a tué.
2016-10-20|[aux environs du 20 octobre], un obus a tué.
2016-10-20|[autour du 20 octobre], un obus a tué.
2016-10-20|[le 20 octobre environ], un obus a tué.
2016-10-20|Le [20octobre 2016], un obus a tué.
2016-10-20|Le [20 octbre 2016], un obus a tué.
2016-10-20|Le [20 octobe 2016], un obus a tué.
2016-10-20|Le [20 Octobre2016], un obus a tué.
2016-10-20|Le [20\\noctobre 2016], un obus a tué.
2016-10-20|Le [jeudi 20\\noctobre], un obus a tué.
2016-10-20|Le [20  octobre  2016], un obus a tué.
2016-10-20|Le [20 octobre, 2016], un obus a tué.
2016-10-20|[Jeudi, le 20 octobre], un obus a tué.
2016-10-20|[Jeudi le 20 octobre 2016], un obus a tué.
2016-10-20|Le [20 octobre au matin], un obus a tué.
2016-10-20|Le [20 octobre, à 14h30], un obus a tué.
2016-10-20|[20 octobre 2016, 14 h 30.] Un obus a tué.
1923-09-01|Le [1er septembre], la terre a tremblé.|1923-09-03
1956-08-08|[Mercredi dernier], le feu a tué.|1956-08-10
1906-03-10|[Samedi matin], le grisou a tué.|1906-03-12
1947|[En 1947], l'île s'est soulevée.|1990-01-01
1994-04-07/1994-07-04|[Du 7 avril au 4 juillet 1994], un génocide.
1962-03-19|Le [19 mars 1962], les armes se turent.
1917|[En 1917], le front a cédé.
1789|[En 1789], le peuple a pris la forteresse.
1685|[En 1685], l'édit fut révoqué.
2020-08-04|[Mardi], le port a explosé.|2020-08-05
2023-02-06|[Lundi], la terre a tremblé.|2023-02-07
2026-01-01|[Dans la nuit du Nouvel An], le bar a brûlé.|2026-01-03
""".strip().splitlines()


@pytest.mark.parametrize("item", ITEMS)
def test_a_date_of_bulletins(item: str) -> None:
    expected, text, published = [*item.split("|"), "2016-11-03"][:3]
    text, start, end = marked(text)
    found = within(find_dates(text, published=published), start, end)
    assert [one["value"] for one in found] == [expected] * (expected != "none")
