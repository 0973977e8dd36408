"""The time of incidents grows with the number of records, also where they are all of one war in one town.

No test of speed: processor time a record of many is held against that of a quarter of them, which a slow machine does
not change. Linear work has a ratio of 1, quadratic work one of 4.
"""

import time
from datetime import date, timedelta

import pytest

from nlp_events.merging import incidents
from tests.merging.made import article, name, record

FEW, MANY = 300, 1_200
MOST = 2.0
"""Ratio of time a record that is still taken for linear."""
START = date(2016, 10, 17)


def one_war(number):
    """Article after article on one battle: its days, places, figures and sources are ever new."""
    day = (START + timedelta(days=number // 40)).isoformat()
    toll = record(
        100 + number, place="Mossoul", date=f"{START.isoformat()}/{day}", cause="armed_conflict",
        place_canonical=f"Mossoul quartier {number % 300}", source=f"source {number % 7}", source_type="government",
        modifier=("exact", "at_least", "approx")[number % 3],
    )  # fmt: skip
    return article(f"a{number}", day, toll, entities=[name("Mossoul"), name(f"quartier {number % 300}")])


def many_happenings(number):
    """One happening after the other of one town and one month."""
    day = (START + timedelta(days=number % 30)).isoformat()
    return article(f"a{number}", day, record(1 + number % 90, place="Mossoul", date=day))


def cost(made, number):
    """Seconds of processor time that a record takes."""
    rows = [made(one) for one in range(number)]
    started = time.process_time()
    assert list(incidents(rows))
    return (time.process_time() - started) / number


@pytest.mark.parametrize("made", [one_war, many_happenings])
def test_time_grows_with_the_records(made):
    cost(made, 50)  # what is loaded once
    ratio = cost(made, MANY) / cost(made, FEW)
    if ratio >= MOST:
        ratio = cost(made, MANY) / cost(made, FEW)
    assert ratio < MOST
