"""What news of all francophone countries writes for a number that is not exact: its modifier and bounds."""

from __future__ import annotations

import pytest

from tests.layers.quantities.marked_numbers import told

# modifier and bounds («..» where open) | a sentence with the number in brackets; «none» is no quantity
ITEMS = """
approx 30|La crue a tué douze enfants et [une trentaine] d'autres sont portés disparus.
at_least 40..|[Pas moins de quarante] mineurs ont péri à Marcinelle.
at_least 40..|[Pas moins d'une quarantaine] de mineurs ont péri.
at_most ..10|[Moins d'une dizaine] d'habitants sont restés à Tine.
at_most ..1000|[Moins d'un millier] de fidèles étaient présents.
at_most ..100|[Moins de cent] rescapés ont été comptés.
range 30..40|[De 30 à 40] ouvriers ont été ensevelis.
range 30..40|On évoque [de trente à quarante] morts.
range 30..40|On évoque [30 à 40] morts.
range 30..40|Le nombre des morts se situe [entre 30 et 40].
range 30..40|Les sources parlent de [30-40] morts.
range 30..40|[entre trente et quarante] hommes sont tombés.
range 30..40|[Trente à quarante] ouvriers sont ensevelis.
range 10..20|[Entre une dizaine et une vingtaine] de pirogues ont chaviré.
range 1000..2000|[Entre mille et deux mille] paysans ont fui.
range 1000..1500|[Entre 1 000 et 1 500] paysans ont fui Bria.
range 1000..1500|[De 1'000 à 1'500] personnes ont été relogées à Brigue.
range 200000..300000|[De 200 à 300 000] personnes ont fui.
range 200000..300000|[De deux à trois cent mille] personnes ont fui.
range 200000..300000|[200.000 à 300.000] personnes ont fui.
range 2000000..3000000|[Deux à trois millions] d'âmes souffrent de la faim.
range 2000000..3000000|[Entre 2 et 3 millions] d'âmes souffrent de la faim.
range 2000000..2500000|[Entre deux millions et deux millions et demi] d'âmes ont faim.
range 12..14|On compte [douze ou quatorze] morts selon les sources.
range 4..5|[Quatre ou cinq] gendarmes ont été blessés.
range 4..5|[4 ou 5] gendarmes ont été blessés.
range 4..5|[Quatre, peut-être cinq] gendarmes ont été blessés.
range 4..5|[quatre voire cinq] gendarmes ont été blessés.
range 4..5|[4-5] gendarmes ont été blessés à Kaya.
range 4..5|[4/5] gendarmes ont été blessés à Kaya.
vague 2000..|[Des milliers] d'habitants ont quitté Bunia.
vague 200000..|[Des centaines de milliers] de Rohingyas ont fui.
vague 20000..|[des dizaines de milliers] d'Arméniens ont fui.
vague 2000000..|[Plusieurs millions] de gens ont faim.
vague 200..|[Plusieurs centaines] de pêcheurs sont en mer.
vague 200000..|[Plusieurs centaines de milliers] de gens ont faim.
vague 20..|[De nombreuses dizaines] de maisons.
vague 20..|[Quelques dizaines] de fidèles étaient là.
vague 200..|[Par centaines], ils ont gagné Adré.
vague 2000..|[plusieurs milliers] d'hommes ont péri.
vague 2..|[Plusieurs] marins ont péri.
vague 2..|[Quelques] marins ont péri.
approx 1500000|[près d'un million et demi] d'habitants ont fui.
at_least 1500000..|[plus d'un million et demi] d'habitants ont fui.
at_least 1000000..|[plus d'un million] d'habitants ont fui.
at_most ..1000000|[moins d'un million] d'habitants ont fui.
at_least 500000..|[plus d'un demi-million] de Libanais ont fui.
approx 45|[quelque 45] fidèles sont morts.
approx 45|[45 environ] sont morts.
approx 45|[environ quarante-cinq] fidèles sont morts.
approx 45|[près de 45] fidèles sont morts.
approx 45|[à peu près 45] fidèles sont morts.
approx 45|[autour de 45] fidèles sont morts.
approx 45|[aux alentours de 45] fidèles sont morts.
approx 45|[une estimation de 45] morts.
approx 45|On estime à [45] le nombre des morts.
approx 45|Le nombre des morts est estimé à [45].
approx 45|Le nombre des morts est évalué à [45].
approx 45|On évalue à [45] le nombre des morts.
approx 45|[Env. 45] morts.
approx 45|[ca 45] morts à Berne.
approx 45|[ca. 45] morts à Berne.
approx 45|[dans les 45] morts.
approx 45|[à environ 45] morts.
approx 45|[plus ou moins 45] morts.
approx 45|[± 45] morts.
approx 45|[presque 45] morts.
approx 45|[quasiment 45] morts.
approx 45|[grosso modo 45] morts.
approx 45|[pas loin de 45] morts.
approx 45|[non loin de 45] morts.
approx 45|[45 morts environ] à Kindu.
approx 45|Le bilan approche [les 45] morts.
approx 45|Le bilan tourne autour de [45] morts.
approx 45|Le bilan est d'[environ 45] morts.
approx 100|[près de la centaine] de morts.
approx 100|[Une bonne centaine] de Rwandais.
approx 100|[la centaine] de morts.
approx 100|[Quelque cent] Rwandais.
approx 50|[Une cinquantaine] de Rwandais ont été tués.
approx 50|[la cinquantaine] de Rwandais tués.
approx 15|[Une quinzaine] d'hommes armés.
approx 200|[deux centaines] d'hommes armés.
approx 10000|[une dizaine de milliers] d'hommes.
approx 10000|[dix milliers] d'hommes.
approx 20000|[une vingtaine de milliers] d'hommes.
approx 100000|[une centaine de milliers] d'hommes.
approx 100000|[près de 100.000] hommes.
approx 12|[une douzaine] d'enfants.
approx 6|[une demi-douzaine] d'enfants.
approx 5|[une demi-dizaine] d'enfants.
approx 1000|[un millier] d'enfants.
approx 3000|[trois milliers] d'enfants.
at_least 45..|[au moins 45] enfants.
at_least 45..|[45 enfants au moins] ont péri.
at_least 45..|[plus de 45] enfants.
at_least 45..|[un minimum de 45] enfants.
at_least 45..|[45 ou plus] enfants.
at_least 45..|[à tout le moins 45] enfants.
at_least 45..|[au bas mot 45] enfants.
at_least 45..|[davantage que 45] enfants.
at_least 45..|[quarante-cinq enfants pour le moins] ont péri.
at_least 45..|[45 au moins] ont péri.
at_least 45..|[au minimum 45] enfants.
at_least 45..|[bien plus de 45] enfants.
at_least 45..|[nettement plus de 45] enfants.
at_least 45..|[supérieur à 45].
at_least 45..|Le bilan excède [45] enfants.
at_least 45..|Le bilan va au-delà des [45] enfants.
at_least 45..|Le bilan a passé le cap des [45] morts.
at_least 45..|Le bilan passe la barre des [45] morts.
at_least 45..|Le cap des [45] morts vient d'être franchi.
at_least 45..|La barre des [45] morts est largement dépassée.
at_least 45..|Le bilan a allègrement dépassé les [45] morts.
at_least 45..|Le bilan dépasserait [45] morts.
at_least 45..|[45 morts et plus].
at_least 45..|[45, voire davantage].
at_least 40..|[plus d'une quarantaine] de morts.
at_least 20..|[plus de deux dizaines] de morts.
at_least 10..|[au moins une dizaine] de morts.
at_least 1..|[au moins un] mort.
at_least 1..|[au moins une] personne a péri.
at_least 2..|[plus de deux] personnes ont péri.
at_most ..45|[moins de 45] morts.
at_most ..45|[jusqu'à 45] morts.
at_most ..45|[au plus 45] morts.
at_most ..45|[tout au plus 45] morts.
at_most ..45|[45 au maximum] ont péri.
at_most ..45|[45 morts au maximum] à Uvira.
at_most ..45|[pas plus de 45] morts.
at_most ..45|[un maximum de 45] morts.
at_most ..45|[au maximum 45] morts.
at_most ..45|[au grand maximum 45] morts.
at_most ..45|[45 tout au plus] ont péri.
at_most ..45|[inférieur à 45].
at_most ..45|[maximum 45] morts.
at_most ..45|[max. 45] morts.
at_most ..45|[45 max] à bord.
at_most ..45|[à peine 45] morts.
at_most ..45|[en dessous de 45] morts.
at_most ..45|[guère plus de 45] morts.
range 30..50|[30 à 50] familles.
range 30..50|[30 ~ 50] familles ont fui.
range 30..50|[30 à près de 50] familles.
range 30..50|[au moins 30 et au plus 50] familles.
range 30..50|[plus de 30 mais moins de 50] familles.
range 30..50|[un minimum de 30 et un maximum de 50] familles.
range 30..50|[30 au moins, 50 au plus] familles.
range 30..50|[30 (voire 50)] familles.
range 30..50|[une trentaine ou une cinquantaine] de familles.
range 30..50|[une trentaine à une cinquantaine] de familles.
range 30..40|[trente-quarante] familles.
range 2..3|[deux-trois] familles.
range 2..3|[deux ou trois] douaniers.
range 20..30|[deux ou trois dizaines] de douaniers.
range 200..300|[deux ou trois cents] douaniers.
range 2000..3000|[2 ou 3 mille] douaniers.
range 2000..3000|[2 à 3.000] douaniers.
range 2000..3000|[2-3.000] douaniers.
range 2000..3000|[2000/3000] douaniers.
range 2000..3000|[deux à trois milliers] de douaniers.
range 20000..30000|[vingt à trente mille] douaniers.
range 1500000..2000000|[entre 1,5 et 2 M] de douaniers.
range 1500000..2000000|[un million et demi à deux millions] de gens.
range 500000..1000000|[entre 500 000 et un million] de gens.
range 800000..1000000|[800 000 à 1 million] de gens.
range 800000..1000000|[de 800.000 à un million] de gens.
range 800000..1000000|[huit cent mille à un million] de gens.
approx 24|[deux douzaines] d'enfants.
approx 100|[une centaine] est morte.
approx 40|Le tir a fait [quelque 40] soignés et plus de 12 morts.
at_least 12..|Le tir a fait quelque 40 soignés et [plus de 12] morts.
approx 40|On compte [environ 40] blessés et pas moins de 12 morts.
at_least 40..|On compte [environ 40] blessés et plus, dit le maire.
at_most ..80|[La barre des 80] blessés n'a pas été atteinte.
at_most ..900|[Le cap des 900] retours n'est toujours pas franchi.
at_least 80..|[La barre des 80] blessés a été atteinte.
at_least 80..|[La barre des 80] blessés, qui n'est pas anodine, est franchie.
at_most ..70|Le bilan n'a [pas encore franchi la barre des 70].
at_most ..70|Le total [n'excédera pas les 70], dit le maire.
at_least 1000000..|L'île a passé [le cap du million] de déplacés.
at_least 30..|Le nombre de morts [dépasse la trentaine].
at_most ..50|Le nombre de morts ne [dépasse pas la cinquantaine].
none|Il a fui en [quarantaine].
approx 60|[quelque chose comme 60] maisons.
at_least 90..|Le bilan s'élève[, au bas mot, à 90] morts.
exact 7|Sept douaniers sont morts et [autant] ont été blessés.
approx 20|Une vingtaine de morts et [autant] de disparus.
range 3..4|Le choc a fait 3 à 4 morts, [autant] de blessés.
none|Sept douaniers sont morts. Et [autant] de veuves attendent.
none|Sept douaniers, et [autant] de plus demain.
exact 14|Sept douaniers sont morts, [le double] de marins sont blessés.
at_least 30..|Plus de dix douaniers et [trois fois plus] de marins.
exact 7|Sept morts et [le même nombre] de blessés.
none|Pour [autant] de bruit, sept plaintes.
""".strip().splitlines()


@pytest.mark.parametrize("item", ITEMS)
def test_a_wording_of_an_inexact_number(item: str) -> None:
    expected, read = told(item)
    assert read == expected
