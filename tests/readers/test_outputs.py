"""Outputs that stand among the inputs."""

import pytest

from nlp_events.readers import read


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text("Deux morts à Gao.")
    (tmp_path / "out.jsonl").write_text('{"doc_id": "a.txt"}\n')
    return tmp_path


def names(found):
    return [one.doc_id for one in found]


@pytest.mark.parametrize("given", ["", "*"])
def test_the_output_of_a_run_is_passed_over(folder, given):
    assert names(read([folder / given if given else folder], without=[folder / "out.jsonl"])) == ["a.txt"]


def test_another_file_of_that_name_is_read(folder):
    (folder / "sub").mkdir()
    (folder / "sub" / "out.jsonl").write_text('{"doc_id": "b", "text": "Un mort."}\n')
    assert names(read([folder], without=[folder / "out.jsonl"])) == ["a.txt", "b"]


def test_what_a_run_keeps_beside_its_output_is_passed_over(folder):
    (folder / "out.jsonl").unlink()
    state = folder / ".out.csv.run"
    state.mkdir()
    for name in ("settings.json", "rows.jsonl"):
        (state / name).write_text("{}\n")
    assert names(read([folder])) == ["a.txt"]


def test_a_hidden_folder_of_articles_is_read(folder):
    (folder / ".2021.run").mkdir()
    (folder / ".2021.run" / "b.txt").write_text("Un mort.")
    assert names(read([folder], without=[folder / "out.jsonl"])) == [".2021.run/b.txt", "a.txt"]
