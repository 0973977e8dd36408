"""What a user gives: read, checked, each article once."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from nlp_events.errors import InputError
from nlp_events.learning.inputs import count_judged, is_judgements, rows_of
from nlp_events.values import ArticleResult
from tests.learning.made import gold, write_gold, write_judgements


@pytest.mark.parametrize(("name", "judged"), [("a.json", True), ("b.JSON", True), ("c.jsonl", False), ("d", False)])
def test_judgements_are_told_by_their_ending(name: str, judged: bool) -> None:
    assert is_judgements(name) is judged


def test_annotated_articles_are_read(tmp_path: Path) -> None:
    path = write_gold(tmp_path / "gold.jsonl", wide=True)
    rows = rows_of([str(path)], [])
    assert [row["doc_id"] for row in rows] == [row["doc_id"] for row in gold(wide=True)]
    assert count_judged(rows) == 0


def test_judged_records_become_articles(tmp_path: Path, results: list[ArticleResult]) -> None:
    path = write_judgements(tmp_path / "judgements.json", results, wrong="injured")
    rows = rows_of([str(path)], results)
    assert len(rows) == len(results)
    assert count_judged(rows) == 2 * len(results)
    assert [event["impact"] for event in rows[0]["events"]] == ["killed"]
    assert [event["impact"] for event in rows[0]["wrong"]] == ["injured"]
    assert (rows[0]["text"], rows[0]["published"]) == (results[0].text, results[0].published)


def test_an_amended_slot_is_what_is_right(tmp_path: Path, results: list[ArticleResult]) -> None:
    path = tmp_path / "judgements.json"
    event = results[0].events[0]
    one = {"doc_id": results[0].doc_id, "event_id": event.event_id, "verdict": "amended", "changes": {"place": "Mali"}}
    path.write_text(json.dumps({"format": "nlp-events judgements", "version": 1, "judgements": [one]}), "utf-8")
    (row,) = rows_of([str(path)], results)
    assert [(event["place"], event["min"]) for event in row["events"]] == [("Mali", 13)]
    assert row["wrong"] == []


def test_figures_that_were_missed_are_learned_from(tmp_path: Path, results: list[ArticleResult]) -> None:
    text = results[0].text or ""
    figure = {"doc_id": results[0].doc_id, "start": 0, "end": 2, "text": text[:2], "impact": "missing", "min": 2}
    path = tmp_path / "judgements.json"
    told = {"format": "nlp-events judgements", "version": 1, "judgements": [], "missed": [figure]}
    path.write_text(json.dumps(told), "utf-8")
    (row,) = rows_of([str(path)], results)
    assert [(one["impact"], one["min"], one["max"]) for one in row["events"]] == [("missing", 2, None)]
    assert (row["wrong"], count_judged([row])) == ([], 1)


def test_an_annotation_goes_before_judgements(tmp_path: Path, results: list[ArticleResult]) -> None:
    judged = write_judgements(tmp_path / "judgements.json", results, wrong="injured")
    annotated = tmp_path / "gold.jsonl"
    annotated.write_text(json.dumps(gold(wide=True)[0]) + "\n", encoding="utf-8")
    rows = rows_of([str(judged), str(annotated)], results)
    assert len(rows) == len(results)
    assert "wrong" not in rows[0]


def changed(**changes: Any) -> dict[str, Any]:
    return gold(wide=True)[0] | changes


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (changed(text=None), r"gold\.jsonl, 0-Gossi\.txt: has no \"text\""),
        (changed(status="done"), "is a result of «extract»"),
        (changed(text=" "), 'has no "text"'),
        (changed(published="hier"), "is not a date"),
        (changed(events=[gold(wide=True)[0]["events"][0] | {"end": 9_000}]), "stands at 9 to 9000, which is not in"),
        (changed(events=[gold(wide=True)[0]["events"][0] | {"start": "0"}]), "Count its signs"),
    ],
)
def test_an_article_that_cannot_teach_is_named(tmp_path: Path, row: dict[str, Any], words: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    with pytest.raises(InputError, match=words):
        rows_of([str(path)], [])


def test_judgements_of_other_records_are_told(tmp_path: Path, results: list[ArticleResult]) -> None:
    path = write_judgements(tmp_path / "judgements.json", results[:2], wrong="injured")
    with pytest.raises(InputError, match=r"judgements\.json: is of none of these records.* --records"):
        rows_of([str(path)], results[2:])


def test_no_judgement_is_none_to_learn_from(tmp_path: Path) -> None:
    path = write_judgements(tmp_path / "judgements.json", [], wrong="injured")
    with pytest.raises(InputError, match="holds no judgement"):
        rows_of([str(path)], [])


def test_results_without_texts_are_refused(tmp_path: Path, results: list[ArticleResult]) -> None:
    path = write_judgements(tmp_path / "judgements.json", results, wrong="injured")
    with pytest.raises(InputError, match=r"holds no text, .* Extract again with --with-text"):
        rows_of([str(path)], [replace(one, text=None) for one in results])
