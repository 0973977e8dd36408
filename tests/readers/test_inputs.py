import io
import json
import os

import pytest

from nlp_events.errors import InputError
from nlp_events.readers import ReadOptions, read
from tests.readers.making import TEXT, gzipped, parquet, pdf, tarred, zipped

DATA = TEXT.encode()
LINE = json.dumps({"text": TEXT}).encode() + b"\n"


def ids(*inputs):
    return [found.doc_id for found in read(inputs)]


def put(folder, *names):
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(DATA)


@pytest.fixture
def tree(tmp_path):
    put(tmp_path, "2021/a.txt", "2021/b/a.txt", "2022/a.txt", "2022/a.odp", "a.txt")
    return tmp_path


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("*.txt", ["a.txt"]),
        ("*/a.txt", ["2021/a.txt", "2022/a.txt"]),
        ("**/a.txt", ["2021/a.txt", "2021/b/a.txt", "2022/a.txt", "a.txt"]),
        ("202[12]", ["2021/a.txt", "2021/b/a.txt", "2022/a.txt"]),
        ("2022/*", ["a.txt"]),
        ("**", ["2021/a.txt", "2021/b/a.txt", "2022/a.txt", "a.txt"]),
    ],
)
def test_patterns(tree, pattern, found):
    assert ids(f"{tree}/{pattern}") == found


def test_file_with_wildcards_in_its_name_is_a_file(tmp_path):
    put(tmp_path, "a[1].txt")
    assert ids(tmp_path / "a[1].txt") == ["a[1].txt"]


def test_second_file_of_a_name_is_called_by_its_path(tree):
    assert ids(tree / "2021" / "a.txt", tree / "2022" / "a.txt") == ["a.txt", f"{tree}/2022/a.txt"]
    assert ids(tree / "2021", tree / "2022") == ["a.txt", "b/a.txt", f"{tree}/2022/a.txt"]


def test_same_file_twice_is_a_duplicate(tree):
    first, second = read([tree / "a.txt", tree / "2021" / ".." / "a.txt"])
    assert first.doc_id == "a.txt"
    assert (second.status, second.doc_id) == ("duplicate", "a.txt (2)")


def test_names_that_are_hard(tmp_path):
    hard = [b"a\nb.txt", "é ü.txt".encode(), b"\xe9t\xe9.txt", "a" * 251 + ".txt", b"-.txt", b"'\"$(x).txt"]
    names = [name if isinstance(name, bytes) else name.encode() for name in hard]
    for name in names:
        with open(os.path.join(os.fsencode(tmp_path), name), "wb") as stream:  # noqa: PTH118, PTH123 - bytes
            stream.write(DATA)
    found = {one.doc_id: one.text for one in read([tmp_path])}
    assert set(found.values()) == {TEXT}
    assert set(found) == {"a\nb.txt", "é ü.txt", r"\udce9t\udce9.txt", "a" * 251 + ".txt", "-.txt", "'\"$(x).txt"}


def test_bad_file_of_a_hard_name_has_a_message_that_can_be_written(tmp_path):
    with open(os.path.join(os.fsencode(tmp_path), b"\xe9.txt"), "wb"):  # noqa: PTH118, PTH123 - bytes
        pass
    (found,) = read([tmp_path])
    assert (found.doc_id, found.status) == (r"\udce9.txt", "empty")
    assert r"\udce9.txt" in found.error
    found.error.encode()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may list every folder")
def test_folder_that_cannot_be_listed(tmp_path):
    put(tmp_path, "a.txt", "b.txt/c.txt")
    (tmp_path / "b.txt").chmod(0)
    good, bad = read([tmp_path])
    assert (good.doc_id, bad.status) == ("a.txt", "unreadable")


def test_very_deep_folder(tmp_path):
    put(tmp_path, "/".join("d" * 300) + "/a.txt")
    assert ids(tmp_path) == ["/".join("d" * 300) + "/a.txt"]


@pytest.mark.parametrize(
    ("data", "doc_ids"),
    [
        (zipped(("a.txt", DATA)), ["stdin/a.txt"]),
        (tarred(("a.txt", DATA)), ["stdin/a.txt"]),
        (tarred(("a.txt", DATA), mode="w:"), ["stdin/a.txt"]),
        (gzipped(DATA), ["stdin"]),
        (gzipped(LINE), ["stdin:1"]),
        (gzipped(DATA)[:-10], ["stdin"]),
        (gzipped(b"")[:5], ["stdin"]),
        (pdf([TEXT.strip()]), ["stdin"]),
        (parquet(text=[TEXT]), ["stdin:1"]),
        (b"[" + LINE + b"]", ["stdin:1"]),
        (b"\xef\xbb\xbf \n" + LINE, ["stdin:2"]),
        (b"[Mise a jour] " + DATA, ["stdin"]),
        (b"<!DOCTYPE html><html><body><p>" + DATA + b"</p></body></html>", ["stdin"]),
        (b"<< Deux morts >>, dit-il.", ["stdin"]),
    ],
)
def test_standard_input_is_told_by_its_first_bytes(monkeypatch, data, doc_ids):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(data))))
    assert ids("-") == doc_ids


@pytest.mark.parametrize("name", ["csv", ".csv", "CSV"])
def test_standard_input_is_what_the_caller_says(monkeypatch, name):
    monkeypatch.setattr(
        "sys.stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(b'text\n"' + DATA.strip() + b'"\n')))
    )
    (found,) = read(["-"], options=ReadOptions(stdin_format=name))
    assert (found.doc_id, found.text) == ("stdin:2", TEXT.strip())


def test_format_that_nobody_knows_is_refused_at_once():
    with pytest.raises(InputError, match=r"^odp: is no format .* csv"):
        read(["-"], options=ReadOptions(stdin_format="odp"))
