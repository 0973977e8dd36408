import csv
import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import asdict, fields, replace

import pandas as pd
import pytest
from openpyxl import load_workbook

from nlp_events.errors import InputError, NlpEventsError
from nlp_events.incident_files import holds_incidents, read_incidents, read_records, to_dict, to_line, write_incidents
from nlp_events.merging import incidents
from nlp_events.pipeline import process
from nlp_events.values import Article, Incident, IncidentActor, IncidentArticle, IncidentImpact, Reading
from nlp_events.writers.formats import read_results, write_results
from nlp_events.writers.incident_rows import INCIDENT_COLUMNS

READING = Reading(
    event_id="e1", doc_id="a", as_of="2023-05-03", text="17 morts", min=17, max=17, modifier="exact", who=None,
    who_category=None, source="la police", source_type="security_forces", certainty="asserted", scope="event",
    flow=None, toll=None, part=False, superseded=False, repeated=False,
)  # fmt: skip
IMPACT = IncidentImpact(
    impact="killed", unit="person", flow=None, low=17, high=17, best=17, best_rule="latest_authoritative",
    best_event_id="e1", conflict=(), history=(READING,),
)  # fmt: skip
ARTICLE = IncidentArticle(
    doc_id="a", published="2023-05-03", title="Attentat à Bakouba", tellings=("t1",), copy_of=None, score=None,
    merge_reason="the first article",
)  # fmt: skip
INCIDENT = Incident(
    incident_id="i1", title="Attentat à Bakouba", place="Bakouba", country="IQ", latitude=33.75, longitude=44.64,
    first="2023-05-03", last="2023-05-03", cause="attack", scope="event", impacts=(IMPACT,), articles=(ARTICLE,),
)  # fmt: skip


def test_an_object_has_every_field_of_an_incident_and_of_its_parts():
    actor = IncidentActor(
        name="Harakat", actor_id="harakat", actor_type="armed_group", actor_status="claimed", impacts=("killed",),
        voices=1, conflict=False,
    )  # fmt: skip
    whole = replace(INCIDENT, actors=(actor,), means=("bomb",), mentioned=(replace(ARTICLE, doc_id="b"),))
    assert to_dict(whole) == asdict(whole)


def test_the_line_of_an_incident_has_its_fields_in_order():
    row = json.loads(to_line(INCIDENT))
    assert list(row) == [field.name for field in fields(Incident)]
    assert row["impacts"][0]["history"][0] == {
        "event_id": "e1", "doc_id": "a", "as_of": "2023-05-03", "text": "17 morts", "min": 17, "max": 17,
        "modifier": "exact", "who": None, "who_category": None, "source": "la police",
        "source_type": "security_forces", "certainty": "asserted", "scope": "event", "flow": None, "toll": None,
        "part": False, "superseded": False, "repeated": False, "actor": None, "actor_id": None, "actor_type": None,
        "actor_status": None, "means": None,
    }  # fmt: skip
    assert row["articles"][0]["merge_reason"] == "the first article"


SHABAB = IncidentActor(
    name="Al-Chabab", actor_id="org:al-shabaab", actor_type="armed_group", actor_status="claimed", impacts=("killed",),
    voices=2, conflict=True,
)  # fmt: skip
ARMY = replace(SHABAB, name="Armée (Somalie)", actor_id="force:state_force:so", actor_type="state_force", voices=1)
DONE = replace(INCIDENT, actors=(SHABAB, replace(ARMY, actor_status="denied")), means=("vehicle_bomb", "firearm"))
TOLD = "Al-Chabab (claimed, in conflict); Armée (Somalie) (denied, in conflict)"


def test_actors_come_back_from_json_lines_and_files_of_before_have_none(tmp_path):
    path = tmp_path / "incidents.jsonl"
    write_incidents([DONE], path)
    assert list(read_incidents(path)) == [DONE]
    row = json.loads(path.read_text(encoding="utf-8"))
    for name in ("actors", "means"):
        del row[name]
    for name in ("actor", "actor_id", "actor_type", "actor_status", "means"):
        del row["impacts"][0]["history"][0][name]
    path.write_text(json.dumps(row), encoding="utf-8")
    assert list(read_incidents(path)) == [INCIDENT]


