"""What a record of one article counts."""

import pytest

from nlp_events.merging.figures import counted
from tests.merging.made import article, record

SUNDAY, FRIDAY = {"date": "2023-05-07"}, {"date": "2023-05-12"}


def missing(number, **changes):
    return record(number, impact="missing", **changes)


@pytest.mark.parametrize(
    ("earlier", "later", "replaced"),
    [
        # «Trois personnes restent introuvables ; dimanche, on en cherchait trente.»
        (missing(30, **SUNDAY), missing(3, **FRIDAY), True),
        (missing(30, **SUNDAY), missing(3, **SUNDAY), False),
        (missing(30, **SUNDAY), missing(3), False),
        (missing(30), missing(3, **FRIDAY), False),
        (missing(30, **SUNDAY), missing(3, **FRIDAY, certainty="possible"), False),
        (missing(30, **SUNDAY), missing(3, **FRIDAY, scope="background"), False),
        (missing(30, **SUNDAY), missing(3, **FRIDAY, unit="household"), False),
        # Who was killed on another day is dead besides.
        (record(30, **SUNDAY), record(3, **FRIDAY), False),
    ],
)
def test_who_is_missing_on_a_later_day_is_who_is_still_not_found(earlier, later, replaced):
    row = article("a", "2023-05-12", earlier, later)
    told = [counted(row, event, row["events"], held=False)[2] for event in row["events"]]
    assert [one.superseded for one in told] == [replaced, False]
