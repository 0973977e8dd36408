"""Numbers by the grammar of French: bounds of every wording, vague ones, zero, and numerals that are names."""

from __future__ import annotations

import pytest

from tests.layers.quantities.marked_numbers import told

# modifier and bounds («..» where open) | a sentence with the number in brackets; «none» is no quantity
ITEMS = """
approx 120|Le bilan [flirte avec les 120] morts.
approx 120|Le raid a fait [pas loin des 120] morts.
approx 120|Les pertes sont [chiffrées à 120] morts.
at_least 120..|Le raid a fait [a minima 120] morts.
at_least 120..|Le raid a fait [à minima 120] morts.
at_least 120..|Le raid a fait [pour le moins 120] morts.
at_least 120..|Le raid a fait [bien au-delà de 120] morts.
at_least 300..|Le bilan [dépasserait largement les 300] morts.
none|Le gang des [400] Mawozo a fui.
at_most ..120|Le bilan reste [en deçà de 120] morts.
at_most ..120|Le bilan ne devrait [pas dépasser 120] morts.
at_most ..120|Le bilan n'a [pas dépassé les 120] morts.
at_most ..120|Le bilan n'[atteint pas les 120] morts.
at_most ..30|[Trente] personnes au plus étaient à bord.
exact 30|[Trente] personnes au plus fort de la crue ont fui.
range 300..400|Le raid a fait [entre 300 et plus de 400] morts.
range 10..15|Le raid a fait [entre au moins 10 et 15] morts.
vague 20..|[Quelques petites dizaines] de survivants ont été trouvés.
vague 20..|[Quelques rares dizaines] de survivants ont été trouvés.
vague 20..|[De longues dizaines] de corps ont été trouvés.
vague 20..|[Des dizaines et des dizaines] de corps ont été trouvés.
vague 20..|[Des dizaines] de morts et des centaines de blessés.
exact 0|L'attaque n'a [point fait] de mort.
exact 0|Il n'y a [point] de blessé.
none|Un coup de théâtre a fait un [point] de plus.
exact 0|[Pas même un] blessé.
none|Le Groupe des [77] se réunit.
exact 12|Le groupe des [12] rebelles a fui.
none|L'unité [101] a attaqué.
exact 101|L'unité [101] soldats compte.
none|Le Bataillon [61] a fui.
none|Appelez le [115].
none|Appelez le [+243 81 234 56 78].
none|À minuit [30], un obus est tombé.
exact 30|À minuit [30] obus sont tombés.
none|Lens gagne trois buts à [1].
none|Elle a eu la note de [12/20].
none|Le Rwanda, pays des [Mille] Collines, est en deuil.
none|La zone des [trois] frontières est minée.
exact 3|Les soldats des [trois] bataillons ont fui.
none|La fusillade a eu lieu à Delmas [32].
exact 12|À Delmas [12] civils ont été tués.
exact 12|À Delmas [12] sont morts.
""".strip().splitlines()


@pytest.mark.parametrize("item", ITEMS)
def test_a_number_by_the_grammar(item: str) -> None:
    expected, read = told(item)
    assert read == expected
