"""What news of all francophone countries writes for a number: its modifier, its bounds, and what is none."""

from __future__ import annotations

import pytest

from tests.layers.quantities.marked_numbers import told

# modifier and bounds («..» where open) | a sentence with the number in brackets; «none» is no quantity
ITEMS = """
exact 23|Un garde abattu à Bangui est le [23e] mort de la semaine.
exact 11|C'est la [onzième] victime depuis janvier, note la gendarmerie.
exact 100|L'hôpital de Liège a enregistré son [centième] décès.
exact 1000|Le [1.000e] mort a été enterré à Guéckédou.
none|[40 %] des habitants ont fui.
none|[40 pour cent] des habitants ont fui.
none|[Quarante pour cent] des habitants ont fui.
exact 0|Le bilan est de [zéro] mort, a dit le préfet.
exact 0|[Aucun] des passagers n'a été blessé.
exact 0|On ne déplore [aucune] perte humaine.
exact 0|[0] mort, douze blessés.
exact 0|[Nulle] victime n'est à déplorer.
exact 0|Il n'y a eu [ni] mort ni disparu.
exact 0|[Personne] n'a été tué dans l'effondrement.
exact 0|[Nul] n'a été tué dans l'effondrement.
exact 0|Il n'y a [pas eu de] victime à Jacmel.
exact 0|L'attaque n'a fait [pas de] morts.
exact 1|[Un seul] passager a survécu.
exact 1|[Une seule] fillette a survécu au crash.
exact 1|[Un unique] passager a survécu.
exact 1|[Un] soldat a été tué près de Ségou.
exact 1|[Une] fillette a été tuée près de Ségou.
exact 1|Bilan : [un] mort.
exact 1|Bilan : [1] mort et des dégâts.
exact 2|[Les deux] pilotes sont morts.
exact 2|[Les 2] pilotes sont morts.
exact 3|[Tous les trois] sont morts.
exact 4|[Ces quatre] gendarmes avaient été enlevés.
exact 6|[Ses six] enfants ont péri avec elle.
exact 12|[Nos douze] compatriotes ont été libérés.
exact 5|[Cinq autres] ouvriers ont été blessés.
exact 5|[cinq de ses] enfants ont péri.
none|[Une poignée] de rebelles se sont rendus.
none|[De nombreux] blessés ont été évacués.
none|[Beaucoup de] gens ont fui.
none|[La plupart] des habitants ont fui.
exact 77|[Soixante-dix-sept] Chibanis ont été relogés.
exact 77|[Septante-sept] Bernois ont été relogés.
exact 82|[Huitante-deux] Vaudois ont été relogés.
exact 82|[Quatre-vingt-deux] Lyonnais ont été relogés.
exact 98|[Nonante-huit] Namurois ont été évacués.
exact 71|[Septante et un] Namurois ont été évacués.
exact 91|[Nonante et un] Namurois ont été évacués.
exact 81|[Huitante et un] Lausannois ont été évacués.
exact 71|[soixante et onze] personnes ont péri.
exact 71|[soixante-et-onze] personnes ont péri.
exact 121|[cent-vingt-et-un] passagers ont péri.
exact 121|[cent vingt et un] passagers ont péri.
exact 2300|[deux-mille-trois-cents] passagers ont péri.
exact 2300|[deux mille trois cents] passagers ont péri.
exact 1700|[dix-sept cents] passagers ont péri.
exact 1912|[mille neuf cent douze] passagers ont péri.
exact 1503|[quinze cent trois] passagers ont péri.
exact 380|[trois cent quatre-vingts] soldats sont tombés.
exact 3000000|[trois-millions] d'âmes ont faim.
exact 1000001|[un million une] personnes.
exact 12000|[douze mille] hommes sont tombés sur l'Yser.
exact 150000|[cent cinquante mille] hommes sont tombés.
exact 12000|[12  000] hommes sont tombés.
exact 12000|[12 000] hommes sont tombés à Verdun.
exact 12000|[12·000] hommes sont tombés à Verdun.
exact 12000|[12˙000] hommes sont tombés à Verdun.
exact 12000|[12_000] hommes sont tombés à Verdun.
exact 12000|[12.000] hommes sont tombés à Verdun.
exact 12000|[12 mille] hommes sont tombés à Verdun.
exact 12000|[12 milles] hommes sont tombés à Verdun.
exact 1200000|[1,2 million] de Syriens ont fui.
exact 1200000|[1,2 millions] de Syriens ont fui.
exact 1200000|[1,2M] de Syriens ont fui.
exact 1200000|[1,2 Mio] d'habitants ont fui.
exact 1200000|[1 200 mille] habitants ont fui.
exact 1200000|[un million deux cent mille] habitants ont fui.
exact 1200000|[1 million 200 mille] habitants ont fui.
exact 1500000|[1,5 million] d'habitants ont fui.
exact 1500000|[un million et demi] d'habitants ont fui.
exact 1000000000|[Un milliard] d'humains ont faim.
exact 500000|[Un demi-million] de Libanais ont fui.
exact 500000|[un demi million] de Libanais ont fui.
none|[12 00] morts à Gao.
none|[1.00.000] déplacés à Gao.
none|[12,0000] déplacés à Gao.
none|[1 2 00] déplacés à Gao.
none|[3..000] déplacés à Gao.
none|[12O] déplacés à Gao.
none|[l2] déplacés à Gao.
none|[12x] déplacés à Gao.
none|[1'00] déplacés à Gao.
none|[0123] déplacés à Gao.
none|Louis [XIV] a régné longtemps.
none|Le [XIXe] siècle fut sanglant.
none|Il est né en [1912].
none|La [3e] division a attaqué.
none|Le [2e] tour aura lieu dimanche.
none|Le [5e] arrondissement de Paris.
none|Âgé de [34 ans], il a été tué.
none|L'hôtel du [12], rue Monge.
none|Il habite [14 bis] rue Monge.
none|Le numéro [112] est saturé.
none|Le vol [MH17] a été abattu.
none|La nationale [7] est coupée.
none|La RN[4] est coupée.
none|Le mètre [2,5] est franchi.
none|Un séisme de magnitude [6,4] a frappé.
none|La victoire [3-1] de Dakar.
none|La bombe a explosé à [14 heures 30].
none|[Premier] ministre
none|La [première] fois.
exact 3|[Trois] corps sans vie ont été repêchés.
exact 3|[trois (3)] corps ont été repêchés à Gorée.
exact 3|[03] corps ont été repêchés à Gorée.
exact 3|[trois (03)] corps ont été repêchés à Gorée.
exact 45|[quarante-cinq (45)] corps repêchés.
exact 45|Bilan ([45] morts) encore provisoire.
exact 45|Morts : [45]
exact 45|morts: [45]; blessés: 12
exact 12|morts: 45; blessés: [12]
exact 45|[45] tués/12 blessés
exact 12|45 tués/[12] blessés
exact 45|« [45] » morts, dit-il.
exact 45|[45]morts à Mopti.
exact 45|-[45] morts à Mopti.
exact 45|* [45] morts à Mopti.
exact 300|[Trois cents] tués, titre Le Soir.
exact 14|Les [quatorze] de Tarbes ont été libérés.
exact 7|Ils étaient [sept] à bord.
exact 7|Ils sont [sept] à avoir péri.
exact 7|On en compte [sept].
exact 7|À [sept], ils ont pris la mer.
exact 7|Un groupe de [sept] marins.
exact 5|Une famille de [cinq] personnes.
exact 5|Une famille de [cinq] a péri.
exact 50|Le bilan passe à [50] morts.
exact 50|Le bilan grimpe à [50].
exact 50|Le bilan s'alourdit : [50] morts.
exact 50|Bilan revu à la hausse de 40 à [50] morts.
exact 1234567|[1 234 567] électeurs.
exact 1234567|[1.234.567] électeurs.
exact 1234|[1 234] électeurs.
exact 250000|[250 mille] électeurs.
exact 250000|[250k] électeurs.
exact 250000|[250 K] électeurs.
exact 250000|[un quart de million] d'électeurs.
exact 40000|[quarante mille] âmes.
exact 40000|[40,000] âmes à Maurice.
""".strip().splitlines()


@pytest.mark.parametrize("item", ITEMS)
def test_a_wording_of_a_number(item: str) -> None:
    expected, read = told(item)
    assert read == expected
