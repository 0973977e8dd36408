import csv
import io
import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp_events.writers.cells import cell, text_of

POINT = re.compile(r"-?[0-9.]+, -?[0-9.]+")


@pytest.mark.parametrize("text", ["=1+1", "+33 1", "-12", "@all", "\t=1", "\r=1", "\n=1", "＝1", "'=1", "''@a"])
def test_formulas_are_neutralised(text):
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize("value", [-4.5, -3, 0, None, "Gao", "a=b", "l'armée", "'Daech'", ""])
def test_all_else_stays(value):
    assert cell(value) == value
    assert type(cell(value)) is type(value)


@pytest.mark.parametrize("point", ["-3.4, 29.3", "-3.4, -70", "3.4, -70.25"])
def test_coordinates_of_the_south_are_no_formula(point):
    assert cell(point) == point


@pytest.mark.parametrize("text", ["-3.4, 29.3, =1", "-3.4", "-3,4", "-3.4, 29.3\n=1"])
def test_what_only_begins_like_coordinates_is_neutralised(text):
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize(("value", "written"), [(-4.5, "-4,5"), (16.0, "16,0"), (-3, -3), ("4.5", "4.5"), (None, None)])
def test_decimals_with_a_comma(value, written):
    assert cell(value, decimal=",") == written


WRITTEN = str if sys.version_info >= (3, 11) else lambda text: text.replace("\0", "\ufffd")
"""What a text comes back as: before Python 3.11 the module csv could not write a NUL."""


def test_a_nul_can_be_written():
    stream = io.StringIO(newline="")
    csv.writer(stream).writerow([cell("a\0b")])
    assert stream.getvalue() == f"{WRITTEN('a' + chr(0) + 'b')}\r\n"


@given(st.text(st.sampled_from("'=+-@\t\r\na1") | st.characters(exclude_categories=["Cs"])))
def test_a_text_comes_back(text):
    stream = io.StringIO(newline="")
    csv.writer(stream).writerow([cell(text), "end"])
    (row,) = csv.reader(io.StringIO(stream.getvalue(), newline=""))
    assert (text_of(row[0]) or "") == WRITTEN(text)
    assert POINT.fullmatch(text) or not row[0].startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
