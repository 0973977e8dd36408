"""Numbers as agencies of all countries write them, in whole dispatches: modifier and bounds, and what is none."""

from __future__ import annotations

import pytest

from tests.layers.quantities.marked_numbers import told

# modifier and bounds («..» where open) | a sentence with the number in brackets; «none» is no quantity
ITEMS = """
exact 7|La coulée de boue a tué [sept ( 7 )] bergers.
exact 12|La coulée de boue a tué [douze(12)] bergers.
exact 12|La coulée de boue a tué [12 (douze)] bergers.
approx 30|La coulée de boue a tué [une trentaine (30)] de bergers.
at_least 30..|La coulée de boue a tué [plus d'une trentaine (30)] de bergers.
at_least 12..|La coulée de boue a tué [au moins douze (12)] bergers.
exact 101|La coulée de boue a tué [cent et un] bergers.
exact 1001|La coulée de boue a tué [mille et une] brebis puis des bergers.
exact 100|La ferme compte [cent] et un berger.
at_least 12..|La coulée de boue a tué [(au moins) douze] bergers.
at_least 12..|La coulée de boue a tué [douze (ou plus)] bergers.
at_least 50..|[50 mineurs, sinon davantage], ont été ensevelis.
at_least 50..|[50 mineurs, voire davantage], ont été ensevelis.
at_least 12..|[Une douzaine au moins] de mineurs ont été ensevelis.
approx 90|[Une nonantaine] de mineurs ont été ensevelis à Liège.
approx 80|[Une huitantaine] de blessés ont été soignés à Nyon.
approx 300|[+/- 300] blessés ont été soignés.
approx 300|[300 (environ)] blessés ont été soignés.
approx 300|[Environ (300)] blessés ont été soignés.
approx 300|On parle de [300 blessés env.]
approx 300|[Trois cents blessés ou presque] ont été soignés.
at_most ..300|Il y aurait [300 blessés au plus].
exact 300|La clinique a soigné [300 blessés au plus] fort de la crue.
approx 50|[cinquante et quelques] blessés ont été soignés.
approx 120|[120 et quelques] blessés ont été soignés.
exact 3|[trois] morts et quelques blessés
vague 2..|trois morts et [quelques] blessés
range 40..50|[entre quarante et une cinquantaine] de soldats ont déserté.
exact 21000000|[Vingt et un millions] d'habitants sont menacés.
range 10..15|[une dizaine, sinon une quinzaine], de blessés
exact 300|[Un total de 300] blessés ont été soignés.
""".strip().splitlines()


@pytest.mark.parametrize("item", ITEMS)
def test_a_habit_of_writing_a_number(item: str) -> None:
    expected, read = told(item)
    assert read == expected
