"""Weights as they are written, and probabilities that are true."""

from __future__ import annotations

from pathlib import Path

import pytest

from nlp_events.decisions.fitting import Case
from nlp_events.decisions.scorer import Scorer, read_scorer
from nlp_events.learning.weights import answer, calibrated, f_of, rounded, save

WEIGHTS = {"near": 0.3333, "far": -0.0477, "odd": 0.0041}


@pytest.mark.parametrize(
    ("digits", "kept"), [(2, {"near": 0.33, "far": -0.05}), (3, {"near": 0.333, "far": -0.048}), (1, {})]
)
def test_weights_are_rounded(digits: int, kept: dict[str, float]) -> None:
    assert rounded(WEIGHTS, digits) == Scorer(weights=kept)


def test_too_sure_a_scorer_is_made_modest() -> None:
    unseen = [("a", 0.95, at % 4 != 0) for at in range(200)]  # three of four are right
    modest = calibrated(Scorer(weights={}), unseen)
    assert modest.calibrated(0.95) == pytest.approx(0.75, abs=0.01)
    held = calibrated(Scorer(weights={}), unseen, pull=1_000.0)
    assert 0.85 < held.calibrated(0.95) < 0.95


def test_calibration_begins_where_the_scorer_is() -> None:
    scorer = Scorer(weights={}, slope=0.5, offset=0.25, threshold=0.3)
    assert calibrated(scorer, [("a", 0.5, True), ("a", 0.5, False)], pull=1e6) == scorer


def test_what_is_sure_and_always_right_does_not_overflow() -> None:
    sure = calibrated(Scorer(weights={}), [("a", 1.0, True)] * 50 + [("a", 0.0, False)] * 50, pull=1.0)
    assert sure.calibrated(0.5) == pytest.approx(0.5)
    assert sure.slope >= 1
    wrong = calibrated(Scorer(weights={}), [("a", 1.0, False)] * 50, pull=1.0)
    assert wrong.calibrated(1.0) < 0.1


def test_an_answer_is_a_choice_or_a_yes() -> None:
    scorer = Scorer(weights={"near": 2.0})
    case = Case([["far"], ["near"]], [False, True], "a")
    assert answer(scorer, case, chooses=True) == (pytest.approx(0.881, abs=0.001), True)
    assert answer(scorer, case, chooses=False) == (0.5, False)


@pytest.mark.parametrize(("threshold", "f"), [(0.0, 2 * 2 / 5), (0.5, 2 * 1 / 3), (0.95, 0.0)])
def test_f_of_what_is_accepted(threshold: float, f: float) -> None:
    assert f_of([(0.9, True), (0.4, True), (0.3, False)], threshold) == pytest.approx(f)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    scorer = Scorer(weights={"b": 1.0, "à": -0.5}, slope=0.9, offset=0.1, threshold=0.3)
    save(scorer, tmp_path / "places.json")
    assert read_scorer(tmp_path / "places.json", "") == scorer
    assert (tmp_path / "places.json").read_text(encoding="utf-8").endswith('"b": 1.0,\n"à": -0.5\n}\n}\n')
