"""GEXF as networkx, and so Gephi's own importer's format, reads it."""

from dataclasses import replace

import pytest

from nlp_events.incident_files import write_incidents
from nlp_events.writers.formats import write_results
from tests.test_incident_files import IMPACT, INCIDENT, READING
from tests.writers.made import FAILED, article, event

networkx = pytest.importorskip("networkx", reason="networkx reads GEXF in tests alone")


def entity(canonical, start, **slots):
    return {"canonical": canonical, "label": "ORG", "kind": None, "zone": "body", "start": start} | slots


def read(path):
    graph = networkx.read_gexf(path)
    return dict(graph.nodes(data=True)), {(a, b, data["kind"]): data["weight"] for a, b, data in graph.edges(data=True)}


def test_records_are_joined_to_places_and_actors(tmp_path):
    entities = (
        entity("Minusma", 120), entity("Radio Sahel", 10, kind="media"), entity("Ibrahim Diarra", 300, label="PER"),
        entity("HCR", 4_000), entity("Croix-Rouge", 50, zone="related"), entity("Mali", 40, label="LOC"),
    )  # fmt: skip
    told = article(
        event(1, source="l'armée", source_canonical="armée malienne"), event(2, source="l'armée", part_of="e1"),
        event(3, incident_id="i2", place=None, place_canonical=None, scope="cumulative"),
        title="Gao : deux morts & plus", entities=entities,
    )  # fmt: skip
    write_results([told, FAILED], tmp_path / "a.gexf")
    nodes, edges = read(tmp_path / "a.gexf")
    assert {name: node["kind"] for name, node in nodes.items()} == {
        "incident:i1": "incident", "place:Gao|ML": "place", "actor:armée malienne": "actor", "actor:l'armée": "actor",
        "actor:Minusma": "actor", "actor:Ibrahim Diarra": "actor",
    }  # fmt: skip
    first = nodes["incident:i1"]
    assert (first["label"], first["killed"], first["first"]) == ("Gao : deux morts & plus", 2, "2021-03-12")
    assert (nodes["place:Gao|ML"]["latitude"], nodes["place:Gao|ML"]["country"]) == (16.27, "ML")
    assert nodes["actor:Ibrahim Diarra"]["type"] == "PER"
    assert edges == {
        ("incident:i1", "place:Gao|ML", "happened_at"): 1, ("incident:i1", "actor:armée malienne", "said_by"): 1,
        ("incident:i1", "actor:l'armée", "said_by"): 1, ("incident:i1", "actor:Minusma", "named"): 1,
        ("incident:i1", "actor:Ibrahim Diarra", "named"): 1,
    }  # fmt: skip


def test_incidents_are_joined_to_places_and_sources(tmp_path):
    repeated = replace(READING, event_id="e2", repeated=True)
    whole = replace(INCIDENT, impacts=(replace(IMPACT, history=(READING, READING, repeated)),))
    total = replace(INCIDENT, incident_id="i3", scope="cumulative")
    write_incidents([whole, replace(INCIDENT, incident_id="i2", place=None), total], tmp_path / "a.gexf")
    nodes, edges = read(tmp_path / "a.gexf")
    assert sorted(nodes) == ["actor:la police", "incident:i1", "incident:i2", "place:Bakouba|IQ"]
    assert (nodes["incident:i1"]["killed"], nodes["incident:i1"]["cause"]) == (17, "attack")
    assert edges[("incident:i1", "actor:la police", "said_by")] == 2
    assert edges[("incident:i1", "place:Bakouba|IQ", "happened_at")] == 1


@pytest.mark.parametrize("results", [[], [FAILED]])
def test_without_a_record_it_is_a_network_too(tmp_path, results):
    write_results(results, tmp_path / "a.gexf")
    assert read(tmp_path / "a.gexf") == ({}, {})


def test_signs_that_xml_has_no_form_for(tmp_path):
    write_results([article(event(1, source="l'\x0barmée <&>"), title="a\ufffe")], tmp_path / "a.gexf")
    assert "actor:l' armée <&>" in read(tmp_path / "a.gexf")[0]
