"""Parquet files with odd cells, columns and groups: what is wrong costs its cell, its row or its group."""

from __future__ import annotations

import io
import logging
from datetime import time as clock

import pyarrow
import pytest
from pyarrow.parquet import ParquetFile, write_table

from nlp_events.distributed import articles_of
from nlp_events.readers import ReadOptions, read
from nlp_events.values import Article
from tests.readers.making import parquet

TEXT = "Deux morts"


def rows(tmp_path, data, **options):
    (tmp_path / "a.parquet").write_bytes(data)
    return list(read([tmp_path / "a.parquet"], options=ReadOptions(**options)))


@pytest.mark.parametrize(
    "column",
    [
        pyarrow.array([253402300800000000, 0], pyarrow.timestamp("us")),
        pyarrow.array([2**31 - 1, 0], pyarrow.date32()),
        pyarrow.array([-(2**31), 0], pyarrow.date32()),
        pyarrow.array([1573000000, None], pyarrow.timestamp("s", "Mars/Base")),
        pyarrow.array([1573000000, None], pyarrow.timestamp("s", "+25:99")),
        pyarrow.array([2**62, None], pyarrow.duration("s")),
        pyarrow.array([15, None]),
    ],
)
def test_date_that_is_no_day_leaves_its_article_undated(tmp_path, column, caplog):
    with caplog.at_level(logging.WARNING, "nlp_events"):
        first, second = rows(tmp_path, parquet(text=[TEXT, TEXT], published=column))
    assert first == Article(doc_id="a.parquet:1", text=TEXT)
    assert second == Article(doc_id="a.parquet:2", text=TEXT, published="1970-01-01" if column[1].is_valid else None)
    assert f"{tmp_path}/a.parquet:1: the publication date" in caplog.text


@pytest.mark.parametrize(
    ("column", "day"),
    [
        (pyarrow.array([1573000000123456789], pyarrow.timestamp("ns")), "2019-11-06"),
        (pyarrow.array([1573000000], pyarrow.timestamp("s", "America/New_York")), "2019-11-05"),
        ([20191105], "2019-11-05"),
        ([20191105.0], "2019-11-05"),
        ([b"2019-11-05"], "2019-11-05"),
        (["5 nov. 2019"], "2019-11-05"),
        ([1573000000], "2019-11-06"),
        (pyarrow.nulls(1), None),
    ],
)
def test_dates_of_many_types(tmp_path, column, day):
    (found,) = rows(tmp_path, parquet(text=[TEXT], published=column))
    assert found.published == day


@pytest.mark.parametrize(
    ("ids", "doc_id"),
    [
        ([7.0], "7"),
        ([float("nan")], "a.parquet:1"),
        ([b"\xe9t\xe9"], "été"),
        ([b""], "a.parquet:1"),
        (pyarrow.array([7], pyarrow.decimal128(5, 2)), "7"),
        (pyarrow.array(["x"]).dictionary_encode(), "x"),
    ],
)
def test_ids_of_many_types(tmp_path, ids, doc_id):
    (found,) = rows(tmp_path, parquet(text=[TEXT], doc_id=ids))
    assert (found.doc_id, found.text) == (doc_id, TEXT)


@pytest.mark.parametrize(
    ("column", "kind"),
    [
        ([{"a": 1}], "dict"),
        ([[[TEXT]]], "list"),
        (pyarrow.array([[("a", 1)]], pyarrow.map_(pyarrow.string(), pyarrow.int64())), "list"),
        ([clock(1)], "time"),
        (pyarrow.array([2**62], pyarrow.duration("s")), r"duration\[s\] that cannot be read"),
    ],
)
def test_text_of_another_type_is_refused(tmp_path, column, kind):
    (found,) = rows(tmp_path, parquet(text=column))
    assert (found.doc_id, found.status) == ("a.parquet:1", "type")
    assert f'"text" is a {kind}'.replace("\\", "") in found.error


def test_odd_site_costs_nothing(tmp_path):
    (found,) = rows(tmp_path, parquet(text=[TEXT], source=pyarrow.array([2**62], pyarrow.duration("s"))))
    assert found == Article(doc_id="a.parquet:1", text=TEXT)


def test_columns_that_stand_twice(tmp_path):
    stream = io.BytesIO()
    write_table(pyarrow.table([[TEXT], [TEXT], ["x"], ["y"]], names=["text", "other", "x", "x"]), stream)
    (found,) = rows(tmp_path, stream.getvalue())
    assert found.text == TEXT
    (bad,) = rows(tmp_path, stream.getvalue(), title_field="x")
    assert (bad.doc_id, bad.status) == ("a.parquet", "column")
    assert "has 2 columns 'x'. Keep one" in bad.error


def test_damaged_group_is_told_and_the_others_read(tmp_path):
    stream = io.BytesIO()
    table = pyarrow.table({"text": [f"{TEXT} {number}" for number in range(400)]})
    write_table(table, stream, row_group_size=100, use_dictionary=False)
    data = bytearray(stream.getvalue())
    offset = ParquetFile(stream).metadata.row_group(1).column(0).data_page_offset
    data[offset : offset + 60] = b"\xff" * 60
    found = rows(tmp_path, bytes(data))
    (bad,) = (one for one in found if not isinstance(one, Article))
    assert (len(found), found.index(bad)) == (301, 100)
    assert (bad.doc_id, bad.status) == ("a.parquet:101", "parquet")
    assert "rows 101 to 200 were not read" in bad.error
    assert (found[99].text, found[101].text) == (f"{TEXT} 99", f"{TEXT} 200")
    assert found[101].doc_id == "a.parquet:201"


def test_locked_file(tmp_path):
    (bad,) = rows(tmp_path, parquet(text=[TEXT])[:-4] + b"PARE")
    assert (bad.doc_id, bad.status) == ("a.parquet", "encrypted")
    assert "locked by a key. Write it without one." in bad.error


def test_rows_of_a_cluster_with_odd_cells():
    offsets = pyarrow.py_buffer(b"\0\0\0\0\x02\0\0\0\x04\0\0\0")
    texts = pyarrow.StringArray.from_buffers(2, offsets, pyarrow.py_buffer(b"\xe9\xffab"))
    days = pyarrow.array([2**31 - 1, 0], pyarrow.date32())
    table = pyarrow.table([texts, days, ["x", "y"], ["x", "y"]], names=["text", "published", "x", "x"])
    bad, good = articles_of(table, ReadOptions())
    assert (bad.status, good.text, good.published) == ("encoding", "ab", "1970-01-01")
