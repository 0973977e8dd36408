"""Every kind of bad input that we could think of: none ends the run, each has a row with its reason and its message."""

from __future__ import annotations

import io
import json
import logging
import tarfile
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest

from nlp_events.pipeline import process
from nlp_events.readers import ReadOptions, read
from nlp_events.writers import to_line
from tests.readers.making import (
    TEXT,
    gzipped,
    link_in_tar,
    link_in_zip,
    locked_zip,
    parquet,
    pdf,
    tarred,
    zipped,
)  # fmt: skip

GOOD = TEXT.encode()
ENGLISH = b"The explosion killed twelve people and wounded thirty others in the city, the police said. " * 3
OPTIONS = ReadOptions(max_bytes=3_000_000)
PDF = pdf([TEXT.strip()])
ROW = {"text": TEXT}
PAGE = b"<html><body><h1>Gao</h1><p>" + GOOD + b"</p></body></html>"


class Bad(NamedTuple):
    """One bad input."""

    name: str
    data: bytes
    status: str
    words: str
    doc_id: str = ""


def js(value: object) -> bytes:
    return json.dumps(value).encode()


def not_utf_8() -> bytes:
    import pyarrow

    offsets = pyarrow.py_buffer(b"\0\0\0\0\x02\0\0\0")
    return parquet(text=pyarrow.StringArray.from_buffers(1, offsets, pyarrow.py_buffer(b"\xe9\xff")))


def wrong_checksum() -> bytes:
    whole = bytearray(zipped(("a.txt", GOOD), method=zipfile.ZIP_STORED))
    whole[whole.index(GOOD)] ^= 1
    return bytes(whole)


def bomb() -> bytes:
    return b" " * 40_000_000


def tar_with_huge_header() -> bytes:
    entry = tarfile.TarInfo("a.txt")
    entry.pax_headers = {"comment": "a" * 3_000_000}
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz", format=tarfile.PAX_FORMAT) as archive:
        archive.addfile(entry)
    return stream.getvalue()


def locked_pdf() -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(PDF)))
    writer.encrypt("secret", algorithm="RC4-40")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


