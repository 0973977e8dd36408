import base64
import gzip
import json
from dataclasses import replace

import pytest

from nlp_events.report.outlines import project
from nlp_events.report.packing import BLOCK, FIELDS, INTERNED, blocks, compressed, pack
from tests.synthetic import failed, incident, many, sample_results
from tests.writers.made import REVIEW


@pytest.fixture(scope="module")
def samples(nlp):
    return sample_results(nlp)


def unpacked(packed):
    """The records as the page reads them: see packing.py."""
    strings = packed.data["strings"]
    marks = [mark for line in packed.articles for mark in json.loads(line)["marks"]]
    told = packed.sentences
    for row, (mentions, evidence), own in zip(
        zip(*packed.data["columns"], strict=True), marks, told["column"], strict=True
    ):
        cells = {
            name: (None if cell < 0 else strings[cell]) if interned else cell
            for name, interned, cell in zip(FIELDS, INTERNED, row, strict=True)
        }
        cells["evidence"] = {slot: {"span": span or None, "rule": rule} for slot, (rule, *span) in evidence.items()}
        cells["mentions"] = tuple(zip(mentions[::2], mentions[1::2], strict=True))
        cells["sentence"] = told["strings"][own]
        yield cells


def test_every_field_of_every_record_comes_out_as_it_went_in(samples):
    packed = pack(samples)
    events = [(number, event) for number, result in enumerate(samples) for event in result.events]
    assert len(events) > 50
    for (number, event), cells in zip(events, unpacked(packed), strict=True):
        assert cells.pop("doc") == number
        x, y = cells.pop("x"), cells.pop("y")
        assert (x is None) == (event.latitude is None)
        if x is not None:
            assert (x, y) == tuple(map(round, project(event.longitude, event.latitude)))
        assert cells == {name: getattr(event, name) for name in cells}


def test_what_is_to_review_has_the_number_of_its_article(samples):
    packed = pack([samples[0], replace(samples[1], review=(REVIEW,))])
    assert [one for one in packed.data["review"] if one["doc"] == 1] == [{"doc": 1, **REVIEW}]


def test_articles_are_a_line_of_json_each(samples):
    packed = pack([*samples, failed()])
    assert packed.data["articles"][-1] == ["casse.txt", None, "", None, "binary", failed().error]
    bodies = [json.loads(line) for line in packed.articles]
    assert all("\n" not in line for line in packed.articles)
    assert [body["pieces"] for body in bodies[:-1]] == [[[0, result.text]] for result in samples]
    assert bodies[-1]["pieces"] == []
    assert bodies[0]["entities"][0][:3] == [0, 7, "LOC"]


def test_countries_are_those_of_records_and_incidents(samples):
    packed = pack(samples[:1], [incident(samples[4].events[:1])])
    assert packed.countries == {"NG", "TR"}


def test_a_text_that_comes_often_is_held_once(samples):
    packed = pack(many(samples, 80)).data
    assert len(packed["columns"][0]) > 700
    assert len(packed["strings"]) == len(set(packed["strings"])) < 700


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"title": "Un titre"}, ""),
        ({"title": None, "text": "\n Gao : douze morts \nBAMAKO"}, "Gao : douze morts"),
        ({"title": None, "text": "mot " * 60}, ""),
        ({"title": None, "text": None}, ""),
    ],
)
def test_the_first_line_stands_for_a_title_that_is_not_told(samples, changes, line):
    assert pack([replace(samples[0], **changes)]).data["articles"][0][1:3] == [changes["title"], line]


def test_what_is_compressed_is_the_same_each_time_and_comes_out_as_it_was():
    text = "Gao \u2028 </script> é 😀"
    packed = compressed(text)
    assert packed == compressed(text)
    assert gzip.decompress(base64.b64decode(packed)).decode() == text
    assert gzip.decompress(base64.b64decode(compressed("caf\udce9"))).decode() == "caf\\udce9"


def test_blocks_hold_some_articles_each():
    found = list(blocks([str(number) for number in range(2 * BLOCK + 1)]))
    lines = [gzip.decompress(base64.b64decode(block)).decode().split("\n") for block in found]
    assert [len(one) for one in lines] == [BLOCK, BLOCK, 1]
    assert lines[2] == [str(2 * BLOCK)]
