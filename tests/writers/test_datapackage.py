"""``datapackage.json`` as Frictionless reads it, with the data it describes."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from nlp_events.incident_files import write_incidents
from nlp_events.writers import datapackage
from nlp_events.writers.columns import FRAME
from nlp_events.writers.datapackage import write_package
from nlp_events.writers.delimited import EXCEL, PLAIN
from nlp_events.writers.descriptions import DESCRIPTIONS
from nlp_events.writers.formats import write_results
from nlp_events.writers.layouts import LAYOUTS, write_layout
from tests.test_incident_files import INCIDENT, SOUTH
from tests.writers.made import FAILED, article, event

RESULTS = [
    article(
        event(1, latitude=-4.5, date="2021-02/.."), event(2, country="NA", source="=1+1", date=None), site="Radio Sahel"
    ),
    FAILED,
    article(
        event(3, incident_id="i2"), name="c.txt", entities=({"text": "Gao", "label": "LOC", "start": 1, "end": 4},)
    ),
]


def described(path):
    return json.loads((path.parent / "datapackage.json").read_text(encoding="utf-8"))


def checked(path, monkeypatch):
    """What Frictionless finds wrong with a package and its data."""
    frictionless = pytest.importorskip("frictionless", reason="Frictionless checks packages in tests alone")
    monkeypatch.chdir(path.parent)
    report = frictionless.Package("datapackage.json").validate()
    return [(error.type, error.message) for task in report.tasks for error in task.errors] + list(report.errors)


@pytest.mark.parametrize("dialect", [PLAIN, EXCEL])
@pytest.mark.parametrize("kind", ["records", "incidents"])
def test_tables_are_what_the_package_says(tmp_path, monkeypatch, kind, dialect):
    path = tmp_path / "Mes données.csv"
    if kind == "records":
        write_results(RESULTS, path, excel=dialect is EXCEL)
        write_package(path, datapackage.records_csv(path.name, dialect))
    else:
        write_incidents([INCIDENT, SOUTH], path, excel=dialect is EXCEL)
        write_package(path, datapackage.incidents_csv(path.name, dialect))
    assert checked(path, monkeypatch) == []
    (resource,) = described(path)["resources"]
    assert (resource["name"], resource["path"]) == ("mes-donn-es", "Mes données.csv")


def test_what_does_not_fit_is_found(tmp_path, monkeypatch):
    path = tmp_path / "a.csv"
    write_results(RESULTS, path)
    write_package(path, datapackage.records_csv("a.csv"))
    path.write_bytes(path.read_bytes().replace(b",killed,", b",slain,", 1))
    assert {kind for kind, _ in checked(path, monkeypatch)} == {"constraint-error", "hash-count", "byte-count"}


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_layouts_are_what_the_package_says(tmp_path, monkeypatch, layout):
    path, known = tmp_path / f"{layout}.csv", LAYOUTS[layout]
    write_layout(known, known.of_incidents([INCIDENT, replace(INCIDENT, cause="flood")]), path)
    write_package(path, datapackage.layout_csv(path.name, known.columns, len(known.under), known.row))
    assert checked(path, monkeypatch) == []


def test_fields_have_types_words_and_descriptions(tmp_path):
    write_results(RESULTS, tmp_path / "a.csv")
    write_package(tmp_path / "a.csv", datapackage.records_csv("a.csv"))
    fields = {field["name"]: field for field in described(tmp_path / "a.csv")["resources"][0]["schema"]["fields"]}
    names = ("doc_id", "published", "date_first", "min", "latitude", "mentions", "evidence")
    assert [fields[name]["type"] for name in names] == [
        "string", "date", "date", "integer", "number", "array", "object",
    ]  # fmt: skip
    assert fields["date_grain"]["constraints"]["enum"] == ["day", "month", "year", "interval"]
    assert fields["doc_id"]["constraints"] == {"required": True}
    assert all(name in DESCRIPTIONS for name in FRAME)


@pytest.mark.parametrize("kind", ["records", "incidents"])
def test_databases_are_what_the_package_says(tmp_path, kind):
    path = tmp_path / "a.sqlite"
    if kind == "records":
        write_results(RESULTS, path)
        write_package(path, datapackage.records_sqlite("a.sqlite"))
    else:
        write_incidents([INCIDENT, SOUTH], path)
        write_package(path, datapackage.incidents_sqlite("a.sqlite"))
    with closing(sqlite3.connect(path)) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = {table: [row[1] for row in database.execute(f"PRAGMA table_info({table})")] for table in tables}
    resources = described(path)["resources"]
    told = {one["dialect"]["table"]: [field["name"] for field in one["schema"]["fields"]] for one in resources}
    assert told == found
    for resource in resources:
        for key in resource["schema"].get("foreignKeys", []):
            assert set(key["reference"]["fields"]) <= set(told[key["reference"]["resource"]])


@pytest.mark.parametrize("kind", ["records", "incidents"])
def test_descriptions_of_databases_are_packages(tmp_path, monkeypatch, kind):
    frictionless = pytest.importorskip("frictionless", reason="Frictionless checks packages in tests alone")
    path = tmp_path / "a.sqlite"
    write_incidents([INCIDENT], path)
    write_package(path, getattr(datapackage, f"{kind}_sqlite")("a.sqlite"))
    assert not list(frictionless.Package.metadata_validate(described(path)))


def test_the_same_file_has_the_same_package(tmp_path):
    texts = []
    for _ in range(2):
        write_results(RESULTS, tmp_path / "a.csv")
        write_package(tmp_path / "a.csv", datapackage.records_csv("a.csv"))
        texts.append((tmp_path / "datapackage.json").read_bytes())
    assert texts[0] == texts[1]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "datapackage.json"]
