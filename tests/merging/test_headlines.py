"""Headlines of an accident and of a disaster are of two happenings."""

import pytest

from nlp_events.merging.from_records import articles_of
from nlp_events.merging.headlines import Headlines
from nlp_events.merging.profiles import Profile
from tests.merging.made import article, record
from tests.merging.test_incidents import together

HEADLINES = Headlines()
WRECK, FLOOD, BOTH = "Une pirogue chavire à Baqouba", "Inondation à Baqouba", "Naufrage d'une barque à Baqouba en crue"
BARE = "Neuf morts à Baqouba"


def telling(title, cause="flood"):
    told = record(9, date="2023-05-02", start=10, cause=cause)
    (made,) = articles_of([article(title, "2023-05-03", told, title=title)])
    return made.tellings[0][0]


@pytest.mark.parametrize(
    ("title", "kind"),
    [(WRECK, "accident"), (FLOOD, "disaster"), ("Les ouragans de mai", "disaster"), (BOTH, None), (BARE, None)],
)
def test_the_kind_of_a_headline(title, kind):
    assert HEADLINES.kind_of(telling(title)) == kind


@pytest.mark.parametrize(
    ("titles", "another"),
    [([WRECK], False), ([FLOOD], True), ([FLOOD, WRECK], False), ([FLOOD, FLOOD, WRECK], True), ([BOTH, BARE], False)],
)
def test_it_is_of_another_where_most_headlines_are(titles, another):
    profile = Profile("x", 0, "event")
    for title in titles:
        profile.add(telling(title))
    assert HEADLINES.is_of_another(telling(WRECK, "shipwreck"), profile) == another
    assert not HEADLINES.is_of_another(telling(WRECK), profile)
    assert not HEADLINES.is_of_another(telling(BARE, "shipwreck"), profile)


@pytest.mark.parametrize(
    ("cause", "title", "joined"),
    [
        # The boat is lost in the flood, however equal the tolls are.
        ("shipwreck", WRECK, 2),
        ("transport_accident", WRECK, 2),
        # Its cause is that of the flood: the headline may only show a part of it.
        ("flood", WRECK, 1),
        ("flood", BOTH, 1),
        ("flood", FLOOD, 1),
    ],
)
def test_a_flood_and_a_boat_that_is_lost_in_it_are_two(cause, title, joined):
    told = {"date": "2023-05-02"}
    rows = [
        article("a", "2023-05-03", record(17, cause="flood", **told), title=FLOOD),
        article("b", "2023-05-04", record(17, cause=cause, **told), title=title),
    ]
    assert len(together(rows)) == joined


def test_an_unknown_cause_is_no_other_one():
    flood, unknown = Profile("x", 0, "event"), Profile("y", 0, "event")
    flood.add(telling(FLOOD))
    unknown.add(telling(FLOOD, None))
    assert HEADLINES.is_of_another(telling(WRECK, "shipwreck"), flood)
    assert not HEADLINES.is_of_another(telling(WRECK, None), flood)
    assert not HEADLINES.is_of_another(telling(WRECK, "shipwreck"), unknown)
