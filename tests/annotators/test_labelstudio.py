"""Label Studio: tasks and configuration agree, and what an annotator has changed there."""

import json
from pathlib import Path

import pytest
from lxml import etree

from nlp_events.annotators.labelstudio import read_labelstudio, write_config, write_labelstudio
from nlp_events.annotators.slots import SLOTS, article_of
from nlp_events.errors import InputError
from tests.annotators.made import FLOOD, RESULTS


@pytest.fixture
def tasks(tmp_path):
    """Tasks as Label Studio exports them: each has an annotation, which is the prediction as it came."""
    path = Path(tmp_path) / "o.json"
    write_labelstudio((article_of(one, "nlp-events 1") for one in RESULTS), path)
    found = json.loads(path.read_text("utf-8"))
    for number, task in enumerate(found, start=1):
        task |= {"id": number, "annotations": [{"result": task["predictions"][0]["result"], "was_cancelled": False}]}
    return found


def read(tasks):
    found = list(read_labelstudio("x.json", tasks))
    for one in found:
        if isinstance(one, InputError):
            raise one
    return found


def result(task, name, region="e1"):
    return next(one for one in task["annotations"][0]["result"] if one.get("from_name") == name and one["id"] == region)


def test_tasks_are_what_the_configuration_shows(tmp_path, tasks):
    write_config(tmp_path / "c.xml")
    config = etree.parse(str(tmp_path / "c.xml"))
    shown = {name.removeprefix("$") for name in config.xpath("//@value") if name.startswith("$")}
    assert all(shown <= set(task["data"]) and None not in task["data"].values() for task in tasks)
    tags = {one.get("name"): one for one in config.xpath("//*[@name]")}
    assert set(tags) == {"text", "impact", *SLOTS}
    assert {one.get("toName") for one in tags.values()} == {None, "text"}
    assert all(tags[name].get("perRegion") == "true" for name in SLOTS)
    links = set(config.xpath("//Relation/@value"))
    kinds = {"labels": "Labels", "choices": "Choices", "number": "Number", "textarea": "TextArea"}
    for task in tasks:
        regions = set()
        for one in task["predictions"][0]["result"]:
            if one["type"] == "relation":
                assert set(one["labels"]) <= links
                assert {one["from_id"], one["to_id"]} <= regions | {"e1", "e2", "e3"}
                continue
            regions.add(one["id"])
            tag, value = tags[one["from_name"]], one["value"]
            assert (tag.tag, one["to_name"]) == (kinds[one["type"]], "text")
            assert 0 <= value["start"] < value["end"] <= len(task["data"]["text"])
            if one["type"] in ("labels", "choices"):
                assert value[one["type"]][0] in [item.get("value") for item in tag]


def test_a_prediction_has_the_score_of_its_least_sure_figure(tasks):
    predictions = [task["predictions"][0] for task in tasks]
    assert [one.get("score") for one in predictions] == [0.97, 0.4, None]
    assert {one["model_version"] for one in predictions} == {"nlp-events 1"}
    assert [one.get("score") for one in predictions[0]["result"] if one["type"] == "labels"] == [0.97, 0.97, None]


def test_what_is_changed_is_changed(tasks):
    task = tasks[0]
    result(task, "min")["value"]["number"] = 13
    result(task, "cause")["value"]["choices"] = ["storm"]
    result(task, "place")["value"]["text"] = ["Djenné"]
    results = task["annotations"][0]["result"]
    results.remove(result(task, "source"))
    region = {"id": "new", "to_name": "text"}
    span = {"start": FLOOD.index("9 à"), "end": FLOOD.index("9 à") + 1}
    label = {"from_name": "impact", "type": "labels", "value": span | {"text": "9", "labels": ["injured"]}}
    results += [region | label, {"type": "relation", "from_id": "new", "to_id": "e1", "labels": ["part_of"]}]
    found = {one["id"]: one for one in read(tasks)[0]["events"]}
    assert [found["e1"][name] for name in ("min", "cause", "place", "source")] == [13, "storm", "Djenné", None]
    assert [found["new"][name] for name in ("impact", "min", "max", "modifier", "part_of", "scope")] == [
        "injured", 9, 9, "exact", "e1", "event",
    ]  # fmt: skip


def test_regions_that_count_an_emoji_twice_are_read_by_their_words(tasks):
    for one in tasks[0]["annotations"][0]["result"]:
        if "value" in one:
            one["value"] |= {name: one["value"][name] + 1 for name in ("start", "end")}
    assert [one["text"] for one in read(tasks)[0]["events"]] == ["douze\nmorts", "trois enfants", "9"]


def test_the_annotation_that_stands_is_the_ground_truth_else_the_last(tasks):
    first = tasks[0]["annotations"][0]
    tasks[0]["annotations"] = [first, {"result": []}, {"result": first["result"][:1], "was_cancelled": True}]
    assert read(tasks)[0]["events"] == []
    first["ground_truth"] = True
    assert len(read(tasks)[0]["events"]) == 3


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("impact", {"labels": ["hurt"]}, "has impact 'hurt', which is none of: killed"),
        ("impact", {"labels": ["killed"], "end": 999}, "is not in the text"),
        ("impact", {"labels": []}, "is not annotated as the configuration"),
        ("min", {"number": 1.5}, "has min 1.5, which is no whole number"),
        ("cause", {"choices": ["rain"]}, "has cause 'rain'"),
    ],
)
def test_a_wrong_annotation_is_told_with_its_task(tasks, name, value, words):
    result(tasks[0], name)["value"] |= value
    found = list(read_labelstudio("x.json", tasks))
    assert [isinstance(one, InputError) for one in found] == [True, False, False]
    assert words in str(found[0])
    assert str(found[0]).startswith("x.json: task 1")
