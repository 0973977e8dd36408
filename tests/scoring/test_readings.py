import pytest

from nlp_events.scoring.readings import accepted_keys, pair, same_name


def gold(**fields):
    return {"impact": "killed", "min": 12, "max": 12, "unit": "person", "start": 7, "end": 17} | fields


@pytest.mark.parametrize(
    ("fields", "keys"),
    [
        ({}, {("killed", 12, 12, "person")}),
        ({"unit": None}, {("killed", 12, 12, "person")}),
        ({"impact_also": ["casualties"]}, {("killed", 12, 12, "person"), ("casualties", 12, 12, "person")}),
        ({"max": None, "modifier_also": ["exact"]}, {("killed", 12, None, "person"), ("killed", 12, 12, "person")}),
        (
            {"min": None, "modifier_also": ["at_least"]},
            {("killed", None, 12, "person"), ("killed", 12, None, "person")},
        ),
        ({"min_also": [10]}, {("killed", 12, 12, "person"), ("killed", 10, 12, "person")}),
    ],
)
def test_every_reading_that_is_allowed_is_right(fields, keys):
    assert accepted_keys(gold(**fields)) == keys


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("l'armée malienne", "armee malienne", True),
        ("le ministère de l'Intérieur", "ministère Intérieur", True),
        ("Gao", "gao", True),
        ("Gao", "Kidal", False),
        ("la province du Nord-Kivu", "Kivu", True),
        ("Gao", None, False),
        (None, None, True),
        ("", None, True),
    ],
)
def test_names_are_the_same_by_their_words(first, second, same):
    assert same_name(first, second) is same
    assert same_name(second, first) is same


def test_figures_are_paired_on_the_spot_before_anywhere(result):
    killed, officers, injured = result.events
    elsewhere = gold(start=0, end=1, id="a")
    here = gold(start=killed.start, end=killed.end, id="b")
    found = pair([elsewhere, here], result.events)
    assert [(one["id"], event) for one, event in found.pairs] == [("b", killed)]
    assert found.missed == [elsewhere]
    assert found.extra == [officers, injured]


def test_what_is_optional_or_said_again_counts_neither_way(result):
    killed, officers, injured = result.events
    optional = gold(impact="injured", min=20, max=20, start=injured.start, end=injured.end, optional=True)
    found = pair([gold(), optional], [killed, killed, injured])
    assert len(found.pairs) == 1
    assert found.missed == []
    assert found.extra == []
    missing = pair([optional], [officers])
    assert missing.missed == []
    assert missing.extra == [officers]
