"""Records for each tool, annotation out of it again: the figures are those of the records, and score as right."""

import json
import zipfile
from pathlib import Path

import pytest

from nlp_events.annotators.slots import CHOICES, IMPACTS, TEXTS
from nlp_events.scoring.annotated import read_annotated
from nlp_events.scoring.comparison import score
from nlp_events.scoring.counts import FIGURES
from nlp_events.scoring.judgements import ANNOTATED
from tests.annotators.made import RESULTS

TARGETS = {"labelstudio": "o.json", "doccano": "o.jsonl", "brat": "o"}


def exported(tool, target):
    """What a tool exports when its user has submitted every article as it came."""
    if tool == "labelstudio":
        tasks = json.loads(Path(target).read_text(encoding="utf-8"))
        for number, task in enumerate(tasks, start=1):
            task |= {"id": number, "annotations": [{"result": task["predictions"][0]["result"]}]}
        Path(target).write_text(json.dumps(tasks), encoding="utf-8")


def test_slots_are_the_annotated_fields_of_a_record():
    assert set(CHOICES) == {
        "modifier", "unit", "who_category", "source_type", "certainty", "cause", "scope", "flow", "toll",
    }  # fmt: skip
    assert TEXTS == ("who", "place", "country", "date", "source")
    assert CHOICES["flow"] == ("flow", "stock")
    assert len(IMPACTS) == 13


@pytest.mark.parametrize(
    ("tool", "target"), [*TARGETS.items(), ("brat", "o.zip")], ids=["labelstudio", "doccano", "brat", "brat_zip"]
)
def test_what_comes_back_is_what_was_found(here, run, tool, target):
    code, told = run("convert", "r.jsonl", target, "--to", tool)
    assert code == 0, told
    assert f"{target}: 5 records of 4 articles; left out: entities, dates" in told
    assert "r.jsonl: 1 articles failed and are left out" in told
    exported(tool, target)
    code, told = run("gold", target, "-o", "gold.jsonl")
    assert (code, "gold.jsonl: 3 annotated articles, 5 figures" in told) == (0, True), told
    rows = {row["doc_id"]: row for row in read_annotated("gold.jsonl")}
    for result in RESULTS:
        row = rows[result.doc_id]
        assert (row["text"], row["published"], row["title"]) == (result.text, result.published, result.title)
        expected = {one.event_id: {name: getattr(one, name) for name in ANNOTATED} for one in result.events}
        assert {one.pop("id"): one for one in row["events"]} == expected
    scores = score(read_annotated("gold.jsonl"), {one.doc_id: one for one in RESULTS})
    assert (scores.tallies[FIGURES].right, scores.differences) == (5, [])


@pytest.mark.parametrize("tool", [*TARGETS, "cas"])
def test_the_same_records_give_the_same_bytes(here, run, tool):
    target = TARGETS.get(tool, "o")
    target = target if "." in target else "o.zip"
    assert run("convert", "r.jsonl", target, "--to", tool)[0] == 0
    before = Path(target).read_bytes()
    assert run("convert", "r.jsonl", target, "--to", tool, "--overwrite")[0] == 0
    assert Path(target).read_bytes() == before