def test_who_leads_is_in_every_table(tmp_path):
    said = ["Al-Chabab", "org:al-shabaab", "armed_group", "claimed", TOLD, "vehicle_bomb; firearm"]
    names = ["actor", "actor_id", "actor_type", "actor_status", "actors", "means"]
    paths = {ending: tmp_path / f"incidents.{ending}" for ending in ("csv", "geojson", "parquet", "xlsx", "sqlite")}
    for path in paths.values():
        write_incidents([DONE], path)
    with paths["csv"].open(encoding="utf-8", newline="") as lines:
        (row,) = csv.DictReader(lines)
    (point,) = json.loads(paths["geojson"].read_text(encoding="utf-8"))["features"]
    table = pd.read_parquet(paths["parquet"]).iloc[0]
    sheet = pd.read_excel(paths["xlsx"], sheet_name="incidents").iloc[0]
    assert [[one[name] for name in names] for one in (row, point["properties"], table, sheet)] == [said] * 4
    assert [bool(one["actor_conflict"]) for one in (row, point["properties"], table, sheet)] == [True] * 4
    rows = pd.read_excel(paths["xlsx"], sheet_name="actors")
    assert rows["name"].tolist() == ["Al-Chabab", "Armée (Somalie)"]
    with closing(sqlite3.connect(paths["sqlite"])) as database:
        query = (
            "SELECT actor, name, actors.actor_status, voices, conflict FROM incidents JOIN actors USING (incident_id)"
        )
        assert database.execute(query).fetchall() == [
            ("Al-Chabab", "Al-Chabab", "claimed", 2, 1), ("Al-Chabab", "Armée (Somalie)", "denied", 1, 1),
        ]  # fmt: skip


def test_who_only_denies_leads_no_table(tmp_path):
    path = tmp_path / "incidents.csv"
    write_incidents([replace(DONE, actors=DONE.actors[1:])], path)
    with path.open(encoding="utf-8", newline="") as lines:
        (row,) = csv.DictReader(lines)
    assert (row["actor"], row["actor_conflict"], row["actors"]) == ("", "", "Armée (Somalie) (denied, in conflict)")


def test_a_line_is_one_line_of_utf8():
    line = to_line(INCIDENT)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert "à" in line.decode()


@pytest.fixture
def records(tmp_path, nlp):
    """A file of records of two articles on one happening."""
    texts = {
        "2023-05-03-a.txt": "Dix-sept personnes ont été tuées mercredi dans un attentat à Bakouba, selon la police.",
        "2023-05-04-b.txt": "L'attentat de mercredi à Bakouba a fait 26 morts, a annoncé le ministère de la Santé.",
    }
    articles = [Article(doc_id=name, text=text, published=name[:10]) for name, text in texts.items()]
    path = tmp_path / "records.jsonl"
    write_results(process(articles, nlp), path)
    return path


def test_records_of_every_format_give_the_same_tolls(records, tmp_path):
    for ending in ("csv", "sqlite", "parquet"):
        path = tmp_path / f"records.{ending}"
        write_results(read_results(records), path)
        (incident,) = incidents(read_records([str(path)], pytest.fail))
        assert [(one.impact, one.best) for one in incident.impacts] == [("killed", 26)]


def test_a_broken_file_is_told_and_the_next_one_read(records, tmp_path):
    broken = tmp_path / "broken.jsonl"
    broken.write_text(records.read_text(encoding="utf-8").splitlines()[0] + "\n{", encoding="utf-8")
    told = []
    found = list(read_records([str(tmp_path / "none.jsonl"), str(broken), str(records)], told.append))
    assert [one.doc_id for one in found] == ["2023-05-03-a.txt", "2023-05-03-a.txt", "2023-05-04-b.txt"]
    assert [error.reason for error in told] == ["missing", "results"]


def test_csv_has_a_row_an_impact(tmp_path):
    path = tmp_path / "incidents.csv"
    second = replace(IMPACT, impact="injured", low=40, high=None, best=40, conflict=("e1", "e2"))
    write_incidents([replace(INCIDENT, impacts=(IMPACT, second), title="=1+1")], path)
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert tuple(rows[0]) == INCIDENT_COLUMNS
    assert [(row["impact"], row["low"], row["high"], row["best"]) for row in rows] == [
        ("killed", "17", "17", "17"), ("injured", "40", "", "40"),
    ]  # fmt: skip
    assert (rows[0]["title"], rows[0]["best_source"], rows[1]["conflict"]) == ("'=1+1", "la police", "e1 | e2")


def test_sqlite_joins_readings_to_impacts_and_incidents(tmp_path):
    path = tmp_path / "incidents.sqlite"
    write_incidents([INCIDENT, replace(INCIDENT, incident_id="i2")], path)
    with closing(sqlite3.connect(path)) as database:
        query = (
            "SELECT incident_id, incidents.title, impact, text, merge_reason FROM incidents"
            " JOIN impacts USING (incident_id) JOIN readings USING (impact_id)"
            " JOIN articles USING (incident_id, doc_id) ORDER BY incident_id"
        )
        assert database.execute(query).fetchall() == [
            (key, "Attentat à Bakouba", "killed", "17 morts", "the first article") for key in ("i1", "i2")
        ]


