import csv
import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

from nlp_events.cli.app import APP
from nlp_events.commands.converting import LOST, LOST_OF_INCIDENTS
from nlp_events.incident_files import write_incidents
from nlp_events.writers.formats import SUFFIXES, write_results
from tests.test_incident_files import IMPACT, INCIDENT, SECOND
from tests.writers.made import FAILED, article, event


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder with records of two articles on one happening, and its incident."""
    monkeypatch.chdir(tmp_path)
    write_results([article(event(1)), article(event(2, date=None, incident_id="i2"), name="b.txt"), FAILED], "r.jsonl")
    undated = replace(INCIDENT, incident_id="i2", first=None, last=None)
    write_incidents([replace(INCIDENT, impacts=(IMPACT, SECOND)), undated], "i.jsonl")
    return tmp_path


def convert(*arguments):
    done = CliRunner().invoke(APP, ["convert", *arguments])
    return done.exit_code, done.stderr


def rows(name, **options):
    with Path(name).open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream, **options))


def test_every_format_says_what_is_lost():
    assert set(LOST) == set(LOST_OF_INCIDENTS) == set(SUFFIXES.values())


class TestIncidents:
    """Incidents into all formats and layouts."""

    @pytest.mark.parametrize("ending", ["jsonl", "csv", "xlsx", "sqlite", "parquet", "geojson", "gexf"])
    def test_into_every_format(self, here, ending):
        code, told = convert("i.jsonl", f"o.{ending}")
        assert (code, f"o.{ending}: 2 incidents" in told) == (0, True)
        if ending == "jsonl":
            assert (here / "o.jsonl").read_bytes() == (here / "i.jsonl").read_bytes()
            assert "left out" not in told
        elif ending == "csv":
            assert [row["impact"] for row in rows("o.csv")] == ["killed", "injured", "killed"]
        elif ending == "xlsx":
            assert load_workbook("o.xlsx")["incidents"].max_row == 3
        elif ending == "sqlite":
            with closing(sqlite3.connect("o.sqlite")) as database:
                assert database.execute("SELECT count(*) FROM incidents").fetchone() == (2,)
        elif ending == "geojson":
            assert len(json.loads((here / "o.geojson").read_text())["features"]) == 2

    def test_into_a_layout_a_row_a_happening_the_rest_counted(self, here):
        code, told = convert("i.jsonl", "acled.csv", "--to", "acled")
        assert code == 0
        assert "acled.csv: 1 rows; rows left out: 1 without event_date, of 2 incidents; left out: disasters" in told
        assert "more than once" not in told
        assert [(row["event_id_cnty"], row["fatalities"]) for row in rows("acled.csv")] == [("i1", "17")]

    def test_for_excel(self, here):
        assert convert("i.jsonl", "ucdp.csv", "--to", "ucdp", "--excel")[0] == 0
        (row,) = rows("ucdp.csv", delimiter=";")
        assert (row["latitude"], row["best"]) == ("33,75", "17")

    def test_a_broken_line_ends_it_and_nothing_is_written(self, here):
        with Path("i.jsonl").open("a") as stream:
            stream.write("{\n")
        code, told = convert("i.jsonl", "o.xlsx")
        assert (code, "i.jsonl:3: is no incident" in told) == (2, True)
        assert not (here / "o.xlsx").exists()


class TestRecords:
    """Records of single articles."""

    def test_a_layout_says_that_a_happening_may_count_twice(self, here):
        code, told = convert("r.jsonl", "acled.csv", "--to", "acled")
        assert code == 0
        assert "1 rows; rows left out: 1 without event_date, of 2 records of 3 articles" in told
        assert "a happening told by several may be counted more than once" in told
        assert "nlp-events incidents r.jsonl -o incidents.jsonl" in told

    @pytest.mark.parametrize(("name", "layout"), [("o.geojson", None), ("o.geojson", "geojson"), ("o.gexf", "gexf")])
    def test_formats_that_to_names_too(self, here, name, layout):
        assert convert("r.jsonl", name, *(("--to", layout) if layout else ()))[0] == 0
        assert (here / name).stat().st_size

    @pytest.mark.parametrize("source", ["r.jsonl", "i.jsonl"])
    def test_what_is_there_is_not_replaced_unasked(self, here, source):
        (here / "o.xlsx").write_text("mine")
        code, told = convert(source, "o.xlsx")
        assert (code, "o.xlsx: is there already" in told) == (2, True)
        assert (here / "o.xlsx").read_text() == "mine"
        assert convert(source, "o.xlsx", "--overwrite")[0] == 0

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (["r.jsonl", "o.xlsx", "--excel"], "only a .csv file is written for Excel"),
            (["r.jsonl", "o.xlsx", "--to", "acled"], "the layout acled is a .csv file"),
            (["r.jsonl", "o.csv", "--to", "gexf"], "the layout gexf is a .gexf file"),
            (["r.jsonl", "o.xls"], "has no known ending"),
            (["o.xlsx", "o.csv"], "o.xlsx: is not read back. Name the .jsonl, .csv"),
            (["none.jsonl", "o.csv"], "there is no such file"),
        ],
    )
    def test_wrong_usage(self, here, arguments, words):
        code, told = convert(*arguments)
        assert (code, words in told) == (2, True), told
        assert not (here / "o.csv").exists()


class TestDatapackage:
    """``--datapackage``."""

    @pytest.mark.parametrize(
        ("source", "target", "options", "names"),
        [
            ("r.jsonl", "o.csv", (), ["o"]),
            ("r.jsonl", "o.csv", ("--excel",), ["o"]),
            ("r.jsonl", "o.sqlite", (), ["documents", "entities", "dates", "incidents", "events", "review"]),
            ("i.jsonl", "o.csv", ("--to", "hxl"), ["o"]),
            ("i.jsonl", "o.db", (), ["incidents", "impacts", "readings", "articles", "actors"]),
        ],
    )
    def test_it_stands_beside_the_output(self, here, source, target, options, names):
        code, told = convert(source, target, *options, "--datapackage")
        assert (code, f"datapackage.json: describes {target}" in told) == (0, True)
        package = json.loads((here / "datapackage.json").read_text(encoding="utf-8"))
        assert [resource["name"] for resource in package["resources"]] == names
        assert {resource["path"] for resource in package["resources"]} == {target}

    def test_one_that_is_there_is_not_replaced_unasked(self, here):
        (here / "datapackage.json").write_text("{}")
        code, told = convert("r.jsonl", "o.csv", "--datapackage")
        assert (code, "datapackage.json: is there already" in told) == (2, True)
        assert not (here / "o.csv").exists()
        assert convert("r.jsonl", "o.csv", "--datapackage", "--overwrite")[0] == 0

    @pytest.mark.parametrize("target", ["o.xlsx", "o.jsonl", "o.geojson"])
    def test_only_of_tables_that_it_can_describe(self, here, target):
        code, told = convert("i.jsonl", target, "--datapackage")
        assert (code, "a datapackage.json describes a .csv or .sqlite file" in told) == (2, True)
        assert not (here / target).exists()
