"""What an article that tells several figures of an impact says of it in the end."""

from dataclasses import replace

import pytest

from nlp_events.merging.model import load_merging
from nlp_events.merging.statements import statements_of
from tests.merging.test_tolls import reading

RULES = load_merging().best


def told(number, key=3, **changes):
    """A figure of the one article on the third day."""
    return reading(number, doc_id="d", event_id=f"e{number}-{key}", **changes)


def elsewhere(number, day=4, **changes):
    return reading(number, day, **changes)


HEADLINE = {"e16-3"}


@pytest.mark.parametrize(
    ("readings", "headline", "toll"),
    [
        # «610 blessés en Syrie et 134 au Liban, soit 744», though another article tells 134 as well.
        ([told(610), told(134), told(744), elsewhere(134)], (), 744),
        # The largest, unless others tell a smaller one.
        ([told(2), told(41)], (), 41),
        ([told(34), told(66), elsewhere(34)], (), 34),
        # A headline is right, but not «un enfant parmi les victimes».
        ([told(16), told(29)], HEADLINE, 16),
        ([told(16), told(45)], HEADLINE, 45),
        # A revision is right, unless what it revises is a part of a disaster whose toll others tell too.
        ([told(38, toll="revised_down"), told(41)], (), 38),
        ([told(19, toll="revised_down"), told(34), elsewhere(34)], (), 34),
        ([told(19, toll="revised_down"), told(34), elsewhere(34, 1)], (), 19),
        ([told(2, toll="revised_up"), told(10)], (), 10),
        ([told(9, toll="final"), told(40)], (), 9),
        # Who is believed more is heard first; a round number gives way to the exact one.
        ([told(14, source_type="government"), told(40, source_type="armed_group")], (), 14),
        ([told(44, source_type="un_agency"), told(60, source_type="government")], (), 44),
        ([told(30, max=None, modifier="at_least"), told(32)], (), 32),
    ],
)
def test_an_article_has_one_toll_in_the_end(readings, headline, toll):
    for order in (readings, readings[::-1]):
        left = [one.min for one in statements_of(order, headline, RULES) if one.doc_id == "d"]
        assert left == [toll]


def test_parts_that_add_up_to_a_toll_told_before_are_none_of_their_own():
    before = elsewhere(5, 1)
    parts = [told(2), told(3)]
    assert statements_of([before, *parts], (), RULES) == [before]
    assert [one.min for one in statements_of([elsewhere(6, 1), *parts], (), RULES)] == [6, 3]
    assert [one.min for one in statements_of([elsewhere(5, 9), *parts], (), RULES)] == [5, 3]
    # What is nearly all of it is that toll, counted anew.
    assert [one.min for one in statements_of([elsewhere(42, 1), told(40), told(2)], (), RULES)] == [42, 40]
    revised = [told(2), told(3, toll="revised_down")]
    assert [one.min for one in statements_of([before, *revised], (), RULES)] == [5, 3]


def test_what_does_not_stand_and_what_is_no_news_is_left_alone():
    readings = [told(12), told(15, part=True), told(9, scope="background"), told(20, certainty="possible")]
    assert statements_of(readings, (), RULES) == readings


def test_who_only_looks_back_tells_which_figure_is_of_the_happening():
    both = [told(40), told(52), elsewhere(20, 1)]
    back = elsewhere(40, 20, scope="background")
    assert [one.min for one in statements_of(both, (), RULES)] == [52, 20]
    assert [one.min for one in statements_of(both, (), RULES, [*both, back])] == [40, 20]


@pytest.mark.parametrize(
    ("month", "number", "toll"),
    [
        (9, 16, 16),  # «Aux treize morts de mai se sont ajoutés deux brûlés, puis un troisième: seize morts»
        (5, 16, 13),
        (9, 30, 13),  # two happenings added up
    ],
)
def test_long_after_who_has_died_since_is_counted(month, number, toll):
    late = [reading(one, 20, month, doc_id="late") for one in (13, number)]
    assert [one.min for one in statements_of([*late, elsewhere(13)], (), RULES)] == [toll, 13]


def test_what_is_told_again_later_has_not_risen():
    late = [reading(one, 20, 9, doc_id="late") for one in (13, 16)]
    news, again = elsewhere(13), reading(13, 20, 10, scope="background")
    assert [one.min for one in statements_of([*late, news], (), RULES, [*late, news, again])] == [13, 13]


@pytest.mark.parametrize(
    ("parts", "others", "toll"),
    [
        ((9, 3), [], 12),
        ((6, 4, 2), [], 12),
        ((9, 2), [], 13),
        ((9, 3), [elsewhere(13)], 13),
    ],
)
def test_parts_that_add_up_to_a_figure_show_that_it_is_the_toll(parts, others, toll):
    shares = [told(number, 5, part=True) for number in parts]
    readings = [told(13), told(12), *shares, *others]
    left = [one.min for one in statements_of(readings, (), RULES, readings) if one.doc_id == "d" and not one.part]
    assert left == [toll]


def test_parts_that_newer_ones_replace_show_nothing_nor_does_their_order():
    shares = [told(9, 5, part=True), told(3, 5, part=True)]
    readings = [told(13), told(12), shares[0], replace(shares[1], superseded=True)]
    assert [one.min for one in statements_of(readings, (), RULES, readings) if not one.part] == [13]
    many = [*(told(1, 5, part=True) for _ in range(12)), *shares]
    for order in (many, many[::-1]):
        readings = [told(20), told(12), *order]
        assert [one.min for one in statements_of(readings, (), RULES, readings) if not one.part] == [12]


def test_parts_do_not_show_a_figure_that_is_small_beside_the_largest():
    readings = [told(40), told(5), told(2, 5, part=True), told(3, 5, part=True)]
    assert [one.min for one in statements_of(readings, (), RULES, readings) if not one.part] == [40]
