import io
import json
import os

import pytest

from nlp_events.errors import InputError
from nlp_events.readers import ReadOptions, article_of, read
from nlp_events.values import Article, ArticleResult

TEXT = "Deux soldats ont été tués à Gao.\r\nL'armée l'a annoncé.\n"


def one(path, **options):
    (found,) = read([path], **options)
    return found


def error_of(path):
    found = one(path)
    assert isinstance(found, ArticleResult)
    assert found.events == ()
    return found.error


def lines(path, *rows):
    path.write_text("".join(row if isinstance(row, str) else json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_text_file_keeps_its_line_ends(tmp_path):
    path = tmp_path / "gao.txt"
    path.write_bytes(TEXT.encode())
    assert one(path) == Article(doc_id="gao.txt", text=TEXT)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2021-03-12-kaboul.txt", "2021-03-12"),
        ("kaboul_2021-03-12.txt", "2021-03-12"),
        ("2021-13-45-et-2021-03-12.txt", "2021-03-12"),
        ("2021-02-30.txt", None),
        ("depeche-12021-03-12.txt", None),
        ("kaboul.txt", None),
    ],
)
def test_publication_day_from_the_name(tmp_path, name, day):
    (tmp_path / name).write_text(TEXT)
    assert one(tmp_path / name).published == day


def test_published_of_the_caller_comes_first(tmp_path):
    (tmp_path / "2021-03-12.txt").write_text(TEXT)
    lines(tmp_path / "b.jsonl", {"text": TEXT, "published": "2020-01-01"})
    assert [article.published for article in read([tmp_path], published="2022-05-06")] == ["2022-05-06"] * 2


def test_folder_is_read_in_the_order_of_its_paths(tmp_path):
    for name in ("b.txt", "a/z.txt", "a/c.TXT", "a/notes.odp", "a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    assert [article.doc_id for article in read([tmp_path])] == ["a/c.TXT", "a/z.txt", "a.txt", "b.txt"]


def test_json_lines(tmp_path):
    path = lines(
        tmp_path / "a.jsonl",
        {"doc_id": "1", "text": TEXT, "title": "Gao", "published": "2021-03-12T08:00:00Z", "events": [1], "x": None},
        "\n",
        {"text": TEXT, "title": None, "published": ""},
    )
    assert list(read([path])) == [
        Article(doc_id="1", text=TEXT, title="Gao", published="2021-03-12"),
        Article(doc_id=f"{path}:3", text=TEXT),
    ]


def test_json_lines_with_byte_order_mark_and_old_encoding(tmp_path):
    row = '{"doc_id": "a", "text": "Trois blessés évacués à Alépé, où l\'armée a été appelée."}'
    (tmp_path / "bom.jsonl").write_bytes(b"\xef\xbb\xbf" + row.encode())
    (tmp_path / "old.jsonl").write_bytes(row.replace('"a"', '"b"').encode("cp1252"))
    (first, second) = read([tmp_path])
    assert first.text == second.text == "Trois blessés évacués à Alépé, où l'armée a été appelée."


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"doc_id": "x", "text": "Deux sol', ("whole JSON", "Unterminated")),
        ("[1, 2]", ("list", '"text"')),
        ('"texte"', ("str",)),
        ('{"doc_id": "x"}', ('no "text"',)),
        ('{"text": null}', ("null",)),
        ('{"text": 12}', ('"text" is a int',)),
        ('{"doc_id": [7], "text": "a"}', ('"doc_id" is a list',)),
        ('{"text": "a", "title": ["b"]}', ('"title" is a list',)),
        ('{"text": "a", "published": [1573000000]}', ('"published" is a list',)),
        ("[" * 100_000, ("deep",)),
        ('{"text": "a\\u0000', ("whole JSON",)),
    ],
)
def test_bad_line_is_named_and_the_next_one_read(tmp_path, line, words):
    path = lines(tmp_path / "a.jsonl", line + "\n", {"doc_id": "good", "text": TEXT})
    bad, good = read([path])
    assert bad.error.startswith(f"{path}:1: ")
    for word in words:
        assert word in bad.error
    assert good.doc_id == "good"


def test_bad_line_keeps_its_doc_id(tmp_path):
    assert one(lines(tmp_path / "a.jsonl", {"doc_id": "mine"})).doc_id == "mine"


def test_utf_16_json_lines_are_refused_with_a_remedy(tmp_path):
    (tmp_path / "a.jsonl").write_bytes('{"text": "Deux morts"}\n'.encode("utf-16"))
    assert "iconv" in error_of(tmp_path / "a.jsonl")


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", b"", "the file is empty"),
        ("a.jsonl", b"", "the file is empty"),
        ("a.txt", b"\x00\x01\x02", "binary"),
        ("a.txt", "é".encode() * 20 + b"\xe9", "Save it as UTF-8"),
        ("a.odp", b"PK", "has no known ending"),
    ],
)
def test_bad_file_is_named(tmp_path, name, data, words):
    (tmp_path / name).write_bytes(data)
    error = error_of(tmp_path / name)
    assert name in error
    assert words in error


def test_missing_file_and_empty_folder(tmp_path):
    assert "no such file" in error_of(tmp_path / "nulle-part.txt")
    assert "holds no article" in error_of(tmp_path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read every file")
def test_unreadable_file(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    path.chmod(0)
    assert "permissions" in error_of(path)


def test_second_article_of_a_name_is_refused(tmp_path):
    path = lines(tmp_path / "a.jsonl", {"doc_id": "x", "text": TEXT}, {"doc_id": "x", "text": "Autre."})
    first, second = read([path])
    assert isinstance(first, Article)
    assert "another article before it has this doc_id" in second.error
    assert second.doc_id == "x (2)"


def test_reading_is_lazy(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    found = read([tmp_path / "a.txt", tmp_path / "b.txt"])
    next(found)
    (tmp_path / "b.txt").write_text(TEXT)
    assert isinstance(next(found), Article)


@pytest.mark.parametrize(
    ("data", "doc_ids"),
    [
        (b'{"doc_id": "1", "text": "a"}\n{"doc_id": "2", "text": "b"}\n', ["1", "2"]),
        (TEXT.encode(), ["stdin"]),
        (b"", ["stdin"]),
    ],
)
def test_standard_input(monkeypatch, data, doc_ids):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(data))))
    assert [found.doc_id for found in read(["-"])] == doc_ids


def test_line_that_is_too_long_is_skipped_whole(tmp_path):
    lines(tmp_path / "a.jsonl", {"text": "a" * 500}, {"doc_id": "good", "text": "b"})
    (tmp_path / "b.txt").write_text("c" * 101)
    long, good, file = read([tmp_path], options=ReadOptions(max_bytes=100))
    assert "too long" in long.error
    assert good.doc_id == "good"
    assert "too long" in file.error


def test_published_is_checked_at_once():
    with pytest.raises(InputError, match="YYYY-MM-DD"):
        read(["a.txt"], published="hier")


def test_article_of_mapping():
    assert article_of({"text": "a", "lang": "fr"}, "text-1") == Article(doc_id="text-1", text="a")
