"""A folder with a file of each kind: one run, every article, each with its own day, and one damaged file told."""

from __future__ import annotations

import logging

import pytest

from nlp_events.readers import ReadOptions, read
from nlp_events.values import Article, ArticleResult
from tests.readers.made_all import EXPORTS
from tests.readers.made_corpora import odt, xlsx
from tests.readers.made_databases import docx, factiva_lines, nexis_lines, rtf
from tests.readers.made_xml import table
from tests.readers.making import TEXT, zipped

DAYS = ["2022-11-30", "2023-02-03", "2023-05-12"]
"""Those of the three articles that each of these files holds."""

FILES = {
    "europresse.html": EXPORTS["europresse"],
    "europresse-2014.HTM": EXPORTS["old europresse"].replace("·".encode("cp1252"), b"&middot;old"),
    "factiva": EXPORTS["factiva"].replace(b"0020", b"0X20"),
    "factiva.rtf": rtf(factiva_lines()),
    "nexis.docx": docx(*nexis_lines()),
    "nexis.TXT": EXPORTS["nexis"],
    "iramuteq.txt": EXPORTS["iramuteq"],
    "lexico.txt": EXPORTS["lexico"].replace(b"<id=", b"<texte="),
    "newsml.xml": EXPORTS["newsml"],
    "nitf.xml": EXPORTS["nitf"].replace(b"adl-", b"n-"),
    "tei.xml": EXPORTS["tei"],
    "txm.xml": EXPORTS["txm"].replace(b"adl-", b"t-"),
    "excel.xlsx": xlsx([["text", "published"], *([TEXT, f"{day[8:]}/{day[5:7]}/{day[:4]}"] for day in DAYS)]),
    "archive.zip": zipped(
        ("c/metadata.csv", table()), *((f"c/texte{number}.txt", TEXT.encode()) for number in (1, 2, 3))
    ),
}
ONE_EACH = {"2023-05-12-rapport.odt": odt(TEXT), "2023-05-12.txt": TEXT.encode()}
DAMAGED = {"damaged.docx": docx(TEXT)[:300]}
OTHERS = {"photo.jpg": b"\xff\xd8\xff", "rows.xml": b"<rows/>"}


@pytest.fixture
def folder(tmp_path):
    for name, data in {**FILES, **ONE_EACH, **DAMAGED, **OTHERS}.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


@pytest.mark.parametrize("seconds", [None, 60.0])
def test_every_article_of_every_file(folder, seconds, caplog):
    with caplog.at_level(logging.WARNING):
        found = list(read([folder], options=ReadOptions(max_seconds=seconds)))
    articles = [one for one in found if isinstance(one, Article)]
    assert [(one.doc_id, one.status) for one in found if isinstance(one, ArticleResult)] == [("damaged.docx", "office")]
    assert len(articles) == 3 * len(FILES) + len(ONE_EACH)
    assert sorted(one.published for one in articles) == sorted(DAYS * len(FILES) + ["2023-05-12"] * len(ONE_EACH))
    assert [record.getMessage() for record in caplog.records] == [
        f"{folder}: 2 files of other kinds were left out (.jpg: 1, .xml: 1)."
    ]


@pytest.mark.parametrize("name", FILES)
def test_three_articles_with_their_days(tmp_path, name):
    (tmp_path / name).write_bytes(FILES[name])
    assert sorted(one.published for one in read([tmp_path / name])) == DAYS
