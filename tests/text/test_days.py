from datetime import date

import pytest

from nlp_events.text.days import days_of, grain_of


@pytest.mark.parametrize(
    ("value", "first", "last", "grain"),
    [
        ("2016-11-01", date(2016, 11, 1), date(2016, 11, 1), "day"),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29), "month"),
        ("2014", date(2014, 1, 1), date(2014, 12, 31), "year"),
        ("2016-10-17/..", date(2016, 10, 17), None, "interval"),
        ("../2016-08", None, date(2016, 8, 31), "interval"),
        ("2016-10/2017-01-05", date(2016, 10, 1), date(2017, 1, 5), "interval"),
        ("XXXX-11-01", None, None, "day"),
        ("XXXX-11", None, None, "month"),
        ("XXXX-11/..", None, None, "interval"),
        ("2016-02-30", None, None, "day"),
        ("hier", None, None, None),
        ("", None, None, None),
        (None, None, None, None),
    ],
)
def test_days_and_grain(value, first, last, grain):
    assert days_of(value) == (first, last)
    assert grain_of(value) == grain
