from dataclasses import replace

import pytest

from nlp_events import extract
from nlp_events.merging import incidents
from nlp_events.timelines import of_several, timeline, toll_days
from nlp_events.values import ArticleResult
from tests.merging import made as rows
from tests.timelines.made import about, article, at_least, impact_of, said, told

FIRST, SECOND, THIRD = "2023-05-03", "2023-05-04", "2023-05-05"
POLICE, HOSPITAL, NGO = "la police", "l'hôpital", "une ONG"


def changes(*history, **known):
    return [(row.change, row.min, row.before_min) for row in timeline(told(*history, **known))]


class TestOrder:
    def test_rows_stand_by_day_and_the_best_toll_is_marked(self):
        line = timeline(told(said(SECOND, "b", 15), said(FIRST, "a", 12), said(THIRD, "c", 15), best="c-15"))
        assert [(row.day, row.doc_id, row.title, row.best) for row in line] == [
            (FIRST, "a", "Titre a", False), (SECOND, "b", "Titre b", False), (THIRD, "c", "Titre c", True),
        ]  # fmt: skip

    def test_what_has_no_day_comes_last(self):
        line = timeline(told(said(None, "a", 12), said(THIRD, "c", 15)))
        assert [(row.day, row.published, row.doc_id) for row in line] == [(THIRD, THIRD, "c"), (None, None, "a")]

    def test_articles_of_one_day_stay_together_in_the_order_of_the_incident(self):
        history = (said(FIRST, "b", 12), said(FIRST, "a", 13), said(FIRST, "b", 3, part=True))
        line = timeline(told(*history))
        assert [(row.doc_id, row.min) for row in line] == [("b", 12), ("b", 3), ("a", 13)]

    def test_impacts_of_an_article_stand_in_the_order_of_the_contract(self):
        hurt = impact_of(said(FIRST, "a", 30), impact="injured")
        known = told(said(FIRST, "a", 12), said(SECOND, "b", 12))
        line = timeline(replace(known, impacts=(*known.impacts, hurt)))
        assert [(row.doc_id, row.impact, row.change) for row in line] == [
            ("a", "killed", "first"), ("a", "injured", "first"), ("b", "killed", "restated"),
        ]  # fmt: skip

    def test_articles_without_a_figure_and_those_that_only_look_back_have_a_row(self):
        known = told(said(FIRST, "a", 12))
        trial = article("procès", THIRD)
        back = article("ailleurs", SECOND)
        line = timeline(replace(known, articles=(*known.articles, trial), mentioned=(back,)))
        assert [(row.doc_id, row.change, row.impact, row.min, row.mentioned, row.best) for row in line] == [
            ("a", "first", "killed", 12, False, False), ("ailleurs", "no_figure", None, None, True, False),
            ("procès", "no_figure", None, None, False, False),
        ]  # fmt: skip

    def test_an_article_that_the_incident_does_not_list_has_no_title(self):
        (row,) = timeline(told(said(FIRST, "a", 12), articles=()))
        assert (row.doc_id, row.title, row.published) == ("a", None, FIRST)

    def test_nothing_told_gives_no_row(self):
        assert timeline(told()) == ()

    def test_the_day_that_the_text_tells_of_a_toll_counts(self):
        stock = {"flow": "stock", "impact": "displaced"}
        history = (said(THIRD, "c", 4000, flow="stock"), said(SECOND, "b", 3000, flow="stock"))
        days = toll_days([
            {"doc_id": "c", "events": [{"event_id": "c-4000", "flow": "stock", "date": FIRST}]},
            {"event_id": "b-3000", "flow": "stock", "date": "2023-05"},
        ])  # fmt: skip
        assert days == {"c-4000": FIRST}
        line = timeline(told(*history, impact=stock["impact"]), days)
        assert [(row.day, row.published, row.min, row.change) for row in line] == [
            (FIRST, THIRD, 4000, "first"), (SECOND, SECOND, 3000, "lowered"),
        ]  # fmt: skip

    def test_no_toll_is_of_a_day_that_was_still_to_come(self):
        (row,) = timeline(told(said(FIRST, "a", 12)), {"a-12": THIRD})
        assert row.day == FIRST

    def test_the_days_of_results_and_records_are_read_alike(self, nlp):
        text = "Au 23 novembre 2023, 4 000 personnes vivaient dans des camps à Goma, selon l'OIM."
        found = list(extract(text, nlp, published="2023-11-30"))
        days = toll_days(found)
        assert list(days.values()) == ["2023-11-23"]
        result = ArticleResult(doc_id="", title=None, published=None, events=tuple(found), entities=(), dates=())
        assert toll_days([result]) == days


