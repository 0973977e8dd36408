"""Where weights come from: the shipped ones, and a folder of one's own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import nlp_events
from nlp_events.decisions import Scorer, load_scorer
from nlp_events.decisions.store import MADE, checked, files_read, told
from nlp_events.errors import ResourceError
from tests.decisions.folders import own_folder


def test_weights_of_a_folder_stand_before_the_shipped_ones(tmp_path: Path) -> None:
    own_folder(tmp_path, places={"near": 1.0})
    assert load_scorer("places", str(tmp_path)) == Scorer(weights={"near": 1.0}, slope=2)
    assert load_scorer("dates", str(tmp_path)) is load_scorer("dates")
    assert checked(tmp_path) == str(tmp_path)


def test_topics_are_always_ours(tmp_path: Path) -> None:
    own_folder(tmp_path, places={"near": 1.0})
    (tmp_path / "topics.json").write_text("damaged", encoding="utf-8")
    assert load_scorer("topics", str(tmp_path)) is load_scorer("topics")


def test_a_changed_folder_is_read_again(tmp_path: Path) -> None:
    own_folder(tmp_path, places={"near": 1.0})
    assert load_scorer("places", str(tmp_path)).weights == {"near": 1.0}
    own_folder(tmp_path, places={"near": 2.0})
    assert load_scorer("places", str(tmp_path)).weights == {"near": 2.0}


def test_weights_that_the_folder_does_not_speak_of_are_not_read(tmp_path: Path) -> None:
    own_folder(tmp_path, places={"near": 1.0})
    (tmp_path / "dates.json").write_text("of an earlier run", encoding="utf-8")
    assert load_scorer("dates", str(tmp_path)) is load_scorer("dates")


def test_what_else_is_in_a_folder_is_not_of_it(tmp_path: Path) -> None:
    own_folder(tmp_path, places={"near": 1.0})
    (tmp_path / "records.jsonl").write_text("{}", encoding="utf-8")
    assert [path.name for path in files_read(tmp_path)] == [MADE, "places.json"]


def damaged(folder: Path, **changes: Any) -> None:
    own_folder(folder, places={"near": 1.0})
    data = told({"places": {}}, "0.0.1") | changes
    (folder / MADE).write_text(json.dumps(data), encoding="utf-8")


class TestErrors:
    def test_no_folder(self, tmp_path: Path) -> None:
        with pytest.raises(ResourceError, match=r"none: there is no such folder of decisions\. Make it with"):
            checked(tmp_path / "none")

    def test_a_folder_without_weights(self, tmp_path: Path) -> None:
        with pytest.raises(ResourceError, match=r"holds no learned decisions\. Make it with «nlp-events learn»"):
            checked(tmp_path)

    @pytest.mark.parametrize("text", ["", "[]", "{}", "null", '{"format": "nlp-events decisions"}'])
    def test_a_damaged_head(self, tmp_path: Path, text: str) -> None:
        (tmp_path / MADE).write_text(text, encoding="utf-8")
        with pytest.raises(ResourceError, match=r"decisions\.json: is damaged .* Make the folder again"):
            checked(tmp_path)

    @pytest.mark.parametrize(
        "changes", [{"format": "other"}, {"questions": ["places"]}, {"questions": {"topics": {}}}, {"base": 3}]
    )
    def test_a_head_of_another_form(self, tmp_path: Path, changes: dict[str, Any]) -> None:
        damaged(tmp_path, **changes)
        with pytest.raises(ResourceError, match=r"decisions\.json: is damaged"):
            checked(tmp_path)

    @pytest.mark.parametrize("base", [{}, {"places": "0", "topics": "0"}])
    def test_weights_of_another_version(self, tmp_path: Path, base: dict[str, str]) -> None:
        damaged(tmp_path, base=base)
        problem = r"decisions\.json, base: was made by version 0\.0\.1, whose decisions weigh other facts.* learn"
        with pytest.raises(ResourceError, match=problem):
            checked(tmp_path)

    @pytest.mark.parametrize("text", ["", '{"weights": {"near": null}}'])
    def test_damaged_weights(self, tmp_path: Path, text: str) -> None:
        own_folder(tmp_path, places={"near": 1.0})
        (tmp_path / "places.json").write_text(text, encoding="utf-8")
        with pytest.raises(ResourceError, match=r"places\.json, weights: holds no weights .* Make the folder again"):
            checked(tmp_path)

    def test_weights_that_are_gone(self, tmp_path: Path) -> None:
        own_folder(tmp_path, places={"near": 1.0})
        (tmp_path / "places.json").unlink()
        with pytest.raises(ResourceError, match=r"places\.json, weights: holds no weights"):
            checked(tmp_path)

    def test_load_tells_before_anything_else_is_loaded(self, tmp_path: Path) -> None:
        with pytest.raises(ResourceError, match="holds no learned decisions"):
            nlp_events.load("no_such_pipeline", decisions=tmp_path)
