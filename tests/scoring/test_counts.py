import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp_events.scoring.counts import Scores, Share, Tally


@pytest.mark.parametrize(
    ("tally", "scores"),
    [
        (Tally(right=3, missed=1, extra=0), (1.0, 0.75, 6 / 7)),
        (Tally(right=2, missed=0, extra=2), (0.5, 1.0, 2 / 3)),
        (Tally(), (0.0, 0.0, 0.0)),
    ],
)
def test_precision_recall_and_f(tally, scores):
    assert (tally.precision, tally.recall, tally.f) == pytest.approx(scores)


@pytest.mark.parametrize(
    ("right", "of", "bounds"),
    [(0, 0, (0, 1)), (9, 10, (0.596, 0.982)), (18, 30, (0.423, 0.754)), (5, 5, (0.566, 1)), (0, 5, (0, 0.434))],
)
def test_intervals_are_those_of_wilson(right, of, bounds):
    assert Share(right, of).interval == pytest.approx(bounds, abs=0.001)


@given(st.integers(0, 500), st.integers(0, 500))
def test_an_interval_holds_the_share(right, wrong):
    share = Share(right, right + wrong)
    low, high = share.interval
    assert 0 <= low <= high <= 1
    assert low - 1e-9 <= share.share <= high + 1e-9


def test_scores_as_json():
    scores = Scores(articles=1)
    scores.tallies["figures"].right += 1
    scores.slots["place"].add(right=False)
    assert scores.to_dict() == {
        "articles": 1,
        "unanswered": [],
        "tallies": {"figures": {"precision": 1.0, "recall": 1.0, "f": 1.0, "right": 1, "missed": 0, "extra": 0}},
        "slots": {"place": {"right": 0, "of": 1, "share": 0.0}},
    }
