"""The scorer: sums, choices among groups, reasons, and files of weights."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from nlp_events.decisions import Scorer, value_facts
from nlp_events.decisions.scorer import SHIPPED, read_scorer
from nlp_events.errors import ResourceError

SCORER = Scorer(weights={"near": 2.0, "far": -1.0, "town": 0.5})


def test_a_score_is_the_sum_of_the_facts_that_have_a_weight() -> None:
    assert SCORER.score(["near", "town", "unheard of"]) == 2.5
    assert SCORER.score([]) == 0


def test_the_best_candidate_is_chosen_and_tells_why() -> None:
    candidates = [["far"], ["near", "town"], ["town"]]
    choice = SCORER.choose(candidates)
    assert (choice.index, choice.second) == (1, 2)
    assert SCORER.reasons(candidates, choice) == (("near", 2.0),)
    assert choice.probability == pytest.approx(0.858, abs=0.001)


def test_of_equals_the_first_is_chosen() -> None:
    assert SCORER.choose([["town"], ["town"]]).index == 0


def test_mentions_of_one_thing_are_chosen_together() -> None:
    candidates = [["near"], ["town", "near"], ["near", "far"], ["near", "town", "far", "town"]]
    assert SCORER.choose(candidates).index == 1
    assert SCORER.choose([["town"], ["near", "far"], ["town"]], ["Gao", "Kidal", "Gao"]).index == 0


def test_what_a_network_says_weighs_beside_the_facts() -> None:
    scorer = Scorer(weights={"near": 1.0}, network=0.5)
    facts = [["near"], ["far"]]
    assert scorer.choose(facts, likely=[-3.0, -0.1]).index == 1
    assert scorer.choose(facts, likely=[-1.5, -0.1]).index == 0
    assert scorer.choose(facts).index == 0
    reasons = scorer.explained(facts, ["a", "b"], ["a", "b"], [-3.0, -0.1])
    assert (reasons.chosen, dict(reasons.terms)["context"]) == ("b", pytest.approx(1.45))
    assert reasons.behind == pytest.approx(-0.45)


def test_one_candidate_is_certain() -> None:
    choice = SCORER.choose([["far"]])
    assert (choice.index, choice.second) == (0, None)
    assert choice.probability > 0.99


def test_probabilities_are_calibrated() -> None:
    doubtful = Scorer(weights=SCORER.weights, slope=0.5, offset=-1.0)
    assert doubtful.calibrated(0.5) == pytest.approx(0.269, abs=0.001)
    assert doubtful.probability(["near"]) == pytest.approx(0.5)


def test_large_sums_do_not_overflow() -> None:
    scorer = Scorer(weights={"up": 5_000.0, "down": -5_000.0})
    assert scorer.probability(["up"]) == 1
    assert scorer.probability(["down"]) == 0
    assert scorer.choose([["down"], ["up"]]).index == 1


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"weights": {"near": "much"}}', '{"weights": {}, "weight": 1}', '{"weights": {"near": NaN}}',
     '{"weights": {}, "slope": "steep"}', '{"weights": {}, "threshold": true}'],
)  # fmt: skip
def test_a_file_without_weights_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "places.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ResourceError, match=r"places\.json, weights: holds no weights .* Learn again\."):
        read_scorer(path, "Learn again.")


@pytest.mark.parametrize("question", ["topics", "figures", "dates", "places"])
def test_shipped_weights_are_few_and_rounded(question: str) -> None:
    data = json.loads((SHIPPED / f"{question}.json").read_text(encoding="utf-8"))
    weights = data["weights"]
    assert 200 < len(weights) < 2_500
    assert all(round(value, 2) == value and abs(value) >= 0.05 for value in weights.values())
    assert list(weights) == sorted(weights)


def test_values_are_chosen_as_if_their_facts_were_written_out() -> None:
    scorer = Scorer(
        weights={"of=b": 0.4, "near=x of=a": 1.5, "near=x of=b": 0.2, "far of=c": 9.0, "own": 1.0, "near=x": 7.0}
    )
    for common, own in ((["near=x"], ()), (["near=x", "far"], ()), (["near=y"], ([], ["own"])), ([], ())):
        values = ("a", "b")
        assert scorer.choose_value(values, common, own) == scorer.choose(value_facts(values, common, own))
        likely = [-float(place % 3) for place in range(len(values))]
        told = replace(scorer, network=0.7)
        by_value = told.choose_value(values, common, own, likely)
        written = told.choose(value_facts(values, common, own), likely=likely)
        assert (by_value.index, by_value.second) == (written.index, written.second)
        assert by_value.probability == pytest.approx(written.probability)


def test_the_facts_of_values_written_out() -> None:
    found = value_facts(("a", None), ["near=x"], (["own"], ()))
    assert found == [["of=a", "near=x of=a", "own"], ["of=None", "near=x of=None"]]
