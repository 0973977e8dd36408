"""Scores of incidents on the gold of our own, against the floors of ``floors.json``; see ``test_gold.py``.

``python -m tests.incident_scores --write`` measures anew and writes floors just below.
"""

from __future__ import annotations

import json

import pytest

from nlp_events.merging import incidents
from nlp_events.merging.tolls import number_of
from tests.gold_scores import FLOORS, GOLD
from tests.incident_scores import FILES, HALVES, gold_hash, measure, results_of, rows_of


@pytest.fixture(scope="module")
def floors():
    return json.loads(FLOORS.read_text(encoding="utf-8"))["incidents"]


def test_the_gold_is_the_one_the_floors_were_measured_on(floors):
    assert gold_hash() == floors["sha256"]


@pytest.mark.parametrize("half", HALVES)
def test_no_score_is_under_its_floor(half, floors, nlp):
    scores = {f"{half}:{name}": score for name, score in measure(nlp, half).items()}
    own = {name: floor for name, floor in floors["floors"].items() if name.startswith(half)}
    assert own
    assert {name: (scores[name], floor) for name, floor in own.items() if scores[name] < floor} == {}


def test_no_best_toll_is_a_sum(nlp):
    rows = rows_of("incidents.jsonl")
    for incident in incidents(results_of(rows, nlp)):
        for impact in incident.impacts:
            best = [one for one in impact.history if one.event_id == impact.best_event_id]
            assert [number_of(one) for one in best] == ([] if impact.best is None else [impact.best])


def test_every_gold_figure_is_a_slice_of_its_text():
    for name in FILES[:2]:
        for line in (GOLD / name).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            for figure in row["figures"]:
                assert row["text"][figure["start"] : figure["end"]] == figure["text"]


def test_every_happening_of_the_articles_has_gold():
    known = {row["happening"] for row in rows_of("incidents_gold.jsonl")}
    rows = rows_of("incidents.jsonl")
    assert len(rows) >= 120
    assert len(known) >= 25
    assert {row["happening"] for row in rows} - {None} <= known
