"""Scores on text that nobody tuned to, against the floors of ``floors.json``; see ``test_gold.py``.

``python -m tests.gold_scores --write`` measures anew. The annotated press stands beside some checkouts only.
"""

from __future__ import annotations

import hashlib
import json

import pytest
from spacy.language import Language

from nlp_events.decisions.scorer import SHIPPED
from tests.gold_scores import CROSS_VALIDATED, FLOORS, PRESS, unseen

FOUND = json.loads(CROSS_VALIDATED.read_text(encoding="utf-8"))
SETS = ("corpus, held half", "press", "wild, cross-validated")


@pytest.fixture(scope="module")
def scores(nlp: Language) -> dict[str, dict[str, float]]:
    return unseen(nlp)


@pytest.mark.parametrize("name", SETS)
def test_no_score_is_under_its_floor(name: str, scores: dict[str, dict[str, float]]) -> None:
    if name == "press" and not PRESS.is_file():
        pytest.skip(f"there is no {PRESS}")
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))[name]["floors"]
    assert floors
    assert {slot: (scores[name][slot], low) for slot, low in floors.items() if scores[name][slot] < low} == {}


QUESTIONS = [
    "actors", "causes", "counts", "dates", "figures", "impacts", "means", "places", "scopes", "sources",
    "statuses", "topics", "updates", "wholes",
]  # fmt: skip


def test_cross_validation_is_of_the_shipped_weights() -> None:
    weights = [SHIPPED / f"{question}.json" for question in QUESTIONS]
    assert {*SHIPPED.glob("*.json")} == {*weights, SHIPPED / "incidents.json"}
    assert hashlib.sha256(b"".join(path.read_bytes() for path in weights)).hexdigest() == FOUND["weights"]
