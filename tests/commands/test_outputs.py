"""No command writes over what it reads, nor, unless told to, over what is there; nothing is touched by a refusal."""

import json
import os
import shutil

import pytest
from typer.testing import CliRunner

from nlp_events.cli.app import APP
from nlp_events.values import ArticleResult
from nlp_events.writers import to_line

TEXT = "Deux soldats ont été tués mercredi à Gao, a annoncé l'armée malienne."


def run(*words):
    done = CliRunner().invoke(APP, [str(word) for word in words])
    assert not isinstance(done.exception, Exception), done.exception
    return done.exit_code, done.stderr


def contents(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def folder(tmp_path):
    """A folder with something of all that commands read."""
    result = ArticleResult(doc_id="a", title=None, published=None, text=TEXT)
    lines = to_line(result, with_text=True)
    for name in ("records.jsonl", "more.jsonl", "incidents.jsonl"):
        (tmp_path / name).write_bytes(lines)
    for name in ("articles", "words"):
        (tmp_path / name).mkdir()
    (tmp_path / "articles" / "a.txt").write_text(TEXT)
    (tmp_path / "articles" / "deep").mkdir()
    (tmp_path / "articles" / "deep" / "b.jsonl").write_text(json.dumps({"text": TEXT}) + "\n")
    (tmp_path / "words" / "organisations.csv").write_text("x\n")
    for name in ("mine.csv", "split.csv", "join.csv"):
        (tmp_path / name).write_text("incident_id,doc_id\n")
    (tmp_path / "judgements.jsonl").write_text("{}")
    return tmp_path


COMMANDS = [
    ("extract", "records.jsonl", "-o", "records.jsonl"),
    ("extract", "articles", "more.jsonl", "-o", "more.jsonl"),
    ("extract", "articles", "-o", "articles/deep/b.jsonl"),
    ("extract", "articles/**/*.jsonl", "-o", "articles/deep/b.jsonl"),
    ("extract", "articles/dee*", "-o", "articles/deep/b.jsonl"),
    ("extract", "articles", "--aliases", "mine.csv", "-o", "mine.csv"),
    ("extract", "articles", "--places", "mine.csv", "-o", "mine.csv"),
    ("extract", "articles", "--words", "words", "-o", "words/organisations.csv"),
    ("extract", "articles", "--decisions", "words", "-o", "words/organisations.csv"),
    ("extract", "articles", "--resume", "-o", "articles/deep/b.jsonl"),
    ("incidents", "records.jsonl", "more.jsonl", "-o", "more.jsonl"),
    ("incidents", "records.jsonl", "--split", "split.csv", "-o", "split.csv"),
    ("incidents", "records.jsonl", "--join", "join.csv", "-o", "join.csv"),
    ("incidents", "records.jsonl", "--store", "more.jsonl", "-o", "more.jsonl"),
    ("incidents", "records.jsonl", "--store", "records.jsonl", "-o", "out.jsonl"),
    ("incidents", "records.jsonl", "--split", "split.csv", "--store", "split.csv", "-o", "out.jsonl"),
    ("incidents", "records.jsonl", "--words", "words", "-o", "words/organisations.csv"),
    ("report", "records.jsonl", "-o", "records.jsonl"),
    ("report", "records.jsonl", "--incidents", "incidents.jsonl", "-o", "incidents.jsonl"),
    ("convert", "records.jsonl", "records.jsonl"),
    ("gold", "records.jsonl", "--judgements", "judgements.jsonl", "-o", "records.jsonl"),
    ("gold", "records.jsonl", "--judgements", "judgements.jsonl", "-o", "judgements.jsonl"),
]  # fmt: skip


@pytest.mark.parametrize("overwrite", [False, True])
@pytest.mark.parametrize("command", COMMANDS)
def test_an_input_is_no_output(folder, monkeypatch, command, overwrite):
    monkeypatch.chdir(folder)
    before = contents(folder)
    code, message = run(*command, *(["--overwrite"] if overwrite else []))
    assert (code, "is an input" in message, "Name another output." in message) == (2, True, True), message
    assert contents(folder) == before


def linked(path, kind):
    """Another name of a file."""
    other = path.with_name(f"other{path.suffix}")
    if kind == "symbolic":
        other.symlink_to(path)
    elif kind == "hard":
        os.link(path, other)
    elif kind == "folder":
        (path.parent.parent / "way").symlink_to(path.parent)
        return path.parent.parent / "way" / path.name
    else:
        return path.parent / ".." / path.parent.name / path.name
    return other


@pytest.mark.parametrize("kind", ["symbolic", "hard", "folder", "spelling"])
@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    "command",
    [("extract", "IN", "-o", "OUT"), ("incidents", "IN", "-o", "OUT"), ("report", "IN", "-o", "OUT"),
     ("convert", "IN", "OUT"), ("gold", "IN", "--judgements", "judgements.jsonl", "-o", "OUT"),
     ("extract", "FOLDER", "-o", "OUT")],
)  # fmt: skip
def test_links_and_spellings_make_no_difference(folder, monkeypatch, kind, turned, command):
    monkeypatch.chdir(folder)
    shutil.move(folder / "more.jsonl", folder / "deep.jsonl")
    work = folder / "work"
    work.mkdir()
    one = work / "one.jsonl"
    shutil.copy(folder / "records.jsonl", one)
    names = [one, linked(one, kind)]
    if turned:
        names.reverse()
    before = contents(folder)
    words = {"IN": names[0], "OUT": names[1], "FOLDER": work}
    code, message = run(*(words.get(word, word) for word in command), "--overwrite")
    assert (code, "is an input" in message) == (2, True), message
    assert contents(folder) == before


