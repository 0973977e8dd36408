"""``words init``, ``words show`` and ``check``: what is written, what is told, and the exit codes."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from nlp_events.cli.app import APP
from nlp_events.words.templates import NAMES, templates

HEAD = "kind;word;value;example\n"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(APP, [str(one) for one in arguments])


class TestInit:
    def test_templates_are_written_into_a_new_folder(self, tmp_path: Path) -> None:
        folder = tmp_path / "mine" / "words"
        done = run("words", "init", folder)
        assert done.exit_code == 0
        assert done.stderr == (
            f"nlp-events: {folder}: wrote words.csv, figures.yaml, verbs.yaml. "
            f"Add your words, then: nlp-events check {folder}\n"
        )
        assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == templates()

    @pytest.mark.parametrize("name", NAMES)
    def test_nothing_is_overwritten(self, tmp_path: Path, name: str) -> None:
        (tmp_path / name).write_text("mine", encoding="utf-8")
        done = run("words", "init", tmp_path)
        assert done.exit_code == 2
        assert f"{tmp_path / name}: is there already. Take another folder, or move it away." in done.stderr
        assert (tmp_path / name).read_text(encoding="utf-8") == "mine"

    def test_other_files_do_not_matter(self, tmp_path: Path) -> None:
        (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
        assert run("words", "init", tmp_path).exit_code == 0

    def test_a_file_is_no_folder(self, tmp_path: Path) -> None:
        (tmp_path / "a").write_text("mine", encoding="utf-8")
        done = run("words", "init", tmp_path / "a")
        assert done.exit_code == 2
        assert f"{tmp_path / 'a'}: cannot be made a folder (File exists). Name another." in done.stderr

    def test_a_folder_that_cannot_be_written(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        opened = Path.open

        def refused(path: Path, mode: str = "r", *rest: Any, **named: Any) -> Any:
            if "x" in mode:
                raise PermissionError(13, "Permission denied")
            return opened(path, mode, *rest, **named)

        monkeypatch.setattr(Path, "open", refused)  # root may write where others may not
        done = run("words", "init", tmp_path)
        assert done.exit_code == 2
        assert f"{tmp_path / 'words.csv'}: cannot be written (Permission denied). Check the folder's" in done.stderr

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
    def test_a_folder_without_permission(self, tmp_path: Path) -> None:
        tmp_path.chmod(0o500)
        assert run("words", "init", tmp_path).exit_code == 2

    def test_the_folder_must_be_named(self) -> None:
        assert run("words", "init").exit_code == 2


def test_templates_are_comments_but_for_the_head_of_the_table() -> None:
    texts = templates()
    assert tuple(texts) == NAMES
    for name, text in texts.items():
        lines = [line for line in text.splitlines() if line and not line.startswith("#")]
        assert lines == (["kind;word;value;example"] if name == "words.csv" else [])


class TestShow:
    def test_a_word_that_stands_somewhere(self) -> None:
        done = run("words", "show", "treize")
        assert (done.exit_code, done.stderr) == (0, "")
        assert "layers/quantities.yaml, teens: treize: stands for 13\n" in done.stdout
        assert done.stdout.endswith("\n")

    def test_a_word_that_stands_nowhere(self) -> None:
        done = run("words", "show", "zigouigoui")
        assert (done.exit_code, done.stdout) == (1, "")
        assert done.stderr == (
            "nlp-events: zigouigoui: stands in no list of words. To add it: nlp-events words init DIR\n"
        )

    def test_a_word_of_a_folder(self, tmp_path: Path) -> None:
        (tmp_path / "words.csv").write_text(f"{HEAD}saying;claironner;;\n", encoding="utf-8")
        done = run("words", "show", "claironnait", "--words", tmp_path)
        assert done.exit_code == 0
        assert done.stdout.startswith("words/verbs.yaml, saying.words: claironner (")

    @pytest.mark.parametrize(
        ("text", "message"),
        [(f"{HEAD}verb;claironner;;\n", "line 2: there is no kind 'verb'"), (None, "there is no such folder of words")],
    )
    def test_a_wrong_folder(self, tmp_path: Path, text: str | None, message: str) -> None:
        folder = tmp_path if text else tmp_path / "none"
        if text:
            (tmp_path / "words.csv").write_text(text, encoding="utf-8")
        done = run("words", "show", "claironnait", "--words", folder)
        assert (done.exit_code, done.stdout) == (2, "")
        assert message in done.stderr


PROVED = HEAD + (
    "trigger;trucider;killed;Trois bergers ont été trucidés lundi près de Sévaré.\n"
    "saying;claironner;;Douze civils ont péri, a claironné le gouverneur.\n"
    "person;orpailleur;civilian;Six orpailleurs ont été tués dans la mine.\n"
    "thing;bouée;;Les vagues ont emporté deux bouées.\n"
    "place;Bandiakoro;ML 12.61 -7.98;Neuf personnes sont mortes à Bandiakoro.\n"
    "organisation;Comité de secours de Ségou|CSS;ngo ML;Le CSS a dénombré 40 blessés.\n"
    "person;puisatier;other;\n"
)
UNPROVED = {
    "trigger;égorgiller;injured;Trois bergers ont été tués.": "trigger «égorgiller»; it gives 'Trois bergers' killed.",
    "saying;trompeter;;Douze civils ont péri lundi.": "saying «trompeter»; it gives 'Douze civils' killed.",
    "person;chamelier;civilian;Six bergers ont été tués.": "person «chamelier»; it gives 'Six bergers' killed.",
    "thing;gilet;;Deux bergers ont été tués.": "thing «gilet»; it gives 'Deux bergers' killed.",
    "place;Kolombougou;ML;Neuf personnes sont mortes lundi.": "place «Kolombougou»; it gives 'Neuf personnes' killed.",
    "organisation;Secours de Mopti|SDM;ngo ML;Le CRS a dénombré 40 blessés.": "organisation «Secours de Mopti|SDM»; it",
    "place;Bandiako;ML;Le marché a rouvert à Bandiako.": "place «Bandiako»; it gives no record.",
}


class TestCheck:
    @pytest.fixture
    def folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """A folder for words; the examples of our rules, which other tests run, are left out."""
        monkeypatch.setattr("nlp_events.report.examples.failures", lambda _: iter(()))
        return tmp_path

    def test_words_that_do_not_do_what_they_are_for_are_told(self, folder: Path) -> None:
        (folder / "words.csv").write_text(PROVED + "".join(f"{line}\n" for line in UNPROVED), encoding="utf-8")
        done = run("check", folder)
        *told, last = done.stderr.splitlines()
        assert (done.exit_code, done.stdout) == (1, "")
        assert last == f"nlp-events: {folder}: all files are valid; examples that fail: {len(UNPROVED)}"
        first = len(PROVED.splitlines()) + 1
        for number, (line, (written, message)) in enumerate(zip(told, UNPROVED.items(), strict=True), start=first):
            where = f"{folder / 'words.csv'}, line {number}"
            example = written.rpartition(";")[2]
            assert line.startswith(f"nlp-events: {where}: «{example}» does not show {message}")

    def test_an_example_of_a_rule_that_fails(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("nlp_events.report.examples.failures", lambda _: iter(["a rule fails"]))
        monkeypatch.setattr("nlp_events.report.layers.problems", lambda _: [])
        done = run("check", folder)
        assert done.exit_code == 1
        assert done.stderr.splitlines()[0] == "nlp-events: a rule fails"
        assert done.stderr.endswith("examples that fail: 1\n")

    @pytest.mark.parametrize(
        ("name", "text", "messages"),
        [
            ("words.csv", f"{HEAD}verb;claironner;;\n", ["line 2: there is no kind 'verb'"]),
            ("figures.yaml", "trigger: []\n", ["figures.yaml, trigger: Extra inputs"]),
            ("mine.yaml", "a: 1\n", ["mine.yaml: no component reads a file of this name"]),
        ],
    )
    def test_a_file_that_is_wrong(self, folder: Path, name: str, text: str, messages: list[str]) -> None:
        (folder / name).write_text(text, encoding="utf-8")
        done = run("check", folder)
        assert (done.exit_code, done.stdout) == (2, "")
        lines = done.stderr.splitlines()
        assert len(lines) == len(messages)
        assert all(message in line for line, message in zip(lines, messages, strict=True))

    def test_templates_are_valid_as_they_are_written(self, folder: Path) -> None:
        assert run("words", "init", folder).exit_code == 0
        done = run("check", folder)
        assert (done.exit_code, done.stdout) == (0, "")
        assert done.stderr == f"nlp-events: {folder}: all files are valid; examples that fail: 0\n"
