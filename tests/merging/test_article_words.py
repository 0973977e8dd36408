"""What an article is about, where its headline and lead tell no figure."""

from datetime import date

import pytest

from nlp_events.merging.article_words import latest_news
from nlp_events.merging.list_items import is_round_up
from tests.merging.made import record

PUBLISHED = date(2023, 5, 4).toordinal()
NEW, OLD = record(17, date="2023-05-03"), record(26, date="2021-08-15", scope="background")


@pytest.mark.parametrize(
    ("groups", "about"),
    [
        ([[OLD], [NEW]], 1),
        ([[OLD]], None),
        ([[NEW], [record(3, date="2023-05-02")]], None),
        ([[record(17, date="2023-05-03", scope="cumulative")]], None),
        ([[record(17, date="2023-04-29")]], None),
        ([[record(17, date="2023-05-05")]], None),
        ([[record(17)]], None),
    ],
)
def test_an_article_is_about_the_one_happening_of_its_days(groups, about):
    assert latest_news(groups, PUBLISHED) == (None if about is None else groups[about])


def test_without_a_day_of_publication_nothing_is_new():
    assert latest_news([[NEW]], None) is None


@pytest.mark.parametrize(
    ("groups", "is_list"),
    [
        ([[record(3, place="Tripoli")], [record(9)], [record(12, place="Maradi")]], True),
        ([[record(3, place="Tripoli")], [record(9)], [record(12, place="Bagdad")]], False),
        ([[record(3)], [record(4)], [record(5)], [record(6)], [record(7)]], True),
        ([[record(3)], [record(4)], [record(5)], [record(6)], [record(7, scope="background")]], False),
        ([[record(3, place="Tripoli", scope="background")], [record(9)], [record(12, place="Maradi")]], False),
    ],
)
def test_a_list_of_news_tells_of_many_happenings_or_of_many_lands(groups, is_list):
    assert is_round_up(groups) == is_list
