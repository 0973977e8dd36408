from dataclasses import replace

import pytest

from nlp_events.incident_objects import to_dict
from nlp_events.report.packing import pack
from nlp_events.report.story import with_timeline
from nlp_events.values import ArticleResult
from tests.timelines.made import article, impact_of, said, told
from tests.writers.made import event

STORY = told(
    said("2023-05-03", "a", 12, "la police"), said("2023-05-04", "b", 15, actor="Al-Chabab", actor_status="claimed"),
    best="b-15", mentioned=(article("c", None),),
)  # fmt: skip


def test_a_row_names_its_reading_by_number_and_what_it_is_compared_with():
    assert with_timeline(to_dict(STORY), {})["timeline"] == [
        ["2023-05-03", None, 0, 0, "first", -1, None],
        ["2023-05-04", None, 0, 1, "raised", 0, "claimed"],
        [None, "c", -1, -1, "no_figure", -1, None],
    ]


def test_readings_of_several_impacts_are_told_apart():
    hurt = impact_of(said("2023-05-04", "b", 30), impact="injured")
    rows = with_timeline(to_dict(replace(STORY, impacts=(*STORY.impacts, hurt), mentioned=())), {})["timeline"]
    assert [row[2:4] for row in rows] == [[0, 0], [0, 1], [1, 0]]


def test_what_one_article_tells_is_as_it_was():
    alone = to_dict(told(said("2023-05-03", "a", 12)))
    assert with_timeline(alone, {}) == alone
    empty = to_dict(told())
    assert with_timeline(empty, {}) == empty


@pytest.mark.parametrize("lost", ["incident_id", "history"])
def test_an_incident_of_a_version_before_is_as_it_was(lost):
    data = to_dict(STORY)
    part = data if lost == "incident_id" else data["impacts"][0]
    del part[lost]
    assert with_timeline(data, {}) is data


def test_the_day_of_a_toll_is_read_from_the_results():
    stock = told(
        said("2023-05-04", "b", 3000, flow="stock"), said("2023-05-05", "c", 4000, flow="stock"), impact="displaced"
    )
    one = event(1, event_id="c-4000", flow="stock", date="2023-05-01")
    result = ArticleResult(doc_id="c", title=None, published="2023-05-05", events=(one,))
    (packed,) = pack([result], [to_dict(stock)]).data["incidents"]
    assert [row[0] for row in packed["timeline"]] == ["2023-05-01", "2023-05-04"]
