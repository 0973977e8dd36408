import csv
import json
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from nlp_events.errors import InputError, NlpEventsError
from nlp_events.pipeline import process
from nlp_events.readers import read
from nlp_events.writers.formats import format_of, has_text, read_results, write_file, write_results
from nlp_events.writers.rows import to_line
from tests.writers.made import FAILED, REVIEW, article, event

RESULTS = [
    article(event(1), event(2, min=None, max=3, latitude=-4.5, longitude=-70.0, source="=1+1")),
    article(name="sans.txt", title="Rien", site="Radio Sahel"),
    FAILED,
    article(
        event(
            3,
            date="../2016-08",
            incident_id="i2",
            page=2,
            evidence={"place": {"span": [0, 3], "rule": "title"}, "date": {"span": None, "rule": "story"}},
        ),
        name="c.txt",
        review=(REVIEW, REVIEW),
        site="Radio Sahel",
        duplicate_of="a.txt",
    ),
]
TABLE = [RESULTS[0], FAILED, replace(RESULTS[3], review=())]
"""What a table of records holds of them."""
NAMES = ("a.jsonl", "a.csv", "a.parquet", "a.sqlite", "a.db")


@pytest.fixture(scope="module")
def extracted(nlp, samples):
    """What the sample articles give, without what is no part of the JSON."""
    return [replace(result, text=None, refusals=(), related=()) for result in process(read([samples]), nlp)]


@pytest.mark.parametrize("name", NAMES)
def test_results_come_back(tmp_path, name):
    write_results(RESULTS, tmp_path / name)
    expected = TABLE if format_of(tmp_path / name) in {"csv", "parquet"} else RESULTS
    assert list(read_results(tmp_path / name)) == expected
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", NAMES)
def test_no_results_are_a_file_too(tmp_path, name):
    write_results([], tmp_path / name)
    assert list(read_results(tmp_path / name)) == []


@pytest.mark.parametrize("name", ["a.sqlite", "a.jsonl"])
def test_nothing_of_real_articles_is_lost(tmp_path, name, extracted):
    write_results(extracted, tmp_path / name)
    back = list(read_results(tmp_path / name))
    assert list(map(to_line, back)) == list(map(to_line, extracted))


@pytest.mark.parametrize("name", ["a.csv", "a.parquet"])
def test_no_record_of_real_articles_is_lost(tmp_path, name, extracted):
    write_results(extracted, tmp_path / name)
    back = [record for result in read_results(tmp_path / name) for record in result.events]
    assert back == [record for result in extracted for record in result.events]


@pytest.mark.parametrize("name", NAMES)
def test_the_same_results_are_the_same_bytes(tmp_path, name, extracted):
    write_results(extracted, tmp_path / name)
    write_results(extracted, tmp_path / f"again-{name}")
    assert (tmp_path / name).read_bytes() == (tmp_path / f"again-{name}").read_bytes()


