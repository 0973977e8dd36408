"""What news of all francophone countries writes for a date: its value, and what is none."""

from __future__ import annotations

import pytest

from nlp_events.layers.dates.rules import find_dates
from tests.layers.marked import marked, within

# value | a sentence with the date in brackets | published, 3 November 2016 unless told; «none» is no date
ITEMS = """
2016-10-31|[lundi] à l'aube, un obus a tué.
2016-10-28|Un obus a tué [vendredi dernier].
2016-10-28|Un obus a tué [vendredi passé].
2016-10-28|Un obus a tué [ce vendredi 28 octobre].
2016-11-04|Le ministre parlera [vendredi prochain].
2016-11-04|Le ministre parlera [vendredi].
2016-11-03|Un obus a tué [ce jeudi].
2016-11-03|Un obus a tué [jeudi matin].
2016-11-02|Un obus a tué [mercredi en fin d'après-midi].
2016-11-02|Un obus a tué [mercredi dans la soirée].
2016-11-01/2016-11-02|Un obus a tué [dans la nuit de mardi à mercredi].
2016-11-01/2016-11-02|Un obus a tué [dans la nuit du mardi au mercredi].
2016-11-01/2016-11-02|Un obus a tué [dans la nuit de mardi à ce mercredi].
2016-11-02/2016-11-03|Un obus a tué [dans la nuit de mercredi à jeudi].
2016-11-02/2016-11-03|Un obus a tué [dans la nuit d'hier à aujourd'hui].
2016-10-31/2016-11-01|Un obus a tué [dans la nuit du lundi 31 octobre au mardi 1er novembre].
2016-10-31/2016-11-01|Un obus a tué [dans la nuit du 31 au 1er novembre].
2016-10-31/2016-11-01|Un obus a tué [la nuit du 31 octobre au 1er novembre].
2016-10-23/2016-10-24|Un obus a tué [dans la nuit du dimanche 23 au lundi 24 octobre].
2016-10-23/2016-10-24|Un obus a tué [dans la nuit du 23-24 octobre].
2016-10-23/2016-10-24|Un obus a tué [dans la nuit de dimanche 23 à lundi 24 octobre 2016].
2016-11-02|Un obus a tué [hier].
2016-11-02|Un obus a tué [hier soir].
2016-11-02|Un obus a tué [hier dans l'après-midi].
2016-11-02|Un obus a tué [hier mercredi].
2016-11-01|Un obus a tué [avant-hier].
2016-11-01|Un obus a tué [avant hier].
2016-11-01|Un obus a tué [avant-hier soir].
2016-11-03|Un obus a tué [aujourd'hui].
2016-11-03|Un obus a tué [ce matin].
2016-11-03|Un obus a tué [ce jour].
2016-11-03|Un obus a tué [aujourd’hui] à Mitte.
2016-11-03|Un obus a tué [tôt ce matin].
2016-11-04|Le ministre parlera [demain].
2016-11-05|Le ministre parlera [après-demain].
2016-10-11|Un raid a eu lieu le 12 octobre. [La veille], la ville était calme.
2016-10-10|Un raid a eu lieu le 12 octobre. [L'avant-veille], la ville était calme.
2016-10-13|Un raid a eu lieu le 12 octobre. [Le lendemain], la ville était calme.
2016-10-14|Un raid a eu lieu le 12 octobre. [Le surlendemain], la ville était calme.
2016-10-12|Un raid a eu lieu le 12 octobre. [Le même jour], un pont a sauté.
2016-10-12|Un raid a eu lieu le 12 octobre. [Ce jour-là], un pont a sauté.
2016-10-09|Un raid a eu lieu le 12 octobre. [Trois jours plus tôt], un pont avait sauté.
2016-10-09|Un raid a eu lieu le 12 octobre. [Trois jours auparavant], un pont avait sauté.
2016-10-15|Un raid a eu lieu le 12 octobre. [Trois jours plus tard], un pont a sauté.
2016-10-15|Un raid a eu lieu le 12 octobre. [Trois jours après], un pont a sauté.
2016-10-19|Un raid a eu lieu le 12 octobre. [Une semaine plus tard], un pont a sauté.
2015-11-03|[Il y a un an jour pour jour], un obus tuait douze civils.
2014-11-03|[Il y a deux ans jour pour jour], un obus tuait douze civils.
2016-09|[Voilà deux mois], un obus tuait douze civils.
2016-09|[Il y a deux mois], un obus tuait douze civils.
2016-09|[Voici deux mois], un obus tuait douze civils.
2016-10-31|[Il y a trois jours], un obus a tué.
2016-10-31|[Voilà trois jours], un obus a tué.
2016-10-20|[Il y a deux semaines], un obus a tué.
2016-10-27|[Il y a une semaine], un obus a tué.
2006|[Il y a dix ans], un obus a tué.
2006|[Il y a une dizaine d'années], un obus a tué.
2015|[Il y a un an], un obus a tué.
2016-05|[Il y a six mois], un obus a tué.
2016-10-24/2016-10-30|[La semaine dernière], un obus a tué.
2016-10-24/2016-10-30|[La semaine passée], un obus a tué.
2016-10-31/2016-11-06|[Cette semaine], un obus a tué.
2016-11-07/2016-11-13|[La semaine prochaine], le ministre parlera.
2016-10-29/2016-10-30|[Le week-end dernier], un obus a tué.
2016-10-29/2016-10-30|[Ce week-end], un obus a tué.
2016-10-29/2016-10-30|[Le weekend passé], un obus a tué.
2016-10-10/2016-10-16|[La semaine du 10 au 16 octobre], un obus a tué.
2016-10-10/2016-10-16|[Semaine 41 de 2016] : douze cas.
2016-10-10/2016-10-16|[la semaine 41] : douze cas à Kindu.
2016-01/2016-03|[Au premier trimestre 2016], douze civils sont morts.
2016-01/2016-03|[Au 1er trimestre 2016], douze civils sont morts.
2016-01/2016-03|[Au T1 2016], douze civils sont morts.
2016-07/2016-09|[Au troisième trimestre], douze civils sont morts.
2015-07/2015-12|[Au second semestre 2015], douze civils sont morts.
2015-07/2015-12|[Au 2e semestre de 2015], douze civils sont morts.
2015-06/2015-08|[L'été 2015], douze civils sont morts.
2015-06/2015-08|[Durant l'été 2015], douze civils sont morts.
2015-03/2015-05|[Au printemps 2015], douze civils sont morts.
2015-09/2015-11|[À l'automne 2015], douze civils sont morts.
2015-12/2016-02|[L'hiver 2015-2016] a tué douze sans-abri.
2015-06/2015-08|[L'été dernier], douze civils sont morts.|2016-05-03
1980/1989|[Dans les années 80], la cité a brûlé.
1980/1989|[Dans les années quatre-vingt], la cité a brûlé.
1980/1989|[Dans les années huitante], la cité a brûlé.
1970/1979|[Dans les années septante], la cité a brûlé.
1990/1999|[Dans les années nonante], la cité a brûlé.
1960/1969|[Dans les années soixante], la cité a brûlé.
1990/1999|[la décennie 1990] fut sanglante.
2015-12-25|[À Noël 2015], un incendie a tué.
2015-12-25|[Le jour de Noël], un incendie a tué.|2016-01-05
2015-12-24|[La veille de Noël], un incendie a tué.|2016-01-05
2015-12-24|[Le réveillon de Noël] a été endeuillé.|2016-01-05
2015-12-31|[Le soir de la Saint-Sylvestre], une fusillade a tué.|2016-01-05
2016-01-01|[Le jour de l'An], une fusillade a tué.|2016-01-05
2016-01-01|[Au Nouvel An], une fusillade a tué.|2016-01-05
2016-03-27|[Le dimanche de Pâques], une bombe a tué.|2016-04-05
2016-03-28|[Le lundi de Pâques], une bombe a tué.|2016-04-05
2016-03-25|[Le Vendredi saint], une bombe a tué.|2016-04-05
2016-05-15|[Le dimanche de Pentecôte], une bombe a tué.|2016-06-05
2016-05-16|[Le lundi de Pentecôte], une bombe a tué.|2016-06-05
2016-08-15|[Le jour de l'Assomption], une bombe a tué.
2016-08-15|[Le 15 août], une bombe a tué.
2016-07-14|[Le 14 juillet], une bombe a tué.
2016-07-14|[le 14-Juillet], un camion a fauché la foule.
2016-07-21|[Le jour de la fête nationale belge], une bombe a tué.
2016-08-01|[Le jour de la fête nationale suisse], une bombe a tué.
2016-06-24|[La Fête nationale du Québec] a été endeuillée.
2015-07-17|[Le jour de l'Aïd el-Fitr 2015], une bombe a tué.
2016-12-25|Le ministre parlera [à Noël].
2016-11-11|[L'Armistice] sera fêté dans le calme.
2016-05-01|[Le 1er-Mai], un ouvrier a été tué.
2016-05-01|[Le jour de la Fête du travail], un ouvrier a été tué.
2016-03-08|[La Journée internationale des droits des femmes] a été endeuillée.|2016-03-20
2016-10-31|[Le soir d'Halloween], un enfant a été tué.
2016-02-09|[Le Mardi gras], un char a tué.|2016-03-05
2016-02-10|[Le mercredi des Cendres], un char a tué.|2016-03-05
2016-01-06|[Le jour de l'Épiphanie], un char a tué.|2016-02-05
2016-02-14|[Le jour de la Saint-Valentin], un char a tué.|2016-03-05
2016-11-24|[Thanksgiving] a été endeuillé.|2016-12-05
none|Les accords de [Noël] n'ont rien réglé.
none|Le Mouvement du [22-Mars] a manifesté.
none|Le boulevard du [9-Avril] est barré.
none|La rue du [11-Novembre] est barrée.
none|L'Alliance du [6 Février] a manifesté.
none|Le pont du [25-Avril] est fermé.
none|La bataille de [Mars-la-Tour] fut rude.
none|Le stade du [28-Septembre] était plein.
none|L'université du [4-Août] est fermée.
none|Le Printemps [arabe] a échoué.
none|Le massacre de la [Saint-Barthélemy] fut terrible.
none|Septembre [noir] a revendiqué.
none|La rue de [Mai] est barrée.
2016-10-25|Le [25.10.], une bombe a tué.
2016-10-25|Berne, le [25.10], une bombe a tué.
2016-10-12|Le [12/10], une bombe a tué.
2015-03-15|[2015-03-15] : une bombe a tué.
2015-07-01|Le [1er/07/2015], une bombe a tué.
2015-07-01|Le [01/07/15], une bombe a tué.
2015-07-01|Le [01.07.15], une bombe a tué.
2015-07-01|Le [1-7-2015], une bombe a tué.
2015-07-01|Le [1er-07-2015], une bombe a tué.
2015-07-01|[2015/07/01] : une bombe a tué.
2015-07-01|[2015.07.01] : une bombe a tué.
2015-07-01|Le [1er juil. 2015], une bombe a tué.
2015-07-01|Le [premier juillet 2015], une bombe a tué.
2015-07-01|Le [1 er juillet 2015], une bombe a tué.
2015-07-02|Le [2ème juillet 2015], une bombe a tué.
2015-07-02|Le [2 du mois de juillet 2015], une bombe a tué.
2015-07-02|Le [02 juillet de l'année 2015], une bombe a tué.
2015-07-02|Le [deux juillet 2015], une bombe a tué.
2015-07-02|Le [2 Juillet, 2015], une bombe a tué.
2015-07-02|Le [02-juil-2015], une bombe a tué.
2015-07-02|Le [2 JUILLET 2015], une bombe a tué.
2015-07-02|Le [jeudi 2 juillet 2015], une bombe a tué.
2015-07-02|Le [jeudi 02/07/2015], une bombe a tué.
2015-07-02|[Jeu. 2 juil. 2015], une bombe a tué.
2015-07-02|Le [2 juillet 2015 à 14 h 30], une bombe a tué.
2015-07-02|Le [2 juillet 2015, vers 3 heures du matin], une bombe a tué.
2015-07-02|Le [2\\njuillet\\n2015], une bombe a tué.
2015-07-02|[2 juillet 15], une bombe a tué.
2016-11-02|Le [2 courant], une bombe a tué.
2016-11-02|Le [2 ct], une bombe a tué.
2016-11-02|Le [2 ct.], une bombe a tué.
2016-11-02|Le [2 du courant], une bombe a tué.
2016-11-02|Le [2 de ce mois], une bombe a tué.
2016-11-02|Le [2 du mois courant], une bombe a tué.
2016-11-02|Le [2 novembre courant], une bombe a tué.
2016-10-25|Le [25 du mois dernier], une bombe a tué.
2016-10-25|Le [25 du mois passé], une bombe a tué.
2016-10-25|Le [25 du mois écoulé], une bombe a tué.
2016-10-25|Le [25 octobre écoulé], une bombe a tué.
2016-10-25|Le [25 octobre passé], une bombe a tué.
2016-10-25|Le [25 octobre de cette année], une bombe a tué.
2015-10-25|Le [25 octobre de l'an dernier], une bombe a tué.
2015-10-25|Le [25 octobre de l'année dernière], une bombe a tué.
2016-10-25|[Mardi 25], une bombe a tué.
2016-10-25|[Le mardi 25 octobre au soir], une bombe a tué.
2016-10-25|[Au soir du 25 octobre], une bombe a tué.
2016-10-25|[Au matin du 25 octobre], une bombe a tué.
2016-10-25|[Dans la matinée du 25 octobre], une bombe a tué.
2016-10-25|[À l'aube du 25 octobre], une bombe a tué.
2016-10-25|[Dans la journée du mardi 25 octobre], une bombe a tué.
2016-10-25|[Dans l'après-midi du 25 octobre], une bombe a tué.
2016-10-25|[En date du 25 octobre], une bombe a tué.
2016-10-25|[À la date du 25 octobre], 12 morts.
2016-10-25|[Au 25 octobre], 12 000 déplacés à Kalemie.
2016-10-20/2016-10-25|[Du 20 au 25 octobre], une bombe a tué.
2016-10-20/2016-10-25|[Entre les 20 et 25 octobre], une bombe a tué.
2016-10-20/2016-10-25|[20-25 octobre 2016] : combats.
2016-10-20/2016-10-25|[Du 20/10 au 25/10], une bombe a tué.
2016-10-20/2016-10-25|[Du 20.10.2016 au 25.10.2016], une bombe a tué.
2016-10-20/2016-10-25|[Du jeudi 20 au mardi 25 octobre], une bombe a tué.
2016-10-20/2016-11-02|[Du 20 octobre au 2 novembre], une bombe a tué.
2015-12-20/2016-01-05|[Du 20 décembre 2015 au 5 janvier 2016], une bombe a tué.
2015-12-20/2016-01-05|[Du 20 décembre au 5 janvier 2016], une bombe a tué.
2015-12/2016-02|[De décembre 2015 à février 2016], une bombe a tué.
2015-12/2016-02|[Entre décembre 2015 et février 2016], une bombe a tué.
2015-01/2015-03|[De janvier à mars 2015], une bombe a tué.
2015-01/2015-03|[janvier-mars 2015] : 12 morts.
2015-01/2015-03|[janv.-mars 2015] : 12 morts.
2014/2015|[En 2014-2015], 12 morts.
2014/2015|[En 2014/15], 12 morts.
1914/1918|[Pendant la guerre de 1914-1918], 12 morts.
1914/1918|[Entre 1914 et 1918], 12 morts.
1914/1918|[De 1914 à 1918], 12 morts.
2014/..|[Depuis 2014], 12 morts.
2014-05/..|[Depuis mai 2014], 12 morts.
2016-05/..|[Depuis le mois de mai], 12 morts.
2014-05-02/..|[Depuis le 2 mai 2014], 12 morts.
2014-05-02/..|[À partir du 2 mai 2014], 12 morts.
2014/..|[À partir de 2014], 12 morts.
2016-10-31/..|[Depuis lundi], 12 morts.
2016-11-02/..|[Depuis hier], 12 morts.
2016-01/..|[Depuis janvier], 12 morts.
2016-01-01/..|[Depuis le début de l'année], 12 morts.
2016-10-20/..|[Depuis deux semaines], il pleut.
../2016-11-30|[Jusqu'au 30 novembre], le camp est fermé.
../2014|[Jusqu'en 2014], le camp était fermé.
../2016-11-08|[Avant le 9 novembre], il faudra partir.
2016-10|[À la mi-octobre], une bombe a tué.
2016-10|[mi-octobre], une bombe a tué.
2016-10|[Fin octobre], une bombe a tué.
2016-10|[À la fin du mois d'octobre], une bombe a tué.
2016-10|[Début octobre], une bombe a tué.
2016-10|[Au début du mois d'octobre], une bombe a tué.
2016-10|[Courant octobre], une bombe a tué.
2016-10|[Dans le courant du mois d'octobre], une bombe a tué.
2016-10|[Au cours du mois d'octobre], une bombe a tué.
2016-10|[Vers la fin octobre], une bombe a tué.
2016-10|[fin-octobre], une bombe a tué.
2016-10|[Le mois passé], une bombe a tué.
2016-10|[En octobre dernier], une bombe a tué.
2016-11|[Ce mois-ci], une bombe a tué.
2016-11|[Au début du mois], une bombe a tué.
2015|[Fin 2015], une bombe a tué.
2015|[Courant 2015], une bombe a tué.
2015|[À la mi-2015], une bombe a tué.
2015|[L'an dernier], une bombe a tué.
2015|[L'an passé], une bombe a tué.
2015|[L'année passée], une bombe a tué.
2014|[Il y a deux ans], une bombe a tué.
2016|[Cette année], une bombe a tué.
2017|[L'an prochain], il parlera.
2015-10|[En octobre 2015], une bombe a tué.
2015-10|[En octobre de l'an dernier], une bombe a tué.
2015-10|[En 10/2015], une bombe a tué.
2015-10|[oct. 2015] : 12 morts.
2015-10|[au mois d'octobre 2015], une bombe a tué.
2015-10|[octobre de 2015] : 12 morts.
1912-04-15|Le [15 avril 1912], le paquebot a sombré.|1912-04-16
1912-04-14/1912-04-15|[Dans la nuit du 14 au 15 avril], le paquebot a sombré.|1912-04-16
1902-05-08|Le [8 mai 1902], la montagne Pelée a tué.
1908-12-28|Le [28 du mois dernier], la terre a tremblé.|1909-01-05
2026-02-14|[Samedi dernier], une bombe a tué.|2026-02-18
2026-02-17|[Le Nouvel An chinois] a été endeuillé.|2026-02-20
2026-03-20|[Le jour de l'Aïd el-Fitr], une bombe a tué.|2026-03-25
2015-11-12|Le [12 nobembre 2015], une bombe a tué.
2015-07-12|Le [12 jullet 2015], une bombe a tué.
2015-09-12|Le [12 septemre 2015], une bombe a tué.
2016-10-29|[Samdi], une bombe a tué.
none|Le [31 juin 2015], une bombe a tué.
none|Le [32/10/2015], une bombe a tué.
2015-10-25|Dans la [journée du 25 octobre 2015], une bombe a tué.
2016-10-25|Le [vingt-cinq octobre], une bombe a tué.
2016-10-25|Le [25 oct], une bombe a tué.
2016-09-11|Le jour de la [Tabaski], rien
2016-11-03|[À midi ce jeudi], une bombe a tué.
2016-10-31|[Ce lundi 31], une bombe a tué.
2016-10-31|Le [lundi 31 octobre dernier], une bombe a tué.
""".strip().splitlines()


@pytest.mark.parametrize("item", ITEMS)
def test_a_wording_of_a_date(item: str) -> None:
    expected, text, published = [*item.split("|"), "2016-11-03"][:3]
    text, start, end = marked(text)
    found = within(find_dates(text, published=published), start, end)
    assert [one["value"] for one in found] == [expected] * (expected != "none")