class TestChanges:
    def test_a_toll_is_first_told_then_raised_and_lowered(self):
        assert changes(said(FIRST, "a", 12), said(SECOND, "b", 15), said(THIRD, "c", 14, toll="revised_down")) == [
            ("first", 12, None), ("raised", 15, 12), ("lowered", 14, 15),
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("before", "now", "change"),
        [
            (said(FIRST, "a", 12), said(SECOND, "b", 12), "restated"),
            (said(FIRST, "a", 12, POLICE), said(SECOND, "b", 12, POLICE), "restated"),
            (said(FIRST, "a", 12), said(SECOND, "b", 12, POLICE), "restated"),
            (said(FIRST, "a", 12, POLICE), said(SECOND, "b", 12, HOSPITAL), "corroborated"),
            (at_least(FIRST, "a", 12), said(SECOND, "b", 12), "specified"),
            (at_least(FIRST, "a", 12), said(SECOND, "b", 15), "raised"),
            (at_least(FIRST, "a", 34), said(SECOND, "b", 32), "lowered"),
            (at_least(FIRST, "a", 12), at_least(SECOND, "b", 20), "raised"),
            (at_least(FIRST, "a", 20), at_least(SECOND, "b", 12), "agrees"),
            (said(FIRST, "a", 130), at_least(SECOND, "b", 100), "agrees"),
            (at_least(FIRST, "a", 45), at_least(SECOND, "b", 15), "lowered"),
            (said(FIRST, "a", 12), said(None, "b", 15), "undated"),
            (said(FIRST, "a", 12), said(None, "b", 12), "restated"),
            (about(FIRST, "a", 100), said(SECOND, "b", 103), "specified"),
            (about(FIRST, "a", 100), said(SECOND, "b", 130), "raised"),
            (said(FIRST, "a", 103), about(SECOND, "b", 100), "agrees"),
            (said(FIRST, "a", 15), at_least(SECOND, "b", 11), "agrees"),
            (said(FIRST, "a", 15), said(SECOND, "b", 12, max=16, modifier="range"), "agrees"),
            (said(FIRST, "a", 12, max=16, modifier="range"), said(SECOND, "b", 15), "specified"),
            (said(FIRST, "a", 30), said(SECOND, "b", None, max=20, modifier="at_most"), "lowered"),
        ],
    )
    def test_what_differs_is_named(self, before, now, change):
        assert timeline(told(before, now))[1].change == change

    def test_what_is_rounder_does_not_take_the_place_of_what_is_known(self):
        assert changes(said(FIRST, "a", 103), about(SECOND, "b", 100), said(THIRD, "c", 103))[2] == (
            "restated", 103, 103,
        )  # fmt: skip

    def test_what_has_no_day_does_not_take_the_place_of_what_is_known(self):
        assert changes(said(FIRST, "a", 12), said(None, "b", 20), said(None, "c", 12)) == [
            ("first", 12, None), ("undated", 20, 12), ("restated", 12, 12),
        ]  # fmt: skip

    def test_a_source_that_says_it_again_does_not_corroborate(self):
        history = (said(FIRST, "a", 12, POLICE), said(SECOND, "b", 12, HOSPITAL), said(THIRD, "c", 12, POLICE))
        assert [row.change for row in timeline(told(*history))] == ["first", "corroborated", "restated"]

    def test_sources_that_disagree_are_compared_each_with_itself(self):
        history = (
            said(FIRST, "a", 12, POLICE), said(FIRST, "b", 30, NGO), said(SECOND, "c", 13, POLICE),
            said(SECOND, "d", 30, NGO),
        )  # fmt: skip
        line = timeline(told(*history, best="a-12", conflict=("a-12", "b-30")))
        assert [(row.change, row.min, row.before_min, row.before_source, row.conflict) for row in line] == [
            ("first", 12, None, None, True), ("contradicted", 30, 12, POLICE, True),
            ("raised", 13, 12, POLICE, False), ("restated", 30, 30, NGO, False),
        ]  # fmt: skip
        assert line[1].before_event_id == "a-12"

    def test_who_goes_on_contradicting_is_compared_with_itself(self):
        history = (said(FIRST, "a", 27, NGO), said(FIRST, "a", 21, POLICE), said(SECOND, "b", 41, NGO))
        line = timeline(told(*history, said(SECOND, "b", 34, POLICE), conflict=("a-27", "a-21", "b-41", "b-34")))
        assert [(row.change, row.min, row.before_min) for row in line] == [
            ("first", 27, None), ("contradicted", 21, 27), ("raised", 41, 27), ("contradicted", 34, 41),
        ]  # fmt: skip

    def test_two_sources_of_one_article_may_disagree(self):
        history = (said(FIRST, "a", 12, POLICE), said(FIRST, "a", 30, NGO))
        line = timeline(told(*history, best="a-12", conflict=("a-12", "a-30")))
        assert [(row.change, row.min) for row in line] == [("first", 12), ("contradicted", 30)]

    def test_one_more_figure_of_an_article_is_no_change(self):
        assert changes(said(FIRST, "a", 12), said(FIRST, "a", 9), said(SECOND, "b", 12)) == [
            ("first", 12, None), ("beside", 9, 12), ("restated", 12, 12),
        ]  # fmt: skip

    def test_what_an_article_replaces_stands_before_what_it_holds_to(self):
        assert changes(said(FIRST, "a", 15), said(FIRST, "a", 12, superseded=True)) == [
            ("replaced", 12, None), ("raised", 15, 12),
        ]  # fmt: skip

    def test_what_an_article_replaces_is_no_news_after_an_earlier_article(self):
        history = (said(FIRST, "a", 9), said(SECOND, "b", 15), said(SECOND, "b", 12, superseded=True))
        assert changes(*history) == [("first", 9, None), ("replaced", 12, None), ("raised", 15, 9)]

    @pytest.mark.parametrize(
        ("known", "change", "before"),
        [
            ({"certainty": "denied"}, "denied", 12),
            ({"certainty": "possible"}, "feared", None),
            ({"part": True}, "part", None),
            ({"repeated": True}, "repeated", None),
            ({"scope": "cumulative"}, "cumulative", None),
        ],
    )
    def test_what_does_not_stand_changes_nothing(self, known, change, before):
        line = changes(said(FIRST, "a", 12), said(SECOND, "b", 40, **known), said(THIRD, "c", 12))
        assert line[1:] == [(change, 40, before), ("restated", 12, 12)]

    def test_a_denial_before_any_figure_is_one(self):
        assert changes(said(FIRST, "a", 40, certainty="denied")) == [("denied", 40, None)]

    def test_running_totals_are_compared_where_nothing_else_is_told(self):
        history = (said(FIRST, "a", 100, scope="cumulative"), said(SECOND, "b", 120, scope="cumulative"))
        assert changes(*history, best="b-120") == [("first", 100, None), ("raised", 120, 100)]

    def test_a_look_back_is_compared_and_does_not_become_what_is_known(self):
        history = (said(FIRST, "a", 12), said(SECOND, "b", 20, scope="background"), said(THIRD, "c", 12))
        assert [row[0] for row in changes(*history)] == ["first", "raised", "restated"]

    def test_the_dead_of_two_sides_are_two_tolls(self):
        history = (
            said(FIRST, "a", 12, who_category="security_force"), said(FIRST, "a", 30, who_category="armed_group"),
            said(SECOND, "b", 14, who_category="security_force"),
        )  # fmt: skip
        found = timeline(told(*history))
        assert [(row.min, row.change, row.before_min) for row in found] == [
            (30, "first", None), (12, "first", None), (14, "raised", 12),
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("who", "number", "change"),
        [
            ("child", 3, "first"), ("child", 12, "restated"), ("security_force", 5, "first"),
            ("security_force", 14, "raised"), ("civilian", 9, "lowered"),
        ],
    )  # fmt: skip
    def test_fewer_of_some_are_no_lower_toll_of_all(self, who, number, change):
        assert changes(said(FIRST, "a", 12), said(SECOND, "b", number, who_category=who))[1][0] == change

    def test_who_is_feared_dead_is_missing_for_certain(self):
        history = [said(day, doc, number, certainty="unconfirmed") for day, doc, number in
                   ((FIRST, "a", 5), (SECOND, "b", 7), (THIRD, "c", 7))]  # fmt: skip
        assert [one[0] for one in changes(*history, impact="missing")] == ["first", "raised", "restated"]
        assert [one[0] for one in changes(*history)] == ["first", "raised", "raised"]


