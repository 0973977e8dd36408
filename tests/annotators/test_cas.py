"""CAS JSON: structures by the format's own rules, and types that the type system has too."""

import json
from pathlib import Path

import pytest
from lxml import etree

from nlp_events.annotators.bundles import bundle
from nlp_events.annotators.cas import write_cas
from nlp_events.annotators.slots import article_of
from tests.annotators.made import FLOOD, RESULTS

BUILT_IN = {"uima.cas.Sofa", "uima.tcas.DocumentAnnotation"}


@pytest.fixture
def folder(tmp_path):
    """Two articles written for INCEpTION."""
    with bundle(Path(tmp_path) / "o") as put:
        write_cas((article_of(one, "made") for one in RESULTS[:2]), put)
    return Path(tmp_path) / "o"


def document(folder, name):
    return json.loads((folder / f"{name}.json").read_text("utf-8"))


@pytest.mark.parametrize("name", ["news_crue", "camp"])
def test_structures_are_of_their_types_and_refer_to_what_is_there(folder, name):
    data = document(folder, name)
    assert list(data) == ["%TYPES", "%FEATURE_STRUCTURES", "%VIEWS"]
    structures = {one["%ID"]: one for one in data["%FEATURE_STRUCTURES"]}
    assert len(structures) == len(data["%FEATURE_STRUCTURES"])
    types = data["%TYPES"]
    for one in structures.values():
        features = {key.lstrip("@") for key in one if not key.startswith("%")} - {"sofa", "begin", "end"}
        if one["%TYPE"] not in BUILT_IN:
            assert features <= {key for key in types[one["%TYPE"]] if not key.startswith("%")}
        assert all(value in structures for key, value in one.items() if key.startswith("@"))
    (view,) = data["%VIEWS"].values()
    assert view == {"%SOFA": 1, "%MEMBERS": [key for key in structures if key != 1]}


def test_offsets_are_those_of_java(folder):
    data = document(folder, "news_crue")
    units = FLOOD.encode("utf-16-le")
    sofa, whole, *others = data["%FEATURE_STRUCTURES"]
    assert (sofa["sofaString"], whole["end"]) == (FLOOD, len(units) // 2)
    figures = [one for one in others if one["%TYPE"].endswith(".Figure")]
    assert [units[2 * one["begin"] : 2 * one["end"]].decode("utf-16-le") for one in figures] == [
        "douze\nmorts", "trois enfants", "9",
    ]  # fmt: skip
    assert (figures[0]["min"], figures[0]["confidence"], "who" in figures[0]) == ("12", 0.97, False)
    links = [one for one in others if one["%TYPE"].endswith(".FigureLink")]
    assert [(one["@Governor"], one["@Dependent"], one["kind"]) for one in links] == [
        (3, 5, "supersedes"),
        (4, 3, "part_of"),
    ]
    assert [one["begin"] for one in links] == [figures[2]["begin"], figures[0]["begin"]]


def test_the_type_system_is_that_of_the_documents(folder):
    root = etree.parse(str(folder / "typesystem.xml")).getroot()
    space = {"u": "http://uima.apache.org/resourceSpecifier"}
    told = {
        one.findtext("u:name", namespaces=space): {
            feature.findtext("u:name", namespaces=space): feature.findtext("u:rangeTypeName", namespaces=space)
            for feature in one.findall(".//u:featureDescription", space)
        }
        for one in root.findall(".//u:typeDescription", space)
    }
    types = document(folder, "camp")["%TYPES"]
    assert told == {
        name: {key: value["%RANGE"] for key, value in one.items() if not key.startswith("%")}
        for name, one in types.items()
    }