SECOND = replace(IMPACT, impact="injured", low=40, high=None, best=40, conflict=("e1", "e2"))
SOUTH = replace(INCIDENT, incident_id="i2", latitude=-4.5, longitude=-70.0, last=None, impacts=(IMPACT, SECOND))


def test_incidents_come_back_from_json_lines(tmp_path):
    path = tmp_path / "incidents.jsonl"
    write_incidents([INCIDENT, SOUTH], path)
    assert holds_incidents(path)
    assert list(read_incidents(path)) == [INCIDENT, SOUTH]


@pytest.mark.parametrize("content", ["", "\n\n", "{", "[]", '{"doc_id": "a", "events": []}', "\x00"])
def test_other_files_hold_no_incidents(tmp_path, content):
    (tmp_path / "a.jsonl").write_text(content, encoding="utf-8")
    assert not holds_incidents(tmp_path / "a.jsonl")
    assert not holds_incidents(tmp_path / "none.jsonl")


@pytest.mark.parametrize("line", ["{", '{"impacts": []}', '{"impacts": {"a": 1}, "articles": []}'])
def test_a_line_that_is_no_incident_is_named(tmp_path, line):
    (tmp_path / "a.jsonl").write_bytes(to_line(INCIDENT) + line.encode() + b"\n")
    with pytest.raises(InputError, match=r"a\.jsonl:2: is no incident"):
        list(read_incidents(tmp_path / "a.jsonl"))


class TestTables:
    """Incidents in files that other programs open."""

    def test_parquet_has_types(self, tmp_path):
        import duckdb

        write_incidents([INCIDENT, SOUTH], tmp_path / "a.parquet")
        table = duckdb.connect().sql(f"SELECT first, latitude, best, conflict, impact FROM '{tmp_path / 'a.parquet'}'")  # noqa: S608
        assert [str(kind) for kind in table.types] == ["DATE", "DOUBLE", "BIGINT", "VARCHAR", "VARCHAR"]
        assert [row[1:] for row in table.fetchall()] == [
            (33.75, 17, "", "killed"), (-4.5, 17, "", "killed"), (-4.5, 40, "e1 | e2", "injured"),
        ]  # fmt: skip

    def test_geojson_is_a_point_an_incident(self, tmp_path):
        write_incidents([INCIDENT, SOUTH, replace(INCIDENT, latitude=None)], tmp_path / "a.geojson")
        first, second, third = json.loads((tmp_path / "a.geojson").read_text(encoding="utf-8"))["features"]
        assert first["geometry"] == {"type": "Point", "coordinates": [44.64, 33.75]}
        assert second["geometry"]["coordinates"] == [-70.0, -4.5]
        assert third["geometry"] is None
        known = first["properties"]
        assert (known["killed"], known["killed_low"], known["killed_rule"]) == (17, 17, "latest_authoritative")
        assert (known["first"], known["voices"], known["doc_ids"]) == ("2023-05-03", 1, "a")

    def test_gis_opens_it(self, tmp_path):
        pyogrio = pytest.importorskip("pyogrio", reason="pyogrio comes with the extra nlp-events[geo]")
        write_incidents([INCIDENT, SOUTH], tmp_path / "a.geojson")
        frame = pyogrio.read_dataframe(tmp_path / "a.geojson")
        assert frame.geometry.y.tolist() == [33.75, -4.5]
        assert frame["injured"].fillna(0).tolist() == [0, 40]
        assert str(frame["first"].dtype).startswith("datetime64")

    def test_households_are_apart_and_a_flow_stands_before_a_stock(self, tmp_path):
        impacts = (
            replace(IMPACT, impact="displaced", flow="stock", best=900),
            replace(IMPACT, impact="displaced", flow="flow", best=500),
            replace(IMPACT, impact="displaced", unit="household", flow="flow", best=80),
            replace(IMPACT, impact="evacuated", flow="flow", best=None, best_rule="none"),
            replace(IMPACT, impact="evacuated", flow="stock", best=7),
        )
        write_incidents([replace(INCIDENT, impacts=impacts)], tmp_path / "a.geojson")
        (feature,) = json.loads((tmp_path / "a.geojson").read_text(encoding="utf-8"))["features"]
        names = ("displaced", "displaced_households", "evacuated")
        assert [feature["properties"][name] for name in names] == [500, 80, 7]


def test_a_name_without_a_known_ending_is_refused(tmp_path):
    with pytest.raises(NlpEventsError, match=r"incidents\.xls: has no known ending"):
        write_incidents([INCIDENT], tmp_path / "incidents.xls")


def test_a_file_appears_whole_or_not_at_all(tmp_path):
    def breaking():
        yield INCIDENT
        raise ValueError("broken")

    for ending in ("jsonl", "csv", "sqlite", "xlsx", "parquet", "geojson", "gexf"):
        with pytest.raises(ValueError, match="broken"):
            write_incidents(breaking(), tmp_path / f"incidents.{ending}")
    assert list(tmp_path.iterdir()) == []


