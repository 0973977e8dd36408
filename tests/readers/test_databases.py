"""Exports of Factiva and Nexis: every article with its own date, paper, title and id, whatever the file is."""

from __future__ import annotations

import pytest

from nlp_events.readers import read
from nlp_events.values import ArticleResult
from tests.readers.made_databases import (
    STORIES,
    docx,
    factiva,
    factiva_lines,
    factiva_table,
    nexis_lines,
    nexis_text,
    rtf,
)  # fmt: skip
from tests.readers.making import tarred, zipped


def text_of(lines):
    return "\n".join(lines).encode()


FACTIVA = {
    "lines.html": factiva(),
    "table.html": factiva_table(),
    "a.rtf": rtf(factiva_lines()),
    "a.docx": docx(*factiva_lines()),
    "a.txt": text_of(factiva_lines()),
    "crlf.txt": text_of(factiva_lines()).replace(b"\n", b"\r\n"),
    "old.doc": rtf(factiva_lines()),
    "sauvegarde": factiva(),
}
NEXIS = {
    "a.txt": nexis_text(),
    "a.docx": docx(*nexis_lines()),
    "a.rtf": rtf(nexis_lines()),
    "french.docx": docx(*(line.replace("End of Document", "Fin du document") for line in nexis_lines())),
    "french.txt": nexis_text(french=True),
    "latin.txt": nexis_text().decode().encode("cp1252"),
}
BROKEN = STORIES[1]._replace(written="le jour des crues", number="COURIV0020230203ej230000z")


def found_in(tmp_path, data, name):
    (tmp_path / name).write_bytes(data)
    return list(read([tmp_path / name]))


@pytest.mark.parametrize("name", FACTIVA)
def test_factiva(tmp_path, name):
    found = found_in(tmp_path, FACTIVA[name], name)
    assert [one.doc_id for one in found] == [story.number for story in STORIES]
    check(found)


@pytest.mark.parametrize("name", NEXIS)
def test_nexis(tmp_path, name):
    found = found_in(tmp_path, NEXIS[name], name)
    assert [one.doc_id for one in found] == [f"{name}:{number}" for number in (1, 2, 3)]
    check(found, [] if name.endswith(".txt") else ["Le préfet est sur place."])


def check(found, standfirst=()):
    assert [one.published for one in found] == [story.day for story in STORIES]
    assert [one.title for one in found] == [story.title for story in STORIES]
    assert [one.site for one in found] == [story.paper for story in STORIES]
    assert [one.text.split("\n\n") for one in found] == [[story.title, *standfirst, *story.body] for story in STORIES]


@pytest.mark.parametrize("data", [factiva([BROKEN, STORIES[0]]), factiva_table([BROKEN, STORIES[0]])])
def test_factiva_takes_the_day_of_its_id_where_no_other_can_be_read(tmp_path, data):
    first, second = found_in(tmp_path, data, "a.html")
    assert (second.doc_id, second.published) == (STORIES[0].number, "2023-05-12")
    assert first.doc_id == BROKEN.number
    assert first.published in ("2023-02-03", None)


def test_article_without_a_head_costs_itself(tmp_path):
    lines = factiva_lines([BROKEN, STORIES[0]])
    bad, good = found_in(tmp_path, rtf(lines), "a.rtf")
    assert isinstance(bad, ArticleResult)
    assert (bad.doc_id, bad.status) == ("a.rtf:1", "head")
    assert (good.doc_id, good.title) == (STORIES[0].number, STORIES[0].title)
    bad, good = found_in(tmp_path, docx(*nexis_lines([BROKEN, STORIES[0]])), "a.docx")
    assert (bad.doc_id, bad.status) == ("a.docx:1", "head")
    assert (good.doc_id, good.title) == ("a.docx:2", STORIES[0].title)


def test_article_whose_end_is_lost_is_read(tmp_path):
    lines = factiva_lines()[:-6]
    assert len(found_in(tmp_path, rtf(lines), "a.rtf")) == 3


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", zipped(*FACTIVA.items())),
        ("a.tar.gz", tarred(("b/a.docx", NEXIS["a.docx"]), ("a.rtf", FACTIVA["a.rtf"]))),
    ],
)
def test_in_archives(tmp_path, name, data):
    found = found_in(tmp_path, data, name)
    assert {one.title for one in found if not isinstance(one, ArticleResult)} == {story.title for story in STORIES}
