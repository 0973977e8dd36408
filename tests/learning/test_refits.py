"""Weights drawn to a prior as strongly as does best on answers they had not seen."""

from __future__ import annotations

import pytest

from nlp_events.decisions.fitting import Case
from nlp_events.decisions.scorer import Scorer
from nlp_events.learning.articles import FOLDS
from nlp_events.learning.refits import STRENGTHS, Refits, _is_as_good

OURS = Scorer(weights={"near": 2.0, "far": -2.0}, slope=0.5)


def answers(*right: bool) -> list[tuple[int, Case]]:
    """Answers to one question: whether the near one is right; their folds in turn."""
    cases = [Case([["near"], ["far"]], [one, not one], f"a{at}") for at, one in enumerate(right)]
    return [(at % FOLDS, case) for at, case in enumerate(cases)]


def test_a_habit_is_followed() -> None:
    refits = Refits(answers(*[False] * 40), OURS)
    for scorer in (refits.best(), refits.unseen(0)):
        assert scorer.choose([["near"], ["far"]]).index == 1


def test_what_ours_say_well_stays_as_sure_as_it_has_proved() -> None:
    told = answers(*[True] * 22, *[False] * 3)  # 0.88, as a difference of 2 says
    weights = Refits(told, OURS).best().weights
    assert weights == pytest.approx({"near": 1.0, "far": -1.0}, abs=0.02)


def test_weights_for_a_fold_have_not_seen_it() -> None:
    told = [(fold, Case([["near"], ["far"]], [True, False], "a")) for fold in (1, 2, 3, 4) for _ in range(8)]
    other = [(0, Case([["near"], ["far"]], [False, True], "b")) for _ in range(99)]
    assert Refits([*told, *other], OURS).unseen(0) == Refits(told, OURS).unseen(0)
    assert Refits([*told, *other], OURS).unseen(1) != Refits(told, OURS).unseen(1)


def test_a_fact_of_few_answers_has_no_weight() -> None:
    told = [(at % FOLDS, Case([["near", "new"], ["far"]], [False, True], "a")) for at in range(4)]
    assert "new" not in Refits(told, OURS).best().weights
    assert "new" in Refits(told * 2, OURS).best().weights


@pytest.mark.parametrize(
    ("losses", "as_good"),
    [
        ({"a": 1.0, "b": 1.0, "c": 1.0}, True),
        ({"a": 2.0, "b": 0.9, "c": 0.9}, True),  # one article alone
        ({"a": 1.3, "b": 1.3, "c": 1.3}, False),
        ({"a": 0.5, "b": 0.5, "c": 0.5}, True),
    ],
)
def test_losses_of_one_article_alone_are_chance(losses: dict[str, float], as_good: bool) -> None:
    assert _is_as_good(losses, {"a": 1.0, "b": 1.0, "c": 1.0}) is as_good


def test_strengths_are_tried_from_weak_to_strong() -> None:
    assert list(STRENGTHS) == sorted(STRENGTHS)
