import json
import logging

import pytest

from nlp_events.readers import ReadOptions, read
from tests.readers.making import zipped

GARBLED = "Des milliers de dÃ©placÃ©s Ã  Goma.\r\nL'armée l'a annoncé.\r\n"
MENDED = "Des milliers de déplacés à Goma.\r\nL'armée l'a annoncé.\r\n"


def warnings_of(caplog, *inputs, **options):
    with caplog.at_level(logging.WARNING, "nlp_events"):
        found = list(read(inputs, options=ReadOptions(**options)))
    return found, [record.getMessage() for record in caplog.records]


def test_garbled_text_is_told_and_left_alone(tmp_path, caplog):
    (tmp_path / "a.txt").write_bytes(GARBLED.encode())
    (found,), (message,) = warnings_of(caplog, tmp_path / "a.txt")
    assert found.text == GARBLED
    assert message.startswith(f"{tmp_path}/a.txt: 1 line was decoded in a wrong encoding")
    assert "--fix-encoding" in message


def test_garbled_text_and_title_are_mended_when_asked(tmp_path, caplog):
    (tmp_path / "a.json").write_text(json.dumps({"text": GARBLED, "title": "DÃ©placÃ©s"}))
    (found,), messages = warnings_of(caplog, tmp_path, fix_encoding=True)
    assert (found.text, found.title, messages) == (MENDED, "Déplacés", [])


def test_lost_letters_are_told(tmp_path, caplog):
    (tmp_path / "a.csv").write_text("text\nDes d\ufffdplac\ufffds\n", encoding="utf-8")
    _, (message,) = warnings_of(caplog, tmp_path)
    assert message.startswith(f"{tmp_path}/a.csv:2: 2 letters were lost")


@pytest.mark.parametrize("packed", [False, True])
def test_garbled_dump_is_told_once_with_its_number(tmp_path, caplog, packed):
    lines = [json.dumps({"text": GARBLED * number or "Bien."}, ensure_ascii=False) for number in (0, 1, 0, 2)]
    dump = "\n".join(lines).encode()
    name, data = ("a.zip", zipped(("b.jsonl", dump), ("c.txt", GARBLED.encode()))) if packed else ("a.jsonl", dump)
    (tmp_path / name).write_bytes(data)
    found, (message,) = warnings_of(caplog, tmp_path / name)
    assert len(found) == 4 + packed
    number, first = ("4 lines", "a.zip/b.jsonl:2") if packed else ("3 lines", "a.jsonl:2")
    assert message.startswith(f"{tmp_path}/{name}: {number} were decoded in a wrong encoding before (")
    articles = 3 if packed else 2
    assert f", in {articles} articles, the first of them {tmp_path}/{first}. --fix-encoding mends it." in message


def test_good_text_has_no_warning(tmp_path, caplog):
    (tmp_path / "a.txt").write_text(
        "Le château brûlé à Noël : « 12 blessés », dit-il… Où ça ? Œuvre âgée.", encoding="utf-8"
    )
    assert warnings_of(caplog, tmp_path)[1] == []


@pytest.mark.parametrize(
    ("name", "data", "label"),
    [
        ("a.txt", "Deux morts à Gao", "a.txt: "),
        ("a.csv", "text\nDeux morts à Gao\n", "a.csv:2: "),
        ("a.jsonl", '{"text": "Deux morts à Gao"}\n', "a.jsonl:1: "),
        ("a.json", '{"doc_id": "x", "text": "Deux morts à Gao"}', "a.json, x: "),
    ],
)
def test_long_text_is_named_with_its_length(tmp_path, name, data, label):
    (tmp_path / name).write_text(data, encoding="utf-8")
    (found,) = read([tmp_path], options=ReadOptions(max_chars=15))
    assert found.status == "long"
    assert found.error.startswith(f"{tmp_path}/{label}has 16 characters, more than the 15")
    (found,) = read([tmp_path], options=ReadOptions(max_chars=16))
    assert found.text == "Deux morts à Gao"
