"""What bulletins of all francophone countries write for a number: its modifier, its bounds, and what is none."""

from __future__ import annotations

import pytest

from tests.layers.quantities.marked_numbers import told

# modifier and bounds («..» where open) | a sentence with the number in brackets; «none» is no quantity
ITEMS = """
exact 1|L'incendie a fait [une] victime.
exact 1|Le conducteur et [un] piéton ont péri.
exact 1|On déplore [un (1)] mort.
exact 2|Les obus ont tué [deux] fillettes et leur mère.
exact 3|Le naufrage a fait [trois] noyés dont une femme.
exact 5|L'armée a perdu [5] des siens.
exact 17|[Dix-sept] des 40 otages ont été libérés.
exact 40|Dix-sept des [40] otages ont été libérés.
exact 17|[17] otages sur 40 ont été libérés.
exact 17|[dix sept] otages ont été libérés.
exact 97|[quatre vingt dix sept] otages libérés.
exact 80|[Quatre-vingt] personnes ont péri.
exact 80|[quatre vingts] personnes ont péri.
exact 180|[Cent-quatre-vingts] personnes ont péri.
exact 200|[deux cents] personnes ont péri.
exact 203|[deux cent trois] personnes ont péri.
exact 1000|[Mille] personnes ont péri.
exact 1200|[Mille deux cents] personnes ont péri.
exact 1200|[Douze cents] personnes ont péri.
exact 21000|[Vingt et un mille] personnes ont péri.
exact 71000|[septante et un mille] personnes ont péri.
exact 1994|[1.994] personnes ont péri.
exact 1994|[1 994] personnes ont péri.
exact 2016|[2 016] personnes ont péri.
exact 1500|[1500] personnes ont péri.
exact 1500|Ils étaient [1500] à bord.
exact 1500|[1,500] personnes ont péri à Buea.
exact 6000|[6 mille] personnes ont fui.
exact 6500|[6,5 mille] personnes ont fui.
exact 2400000|[2,4 millions] de personnes ont fui.
exact 2400000|[2.4 millions] de personnes ont fui.
exact 2400000|[2400000] personnes ont fui.
exact 2450000|[2 millions 450 mille] personnes ont fui.
exact 2450000|[2,45 millions] de personnes ont fui.
exact 300000000|[300 millions] de personnes ont faim.
exact 1300000000|[1,3 milliard] d'hommes ont faim.
exact 12|Douze morts, titre le Bulletin : « [12] morts ».
exact 12|Le bilan ([12] tués, 30 blessés) a été revu.
exact 30|Le bilan (12 tués, [30] blessés) a été revu.
exact 30|12 tués et [30] blessés.
exact 30|12 tués, [30] blessés et 5 disparus.
exact 5|12 tués, 30 blessés et [5] disparus.
exact 12|[12] tué(s) à Rumonge.
exact 12|[12] tué-e-s à Rumonge.
exact 12|[12] mort·e·s à Rumonge.
exact 12|Nombre de décès : [12].
exact 12|Décès = [12]
exact 12|Total [12] décès
exact 12|Tués: [12], blessés: 30, disparus: 5
exact 30|Tués: 12, blessés: [30], disparus: 5
exact 12|[Douze] sont morts.
exact 12|Parmi eux, [douze] enfants.
exact 12|dont [12] enfants
exact 12|soit [12] enfants
exact 12|à savoir [12] enfants
exact 12|[12] personnes (dont 4 enfants).
exact 4|12 personnes (dont [4] enfants).
exact 12|[12], c'est le nombre des morts.
exact 12|Ils ont été [12] à périr.
exact 12|Le raid a coûté la vie à [12] civils.
exact 12|Le raid a emporté [douze] vies.
exact 12|Le raid a fauché [douze] vies.
exact 24|[24] pêcheurs sont rentrés.
exact 0|[Zéro] blessé, une chance.
exact 0|Le séisme n'a fait [aucun] blessé.
exact 0|Le séisme n'a fait [aucune] victime.
exact 0|[Aucun] n'a survécu.
exact 0|Le séisme [n'a fait ni] mort ni blessé.
exact 0|Le drone s'est abattu [sans faire de] victime.
exact 0|[Pas le moindre] blessé.
exact 0|Il n'y a [pas] de mort.
exact 0|On ne signale [pas de] blessés.
exact 0|[nul] blessé n'est signalé.
exact 0|[Pas une] victime n'est à déplorer.
none|[Certains] blessés sont graves.
none|[Des] blessés ont été évacués.
none|[Maints] habitants ont fui.
none|[Bien des] habitants ont fui.
none|[Nombre d']habitants ont fui.
none|[Un grand nombre] d'habitants ont fui.
none|[Une foule] d'habitants ont fui.
none|[Une partie] des habitants a fui.
none|[La majorité] des habitants a fui.
none|[Tous] les habitants ont fui.
none|[Deux fois] plus de morts.
none|[La troisième] fois.
none|[La 3e] fois.
none|Le [G7] s'est réuni.
none|Une balle de [9 mm] a été trouvée.
none|Une amende de [500 euros].
none|Une peine de [20 ans] de prison.
none|Il a parcouru [300 km].
none|À [20 h 30], une bombe a tué.
none|Les [moins de 15 ans] sont exclus.
none|Il a [34 ans].
none|La [route 66] est coupée.
none|Le [14 juillet], une bombe.
none|En [1994], le génocide.
none|La résolution [1701] est violée.
none|Une température de [40 °C].
none|Le Paris-Dakar [2008] annulé.
none|Apollo [13] est rentrée.
none|Le canal [9].
none|Le [15] a été appelé.
none|Il pèse [80 kilos].
none|[Henri IV] est mort.
none|[Jean XXIII] est mort.
none|Le tome [3] est paru.
none|Une hausse de [3,5 %].
none|Une hausse de [3,5 points].
none|Il a marqué [3] à 1.
none|le psaume [23].
none|Un T[72] détruit.
none|La [2e] Guerre mondiale.
none|L'an [II] de la République.
none|Les [Cent-Jours] de Napoléon.
none|La guerre de [Cent Ans].
none|La guerre de [Sept Ans].
none|La guerre des [Six Jours].
none|Les [Trois-Rivières] brûlent.
none|[Quatre-Bornes] pleure.
none|Il vit à [Sept-Îles].
none|[Mille-Îles] inondé.
exact 23|Son [23e] décès, dit l'hôpital.
exact 42|C'est le [42e] féminicide de l'année.
exact 3|C'est le [troisième] décès depuis lundi.
exact 3|C'est la [3e] noyade de l'été.
exact 15|Le [quinzième] corps a été repêché.
exact 15|Un garçon, [quinzième] victime depuis mai.
none|le [3e] corps d'armée.
none|Le [12e] jour de combats.
none|Le [Deuxième] Bureau
""".strip().splitlines()


@pytest.mark.parametrize("item", ITEMS)
def test_a_number_of_bulletins(item: str) -> None:
    expected, read = told(item)
    assert read == expected
