import csv
import json

import pytest

from nlp_events.writers.formats import write_results
from nlp_events.writers.layouts import LAYOUTS, write_layout
from nlp_events.writers.layouts.countries import country_of
from nlp_events.writers.layouts.happenings import happenings_of
from tests.writers.made import FAILED, article, event


def write(layout, results, path):
    return write_layout(LAYOUTS[layout], LAYOUTS[layout].of_records(results), path)


def table(layout, results, folder):
    write(layout, results, folder / "out.csv")
    with (folder / "out.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture
def only(tmp_path):
    """The one row that some records give in a layout, its empty cells left out."""

    def row(layout, *events, **fields):
        (found,) = table(layout, [article(*events, **fields)], tmp_path)
        return {name: value for name, value in found.items() if value}

    return row


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_columns_are_there_without_a_record(tmp_path, layout):
    write(layout, [FAILED], tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_text().splitlines()


@pytest.mark.parametrize(
    ("layout", "columns", "number"),
    [
        ("acled", ["event_id_cnty", "time_precision", "disorder_type", "geo_precision", "fatalities", "timestamp"], 31),
        ("ucdp", ["id", "relid", "where_prec", "deaths_civilians", "best", "high", "low", "gwnob"], 49),
        ("idmc", ["ID", "ISO3", "Figure category", "Total figures", "Stock date", "Locations type"], 44),
        ("emdat", ["DisNo.", "Disaster Type", "Start Year", "Total Deaths", "Total Affected", "Last Update"], 46),
    ],
)
def test_columns_have_the_names_of_their_project(tmp_path, layout, columns, number):
    write(layout, [], tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as stream:
        (header,) = csv.reader(stream)
    assert set(columns) <= set(header)
    assert len(header) == len(set(header)) == number


def test_geojson_is_a_point_a_record_or_none(tmp_path):
    results = [article(event(1, latitude=-4.5, longitude=16.0), event(2, latitude=None, longitude=None)), FAILED]
    write_results(results, tmp_path / "out.geojson")
    data = json.loads((tmp_path / "out.geojson").read_text(encoding="utf-8"))
    assert data["type"] == "FeatureCollection"
    assert [one["geometry"] for one in data["features"]] == [{"type": "Point", "coordinates": [16.0, -4.5]}, None]
    assert data["features"][0]["properties"]["impact"] == "killed"
    assert data["features"][0]["properties"]["doc_id"] == "gao.txt"


@pytest.mark.parametrize("results", [[], [FAILED]])
def test_geojson_without_a_record(tmp_path, results):
    write_results(results, tmp_path / "out.geojson")
    assert json.loads((tmp_path / "out.geojson").read_text())["features"] == []


class TestHxl:
    """A row of hashtags under the names; a row a record."""

    def test_tags_stand_under_the_names(self, tmp_path):
        tags, row = table("hxl", [article(event())], tmp_path)
        assert all(tag.startswith("#") for tag in tags.values())
        assert tags["killed"] == "#affected+killed"
        assert (row["killed"], row["injured"], row["iso3"], row["first_day"]) == ("2", "", "MLI", "2021-03-12")

    def test_interval(self, tmp_path):
        _, row = table("hxl", [article(event(date="2021-02/.."))], tmp_path)
        assert (row["first_day"], row["last_day"]) == ("2021-02-01", "")


class TestAcled:
    """A row a happening of political violence."""

    def test_a_happening(self, only):
        row = only("acled", event(date="2021-03-08/2021-03-12", place_precision="settlement"))
        assert (row["event_date"], row["year"], row["time_precision"]) == ("2021-03-08", "2021", "2")
        assert (row["geo_precision"], row["fatalities"]) == ("1", "2")
        assert (row["iso"], row["country"], row["location"]) == ("466", "Mali", "Gao")
        assert "event_type" not in row

    @pytest.mark.parametrize(
        ("slots", "fatalities"),
        [
            ([{"min": 12, "max": 12}, {"min": 9, "max": 9}], "9"),
            ([{"min": 20, "max": None, "modifier": "vague"}], "10"),
            ([{"min": 200, "max": None, "modifier": "vague"}], "100"),
            ([{"min": 12}, {"min": 3, "part_of": "e1"}], "12"),
            ([{"min": 12}, {"min": 15, "supersedes": "e1"}], "15"),
            ([{"min": 12}, {"min": 30, "certainty": "possible"}, {"min": 1, "certainty": "denied"}], "12"),
            ([{"min": 12, "unit": "household"}], "0"),
            ([{"impact": "injured", "min": 4}], "0"),
            ([{"min": 5, "certainty": "unconfirmed"}], "5"),
        ],
    )
    def test_fatalities_are_one_toll_and_no_sum(self, only, slots, fatalities):
        row = only("acled", *(event(number, **one) for number, one in enumerate(slots, start=1)))
        assert row["fatalities"] == fatalities

    @pytest.mark.parametrize("slots", [{"cause": "flood"}, {"cause": None}, {"scope": "cumulative"}])
    def test_all_else_is_left_out(self, tmp_path, slots):
        assert table("acled", [article(event(**slots))], tmp_path) == []

    @pytest.mark.parametrize("date", [None, "2020", "XXXX-03-12", "2019-01-01/2020-02-02", "2021-03-12/.."])
    def test_without_a_day_there_is_no_row_and_it_is_counted(self, tmp_path, date):
        results = [article(event(1, date=date), event(2, incident_id="i2"), event(3, incident_id="i3", country=None))]
        written = write("acled", results, tmp_path / "out.csv")
        assert (written.rows, dict(written.left_out)) == (1, {"event_date": 1, "country": 1})
        assert str(written) == "1 rows; rows left out: 1 without country, 1 without event_date"

    def test_abduction(self, only):
        row = only("acled", event(impact="abducted"))
        assert row["sub_event_type"] == "Abduction/forced disappearance"


class TestUcdp:
    """A row a happening with at least one death."""

    def test_bounds(self, only):
        row = only("ucdp", event(1, min=12, max=12), event(2, min=10, max=20, modifier="range"))
        assert (row["low"], row["best"], row["high"], row["deaths_unknown"]) == ("10", "12", "20", "12")
        assert row["geom_wkt"] == "POINT (-0.04 16.27)"

    def test_civilians_are_among_the_best(self, only):
        row = only("ucdp", event(1, min=12), event(2, min=5, who_category="child", part_of="e1"))
        assert (row["best"], row["deaths_civilians"], row["deaths_unknown"]) == ("12", "5", "7")

    @pytest.mark.parametrize("slots", [{"impact": "injured"}, {"min": 0, "max": 0}, {"certainty": "denied"}])
    def test_without_a_death_there_is_no_row(self, tmp_path, slots):
        assert table("ucdp", [article(event(**slots))], tmp_path) == []

    @pytest.mark.parametrize(
        ("date", "code"), [("2021-03-12", "1"), ("2021-03-10/2021-03-12", "2"), ("2021-03", "4"), ("2021", "5")]
    )
    def test_date_precision(self, only, date, code):
        assert only("ucdp", event(date=date))["date_prec"] == code


class TestIdmc:
    """A row a displacement figure."""

    def test_flow(self, only):
        row = only(
            "idmc", event(impact="displaced", flow="flow", date="2021-03", min=500, place_precision="settlement")
        )
        assert (row["Figure category"], row["Quantifier"], row["Total figures"]) == (
            "Internal Displacements", "More than or equal", "500",
        )  # fmt: skip
        assert (row["Start date"], row["End date"], row["Start date accuracy"]) == ("2021-03-01", "2021-03-31", "Month")
        assert (row["Figure cause"], row["Locations accuracy"]) == ("Conflict", "Town/Village (ADM3/POINT)")

    def test_stock_of_households(self, only):
        row = only("idmc", event(impact="displaced", flow="stock", unit="household", cause="flood"))
        assert (row["Figure category"], row["Stock date"], row["Figure unit"]) == ("IDPs", "2021-03-12", "Household")
        assert (row["Reported figures"], row["Figure cause"], row["Hazard type"]) == ("2", "Disaster", "Flood")
        assert "Total figures" not in row

    def test_southern_coordinates_are_no_text_of_a_formula(self, only):
        row = only("idmc", event(impact="displaced", latitude=-3.4, longitude=29.3))
        assert row["Locations coordinates"] == "-3.4, 29.3"

    def test_others_are_left_out(self, tmp_path):
        assert table("idmc", [article(event(), event(2, impact="refugee"))], tmp_path) == []


class TestEmdat:
    """A row a disaster."""

    def test_deaths_and_affected_are_its_own_sums(self, only):
        row = only(
            "emdat",
            event(1, cause="flood", min=12),
            event(2, cause="flood", impact="missing", min=3),
            event(3, cause="flood", impact="injured", min=40),
            event(4, cause="flood", impact="evacuated", min=5_000),
            event(5, cause="flood", impact="displaced", min=7_000),
            event(6, cause="flood", min=2, part_of="e1"),
        )
        assert (row["Total Deaths"], row["No. Injured"], row["No. Affected"], row["Total Affected"]) == (
            "15", "40", "7000", "7040",
        )  # fmt: skip
        assert (row["Disaster Group"], row["Disaster Type"], row["ISO"]) == ("Natural", "Flood", "MLI")

    @pytest.mark.parametrize(
        ("date", "start"),
        [("2021-03-12", ("2021", "3", "12")), ("2021-03", ("2021", "3", None)), ("2021", ("2021", None, None)),
         ("2021-03-10/..", ("2021", "3", "10"))],
    )  # fmt: skip
    def test_a_date_is_as_exact_as_it_is(self, only, date, start):
        row = only("emdat", event(cause="storm", date=date))
        assert tuple(row.get(f"Start {part}") for part in ("Year", "Month", "Day")) == start

    @pytest.mark.parametrize(("slots", "missing"), [({"date": None}, "Start Year"), ({"country": None}, "ISO")])
    def test_without_a_year_or_a_country_there_is_no_row(self, tmp_path, slots, missing):
        written = write("emdat", [article(event(cause="flood", **slots))], tmp_path / "out.csv")
        assert (written.rows, dict(written.left_out)) == (0, {missing: 1})

    def test_conflicts_are_left_out(self, tmp_path):
        assert table("emdat", [article(event(cause="attack"))], tmp_path) == []


def test_happenings_are_those_of_one_article():
    results = [article(event(1), event(2, incident_id="i2"), event(3)), article(event(4), name="b.txt")]
    assert [[one.event_id for one in happening.events] for happening in happenings_of(results)] == [
        ["e1", "e3"], ["e2"], ["e4"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "iso3", "numeric"), [("ML", "MLI", 466), ("NA", "NAM", 516), ("XK", "XKX", None), (None, None, None)]
)
def test_country_codes(code, iso3, numeric):
    country = country_of(code)
    assert (country.iso3, country.numeric) == (iso3, numeric)


def test_every_layout_says_what_is_lost():
    assert all(layout.lost and layout.row for layout in LAYOUTS.values())
