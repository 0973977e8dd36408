"""Corpora of IRaMuTeQ and Lexico: an article for each line of variables."""

from __future__ import annotations

import pytest

from nlp_events.readers import read
from tests.readers.made_corpora import BODIES, DAYS, IDS, PAPERS, iramuteq, lexico
from tests.readers.making import zipped


def found_in(tmp_path, data, name="corpus.txt"):
    (tmp_path / name).write_bytes(data)
    return list(read([tmp_path / name]))


@pytest.mark.parametrize(
    "data",
    [
        iramuteq(),
        iramuteq().decode().encode("utf-16"),
        iramuteq().decode().encode("cp1252"),
        iramuteq(written=("2023_05_12", "03_02_2023", "30_novembre_2022")),
        iramuteq(written=("20230512", "20230203", "20221130")),
        iramuteq().replace(b"****", b"0001"),
        b"\n\n" + iramuteq().replace(b"\n", b"\r\n"),
    ],
)
@pytest.mark.parametrize("name", ["corpus.txt", "corpus", "corpus.iramuteq"])
def test_iramuteq(tmp_path, data, name):
    found = found_in(tmp_path, data, name)
    assert [one.doc_id for one in found] == list(IDS)
    assert [one.published for one in found] == list(DAYS)
    assert [one.site for one in found] == list(PAPERS)
    assert [one.text.split("\n\n") for one in found] == [list(body) for body in BODIES]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lexico(tmp_path, end):
    found = found_in(tmp_path, lexico(end))
    assert [one.doc_id for one in found] == list(IDS)
    assert [one.published for one in found] == list(DAYS)
    assert [one.site for one in found] == [PAPERS[0], PAPERS[0], PAPERS[2]]
    assert [one.text.split("\n\n") for one in found] == [list(body) for body in BODIES]


def test_number_is_an_id_only_within_its_file(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(iramuteq(ids="123"))
    assert [one.doc_id for one in read([tmp_path])] == [
        f"{name}:{number}" for name in ("a.txt", "b.txt") for number in "123"
    ]


def test_text_without_variables_is_named_by_its_place(tmp_path):
    first, second = found_in(tmp_path, b"**** *am_2023\nUn mort.\n**** \nDeux morts.\n")
    assert [first.doc_id, second.doc_id] == ["corpus.txt:1", "corpus.txt:2"]
    assert (second.text, second.published, second.site) == ("Deux morts.", None, None)


def test_in_an_archive(tmp_path):
    found = found_in(tmp_path, zipped(("a", iramuteq()), ("b.txt", b"Un mort.")), "a.zip")
    assert [one.doc_id for one in found] == [*IDS, "a.zip/b.txt"]


@pytest.mark.parametrize("text", [b"*** Un mort.\n", b"Un mort.\n**** *date_2023-05-12\nDeux morts.", b"<p>Un mort."])
def test_other_text_is_one_article(tmp_path, text):
    (found,) = found_in(tmp_path, text)
    assert found.text == text.decode()
