import json

import pytest

from nlp_events.errors import InputError
from nlp_events.scoring.annotated import read_annotated

FIGURE = {"impact": "killed", "min": 1, "max": 1, "start": 0, "end": 4}


def test_rows_are_read_as_they_are(tmp_path):
    path = tmp_path / "gold.jsonl"
    row = {"doc_id": "a", "text": "Un mort\u2028Fin\x85", "events": [FIGURE], "note": "x"}
    lines = [json.dumps(one, ensure_ascii=False) for one in (row, row | {"events": []})]
    path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    assert read_annotated(path) == [row, row | {"events": []}]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "holds no annotated article"),
        ("{", ":1: the line is not whole JSON"),
        ('{"doc_id": "a"}', 'no list of "events"'),
        ('{"doc_id": "a", "events": [{"impact": "killed", "start": 0, "end": 1}]}', "has no min or max"),
        ('{"doc_id": "a", "events": [{"min": 1, "start": 0, "end": 1}]}', "has no impact"),
        ('{"doc_id": "a", "events": [1]}', "has no impact"),
        ("[]", "no doc_id"),
    ],
)
def test_a_wrong_file_is_refused_with_its_line(tmp_path, content, words):
    path = tmp_path / "gold.jsonl"
    path.write_text(content)
    with pytest.raises(InputError) as refused:
        read_annotated(path)
    assert words.replace("no doc_id", 'has no "doc_id"') in str(refused.value)
    assert str(path) in str(refused.value)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(InputError, match="there is no such file"):
        read_annotated(tmp_path / "none.jsonl")


class TestFolders:
    @pytest.fixture
    def folder(self, tmp_path):
        for name, half in (("b", "held"), ("a", "train")):
            row = {"doc_id": name, "half": half, "text": "Trois morts.", "events": []}
            (tmp_path / f"{name}.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
        (tmp_path / "deeper").mkdir()
        (tmp_path / "deeper" / "c.jsonl").write_text("no JSON\n", encoding="utf-8")
        return tmp_path

    @pytest.mark.parametrize(("half", "ids"), [(None, ["a", "b"]), ("train", ["a"]), ("held", ["b"])])
    def test_a_folder_is_read_in_the_order_of_its_names(self, folder, half, ids):
        assert [row["doc_id"] for row in read_annotated(folder, half=half)] == ids

    def test_what_is_not_there_is_told(self, folder, tmp_path):
        with pytest.raises(InputError, match="no article of the half 'test'"):
            read_annotated(folder, half="test")
        (tmp_path / "empty").mkdir()
        with pytest.raises(InputError, match=r"holds no \.jsonl file"):
            read_annotated(tmp_path / "empty")
