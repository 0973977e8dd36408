"""DOCX, ODT, RTF and XLSX files: their text, their tables, and what is wrong with them."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import pytest

from nlp_events.readers import ReadOptions, read
from nlp_events.values import Article
from tests.readers.made_corpora import odt, package, xlsx
from tests.readers.made_databases import docx, rtf
from tests.readers.making import TEXT, zipped

LINE = TEXT.strip()
TABLE = [["Ville", "Morts", "Blessés"], ["Gao", "12", "30"], ["Kidal", "3", "–"]]
PAIRS = [["Morts", "12"], ["Source", "Croissant-Rouge"]]
REPORT = ("Rapport de situation", LINE, TABLE, "Bilan :", PAIRS, "Deux morts.")
SHOWN = [
    "Rapport de situation",
    LINE,
    "Gao. Morts : 12. Blessés : 30.",
    "Kidal. Morts : 3.",
    "Bilan :",
    "Morts : 12",
    "Source : Croissant-Rouge",
    "Deux morts.",
]
ROWS = [
    ["id", "text", "title", "published", "source"],
    ["a", LINE, "Gao", datetime(2023, 5, 12, 8), "AFP"],
    [7, "Deux morts.", None, date(2023, 2, 3), None],
    [None, "Un mort.", None, "30 novembre 2022", None],
    [],
    [None, None, None, "2022-01-01", None],
]


def found_in(tmp_path, data, name, **options):
    (tmp_path / name).write_bytes(data)
    return list(read([tmp_path / name], options=ReadOptions(**options)))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("2023-05-12-rapport.docx", docx(*REPORT)),
        ("2023-05-12-rapport.odt", odt(*REPORT)),
        ("2023-05-12-rapport", docx(*REPORT)),
        ("2023-05-12-rapport.doc", odt(*REPORT)),
    ],
)
@pytest.mark.parametrize("options", [{}, {"max_seconds": 60.0}])
def test_report_with_tables(tmp_path, name, data, options):
    (found,) = found_in(tmp_path, data, name, **options)
    assert found == Article(doc_id=name, text="\n\n".join(SHOWN), published="2023-05-12")


def test_cells_that_span_rows_and_columns(tmp_path):
    from docx import Document

    document = Document()
    table = document.add_table(4, 3)
    for row, cells in zip(
        table.rows,
        [["Région", "Ville", "Morts"], ["Gao", "Ansongo", "4"], ["", "Bourem", "5"], ["Total", "", "9"]],
        strict=True,
    ):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    table.cell(1, 0).merge(table.cell(2, 0)).text = "Gao"
    table.cell(3, 0).merge(table.cell(3, 1)).text = "Total"
    stream = io.BytesIO()
    document.save(stream)
    (found,) = found_in(tmp_path, stream.getvalue(), "a.docx")
    assert found.text.split("\n\n") == [
        "Gao. Ville : Ansongo. Morts : 4.",
        "Gao. Ville : Bourem. Morts : 5.",
        "Total : 9",
    ]


def test_rtf(tmp_path):
    (found,) = found_in(tmp_path, rtf(["Crue à Gao", LINE, "Œuvre d'un «fou»"]), "2023-05-12.rtf")
    assert found.text.split("\n\n")[-3:] == ["Crue à Gao", LINE, "Œuvre d'un «fou»"]
    assert "toc0" not in found.text
    assert "Page 1" not in found.text
    assert found.published == "2023-05-12"


class TestSheets:
    @pytest.mark.parametrize("name", ["a.xlsx", "a", "a.xls"])
    def test_one_article_a_row(self, tmp_path, name):
        first, second, third, bad = found_in(tmp_path, xlsx(ROWS), name, id_field="id")
        assert first == Article(doc_id="a", text=LINE, title="Gao", published="2023-05-12", site="AFP")
        assert second == Article(doc_id="7", text="Deux morts.", published="2023-02-03")
        assert third == Article(doc_id=f"{name}:4", text="Un mort.", published="2022-11-30")
        assert (bad.doc_id, bad.status) == (f"{name}:6", "missing")

    def test_title_above_the_names_and_other_columns(self, tmp_path):
        (found,) = found_in(
            tmp_path,
            xlsx([["Veille presse"], [], ["Texte", None, "x"], ["Un mort.", "b", "c"]]),
            "a.xlsx",
            text_field="Texte",
        )
        assert found == Article(doc_id="a.xlsx:4", text="Un mort.")

    def test_every_sheet_with_texts(self, tmp_path):
        sheets = [["text"], ["Un mort."]], [["autre"], ["x"]], [["text"], ["Deux morts."]]
        found = found_in(tmp_path, xlsx(*sheets), "a.xlsx")
        assert [one.doc_id for one in found] == ["a.xlsx:2", "a.xlsx:Feuille 3:2"]

    def test_without_the_column(self, tmp_path):
        (bad,) = found_in(tmp_path, xlsx([["titre", "note"], ["a", "b"]]), "a.xlsx")
        assert bad.status == "column"
        assert "'titre', 'note'" in bad.error

    def test_sheet_that_says_it_has_a_million_columns(self, tmp_path):
        data = xlsx([["text"], ["Un mort."]])
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [(name, archive.read(name)) for name in archive.namelist()]
        far = b'<row r="3"><c r="XFD3" t="inlineStr"><is><t>x</t></is></c></row><row r="99999999999"></row></sheetData>'
        parts = [(name, part.replace(b"</sheetData>", far)) for name, part in parts]
        found = found_in(tmp_path, package(*parts), "a.xlsx")
        assert [one.doc_id for one in found][:1] == ["a.xlsx:2"]


@pytest.mark.parametrize("name", ["a.docx", "a.odt", "a.xlsx"])
@pytest.mark.parametrize(
    ("data", "status", "words"),
    [
        (b"", "office", "damaged"),
        (b"pas un document", "office", "damaged"),
        (docx(LINE)[:-40], "office", "damaged"),
        (zipped(("a.txt", b"x")), "office", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "encrypted", "locked by a password"),
        (zipped(("word/document.xml", b" " * 20_000_000)), "bomb", "attacks"),
    ],
)
def test_what_is_none(tmp_path, name, data, status, words):
    (bad,) = found_in(tmp_path, data, name, max_bytes=3_000_000)
    assert bad.status == status
    assert words in bad.error
    assert bad.error.startswith(f"{tmp_path}/{name}: ")


ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd"><!ENTITY c "cc"><!ENTITY d "&c;&c;">]>'
)


def test_entities_stay_what_they_are(tmp_path):
    (found,) = found_in(tmp_path, odt(LINE, "QQ").replace(b"x", b"x"), "a.odt")
    assert found.text == f"{LINE}\n\nQQ"
    data = odt(LINE, "QQ", head=ENTITIES)
    (found,) = found_in(tmp_path, data, "a.odt")
    assert "root:" not in str(found)


@pytest.mark.parametrize("name", ["a.docx", "a.odt", "a.rtf"])
def test_document_without_text(tmp_path, name):
    data = {"a.docx": docx(), "a.odt": odt(), "a.rtf": b"{\\rtf1\\ansi }"}[name]
    (bad,) = found_in(tmp_path, data, name)
    assert (bad.status, "holds no text" in bad.error) == ("empty", True)


def test_in_an_archive(tmp_path):
    data = zipped(("r/a.docx", docx(LINE)), ("b.odt", odt(LINE)), ("c.xlsx", xlsx(ROWS[:2])), ("d", rtf([LINE])))
    found = found_in(tmp_path, data, "a.zip")
    assert [one.doc_id for one in found] == ["a.zip/r/a.docx", "a.zip/b.odt", "a", "a.zip/d"]
    assert all(LINE in one.text for one in found)
