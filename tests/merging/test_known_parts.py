"""Figures that one article tells alone, and another as a part of more."""

import pytest

from nlp_events.merging.known_parts import known_parts
from nlp_events.merging.model import load_merging
from tests.merging.test_tolls import impact_of, reading

RULES = load_merging().best
WHOLE = [reading(120, 3, doc_id="w"), reading(48, 3, doc_id="w", part=True)]


@pytest.mark.parametrize(
    ("alone", "part"),
    [
        (reading(48, 4), True),
        (reading(48, 9, source="le préfet"), True),
        # A source of its own may hold it against the larger one of these days.
        (reading(48, 4, source="le préfet"), False),
        (reading(48, 2), False),
        (reading(47, 4), False),
        (reading(48, 4, doc_id="w"), False),
        (reading(48, 4, toll="revised_down"), False),
        (reading(48, 4, toll="final"), False),
        (reading(48, 4, modifier="approx"), False),
        (reading(48, 4, scope="background"), False),
    ],
)
def test_what_another_article_has_told_as_a_part(alone, part):
    assert known_parts([*WHOLE, alone], RULES) == ({alone.event_id} if part else set())


def test_a_number_that_two_articles_tell_alone_is_a_toll():
    assert known_parts([*WHOLE, reading(48, 4), reading(48, 5)], RULES) == set()


def test_small_numbers_agree_by_chance_and_a_part_needs_a_larger_whole():
    few = [reading(12, 3, doc_id="w"), reading(3, 3, doc_id="w", part=True), reading(3, 4)]
    assert known_parts(few, RULES) == set()
    assert known_parts([reading(30, 3, doc_id="w"), WHOLE[1], reading(48, 4)], RULES) == set()
    assert known_parts([WHOLE[1], reading(48, 4)], RULES) == set()


def test_the_toll_is_the_whole_whoever_reports_on_a_part_of_it():
    whole = [reading(120, 3, doc_id="w", source_type="ngo"), WHOLE[1]]
    assert impact_of(*whole, reading(48, 9, source="un rapport"), impact="injured").best == 120