class TestCommand:
    """``nlp-events incidents``."""

    def run(self, *arguments):
        command = [sys.executable, "-m", "nlp_events.cli", "incidents", *map(str, arguments)]
        return subprocess.run(command, capture_output=True, timeout=120, check=False)  # noqa: S603

    def test_json_lines_to_standard_output(self, records):
        done = self.run(records)
        (incident,) = map(json.loads, done.stdout.splitlines())
        assert [impact["best"] for impact in incident["impacts"]] == [26]
        assert done.stderr.decode() == "nlp-events: 1 incidents, 1 told by several articles, 0 with a conflict\n"
        assert done.returncode == 0

    def test_store_split_and_join(self, records, tmp_path):
        store, out = tmp_path / "kept.duckdb", tmp_path / "out.jsonl"
        assert self.run(records, "--store", store, "-o", out, "-q").returncode == 0
        whole = json.loads(out.read_text(encoding="utf-8"))
        split = tmp_path / "split.csv"
        split.write_text(f"incident_id,doc_id\n{whole['incident_id']},2023-05-04-b.txt\n", encoding="utf-8")
        assert self.run(records, "--store", store, "--split", split, "-o", out, "--overwrite").returncode == 0
        rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
        assert [row["articles"][0]["doc_id"] for row in rows] == ["2023-05-03-a.txt", "2023-05-04-b.txt"]
        join = tmp_path / "join.csv"
        join.write_text(f"incident_id,into\n{rows[1]['incident_id']},{rows[0]['incident_id']}\n", encoding="utf-8")
        assert (
            self.run(records, "--store", store, "--split", split, "--join", join, "-o", out, "--overwrite").returncode
            == 0
        )
        assert len(json.loads(out.read_text(encoding="utf-8"))["articles"]) == 2

    def test_a_workbook_and_a_table_for_excel_that_is_described(self, records, tmp_path):
        assert self.run(records, "-o", tmp_path / "out.xlsx", "-q").returncode == 0
        assert load_workbook(tmp_path / "out.xlsx")["incidents"].max_row == 2
        done = self.run(records, "-o", tmp_path / "out.csv", "--excel", "--datapackage", "-q")
        assert (done.returncode, b"datapackage.json: describes out.csv" in done.stderr) == (0, True)
        assert (tmp_path / "out.csv").read_bytes().startswith(b"\xef\xbb\xbfincident_id;title;")

    def test_time_lines_stand_in_a_file_of_their_own(self, records, tmp_path):
        path = tmp_path / "lines.csv"
        assert self.run(records, "-o", tmp_path / "out.jsonl", "--timeline", path, "-q").returncode == 0
        with path.open(encoding="utf-8", newline="") as lines:
            found = [(row["day"], row["doc_id"], row["change"], row["min"]) for row in csv.DictReader(lines)]
        assert found == [
            ("2023-05-03", "2023-05-03-a.txt", "first", "17"), ("2023-05-04", "2023-05-04-b.txt", "raised", "26"),
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("name", "problem"),
        [("lines.xlsx", "written as CSV"), ("out.csv", "would be lost"), ("there.csv", "is there already")],
    )
    def test_time_lines_write_over_nothing(self, records, tmp_path, name, problem):
        (tmp_path / "there.csv").write_text("a\n", encoding="utf-8")
        done = self.run(records, "-o", tmp_path / "out.csv", "--timeline", tmp_path / name)
        assert (done.returncode, problem in done.stderr.decode()) == (2, True)
        assert not (tmp_path / "out.csv").exists()

    def test_a_file_that_cannot_be_read_is_exit_1(self, records, tmp_path):
        done = self.run(tmp_path / "none.jsonl", records, "-o", tmp_path / "out.csv")
        assert done.returncode == 1
        assert b"none.jsonl: there is no such file" in done.stderr
        assert b"1 files could not be read" in done.stderr
        assert (tmp_path / "out.csv").is_file()

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (["r.xls"], "no known ending"),
            (["r.jsonl", "-o", "out.xls"], "out.xls: has no known ending"),
            (["r.jsonl", "--excel"], "only a .csv file is written for Excel"),
            (["r.jsonl", "-o", "out.xlsx", "--datapackage"], "describes a .csv or .sqlite file"),
            (["r.jsonl", "--split", "none.csv"], "none.csv: there is no such file"),
            (["r.jsonl", "--words", "none"], "no such folder"),
            ([], "RECORDS"),
        ],
    )
    def test_wrong_usage_is_exit_2(self, arguments, words):
        done = self.run(*arguments)
        assert done.returncode == 2
        assert words in done.stderr.decode()
        assert b"Traceback" not in done.stderr
