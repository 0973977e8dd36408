"""Several articles in a form that cannot be cut are told; and looking for them takes time that grows with the text."""

from __future__ import annotations

import time

import pytest

from nlp_events.readers import read
from nlp_events.readers.kinds import KINDS, kind_of
from nlp_events.values import Article
from tests.readers.made_databases import STORIES, docx, factiva_lines, nexis_lines
from tests.readers.made_europresse import STORIES as EUROPRESSE
from tests.readers.making import pdf

NUMBERS = [f"Un mort.\n\nnews·20230512·GZ·{number}" for number in range(12)]
LINES = "\n".join(line for line in factiva_lines() if line)


@pytest.mark.parametrize(
    ("name", "data", "number"),
    [
        ("a.txt", "\n\n".join(NUMBERS).encode(), 12),
        ("a.md", LINES.encode(), 3),
        ("a.md", "\n".join(f"{number} of 5 DOCUMENTS\nUn mort." for number in range(1, 6)).encode(), 5),
        ("a.md", "\n".join(nexis_lines()).encode(), 3),
        ("a.pdf", pdf(LINES.splitlines()[:50]), 3),
        ("a.docx", docx(*NUMBERS), 12),
        ("a.html", f"<html><body><p>{'</p><p>'.join(NUMBERS)}</p></body></html>".encode(), 12),
    ],
)
def test_export_that_cannot_be_cut_is_told(tmp_path, name, data, number):
    (tmp_path / name).write_bytes(data)
    (found,) = read([tmp_path / name])
    assert found.status == "export"
    assert found.error.startswith(f"{tmp_path}/{name}: looks like an export of about {number} articles")


@pytest.mark.parametrize(
    "text",
    [
        f"{EUROPRESSE[0].title}\n\nUn mort.\n\n{EUROPRESSE[0].number}",
        f"Un mort.\n\nDocument {STORIES[0].number}",
        "Un mort.\n\nEnd of Document",
        "Chapitre 3 sur 12\n\nUn mort.\n\nChapitre 4 sur 12",
        "**** URGENT ****\n\nUn mort.",
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_marks_of_one_article_leave_it_one(tmp_path, text, name):
    (tmp_path / name).write_text(text, encoding="utf-8")
    (found,) = read([tmp_path / name])
    if "GAZLEV" not in text or name == "a.md":
        assert found == Article(doc_id=name, text=text)


BITS = ["<", "<!--", "-->-", "<?x", "\n", " ", "**** *a_", "<a=", "PK\x03\x04", "class=", "1 of ", "Document "]
BITS += ["AB", "A 20", "·", "<div ", "{\\field", "{", "\\u9"]


@pytest.mark.parametrize("bit", BITS)
@pytest.mark.parametrize("start", ["", "<", "<?xml?>"])
def test_time_to_tell_a_kind_grows_with_the_head(bit, start):
    head = (start + bit * (1_000_000 // len(bit))).encode()
    began = time.perf_counter()
    for suffix in ("", ".txt", ".html"):
        kind_of(suffix, head)
    assert time.perf_counter() - began < 3


@pytest.mark.parametrize("bit", BITS)
def test_time_to_read_grows_with_the_file(tmp_path, bit):
    for name in ("a.txt", "a.rtf"):
        (tmp_path / name).write_text(
            ("{\\rtf1 " if name == "a.rtf" else "") + bit * (200_000 // len(bit)), encoding="utf-8"
        )
    began = time.perf_counter()
    assert len(list(read([tmp_path]))) >= 2
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize("bit", ["\\f0", "\\f0\\fcharset0 ", "{\\f1\\fcharset0 Arial", "a ", "{"])
@pytest.mark.parametrize("end", ["", "}", "}" * 20_000])
def test_time_to_read_fonts_grows_with_the_file(tmp_path, bit, end):
    (tmp_path / "a.rtf").write_text("{\\rtf1{\\fonttbl" + bit * 20_000 + end + "{\\fonttbl" + bit * 9 + "} Un mort.}")
    began = time.perf_counter()
    assert len(list(read([tmp_path]))) == 1
    assert time.perf_counter() - began < 5


def test_every_kind_has_a_name_of_its_own_and_a_reader():
    from nlp_events.readers.kinds import reader_of
    from nlp_events.readers.timed import reader_named

    assert len({kind.name for kind in KINDS}) == len(KINDS)
    assert all(callable(reader_named(reader_of(kind))) for kind in KINDS)
