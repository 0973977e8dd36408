"""What ten kinds of writers put down for a number, from the desk of an agency to a scanned page of 1992."""

from __future__ import annotations

import pytest

from tests.layers.quantities.marked_numbers import told

# modifier and bounds («..» where open) | a sentence with the number in brackets; «none» is no quantity
ITEMS = """
none|Delmas [32] est bloquée.
none|Le [911] a été appelé à 3 h.
none|Un dégât de [80 000 fr.].
none|Le [112] a été appelé.
exact 12000|[12. 000] personnes ont fui.
exact 12000|[12 . 000] personnes ont fui.
exact 12|[dou-\\nze] soldats ont été tués.
exact 12000|[12\\n000] réfugiés ont fui.
exact 80|[quatre-\\nvingts] soldats ont été tués.
exact 24|[vingt-\\nquatre] soldats ont été tués.
exact 24|[vingt–quatre] soldats ont été tués.
at_least 24..|[au moins\\n24] soldats ont été tués.
exact 1200000|[1,2 mil-\\nlion] de personnes ont fui.
approx 1000000|Le nombre de déplacés approche [le million].
at_least 10..|[dix morts, sinon plus]
at_least 10..|[dix morts, peut-être davantage]
at_least 10..|[une dizaine de morts, au bas mot]
at_least 10..|[rien de moins que 10] morts
approx 10|[dix morts, approximativement]
approx 10|[dix morts, environ]
approx 10|[dix morts, à peu de choses près]
none|Un canon de [155].
none|La loterie du [49] a été gagnée.
none|[4 500] MT de vivres
none|Martissant [2] est sous tension.
none|Fusillade à Carrefour-Feuilles, avenue N, ruelle [7]
none|Il a composé le [117].
none|Il a remporté [3] à 0 le match.
exact 200|[deux\\ncents] réfugiés ont fui
exact 2000|[deux\\nmille] réfugiés ont fui
exact 2500000|[2,5\\nmillions] de réfugiés ont fui
exact 37|[trente-\\nsept] réfugiés ont fui
exact 37|[tren-\\nte-sept] réfugiés ont fui
approx 30|[une tren-\\ntaine] de réfugiés
approx 30|[environ\\n30] réfugiés
approx 30|[près\\nde 30] réfugiés
at_least 30..|[plus\\nde 30] réfugiés
at_least 30..|[plus de\\ntrente] réfugiés
range 30..40|[30 à\\n40] réfugiés
range 30..40|[entre 30\\net 40] réfugiés
exact 3000|[3 .000] réfugiés
exact 3000|[3. 000] réfugiés
exact 40|Du [40] soldats annoncés, dix sont venus.
exact 32|Bilan à Goma : [32] morts.
exact 7|Dans l'avenue [7] morts gisaient.
exact 30|Le bilan : [30]
exact 40|Le bilan : 30\\n[40] blessés
exact 3|Trois blessés\\nMille soldats : les [3] ponts.
range 3..5|[3 à 5] soldats sont morts.
""".strip().splitlines()


@pytest.mark.parametrize("item", ITEMS)
def test_a_number_of_a_writer(item: str) -> None:
    expected, read = told(item)
    assert read == expected
