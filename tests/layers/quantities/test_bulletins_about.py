"""What bulletins of all francophone countries write for a number that is not exact: its modifier and bounds."""

from __future__ import annotations

import pytest

from tests.layers.quantities.marked_numbers import told

# modifier and bounds («..» where open) | a sentence with the number in brackets; «none» is no quantity
ITEMS = """
approx 30|Le drame a fait [une trentaine] de morts.
approx 30|[Quelque trente] morts.
approx 30|[Une trentaine environ] de morts.
approx 30|[Environ une trentaine] de morts.
approx 30|[près d'une trentaine] de morts.
approx 30|[Une petite trentaine] de morts.
approx 30|Ils étaient [une trentaine].
approx 30|[une trentaine] ont péri.
approx 30|Il y aurait [une trentaine] de morts.
approx 30|[plus ou moins une trentaine] de morts.
approx 300|[trois centaines] de morts.
approx 300|[Trois cents environ] sont morts.
approx 300|[300 personnes environ] sont mortes.
approx 300|[300 personnes à peu près] sont mortes.
approx 300|[approximativement 300] personnes.
approx 300|[de l'ordre de 300] personnes.
approx 300|[presque trois cents] personnes.
approx 300|[près de trois cents] personnes.
approx 300|[les quelque 300] personnes.
approx 300|[ces quelque trois cents] personnes.
approx 300|[Pas loin de trois cents] personnes.
approx 300|[autour de trois cents] personnes.
approx 300|[aux alentours de trois cents] personnes.
approx 300|On parle d'[environ 300] personnes.
approx 300|[quasi 300] personnes à Namur.
approx 300|Le bilan avoisine les [300] personnes.
approx 300|Le bilan avoisinerait les [300] personnes.
approx 300|Le bilan frise les [300] personnes.
approx 300|Le bilan frôlerait les [300] morts.
approx 300|Le bilan voisin de [300] morts.
approx 300|Le bilan se situe autour de [300] morts.
approx 300|Le bilan s'élève à [environ 300] morts.
approx 300|Le bilan s'élèverait à [près de 300] morts.
approx 1000|[un bon millier] de personnes.
approx 1000|[près d'un millier] de personnes.
approx 1000|[quelque mille] personnes.
approx 1000|[un millier environ] de personnes.
approx 1000000|[près d'un million] de personnes.
approx 1000000|[environ 1 million] de personnes.
approx 1000000|[quelque un million] de personnes.
approx 2500000|[quelque 2,5 millions] de personnes.
at_least 300..|[plus de trois cents] personnes.
at_least 300..|[au moins trois cents] personnes.
at_least 300..|[300 personnes ou plus] ont péri.
at_least 300..|[300 personnes minimum] ont péri.
at_least 300..|[300 personnes, au moins,] ont péri.
at_least 300..|[300 personnes, sinon plus], ont péri.
at_least 300..|[par plus de 300] personnes.
at_least 300..|[plus de quelque 300] personnes.
at_least 300..|[au moins quelque 300] personnes.
at_least 300..|[bien au-delà de 300] personnes.
at_least 300..|Le bilan est supérieur à [300] morts.
at_least 300..|Le bilan est monté à [plus de 300] morts.
at_least 300..|Le bilan a franchi les [300] morts.
at_least 300..|Le bilan franchit la barre des [300] morts.
at_least 300..|Le bilan a franchi la barre symbolique des [300] morts.
at_least 300..|Le seuil de [300] morts a été franchi.
at_least 300..|Le nombre des morts dépasse déjà [300].
at_least 300..|Le nombre des morts dépasse largement les [300].
at_least 300..|Le nombre des morts dépasserait les [300].
at_least 300..|Le nombre des morts a dépassé [300].
at_least 300..|Le nombre des morts a dépassé la barre des [300].
at_least 300..|Le nombre des morts est passé au-dessus de [300].
at_least 300..|[+ 300] morts.
at_least 300..|[>300] morts.
at_least 300..|[≥ 300] morts.
at_least 300..|[300 +] morts.
at_least 100..|[plus de cent] personnes.
at_least 100..|[Plus d'une centaine] de personnes.
at_least 100..|[au moins une centaine] de personnes.
at_least 100..|[au moins 100] personnes.
at_least 100..|[une centaine de personnes au moins] ont péri.
at_least 1000..|[plus d'un millier] de personnes.
at_least 1000..|[plus de mille] personnes.
at_least 6..|[plus d'une demi-douzaine] de personnes.
at_most ..300|[moins de trois cents] personnes.
at_most ..300|[un peu moins de 300] personnes.
at_most ..300|[un maximum de trois cents] personnes.
at_most ..300|[300 personnes tout au plus] ont péri.
at_most ..300|[pas plus de trois cents] personnes.
at_most ..300|[jusqu'à trois cents] personnes.
at_most ..300|[jusqu'à quelque 300] personnes.
at_most ..300|Le bilan pourrait aller jusqu'à [300] morts.
at_most ..300|Le bilan ne dépasse pas [300] morts.
at_most ..300|Le bilan ne dépassera pas [300] morts.
at_most ..300|Le bilan n'excède pas [300] morts.
at_most ..300|Le bilan est inférieur à [300] morts.
at_most ..300|[300 au plus] ont péri.
at_most ..300|[<300] morts.
at_most ..300|[≤ 300] morts.
at_most ..300|[nettement moins de 300] morts.
at_most ..300|[bien moins de 300] morts.
at_most ..300|[beaucoup moins de 300] morts.
at_most ..30|[moins d'une trentaine] de morts.
at_most ..30|[tout au plus une trentaine] de morts.
at_most ..30|[à peine une trentaine] de morts.
at_most ..30|[au maximum une trentaine] de morts.
range 15..20|[15 à 20] morts.
range 15..20|[quinze à vingt] morts.
range 15..20|[de quinze à vingt] morts.
range 15..20|[Entre quinze et vingt] morts.
range 15..20|[entre 15 à 20] morts.
range 15..20|[15 ou 20] morts.
range 15..20|[15–20] morts.
range 15..20|[15/20] morts.
range 15..20|[15 - 20] morts.
range 15..20|[une quinzaine à une vingtaine] de morts.
range 15..20|[une quinzaine, voire une vingtaine] de morts.
range 15..20|[entre quinze et une vingtaine] de morts.
range 15..20|[au moins 15, au plus 20] morts.
range 15..20|[15 au minimum et 20 au maximum] ont péri.
range 15..20|[quinze au moins et vingt au plus] ont péri.
range 15..20|[environ 15 à 20] morts.
range 15..20|[quelque 15 à 20] morts.
range 15..20|[de 15 jusqu'à 20] morts.
range 15..20|[15 jusqu'à 20] morts.
range 15..20|[minimum 15, maximum 20] morts.
range 15..20|[entre environ 15 et environ 20] morts.
range 15..20|[15 à environ 20] morts.
range 15..20|[quinze (15) à vingt (20)] morts.
range 15..20|[entre quinze (15) et vingt (20)] morts.
range 150000..200000|[150 à 200 mille] personnes.
range 150000..200000|[150 000/200 000] personnes.
range 150000..200000|[150 000-200 000] personnes.
range 150000..200000|[150.000 à 200.000] personnes.
range 150000..200000|[150'000 à 200'000] personnes.
range 150000..200000|[150 ou 200 000] personnes.
range 150000..200000|[cent cinquante à deux cent mille] personnes.
range 1000000..2000000|[un à deux millions] de personnes.
range 1000000..2000000|[1 à 2 millions] de personnes.
range 1000000..2000000|[entre un et deux millions] de personnes.
range 1000000..2000000|[un ou deux millions] de personnes.
range 1000000..1500000|[1 à 1,5 million] de personnes.
range 1000000..1500000|[entre 1 et 1,5 million] de personnes.
range 1..2|[un ou deux] morts.
range 1..2|[un à deux] morts.
range 100..200|[cent à deux cents] morts.
range 100..200|[une à deux centaines] de morts.
range 100..200|[entre cent et deux cents] morts.
range 10000..20000|[une à deux dizaines de milliers] de morts.
range 10000..15000|[dix à quinze mille] morts.
range 10000..15000|[10 à 15 000] morts.
range 5000..10000|[cinq à dix mille] morts.
range 6..7|[six ou sept] morts.
range 6..7|[6 à 7] morts.
range 6..12|[une demi-douzaine à une douzaine] de morts.
vague 20..|[Des dizaines] de morts.
vague 20..|[plusieurs dizaines] de morts.
vague 20..|[quelques dizaines] de morts.
vague 24..|[des douzaines] de morts.
vague 200..|[des centaines] de morts.
vague 2000..|[plusieurs milliers] de morts.
vague 2000..|[quelques milliers] de morts.
vague 2000..|[De nombreux milliers] de morts.
vague 2000..|[Par milliers], ils fuient.
vague 20..|[Par dizaines], ils fuient.
vague 2000..|Ils sont [des milliers] à fuir.
vague 2000..|[ces milliers] de réfugiés.
vague 2000..|[les milliers] de réfugiés.
vague 2000..|[ses milliers] de morts.
vague 200..|[les centaines] de réfugiés.
vague 20..|[les dizaines] de blessés.
vague 2000000..|[des millions] de réfugiés.
vague 200000..|[des centaines de milliers] de gens.
vague 20000..|[plusieurs dizaines de milliers] de gens.
vague 20000000..|[plusieurs dizaines de millions] de gens.
vague 2..|[Quelques] blessés.
vague 2..|[plusieurs] blessés.
vague 2..|[plusieurs] d'entre eux ont péri.
""".strip().splitlines()


@pytest.mark.parametrize("item", ITEMS)
def test_an_inexact_number_of_bulletins(item: str) -> None:
    expected, read = told(item)
    assert read == expected
