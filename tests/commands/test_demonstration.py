"""The demo: one folder with everything, which says what the samples tell."""

import csv
import json

import pytest

from nlp_events.commands import demonstration
from nlp_events.commands.demonstration import run_demo, samples


@pytest.fixture(scope="module")
def made(nlp, tmp_path_factory):
    from nlp_events import pipeline

    folder = tmp_path_factory.mktemp("demo") / "essai"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "load", lambda *_, **__: nlp)
        assert run_demo(str(folder), "fr") == 0
    return folder


def test_everything_is_there(made):
    assert sorted(path.name for path in made.iterdir() if not path.name.startswith(".")) == [
        "articles", "dispatches", "incidents.jsonl", "records.csv", "records.geojson", "records.jsonl", "report.html",
    ]  # fmt: skip
    rows = [json.loads(line) for line in (made / "records.jsonl").read_text("utf-8").splitlines()]
    assert len(rows) == len([*samples("articles").iterdir(), *samples("dispatches").iterdir()])
    assert {row["status"] for row in rows} == {"done"}
    assert all(row["text"] for row in rows)
    with (made / "records.csv").open(encoding="utf-8-sig", newline="") as file:
        assert sum(len(row["events"]) for row in rows) == len(list(csv.DictReader(file)))
    assert json.loads((made / "records.geojson").read_text("utf-8"))["type"] == "FeatureCollection"
    assert '<html lang="fr">' in (made / "report.html").read_text("utf-8")


def test_what_is_told_again_and_again_is_one_incident(made):
    incidents = [json.loads(line) for line in (made / "incidents.jsonl").read_text("utf-8").splitlines()]
    assert max(len(one["articles"]) for one in incidents) >= 3


def test_a_folder_that_holds_something_is_left_alone(tmp_path, capsys):
    (tmp_path / "mine.txt").write_text("à moi")
    assert run_demo(str(tmp_path), "en") == 2
    assert "is there already and not empty. Name a new folder." in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    (tmp_path / "mine.txt").write_text("à moi")
    assert run_demo(str(tmp_path / "mine.txt"), "en") == 2


def test_a_language_that_there_is_not_is_told_before_anything_is_written(tmp_path, capsys):
    assert run_demo(str(tmp_path / "new"), "de") == 2
    assert "Take one of: en, fr" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_samples_that_were_not_installed_are_told(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(demonstration, "_HOMES", (tmp_path,))
    assert run_demo(str(tmp_path / "new"), "en") == 2
    assert "Install nlp-events anew" in capsys.readouterr().err
