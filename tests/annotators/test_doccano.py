"""doccano: lines as it imports them, and what an annotator has changed there."""

import json
from pathlib import Path

import pytest

from nlp_events.annotators.doccano import read_doccano, write_doccano
from nlp_events.annotators.slots import article_of
from nlp_events.errors import InputError
from tests.annotators.made import CAMP, FLOOD, RESULTS


@pytest.fixture
def lines(tmp_path):
    """The lines of two articles, as objects."""
    path = Path(tmp_path) / "o.jsonl"
    write_doccano([article_of(one, "made") for one in RESULTS[:2]], path)
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]


def read(line):
    (one,) = read_doccano("x.jsonl", [json.dumps(line)])
    if isinstance(one, InputError):
        raise one
    return {figure["id"]: figure for figure in one["events"]}


def entity(line, label, words=None):
    """The first mark of a label, of some words if they are given."""
    return next(
        one
        for one in line["entities"]
        if one["label"] == label and words in (None, line["text"][one["start_offset"] : one["end_offset"]])
    )


def test_a_line_is_one_of_sequence_labelling_with_relations(lines):
    flood = lines[0]
    assert flood["text"] == FLOOD
    ids = [one["id"] for one in flood["entities"]]
    every = [one["id"] for line in lines for one in line["entities"]]
    assert every[0] == 1
    assert len(every) == len(set(every))
    assert all(0 <= one["start_offset"] < one["end_offset"] <= len(FLOOD) for one in flood["entities"])
    toll, part = entity(flood, "killed", "douze\nmorts"), entity(flood, "killed", "trois enfants")
    assert {"id": 6, "from_id": part["id"], "to_id": toll["id"], "type": "part_of"} in flood["relations"]
    assert {one["type"] for one in flood["relations"]} == {"place", "source", "part_of", "supersedes"}
    assert all({one["from_id"], one["to_id"]} <= set(ids) for one in flood["relations"])
    assert {one["label"] for one in flood["entities"]} >= {"cause=flood", "certainty=unconfirmed", "toll=revised_up"}


def test_a_figure_that_is_marked_anew_takes_its_numbers_from_its_words(lines):
    camp = lines[1] | {"figures": [], "relations": []}
    camp["entities"] = [{"id": 9, "label": "displaced", "start_offset": 0, "end_offset": 20}]
    figure = read(camp)["m9"]
    assert CAMP[:20] == figure["text"]
    assert (figure["min"], figure["max"], figure["modifier"]) == (300, 300, "approx")
    assert (figure["unit"], figure["certainty"], figure["scope"], figure["cause"]) == (
        "person",
        "asserted",
        "event",
        None,
    )


def test_what_is_changed_is_changed(lines):
    flood = lines[0]
    toll = entity(flood, "killed", "douze\nmorts")
    entity(flood, "cause=flood", "douze\nmorts")["label"] = "cause=storm"
    entity(flood, "killed", "trois enfants")["label"] = "injured"
    flood["entities"].append({"id": 99, "label": "place", "start_offset": 2, "end_offset": 6})
    flood["relations"] = [
        one
        for one in flood["relations"]
        if (one["from_id"], one["type"]) not in {(toll["id"], "source"), (toll["id"], "place")}
    ]
    flood["relations"].append({"id": 98, "from_id": toll["id"], "to_id": 99, "type": "place"})
    found = read(flood)
    assert [found["e1"][name] for name in ("cause", "source", "place", "min", "supersedes")] == [
        "storm", None, "Crue", 12, "e3",
    ]  # fmt: skip
    assert [found["e2"][name] for name in ("impact", "min", "who", "cause", "part_of")] == [
        "injured", 3, "enfants", "flood", "e1",
    ]  # fmt: skip


def test_a_figure_that_is_deleted_is_gone_and_so_are_links_to_it(lines):
    flood = lines[0]
    flood["entities"].remove(entity(flood, "killed", "9"))
    found = read(flood)
    assert set(found) == {"e1", "e2"}
    assert found["e1"]["supersedes"] is None


def test_labels_of_words_that_two_figures_share_stay_with_their_own(lines):
    found = read(lines[1])
    assert [(one["impact"], one["unit"], one["flow"]) for one in found.values()] == [
        ("displaced", "household", "flow"), ("affected", "person", None),
    ]  # fmt: skip
    entity(lines[1], "cause=attack")["label"] = "cause=famine"
    assert {one["cause"] for one in read(lines[1]).values()} == {"famine"}


def test_what_an_older_version_gives_back_apart_is_read_too(lines):
    own = ("text", "entities", "relations")
    line = {name: lines[0][name] for name in own} | {"meta": {k: v for k, v in lines[0].items() if k not in own}}
    assert read(line) == read(lines[0])


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        ({"label": "animal"}, "has the label 'animal', which is no impact"),
        ({"label": "cause=rain"}, "has the label 'cause=rain', which is no impact and tells no slot"),
        ({"label": "killed", "end_offset": 999}, "stands at 0 to 999, which is not in the text"),
        ({"label": "killed", "start_offset": 12, "end_offset": 20}, "«familles»: has no number that can be read"),
        ({"label": None}, "is no line of doccano's export"),
    ],
)
def test_a_wrong_mark_is_told_with_its_line(lines, mark, words):
    lines[1]["entities"].append({"id": 9, "start_offset": 0, "end_offset": 20} | mark)
    with pytest.raises(InputError, match=words) as told:
        read(lines[1])
    assert str(told.value).startswith("x.jsonl:1")
