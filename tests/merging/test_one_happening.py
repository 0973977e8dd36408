"""What one article tells of one toll is one happening of it."""

import json
from contextlib import closing
from itertools import permutations

import duckdb
import pytest

from nlp_events.merging import incidents
from nlp_events.merging.one_happening import united
from tests.merging.made import article, record

DAY = {"date": "2023-05-03"}
TITLE = record(19, place="Maradi", telling="title", **DAY)


def other(number, **changes):
    return record(number, **{"place": "Zinder", "date": "2023-05-03"} | changes)


@pytest.mark.parametrize(
    ("theirs", "one"),
    [
        (other(19), True),
        (other(19, date="2023-05"), True),
        (other(19, cause=None), True),
        (other(19, place=None), True),
        (other(18), False),
        (other(19, impact="injured"), False),
        (other(19, date="2023-05-01"), False),
        (other(19, date=None), False),
        (other(19, cause="flood"), False),
        (other(19, place="Bagdad"), False),
        (other(19, scope="background"), False),
        (other(19, certainty="possible"), False),
        (other(19, max=None), False),
    ],
)
def test_an_equal_toll_of_the_same_days_is_one(theirs, one):
    assert len(united([[TITLE], [theirs]])) == (1 if one else 2)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_order_of_happenings_does_not_matter(order):
    groups = [[other(19)], [other(40, impact="injured")], [other(19), other(40, impact="injured")]]
    (one,) = united([list(groups[number]) for number in order])
    assert len(one) == 4


def test_equal_tolls_of_a_list_are_of_happenings_of_their_own():
    places = ("Maradi", "Zinder", "Bagdad", "Mossoul", "Baqouba")
    told = [record(12, place=place, telling=place, **DAY) for place in places]
    assert len(list(incidents([article("a", "2023-05-04", *told)]))) == len(places)


def test_a_few_are_equal_by_chance_and_other_days_tell_apart():
    few, at_least = [other(3)], [other(4)]
    assert len(united([few, list(few)])) == 2
    assert len(united([at_least, list(at_least)])) == 1
    assert len(united([[TITLE], [other(19), other(2, date="2023-04-01")]])) == 2


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
