"""What the figures of a telling say beside those of an incident."""

import pytest

from nlp_events.layers.links.happening_model import load_happenings
from nlp_events.merging.comparison import Comparer
from nlp_events.merging.from_records import articles_of
from nlp_events.merging.model import load_merging
from nlp_events.merging.profiles import Profile
from tests.merging.made import article, record

RULES = load_merging()


def telling(day, *records):
    (made,) = articles_of([article(f"a{day}", f"2023-05-{day:02}", *records)])
    return made.tellings[0][0]


def hurt(number, day, **changes):
    return telling(day, record(number, impact="injured", date="2023-05-03", **changes))


def figures(ours, *theirs):
    """The points of the figures of a telling."""
    profile = Profile("x", 0, "event")
    for one in theirs:
        profile.add(one)
    comparison = Comparer(RULES, load_happenings()).compare(ours, profile)
    return next(one.points for one in comparison.points if one.feature == "figures")


@pytest.mark.parametrize(
    ("then", "now", "points"),
    [
        # One more has died, two were counted twice.
        (28, 27, RULES.figures.bound),
        (27, 28, RULES.figures.bound),
        # Of a few, one more is a fourth more.
        (4, 5, RULES.figures.rising),
        (9, 10, RULES.figures.rising),
        (28, 60, RULES.figures.rising),
        (28, 20, RULES.figures.falling),
    ],
)
def test_numbers_that_are_near_each_other_agree(then, now, points):
    assert figures(hurt(now, 8), hurt(then, 4)) == points


@pytest.mark.parametrize(
    ("between", "points"),
    [
        (hurt(1, 5), RULES.figures.bound),
        (hurt(13, 5), RULES.figures.rising),
        # A revision is one, however low.
        (hurt(2, 5, toll="revised_down"), RULES.figures.leap),
    ],
)
def test_one_of_many_is_no_total_to_compare_with(between, points):
    assert figures(hurt(27, 8), hurt(28, 4), between) == points
