"""Dates by the grammar of French: which weekday a sentence means by its verb, eves, delays, misread letters, names."""

from __future__ import annotations

import pytest

from nlp_events.layers.dates.rules import find_dates
from tests.layers.marked import marked, within

# value | a sentence with the date in brackets | published, 12 June 2024 (a Wednesday) unless told; «none» is no date
ITEMS = """
2024-06-16|La réunion n'aura pas lieu [dimanche], a annoncé le ministre.
2024-06-17|Le marché ne rouvrira pas [lundi], a prévenu le maire.
2024-06-14|La mission doit quitter le pays [vendredi], a indiqué l'ONU.
2024-06-15|Le président quittera le pays [samedi], a-t-on appris de source officielle.
2024-06-14|«Nous marcherons [vendredi]», a lancé le syndicat.
2024-06-10|Le camp sera fermé, a dit [lundi] le ministre.
2024-06-10|Le camp sera fermé, a annoncé l'armée [lundi].
2024-06-10|Le camp sera fermé, a annoncé dans un communiqué [lundi] le préfet.
2024-06-07|Le ministre a annoncé [vendredi soir] que sera organisée une collecte.
2024-06-08|Le corps, découvert [samedi] par un berger, sera autopsié.
2024-06-14|Il sera détenu [vendredi] au secret.
2024-06-17|Le procès s'ouvre [lundi] à Ouagadougou.
2024-06-17/2024-06-18|Le sommet se tient [lundi et mardi] à Abuja.
2024-06-14|L'ultimatum expire [vendredi].
2024-06-16|Les Togolais votent [dimanche].
2024-06-08|Une bombe explose [samedi] à Bagdad : 12 morts.
2024-06-17|Les syndicats appellent à la grève [lundi].
2024-06-16|Ils sont appelés aux urnes [dimanche].
2024-06-16|À l'approche des élections de [dimanche], la tension monte.
2024-06-16|La finale de [dimanche] opposera Mazembe à Al Ahly.
2024-06-08|La marche de [samedi] a été dispersée.
2024-06-14/..|La circulation est interdite [à partir de vendredi].
2024-06-07/..|La circulation a été coupée [à partir de vendredi].
2024-06-15/2024-06-16|Le port sera fermé [le week-end prochain].
2024-06-22/2024-06-23|Le port sera fermé [le week-end prochain].|2024-06-15
2024-05-24|Un bac a coulé [l'avant-dernier vendredi de mai].
2024-05-20/2024-05-26|Un bac a coulé [l'avant-dernière semaine de mai].
2023-07/2023-09|Un bac a coulé [l'avant-dernier trimestre de 2023].
2023-12-23|Un bac a coulé [l'avant-veille de Noël].
2023-12-27|Un bac a coulé [le surlendemain de Noël].
2024-05-01|Un bac a coulé [l'avant-veille du 3 mai].
2024-05-03|Le 3 mai, un bac a coulé. [Ce vendredi-là], la crue montait.
2024-06-12/2024-06-15|Le bac sera renfloué [sous trois jours].
2024-06-12/2024-06-14|Le bac sera renfloué [dans les 48 heures].
2024-06-12/2024-06-27|Il sera jugé [sous quinzaine].
none|Douze corps ont été repêchés [dans les trois jours].
none|[Dans les trois jours] suivant le drame, douze corps ont été repêchés.
2024|Un bac avait coulé [plus tôt dans l'année].
2024-06/2024-08|Le camp fermera [d'ici l'été].
2024-09-03|Le prochain conseil ([3/09]) sera décisif.
2023-07-26|Un an après le coup d'État du [26 juillet], le Niger s'enfonce.|2024-07-20
2023-08-30|Ils avaient été arrêtés lors du putsch du [30 août].
2024-08-30|Le scrutin du [30 août] approche.
2023-09-08|Depuis le séisme meurtrier du [8 septembre], ils vivent sous tente.
none|Le marché du [samedi] attire les paysans.
none|Un reportage en deux parties ([1/2]) sur la crue.
none|Elle a gagné le premier set ([6/2]).
2024-06/2024-08|La période [juin à août 2024] sera dure.
2024|La rentrée [2024] approche.
2019-03-12|Un bac a coulé [le 12 mars 2O19].
2019-03-12|Un bac a coulé [le 12 rnars 2019].
2019-09-12|Un bac a coulé [le 12 septernbre 2019].
2019-05-21|Un bac a coulé [le 2l mai 2019].
1994|Le pays a été ravagé en [mil neuf cent nonante-quatre].
1994|Le pays a été ravagé en [dix-neuf cent quatre-vingt-quatorze].
2023-10-09|Un bac a coulé à [l'Action de grâce].
2023-10-07|L'attaque du [7-Octobre] a fait 1 200 morts.
2024-05-09|Un bac a coulé [à l'Ascension].
none|Le pays assiste [à l'ascension] du mouvement.
none|Le camp du [24-Avril] abrite 300 déplacés.
none|Le camp militaire du [20-Mai] est vide.
none|Le groupe du [5 juin] a appelé à manifester.
none|La Coordination du [9-Mai] a protesté.
none|Le vol AF [2015] s'est posé.
none|Le vol Air France [2015] a atterri.
none|Un Mirage [2000] a décollé.
none|La loi [2019-12] est abrogée.
none|Les miliciens [Mai-Mai] ont attaqué.
none|Le camp abrite de [2000] à 2500 personnes.
""".strip().splitlines()


@pytest.mark.parametrize("item", ITEMS)
def test_a_date_by_the_grammar(item: str) -> None:
    expected, text, published = [*item.split("|"), "2024-06-12"][:3]
    text, start, end = marked(text)
    found = within(find_dates(text, published=published), start, end)
    assert [one["value"] for one in found] == [expected] * (expected != "none")