class TestActors:
    def test_how_it_is_told_that_somebody_did_it_is_news_once(self):
        statuses = ["told", "attributed", "claimed", "told", "claimed", "denied"]
        history = [
            said(f"2023-05-{day:02d}", f"d{day}", 12, actor="Al-Chabab", actor_id="org:al-shabaab", actor_status=status)
            for day, status in enumerate(statuses, start=1)
        ]
        assert [row.actor_change for row in timeline(told(*history))] == [
            "told", "attributed", "claimed", None, None, "denied",
        ]  # fmt: skip

    def test_who_arrested_somebody_did_not_do_it(self):
        (row,) = timeline(told(said(FIRST, "a", 2, actor="la police", actor_status="told"), impact="detained"))
        assert (row.actor, row.actor_change) == ("la police", None)

    def test_a_copy_tells_nobody_new(self):
        copy = said(FIRST, "a", 12, actor="Al-Chabab", actor_status="claimed", repeated=True)
        line = timeline(told(copy, said(SECOND, "b", 12, actor="al-chabab", actor_status="claimed")))
        assert [row.actor_change for row in line] == [None, "claimed"]


def test_only_what_several_articles_tell_has_a_time_line_worth_the_name():
    known = told(said(FIRST, "a", 12))
    assert not of_several(known)
    assert of_several(replace(known, mentioned=(article("b", SECOND),)))


def test_records_that_were_put_together_give_a_time_line():
    told_rows = [
        rows.article("a", FIRST, rows.record(17, date=FIRST, source="la police")),
        rows.article("b", SECOND, rows.record(26, date=FIRST, source="le ministère", toll="revised_up")),
    ]
    (incident,) = incidents(told_rows)
    assert [(row.day, row.doc_id, row.change, row.min, row.before_min, row.best) for row in timeline(incident)] == [
        (FIRST, "a", "first", 17, None, False), (SECOND, "b", "raised", 26, 17, True),
    ]  # fmt: skip
