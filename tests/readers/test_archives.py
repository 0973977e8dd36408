import json
import logging

import pytest

from nlp_events.readers import read
from nlp_events.readers.formats import suffix_of
from tests.readers.making import TEXT, gzipped, parquet, pdf, tarred, zipped

DATA = TEXT.encode()
QUOTED = b'"' + DATA.strip() + b'"\n'
LINE = json.dumps({"text": TEXT}).encode() + b"\n"
PAGE = f"<html><body><h1>Gao</h1><p>{TEXT}</p></body></html>".encode()

MEMBERS = (
    ("b/2021-03-12.txt", DATA),
    ("./a.md", DATA),
    ("c.jsonl", LINE),
    ("d.csv", b"text\n" + QUOTED),
    ("e.parquet", parquet(text=[TEXT])),
    ("f.pdf", pdf([TEXT.strip()])),
    ("g.html", PAGE),
    ("h.json", LINE),
    ("i.txt.gz", gzipped(DATA)),
    ("j.zip", zipped(("k.txt", DATA))),
    ("l.tgz", tarred(("m.txt", DATA))),
)
NAMES = ["b/2021-03-12.txt", "a.md", "c.jsonl:1", "d.csv:2", "e.parquet:1", "f.pdf", "g.html", "h.json", "i.txt.gz",
         "j.zip/k.txt", "l.tgz/m.txt"]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("all.zip", zipped(*MEMBERS)),
        ("all.tar.gz", tarred(*MEMBERS)),
        ("all.TGZ", tarred(*MEMBERS)),
        ("all.tar", tarred(*MEMBERS, mode="w:")),
        ("all.zip.gz", gzipped(zipped(*MEMBERS[:-2]))),
    ],
)
def test_all_formats_in_the_order_of_the_archive(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    found = list(read([tmp_path]))
    assert [one.text.strip().endswith(TEXT.strip()) for one in found] == [True] * len(found)
    expected = [f"{tmp_path}/{name}/{one}" if "jsonl" in one else f"{name}/{one}" for one in NAMES]
    assert [one.doc_id for one in found] == expected[: len(found)]
    assert len(found) >= len(MEMBERS) - 2
    assert found[0].published == "2021-03-12"


def test_nothing_is_written_to_disk(tmp_path):
    (tmp_path / "all.zip").write_bytes(zipped(*MEMBERS))
    list(read([tmp_path]))
    assert [path.name for path in tmp_path.iterdir()] == ["all.zip"]


@pytest.mark.parametrize(("name", "text"), [("a.txt.gz", TEXT), ("a.jsonl.gz", TEXT), ("a.csv.gz", TEXT.strip())])
def test_packed_file(tmp_path, name, text):
    data = {"t": DATA, "j": LINE, "c": b"text\n" + QUOTED}[name[2]]
    (tmp_path / name).write_bytes(gzipped(data))
    (found,) = read([tmp_path / name])
    assert found.text == text
    assert found.doc_id.split("/")[-1].startswith(name)


def test_bad_member_is_named_and_the_next_one_read(tmp_path):
    (tmp_path / "a.zip").write_bytes(zipped(("bad.txt", b""), ("good.txt", DATA)))
    bad, good = read([tmp_path])
    assert (bad.doc_id, bad.status) == ("a.zip/bad.txt", "empty")
    assert f"{tmp_path}/a.zip/bad.txt: " in bad.error
    assert good.doc_id == "a.zip/good.txt"


def test_other_kinds_are_left_out_but_not_in_silence(tmp_path, caplog):
    members = (("a.odp", b"x"), ("b.ODP", b"x"), ("__MACOSX/._c.txt", b"\0"), ("d/._c.txt", b"\0"), ("c.txt", DATA))
    (tmp_path / "a.zip").write_bytes(zipped(*members))
    (tmp_path / "notes.ods").write_bytes(b"x")
    with caplog.at_level(logging.WARNING, "nlp_events"):
        (found,) = read([tmp_path])
    assert found.doc_id == "a.zip/c.txt"
    messages = [record.getMessage() for record in caplog.records]
    assert messages == [
        f"{tmp_path}/a.zip: 2 files of other kinds were left out (.odp: 2).",
        f"{tmp_path}: 1 files of other kinds were left out (.ods: 1).",
    ]


def test_archive_is_left_off_where_it_has_unpacked_too_much(tmp_path, monkeypatch):
    monkeypatch.setattr("nlp_events.readers.archives.MOST_UNPACKED", 250)
    (tmp_path / "a.zip").write_bytes(zipped(*((f"{number}.txt", DATA) for number in range(5))))
    found = list(read([tmp_path / "a.zip"]))
    assert [getattr(one, "status", "read") for one in found] == ["read", "read", "bomb", "bomb"]
    assert found[-1].doc_id == "a.zip"
    assert "what comes after '2.txt' was not read" in found[-1].error


def test_same_member_twice_is_a_duplicate(tmp_path):
    with pytest.warns(UserWarning, match="Duplicate"):
        data = zipped(("a.txt", DATA), ("a.txt", DATA))
    (tmp_path / "a.zip").write_bytes(data)
    _, second = read([tmp_path])
    assert second.status == "duplicate"


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("a.txt", ".txt"), ("A.TXT", ".txt"), ("a.tar.gz", ".tar.gz"), ("a.txt.gz", ".gz"), ("a.json", ".json"),
        ("a.jsonl", ".jsonl"), ("a.gz", None), ("a.odp.gz", None), ("a.txt.gz.gz", None), ("txt", None), ("", None),
    ],
)  # fmt: skip
def test_endings(name, suffix):
    assert suffix_of(name) == suffix
