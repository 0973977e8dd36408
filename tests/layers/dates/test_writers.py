"""What ten kinds of writers put down for a date, from the desk of an agency to a scanned page of 1992."""

from __future__ import annotations

import pytest

from nlp_events.layers.dates.rules import find_dates
from tests.layers.marked import marked, within

# value | a sentence with the date in brackets | the day it was published; «none» is no date
ITEMS = """
2020-08-18|Il y a un an, [le 18 août], les militaires renversaient IBK.|2021-08-18
2021-05-13|[Le jour de la fête de Ramadan], un minibus a sauté.|2021-05-15
2018-11-13/2018-11-14|Le massacre de La Saline ([13 et 14 novembre 2018]) a fait 71 morts.|2021-08-18
2021-05-18|[Le jour du drapeau], un convoi a été attaqué.|2021-08-18
2021-08-14/2021-08-15|Deux personnes se sont noyées [en fin de semaine].|2021-08-18
2021-08-14/2021-08-15|Deux personnes se sont noyées [la fin de semaine dernière].|2021-08-18
2021-08-14/2021-08-15|Deux personnes se sont noyées [au cours de la fin de semaine].|2021-08-18
2021-08-21/2021-08-22|Les recherches reprendront [la fin de semaine prochaine].|2021-08-18
2021-05-24|Un feu a éclaté [lors de la Journée nationale des patriotes].|2021-08-18
2020-09-21|Un alpiniste a chuté [le Lundi du Jeûne].|2021-08-18
2021-05-13/2021-05-16|Un alpiniste a chuté [durant le week-end de l'Ascension].|2021-08-18
2021-04-02|Un alpiniste a chuté [le Vendredi-Saint].|2021-08-18
2021-09-26|Le peuple votera [le dernier dimanche de septembre].|2021-08-18
2021-09-05|Le peuple votera [le premier dimanche de septembre].|2021-08-18
2021-08-10|[Mardi dernier, 10 août], les flammes ont encerclé Larbaâ Nath Irathen.|2021-08-18
2021-07-21|Aucun défilé [le jour de la Fête nationale, ce 21 juillet].|2021-08-18
2021-08-17|Un homme a été poignardé [mardi au cours de la nuit].|2021-08-18
2021-08-16|[Lundi (16/8)], un ouvrier a chuté.|2021-08-18
2011-08-18|[Il y a tout juste dix ans, le 18 août 2011], une tempête balayait le Pukkelpop.|2021-08-18
2021-08-28/2021-08-29|Le festival reprendra [les 28 et 29].|2021-08-18
1914/1918|La guerre de [14-18] fit dix millions de morts.|2021-08-18
1939/1945|La guerre de [39-45] fit soixante millions de morts.|2021-08-18
1347/1352|La peste noire ([1347-1352]) tua un tiers de l'Europe.|2021-08-18
1347/..|[À partir de 1347], la peste noire tua un tiers de l'Europe.|2021-08-18
1945-08-06|[Le 6 août 45], la bombe tomba sur Hiroshima.|2021-08-18
1945-08-15|La bombe tomba le 6 août 1945. [Le 15], le Japon capitula.|2021-08-18
1936/1939|La guerre d'Espagne ([1936 – 1939]) fit 500 000 morts.|2021-08-18
1994-04-01|Le [1° avril 1994], les combats font rage.|1994-04-13
1994-02-12|Le [12 févner 1994], les combats font rage.|1994-04-13
1993-12-12|Le [12 dé-\\ncembre 1993], les combats font rage.|1994-04-13
1993-07-12|Le [12 jui11et 1993], les combats font rage.|1994-04-13
1993-11-12|Le [12 novem bre 1993], les combats font rage.|1994-04-13
1993-10-12|Le [12 octobre I993], les combats font rage.|1994-04-13
1993-10-12|Le [12 octobre l993], les combats font rage.|1994-04-13
1993-10-12|Le [12 octobre 19 93], les combats font rage.|1994-04-13
1993-10-12|Le [12 . 10 . 1993], les combats font rage.|1994-04-13
1994-04-09|[Sa-\\nmedi], un obus a tué trois enfants.|1994-04-13
1994-04-10|[Dirnanche], un obus a tué trois enfants.|1994-04-13
1994-04-09|[sarnedi], un obus a tué trois enfants.|1994-04-13
1994-04-11|[Avant - hier], un obus a tué trois enfants.|1994-04-13
1994-04-09/1994-04-10|[Dans la nuit de same-\\ndi à dimanche], un obus a tué trois enfants.|1994-04-13
1994-04-09/1994-04-10|[Ce week - end], un obus a tué trois enfants.|1994-04-13
1994-04-12|Un obus a tué trois enfants [aujourd' hui].|1994-04-12
1994-04-12|Un obus a tué trois enfants [auj ourd'hui].|1994-04-12
1992|[En 1 992], un obus a tué trois enfants.|1994-04-13
1992-06|[En juin l992], un obus a tué trois enfants.|1994-04-13
2019-09-30/2019-10-01|Les raids [du 30 septembre et du 1er octobre] ont tué 40 soldats.|2019-10-24
2019-11-03|Le scrutin aura lieu [le premier dimanche de novembre].|2019-10-24
2019-10-21|[Lundi 21.10], une conductrice est morte à Esch.|2019-10-24
2019-10-22/2019-10-23|[Cette nuit du mardi 22 au mercredi 23], des séparatistes ont tiré.|2019-10-24
2019-10-14/2019-10-20|[Semaine 42/2019] : 20 cas|2019-10-24
2019-10-19/2019-10-20|Deux motocyclistes ont perdu la vie [cette fin de semaine].|2019-10-24
2019-10-19/2019-10-20|Deux motocyclistes ont perdu la vie [lors de la dernière fin de semaine].|2019-10-24
2019-10-26/2019-10-27|Des vents violents souffleront [cette fin de semaine].|2019-10-24
2019-04-21|[Le dimanche de Pâques, 21 avril], 250 personnes ont été tuées.|2019-10-24
2019-10-19|[Samedi 19.10.], un bateau a chaviré.|2019-10-24
2019-10-19|[Samedi (19 octobre)], un bateau a chaviré.|2019-10-24
1789-07-17|Le 14 juillet 1789, la Bastille tombe. [Le 17], le roi se rend à Paris.|2019-10-24
1789-08-04|Le 14 juillet 1789, la Bastille tombe. [Dans la nuit du 4 août], les privilèges sont abolis.|2019-10-24
1939-09-03|L'Allemagne attaque le 1er septembre 1939. [Le 3 septembre], la France entre en guerre.|2019-10-24
1940-06-25|L'armistice est signé le 22 juin 1940 et entre en vigueur [le 25].|2019-10-24
1944-06-10|[Le 10 juin 44], 643 habitants furent tués.|2019-10-24
1992-04-06|Le [6 avri1 1992], la guerre a éclaté.|1992-05-15
1992-04-06|Le [6 av ril 1992], la guerre a éclaté.|1992-05-15
1992-04-06|Le [6 avril 19\\n92], la guerre a éclaté.|1992-05-15
1992-04-06|Le [O6 avril 1992], la guerre a éclaté.|1992-05-15
1992-04-06|Le [lundi\\n6\\navril 1992], la guerre a éclaté.|1992-05-15
1991-12-03|Le [3 déceinbre 1991], la guerre a éclaté.|1992-05-15
1991-09-03|Le [3 septemb re 1991], la guerre a éclaté.|1992-05-15
1992-05-10|[Di-\\nmanche], un obus a tué deux enfants.|1992-05-15
1992-05-12|[Rnardi], un obus a tué deux enfants.|1992-05-15
1992-05-09|[Sarnedi], un obus a tué deux enfants.|1992-05-15
1992-05-14|[Hier\\njeudi], un obus a tué deux enfants.|1992-05-15
1992-05-08|[Vendredi der-\\nnier], un obus a tué deux enfants.|1992-05-15
1992-05-04/1992-05-10|[La se-\\nmaine dernière], un obus a tué deux enfants.|1992-05-15
1992-05-09/1992-05-10|[Ce week-\\nend], un obus a tué deux enfants.|1992-05-15
2021-09-05|La marche aura lieu [le premier dimanche de septembre].|2021-08-18
2020-09-06|La marche a eu lieu [le premier dimanche de septembre].|2021-03-18
2021-08-17|[Mardi dernier], trente camions ont été brûlés.|2021-08-18
2021-08-10|La trêve, signée lundi, tient ; [mardi dernier, 10 août], un obus est tombé.|2021-08-18
2021-03-15|[Le lundi 15 mars], douze pêcheurs ont disparu.|2021-08-18
2013-08-18|[Il y a huit ans, le 18 août 2013], un bac coulait.|2021-08-18
2021-12-25|La messe [de Noël (25 décembre)] sera dite à Jacmel.|2021-12-18
2021-08-21/2021-08-22|La route fermera [en fin de semaine].|2021-08-18
1945-08-09|La bombe tomba le 6 août 1945. [Le 9 août], une autre tomba.|2021-12-18
2021-12-09|La bombe tomba le 6 août 1945. Le maire en parlera [le 9 décembre].|2021-12-01
2021-08-09|Le raid du 6 août 2020 avait fait neuf morts. [Le 9 août], un autre a visé le pont.|2021-08-18
2017-05-03|Le raid du [3 mai 17] a fait neuf morts.|2021-08-18
1967-05-03|Le raid du [3 mai 67] a fait neuf morts.|2021-08-18
2021-04|[En avril] 2 000 soldats ont fui.|2021-08-18
none|En avril [2 000] soldats ont fui.|2021-08-18
none|Le 3 mai [19 92] soldats ont fui.|2021-08-18
none|La salle (1200-1500 [places]) est pleine.|2021-08-18
none|Un poste est prévu à partir de [1500] habitants.|2021-08-18
none|Des obus de [14-18] ans d'âge.|2021-08-18
none|Les lots des [1 et 9] sont saisis.|2021-08-18
""".strip().splitlines()


@pytest.mark.parametrize("item", ITEMS)
def test_a_date_of_a_writer(item: str) -> None:
    expected, text, published = item.split("|")
    text, start, end = marked(text)
    found = within(find_dates(text, published=published), start, end)
    assert [one["value"] for one in found] == [expected] * (expected != "none")