@pytest.mark.parametrize(
    ("command", "output"),
    [(("extract", "articles", "-o", "out.jsonl"), "out.jsonl"), (("extract", "articles", "-o", "out.csv"), "out.csv"),
     (("extract", "articles", "-o", "articles/x.sqlite"), "articles/x.sqlite"),
     (("incidents", "records.jsonl", "-o", "out.jsonl"), "out.jsonl"),
     (("report", "records.jsonl"), "report.html"), (("convert", "records.jsonl", "out.csv"), "out.csv"),
     (("gold", "records.jsonl", "--judgements", "judgements.jsonl"), "gold.jsonl")],
)  # fmt: skip
def test_a_file_that_is_there_is_not_replaced_by_oversight(folder, monkeypatch, command, output):
    monkeypatch.chdir(folder)
    (folder / output).write_text("precious")
    before = contents(folder)
    code, message = run(*command)
    assert (code, message) == (
        2, f"nlp-events: {output}: is there already. Replace it with --overwrite, or name another output.\n",
    )  # fmt: skip
    assert contents(folder) == before


@pytest.mark.parametrize(
    ("command", "output"),
    [(("incidents", "records.jsonl", "-o", "out.jsonl"), "out.jsonl"), (("report", "records.jsonl"), "report.html"),
     (("convert", "records.jsonl", "out.csv"), "out.csv")],
)  # fmt: skip
@pytest.mark.parametrize("there", [b"", b"old", None])
def test_it_is_replaced_when_told_to_or_empty(folder, monkeypatch, command, output, there):
    monkeypatch.chdir(folder)
    if there is not None:
        (folder / output).write_bytes(there)
    assert run(*command, *(["--overwrite"] if there else []))[0] == 0
    assert (folder / output).read_bytes() not in (b"old", b"") or output == "out.jsonl"


@pytest.mark.parametrize("name", ["articles", "articles/"])
def test_a_folder_is_no_file(folder, monkeypatch, name):
    monkeypatch.chdir(folder)
    for command in (("extract", "records.jsonl", "-o", name), ("report", "records.jsonl", "-o", name)):
        code, message = run(*command, "--overwrite")
        assert (code, "is a folder. Name a file in it." in message) == (2, True)


def test_links_in_a_circle_are_told(folder):
    (folder / "a.jsonl").symlink_to(folder / "b.jsonl")
    (folder / "b.jsonl").symlink_to(folder / "a.jsonl")
    code, message = run("report", folder / "records.jsonl", "-o", folder / "a.jsonl")
    assert (code, "a.jsonl: cannot be written (" in message) == (2, True)


def test_what_a_run_keeps_is_no_input_of_a_run_that_removes_it(folder):
    state = folder / ".out.csv.run"
    state.mkdir()
    (state / "rows.jsonl").write_bytes((folder / "records.jsonl").read_bytes())
    code, message = run("extract", state / "rows.jsonl", "-o", folder / "out.csv", "--overwrite")
    assert (code, "is kept by a run into" in message) == (2, True)
    assert (state / "rows.jsonl").exists()


def test_a_file_of_articles_that_has_taken_the_place_of_an_output_is_an_input(folder):
    own = folder / "articles" / "out.jsonl"
    state = folder / "articles" / ".out.jsonl.run"
    state.mkdir()
    (state / "settings.json").write_text("{}")
    (state / "finished").touch()
    own.write_text(json.dumps({"doc_id": "mine", "text": TEXT}) + "\n")
    for options in ([], ["--resume"], ["--overwrite"]):
        code, message = run("extract", folder / "articles", "-o", own, *options)
        assert (code, "is an input" in message) == (2, True), options
    shutil.copy(folder / "records.jsonl", own)
    code, message = run("extract", folder / "articles", "-o", own)
    assert (code, "is there already" in message) == (2, True)


def test_the_engine_ray_has_the_same_rule(folder):
    (folder / "in").mkdir()
    code, message = run("extract", folder / "in", "-o", folder / "way" / ".." / "in", "--engine", "ray")
    assert (code, "is an input" in message) == (2, True)
    code, message = run("extract", folder / "in", "-o", "/dev/null", "--engine", "ray")
    assert (code, "writes a folder" in message) == (2, True)
