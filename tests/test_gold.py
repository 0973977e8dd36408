"""Scores on the gold of our own, against the floors of ``floors.json``.

Raising a floor is free. Lowering one, or changing the gold, needs a reason in the commit; the hash of each file says
when the gold has changed. ``python -m tests.gold_scores --write`` measures anew and writes floors just below.
"""

from __future__ import annotations

import json

import pytest
from spacy.language import Language

from tests.gold_scores import FLOORS, GOLD, RECORDS, measure, sha256


@pytest.fixture(scope="module", params=RECORDS)
def measured(request: pytest.FixtureRequest, nlp: Language) -> tuple[str, dict[str, float], dict[str, float]]:
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))[request.param]
    return request.param, floors, measure(GOLD / request.param, nlp)


def test_the_gold_is_the_one_the_floors_were_measured_on(measured) -> None:
    name, floors, _ = measured
    assert sha256(GOLD / name) == floors["sha256"]


def test_no_score_is_under_its_floor(measured) -> None:
    _, floors, scores = measured
    under = {name: (scores.get(name), floor) for name, floor in floors["floors"].items() if scores.get(name, 0) < floor}
    assert under == {}


def test_every_gold_figure_is_a_slice_of_its_text() -> None:
    for path in (GOLD / name for name in RECORDS):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            for event in row["events"]:
                assert row["text"][event["start"] : event["end"]] == event["text"], (row["doc_id"], event["text"])
