"""Fitting: what decides gets weight, the prior holds where nothing is told, twice the same."""

from __future__ import annotations

import numpy as np
import pytest

from nlp_events.decisions import Scorer
from nlp_events.decisions.fitting import Case, fit, minimum

NEAR_IS_RIGHT = [Case([["near", "town"], ["far", "town"]], [True, False], f"article {number}") for number in range(30)]


def test_what_tells_right_from_wrong_gets_weight() -> None:
    weights = fit(NEAR_IS_RIGHT)
    assert weights["near"] > 1 > -1 > weights["far"]
    assert weights["town"] == pytest.approx(0, abs=1e-6)
    assert Scorer(weights=weights).choose([["far"], ["near"]]).index == 1


def test_rare_facts_get_none() -> None:
    cases = [*NEAR_IS_RIGHT, Case([["seldom"], ["far"]], [True, False], "another")]
    assert "seldom" not in fit(cases)
    assert "seldom" in fit(cases, least=1)


def test_cases_that_say_nothing_are_left_out() -> None:
    silent = [Case([["near"], ["far"]], [False, False], "none"), Case([["near"]], [True], "only")] * 50
    assert fit([*NEAR_IS_RIGHT, *silent]) == fit(NEAR_IS_RIGHT)
    assert fit(silent) == {}


def test_several_may_be_right() -> None:
    cases = [Case([["near"], ["heading"], ["far"]], [True, True, False], "article")] * 30
    weights = fit(cases)
    assert weights["near"] == pytest.approx(weights["heading"])
    assert weights["near"] > weights["far"]


def test_weights_stay_near_their_prior() -> None:
    prior = {"near": -3.0, "untold": 0.7}
    weights = fit(NEAR_IS_RIGHT[:5], prior=prior, strength=50.0)
    assert -3 < weights["near"] < -2
    assert weights["untold"] == pytest.approx(0.7)
    assert fit([], prior=prior) == prior


def test_a_heavy_case_counts_more() -> None:
    against = [Case([["near"], ["far"]], [False, True], "article", weight=10.0)] * 30
    assert fit([*NEAR_IS_RIGHT, *against])["near"] < 0


def test_it_is_the_same_twice() -> None:
    assert fit(NEAR_IS_RIGHT) == fit(NEAR_IS_RIGHT)


def test_the_least_point_of_a_bowl() -> None:
    aim = np.array([3.0, -2.0, 0.5])
    scale = np.array([1.0, 10.0, 100.0])
    found = minimum(lambda at: (float(scale @ (at - aim) ** 2), 2 * scale * (at - aim)), np.zeros(3), 200)
    assert found == pytest.approx(aim, abs=1e-3)


def test_what_a_network_says_already_needs_no_weight() -> None:
    cases = [Case([["near"], ["far"]], [True, False], str(at), likely=[-0.01, -4.6]) for at in range(40)]
    alone, beside = fit(cases), fit(cases, network=1.0)
    assert beside["near"] - beside["far"] < (alone["near"] - alone["far"]) / 2