FILES = [
    # nothing in it
    Bad("empty.txt", b"", "empty", "the file is empty"),
    Bad("empty.md", b"", "empty", "the file is empty"),
    Bad("empty.html", b"", "empty", "the file is empty"),
    Bad("empty.json", b"", "empty", "the file is empty"),
    Bad("empty.jsonl", b"", "empty", "the file is empty"),
    Bad("empty.csv", b"", "empty", "the file is empty"),
    Bad("empty.parquet", b"", "parquet", "no Parquet file"),
    Bad("empty.pdf", b"", "pdf", "no PDF"),
    Bad("empty.zip", b"", "archive", "no archive"),
    Bad("empty.tar", b"", "archive", "no archive"),
    Bad("empty.tar.gz", b"", "archive", "no archive"),
    Bad("empty.txt.gz", b"", "empty", "the file is empty"),
    Bad("blank.txt", b" \n\t\n", "empty", "the text is empty"),
    Bad("blank.jsonl", b"\n\n", "empty", "holds no article"),
    Bad("mark.txt", b"\xef\xbb\xbf", "empty", "the text is empty"),
    Bad("blank_text.json", js({"text": "  "}), "empty", "the text is empty"),
    Bad("blank_cell.csv", b"text\n\"\"\n", "empty", "the text is empty", "blank_cell.csv:2"),
    Bad("header.csv", b"text,published\n", "empty", "holds no article"),
    Bad("list.json", b"[]", "empty", "the list is empty"),
    Bad("rows.parquet", parquet(text=[]), "empty", "holds no article"),
    Bad("cookies.html", b"<html><body><button></button></body></html>", "empty", "holds no article"),
    Bad("words.html", b"pas de page", "empty", "holds no"),
    Bad("scan.pdf", pdf([]), "empty", "ocrmypdf"),
    Bad("none.zip", zipped(), "empty", "holds no article"),
    Bad("others.zip", zipped(("a.odp", b"x")), "empty", "holds no article"),
    Bad("nameless.zip", zipped(("x.txt", GOOD)).replace(b"x.txt", b"\0.txt"), "empty", "holds no article"),
    Bad("none.tar.gz", tarred(), "empty", "holds no article"),
    # no text, or not in this encoding
    Bad("program.txt", b"\x7fELF\x02\x01\x01\0\0\0", "binary", "binary"),
    Bad("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary", "binary"),
    Bad("picture.html", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary", "binary"),
    Bad("picture.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary", "binary"),
    Bad("picture.json", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary", "binary"),
    Bad("report.txt", PDF + b"\0", "binary", "binary"),
    Bad("mixed.txt", "é".encode() * 20 + b"\xe9\xff", "encoding", "iconv"),
    Bad("cut.txt", TEXT.encode("utf-16")[:-1], "encoding", "cannot be decoded"),
    Bad("wide.jsonl", (js(ROW) + b"\n").decode().encode("utf-16"), "encoding", "iconv"),
    Bad("cut.csv", "text\nDeux morts".encode("utf-16")[:-1], "encoding", "from here on", "cut.csv:2"),
    Bad("mixed.csv", b"text\n" + "é".encode() * 20 + b"\xe9\xff\n", "encoding", "iconv", "mixed.csv:2"),
    Bad("mixed.parquet", not_utf_8(), "encoding", "no UTF-8", "mixed.parquet:1"),
    Bad("binary.parquet", parquet(text=[b"\0\1"]), "binary", "binary", "binary.parquet:1"),
    Bad("half_pair.json", b'{"text": "Deux soldats tu\\ud83d"}', "surrogate", "surrogate"),
    # no JSON, or not of this shape
    Bad("half.json", b'{"text": "Deux sol', "json", "not whole JSON"),
    Bad("two.json", js(ROW) + b"\n" + js(ROW), "json", ".jsonl"),
    Bad("number.json", b"12", "type", "holds a int"),
    Bad("string.json", b'"Deux"', "type", "holds a str"),
    Bad("strings.json", b'["Deux"]', "type", "holds a str", "strings.json:1"),
    Bad("nan.json", b'{"text": NaN}', "type", '"text" is a float'),
    Bad("deep.json", b"[" * 200_000, "json", "nested too deeply"),
    Bad("digits.json", b'{"text": "a", "n": ' + b"9" * 10_000 + b"}", "json", "number"),
    Bad("no_text.json", js({"note": TEXT}), "missing", 'no "text"'),
    Bad("null.json", js({"text": None}), "type", "null"),
    Bad("id.json", js({"text": TEXT, "doc_id": [7]}), "type", '"doc_id" is a list'),
    Bad("title.json", js({"text": TEXT, "title": ["a"]}), "type", '"title" is a list'),
    Bad("date.json", js({"text": TEXT, "published": True}), "type", '"published" is a bool'),
    # no table, or not with these columns
    Bad("other.csv", b"titre;note\na;b\n", "column", "'titre', 'note'"),
    Bad("return.csv", b"text\rDeux morts\r\n", "row", "no row of CSV"),
    Bad("more.csv", b"text,title\nun,deux,trois\n", "row", "more cells", "more.csv:2"),
    Bad("fewer.csv", b"title,text\nun\n", "missing", 'no "text"', "fewer.csv:2"),
    Bad("quote.csv", b'text\n"Deux soldats\n' + (b"a" * 1_000_000 + b"\n") * 3, "row", "in line 2 that is never",
        "quote.csv:2"),
    Bad("wide.csv", b"text\n" + b"a" * 4_000_000 + b"\n", "long", "too long", "wide.csv:2"),
    Bad("other.parquet", parquet(note=["a"]), "column", "'note'"),
    Bad("number.parquet", parquet(text=[1]), "type", '"text" is a int', "number.parquet:1"),
    Bad("null.parquet", parquet(text=[None, "a"]), "type", "null", "null.parquet:1"),
    Bad("date.parquet", parquet(text=["a"], published=[[1.5]]), "type", '"published" is a list', "date.parquet:1"),
    Bad("words.parquet", b"pas une table" * 9, "parquet", "no Parquet file"),
    Bad("cut.parquet", parquet(text=["a"])[:-9], "parquet", "no Parquet file"),
    # no page, no report
    Bad("entities.html", b'<!DOCTYPE html [<!ENTITY a "b">]>' + PAGE, "entities", "entities of its own"),
    Bad("elements.html", b"<html><body>" + b"<p>a</p>" * 60_000, "long", "50000 elements"),
    Bad("frames.html", b"<html><frameset><frame src='a.html'></frameset></html>", "empty", "holds no article"),
    Bad("words.pdf", b"pas un PDF", "pdf", "no PDF"),
    Bad("cut.pdf", PDF[:100], "pdf", "no PDF"),
    Bad("locked.pdf", locked_pdf(), "encrypted", "password"),
    Bad("pages.pdf", pdf(*([["a"]] * 1001)), "long", "1000 pages"),
    # no archive, or one that no honest person made
    Bad("words.zip", b"pas une archive", "archive", "no archive"),
    Bad("cut.zip", zipped(("a.txt", GOOD))[:-30], "archive", "no archive"),
    Bad("words.tar.gz", b"pas une archive", "archive", "no archive"),
    Bad("words.txt.gz", b"pas une archive", "archive", "no archive"),
    Bad("cut.txt.gz", gzipped(GOOD)[:-12], "archive", "damaged"),
    Bad("cut.csv.gz", gzipped(b"title\n" + GOOD)[:-12], "archive", "damaged"),
    Bad("cut.tar.gz", tarred(("a.txt", GOOD * 900))[:200], "archive", "damaged"),
    Bad("checksum.zip", wrong_checksum(), "archive", "damaged", "checksum.zip/a.txt"),
    Bad("locked.zip", locked_zip("a.txt", GOOD), "encrypted", "password", "locked.zip/a.txt"),
    Bad("rare.zip", zipped(("a.txt", GOOD), method=zipfile.ZIP_BZIP2), "archive", "deflate", "rare.zip/a.txt"),
    Bad("up.zip", zipped(("../../a.txt", GOOD)), "path", "out of the archive", "up.zip/../../a.txt"),
    Bad("root.zip", zipped(("/etc/a.txt", GOOD)), "path", "out of the archive", "root.zip//etc/a.txt"),
    Bad("drive.zip", zipped(("C:\\a.txt", GOOD)), "path", "out of the archive", "drive.zip/C:/a.txt"),
    Bad("up.tar.gz", tarred(("../a.txt", GOOD)), "path", "out of the archive", "up.tar.gz/../a.txt"),
    Bad("link.zip", link_in_zip("a.txt", "/etc/passwd"), "link", "a link", "link.zip/a.txt"),
    Bad("link.tar.gz", link_in_tar("a.txt", "/etc/passwd"), "link", "a link", "link.tar.gz/a.txt"),
    Bad("device.tar.gz", link_in_tar("a.txt", "", tarfile.CHRTYPE), "link", "a device", "device.tar.gz/a.txt"),
    Bad("bomb.txt.gz", gzipped(bomb()), "long", "too long"),
    Bad("bomb.jsonl.gz", gzipped((b" " * 1_000_000 + b"\n") * 40), "bomb", "attacks"),
    Bad("bomb.zip", zipped(("a.jsonl", bomb())), "bomb", "attacks", "bomb.zip/a.jsonl"),
    Bad("header.tar.gz", tar_with_huge_header(), "bomb", "attacks"),
    Bad("deep.zip", zipped(("b.zip", zipped(("c.zip", zipped(("d.zip", zipped(("a.txt", GOOD)))))))), "nested",
        "3 archives", "deep.zip/b.zip/c.zip/d.zip"),
    # no article for this library
    Bad("english.txt", ENGLISH, "language", "not French"),
    Bad("long.txt", GOOD * 4000, "long", "characters"),
    Bad("huge.txt", GOOD * 40_000, "long", "too long"),
]  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("bad")
    for bad in FILES:
        (folder / bad.name).write_bytes(bad.data)
    (folder / "broken.txt").symlink_to(folder / "nowhere.txt")
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    (folder / "self").symlink_to(folder)
    (folder / "2021-03-17-good.txt").write_bytes(GOOD)
    return folder


@pytest.fixture(scope="module")
def results(folder, nlp):
    # What stands for a whole JSON Lines file is called by its path.
    found = process(read([folder], options=OPTIONS), nlp)
    return {result.doc_id.removeprefix(f"{folder}/"): result for result in found}


def test_there_are_at_least_sixty_kinds():
    assert len({(bad.name, bad.words) for bad in FILES}) >= 60
    assert len({bad.name for bad in FILES}) == len(FILES)


@pytest.mark.parametrize("bad", FILES, ids=lambda bad: bad.name)
def test_each_has_a_row_with_its_reason_and_a_message_that_names_it(bad, results):
    result = results[bad.doc_id or bad.name]
    assert (result.status, result.events) == (bad.status, ())
    assert bad.words in result.error
    assert bad.name in result.error
    assert result.error.endswith((".", ")", '"'))
    assert json.loads(to_line(result))["status"] == bad.status


def test_good_article_among_them_is_done(results):
    result = results["2021-03-17-good.txt"]
    assert (result.status, result.events[0].min) == ("done", 2)


@pytest.mark.parametrize(("name", "status"), [("broken.txt", "missing"), ("loop.txt", "unreadable")])
def test_links_that_lead_nowhere_are_named(name, status, results):
    result = results[name]
    assert result.status == status
    assert name in result.error


def test_nothing_else_is_there(results):
    named = {bad.doc_id or bad.name for bad in FILES}
    others = set(results) - named - {"broken.txt", "loop.txt", "2021-03-17-good.txt"}
    # Rows and members beside the bad one, which are read.
    assert others == {"null.parquet:2", "quote.csv:3", "quote.csv:4", "quote.csv:5"}


@pytest.mark.parametrize(
    ("name", "status", "words"),
    [
        ("missing.txt", "missing", "no such file"),
        ("*.odp", "missing", "no file has such a path"),
        ("letter.odp", "kind", "no known ending"),
        ("hollow", "empty", "holds no article"),
    ],
)
def test_names_that_lead_nowhere(name, status, words, tmp_path):
    (tmp_path / "letter.odp").write_bytes(b"PK")
    (tmp_path / "hollow").mkdir()
    target = tmp_path / "none" / name if "*" in name else tmp_path / name
    (result,) = read([target])
    assert result.status == status
    assert words in result.error
    assert name in result.error


def test_link_to_a_folder_is_not_followed_and_not_in_silence(folder, caplog):
    with caplog.at_level(logging.WARNING, "nlp_events"):
        list(read([folder / "self" / ".." / folder.name], options=OPTIONS))
    assert any("a link to a folder" in record.getMessage() for record in caplog.records)
