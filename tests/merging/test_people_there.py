"""Who was there is not who died, though a sentence lets it seem so."""

import pytest

from nlp_events.merging.model import load_merging
from nlp_events.merging.tolls import impacts_of
from tests.merging.test_tolls import reading

RULES = load_merging().best


def told(impact, number, **changes):
    """A figure of the one article on the fifth day."""
    return impact, "person", reading(number, 5, **{"doc_id": "d", "event_id": f"{impact}{number}"} | changes)


def killed(number, day, **changes):
    return "killed", "person", reading(number, day, **changes)


def best(*readings):
    (found,) = (one for one in impacts_of(readings, RULES) if one.impact == "killed")
    return found.best


CREW = (told("killed", 88), told("killed", 25), told("rescued", 52), told("missing", 11))


@pytest.mark.parametrize(
    ("readings", "number"),
    [
        # «Sur les 88 passagers, 25 sont morts, 52 sont saufs et 11 manquent.»
        (CREW, 25),
        ((told("killed", 88), told("killed", 36, part=True), told("rescued", 52)), 36),
        ((told("killed", 88), told("killed", 30), told("rescued", 52), told("injured", 6)), 30),
        # One is left over, or others count so many dead.
        ((*CREW[:2], told("rescued", 51), CREW[3]), 88),
        ((*CREW, killed(88, 6)), 88),
        # The same from another article that tells the same rest.
        ((*CREW, *((i, u, reading(one.min, 6, doc_id="e", event_id=f"e{i}{one.min}")) for i, u, one in CREW)), 25),
        # «41 morts, dont 9 femmes, et 32 blessés»: nobody was rescued.
        ((told("killed", 41), told("killed", 9, part=True), told("injured", 32)), 41),
        # Small numbers add up by chance.
        ((told("killed", 6), told("killed", 2, part=True), told("rescued", 4)), 6),
    ],
)
def test_who_was_aboard_is_no_toll(readings, number):
    assert best(*readings) == number


@pytest.mark.parametrize(
    ("before", "number"),
    [
        # «Sept personnes poignardées, dont trois sont mortes», after days of three dead.
        ([(3, 2), (3, 4)], 3),
        # One day of it may be a first toll, of which three were children.
        ([(3, 4)], 7),
        ([(3, 2), (3, 3), (6, 4)], 7),
        ([(4, 2), (4, 4)], 7),
    ],
)
def test_a_part_that_was_the_toll_for_days_is_the_toll(before, number):
    attacked = (told("killed", 7), told("killed", 3, part=True), told("killed", 4, part=True))
    assert best(*(killed(*one) for one in before), *attacked) == number
