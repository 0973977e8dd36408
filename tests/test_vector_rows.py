"""Rows of vectors in arrays: what a dictionary gives, before and after something is written into it."""

from __future__ import annotations

import pickle

import numpy
import pytest
from spacy.vectors import Vectors

from nlp_events.vector_rows import VectorRows

PLAIN = {2**64 - 1: 3, 7: 0, 12: 3, 2**40: 1}


@pytest.fixture
def rows() -> VectorRows:
    return VectorRows(PLAIN)


@pytest.mark.parametrize("key", [*PLAIN, 0, 8, 2**64, -1, "mot"])
def test_a_word_has_the_row_that_a_dictionary_gives(rows: VectorRows, key: object) -> None:
    assert rows.get(key, -1) == PLAIN.get(key, -1)  # type: ignore[call-overload]
    assert (key in rows) is (key in PLAIN)


def test_it_is_gone_through_in_the_order_of_the_file(rows: VectorRows) -> None:
    assert list(rows) == list(PLAIN) == list(rows.keys())
    assert list(rows.items()) == list(PLAIN.items())
    assert (list(rows.values()), len(rows), rows[12]) == ([3, 0, 3, 1], 4, 3)
    assert rows == PLAIN
    with pytest.raises(KeyError):
        rows[8]


def test_what_is_written_is_kept(rows: VectorRows) -> None:
    rows[8] = 2
    assert rows == {**PLAIN, 8: 2} == rows.copy()
    assert rows.pop(7) == 0
    assert list(rows) == [2**64 - 1, 12, 2**40, 8]
    rows.update({9: 1})
    del rows[8]
    assert (len(rows), 8 in rows, rows.get(9), rows[12]) == (4, False, 1, 3)


def test_many_words_have_their_rows_at_once(rows: VectorRows) -> None:
    keys = numpy.array([12, 8, 2**64 - 1, 0, 7], dtype="uint64")
    assert rows.rows(keys).tolist() == [3, -1, 3, -1, 0]
    rows[8] = 2
    assert rows.rows(keys).tolist() == [3, 2, 3, -1, 0]
    assert VectorRows({}).rows(keys).tolist() == [-1] * 5


def test_one_without_a_word_has_none() -> None:
    assert VectorRows({}).get(7, -1) == -1


def test_another_process_gets_the_same(rows: VectorRows) -> None:
    assert pickle.loads(pickle.dumps(rows)) == PLAIN  # noqa: S301 - our own bytes


def test_vectors_are_saved_as_with_a_dictionary(rows: VectorRows) -> None:
    vectors = Vectors(shape=(4, 2), data=numpy.ones((4, 2), dtype="float32"))
    vectors.key2row = dict(PLAIN)
    saved = vectors.to_bytes()
    vectors.key2row = rows
    assert vectors.to_bytes() == saved
    assert vectors.find(keys=[12, 8]).tolist() == [3, -1]
