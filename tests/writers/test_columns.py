from dataclasses import fields

import pytest

from nlp_events.values import Event
from nlp_events.writers.columns import DATED, FRAME, RECORD, TABLE, Column, dated


@pytest.mark.parametrize(
    ("name", "kind", "optional"),
    [
        ("start", "integer", False), ("min", "integer", True), ("latitude", "number", True), ("who", "text", True),
        ("mentions", "nested", False), ("evidence", "nested", False), ("date_first", "date", True),
        ("event_id", "text", False),
    ],
)  # fmt: skip
def test_kinds_are_those_of_the_types(name, kind, optional):
    assert RECORD[name] == Column(kind, optional=optional)


@pytest.mark.parametrize(
    ("name", "words"),
    [("certainty", ("asserted", "unconfirmed", "possible", "denied")), ("toll", None), ("date_grain", None)],
)
def test_enumerations_have_their_words(name, words):
    assert RECORD[name].kind == "text"
    assert RECORD[name].words
    assert words in (None, RECORD[name].words)


def test_every_field_is_a_column_and_days_stand_behind_their_date():
    names = [field.name for field in fields(Event)]
    assert [name for name in FRAME if name not in (*DATED, "title", "published", "site", "duplicate_of")] == names
    place = list(RECORD).index("date")
    assert tuple(list(RECORD)[place + 1 : place + 4]) == DATED


def test_a_row_of_a_failed_article_has_no_record():
    assert all(column.optional for name, column in TABLE.items() if name not in ("doc_id", "status"))


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2021-02", ("2021-02-01", "2021-02-28", "month")),
        ("2021-02-03/..", ("2021-02-03", None, "interval")),
        ("XXXX-11-01", (None, None, "day")),
        (None, (None, None, None)),
    ],
)
def test_days_beside_a_date(value, days):
    assert tuple(dated(value).values()) == days