def _thinned(path, lost):
    """Take columns out of a file, as a version before them wrote it."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, [name for name in rows[0] if name not in lost], extrasaction="ignore")
            writer.writeheader()
            writer.writerows(rows)
    elif path.suffix == ".parquet":
        import pyarrow.parquet

        pyarrow.parquet.write_table(pyarrow.parquet.read_table(path).drop_columns(lost), path)
    else:
        with closing(sqlite3.connect(path)) as database:
            for name in lost:
                database.execute(f'ALTER TABLE events DROP COLUMN "{name}"')


@pytest.mark.parametrize("name", ["a.csv", "a.parquet", "a.sqlite"])
def test_a_file_of_an_earlier_version_has_no_confidence(tmp_path, name):
    write_results(RESULTS[:1], tmp_path / name)
    (before,) = read_results(tmp_path / name)
    lost = ["confidence", "place_confidence", "date_confidence"]
    assert (before.events[0].confidence, before.events[0].place_confidence) == (0.97, 0.8)
    _thinned(tmp_path / name, lost)
    if name == "a.sqlite":
        with closing(sqlite3.connect(tmp_path / name)) as database:
            database.execute("DROP TABLE review")
    (after,) = read_results(tmp_path / name)
    assert after.events == tuple(replace(one, **dict.fromkeys(lost)) for one in before.events)


@pytest.mark.parametrize("name", ["a.jsonl", "a.sqlite"])
def test_texts_are_kept_where_there_is_a_place(tmp_path, name):
    with_text = replace(RESULTS[0], site="Radio Sahel", text="Au moins deux soldats", related=((0, 2),))
    write_results([with_text, FAILED], tmp_path / name, with_text=True)
    assert list(read_results(tmp_path / name)) == [with_text, FAILED]
    assert has_text(tmp_path / name)


def test_a_file_of_rows_is_made_into_another(tmp_path):
    write_results(RESULTS, tmp_path / "rows.jsonl")
    write_file(tmp_path / "rows.jsonl", tmp_path / "a.sqlite")
    assert list(read_results(tmp_path / "a.sqlite")) == RESULTS


def test_csv_is_safe_and_numbers_stay_numbers(tmp_path):
    write_results(RESULTS, tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert rows[1]["source"] == "'=1+1"
    assert (rows[1]["latitude"], rows[1]["min"], rows[1]["max"]) == ("-4.5", "", "3")
    assert (rows[2]["doc_id"], rows[2]["status"], rows[2]["event_id"]) == ("b.txt", "empty", "")
    assert json.loads(rows[0]["mentions"]) == [[0, 21]]


def test_parquet_has_types(tmp_path):
    import pyarrow.parquet

    write_results(RESULTS, tmp_path / "a.parquet")
    schema = pyarrow.parquet.read_schema(tmp_path / "a.parquet")
    names = ("min", "latitude", "impact", "mentions", "date", "date_first", "date_last", "date_grain", "published")
    assert {name: str(schema.field(name).type) for name in names} == {
        "min": "int64", "latitude": "double", "impact": "string", "mentions": "list<element: list<element: int64>>",
        "date": "string", "date_first": "date32[day]", "date_last": "date32[day]", "date_grain": "string",
        "published": "date32[day]",
    }  # fmt: skip


class TestDays:
    """``date_first``, ``date_last`` and ``date_grain`` as what reads the files sees them."""

    RESULTS = (article(event(1, date="2021-02/.."), event(2, date="../2016-08"), event(3, date="XXXX-11-01")), FAILED)

    @pytest.mark.parametrize("name", ["a.csv", "a.parquet", "a.sqlite"])
    def test_duckdb_takes_them_for_days(self, tmp_path, name):
        import duckdb

        write_results(self.RESULTS, tmp_path / name)
        if name == "a.sqlite":
            with closing(sqlite3.connect(tmp_path / name)) as database:
                rows = database.execute("SELECT date_first, date_last, date_grain FROM events").fetchall()
                assert database.execute("SELECT date_first, date_grain FROM incidents").fetchall() == [
                    ("2021-02-01", "interval")
                ]
        else:
            table = duckdb.connect().sql(f"SELECT date_first, date_last, date_grain FROM '{tmp_path / name}' LIMIT 3")  # noqa: S608
            assert [str(kind) for kind in table.types] == ["DATE", "DATE", "VARCHAR"]
            rows = [(a and a.isoformat(), b and b.isoformat(), grain) for a, b, grain in table.fetchall()]
        assert rows == [("2021-02-01", None, "interval"), (None, "2016-08-31", "interval"), (None, None, "day")]

    def test_gis_takes_them_for_days(self, tmp_path):
        pyogrio = pytest.importorskip("pyogrio", reason="pyogrio comes with the extra nlp-events[geo]")
        write_results(self.RESULTS, tmp_path / "a.geojson")
        described = pyogrio.read_info(tmp_path / "a.geojson")
        kinds = dict(zip(described["fields"], described["dtypes"], strict=True))
        assert kinds["date_first"] == kinds["date_last"] == kinds["published"] == "datetime64[D]"
        frame = pyogrio.read_dataframe(tmp_path / "a.geojson")
        assert str(frame["date_first"][0])[:10] == "2021-02-01"
        assert frame["date"].tolist() == ["2021-02/..", "../2016-08", "XXXX-11-01"]

    def test_pandas_reads_the_table(self, tmp_path):
        import pandas as pd

        write_results(self.RESULTS, tmp_path / "a.csv")
        frame = pd.read_csv(tmp_path / "a.csv", keep_default_na=False, na_values=[""], parse_dates=["date_first"])
        assert frame["date_first"][0] == pd.Timestamp("2021-02-01")


class TestDatabase:
    """Keys, indexes and tables of the SQLite output."""

    @pytest.fixture
    def database(self, tmp_path, extracted):
        write_results([*extracted, FAILED], tmp_path / "a.sqlite")
        with closing(sqlite3.connect(tmp_path / "a.sqlite")) as connection:
            yield connection

    def test_every_key_leads_somewhere(self, database):
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        kept = {row[2] for row in database.execute("PRAGMA foreign_key_list(events)")}
        assert kept == {"documents", "incidents"}

    def test_tables_hold_what_the_results_hold(self, database, extracted):
        counts = {name: database.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608
                  for name in ("documents", "entities", "dates", "events")}  # fmt: skip
        assert counts == {
            "documents": len(extracted) + 1,
            "entities": sum(len(result.entities) for result in extracted),
            "dates": sum(len(result.dates) for result in extracted),
            "events": sum(len(result.events) for result in extracted),
        }

    def test_figures_join_their_incident_and_article(self, database):
        rows = database.execute(
            "SELECT e.incident_id, i.incident_id, e.doc_id, d.doc_id FROM events e "
            "JOIN incidents i ON i.id = e.incident JOIN documents d ON d.id = e.document"
        ).fetchall()
        assert rows
        assert all(row[0] == row[1] and row[2] == row[3] for row in rows)

    @pytest.mark.parametrize(
        "question",
        ["SELECT * FROM events WHERE country = 'ML'", "SELECT * FROM events WHERE document = 3",
         "SELECT * FROM entities WHERE known_id = 'x'", "SELECT * FROM documents WHERE status = 'empty'"],
    )  # fmt: skip
    def test_what_is_mostly_asked_for_is_indexed(self, database, question):
        (plan,) = database.execute(f"EXPLAIN QUERY PLAN {question}").fetchall()
        assert "USING INDEX" in plan[3]

    def test_failed_articles_are_there(self, database):
        assert database.execute("SELECT doc_id, error FROM documents WHERE status <> 'done'").fetchall() == [
            ("b.txt", "b.txt: the file is empty.")
        ]


@pytest.mark.parametrize("name", ["a.txt", "a", "a.xls"])
def test_unknown_ending(tmp_path, name):
    with pytest.raises(NlpEventsError, match=r"has no known ending\. Name it \.jsonl, \.csv"):
        write_results([], tmp_path / name)


@pytest.mark.parametrize("name", NAMES)
def test_input_that_is_not_there(tmp_path, name):
    with pytest.raises(InputError, match="there is no such file"):
        read_results(tmp_path / name)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("content", [b"{}\n", b"no results\n", b"\xff\xfe\x00", b"doc_id,title\na,b\n", b"[1]\n"])
def test_input_that_is_none_of_ours(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError, match=r"is not a file of results, or is broken"):
        list(read_results(tmp_path / name))


def test_what_was_there_stays_when_writing_fails(tmp_path):
    (tmp_path / "a.csv").write_text("before")

    def broken():
        yield RESULTS[0]
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_results(broken(), tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_text() == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_a_link_is_followed(tmp_path):
    (tmp_path / "link.csv").symlink_to(tmp_path / "a.csv")
    write_results(RESULTS, tmp_path / "link.csv")
    assert (tmp_path / "link.csv").is_symlink()
    assert list(read_results(tmp_path / "a.csv")) == TABLE


def test_place_that_cannot_be_written(tmp_path):
    with pytest.raises(NlpEventsError, match="cannot be written"):
        write_results(RESULTS, tmp_path / "nowhere" / "a.parquet")


@pytest.mark.parametrize("name", ["a.csv", "a.parquet"])
def test_table_of_an_earlier_version_has_no_site_and_no_days(tmp_path, name):
    import pandas as pd

    write_results([RESULTS[0]], tmp_path / name)
    later = ["site", "duplicate_of", "page", "date_first", "date_last", "date_grain", "place_precision"]
    if name == "a.csv":
        rows = pd.read_csv(tmp_path / name, dtype=str, keep_default_na=False).drop(columns=later)
        rows.to_csv(tmp_path / name, index=False)
    else:
        import pyarrow.parquet

        rows = pyarrow.parquet.read_table(tmp_path / name).drop_columns(later)
        rows = rows.set_column(2, "published", rows.column("published").cast("string"))
        pyarrow.parquet.write_table(rows, tmp_path / name)
    assert list(read_results(tmp_path / name)) == [RESULTS[0]]


def test_database_of_an_earlier_version_has_no_site(tmp_path):
    write_results(RESULTS[:1], tmp_path / "a.sqlite")
    with closing(sqlite3.connect(tmp_path / "a.sqlite")) as database:
        for name in ("site", "duplicate_of", "pages"):
            database.execute(f'ALTER TABLE documents DROP COLUMN "{name}"')
        database.execute("ALTER TABLE events DROP COLUMN place_precision")
    assert list(read_results(tmp_path / "a.sqlite")) == RESULTS[:1]
