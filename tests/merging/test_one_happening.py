"""What one article tells of one toll is one happening of it."""

import json
from contextlib import closing

import duckdb
import pytest

from nlp_events.merging import incidents
from nlp_events.merging.one_happening import united
from tests.merging.made import article, record

DAY = {"date": "2023-05-03"}
TITLE = record(19, place="Maradi", telling="title", **DAY)


@pytest.mark.parametrize(
    ("other", "one"),
    [
        (record(19, place="Zinder", **DAY), True),
        (record(19, place="Zinder", date="2023-05"), True),
        (record(18, place="Zinder", **DAY), False),
        (record(19, impact="injured", **DAY), False),
        (record(19, date="2023-05-01"), False),
        (record(19, date=None), False),
        (record(19, cause="flood", **DAY), False),
        (record(19, cause=None, **DAY), True),
        (record(19, scope="background", **DAY), False),
        (record(19, certainty="possible", **DAY), False),
        (record(19, max=None, **DAY), False),
    ],
)
def test_an_equal_toll_of_the_same_days_is_one(other, one):
    assert len(united([[TITLE], [other]])) == (1 if one else 2)


def test_a_few_are_equal_by_chance_and_other_days_tell_apart():
    few = record(3, **DAY)
    assert len(united([[few], [few]])) == 2
    assert len(united([[TITLE], [record(19, **DAY), record(2, date="2023-04-01")]])) == 2


def test_those_of_three_places_are_one_and_are_named_by_the_incident():
    lead = record(19, place="Zinder", telling="lead", **DAY)
    (incident,) = incidents([article("a", "2023-05-04", TITLE, lead, lead | {"telling": "end"})])
    assert incident.articles[0].tellings == ("a-end", "a-lead", "a-title")
    assert [one.best for one in incident.impacts] == [19]


def test_a_store_of_the_format_before_names_what_a_telling_is_known_by(tmp_path):
    path = tmp_path / "old.duckdb"
    list(incidents([article("a", "2023-05-04", TITLE)], store=path))
    with closing(duckdb.connect(str(path))) as database:
        ((data,),) = database.execute("SELECT data FROM tellings").fetchall()
        telling, readings = json.loads(data)
        database.execute("UPDATE tellings SET data = ?", [json.dumps([telling[:-1], readings])])
        database.execute("UPDATE format SET version = 4")
    (incident,) = incidents([], store=path)
    assert incident.articles[0].tellings == ("a-title",)
