"""Which figure of an incident is the best one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp_events.merging.model import load_merging
from nlp_events.merging.tolls import impacts_of, number_of
from nlp_events.values import Reading

RULES = load_merging().best


def reading(number, day=3, month=5, **changes):
    values = {
        "event_id": f"e{number}-{day}", "doc_id": f"d{number}-{day}", "as_of": day and f"2023-{month:02}-{day:02}",
        "text": "", "min": number, "max": number, "modifier": "exact", "who": None, "who_category": None,
        "source": None, "source_type": None, "certainty": "asserted", "scope": "event", "flow": None, "toll": None,
        "part": False, "superseded": False, "repeated": False,
    }  # fmt: skip
    return Reading(**values | changes)


def said_by(number, day, kind, **changes):
    return reading(number, day, source=f"source {kind}", source_type=kind, **changes)


def impact_of(*readings, impact="killed"):
    (found,) = impacts_of([(impact, "person", one) for one in readings], RULES)
    return found


@pytest.mark.parametrize(
    ("back", "best"),
    [
        # Months later an article knows who has died since, and who was counted twice.
        (reading(29, 20, 9, scope="background"), 29),
        (reading(27, 20, 9, scope="background"), 27),
        # What is far from the toll of the news is a part of it, or a war's.
        (reading(45, 20, 9, scope="background"), 28),
        (reading(9, 20, 9, scope="background"), 28),
        (reading(29, 20, scope="background"), 28),
        (reading(29, 20, 9, scope="cumulative"), 28),
        (reading(30, 20, 9, scope="background", modifier="approx"), 28),
        (reading(29, 20, 9, scope="background", source_type="armed_group"), 28),
    ],
)
def test_who_looks_back_long_after_knows_the_toll_in_the_end(back, best):
    found = impact_of(reading(15), reading(28), back)
    assert (found.best, found.best_rule) == (best, "latest_authoritative")


def test_an_article_on_something_else_that_looks_back_is_heard_when_it_is_the_latest():
    readings = [("killed", "person", one) for one in (reading(28), reading(29, 20))]
    (found,) = impacts_of(readings, RULES, {"e29-20"})
    assert found.best == 29


def test_a_final_toll_stands_whatever_is_told_after():
    assert impact_of(reading(28, 3, toll="final"), reading(29, 20, scope="background")).best == 28


def test_who_is_feared_dead_is_missing():
    feared = reading(38, 5, certainty="unconfirmed")
    assert impact_of(reading(43), feared, impact="missing").best == 38
    assert impact_of(reading(43), feared, impact="injured").best == 43


AT_LEAST = {"max": None, "modifier": "at_least"}


@pytest.mark.parametrize(
    ("readings", "best", "rule"),
    [
        ([reading(11), reading(17, 4)], 17, "latest_authoritative"),
        ([reading(11), reading(17)], 17, "latest_authoritative"),
        # Who counts the dead is believed before who claims to have killed them.
        ([said_by(14, 3, "government"), said_by(40, 3, "armed_group")], 14, "latest_authoritative"),
        ([said_by(56, 3, "government"), said_by(135, 4, "ngo")], 56, "latest_authoritative"),
        ([said_by(12, 3, "government"), said_by(20, 4, "witness")], 12, "latest_authoritative"),
        # What is days old has been overtaken, whoever said it.
        ([said_by(12, 3, "government"), said_by(20, 9, "ngo")], 20, "latest_authoritative"),
        # A toll falls far only where somebody says that it was revised, or others go on telling the lower one.
        ([reading(26, 3), reading(14, 8)], 26, "not_fallen"),
        ([reading(26, 3), reading(24, 8)], 24, "latest_authoritative"),
        ([reading(17, 3), reading(12, 5), reading(12, 8)], 12, "latest_authoritative"),
        ([reading(34, 3, **AT_LEAST), reading(32, 3)], 32, "latest_authoritative"),
        # A running total is not the happening's.
        ([reading(26, 3), reading(310, 9, scope="cumulative")], 26, "latest_authoritative"),
        ([reading(300, 3, scope="cumulative"), reading(310, 9, scope="cumulative")], 310, "latest_authoritative"),
        # Of one article's figures, that which others tell too.
        ([reading(34, 4), reading(66, 4, doc_id="d34-4"), reading(34, 3)], 34, "latest_authoritative"),
        ([reading(53, 3), reading(37, 4, toll="revised_down")], 37, "latest_authoritative"),
        ([reading(53, 3), reading(37, 4, toll="revised_down"), reading(37, 6)], 37, "latest_authoritative"),
        ([reading(300, 3), reading(312, 4, toll="final"), reading(315, 9)], 312, "final"),
        # A round figure or a bound does not replace an exact one that it holds.
        ([reading(312, 3), reading(300, 9, **AT_LEAST)], 312, "latest_authoritative"),
        ([reading(86, 3), reading(90, 9, modifier="approx")], 86, "latest_authoritative"),
        ([reading(58, 3), reading(68, 4, **AT_LEAST)], 68, "latest_authoritative"),
        ([reading(30, 3), reading(100, 4, modifier="approx")], 100, "approximate"),
        ([reading(20, 3, max=None, modifier="vague")], 20, "approximate"),
        # Totals before parts, and never a sum of them.
        ([reading(21), reading(12, 4, part=True), reading(9, 4, part=True)], 21, "latest_authoritative"),
        ([reading(12, part=True), reading(9, part=True)], 12, "largest_part"),
        # What an article itself replaces, what is feared or denied, and what copies say, is not the best.
        ([reading(26, 4), reading(30, 4, superseded=True)], 26, "latest_authoritative"),
        ([reading(26, 3), reading(99, 4, certainty="possible")], 26, "latest_authoritative"),
        ([reading(99, 4, certainty="denied")], None, "none"),
        ([reading(99, 4, certainty="unconfirmed")], None, "none"),
        ([reading(26, 3), reading(20, 9, repeated=True)], 26, "latest_authoritative"),
        # A look back is believed only where nothing else is told.
        ([reading(26, 3), reading(32, 9, scope="background")], 26, "latest_authoritative"),
        ([reading(32, 9, scope="background")], 32, "background"),
        ([reading(0)], 0, "latest_authoritative"),
        ([reading(12, None), reading(15, None)], 15, "latest_authoritative"),
    ],
)
def test_best(readings, best, rule):
    for order in (readings, readings[::-1]):
        found = impact_of(*order)
        assert (found.best, found.best_rule) == (best, rule)


@pytest.mark.parametrize(
    ("dead", "best", "rule"),
    [
        ([reading(11, 3), reading(18, 9)], 27, "latest_authoritative"),  # seven of the injured have died
        ([reading(11, 3), reading(15, 9)], 34, "not_fallen"),
        ([reading(11, 3), reading(18, 9, part=True)], 34, "not_fallen"),
        ([], 34, "not_fallen"),
    ],
)
def test_the_injured_fall_by_as_many_as_have_died(dead, best, rule):
    injured = [("injured", "person", one) for one in (reading(34, 3), reading(27, 9))]
    found = impacts_of([*injured, *(("killed", "person", one) for one in dead)], RULES)
    assert [(one.best, one.best_rule) for one in found if one.impact == "injured"] == [(best, rule)]


def test_who_has_died_since_is_no_contradiction():
    injured = [said_by(14, 3, "security_forces"), said_by(12, 4, "hospital")]
    for dead, conflict in ((reading(7, 4), ()), (reading(6, 4), ("e12-4", "e14-3"))):
        told = [("killed", reading(5, 3)), ("killed", dead), *(("injured", one) for one in injured)]
        found = impacts_of([(impact, "person", one) for impact, one in told], RULES)
        assert [one.conflict for one in found if one.impact == "injured"] == [conflict]


def test_the_revised_toll_of_one_land_takes_back_none_of_all_lands():
    part = [reading(3, 5, toll="revised_down", doc_id="d"), reading(4, 5, superseded=True, doc_id="d")]
    assert impact_of(reading(8, 3), reading(8, 4), *part).best == 8
    assert impact_of(reading(5, 3), reading(5, 4), *part).best == 3
    assert impact_of(reading(8, 4), *part).best == 3


def test_missing_may_fall():
    assert impact_of(reading(90, 3), reading(60, 8), impact="missing").best == 60


def test_best_names_its_reading():
    found = impact_of(reading(11), reading(17, 4))
    assert found.best_event_id == "e17-4"
    assert [one.event_id for one in found.history] == ["e11-3", "e17-4"]


def test_missing_are_not_dead():
    found = impacts_of([("killed", "person", reading(15)), ("missing", "person", reading(90))], RULES)
    assert [(one.impact, one.best) for one in found] == [("killed", 15), ("missing", 90)]


def test_households_and_stocks_are_apart():
    readings = [
        ("displaced", "person", reading(44000)),
        ("displaced", "household", reading(7400)),
        ("displaced", "person", reading(90000, flow="stock")),
    ]
    found = impacts_of(readings, RULES)
    assert [(one.unit, one.flow, one.best) for one in found] == [
        ("household", None, 7400), ("person", None, 44000), ("person", "stock", 90000),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("readings", "low", "high"),
    [
        ([reading(11), said_by(17, 3, "hospital")], 11, 17),
        ([reading(11), reading(17, 4)], 17, 17),
        ([said_by(11, 1, "government"), said_by(17, 9, "hospital")], 17, 17),
        ([reading(11, **AT_LEAST)], 11, None),
        ([reading(11, **AT_LEAST), said_by(17, 3, "hospital")], 11, 17),
        ([reading(10, max=15, modifier="range")], 10, 15),
        ([reading(17), said_by(30, 3, "ngo", certainty="unconfirmed")], 17, 30),
        ([reading(17), said_by(30, 3, "ngo", certainty="possible")], 17, 17),
        ([reading(99, certainty="denied")], None, None),
    ],
)
def test_low_and_high(readings, low, high):
    found = impact_of(*readings)
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    ("readings", "conflict"),
    [
        ([said_by(26, 4, "hospital"), said_by(24, 4, "security_forces")], ("e24-4", "e26-4")),
        ([said_by(14, 4, "government"), said_by(40, 4, "armed_group")], ("e14-4", "e40-4")),
        ([said_by(17, 3, "hospital"), said_by(26, 4, "security_forces")], ()),
        ([said_by(26, 4, "hospital"), said_by(24, 4, "security_forces", **AT_LEAST)], ()),
        ([said_by(26, 4, "hospital"), said_by(25, 4, "security_forces", modifier="approx")], ()),
        ([said_by(26, 4, "hospital"), said_by(24, 4, "security_forces", certainty="possible")], ()),
        ([said_by(22, 4, "monitor", doc_id="a"), said_by(19, 4, "government", doc_id="a"), reading(25, 5)],
         ("e19-4", "e22-4")),
        ([said_by(12, 4, "government", who_category="security_force"),
          said_by(30, 4, "armed_group", who_category="armed_group")], ()),
        # A third figure of the article is the rest of the larger one: they are the parts of one toll.
        ([said_by(21, 4, "rescue_services", doc_id="a"), said_by(17, 4, "government", doc_id="a"),
          reading(4, 4, doc_id="a", part=True)], ()),
        # That it replaces an earlier toll makes that no rest.
        ([said_by(27, 4, "ngo", doc_id="a"), said_by(21, 4, "government", doc_id="a"),
          reading(6, 4, doc_id="a", superseded=True)], ("e21-4", "e27-4")),
        # Two of many are some of them.
        ([said_by(56, 4, "government", doc_id="a"), said_by(2, 4, "hospital", doc_id="a")], ()),
    ],
)  # fmt: skip
def test_conflict(readings, conflict):
    assert impact_of(*readings).conflict == conflict


numbers = st.integers(0, 500)
readings = st.lists(
    st.builds(
        lambda number, day, changes: reading(number, day, **changes),
        numbers,
        st.integers(1, 9),
        st.fixed_dictionaries(
            {},
            optional={
                "part": st.booleans(),
                "superseded": st.booleans(),
                "repeated": st.booleans(),
                "certainty": st.sampled_from(["asserted", "unconfirmed", "possible", "denied"]),
                "scope": st.sampled_from(["event", "cumulative", "background"]),
                "toll": st.sampled_from([None, "provisional", "final", "revised_up", "revised_down"]),
                "source_type": st.sampled_from([None, "government", "ngo", "armed_group", "witness"]),
            },
        ),
    ),
    min_size=1,
    max_size=12,
)


@given(readings)
def test_best_is_always_one_reading_that_was_asserted(found):
    impact = impact_of(*found)
    if impact.best is not None:
        best = next(one for one in found if one.event_id == impact.best_event_id)
        assert any(
            number_of(one) == impact.best and one.certainty == "asserted" and not one.repeated
            for one in found
            if one.event_id == best.event_id
        )
    if impact.low is not None and impact.high is not None:
        assert impact.low <= impact.high
    assert len(impact.history) == len(found)


@pytest.mark.parametrize(
    ("beside", "best"),
    [
        # «Six policiers et une vendeuse» are the seven.
        ([(6, {}), (1, {})], 7),
        ([(6, {}), (2, {})], 6),
        # «Sept, dit le ministère; neuf, disent les familles.»
        ([(7, {}), (9, {"source": "les familles"})], 7),
        ([(9, {})], 9),
    ],
)
def test_an_article_of_long_after_that_tells_the_toll_confirms_it(beside, best):
    back = [reading(number, 20, 9, doc_id="late", scope="background", **changes) for number, changes in beside]
    assert impact_of(reading(7, 4), *back).best == best


@pytest.mark.parametrize(
    ("impact", "readings", "best"),
    [
        ("injured", [reading(24), reading(22, 6), reading(18, 20, 9)], 18),
        ("injured", [reading(24), reading(22, 6), reading(18, 20)], 22),
        ("injured", [reading(24), reading(12, 20, 9)], 24),
        # Who was set free is told as abducted too.
        ("abducted", [reading(24), reading(18, 20, 9)], 24),
        # A court counts fewer than was said to be the least at first.
        ("killed", [reading(21, **AT_LEAST), reading(9, 20, 9)], 9),
        ("killed", [reading(21, **AT_LEAST), reading(9, 20)], 21),
        ("killed", [reading(21), reading(9, 20, 9)], 21),
    ],
)
def test_what_is_counted_long_after_is_known_better(impact, readings, best):
    assert impact_of(*readings, impact=impact).best == best


def test_who_has_died_since_is_counted_from_the_last_toll_of_the_injured():
    dead = [("killed", "person", one) for one in (reading(13, 6), reading(18, 20))]
    hurt = [("injured", "person", one) for one in (reading(24), reading(20, 6), reading(15, 20))]
    assert {one.impact: one.best for one in impacts_of(dead + hurt, RULES)} == {"killed": 18, "injured": 15}


@pytest.mark.parametrize(("dead", "hurt"), [(12, 29), (11, 31), (9, 31)])
def test_an_article_without_a_day_is_placed_by_the_dead_that_it_tells(dead, hurt):
    undated = {"as_of": None, "doc_id": "undated"}
    told = [("killed", "person", one) for one in (reading(10), reading(11, 5), reading(dead, 0, **undated))]
    told += [("injured", "person", one) for one in (reading(31, 5), reading(29, 0, **undated))]
    found = {one.impact: one for one in impacts_of(told, RULES)}
    assert (found["killed"].best, found["injured"].best) == (max(dead, 11), hurt)
    assert {one.as_of for one in found["injured"].history} == {None, "2023-05-05"}


@pytest.mark.parametrize(
    ("claim", "conflict"),
    [
        ({"actor": "les assaillants", "actor_status": "claimed"}, ()),
        ({"actor": "l'armée", "actor_status": "claimed"}, ("e15-3", "e40-3")),
        ({"actor": "les assaillants", "actor_status": "told"}, ("e15-3", "e40-3")),
        ({"actor": None, "actor_status": None}, ("e15-3", "e40-3")),
    ],
)
def test_how_many_they_have_killed_by_those_who_claim_it_contradicts_nobody(claim, conflict):
    counted = reading(15, doc_id="d", source="la préfecture")
    boast = reading(40, doc_id="d", source="les assaillants", source_type="armed_group", **claim)
    assert impact_of(counted, boast).conflict == conflict