class TestGold:
    """What is read back is checked."""

    @pytest.mark.parametrize(
        ("name", "content", "words"),
        [
            ("none.json", None, "none.json: there is no such file"),
            ("a.json", "{", "cannot be read as JSON"),
            ("a.json", "{}", "is no export of Label Studio with its texts"),
            ("a.json", '[{"id": 1, "text": "x"}]', "not as «JSON-MIN»"),
            ("a.json", '[{"id": 7, "data": {"text": "x"}, "annotations": []}]', "a.json: task 7: is not annotated"),
            ("a.jsonl", '{"text": "x"}', "a.jsonl:1: has no text or no entities"),
            ("a.jsonl", "{\n", "a.jsonl:1: is no line of doccano's export"),
            ("a.csv", "x", "is no export of Label Studio (.json), doccano (.jsonl) or brat"),
            ("a.zip", "x", "a.zip: cannot be read"),
        ],
    )
    def test_another_file_is_refused(self, here, run, name, content, words):
        if content is not None:
            Path(name).write_text(content, encoding="utf-8")
        code, told = run("gold", name, "-o", "gold.jsonl")
        assert (code, words in told) == (2, True), told
        assert not Path("gold.jsonl").exists()

    def test_records_are_no_annotation(self, here, run):
        code, told = run("gold", "r.jsonl", "-o", "gold.jsonl")
        assert (code, "is a result of «extract», which nobody has annotated" in told) == (2, True)

    @pytest.mark.parametrize("name", ["r.jsonl", "g.jsonl"])
    def test_nothing_is_replaced_unasked(self, here, run, name):
        assert run("convert", "r.jsonl", "o.jsonl", "--to", "doccano")[0] == 0
        Path("g.jsonl").write_text("mine")
        code, told = run("gold", "o.jsonl", "-o", name)
        assert (code, "is there already" in told) == (2, True)

    @pytest.mark.parametrize("tool", ["labelstudio", "doccano"])
    def test_an_export_in_an_archive_is_read(self, here, run, tool):
        target = TARGETS[tool]
        assert run("convert", "r.jsonl", target, "--to", tool)[0] == 0
        exported(tool, target)
        with zipfile.ZipFile("o.zip", "w") as archive:
            archive.write(target)
        code, told = run("gold", "o.zip", "-o", "gold.jsonl")
        assert (code, "3 annotated articles, 5 figures" in told) == (0, True), told

    def test_an_article_of_two_annotators_counts_once(self, here, run):
        assert run("convert", "r.jsonl", "o.jsonl", "--to", "doccano")[0] == 0
        Path("o.jsonl").write_text(Path("o.jsonl").read_text("utf-8") * 2, "utf-8")
        code, told = run("gold", "o.jsonl", "-o", "gold.jsonl")
        assert (code, "o.jsonl, camp: is annotated twice" in told) == (1, True)
        assert len(read_annotated("gold.jsonl")) == 3


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["r.jsonl", "o.jsonl", "--to", "labelstudio"], "o.jsonl: labelstudio takes a .json file"),
        (["r.jsonl", "o.json", "--to", "doccano"], "o.json: doccano takes a .jsonl file"),
        (["r.jsonl", "o.json", "--to", "brat"], "o.json: brat takes a folder or a .zip"),
        (["r.jsonl", "full", "--to", "cas"], "full: is there already, and not empty"),
        (["r.jsonl", "o.json", "--to", "labelstudio", "--excel"], "is no table, for which --excel is"),
        (["r.jsonl", "r.jsonl", "--to", "doccano"], "is an input, and would be lost"),
        (["bare.jsonl", "o.json", "--to", "labelstudio"], "holds no text, which an annotation needs. Extract again"),
        (["bare.jsonl", "o", "--to", "brat"], "Extract again with --with-text"),
        (["i.jsonl", "o.json", "--to", "labelstudio"], "i.jsonl: holds incidents, which are in no single text"),
        (["r.jsonl", "o.csv", "--to", "brot"], "Choose from hxl, acled, ucdp, idmc, emdat, geojson, gexf, labelstudio"),
    ],
)
def test_wrong_usage(here, run, arguments, words):
    from nlp_events.incident_files import write_incidents
    from tests.annotators.made import write
    from tests.test_incident_files import INCIDENT

    write(Path("bare.jsonl"), with_text=False)
    write_incidents([INCIDENT], "i.jsonl")
    Path("full").mkdir()
    Path("full/mine").write_text("mine")
    there = {path.name for path in here.iterdir()}
    code, told = run("convert", *arguments)
    assert (code, words in told) == (2, True), told
    assert {path.name for path in here.iterdir()} == there
