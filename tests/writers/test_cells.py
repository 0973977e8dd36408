import csv
import io
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp_events.writers.cells import cell, text_of


@pytest.mark.parametrize("text", ["=1+1", "+33 1", "-12", "@all", "\t=1", "\r=1", "\n=1", "＝1", "'=1", "''@a"])
def test_formulas_are_neutralised(text):
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize("value", [-4.5, -3, 0, None, "Gao", "a=b", "l'armée", "'Daech'", ""])
def test_all_else_stays(value):
    assert cell(value) == value
    assert type(cell(value)) is type(value)


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
    assert not row[0].startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
